"""Which lines open and close the parts of a document: letterheads, attached texts, closings."""

import re

from giaotrinh.model.text import fold
from giaotrinh.outline.markers import read_markers
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.lexicon import any_of, words

_DOCUMENT = rf"(?:{any_of(words('documents', 'kinds'))})"
_ATTACHED = re.compile(rf"\(\s*(?:ban hành\s+)?(?:kèm theo|đính kèm)\s+(?:{_DOCUMENT})\b")
_PASSED = re.compile(
    rf"{_DOCUMENT}\s+này\s+(?:đã\s+)?(?:được\s+.{{0,160}}\bthông qua\b|(?:được\s+)?phổ biến\b)|nơi nhận\s*(?::|$)"
)
_QUOTES = re.compile(r"[“\"]\s?(?=\S)")
_UNQUOTES = re.compile(r"[”\"]\s*[.;,]?\s*$")
_QUOTED_LINES = 120
_TITLE_LINES = 12
"""Lines, blank ones too, up to which a title stands above the caption of an attached text."""
_SIGNATURE = re.compile(r"\|?\s*(?:T/M|TM|K/T|KT|T/L|TL|TUQ)\s?\.?\s+(?P<words>[^|]*)")
_OFFICE = re.compile(
    rf"\|?\s*(?:PHÓ\s+)?CHỦ TỊCH(?:\s+(?:QUỐC HỘI|HỘI ĐỒNG NHÂN DÂN|HĐND|UBND))?(?=\s*$|\s{(2,)}|\s[{CAPITALS}])"
)
_LETTERHEAD = re.compile(
    r"(?:^|\|)\s*(?:CỘNG H(?:ÒA|OÀ|OA) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM\s*(?:\||$))"
)


def is_upper(line: str) -> bool:
    """Return whether a line has letters and all of them are capitals."""
    return line.isupper()


def opens_closing(line: str) -> bool:
    """Return whether a line begins the closing of a document: where it goes, who signed, who passed it."""
    signature = _SIGNATURE.match(line)
    if signature and signature["words"][:4].strip().isupper():
        return True
    return _PASSED.match(fold(line).lstrip("| *")) is not None or _OFFICE.match(line) is not None


def is_letterhead(line: str) -> bool:
    """Return whether a line is the name of the state or the Party at the head of a document."""
    return _LETTERHEAD.search(line) is not None


def attached_starts(lines: tuple[str, ...]) -> frozenset[int]:
    """Return the indexes of lines at which a text attached to a document begins: its title in capitals.

    An attached text is known by a line such as "(Ban hành kèm theo Nghị quyết số ...)" below its title.
    """
    starts = (_title_start(lines, index) for index, line in enumerate(lines) if _ATTACHED.match(fold(line)))
    return frozenset(start for start in starts if not _is_below_annex(lines, start))


def quoted_lines(lines: tuple[str, ...]) -> frozenset[int]:
    """Return the indexes of lines inside a quotation of other provisions, from “Điều 54. to the line that ends with ”.

    A quotation that is never closed quotes nothing: one lost sign must not take the rest of the text.
    """
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index not in found and _QUOTES.match(line) and read_markers(line[1:]) and not _UNQUOTES.search(line):
            found |= set(range(index + 1, _end_of_quotation(lines, index) + 1))
    return frozenset(found)


def _end_of_quotation(lines: tuple[str, ...], start: int) -> int:
    for index in range(start + 1, min(start + _QUOTED_LINES, len(lines))):
        if _QUOTES.match(lines[index]) and read_markers(lines[index][1:]):
            return start
        if _UNQUOTES.search(lines[index]):
            return index
    return start


def _is_below_annex(lines: tuple[str, ...], index: int) -> bool:
    """Return whether an annex heading stands just above: the caption is the annex's own."""
    above = next((line for line in reversed(lines[:index]) if line), "")
    return any(marker.kind == "annex" for marker in read_markers(above))


def _title_start(lines: tuple[str, ...], index: int) -> int:
    start = index
    for above in range(index - 1, -1, -1):
        if not lines[above]:
            continue
        if opens_closing(lines[above]) or index - above > _TITLE_LINES:
            break
        if is_upper(lines[above]):
            start = above
        if not is_upper(lines[above]) and (start < index or lines[above].endswith((".", ";", "/"))):
            break
    return start
