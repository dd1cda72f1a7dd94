"""Slides with notes: each note stands once, at the slide that is on the screen."""

from render.sample import html, render, with_text, words

MODULE = "02-muc-tieu"

TEXT = """
:::::{activity} Mở đầu
:minutes: 20
:step: teaching

:::{notes}
:kind: lead-in

Lời mở đầu.
:::

:::{callout} Nhớ
:kind: note
:id: nho

Đoạn thứ nhất.
:::

:::{notes}
:kind: stress

Lời nhấn mạnh.
:::
:::::

:::::{activity} Con số
:minutes: 20
:step: teaching

:::{notes}
:kind: transition

Lời chuyển ý.
:::

:::{callout} Số
:kind: note
:id: so

Đoạn thứ hai.
:::
:::::

:::{slide} Thứ nhất
:after: nho

- Một
:::

:::{slide} Thứ hai
- Hai
:::

:::{slide} Thứ ba
:after: so

- Ba
:::
"""


def printed(text: str = TEXT) -> str:
    return html("slides-with-notes", MODULE, edition="trinh-chieu-ghi-chu", course=with_text(text))


def test_notes_stand_at_the_slide_on_the_screen_and_what_opens_a_step_at_its_first_slide():
    text = words(printed())

    order = ["Thứ nhất", "Lời mở đầu.", "Lời nhấn mạnh.", "Thứ hai", "Thứ ba", "Lời chuyển ý."]
    assert sorted(order, key=text.index) == order
    assert [text.count(each) for each in order] == [1] * len(order)


def test_it_is_headed_as_not_for_learners_and_learners_templates_may_not_ask_for_it():
    path = "templates/trinh-chieu/slides.html"
    asking = {path: b"{% block main %}{{ spoken_slides() }}{% endblock %}"}

    found = render("slides", MODULE, edition="trinh-chieu", course=with_text(TEXT), templates=asking).diagnostics

    assert [each.code for each in found] == ["template-forbidden"]


def test_a_module_without_slides_is_found_once():
    course = with_text("## Mở đầu\n\nĐoạn.\n")

    found = render("slides-with-notes", MODULE, edition="trinh-chieu-ghi-chu", course=course).diagnostics

    assert [each.code for each in found] == ["slides-missing"]
