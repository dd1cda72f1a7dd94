"""Calculations an author writes out: products, differences, powers, shares, steps from one number to another.

Both operands stand in the text, so that a wrong result is an error whatever the numbers are of. A result written with
"≈" or "khoảng" may be rounded; one with fewer digits is rounded to them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, localcontext

from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.document import Block, plain
from giaotrinh.model.quantity import Quantity
from giaotrinh.viet.number import COUNT, count_value, read_number, read_numeral, written
from giaotrinh.viet.spelled import spelled_quantities

_NUMBER = r"(?<![\w.,])\d+(?:[.,]\d+)*"
_UNIT = r"(?:\s*%|\s+(?!là\b|bằng\b|mũ\b|trừ\b|nhân\b|chia\b|cộng\b)[^\W\d_]+){0,2}"
_IS = r"(?:=|≈|~|bằng|là|còn|được|xấp\s+xỉ|khoảng|chừng|gần)"
_EQUALS = rf"\s*(?:ta\s+|thì\s+|sẽ\s+)*{_IS}(?:\s+{_IS})*\s*"
_BINARY = re.compile(
    rf"(?<![×*÷+–−-]\s)(?<![×*÷+])(?P<one>{_NUMBER})(?P<one_unit>{_UNIT})\s*"
    rf"(?P<sign>[-–−×*÷:]|(?<=\d)x(?=\s?\d)|\bx\b|trừ(?:\s+đi)?|cộng(?:\s+với)?|nhân(?:\s+với)?|chia(?:\s+cho)?)\s*"
    rf"(?P<two>{_NUMBER})(?P<two_unit>{_UNIT})(?P<equals>\s*[=≈]\s*|{_EQUALS})(?P<result>\d+(?:[.,]\d+)*)(?P<percent>\s*%)?",
    re.IGNORECASE,
)
_POWER = re.compile(
    rf"(?P<base>{_NUMBER})\s+mũ\s+(?P<exponent>\d{{1,2}})(?P<equals>{_EQUALS}|\s*,\s*khoảng\s+)(?P<result>\d+(?:[.,]\d+)*)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?P<share>{_NUMBER})\s*%\s+(?:của|trong)\s+(?P<whole>{_NUMBER})(?P<unit>\s*%|(?:\s+[^\W\d_]+){{0,4}}?)\s+"
    r"(?:là|bằng|tức(?:\s+là)?|tương\s+đương(?:\s+với)?)\s+(?P<result>\d+(?:[.,]\d+)*)",
    re.IGNORECASE,
)
_STEP = re.compile(
    rf"(?<!\w)từ\s+(?:tối\s+thiểu\s+|ít\s+nhất\s+|khoảng\s+)?(?P<one>{_NUMBER})(?P<unit>\s*%|(?:\s+[^\W\d_]+){{0,2}}?)\s+"
    rf"(?:lên|xuống|đến|tới|còn)\s+(?:tối\s+thiểu\s+|ít\s+nhất\s+|khoảng\s+)?(?P<two>{_NUMBER})",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?<!\w)(?:tức|là|nghĩa\s+là|tăng|giảm|thêm|bớt|gấp)(?:\s+(?:là|thêm|đi|bớt|tăng|giảm))*\s*$", re.IGNORECASE
)
_YEARS_APART = re.compile(
    rf"(?<!\d)(?P<one>(?:19|20)\d\d)(?!\d)[^.;\d]{{1,80}}?(?<!\d)(?P<two>(?:19|20)\d\d)(?!\d)[^.;\d]{{0,30}}?"
    rf"(?:cách\s+nhau|là|kéo\s+dài|trong)\s+(?:vừa\s+|đúng\s+)?(?P<years>{COUNT})\s+năm(?!\w)",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"≈|~|xấp\s+xỉ|khoảng|chừng|gần", re.IGNORECASE)
_ROUGH = Decimal("0.03")
_DIFFERENCE = re.compile(r"(?:chênh\s+lệch|tăng\s+thêm|mức\s+tăng|khoảng\s+cách|phải\s+tăng|hiệu)", re.IGNORECASE)
_REACH = 60


def arithmetic(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every calculation that does not come out."""
    for passage in subject.passages:
        if passage.kind != "code" and passage.has_digits:
            yield from _written_out(passage)
            yield from _steps(passage)
            yield from _apart(passage)
    for module in subject.modules:
        for block in module.walk():
            if block.kind == "grid":
                yield from _differences(block)


