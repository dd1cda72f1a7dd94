"""Quotations: word for word what the source says.

Looked at: `quote` blocks, and words in quotation marks in a passage that cites a verbatim source. Dots of omission
split a quotation, square brackets hold an editor's words. What only resembles nothing in the source and is short is a
term in quotation marks, not a quotation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from giaotrinh.check.linking.naming import listed
from giaotrinh.check.passages.library import Library
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.check.words.wording import Parting, Word, find_run, part_ways, words_of
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.document import Block
from giaotrinh.model.span import Span
from giaotrinh.viet.capitals import CAPITALS

SHORTEST = 3
"""Words in quotation marks that may be a quotation; fewer are a term."""

SURE = 8
"""Words in quotation marks that are a quotation whatever they resemble."""

LONG = 12
"""Words in quotation marks beside a summary that are a quotation of it; fewer may be a term or a title."""

ALIKE = 0.6
"""Share of words in common with the source from which a short run counts as a quotation gone wrong."""

SLOGAN_ALIKE = 0.5
"""The same for a slogan of three to five parts beside a summary."""

_MARKED = re.compile(r"[“„\"]([^“”„\"]{3,2000})[”“\"]|«([^«»]{3,2000})»")
_SLOGAN = re.compile(r"[^-–,;.]+(?:\s[-–]\s[^-–,;.]+|,\s[^-–,;.]+){2,4}")
_STOP = re.compile(rf"[.!?]\s+(?=[{CAPITALS}\"“])|\n")
_OMISSION = re.compile(r"\s*[\[(]?(?:\.{3,}|…)[\])]?\s*")
_INSERTION = re.compile(r"\[[^\]^]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A passage and a stretch of it that claims to be the source's words."""

    passage: Passage
    start: int
    end: int

    def span(self, start: int = -1, end: int = -1) -> Span:
        return self.passage.place(self.start if start < 0 else start, self.end if start < 0 else end)


