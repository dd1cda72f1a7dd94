"""What in the tree of an imported document is not sure: each doubt has a place, what was assumed, how to change it.

The signs are cheap and general; none says that the tree is wrong, each was seen at a wrong tree. A doubt at a
provision speaks for the items in it too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from giaotrinh.model.diagnostic import Diagnostic, in_order, info, warning
from giaotrinh.model.source import Provision
from giaotrinh.model.span import Span
from giaotrinh.outline.markers import read_markers
from giaotrinh.outline.metadata import Metadata
from giaotrinh.outline.nesting import is_heading, leads_over
from giaotrinh.viet.capitals import CAPITALS

_COUNTED = ("roman", "capital", "article", "chapter", "number", "letter", "paren")
"""Kinds of items that are counted from one."""
_HEADED = ("roman", "capital", "chapter", "section", "part")
"""Kinds that head what stands below them."""
_LONG_HEADING = 12
"""Words from which a heading without a number may be a sentence."""
_ABOVE_DASHES = ("paren", "number", "letter", "roman")
"""Kinds that usually stand above dashes."""
_GLUED = re.compile(
    rf"(?<!Điều)(?<!điều)(?<!khoản)(?<!mục)(?<!số)(?<=[^\d\s.,/-])[\s*]+1\.\s+(?=[{CAPITALS}])"
    rf"|[:.;]\**(?:1|I|a)[.)]\s*(?=[{CAPITALS}])"
)
"""The first marker of a list inside a line: its line break was lost."""


def find_doubts(provisions: Sequence[Provision], metadata: Metadata, file: str) -> tuple[Diagnostic, ...]:
    """Return the doubts about a tree, in the order of the text; places are lines of `file`."""
    every = [part for root in provisions for part in root.walk()]
    lists = [tuple(provisions), *(part.children for part in every if part.children)]
    found = [
        *(doubt for items in lists for doubt in _of_list(items, file)),
        *(doubt for part in every for doubt in _of_provision(part, file)),
        *_of_articles(provisions, metadata, file),
        *_of_metadata(metadata, file),
    ]
    return in_order(found)


def _of_list(items: Sequence[Provision], file: str) -> Iterator[Diagnostic]:
    """Yield a doubt for a list that begins again, and for one that does not begin with its first item."""
    before: dict[str, Provision] = {}
    for item in items:
        if item.kind not in _COUNTED or item.label.startswith("|"):
            continue
        last = before.get(item.kind)
        if "~" in _step(item) and (last is None or "~" not in _step(last)):
            yield warning("outline-restarted", _span(item, file), label=item.label)
        elif last is None and item.kind != "article" and _place(item) > 1:
            yield warning("outline-starts-late", _span(item, file), label=item.label)
        before[item.kind] = item


def _of_provision(part: Provision, file: str) -> Iterator[Diagnostic]:
    if part.kind == "paragraph" and part.children and len(part.title.split()) > _LONG_HEADING:
        yield info("outline-heading-guessed", _span(part, file), words=_brief(part.title))
    if part.kind in _HEADED and not part.children and len(part.lines) == 1 and part.title.isupper():
        yield warning("outline-heading-empty", _span(part, file), label=part.label, words=_brief(part.title))
    if part.kind == "dash" and any(child.kind in _ABOVE_DASHES for child in part.children):
        yield info("outline-deep", _span(part.children[0], file), label=part.children[0].label)
    lines = () if part.lines[0].startswith("|") else (part.text.split("\n", 1)[0], *part.lines[1:])
    if glued := next((match for line in lines if (match := _GLUED.search(line))), None):
        yield warning(
            "outline-glued", _span(part, file), words=glued.string[glued.end() - 4 : glued.end() + 40].strip()
        )
    for line, words in _unplaced(part):
        yield warning("outline-unplaced", Span(file=file, line=line, column=1), words=_brief(words))
    if part.kind not in ("preamble", "annex") and (words := _unheaded(part)):
        yield info("outline-lead-in", _span(part, file), label=part.label or part.path, words=_brief(words))


def _unplaced(part: Provision) -> Iterator[tuple[int, str]]:
    """Yield the first line inside a provision that begins as an item does and fits in no list, with its place."""
    if part.kind in ("preamble", "annex", "paragraph") or part.lines[0].startswith("|"):
        return
    inner = enumerate(part.lines[1:], part.line + 1)
    yield from islice(((at, line) for at, line in inner if any(m.kind in _COUNTED for m in read_markers(line))), 1)


def _unheaded(part: Provision) -> str:
    """Return the last paragraph of a provision that leads over to its items and may head them, "" for none."""
    last = part.lines[-1] if len(part.lines) > 1 and part.children else ""
    return last if last.rstrip().endswith(":") and not is_heading(last) and not leads_over(last) else ""


def _of_articles(provisions: Sequence[Provision], metadata: Metadata, file: str) -> Iterator[Diagnostic]:
    """Yield a doubt where articles do not begin with the first, and where an act that has several has one or none."""
    articles = [part for root in provisions for part in root.walk() if part.kind == "article" and "/" not in part.path]
    if articles and _place(articles[0]) > 1:
        yield warning("outline-starts-late", _span(articles[0], file), label=articles[0].label)
    if len(articles) <= 1 and "QH" in metadata.number:
        line = articles[0].line if articles else 1
        yield warning("outline-one-article", Span(file=file, line=line, column=1), count=len(articles))


def _of_metadata(metadata: Metadata, file: str) -> Iterator[Diagnostic]:
    names = {"title": metadata.title, "number": metadata.number, "date": metadata.date, "issuer": metadata.issuer}
    if missing := [name for name, value in names.items() if not value]:
        yield warning("import-metadata-missing", Span(file=file, line=1, column=1), names=", ".join(missing))


def _step(item: Provision) -> str:
    return re.split(r"[./]", item.path)[-1]


def _place(item: Provision) -> int:
    markers = (marker for marker in read_markers(item.lines[0]) if marker.kind == item.kind)
    return next((marker.values[0] for marker in markers if marker.values), 0)


def _span(part: Provision, file: str) -> Span:
    return Span(file=file, line=part.line, column=1)


def _brief(words: str, width: int = 60) -> str:
    return words if len(words) <= width else words[:width].rsplit(" ", 1)[0] + " ..."
