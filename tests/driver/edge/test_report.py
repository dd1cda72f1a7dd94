"""Diagnostics in their four formats."""

import json

import pytest

from giaotrinh.driver.edge.report import Format, format_diagnostics
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.span import Span

FILE = "course/modules/03.md"
SNAPSHOT = Snapshot(files={FILE: "một\nGRDP đạt 8.100-8.300 USD nhé\n".encode()})


@pytest.fixture
def found():
    return Diagnostic(
        code="engine-warning",
        severity=Severity.WARNING,
        span=Span(file=FILE, line=2, column=10, end_column=21),
        arguments=(("part", "03"), ("reason", "50% lạ")),
        related=(Span(file="course/sources/nq17/text.txt", line=38),),
    )


def test_human_shows_the_line_and_a_caret_under_the_place(found):
    text = format_diagnostics([found], SNAPSHOT, style=Format.HUMAN, language="vi")

    assert text.splitlines() == [
        f"{FILE}:2:10: cảnh báo[engine-warning]: bộ dàn trang báo ở phần «03»: 50% lạ",
        "      2 | GRDP đạt 8.100-8.300 USD nhé",
        "        |          ^^^^^^^^^^^",
        "   liên quan: course/sources/nq17/text.txt:38",
    ]


def test_short_is_one_line_in_the_other_language(found):
    text = format_diagnostics([found], SNAPSHOT, style=Format.SHORT, language="en")

    assert text == f"{FILE}:2:10: warning[engine-warning]: the layout engine reports for part “03”: 50% lạ\n"


def test_json_carries_both_languages(found):
    data = json.loads(format_diagnostics([found], SNAPSHOT, style=Format.JSON, language="vi"))

    assert data["schema"] == 1
    assert data["diagnostics"][0]["place"] == {"file": FILE, "line": 2, "column": 10, "end_column": 21}
    assert set(data["diagnostics"][0]["message"]) == {"vi", "en"}


def test_json_of_nothing_is_still_a_document():
    assert json.loads(format_diagnostics([], SNAPSHOT, style=Format.JSON, language="vi"))["diagnostics"] == []


def test_github_escapes_percent_signs(found):
    text = format_diagnostics([found], SNAPSHOT, style=Format.GITHUB, language="en")

    assert text.startswith(f"::warning file={FILE},line=2,col=10,title=engine-warning::")
    assert "50%25 lạ" in text


def test_a_place_beyond_the_file_shows_no_line(found):
    beyond = Diagnostic(code=found.code, severity=found.severity, span=Span(file=FILE, line=99, column=1))

    assert "|" not in format_diagnostics([beyond], SNAPSHOT, style=Format.HUMAN, language="vi")
