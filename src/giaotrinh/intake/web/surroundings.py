"""Which parts of a web page are the document, and which the site around it.

The document is what is left when menus, lists of links, forms and comments are gone. A part that holds most of the
words leads to it; what stands beside that part is the site's, unless it shows a sign of a document of its own.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from giaotrinh.intake.web.tree import CONTROLS, Element
from giaotrinh.model.text import fold
from giaotrinh.outline.markers import read_markers

_MOSTLY = 0.72
"""Share of the words of a part that one part inside it must hold to lead to the document."""
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
_BOXES = frozenset(("div", "ul", "ol", "aside", "section", "footer", "header", "nav", "p", "td", "table"))
_SITE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|breadcrumbs?|sidebar|comments?|binh-?luan|related|lien-?quan|tin-?khac|share|social|"
    r"copyright|advert\w*|ads|banner|popup|modal|login|cookie|toolbar|pagination|tags?)(?:$|[-_\s])",
    re.IGNORECASE,
)
_SITE_HEADS = re.compile(
    r"(?:bình luận|ý kiến bạn đọc|gửi bình luận|tin (?:bài )?(?:liên quan|khác|cùng chuyên mục|mới|đọc nhiều)|"
    r"bài viết (?:liên quan|khác)|văn bản (?:liên quan|cùng loại)|các tin khác|chia sẻ|từ khóa)\b"
)
_SIGNS = re.compile(
    r"^(?:cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam|nơi nhận|phụ (?:lục|biểu)|số\s?:\s?\S*\d|"
    r"căn cứ |\[\^?\d{1,3}\])|\(đã ký\)"
)
_NOTES = re.compile(r"(?:foot|end)notes?", re.IGNORECASE)
_LINES_LOOKED_AT = 60
"""Lines of a part in which a sign of a document is looked for."""


def document_part(body: Element) -> list[Element]:
    """Return the way from the body down to the element whose parts are the document's own."""
    way = [body]
    while True:
        here = way[-1]
        heaviest = max(here.children, key=lambda child: child.weight, default=None)
        if heaviest is None or not heaviest.tag or heaviest.tag in ("p", "table", "ol", "ul"):
            return way
        if heaviest.weight < _MOSTLY * here.weight or heaviest.weight == 0 or _has_company(here, heaviest):
            return way
        way.append(heaviest)


def _has_company(here: Element, heaviest: Element) -> bool:
    """Return whether another part beside the heaviest one belongs to the document too."""
    return any(
        _is_twin(child, heaviest) or _shows_document(child)
        for child in here.children
        if child is not heaviest and child.tag and not child.is_hidden and not is_surrounding(child)
    )


def _is_twin(child: Element, heaviest: Element) -> bool:
    """Return whether two parts are sections of one text: same element, same class but for its number."""
    if child.tag != heaviest.tag or not child.weight:
        return False
    classes = [re.sub(r"\d+", "", one.attributes.get("class", "")).strip() for one in (child, heaviest)]
    return classes[0] == classes[1] and (child.tag in ("section", "article") or bool(classes[0]))


def _shows_document(part: Element) -> bool:
    if part.tag in ("header", "footer", "aside", "nav") and part.linked:
        return False
    if _NOTES.search(_names(part) + part.attributes.get("style", "")):
        return True
    lines = list(_lines(part))[:_LINES_LOOKED_AT]
    if part.linked > part.weight:
        return False
    if any(_SIGNS.search(fold(line)) for line in lines):
        return True
    return part.tag not in ("aside", "footer") and any(_opens(line) for line in lines[:1])


def _opens(line: str) -> bool:
    """Return whether a part begins as a part of a document does: "II. NHIỆM VỤ", "Điều 3. ..."."""
    return any(marker.values and not marker.weak for marker in read_markers(line)) and len(line.split()) > 1


def _lines(part: Element) -> Iterator[str]:
    """Yield about the first words of each block; inline elements in their block are one line."""
    line = ""
    for one in part.walk():
        if one.tag in ("p", "div", "li", "tr", "td", "br", "section", "h1", "h2", "h3", "h4", "h5", "h6"):
            if line.strip():
                yield " ".join(line.split())
            line = ""
        line += one.text
    if line.strip():
        yield " ".join(line.split())


def _names(element: Element) -> str:
    return f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"


def is_surrounding(element: Element) -> bool:
    """Return whether an element belongs to the site: menus, forms, comments, lists of links."""
    if element.tag in CONTROLS or element.attributes.get("role") in _ROLES:
        return True
    if element.tag not in _BOXES:
        return False
    if _NOTES.search(_names(element) + element.attributes.get("style", "")):
        return False
    return _is_list_of_links(element) or _is_of_the_site(element)


def _is_list_of_links(element: Element) -> bool:
    return element.links >= 4 and element.linked > 3 * element.weight


def _is_of_the_site(element: Element) -> bool:
    """Return whether a part calls itself something of a site, in its names or its first line, and shows no document."""
    if element.tag in ("p", "td", "table") or element.weight + element.linked > 20_000:
        return False
    called = bool(_SITE_NAMES.search(_names(element)))
    first = next(_lines(element), "")
    headed = len(first.split()) <= 8 and bool(_SITE_HEADS.match(fold(first)))
    return (called or headed) and not any(_SIGNS.search(fold(line)) or _is_article(line) for line in _lines(element))


def _is_article(line: str) -> bool:
    return any(marker.kind in ("article", "chapter", "roman") and not marker.weak for marker in read_markers(line))


def site_beside(way: Sequence[Element]) -> Iterator[Element]:
    """Yield what stands beside the way down to the document."""
    for outer, inner in pairwise(way):
        yield from (child for child in outer.children if child is not inner)
