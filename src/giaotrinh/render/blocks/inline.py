"""Inlines -> safe HTML: marks, roles, footnotes, with typography applied to every run of words."""

from collections.abc import Callable, Mapping
from math import ceil
from urllib.parse import unquote

from markupsafe import Markup, escape

from giaotrinh.model.document import Inline, plain
from giaotrinh.model.edition import Reader
from giaotrinh.render.blocks.figures import value_words
from giaotrinh.render.blocks.pictures import picture_address
from giaotrinh.render.blocks.places import by_source, cite
from giaotrinh.render.blocks.typography import set_text, typeset
from giaotrinh.render.composition import Composition

REFERENCE = "asset:///ref/"
"""Prefix of a link to an id of another, or the same, fragment; binding turns it into a place in the file."""

_SAFE_LINKS = ("https://", "http://", "mailto:")


def set_inlines(inlines: tuple[Inline, ...], composition: Composition) -> Markup:
    """Return inlines as HTML."""
    pieces: list[Markup] = []
    for at, inline in enumerate(inlines):
        if inline.kind == "cite" and composition.gathers and pieces:
            pieces[-1] = Markup(pieces[-1].rstrip())  # what leaves the sentence takes the space before it along
        if inline.kind == "ref":
            pieces.append(_ref(inline, composition, bracketed=_is_open(inlines[:at])))
        else:
            pieces.append(_SETTERS.get(inline.kind, _words)(inline, composition))
    return Markup("").join(pieces)


def set_paragraph(inlines: tuple[Inline, ...], composition: Composition) -> tuple[Markup, Markup]:
    """Return the text of a block and the entry of what it cites; outside the text of a book citations stay in it."""
    if not composition.in_book:
        return set_inlines(inlines, composition), Markup("")
    composition.gathers, composition.cited = True, []
    words = set_inlines(inlines, composition)
    composition.gathers = False
    return words, _sources(composition)


def _sources(composition: Composition) -> Markup:
    if not composition.cited:
        return Markup("")
    entry = Markup('<span class="source"><b>{}</b> {}</span>')
    listed = by_source(composition.curriculum, composition.cited)
    return Markup(" ").join(entry.format(name, set_text(places, ranges=False)) for name, places in listed)


def _is_open(before: tuple[Inline, ...]) -> bool:
    """Whether a bracket is open behind some words."""
    words = plain(before)
    return words.count("(") > words.count(")")


def reference(target: str, words: str) -> Markup:
    """Return a link to an id anywhere in the file."""
    return Markup('<a class="ref" href="{}">{}</a>').format(REFERENCE + target, typeset(words))


def _words(inline: Inline, composition: Composition) -> Markup:
    return set_inlines(inline.children, composition) if inline.children else set_text(inline.text)


def _strong(inline: Inline, composition: Composition) -> Markup:
    return Markup("<strong>{}</strong>").format(_words(inline, composition))


def _emphasis(inline: Inline, composition: Composition) -> Markup:
    return Markup("<em>{}</em>").format(_words(inline, composition))


def _code(inline: Inline, composition: Composition) -> Markup:
    return Markup('<span class="code nb">{}</span>').format(inline.text)


def _newline(inline: Inline, composition: Composition) -> Markup:
    return Markup("<br>") if inline.text == "hard" else Markup(" ")


def _link(inline: Inline, composition: Composition) -> Markup:
    words = typeset(plain(inline.children) or inline.text)
    if not inline.target.startswith(_SAFE_LINKS):
        return escape(words)
    return Markup('<a href="{}">{}</a>').format(inline.target, words)


def _image(inline: Inline, composition: Composition) -> Markup:
    address = picture_address(unquote(inline.target), composition)
    if address is None:
        return escape(inline.text)
    return Markup('<img src="{}" alt="{}">').format(address, plain(inline.children) or inline.text)


def _cite(inline: Inline, composition: Composition) -> Markup:
    if composition.gathers:
        composition.cited.append(inline.text or inline.target)
        return Markup("")
    words = cite(composition.curriculum, inline.text or inline.target)
    return Markup('<span class="cite">({})</span>').format(set_text(words, ranges=False)) if words else Markup("")


def _value(inline: Inline, composition: Composition) -> Markup:
    figure = composition.curriculum.figures.get((inline.target or inline.text).strip())
    if figure is None:
        return escape(inline.text)
    return Markup('<span class="value">{}</span>').format(set_text(value_words(figure)))


def _term(inline: Inline, composition: Composition) -> Markup:
    return Markup('<span class="term">{}</span>').format(set_text(inline.text))


def _blank(inline: Inline, composition: Composition) -> Markup:
    """Return room to write the words, or the words in the same room: both twins break their lines alike."""
    room = Markup('<span class="gap" style="width: {}mm">{}</span>')
    is_filled = composition.view.reader is Reader.INSTRUCTOR
    words = _words(inline, composition) if is_filled else "\u00a0"
    return room.format(gap_width(inline.text, composition.page.body_points), words)


def gap_width(words: str, body_points: float) -> int:
    """Return the millimetres in which a hand writes some words: about three a letter beside type of 13 points, more
    beside larger type, in steps of five: the room does not tell how long the words are.
    """
    return ceil(max(len(words), 5) * 3 * max(body_points / 13, 1) / 5) * 5


def _ref(inline: Inline, composition: Composition, *, bracketed: bool) -> Markup:
    target = (inline.target or inline.text).strip()
    module = composition.curriculum.modules.get(target)
    if module is not None:
        return _pointer(module.id, f"Chuyên đề {module.number}", composition, bracketed=bracketed)
    block = composition.find(target)
    if block is None:
        return escape(inline.text)
    words = composition.label(block)
    if not composition.sees(block.id):
        return escape(typeset(words))
    return _pointer(block.id, words, composition, bracketed=bracketed)


def _pointer(target: str, words: str, composition: Composition, *, bracketed: bool) -> Markup:
    """Return a link; on papers apart from the book the page in the book instead: "Bảng 3.1 (tr. 31)".

    In brackets it is "(Bảng 3.1, tr. 31)".
    """
    if composition.page_of is None:
        return reference(target, words)
    page = composition.page_of(target)
    if not page:
        return escape(typeset(words))
    return escape(typeset(f"{words}, tr.\u00a0{page}" if bracketed else f"{words} (tr.\u00a0{page})"))


def _from(inline: Inline, composition: Composition) -> Markup:
    known = composition.curriculum.references.get(inline.target.strip())
    words = set_text(inline.text)
    if known is None:
        return words
    first = composition.footnotes.setdefault(known.id, composition.footnote_count + 1)
    composition.footnote_count += 1
    note = set_text(known.text) if first == composition.footnote_count else f"Như chú thích {first}."
    return Markup('{}<span class="footnote">{}</span>').format(words, note)


_SETTERS: Mapping[str, Callable[[Inline, Composition], Markup]] = {
    "strong": _strong,
    "emphasis": _emphasis,
    "code": _code,
    "newline": _newline,
    "link": _link,
    "image": _image,
    "cite": _cite,
    "value": _value,
    "term": _term,
    "from": _from,
    "blank": _blank,
}
