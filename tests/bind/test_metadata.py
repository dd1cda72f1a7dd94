"""What a bound file says of itself."""

from dataclasses import replace

from bind.books import learner, learner_book
from bind.opened import opened
from giaotrinh.bind import bind


def test_title_language_and_the_mark_of_pdf_ua() -> None:
    with opened(learner().pdf) as file:
        assert str(file.docinfo.Title) == "Giáo trình thử"
        assert str(file.Root.Lang) == "vi"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        xmp = file.Root.Metadata.read_raw_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp and "Giáo trình thử" in xmp


def test_no_date_is_made_up() -> None:
    assert b"CreateDate" not in learner().pdf
    with opened(learner().pdf) as file:
        assert "/CreationDate" not in file.docinfo


def test_a_given_date_is_written_in_both_places() -> None:
    found = bind(replace(learner_book(), created="2021-09-30T07:05:00+07:00"))
    with opened(found.pdf) as file:
        assert str(file.docinfo.CreationDate) == "D:20210930070500+07'00'"
        assert b"<xmp:CreateDate>2021-09-30T07:05:00+07:00" in file.Root.Metadata.read_raw_bytes()


def test_marks_in_a_title_are_escaped() -> None:
    found = bind(replace(learner_book(), title="Kinh tế & xã hội <2025>"))
    with opened(found.pdf) as file:
        assert str(file.docinfo.Title) == "Kinh tế & xã hội <2025>"
        assert b"Kinh t\xe1\xba\xbf &amp; x\xc3\xa3 h\xe1\xbb\x99i &lt;2025&gt;" in file.Root.Metadata.read_raw_bytes()
