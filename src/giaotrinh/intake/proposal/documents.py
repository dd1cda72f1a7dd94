"""Several documents in one file: where each begins, offered to a person as several sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from giaotrinh.model.source import Provision
from giaotrinh.outline.headings import is_letterhead
from giaotrinh.outline.metadata import Metadata, read_metadata
from giaotrinh.outline.tree import read_outline

_NAMED = re.compile(
    r"(?:toàn văn\s+)?(?:nghị quyết|kết luận|chỉ thị|quyết định|quy định|kế hoạch|chương trình|đề án|thông báo)"
    r"\s+(?:số\s+)?\d",
    re.IGNORECASE,
)
_TITLE_LENGTH = 200
_HEAD_LINES = 12
"""Lines within which a name and a letterhead belong to the same head."""
_LEAST_LINES = 5
_KIND = re.compile(r"\s*(?:nghị quyết|kết luận|chỉ thị|quyết định|quy định|kế hoạch|chương trình)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A stretch of a file that may be a source of its own."""

    first: int
    """First line of text.txt, from 1."""
    last: int
    metadata: Metadata
    provisions: tuple[Provision, ...]
    official: bool
    """Whether it has a number or the name of a kind of document; notes of whoever kept the file have neither."""


def find_documents(text: str, headings: Sequence[int] = ()) -> tuple[Offer, ...]:
    """Return the documents of a text in order; a text that holds one gives one offer.

    Headings are the lines, from 1, that the carrier marks as headings of the first rank. A document begins at such
    a line, at a line that is a document's name and number, or at a letterhead after a text has ended.
    """
    lines = text.split("\n")
    starts = _starts(lines, frozenset(headings))
    ends = [*(start - 1 for start in starts[1:]), len(lines)]
    return tuple(_offer(lines, first, last) for first, last in zip(starts, ends, strict=True))


def _starts(lines: Sequence[str], headings: frozenset[int]) -> list[int]:
    found = [number for number, line in enumerate(lines, 1) if number in headings or _begins_document(line.strip())]
    starts = [1]
    for number in found:
        if number - starts[-1] > _HEAD_LINES and _has_structure(lines[starts[-1] - 1 : number - 1]):
            starts.append(number)
    return starts


def _begins_document(line: str) -> bool:
    return len(line) <= _TITLE_LENGTH and (
        (_NAMED.match(line) is not None and line[-1] not in ".;:,") or is_letterhead(line)
    )


def _has_structure(lines: Sequence[str]) -> bool:
    provisions = read_outline("\n".join(lines), "").value or ()
    return sum(root.kind not in ("preamble", "paragraph") for root in provisions) >= 1 and len(lines) >= _LEAST_LINES


def _offer(lines: Sequence[str], first: int, last: int) -> Offer:
    part = "\n".join(lines[first - 1 : last])
    provisions = read_outline(part, "").value or ()
    metadata = read_metadata(provisions)
    named = bool(metadata.number) or any(_KIND.match(line) for line in lines[first - 1 : first + _HEAD_LINES])
    return Offer(first=first, last=last, metadata=metadata, provisions=provisions, official=named)
