"""YAML -> plain values with the place of each, by YAML 1.2 rules; every limit counted before anything is built.

Built from the event stream: libyaml's own composer is recursive and ends the interpreter on deep nesting.
A bare 12:30, no, 0755 or 2020-10-13 is text; true, false, null and decimal numbers are what they look like.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span

DEPTH_LIMIT = 50
ALIAS_LIMIT = 100
NODE_LIMIT = 200_000
"""Values after every alias is followed: few aliases can stand for a billion values."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_STRING_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})
_PROBLEMS = (
    ("that cannot start any token", "yaml-character"),
    ("expected alphabetic", "yaml-character"),
    ("mapping values are not allowed", "yaml-colon"),
    ("unexpected end of stream", "yaml-unclosed"),
    ("did not find expected ',' or", "yaml-unclosed"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-'", "yaml-indentation"),
    ("could not find expected ':'", "yaml-key-without-colon"),
)
"""What libyaml says -> code; the first that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlDocument:
    """A YAML file as plain values, with places by dotted path; the whole file has the path ""."""

    value: object
    """Mappings with text keys, lists, text, numbers, true, false, None."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Dotted path -> place of the value."""
    keys: Mapping[str, Span] = field(default_factory=dict)
    """Dotted path -> place of the key of the value."""
    written: Mapping[Span, str] = field(default_factory=dict)
    """Place of a bare number, true or false -> its characters: 8.300 is not 8.3 to its author."""

    def span(self, path: str, file: str) -> Span:
        """Return the place of a value, else of the nearest mapping or list that holds it."""
        while path and path not in self.spans:
            path = path.rpartition(".")[0]
        return self.spans.get(path, Span(file=file))


def read_yaml(text: str, file: str, lines_before: int = 0) -> Reading[YamlDocument]:
    """Return the values of a YAML text; None where its syntax is broken or a limit is passed.

    `lines_before` is the number of lines of the file that stand before the text.
    """
    composer = _Composer(file=file, lines_before=lines_before)
    try:
        root = composer.compose(text)
    except _Refused as refused:
        return Reading(value=None, diagnostics=(*composer.found, refused.diagnostic))
    except yaml.YAMLError as problem:
        return Reading(value=None, diagnostics=(*composer.found, composer.syntax(problem, text)))
    if root is None:
        return Reading(value=None, diagnostics=(error("yaml-empty", Span(file=file, line=lines_before + 1)),))
    spans: dict[str, Span] = {}
    keys: dict[str, Span] = {}
    value = _unfold(root, "", spans, keys)
    document = YamlDocument(value=value, spans=spans, keys=keys, written=composer.written)
    return Reading(value=document, diagnostics=tuple(composer.found))


@dataclass(slots=True)
class _Node:
    """A value under construction; `size` counts it and all below it, aliases followed."""

    span: Span
    value: object = None
    """Scalar value; for a collection None."""
    items: "list[_Node] | None" = None
    entries: "dict[str, tuple[Span, _Node]] | None" = None
    size: int = 1
    key: tuple[str, Span] | None = None
    """Of an open mapping: the key that waits for its value."""
    skips: bool = False
    """Of an open mapping: whether the waiting key was refused and its value is dropped."""
    anchor: str | None = None


class _Refused(Exception):
    """The file passes a limit; nothing more of it is read."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Composer:
    """Turns events into nodes with an explicit stack."""

    file: str
    lines_before: int
    found: list[Diagnostic] = field(default_factory=list)
    anchors: dict[str, _Node] = field(default_factory=dict)
    stack: list[_Node] = field(default_factory=list)
    root: _Node | None = None
    written: dict[Span, str] = field(default_factory=dict)
    aliases: int = 0
    documents: int = 0

    def compose(self, text: str) -> _Node | None:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._open(event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._close()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
        return self.root

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Refused(error("yaml-several-documents", self._span(event)))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        span = self._span(event)
        if event.tag not in _STRING_TAGS:
            self.found.append(error("yaml-tag", span, tag=event.tag))
        quoted = event.style is not None and event.style != ""
        if self._awaits_key():
            self._key(event.value, span)
            return
        value = event.value if quoted or event.tag is not None else _resolve(event.value)
        if not isinstance(value, str):
            self.written[span] = event.value
        self._put(_Node(span=span, value=value, anchor=event.anchor))

    def _open(self, event: "yaml.MappingStartEvent | yaml.SequenceStartEvent") -> None:
        span = self._span(event)
        if event.tag not in (None, "!"):
            self.found.append(error("yaml-tag", span, tag=event.tag))
        if len(self.stack) >= DEPTH_LIMIT:
            raise _Refused(error("yaml-too-deep", span, limit=DEPTH_LIMIT))
        if self._awaits_key():
            raise _Refused(error("yaml-key-not-text", span))
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = _Node(span=span, anchor=event.anchor, entries={} if mapping else None, items=None if mapping else [])
        self.stack.append(node)

    def _close(self) -> None:
        self._put(self.stack.pop())

    def _alias(self, event: yaml.AliasEvent) -> None:
        span = self._span(event)
        self.aliases += 1
        if self.aliases > ALIAS_LIMIT:
            raise _Refused(error("yaml-too-many-aliases", span, limit=ALIAS_LIMIT))
        if self._awaits_key():
            raise _Refused(error("yaml-key-not-text", span))
        node = self.anchors.get(event.anchor or "")
        if node is None:
            raise _Refused(error("yaml-alias-unknown", span, name=event.anchor))
        self._put(_Node(span=span, value=node.value, items=node.items, entries=node.entries, size=node.size))

    def _awaits_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].entries is not None and self.stack[-1].key is None

    def _key(self, name: str, span: Span) -> None:
        mapping = self.stack[-1]
        assert mapping.entries is not None
        mapping.key = (name, span)
        if name in mapping.entries:
            mapping.skips = True
            self.found.append(error("yaml-key-repeated", span, mapping.entries[name][0], name=name))

    def _put(self, node: _Node) -> None:
        if node.anchor is not None:
            self.anchors[node.anchor] = node
        if not self.stack:
            self.root = node
            return
        holder = self.stack[-1]
        holder.size += node.size
        if holder.size > NODE_LIMIT:
            raise _Refused(error("yaml-too-many-values", node.span, limit=NODE_LIMIT))
        if holder.items is not None:
            holder.items.append(node)
            return
        assert holder.entries is not None and holder.key is not None
        if not holder.skips:
            holder.entries[holder.key[0]] = (holder.key[1], node)
        holder.key, holder.skips = None, False

    def syntax(self, problem: yaml.YAMLError, text: str) -> Diagnostic:
        """Return the diagnostic of what libyaml says about a text."""
        words = str(getattr(problem, "problem", "") or problem).split("\n", 1)[0]
        seen = self._marked(problem, "problem_mark")
        span = seen or self._marked(problem, "context_mark") or self._line(1, 1)
        began = self._marked(problem, "context_mark") or span
        code = next((code for part, code in _PROBLEMS if part in words), "")
        if "expected node content" in words and self.stack and span >= self._end(text):
            code, began = "yaml-unclosed", self.stack[-1].span
        match code:
            case "yaml-character":
                return error("yaml-character", span)
            case "yaml-colon":
                return error("yaml-colon", span)
            case "yaml-unclosed":
                return error("yaml-unclosed", began)
            case "yaml-indentation":
                return error("yaml-indentation", span, began)
            case "yaml-key-without-colon":
                return error("yaml-key-without-colon", began)
            case _:
                return error("yaml-syntax", span, problem=words)

    def _marked(self, problem: yaml.YAMLError, name: str) -> Span | None:
        mark: yaml.Mark | None = getattr(problem, name, None)
        return self._line(mark.line + 1, mark.column + 1) if mark else None

    def _line(self, line: int, column: int) -> Span:
        return Span(file=self.file, line=line + self.lines_before, column=column)

    def _end(self, text: str) -> Span:
        lines = text.rstrip().split("\n")
        return self._line(len(lines), len(lines[-1]) + 1)

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Span(file=self.file)
        line = start.line + 1 + self.lines_before
        flat = end.line == start.line and end.column > start.column
        end_column = end.column + 1 if flat and not isinstance(event, yaml.CollectionStartEvent) else 0
        return Span(file=self.file, line=line, column=start.column + 1, end_column=end_column)


def _resolve(text: str) -> object:
    """Return what a bare scalar means in YAML 1.2; numbers that begin with 0 stay text."""
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _unfold(node: _Node, path: str, spans: dict[str, Span], keys: dict[str, Span]) -> object:
    spans[path] = node.span
    before = f"{path}." if path else ""
    if node.items is not None:
        return [_unfold(item, f"{before}{index}", spans, keys) for index, item in enumerate(node.items)]
    if node.entries is None:
        return node.value
    value = {}
    for name, (key, entry) in node.entries.items():
        keys[f"{before}{name}"] = key
        value[name] = _unfold(entry, f"{before}{name}", spans, keys)
    return value
