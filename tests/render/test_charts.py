"""Charts are drawn from the quantities of figures and refuse to mislead."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from giaotrinh.render.charts import SMALLEST, draw_chart
from giaotrinh.render.charts.horizons import horizons
from giaotrinh.render.charts.scale import scale_over
from giaotrinh.render.charts.shares import brackets_whole
from giaotrinh.render.charts.values import values_of
from giaotrinh.viet.number import written
from render.sample import body, changed, curriculum, render, with_text, words

SHARES = "dich-vu, cong-nghiep, thue, nong-nghiep"


def chart(kind: str, figures: str) -> str:
    return f":::{{chart}} Tên biểu đồ\n:kind: {kind}\n:figures: {figures}\n:::\n"


def codes(text: str) -> list[str]:
    found = render("body", "02-muc-tieu", course=with_text(text)).diagnostics
    return [diagnostic.code for diagnostic in found]


def rects(drawn: str, look: str) -> list[dict[str, float]]:
    found = re.findall(rf'<rect class="{look}" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"', drawn)
    return [dict(zip(("x", "y", "width", "height"), map(float, each), strict=True)) for each in found]


@pytest.mark.parametrize(
    ("kind", "figures"),
    [("range-bars", SHARES), ("horizons", "grdp-2020, grdp-2025"), ("shares", SHARES), ("timeline", "grdp-2025, thue")],
)
def test_every_chart_has_a_title_that_says_all_values(kind, figures):
    drawn = body(chart(kind, figures))

    title = re.search(r"<title>(.*?)</title>", drawn)
    assert title is not None
    assert title[1].startswith("Tên biểu đồ; ")
    assert title[1].count(";") == len(figures.split(","))


def test_columns_are_as_high_as_the_figures_they_stand_for():
    low, high = rects(body(chart("horizons", "grdp-2020, grdp-2025")), "bar")

    assert high["height"] / low["height"] == pytest.approx(8300 / 5420, rel=0.01)


def test_panels_of_one_unit_stand_on_one_scale():
    values = values_of(tuple(curriculum().figures[name] for name in SHARES.split(", ")))
    low, high = min(values, key=lambda value: value.high), max(values, key=lambda value: value.high)

    drawn = horizons((low, high), "", 400, 10)
    first, second = (shape.height for shape in drawn.shapes if shape.look == "bar")

    assert second / first == pytest.approx(float(high.low / low.low), rel=0.01)


def test_a_drawing_that_would_be_too_tall_is_drawn_with_smaller_labels():
    known = curriculum().figures
    figures = tuple(known[name] for name in SHARES.split(", "))
    block = replace(next(iter(curriculum().blocks.values())), options={"kind": "range-bars"})

    tall, _ = draw_chart(block, figures, 800, 32, 1000)
    low, _ = draw_chart(block, figures, 800, 32, 150)

    assert low.height < tall.height
    assert min(shape.size for shape in low.shapes if shape.words) >= SMALLEST


def test_a_range_shows_both_ends():
    drawn = body(chart("horizons", "grdp-2020, grdp-2025"))
    bar = rects(drawn, "bar")[1]
    top = rects(drawn, "range")[0]

    assert (bar["height"] + top["height"]) / bar["height"] == pytest.approx(8500 / 8300, rel=0.01)


def test_parts_of_a_whole_are_as_wide_as_their_shares():
    drawn = body(chart("shares", SHARES))
    widths = [rects(drawn, f"part-{index}")[0]["width"] for index in range(4)]

    assert widths[0] / widths[1] == pytest.approx(65.25 / 22.75, rel=0.01)


def test_an_open_end_is_drawn_as_an_arrow_and_said_in_the_label():
    drawn = body(chart("horizons", "grdp-2025, grdp-2045"))

    assert '<path class="open"' in drawn
    assert "trên\u00a036.000" in drawn


def test_one_value_is_no_chart():
    assert codes(chart("range-bars", "grdp-2020")) == ["chart-one-value"]


def test_units_do_not_mix_on_one_axis():
    assert codes(chart("range-bars", "grdp-2025, thue")) == ["chart-mixed-units"]
    assert codes(chart("timeline", "grdp-2025, thue")) == []


def test_shares_must_bracket_the_whole():
    assert codes(chart("shares", "dich-vu, cong-nghiep")) == ["chart-shares-not-100"]
    figures = tuple(curriculum().figures[name] for name in SHARES.split(", "))
    assert brackets_whole(values_of(figures))


def test_the_note_names_the_source_and_how_sure_it_is():
    assert "Tư liệu mẫu, mục II.3" in words(body(chart("shares", SHARES)))
    assert "tính toán của ban biên soạn" in words(body(chart("shares", SHARES)))


def test_an_axis_has_round_steps_and_room_for_all_values():
    scale = scale_over([Decimal("2.5"), Decimal("9.0")], 0, 100, from_zero=False)

    assert scale.low < Decimal("2.5")
    assert scale.high >= 9
    assert scale.ticks() == tuple(scale.low + scale.step * index for index in range(len(scale.ticks())))


@pytest.mark.parametrize(("number", "printed"), [("8300", "8.300"), ("7.50", "7,5"), ("0.4", "0,4"), ("20", "20")])
def test_numbers_are_written_as_vietnamese_writes_them(number, printed):
    assert written(Decimal(number)) == printed


def test_a_figure_without_digits_cannot_be_drawn():
    path = "course/sources/nq17/source.yaml"
    course = changed(path, 'text: "1,4-1,6"', "text: không đáng kể")
    names = {each.name for each in course.figures.values() if each.quantity is None}
    assert names == {"nong-nghiep"}

    text = with_text(chart("timeline", SHARES)).modules["02-muc-tieu"]
    shown = replace(course, modules=course.modules | {text.id: text}, blocks={block.id: block for block in text.walk()})
    project = replace(course.project, modules=(course.project.modules[0], text))
    found = render("body", text.id, course=replace(shown, project=project)).diagnostics

    assert [diagnostic.code for diagnostic in found] == ["chart-figure-without-number"]