def _written_out(passage: Passage) -> Iterator[Diagnostic]:
    for match in _BINARY.finditer(passage.text):
        right = _calculated(match["sign"], _value(match["one"]), _value(match["two"]))
        if right is not None and match["percent"] and match["sign"].lower().startswith(("÷", ":", "chia")):
            right *= 100
        is_dash = match["sign"] in "-–−:" and not re.search("[=≈]", match["equals"])  # "15-12 là ngày ..."
        if is_dash or _comes_out_scaled(passage.text, match):
            continue
        if (
            right is not None
            and _is_share(match)
            and not _comes_out(_value(match["result"]) or right, right, loose=False)
        ):
            right /= 100
        yield from _told(passage, match, right, _doubt(match["one"]) + _doubt(match["two"]))
    for match in _POWER.finditer(passage.text):
        base = _value(match["base"])
        yield from _told(passage, match, base ** int(match["exponent"]) if base is not None else None)
    for match in _SHARE.finditer(passage.text):
        share, whole = _value(match["share"]), _value(match["whole"])
        yield from _told(passage, match, share * whole / 100 if share is not None and whole is not None else None)


def _is_share(match: re.Match[str]) -> bool:
    """Whether a product is a share of an amount: "800 × 8% = 64"."""
    shares = sum(match[name].strip().startswith("%") for name in ("one_unit", "two_unit"))
    return match["sign"].lower().split()[0] in ("×", "*", "x", "nhân") and shares == 1 and not match["percent"]


def _comes_out_scaled(text: str, match: re.Match[str]) -> bool:
    """Whether a calculation comes out with its scale words multiplied out: "300 tỷ chia cho 120.000 là 2,5 triệu"."""
    numbers = [read_number(text, match.start(name)) for name in ("one", "two", "result")]
    if any(number is None for number in numbers):
        return False
    one, two, said = (number.value for number in numbers if number is not None)
    right = _calculated(match["sign"], one, two)
    return right is not None and right > 0 and abs(said - right) <= right * _ROUGH / 3


def _calculated(sign: str, one: Decimal | None, two: Decimal | None) -> Decimal | None:
    if one is None or two is None:
        return None
    word = sign.lower().split()[0]
    if word in "-–−" or word == "trừ":
        return one - two
    if word == "cộng":
        return one + two
    if word in ("×", "*", "x", "nhân"):
        return one * two
    with localcontext() as context:
        context.prec = 12
        return one / two if two else None


def _doubt(numeral: str) -> Decimal:
    """Return the share by which an operand with decimals may have been rounded before it was written."""
    value = _value(numeral)
    if value is None or not value or value == value.to_integral_value():
        return Decimal(0)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2 / abs(value)


def _told(
    passage: Passage, match: re.Match[str], right: Decimal | None, doubt: Decimal = Decimal(0)
) -> Iterator[Diagnostic]:
    said = _value(match["result"])
    if said is None or right is None or right <= 0:
        return
    groups = match.groupdict()
    loose = _LOOSE.search(groups.get("equals") or "") is not None
    if not _comes_out(said, right, loose=loose) and abs(said - right) > right * doubt:
        span = passage.place(match.start(), match.end())
        yield error("computed-differs", span, found=match.group().strip(), expected=rounded(right))


