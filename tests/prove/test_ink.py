"""Nothing printed leaves the paper."""

from giaotrinh.prove import find_off_paper
from pdf_files import printed

LONG = "TEN_TEP_RAT_DAI_" * 12


def pages_off_paper(body):
    pdf = printed(f"<p>Trang đầu.</p><div style='break-before:page'>{body}</div>")
    return [(each.code, int(dict(each.arguments)["page"])) for each in find_off_paper("a.pdf", pdf, (0, 1))]


def test_a_word_wider_than_the_paper_is_an_error_on_its_page():
    assert pages_off_paper(f"<p>{LONG}</p>") == [("ink-off-paper", 2)]


def test_a_line_below_the_paper_is_an_error():
    low = "<p style='position: absolute; top: 275mm'>Dưới mép giấy</p>"

    assert pages_off_paper(low) == [("ink-off-paper", 2)]


def test_a_word_that_breaks_stays_on_the_paper():
    assert pages_off_paper(f"<p style='overflow-wrap: anywhere; text-align: left'>{LONG}</p>") == []


def test_pages_left_out_are_not_looked_at():
    assert find_off_paper("a.pdf", printed(f"<p>{LONG}</p>"), ()) == ()
