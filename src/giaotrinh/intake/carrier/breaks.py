"""Line breaks inside a paragraph: which of them begin a new paragraph, and strokes that are only drawn."""

import re
from collections.abc import Iterator

from giaotrinh.outline.markers import read_markers

BREAK = "\v"
"""A line break inside a paragraph of a carrier."""

_RULE = re.compile(r"\s*(?:(?:[_\-–—─=~]\s*){3,}|(?:\*\s*){1,9}|(?:o0o|oOo|---oOo---|_+\*+_+))\s*\Z")
_SENTENCE_END = re.compile(r"[.;:!?…][”\"')\]]*\s*\Z")


def split_breaks(text: str, *, keep_lines: bool = False) -> list[str]:
    """Return the paragraphs that a paragraph with line breaks holds; other breaks become blanks.

    With `keep_lines` every break counts, as in the head of a letter.
    """
    paragraphs: list[str] = []
    for line in text.split(BREAK):
        if paragraphs and not (keep_lines or _begins(paragraphs[-1], line)):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
    return paragraphs


def is_rule(line: str) -> bool:
    """Return whether a line only draws a stroke: "_____", "-----", "* * *"."""
    return bool(_RULE.match(line))


def starts_with_marker(line: str) -> bool:
    """Return whether a line begins as a numbered paragraph does."""
    return next(iter(_markers(line)), None) is not None


def is_capital(line: str) -> bool:
    """Return whether a line has letters and all of them are capitals."""
    return line.isupper()


def ends_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence or an item does."""
    return bool(_SENTENCE_END.search(line))


def _markers(line: str) -> Iterator[object]:
    yield from read_markers(line.strip())


def _begins(before: str, line: str) -> bool:
    if not before.strip() or not line.strip():
        return True
    changes_case = is_capital(before) != is_capital(line) and line.strip()[0].isupper()
    return changes_case or ends_sentence(before) or is_rule(line) or is_rule(before) or starts_with_marker(line)
