"""Footnotes of web pages, by the addresses their marks point to: Word, pandoc, Google Docs, WordPress, MediaWiki."""

import re

from giaotrinh.intake.carrier.characters import clean_line
from giaotrinh.intake.web.tree import Element

_NAMES = r"_?(?:ftnt|ftn|edn|fn|footnote|endnote|easy-footnote-bottom|cite_note|note)"
_CALL = re.compile(rf"#{_NAMES}[-:_]?(\d{{1,3}})(?:[-_]\d+)*\Z")
_BACK = re.compile(rf"#(?:{_NAMES}[-_]?ref|easy-footnote|cite_ref)[-:_]?(\d{{1,3}})(?:[-_]\d+)*\Z")
_IDENTITY = re.compile(rf"{_NAMES}[-:_]?(\d{{1,3}})\Z")
_RETURN = re.compile(r"[↩↑^⏎\ufe0e\ufe0f\s]+\Z")
"""Signs of a link back to the text, which are no words."""


def called_note(link: Element) -> str:
    """Return the number of the note a link in the text calls, "" for other links."""
    return _marked(link, _CALL)


def begun_note(link: Element) -> str:
    """Return the number of the note that a link back to the text stands before, "" for other links."""
    return _marked(link, _BACK)


def is_return(link: Element) -> bool:
    """Return whether a link only leads back to the text, as the arrow at the end of a note does."""
    return bool(_BACK.search(link.attributes.get("href", "")) and _RETURN.match(link.words()))


def note_of_item(item: Element) -> str:
    """Return the number of the note a list item is, "" for other items."""
    match = _IDENTITY.match(item.attributes.get("id", ""))
    leads_back = any(one.tag == "a" and is_return(one) for one in item.walk())
    return match[1] if match and leads_back else ""


def _marked(link: Element, pattern: re.Pattern[str]) -> str:
    match = pattern.search(link.attributes.get("href", ""))
    return match[1] if match and clean_line(link.words()).strip("[]()") == match[1] else ""
