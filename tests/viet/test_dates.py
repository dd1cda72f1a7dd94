"""Dates, one reading for figures, letterheads and citations, and one way to print them."""

import pytest

from giaotrinh.viet.dates import dates_in, is_year, printed_date
from giaotrinh.viet.horizon import read_mentions


@pytest.mark.parametrize(
    "text",
    [
        "ngày 17/3/2021",
        "(17-3-2021)",
        "mùng 17 tháng 3 năm 2021",
        "17 tháng 3, năm 2021",  # a comma before the year is a date in a letterhead and in a sentence alike
        "hồi -17.3.2021",  # a dash before it opens an item, it does not end a range
    ],
)
def test_a_date_is_a_date_everywhere(text: str) -> None:
    assert [date for date, _, _ in dates_in(text)] == ["2021-03-17"]


@pytest.mark.parametrize("text", ["14-15/5/2025", "15/5/2025/NQ-CP", "1.17/3/2021", "32/3/2021", "17/3/1821"])
def test_digits_that_are_no_date(text: str) -> None:
    assert list(dates_in(text)) == []


def test_a_deadline_takes_the_word_before_it() -> None:
    (mention,) = read_mentions("chậm nhất ngày 31/12/2025 hoàn thành")

    assert (mention.horizon, mention.start) == ("2025-12-31", 10)


@pytest.mark.parametrize(
    ("date", "printed"), [("2021-09-30", "30-9-2021"), ("2021-02-05", "05-02-2021"), ("2021-12", "12-2021"), ("x", "x")]
)
def test_printed_dates_have_the_zeros_of_official_papers(date: str, printed: str) -> None:
    assert printed_date(date) == printed


def test_years() -> None:
    assert [is_year(number) for number in (1899, 1900, 2100, 2101)] == [False, True, True, False]
