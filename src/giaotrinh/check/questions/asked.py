"""The questions of a part of a course as one kind of thing, wherever they were written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from giaotrinh.check.linking.naming import place
from giaotrinh.check.passages.passage import Address
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.course import Question
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block, Inline, plain
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold

CLOSED = frozenset({"single", "multiple", "true-false", "matching", "ordering"})
"""Kinds whose key names options."""

_LETTERED = re.compile(r"(?:^|\s)(?:\*\*)?([A-H])[.)]\s+(?=\S)")
"""An option that stands in a line of text: "A. hai mục tiêu"."""

_KEY = re.compile(
    r"^\s*(?:(?:đáp án|phương án|chọn|câu trả lời|trả lời)(?:\s+(?:đúng|là|phương án))*\s*:?\s*)?"
    r"((?:(?:\d{1,2}\s*[-.)]?\s*)?[A-H](?![\w'’])(?:\s*(?:,|;|-|→|>|và)\s*(?=(?:\d{1,2}\s*[-.)]?\s*)?[A-H](?!\w)))?)+)",
    re.IGNORECASE,
)
_TRUTH = re.compile(r"^\s*(?:đáp án\s*:?\s*)?(đúng|sai)\b", re.IGNORECASE)
_LETTER = re.compile(r"[A-H](?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its options, its key and the place of each."""

    name: str
    """Its id in the bank, its number in a module."""
    kind: str
    stem: str
    options: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    """As written: letters, numbers from 1, words of options; of a gap the words that fill it."""
    answer: str = ""
    cites: tuple[Address, ...] = ()
    span: Span
    stem_span: Span
    option_spans: tuple[Span, ...] = ()
    key_span: Span
    answer_span: Span
    block: Block | None = field(default=None, compare=False)
    """The block of a module, None for a question of the bank."""

    def option_of(self, name: str) -> int | None:
        """Return which option a key names, from 0: by its letter, its number from 1 or its words; None for none."""
        wanted = fold(name)
        for at, option in enumerate(self.options):
            if wanted in (chr(ord("a") + at), str(at + 1), fold(option)):
                return at
        return None

    @property
    def right(self) -> tuple[int, ...]:
        """Return the options the key names, those that are none left out."""
        return tuple(at for name in self.key if (at := self.option_of(name)) is not None)


def asked(subject: Subject) -> Iterator[Asked]:
    """Yield the questions under check: of the bank, then of the modules."""
    for question in subject.questions:
        yield of_bank(subject.curriculum, question)
    for module in subject.modules:
        for block in module.walk():
            if block.kind == "question":
                yield of_module(subject.curriculum, block)


def of_bank(curriculum: Curriculum, question: Question) -> Asked:
    """Return a question of the bank."""

    def at(path: str) -> Span:
        return place(question.spans, path, question.span.file, question.span)

    return Asked(
        name=question.id,
        kind=question.kind,
        stem=question.stem,
        options=question.options,
        key=question.key,
        answer=question.answer,
        cites=tuple(curriculum.resolve(address) for address in question.cites),
        span=question.span,
        stem_span=at("stem"),
        option_spans=tuple(at(f"options.{number}") for number in range(len(question.options))),
        key_span=at("key"),
        answer_span=at("answer"),
    )


def of_module(curriculum: Curriculum, block: Block) -> Asked:
    """Return a question of a module; its options are a list or lettered lines, its key opens the answer."""
    own = [part for child in block.children for part in _unsealed(child)]
    answer = next((part for part in block.walk() if part.kind == "answer"), None)
    kind = block.options.get("kind", "")
    options = _options(own) if kind in CLOSED else ()
    text = answer_text(answer) if answer is not None else ""
    stem = " ".join(_stem(part, bool(options)) for part in own if part.kind == "paragraph")
    span = answer.span if answer is not None else block.span
    return Asked(
        name=block.number,
        kind=kind,
        stem=" ".join((block.plain_title, stem)).strip(),
        options=tuple(words for words, _ in options) or (("Đúng", "Sai") if kind == "true-false" else ()),
        key=_key(text, kind),
        answer=text,
        cites=tuple((each.source, each.path) for each in curriculum.by_block.get(block.id, ())),
        span=block.span,
        stem_span=next((part.span for part in own if part.kind == "paragraph"), block.span),
        option_spans=tuple(place for _, place in options),
        key_span=span,
        answer_span=span,
        block=block,
    )


def answer_text(block: Block) -> str:
    """Return the words of an answer or a solution as one line."""
    return " ".join(words for part in block.walk() if (words := readable(part.inlines).strip()))


def readable(inlines: Sequence[Inline]) -> str:
    """Return the words of inlines without citations and references."""
    return "".join(_read(inline) for inline in inlines)


def _read(inline: Inline) -> str:
    if inline.kind in ("cite", "ref", "newline"):
        return " "
    return readable(inline.children) if inline.children else inline.text


def _unsealed(block: Block) -> Iterator[Block]:
    if block.kind in ("answer", "solution", "notes", "hint"):
        return
    yield block
    for child in block.children:
        yield from _unsealed(child)


def _options(own: Sequence[Block]) -> list[tuple[str, Span]]:
    items = [(plain(_inlines(part)).strip(), part.span) for part in own if part.kind == "item"]
    if items:
        return [(_LETTERED.sub("", words, count=1).strip(), span) for words, span in items]
    return [found for part in own if part.kind == "paragraph" for found in _lettered(part)]


def _inlines(item: Block) -> tuple[Inline, ...]:
    return next((part.inlines for part in item.walk() if part.inlines), ())


def _lettered(block: Block) -> list[tuple[str, Span]]:
    text = readable(block.inlines)
    marks = list(_LETTERED.finditer(text))
    if [mark[1] for mark in marks] != [chr(ord("A") + at) for at in range(len(marks))] or len(marks) < 2:
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [(text[mark.end() : end].strip(" .;"), block.span) for mark, end in zip(marks, ends, strict=True)]


def _stem(block: Block, has_options: bool) -> str:
    text = readable(block.inlines)
    first = _LETTERED.search(text)
    return text[: first.start()] if has_options and first and first[1] == "A" else text


def _key(answer: str, kind: str) -> tuple[str, ...]:
    if kind == "true-false":
        truth = _TRUTH.match(answer)
        return (truth[1].capitalize(),) if truth else ()
    key = _KEY.match(answer) if kind in CLOSED else None
    return tuple(_LETTER.findall(key[1].upper())) if key else ()