def quotations(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every quotation that is not the source's wording, or quotes a summary."""
    library = subject.knowledge.library
    inside: dict[str, list[Passage]] = {}
    for passage in subject.passages:
        quote = next((block for block in (*passage.above, passage.block) if block and block.kind == "quote"), None)
        if quote is not None:
            inside.setdefault(quote.id, []).append(passage)
        elif passage.cites:
            yield from _marked(library, passage)
    for block_id, passages in inside.items():
        yield from _block(subject, subject.curriculum.blocks[block_id], passages)


def _block(subject: Subject, block: Block, passages: Sequence[Passage]) -> Iterator[Diagnostic]:
    said = [
        _Said(passage=each, start=0, end=len(each.text)) for each in passages if each.kind not in ("title", "option")
    ]
    library = subject.knowledge.library
    cited = [citation for citation in subject.curriculum.by_block.get(block.id, ()) if citation.use == "quote"]
    span = block.option_spans.get("source", block.span)
    if not cited:
        if not listed(block.options.get("source", "")):
            yield error("quotation-without-source", block.span)
        return
    addresses = [(citation.source, citation.path) for citation in cited]
    if not all(library.is_verbatim(address) for address in addresses):
        source = library.curriculum.sources[addresses[0][0]]
        yield error("quotation-of-summary", span, source=source.short_title)
        return
    yield from _compare(library, said, addresses, sure=True)


def _marked(library: Library, passage: Passage) -> Iterator[Diagnostic]:
    for match in _MARKED.finditer(passage.text):
        group = 1 if match[1] is not None else 2
        said = _Said(passage=passage, start=match.start(group), end=match.end(group))
        count = len(words_of(match[group]))
        run = passage.run_at(match.start(group))
        addresses = _next_to(passage, match.start(), match.end())
        if (
            count < SHORTEST
            or not addresses
            or library.is_title(match[group])
            or (run is not None and run.kind in ("from", "code"))
        ):
            continue
        verbatim = [address for address in addresses if library.is_verbatim(address)]
        if verbatim:
            yield from _compare(library, [said], verbatim, sure=count >= SURE)
        elif _SLOGAN.fullmatch(match[group].strip()) and SHORTEST < count < LONG:
            yield from _slogan(library, said, addresses)
        elif count >= LONG and not _quoted_in(library, match[group], addresses):
            source = library.curriculum.sources.get(addresses[0][0])
            yield error("quotation-of-summary", said.span(), source=source.short_title if source else addresses[0][0])


def _slogan(library: Library, said: _Said, addresses: Sequence[Address]) -> Iterator[Diagnostic]:
    """Yield a finding for a slogan that resembles a summary's words and stands nowhere in it: a draft's, perhaps."""
    segments = list(_segments(said))
    known = [address for address in addresses if address in library.curriculum.provisions]
    if known and not _elsewhere(library, segments, known):
        yield from _difference(library, segments, list(library.wordings(known)), alike=SLOGAN_ALIKE)


def _next_to(passage: Passage, start: int, end: int) -> list[Address]:
    """Return what the sentence of a quotation cites: the citations behind it, up to the next quotation or full stop."""
    stop = _STOP.search(passage.text, end)
    last = stop.end() if stop else len(passage.text)
    behind = [address for address, place in passage.cites if end <= place <= last]
    nearest = max((place for _, place in passage.cites if place <= start), default=-1)
    return behind or [address for address, place in passage.cites if place == nearest]


def _quoted_in(library: Library, text: str, addresses: Iterable[Address]) -> bool:
    """Whether a summary has the same words in quotation marks itself: then they are the document's own."""
    wanted = [word.folded for word in words_of(text)]
    for address in addresses:
        provision = library.curriculum.provisions.get(address)
        for match in _MARKED.finditer(provision.full_text() if provision else ""):
            if find_run([word.folded for word in words_of(match.group())], wanted) >= 0:
                return True
    return False


def _compare(
    library: Library, said: Sequence[_Said], addresses: Sequence[Address], *, sure: bool
) -> Iterator[Diagnostic]:
    segments = [segment for part in said for segment in _segments(part)]
    wordings = list(library.wordings(addresses))
    standing = [(address, words) for address, words in wordings if _stands_in(words, segments)]
    if standing:
        yield from _case(segments, [words for _, words in wordings])
        yield from _left_out(library, segments, standing)
        return
    elsewhere = _elsewhere(library, segments, addresses)
    if elsewhere:
        yield warning("quotation-elsewhere", said[0].span(), path=elsewhere, cited=addresses[0][1])
        return
    yield from _difference(library, segments, wordings, alike=0.0 if sure else ALIKE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Segment:
    """Words between two omissions."""

    said: _Said
    words: tuple[Word, ...]

    @property
    def folded(self) -> list[str]:
        return [word.folded for word in self.words]


def _segments(said: _Said) -> Iterator[_Segment]:
    text = said.passage.text[said.start : said.end]
    place = 0
    cuts = [(match.start(), match.end()) for match in _OMISSION.finditer(text)]
    cuts += [
        (match.start(), match.end()) for match in _INSERTION.finditer(text) if not _OMISSION.fullmatch(match.group())
    ]
    for start, end in (*sorted(cuts), (len(text), len(text))):
        words = words_of(text[place:start]) if start > place else ()
        shift = said.start + place
        if words:
            moved = (
                Word(folded=word.folded, cased=word.cased, start=word.start + shift, end=word.end + shift)
                for word in words
            )
            yield _Segment(said=said, words=tuple(moved))
        place = max(place, end)


def _stands_in(words: Sequence[Word], segments: Sequence[_Segment]) -> bool:
    text, place = [word.folded for word in words], 0
    for segment in segments:
        place = find_run(text, segment.folded, place)
        if place < 0:
            return False
        place += len(segment.words)
    return True


def _left_out(
    library: Library, segments: Sequence[_Segment], standing: Sequence[tuple[Address, Sequence[Word]]]
) -> Iterator[Diagnostic]:
    """Yield a finding where the source has more between two paragraphs of a quotation, and no dots say so."""
    gaps = [(address, list(_gaps(segments, words))) for address, words in standing]
    # A provision is looked at with its markers and without them: the reading that leaves out least is the quotation's.
    address, fewest = min(gaps, key=lambda each: sum(len(words) for _, words in each[1]))
    if fewest:
        segment, missing = fewest[0]
        span = segment.said.span(segment.words[0].start, segment.words[-1].end)
        place = library.curriculum.sources[address[0]].span_of(library.curriculum.provisions[address])
        yield warning("quotation-leaves-out", span, place, missing=_shortened(missing), path=address[1])


def _gaps(segments: Sequence[_Segment], words: Sequence[Word]) -> Iterator[tuple[_Segment, Sequence[Word]]]:
    text, place = [word.folded for word in words], 0
    for number, segment in enumerate(segments):
        found = find_run(text, segment.folded, place)
        if number and found > place and _goes_on(segments[number - 1], segment):
            yield segment, words[place:found]
        place = found + len(segment.words)


def _goes_on(before: _Segment, segment: _Segment) -> bool:
    """Whether a paragraph follows another without dots of omission at the end of one or the beginning of the other."""
    ends, begins = before.said.passage.text.rstrip(), segment.said.passage.text.lstrip()
    dotted = _OMISSION.match(begins) or any(match.end() == len(ends) for match in _OMISSION.finditer(ends))
    return before.said is not segment.said and not dotted


def _shortened(words: Sequence[Word], most: int = 12) -> str:
    said = " ".join(word.cased for word in words[:most])
    return f"{said} …" if len(words) > most else said


def _elsewhere(library: Library, segments: Sequence[_Segment], addresses: Sequence[Address]) -> str:
    """Return the path of the smallest other provision of the cited source that holds the words, "" for none."""
    source = library.curriculum.sources[addresses[0][0]]
    found = ""
    for root in source.walk():
        if _stands_in(library.words((source.id, root.path), marked=False), segments):
            found = root.path
    return found


def _difference(
    library: Library,
    segments: Sequence[_Segment],
    wordings: Sequence[tuple[Address, tuple[Word, ...]]],
    *,
    alike: float,
) -> Iterator[Diagnostic]:
    for segment in segments:
        if any(find_run([word.folded for word in words], segment.folded) >= 0 for _, words in wordings):
            continue
        partings = [(part_ways(words, segment.words), address) for address, words in wordings]
        if not partings:
            return
        best, address = max(partings, key=lambda each: each[0].alike)
        if best.alike < alike:
            continue
        yield _changed(library, segment, best, address)
        return
    if not alike:
        yield error("quotation-out-of-order", segments[0].said.span(), path=wordings[0][0][1])


def _changed(library: Library, segment: _Segment, parting: Parting, address: Address) -> Diagnostic:
    first, last = parting.found
    begin = segment.words[min(first, len(segment.words) - 1)]
    end = segment.words[last - 1].end if last > first else begin.end
    found = segment.said.passage.text[begin.start : end] if last > first else ""
    source = library.curriculum.sources[address[0]]
    place = source.span_of(library.curriculum.provisions[address])
    span = segment.said.span(begin.start, end)
    return error("quotation-differs", span, place, found=found, expected=parting.expected, path=address[1])


def _case(segments: Sequence[_Segment], wordings: Sequence[Sequence[Word]]) -> Iterator[Diagnostic]:
    """Yield a finding where only letter case differs from every wording, the first word of a stretch apart."""
    for segment in segments:
        differing = [_other_case(segment, words) for words in wordings if _stands_in(words, [segment])]
        if differing and all(differing):
            said, meant = next(pair for pair in differing if pair is not None)
            span = segment.said.span(said.start, said.end)
            yield warning("quotation-case", span, found=said.cased, expected=meant.cased)
            return


def _other_case(segment: _Segment, words: Sequence[Word]) -> tuple[Word, Word] | None:
    """Return the first word of a stretch that a wording writes in another letter case, beside the wording's."""
    place = find_run([word.folded for word in words], segment.folded)
    for said, meant in zip(segment.words[1:], words[place + 1 : place + len(segment.words)], strict=True):
        if said.cased != meant.cased and said.cased.lower() == meant.cased.lower():
            return said, meant
    return None
