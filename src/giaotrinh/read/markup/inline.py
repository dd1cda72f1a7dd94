"""Markdown inside a paragraph -> inlines with their exact places, roles included.

markdown-it-py gives inline tokens no position. Our state notes where each token began; fragments are joined here and
not there, so that a run of text never spans characters that do not stand side by side in the file.
"""

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, image, link
from markdown_it.rules_inline import text as plain_text
from markdown_it.token import Token

from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.document import ROLES, Inline
from giaotrinh.model.nearest import nearest
from giaotrinh.model.quantity import Quantity
from giaotrinh.read.markup.measure import Drafted, Measure, measure_drafts
from giaotrinh.read.markup.places import Places

_MARKUP = re.compile(r"[*_`\[\\&<{\n]")
_ROLE = re.compile(r"\{(?P<name>[A-Za-z][A-Za-z0-9_-]*)\}(?P<marks>`*)")
_TARGETED = re.compile(r"(?P<words>.*\S)\s*<(?P<target>[^<>]+)>\s*$", re.DOTALL)
_BOLD = re.compile(r"\*\*+")
_TAG = re.compile(r"</?(?:a|b|br|center|div|em|font|hr|i|img|p|small|span|strong|sub|sup|table|td|tr|u)\b[^<>]*>|<!--")
_UNSAFE_LINK = re.compile(r"\]\((?P<target>(?:javascript|vbscript|file|data):[^\s)]*)", re.IGNORECASE)

SAFE_LINKS = ("https://", "http://", "mailto:")
"""How the address of a link may begin."""


@dataclass(slots=True, kw_only=True)
class InlineReader:
    """Reads the inline Markdown of one file; collects what is wrong with it."""

    measure: Measure
    found: list[Diagnostic] = field(default_factory=list)

    def read(self, content: str, places: Places) -> tuple[Inline, ...]:
        """Return the inlines of a piece of Markdown."""
        if not content:
            return ()
        if _MARKUP.search(content) is None:
            drafts = [Drafted(kind="text", text=content, start=0, end=len(content))]
        else:
            drafts = _Gathering(state=_parse(content), places=places, found=self.found).drafts()
        quantities = measure_drafts(drafts, self.measure)
        return tuple(_freeze(draft, places, quantities) for draft in drafts)


@functools.cache
def markdown() -> MarkdownIt:
    """Return the CommonMark parser of course text: tables on; HTML, indented code and what drops words off."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(["code", "html_block", "html_inline", "lheading", "reference", "fragments_join"])
    parser.inline.ruler.at("text", _text)
    parser.inline.ruler.before("backticks", "role", _ending(_role))
    for name, rule in (("backticks", backtick), ("link", link), ("image", image), ("autolink", autolink)):
        parser.inline.ruler.at(name, _ending(rule))
    return parser


class _State(StateInline):
    """An inline state that knows where its tokens began."""

    def __init__(self, src: str, md: MarkdownIt, env: dict[str, Any], out: list[Token]) -> None:
        super().__init__(src, md, env, out)
        self.starts: list[int] = []
        self.pending_at: int | None = None
        self.ends: dict[int, int] = {}
        """Index of the last token of a link, image, code or role -> where the whole construct ends."""
        self.slips: list[tuple[int, int, str]] = []
        """Roles that are not whole: (start, end, what is wrong)."""
        self._mark_at = -1
        self._mark_count = 0

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if ttype == "text":
            # The marks of one run of * or _ are pushed one by one before the position moves on.
            self._mark_count = self._mark_count + 1 if at == self._mark_at else 0
            self._mark_at = at
            at += self._mark_count
        self.starts.append(at)
        return token

    def pushPending(self) -> Token:
        text = self.pending
        self.starts.append(self.pos - len(text) if self.pending_at is None else self.pending_at)
        self.pending_at = None
        return super().pushPending()


def _ending(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """Return the rule made to note where what it read ends."""

    def noting(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        is_read = rule(state, silent)
        if is_read and not silent and isinstance(state, _State) and len(state.tokens) > before:
            state.ends[len(state.tokens) - 1] = state.pos
        return is_read

    return noting


def _parse(content: str) -> _State:
    parser = markdown()
    state = _State(content, parser, {}, [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state


def _text(state: StateInline, silent: bool) -> bool:
    """Markdown-it's rule for text, which also notes where a run of text began."""
    if not silent and isinstance(state, _State) and not state.pending:
        state.pending_at = state.pos
    return plain_text(state, silent)


