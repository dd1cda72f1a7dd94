"""Chunks of Markdown -> plain blocks: paragraphs, headings, lists, tables, quotations, code, pictures."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from markdown_it.token import Token

from giaotrinh.model.diagnostic import error
from giaotrinh.model.document import Block, Inline
from giaotrinh.model.span import Span
from giaotrinh.read.markup.fences import Chunk
from giaotrinh.read.markup.frame import Frame, Sheet
from giaotrinh.read.markup.inline import markdown
from giaotrinh.read.markup.places import Places, places_of_lines
from giaotrinh.read.markup.table_rows import read_row

_HEADING_MARK = re.compile(r"[ \t]*#{1,6}[ \t]*")
_ALIGN = re.compile(r"text-align:(\w+)")

LEVELS = (2, 3)
"""Levels of headings a module may have; the title of the module is above them."""


def read_chunk(chunk: Chunk, sheet: Sheet, frame: Frame) -> tuple[Block, ...]:
    """Return the blocks of a chunk."""
    tokens: list[Token] = []
    parser = markdown()
    parser.block.parse("\n".join(chunk.lines), parser, {}, tokens)
    return _Chunk(chunk=chunk, sheet=sheet, frame=frame, tokens=tokens).blocks("")


@dataclass(slots=True, kw_only=True)
class _Chunk:
    """Walks the tokens of one chunk."""

    chunk: Chunk
    sheet: Sheet
    frame: Frame
    tokens: list[Token]
    index: int = 0

    def blocks(self, closing: str) -> tuple[Block, ...]:
        """Return the blocks up to a closing token, which is passed over."""
        found: list[Block] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.type == closing:
                break
            block = _READERS[token.type](self, token)
            if block is not None:
                found.append(block)
        return tuple(found)

    def lines(self, token: Token) -> tuple[int, tuple[str, ...]]:
        """Return the number of the first line of a token in the file, and its lines."""
        first, end = token.map or [0, 0]
        return self.chunk.first + first, self.chunk.lines[first:end]

    def span(self, token: Token) -> Span:
        """Return the place of the first line of a token."""
        line, lines = self.lines(token)
        text = lines[0] if lines else ""
        start = len(text) - len(text.lstrip()) + 1
        return Span(file=self.sheet.file, line=line, column=start, end_column=len(text.rstrip()) + 1)

    def make(
        self,
        kind: str,
        token: Token,
        *,
        inside: Callable[[], tuple[Block, ...]] | None = None,
        inlines: tuple[Inline, ...] = (),
        options: Mapping[str, str] | None = None,
        span: Span | None = None,
        number: str = "",
    ) -> Block:
        """Return a block; its id is taken before what stands inside it is read."""
        line, lines = self.lines(token)
        identity, allowed = self.sheet.enter(line)
        return Block(
            kind=kind,
            id=identity,
            span=span or self.span(token),
            end_line=line + max(len(lines), 1) - 1,
            inlines=inlines,
            children=inside() if inside else (),
            options=options or {},
            allowed=allowed,
            number=number,
        )

    def inlines(self) -> tuple[Inline, ...]:
        """Read the inline token that follows an opening one, and pass over its close."""
        token = self.tokens[self.index]
        self.index += 2
        line, lines = self.lines(token)
        places = places_of_lines(token.content, lines, line, self.sheet.file)
        return self.sheet.inline.read(token.content, places)


def _paragraph(chunk: _Chunk, token: Token) -> Block:
    inlines = chunk.inlines()
    if len(inlines) == 1 and inlines[0].kind == "image":
        return chunk.make("image", token, inlines=inlines)
    _, lines = chunk.lines(token)
    if lines[0].lstrip().startswith("|") and len(lines) > 1:
        chunk.sheet.found.append(error("table-malformed", chunk.span(token)))
    span = replace(chunk.span(token), column=inlines[0].span.column) if inlines else None
    return chunk.make("paragraph", token, inlines=inlines, span=span)


def _heading(chunk: _Chunk, token: Token) -> Block:
    level = int(token.tag[1:])
    content = chunk.tokens[chunk.index].content
    line, lines = chunk.lines(token)
    mark = _HEADING_MARK.match(lines[0])
    start = lines[0].find(content, mark.end() if mark else 0)
    chunk.index += 2
    places = places_of_lines(content, (lines[0][: start + len(content)],), line, chunk.sheet.file)
    inlines = chunk.sheet.inline.read(content, places)
    number = _heading_number(chunk, token, level)
    return chunk.make("heading", token, inlines=inlines, options={"level": str(level)}, number=number)


def _heading_number(chunk: _Chunk, token: Token, level: int) -> str:
    span, sheet, frame = chunk.span(token), chunk.sheet, chunk.frame
    if level not in LEVELS:
        sheet.found.append(error("heading-level", span, level="#" * level))
        return ""
    if token.level > 0:
        sheet.found.append(error("heading-in-list", span))
        return ""
    if frame.is_apart:
        sheet.found.append(error("heading-in-block", span, frame.opening, block=frame.apart))
        return ""
    if level == 3 and not sheet.counting.has_section:
        sheet.found.append(error("heading-skips", span))
    return sheet.counting.heading(level)


def _bullets(chunk: _Chunk, token: Token) -> Block:
    return chunk.make("bullets", token, inside=lambda: chunk.blocks("bullet_list_close"))


def _numbers(chunk: _Chunk, token: Token) -> Block:
    start = token.attrGet("start")
    options = {"start": str(start)} if start is not None else {}
    return chunk.make("numbers", token, inside=lambda: chunk.blocks("ordered_list_close"), options=options)


def _item(chunk: _Chunk, token: Token) -> Block:
    return chunk.make("item", token, inside=lambda: chunk.blocks("list_item_close"))


def _quotation(chunk: _Chunk, token: Token) -> Block:
    return chunk.make("quotation", token, inside=lambda: chunk.blocks("blockquote_close"))


def _code(chunk: _Chunk, token: Token) -> Block:
    span = chunk.span(token)
    inlines = (Inline(kind="code", text=token.content.rstrip("\n"), span=span),)
    return chunk.make("code", token, inlines=inlines, options={"language": token.info.strip()})


def _rule(chunk: _Chunk, token: Token) -> None:
    chunk.sheet.found.append(error("markdown-rule", chunk.span(token)))


def _grid(chunk: _Chunk, token: Token) -> Block:
    end = next(at for at in range(chunk.index, len(chunk.tokens)) if chunk.tokens[at].type == "table_close")
    inside = chunk.tokens[chunk.index : end]
    chunk.index = end + 1
    rows = [each for each in inside if each.type == "tr_open"]
    aligns = [_align(each) for each in inside if each.type == "th_open"]
    width = len(aligns)
    return chunk.make(
        "grid",
        token,
        inside=lambda: tuple(_row(chunk, row, width, is_head=row is rows[0]) for row in rows),
        options={"align": ",".join(aligns)},
    )


def _align(token: Token) -> str:
    match = _ALIGN.search(str(token.attrGet("style") or ""))
    return match[1] if match else "left"


def _row(chunk: _Chunk, token: Token, width: int, *, is_head: bool) -> Block:
    line, lines = chunk.lines(token)
    cells = read_row(lines[0], line, chunk.sheet.file)
    if len(cells) != width:
        chunk.sheet.found.append(error("table-ragged", chunk.span(token), count=len(cells), width=width))
    return chunk.make(
        "row",
        token,
        inside=lambda: tuple(_cell(chunk, token, content, places) for content, places in cells),
        options={"head": "yes"} if is_head else {},
    )


def _cell(chunk: _Chunk, token: Token, content: str, places: Places) -> Block:
    inlines = chunk.sheet.inline.read(content, places)
    return chunk.make("cell", token, inlines=inlines, span=places.span(0, len(content)))


_READERS: Mapping[str, Callable[[_Chunk, Token], Block | None]] = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "bullet_list_open": _bullets,
    "ordered_list_open": _numbers,
    "list_item_open": _item,
    "blockquote_open": _quotation,
    "fence": _code,
    "hr": _rule,
    "table_open": _grid,
}
"""Token that opens a block -> what reads it; the parser has no other blocks switched on."""
