"""The elements of a web page, and which of them hold the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from giaotrinh.intake.carrier.limits import check_html

_NEVER_DRAWN = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "iframe", "object")
)
_CONTROLS = frozenset(("nav", "button", "select", "option", "textarea", "input", "form", "dialog", "menu"))
_MOSTLY = 0.72
"""Share of the words of a part that one part inside it must hold to stand for it."""
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


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


def parse_html(content: bytes) -> Element:
    """Return the body of a page; raises Refused for one that is too large or too deep."""
    check_html(content)
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(_decoded(content)).body
    root = Element(tag="body")
    if body is not None:
        _copy(body, root)
    for element in reversed(list(root.walk())):
        _weigh(element)
    return root


def document_part(body: Element) -> list[Element]:
    """Return the way from the body down to the element that holds most of what is no link: the document's own."""
    way = [body]
    while True:
        here = way[-1]
        heaviest = max(here.children, key=lambda child: child.weight, default=None)
        if heaviest is None or not heaviest.tag or heaviest.tag in ("p", "table", "ol", "ul"):
            return way
        if heaviest.weight < _MOSTLY * here.weight or heaviest.weight == 0:
            return way
        way.append(heaviest)


def is_surrounding(element: Element) -> bool:
    """Return whether an element inside the document's part belongs to the site: menus, forms, lists of links."""
    if element.tag in _CONTROLS or element.attributes.get("role") in ("navigation", "banner", "contentinfo", "search"):
        return True
    boxed = element.tag in ("div", "ul", "ol", "aside", "section", "footer", "header")
    links = sum(one.tag == "a" for one in element.walk()) if boxed and element.linked > element.weight else 0
    return links >= 4 and element.linked > 3 * element.weight


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
    if element.tag == "a" or element.tag in _CONTROLS:
        element.linked, element.weight = element.linked + element.weight, 0