def _role(state: StateInline, silent: bool) -> bool:
    """Read {name}`...`; a known name without its back quotes is noted and stays text."""
    if state.src[state.pos] != "{":
        return False
    match = _ROLE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    end = _closing(state.src, match["marks"], match.end(), state.posMax) if match["marks"] else -1
    if end < 0:
        if not silent and isinstance(state, _State) and (match["marks"] or match["name"] in ROLES):
            state.slips.append((match.start(), match.end(), match["name"]))
        return False
    if not silent:
        token = state.push("role", "", 0)
        token.info = match["name"]
        token.content = state.src[match.end() : end].replace("\n", " ").strip()
    state.pos = end + len(match["marks"])
    return True


def _closing(text: str, marks: str, start: int, limit: int) -> int:
    """Return where a run of exactly these back quotes begins, -1 where there is none."""
    while (at := text.find(marks, start, limit)) >= 0:
        end = at
        while end < limit and text[end] == "`":
            end += 1
        if end - at == len(marks):
            return at
        start = end
    return -1


@dataclass(slots=True, kw_only=True)
class _Gathering:
    """Turns the flat tokens of a state into drafted inlines."""

    state: _State
    places: Places
    found: list[Diagnostic]
    index: int = 0

    def drafts(self) -> list[Drafted]:
        """Return the drafted inlines of the whole state."""
        for start, end, name in self.state.slips:
            self.found.append(error("role-malformed", self.places.span(start, end), name=name))
        return self._until(None)

    def _until(self, closing: str | None) -> list[Drafted]:
        gathered: list[Drafted] = []
        while self.index < len(self.state.tokens):
            token, start = self.state.tokens[self.index], self.state.starts[self.index]
            self.index += 1
            if token.type == closing:
                break
            draft = self._draft(token, start)
            if draft is not None:
                _append(gathered, draft)
        return [part for draft in gathered for part in self._side_by_side(draft)]

    def _draft(self, token: Token, start: int) -> Drafted | None:
        kind = token.type
        if kind == "text":
            end = start + len(token.content)
            return Drafted(kind="text", text=token.content, start=start, end=end) if token.content else None
        if kind in ("text_special", "softbreak", "hardbreak"):
            return _single(token, start)
        if kind == "code_inline":
            return Drafted(kind="code", text=token.content, start=start, end=self._end())
        if kind == "role":
            return self._role(token, start)
        if kind == "image":
            target = str(token.attrGet("src") or "")
            return Drafted(kind="image", text=token.content, target=target, start=start, end=self._end())
        return self._nested(token, start)

    def _nested(self, token: Token, start: int) -> Drafted:
        if token.type == "link_open":
            return self._link(token, start)
        width = len(token.markup)
        # The token that opens a strong run is the inner of its two marks.
        start -= width - 1
        inside = self._until(token.type.replace("_open", "_close"))
        end = self.state.starts[self.index - 1] + width
        kind = "strong" if token.type == "strong_open" else "emphasis"
        return Drafted(kind=kind, start=start, end=end, children=inside)

    def _link(self, token: Token, start: int) -> Drafted:
        target = str(token.attrGet("href") or "")
        if token.markup == "autolink":
            self.state.starts[self.index] = start + 1
        else:
            start -= 1
        inside = self._until("link_close")
        if not target.startswith(SAFE_LINKS):
            span = self.places.span(start, self._end())
            self.found.append(error("link-refused", span, target=target, known=" ".join(SAFE_LINKS)))
        return Drafted(kind="link", target=target, start=start, end=self._end(), children=inside)

    def _role(self, token: Token, start: int) -> Drafted:
        end = self._end()
        name, text = token.info, token.content
        span = self.places.span(start, end)
        if name not in ROLES:
            near = nearest(name, ROLES)
            self.found.append(error("role-unknown", span, name=name, nearest=near, known=", ".join(sorted(ROLES))))
            return Drafted(kind="text", text=text, start=start, end=end)
        if not text:
            self.found.append(error("role-empty", span, name=name))
        target = text
        if name == "from":
            targeted = _TARGETED.match(text)
            text, target = (targeted["words"], targeted["target"].strip()) if targeted else (text, "")
            if not target:
                self.found.append(error("role-without-target", span, written=text))
        inside = self._words(text, start, end) if name == "blank" and text else []
        return Drafted(kind=name, text=text, target=target, start=start, end=end, children=inside)

    def _words(self, text: str, start: int, end: int) -> list[Drafted]:
        """Return the words of a role as a run of text of its own, read and checked as any other."""
        at = start + self.state.src[start:end].replace("\n", " ").rindex(text)
        return [Drafted(kind="text", text=text, start=at, end=at + len(text))]

    def _end(self) -> int:
        """Return where the construct of the token just taken ends."""
        return self.state.ends[self.index - 1]

    def _side_by_side(self, draft: Drafted) -> Iterator[Drafted]:
        """Yield a run of text cut where the file has more characters than the text."""
        self._note_leftovers(draft)
        is_plain = draft.kind == "text" and draft.is_as_written
        while is_plain and (cut := self.places.run_end(draft.start)) < draft.end:
            width = cut - draft.start
            yield Drafted(kind="text", text=draft.text[:width], start=draft.start, end=cut)
            draft = Drafted(kind="text", text=draft.text[width:], start=cut, end=draft.end)
        yield draft

    def _note_leftovers(self, draft: Drafted) -> None:
        """Warn of mark-up that stays in the text as it is and so would print."""
        if draft.kind != "text" or not draft.is_as_written:
            return
        for match in _BOLD.finditer(draft.text):
            span = self.places.span(draft.start + match.start(), draft.start + match.end())
            self.found.append(warning("bold-left-open", span))
        for match in _UNSAFE_LINK.finditer(draft.text) if "](" in draft.text else ():
            span = self.places.span(draft.start + match.start() + 2, draft.start + match.end())
            self.found.append(error("link-refused", span, target=match["target"], known=" ".join(SAFE_LINKS)))
        for match in _TAG.finditer(draft.text) if "<" in draft.text else ():
            span = self.places.span(draft.start + match.start(), draft.start + match.end())
            self.found.append(warning("html-as-text", span, written=match.group()))


def _append(gathered: list[Drafted], draft: Drafted) -> None:
    """Add a draft; a run of text that goes on where the last one ended is joined to it."""
    last = gathered[-1] if gathered else None
    goes_on = last is not None and last.kind == draft.kind == "text" and last.end == draft.start
    if last is not None and goes_on and last.is_as_written and draft.is_as_written:
        last.text += draft.text
        last.end = draft.end
        return
    gathered.append(draft)


def _single(token: Token, start: int) -> Drafted:
    if token.type == "text_special":
        return Drafted(kind="text", text=token.content, start=start, end=start + len(token.markup))
    hard = token.type == "hardbreak"
    return Drafted(kind="newline", text="hard" if hard else "", start=start, end=start + 1)


def _freeze(draft: Drafted, places: Places, quantities: Mapping[int, tuple[Quantity, ...]]) -> Inline:
    return Inline(
        kind=draft.kind,
        text=draft.text,
        target=draft.target,
        children=tuple(_freeze(child, places, quantities) for child in draft.children),
        span=places.span(draft.start, draft.end),
        quantities=quantities.get(id(draft), ()),
    )
