"""Blanks of guided notes: in handouts alone, and short enough for a line."""

from check.small_course import checked

LONG = "một cụm từ dài hơn một dòng của tờ phát tay"


def codes(body):
    return [found.code for found in checked(body).found if found.code.startswith("blank-")]


def test_a_blank_in_a_handout_is_fine():
    assert codes(":::{handout}\n- Ba mức: biết; {blank}`liên hệ được`.\n:::") == []


def test_a_blank_elsewhere_is_an_error():
    assert codes("Ba mức: biết; {blank}`liên hệ được`.") == ["blank-outside-handout"]


def test_a_blank_that_fits_no_line_is_an_error():
    assert codes(f":::{{handout}}\n- Nhớ: {{blank}}`{LONG}`.\n:::") == ["blank-too-long"]
