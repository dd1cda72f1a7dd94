"""Lines of a module's body -> nested `:::{name}` blocks and the text between them.

An outer block has more colons than the one inside it. Whatever breaks the rule is reported and read as it was most
likely meant, so that one slip hides nothing that follows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from giaotrinh.model.blocks import DIRECTIVES
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.nearest import nearest
from giaotrinh.model.span import Span
from giaotrinh.read.markup.exemption import Exempting, read_comment
from giaotrinh.read.markup.lines import OPTION, Kind, Line, sort_lines

DEPTH_LIMIT = 12
"""How deep blocks may stand inside one another."""

LOOK_AHEAD = 500
"""How many fence lines are looked at to tell a missing close from a wrong length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Lines of plain Markdown between fences; comments are left empty."""

    first: int
    """Line of the file at which it begins."""
    lines: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Directive:
    """A `:::{name}` block as written."""

    name: str
    colons: int
    span: Span
    """The opening line."""
    title: str = ""
    title_column: int = 0
    options: dict[str, str] = field(default_factory=dict)
    option_spans: dict[str, Span] = field(default_factory=dict)
    """Place of the value; of the name where there is no value."""
    option_keys: dict[str, Span] = field(default_factory=dict)
    content: "list[Chunk | Directive]" = field(default_factory=list)
    end_line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A module's body before its Markdown is read."""

    content: tuple[Chunk | Directive, ...]
    exempting: tuple[Exempting, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def scan_fences(lines: Sequence[str], file: str, first: int = 1) -> Body:
    """Return the blocks of the lines, of which the first is line `first` of the file."""
    scanner = _Scanner(file=file)
    scanner.scan(tuple(sort_lines(lines, file, first, scanner.found)))
    return Body(
        content=tuple(scanner.root.content), exempting=tuple(scanner.exempting), diagnostics=tuple(scanner.found)
    )


@dataclass(slots=True, kw_only=True)
class _Scanner:
    """Goes through the lines once, with the open blocks on a stack."""

    file: str
    found: list[Diagnostic] = field(default_factory=list)
    exempting: list[Exempting] = field(default_factory=list)
    root: Directive = field(default_factory=lambda: Directive(name="", colons=0, span=Span(file="")))
    stack: list[Directive] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    text_first: int = 0
    takes_options: bool = False
    fences: tuple[Line, ...] = ()
    fence_index: int = -1

    def scan(self, lines: tuple[Line, ...]) -> None:
        """Read all lines; `root` then holds the content."""
        self.fences = tuple(line for line in lines if line.kind in (Kind.OPEN, Kind.CLOSE))
        last = 0
        for line in lines:
            last = line.number
            if line.kind is Kind.OPEN:
                self.fence_index += 1
                self._open(line)
            elif line.kind is Kind.CLOSE:
                self.fence_index += 1
                self._close(line)
            elif not self._option(line):
                self._text(line)
            elif self.text:
                # An option line leaves its place empty: lines of the text are counted from its first.
                self.text.append("")
        while self.stack:
            self._unclosed(last)
        self._flush()

    @property
    def _top(self) -> Directive:
        return self.stack[-1] if self.stack else self.root

    def _open(self, line: Line) -> None:
        self._flush()
        if self.stack and line.colons >= self._top.colons:
            self._misnested(line)
        if len(self.stack) >= DEPTH_LIMIT:
            self.found.append(error("fence-too-deep", line.span(self.file), limit=DEPTH_LIMIT))
        directive = Directive(
            name=line.name,
            colons=line.colons,
            span=line.span(self.file),
            title=line.title,
            title_column=line.title_column,
        )
        if line.name not in DIRECTIVES:
            near = nearest(line.name, DIRECTIVES)
            span = line.name_span(self.file)
            self.found.append(error("block-unknown", span, name=line.name, nearest=near))
        # Too deep a block is kept beside its holder: what recurses over the tree stays within bounds.
        holder = self._top if len(self.stack) < DEPTH_LIMIT else self.root
        holder.content.append(directive)
        self.stack.append(directive)
        self.takes_options = True

    def _misnested(self, line: Line) -> None:
        """Report a block that opens inside one with as many or fewer colons."""
        outer = self._top
        if line.colons == outer.colons:
            if self._balances(line.colons):
                span = line.span(self.file)
                self.found.append(error("fence-same-length", span, outer.span, name=line.name, outer=outer.name))
                return
        elif self._closes_within(outer.colons):
            span = line.span(self.file)
            self.found.append(error("fence-longer-inside", span, outer.span, name=line.name, outer=outer.name))
            return
        self._unclosed(line.number - 1)
        if self.stack and line.colons >= self._top.colons:
            self._misnested(line)

    def _close(self, line: Line) -> None:
        self._flush()
        if line.colons not in [open_.colons for open_ in self.stack]:
            self._stray(line)
            return
        while self._top.colons != line.colons:
            self._unclosed(line.number - 1)
        self.stack.pop().end_line = line.number

    def _stray(self, line: Line) -> None:
        span = line.span(self.file)
        if not self.stack:
            self.found.append(error("fence-stray-close", span))
            return
        top = self._top
        self.found.append(error("fence-close-length", span, top.span, outer=top.name, colons=":" * top.colons))
        if not self._closes_later(top.colons):
            self.stack.pop().end_line = line.number

    def _unclosed(self, last: int) -> None:
        """Report the innermost open block as never closed and leave it."""
        self._flush()
        directive = self.stack.pop()
        directive.end_line = last
        self.found.append(error("fence-unclosed", directive.span, name=directive.name, colons=":" * directive.colons))

    def _ahead(self) -> Iterator[Line]:
        yield from self.fences[self.fence_index + 1 : self.fence_index + 1 + LOOK_AHEAD]

    def _balances(self, colons: int) -> bool:
        """Whether closes of this length follow for both the block that opens and the one it opens in."""
        depth = 2
        for fence in self._ahead():
            if fence.colons > colons:
                return False
            if fence.colons == colons:
                depth += 1 if fence.kind is Kind.OPEN else -1
            if depth == 0:
                return True
        return False

    def _closes_within(self, colons: int) -> bool:
        """Whether the next fence of at most this length is a close of exactly this length."""
        found = next((fence for fence in self._ahead() if fence.colons <= colons), None)
        return found is not None and found.kind is Kind.CLOSE and found.colons == colons

    def _closes_later(self, colons: int) -> bool:
        """Whether the next fence of at least this length is a close of exactly this length."""
        found = next((fence for fence in self._ahead() if fence.colons >= colons), None)
        return found is not None and found.kind is Kind.CLOSE and found.colons == colons

    def _option(self, line: Line) -> bool:
        """Read a line as an option where one may stand; return whether it was one."""
        if line.kind is Kind.COMMENT and self.takes_options:
            return False
        is_option = line.kind is Kind.TEXT and line.text.startswith(":") and self.stack
        if not is_option:
            self.takes_options = False
            return False
        match = OPTION.match(line.text)
        if match is None:
            if self.takes_options:
                self.found.append(error("option-malformed", line.span(self.file), written=line.text.strip()))
            return self.takes_options
        if not self.takes_options:
            self.found.append(error("option-misplaced", line.span(self.file), name=match["name"]))
            return True
        self._take_option(line, match["name"], match["value"] or "", match.start("value"))
        return True

    def _take_option(self, line: Line, name: str, value: str, start: int) -> None:
        key = Span(file=self.file, line=line.number, column=2, end_column=2 + len(name))
        value = value.strip()
        place = Span(file=self.file, line=line.number, column=start + 1, end_column=start + 1 + len(value))
        directive = self._top
        if name in directive.options:
            self.found.append(error("option-repeated", key, directive.option_keys[name], name=name))
            return
        directive.options[name] = value
        directive.option_spans[name] = place if value else key
        directive.option_keys[name] = key

    def _text(self, line: Line) -> None:
        if not self.text:
            self.text_first = line.number
        words = line.text
        if line.kind is Kind.COMMENT:
            after_text = bool(self.text) and bool(self.text[-1].strip())
            exempting, found = read_comment(words, line.span(self.file), self._top, after_text)
            self.exempting += exempting
            self.found += found
            words = ""
        self.text.append(words)

    def _flush(self) -> None:
        if any(words.strip() for words in self.text):
            self._top.content.append(Chunk(first=self.text_first, lines=tuple(self.text)))
        self.text = []
        self.takes_options = False
