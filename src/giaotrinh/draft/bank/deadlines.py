"""Questions about a day, a quarter or a year that the source sets."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from giaotrinh.draft.bank.choice import LETTERS, digest, pick
from giaotrinh.draft.bank.clauses import BLANK, around, says_enough
from giaotrinh.draft.bank.ground import BASIC, Ground, question
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold
from giaotrinh.viet.roman import in_roman

WRONG = 3
"""Wrong answers beside the right one."""

_DAY = r"(?P<day>\d{1,2}) tháng (?P<month>\d{1,2}) năm (?P<year>\d{4})"
_DATE = re.compile(
    rf"(?:trước|từ|đến|kể từ|chậm nhất(?: là)?) ngày {_DAY}"
    r"|(?:trong|trước) quý (?P<quarter>IV|I{1,3})(?: năm |/)(?P<of>\d{4})"
    r"|(?:hoàn thành|xong|ban hành|trình[^.;,]{0,30}?) (?:trong|trước) năm (?P<only>\d{4})",
    re.IGNORECASE,
)
_QUARTERS = tuple(in_roman(quarter) for quarter in range(1, 5))
_SAFE_DAY = 28
"""A later day is not in every month."""
_PADDED = (1, 2)
"""Months that are written with a nought even where the others are not."""
_ASK = (
    "Theo {source}, thời gian nào điền đúng vào chỗ trống: {clause}?",
    "{name} ghi: {clause}. Chọn thời gian đúng.",
)
_FILL = ("Điền thời gian còn thiếu theo {source}: {clause}.",)


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A clause of a provision and the time in it."""

    provision: Provision
    before: str
    time: str
    after: str
    options: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the clause as the source writes it."""
        return f"{self.before}{self.time}{self.after}"

    @property
    def blanked(self) -> str:
        """Return the clause with a blank for the time."""
        return f"{self.before}{BLANK}{self.after}"


def deadlines(ground: Ground) -> Iterator[Question]:
    """Yield a question for every time that a clause of the module sets."""
    for provision in ground.provisions:
        if ground.known.repeats[provision.path] or ground.is_unaltered(provision):
            continue
        for match in _DATE.finditer(provision.text):
            dated = _dated(ground, provision, match)
            if dated is not None:
                yield _asked(ground, dated)


def _dated(ground: Ground, provision: Provision, match: re.Match[str]) -> Dated | None:
    name = next(name for name in ("day", "quarter", "only") if match[name])
    at, end = _opening(match), match.end()
    start, last = around(provision.text, match.start(), end)
    text = provision.text[start:last].rstrip(" .;,:")
    before, time, after = text[: at - start], text[at - start : end - start], text[end - start :]
    # "..., trừ quy định tại khoản 2": the text has another time for the same thing.
    if not says_enough(text, before + after) or after.startswith("/") or "trừ" in after.split():
        return None
    write, right = _WRITE[name](match)
    lead = provision.text[at : match.start(name)]
    options = tuple(lead + each for each in _around(write, right, digest(text, "rank") % (WRONG + 1)))
    wrong = [option for option in options if option != time]
    clear = all(fold(before + option + after) not in ground.known.folded for option in wrong)
    is_whole = time in options and clear and not any(option in before + after for option in options)
    return Dated(provision=provision, before=before, time=time, after=after, options=options) if is_whole else None


def _opening(match: re.Match[str]) -> int:
    """Return where the words of the time begin: "trước ngày", "trong năm"."""
    verb = re.match(r".*?(?=(?:trong|trước) năm \d{4}$)", match[0]) if match["only"] else None
    return match.start() + (verb.end() if verb else 0)


def _asked(ground: Ground, dated: Dated) -> Question:
    is_gap = digest(dated.text, "kind") % 3 == 0
    form = pick(_FILL if is_gap else _ASK, dated.text, "form")
    return question(
        ground,
        "gap" if is_gap else "single",
        dated.provision,
        dated.blanked,
        stem=form.format(name=ground.name_begins, source=ground.name, clause=ground.quoted(dated.blanked)),
        options=() if is_gap else dated.options,
        key=(dated.time,) if is_gap else (LETTERS[dated.options.index(dated.time)],),
        answer=f"{ground.name_begins} ghi: {ground.quoted(dated.text)}.",
        level=BASIC,
    )


def _around(write: Callable[[int], str], right: int, smaller: int) -> tuple[str, ...]:
    """Return four times that follow each other, the right one after as many as `smaller`."""
    return tuple(write(right + step) for step in range(-smaller, WRONG + 1 - smaller))


def _days(match: re.Match[str]) -> tuple[Callable[[int], str], int]:
    day, month, year = match["day"], match["month"], match["year"]
    if int(day) > _SAFE_DAY:
        return lambda at: f"{day} tháng {month} năm {at}", int(year)

    def write(at: int) -> str:
        number = at % 12 + 1
        is_padded = month.startswith("0") or (number in _PADDED and int(month) not in _PADDED)
        return f"{day} tháng {str(number).zfill(2) if is_padded else number} năm {at // 12}"

    return write, int(year) * 12 + int(month) - 1


def _quarters(match: re.Match[str]) -> tuple[Callable[[int], str], int]:
    between = match.string[match.end("quarter") : match.start("of")]
    right = int(match["of"]) * 4 + _QUARTERS.index(match["quarter"].upper())
    return lambda at: f"{_QUARTERS[at % 4]}{between}{at // 4}", right


def _years(match: re.Match[str]) -> tuple[Callable[[int], str], int]:
    return str, int(match["only"])


_WRITE = {"day": _days, "quarter": _quarters, "only": _years}
