"""The elements of a web page as they are read: what is never drawn is gone, words are weighed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from giaotrinh.intake.carrier.characters import clean_line
from giaotrinh.intake.carrier.limits import check_html

_NEVER_DRAWN = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "iframe", "object")
)
CONTROLS = frozenset(("nav", "button", "select", "option", "textarea", "input", "form", "dialog", "menu"))
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^:;]*:[^;]*line-through", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element, or a text (tag "" and its words)."""

    tag: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    weight: int = 0
    """Letters that are no link and no control."""
    linked: int = 0
    """Letters of links."""
    links: int = 0
    """Links inside it."""

    def words(self) -> str:
        """Return all its words in order."""
        return "".join(one.text for one in self.walk())

    def walk(self) -> Iterator["Element"]:
        """Yield it and all inside it, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(one.children)

    @property
    def is_hidden(self) -> bool:
        """Return whether a reader of the page would not see it."""
        return "hidden" in self.attributes or bool(_HIDDEN.search(self.attributes.get("style", "")))

    @property
    def is_struck(self) -> bool:
        """Return whether a line is drawn through its words: they are no longer valid."""
        return self.tag in ("del", "s", "strike") or bool(_STRUCK.search(self.attributes.get("style", "")))


def parse_html(content: bytes) -> tuple[Element, str]:
    """Return (the body of a page, its style sheet); raises Refused for one that is too large or too deep."""
    check_html(content)
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(_decoded(content))
    body = page.body
    stylesheet = "\n".join(one.text() for one in page.css("style"))
    root = Element(tag="body")
    if body is not None:
        _copy(body, root)
    for element in reversed(list(root.walk())):
        _weigh(element)
    return root, stylesheet


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    named = _CHARSET.search(content[:4096])
    for name in ("utf-8-sig", named[1].decode("ascii") if named else "", "cp1258"):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", "replace")


def _copy(source: Any, target: Element) -> None:
    """Copy the tree without recursion: pages that forget to close elements nest deeply."""
    waiting = [(source, target)]
    while waiting:
        node, element = waiting.pop()
        child = node.first_child
        while child is not None:
            if child.tag == "-text":
                element.children.append(Element(tag="", text=child.text_content or ""))
            elif not child.tag.startswith(("-", "_", "!")) and child.tag not in _NEVER_DRAWN:
                attributes = {name.lower(): value or "" for name, value in child.attributes.items()}
                copied = Element(tag=child.tag, attributes=attributes)
                element.children.append(copied)
                waiting.append((child, copied))
            child = child.next


def _weigh(element: Element) -> None:
    letters = 0 if element.tag else sum(not char.isspace() for char in element.text)
    element.linked = sum(child.linked for child in element.children)
    element.weight = letters + sum(child.weight for child in element.children)
    element.links = (element.tag == "a") + sum(child.links for child in element.children)
    if element.tag == "a" or element.tag in CONTROLS:
        element.linked, element.weight = element.linked + element.weight, 0


def spaced(element: Element) -> str:
    """Return its words as one line, with blanks between the texts of different elements."""
    return clean_line(" ".join(one.text for one in element.walk() if one.text))
