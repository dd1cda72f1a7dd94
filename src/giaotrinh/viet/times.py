"""Times a text names: years and periods a number may be for, as against years it is compared with."""

import re
from collections.abc import Sequence

from giaotrinh.viet.dates import YEAR

_COMPARED = r"(?:so\s+với|lần|bằng|hơn|như|kể\s+từ|từ|cùng\s+kỳ|của)"
_LEAD = r"(?:(?:cùng|kỳ|đến|tới|vào|trong|giai\s+đoạn|nhiệm\s+kỳ|thời\s+kỳ|cuối|hết|trước|mức|mục\s+tiêu|năm)\s+)*"
_TIME = re.compile(
    rf"(?<!\w)(?P<compared>{_COMPARED}\s+)?{_LEAD}(?<![\d/.-])(?P<time>(?:{YEAR}\s?[-–]\s?)?{YEAR})(?![\d/])",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:\s*\((?:ước\s+|dự\s+kiến\s+|cuối\s+|đến\s+)*(?:năm|giai\s+đoạn)?\s*"
    r"|\s+(?:của|trong|cho)\s+(?:năm|giai\s+đoạn)\s+"
    r"|[^\d.;,:()]{0,70}?\s(?:đến|vào)\s+năm\s+)"
    rf"(?P<time>(?:{YEAR}\s?[-–]\s?)?{YEAR})(?![\d/-])",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(
    rf"(?P<between>[^\d.,;:()\n]{{0,40}}?)\s(?:(?:vào|trong|của)\s+)?năm\s+(?P<time>{YEAR})(?![\d/-])", re.IGNORECASE
)
_COMPARING = re.compile(rf"(?<!\w){_COMPARED}(?!\w)", re.IGNORECASE)
REACH = 80
"""Characters from a year to a number behind it: further away it is about something else."""

_TURN = re.compile(
    r"(?<!\w)(?:cao hơn|thấp hơn|so với|trước|thì|mà|nhưng|còn|gấp|bằng|sau đó|hiện nay)(?!\w)|\)", re.IGNORECASE
)

_FROM = re.compile(r"(?<!\w)(?:(?:tăng|giảm|nâng|nhiều|chuyển)\s+từ|từ\s+mức)\s*$", re.IGNORECASE)
"""Where a number came from; "đạt từ 3-5" only opens a range."""

_BRACKETS = re.compile(r"\([^()]*\)")
"""A remark between a time and its number: "2020 (ước): 5.420 USD"."""


def times_in(text: str) -> tuple[str, ...]:
    """Return every year and period a text names, compared ones included, as horizons."""
    return tuple(_horizon(match) for match in _TIME.finditer(text))


def only_time(text: str) -> str:
    """Return the one time a text names, "" where it names none, several, or one that something is compared with."""
    found = list(_TIME.finditer(text))
    times = {_horizon(match) for match in found}
    return times.pop() if len(times) == 1 and not any(match["compared"] for match in found) else ""


def compares(text: str) -> bool:
    """Whether words turn to something else than the time they name: "cao hơn mức ...", "từ ...", "còn ..."."""
    return _TURN.search(text) is not None or _FROM.search(text) is not None


def time_before(text: str, place: int, taken: Sequence[int] = ()) -> str:
    """Return the time that words before a place give to what stands there, "" where none surely does.

    A year a number is compared with gives none, nor does one that another number (ending at a place in `taken`) or a
    turn of the sentence ("cao hơn mức ... của giai đoạn trước", a closing bracket) stands between.
    """
    found = [match for match in _TIME.finditer(text, 0, place) if not match["compared"]]
    if not found:
        return ""
    end = found[-1].end()
    between = _BRACKETS.sub("", text[end:place])
    if any(end <= other <= place for other in taken) or len(between) > REACH or compares(between):
        return ""
    return _horizon(found[-1])


def time_behind(text: str, place: int) -> str:
    """Return the time that words right behind a place give to what ends there: "chủ yếu đến năm 2025", "(năm 2020)"."""
    match = _BEHIND.match(text, place)
    return re.sub(r"\s?[-–]\s?", "-", match["time"]) if match else ""


def year_behind(text: str, place: int) -> str:
    """Return the year that stands bare behind a place in the same breath: "30% GDP năm 2030"; "" where none does."""
    match = _YEAR_BEHIND.match(text, place)
    return match["time"] if match and not _COMPARING.search(match["between"]) else ""


def end_of(horizon: str) -> str:
    """Return the year in which a horizon ends: "2025" of "2021-2025" and of "2025-12-31"."""
    return horizon[:4] if re.fullmatch(r"\d{4}-\d\d-\d\d", horizon) else horizon[-4:]


def times_agree(said: str, stated: str) -> bool:
    """Whether two horizons end in the same year; an unnamed one agrees with all."""
    return not said or not stated or end_of(said) == end_of(stated)


def _horizon(match: re.Match[str]) -> str:
    return re.sub(r"\s?[-–]\s?", "-", match["time"])
