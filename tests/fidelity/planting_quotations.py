"""Errors in quotations: a word changed, dropped, added, two words or a number exchanged, a summary that is quoted."""

import re
from collections.abc import Callable, Iterator

from fidelity.examined import Examined
from fidelity.planting import Plant, Planting, edit, prose_lines
from giaotrinh.check.passages.passage import Passage
from giaotrinh.model.source import Wording

_MARKED = re.compile(r"“([^“”]{20,600})”")


def quotations(course: Examined) -> Iterator[tuple[str, int, int, int, str]]:
    """Yield file, line, start, end, kind of text of the lines of verbatim quotations."""
    for passage in course.passages:
        kind = "quote" if "quote" in passage.inside and passage.kind == "paragraph" else "marked"
        for start, end in [(0, len(passage.text))] if kind == "quote" else _marked(course, passage):
            span = passage.place(start, end)
            text = course.line(span.file, span.line)
            begin = span.column - 1 if span.column else 0
            stretch = passage.text[start:end]
            if text[begin : begin + len(stretch)] == stretch and len(stretch.split()) >= 8:
                yield span.file, span.line, begin, begin + len(stretch), kind


def _marked(course: Examined, passage: Passage) -> Iterator[tuple[int, int]]:
    sources = course.curriculum.sources
    verbatim = any(sources[source].wording is Wording.VERBATIM for (source, _), _ in passage.cites if source in sources)
    for match in _MARKED.finditer(passage.text) if verbatim else ():
        yield match.span(1)


def changed_quotation(kind: str, change: Callable[[list[str]], list[str]]) -> Planting:
    """Return a planting that changes the words of quotations."""

    def plant(course: Examined) -> Iterator[Plant]:
        for file, line, start, end, text in quotations(course):
            words = course.line(file, line)[start:end].split(" ")
            changed = " ".join(change(list(words)))
            if changed != " ".join(words):
                yield edit(course, kind, file, line, start, end, changed, text)

    return plant


def _other_word(words: list[str]) -> list[str]:
    middle = len(words) // 2
    return [*words[:middle], "quyết liệt", *words[middle + 1 :]]


def _dropped_word(words: list[str]) -> list[str]:
    middle = next((at for at in range(len(words) // 3, len(words)) if words[at].isalpha()), len(words) // 2)
    return [*words[:middle], *words[middle + 1 :]]


def _added_word(words: list[str]) -> list[str]:
    middle = len(words) // 2
    return [*words[:middle], "toàn diện", *words[middle:]]


def _swapped_words(words: list[str]) -> list[str]:
    at = next((at for at in range(1, len(words) - 1) if words[at].lower() != words[at + 1].lower()), 1)
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def _other_number(words: list[str]) -> list[str]:
    at = next((at for at, word in enumerate(words) if re.search(r"[1-8](?=\D*$)", word)), -1)
    if at < 0:
        return words
    return [*words[:at], re.sub(r"[1-8](?=\D*$)", lambda one: str(int(one.group()) + 1), words[at]), *words[at + 1 :]]


def quoted_summary(course: Examined) -> Iterator[Plant]:
    """Words of a summary in a quote block."""
    for source in course.curriculum.project.sources:
        if source.wording is Wording.SUMMARY:
            for provision in list(source.walk())[5:40:7]:
                file, number, _ = next(iter(prose_lines(course)))
                block = f":::{{quote}}\n:source: {source.id}:{provision.path}\n\n{provision.title}\n:::\n\n"
                yield edit(course, "quoted summary", file, number, 0, 0, block, "quote", anywhere=True)


QUOTATIONS: dict[str, Planting] = {
    "changed word in quotation": changed_quotation("changed word in quotation", _other_word),
    "dropped word in quotation": changed_quotation("dropped word in quotation", _dropped_word),
    "added word in quotation": changed_quotation("added word in quotation", _added_word),
    "swapped words in quotation": changed_quotation("swapped words in quotation", _swapped_words),
    "other number in quotation": changed_quotation("other number in quotation", _other_number),
    "quoted summary": quoted_summary,
}