def _comes_out(said: Decimal, right: Decimal, *, loose: bool) -> bool:
    exponent = said.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    rounding = step if said != said.to_integral_value() or loose else min(step, Decimal(1))
    slack = max(rounding if right != right.to_integral_value() else Decimal(0), right * _ROUGH if loose else Decimal(0))
    return abs(said - right) <= slack


def _steps(passage: Passage) -> Iterator[Diagnostic]:
    """Yield a finding for "từ 30 lên 50 là tăng 25 điểm", "gấp ba, từ 5 lên 10"."""
    for match in _STEP.finditer(passage.text):
        one, two = _value(match["one"]), _value(match["two"])
        if one is None or two is None or one == two or not one or one in range(1900, 2101):
            continue
        for said, start, end in _changes(passage, match):
            right = _right_change(said, one, two, match["unit"])
            if right is not None and not _comes_out(said.low, right, loose=said.qualifier != "exact"):
                span = passage.place(start, end)
                yield error("computed-differs", span, found=passage.text[start:end], expected=rounded(right))


def _changes(passage: Passage, match: re.Match[str]) -> Iterator[tuple[Quantity, int, int]]:
    """Yield the numbers beside a step that say how far it goes."""
    for each in (*passage.quantities, *spelled_quantities(passage.text)):
        before = passage.text[max(0, each.start - 24) : each.start]
        behind = match.end() <= each.start <= match.end() + _REACH and ";" not in passage.text[match.end() : each.start]
        ahead = each.unit == "lần" and 0 <= match.start() - each.end <= 12
        if each.low == each.high and ((behind and _CHANGE.search(before)) or (behind and each.unit == "lần") or ahead):
            yield each, each.start, each.end


def _right_change(said: Quantity, one: Decimal, two: Decimal, unit: str) -> Decimal | None:
    if said.unit == "lần":
        return max(one, two) / min(one, two)
    if said.unit == "điểm %":
        return abs(two - one)
    return None


def _apart(passage: Passage) -> Iterator[Diagnostic]:
    for match in _YEARS_APART.finditer(passage.text):
        if "cách" not in match.group().lower():
            continue
        said, right = count_value(match["years"].lower()), abs(int(match["two"]) - int(match["one"]))
        if said != right:
            span = passage.place(match.start("years"), match.end())
            yield error("computed-differs", span, found=f"{match['years']} năm", expected=right)


def _differences(grid: Block) -> Iterator[Diagnostic]:
    """Yield a finding for every cell of a column of differences that its row does not give."""
    head = [plain(cell.inlines).strip() for cell in grid.children[0].children] if grid.children else []
    column = next((at for at, words in enumerate(head) if _DIFFERENCE.search(words)), None)
    if column is None or column < 2:
        return
    for row in grid.children[1:]:
        if column >= len(row.children):
            continue
        one, two = (_only(plain(row.children[at].inlines)) for at in (column - 2, column - 1))
        cell = row.children[column]
        said = _only(plain(cell.inlines))
        if one is None or two is None or said is None or not one:
            continue
        times = re.search(r"lần", plain(cell.inlines)) is not None
        right = max(one, two) / min(one, two) if times and two else abs(two - one)
        if not _comes_out(said, right, loose=False):
            yield error("computed-differs", cell.span, found=plain(cell.inlines), expected=rounded(right))


def _only(words: str) -> Decimal | None:
    """Return the one number of a cell, None where it has none or several."""
    numbers = re.findall(r"\d+(?:[.,]\d+)*", words)
    if len(numbers) == 1:
        return _value(numbers[0])
    spelled = spelled_quantities(words) if not numbers else ()
    return spelled[0].low if len(spelled) == 1 else None


def _value(numeral: str) -> Decimal | None:
    return read_numeral(numeral)


def rounded(number: Decimal) -> str:
    """Return a result as messages give it, with two decimals at most."""
    return written(number.quantize(Decimal("0.01")) if number != number.to_integral_value() else number)
