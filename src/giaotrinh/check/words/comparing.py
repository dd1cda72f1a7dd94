"""Comparing words that claim to be the source's with its wordings: where they part, stand elsewhere or leave out.

Dots of omission split a quotation, square brackets hold an editor's words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from giaotrinh.check.passages.library import Library
from giaotrinh.check.passages.passage import Address
from giaotrinh.check.words.cutting import cut_off
from giaotrinh.check.words.segment import OMISSION, Said, Segment, segments_of
from giaotrinh.check.words.wording import Parting, Word, find_run, part_ways
from giaotrinh.model.diagnostic import Diagnostic, error, warning


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Share of words in common with the source from which a difference is told, and is sure (above 1: never)."""

    told: float
    sure: float
    words: int = 0
    """Fewer words in a quotation are never sure: they may be a term."""


CLAIMED = Doubt(told=0.0, sure=0.0)
"""Of a `quote` block: whatever it resembles, it says that it is the source's."""


def compare(
    library: Library, said: Sequence[Said], addresses: Sequence[Address], doubt: Doubt = CLAIMED
) -> Iterator[Diagnostic]:
    """Yield findings about one quotation, given as its paragraphs, that should stand in one of some provisions."""
    segments = [segment for part in said for segment in segments_of(part)]
    wordings = list(library.wordings(addresses))
    standing = [(address, words) for address, words in wordings if _stands_in(words, segments)]
    if standing:
        yield from _case(segments, [words for _, words in wordings])
        yield from _left_out(library, segments, standing)
        yield from cut_off(segments, standing)
        return
    elsewhere = elsewhere_in(library, segments, addresses)
    if elsewhere:
        if doubt.sure <= 1:  # else nothing was cited for these very words
            yield warning("quotation-elsewhere", said[0].span(), path=elsewhere, cited=addresses[0][1])
        return
    yield from difference(library, segments, wordings, doubt)


def _stands_in(words: Sequence[Word], segments: Sequence[Segment]) -> bool:
    text, place = [word.folded for word in words], 0
    for segment in segments:
        place = find_run(text, segment.folded, place)
        if place < 0:
            return False
        place += len(segment.words)
    return True


def _left_out(
    library: Library, segments: Sequence[Segment], standing: Sequence[tuple[Address, Sequence[Word]]]
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


def _gaps(segments: Sequence[Segment], words: Sequence[Word]) -> Iterator[tuple[Segment, Sequence[Word]]]:
    text, place = [word.folded for word in words], 0
    for number, segment in enumerate(segments):
        found = find_run(text, segment.folded, place)
        if number and found > place and _goes_on(segments[number - 1], segment):
            yield segment, words[place:found]
        place = found + len(segment.words)


def _goes_on(before: Segment, segment: Segment) -> bool:
    """Whether a paragraph follows another without dots of omission at the end of one or the beginning of the other."""
    ends, begins = before.said.passage.text.rstrip(), segment.said.passage.text.lstrip()
    dotted = OMISSION.match(begins) or any(match.end() == len(ends) for match in OMISSION.finditer(ends))
    return before.said is not segment.said and not dotted


def _shortened(words: Sequence[Word], most: int = 12) -> str:
    said = " ".join(word.cased for word in words[:most])
    return f"{said} …" if len(words) > most else said


def elsewhere_in(library: Library, segments: Sequence[Segment], addresses: Sequence[Address]) -> str:
    """Return the path of the smallest other provision of the cited source that holds the words, "" for none."""
    source = library.curriculum.sources[addresses[0][0]]
    found = ""
    for root in source.walk():
        if _stands_in(library.words((source.id, root.path), marked=False), segments):
            found = root.path
    return found


def difference(
    library: Library,
    segments: Sequence[Segment],
    wordings: Sequence[tuple[Address, tuple[Word, ...]]],
    doubt: Doubt,
) -> Iterator[Diagnostic]:
    """Yield a finding for the first stretch that stands in no wording, or for stretches out of order."""
    for segment in segments:
        if any(find_run([word.folded for word in words], segment.folded) >= 0 for _, words in wordings):
            continue
        partings = [(part_ways(words, segment.words), address) for address, words in wordings]
        if not partings:
            return
        best, address = max(partings, key=lambda each: each[0].alike)
        if best.alike < doubt.told:
            continue
        is_sure = best.ordered >= doubt.sure and len(segment.words) >= doubt.words
        yield _changed(library, segment, best, address, is_sure=is_sure)
        return
    if not doubt.told:
        yield error("quotation-out-of-order", segments[0].said.span(), path=wordings[0][0][1])


def _changed(library: Library, segment: Segment, parting: Parting, address: Address, *, is_sure: bool) -> Diagnostic:
    first, last = parting.found
    begin = segment.words[min(first, len(segment.words) - 1)]
    end = segment.words[last - 1].end if last > first else begin.end
    found = segment.said.passage.text[begin.start : end] if last > first else ""
    source = library.curriculum.sources[address[0]]
    place = source.span_of(library.curriculum.provisions[address])
    span = segment.said.span(begin.start, end)
    arguments = {"found": found, "expected": parting.expected, "path": address[1]}
    if is_sure:
        return error("quotation-differs", span, place, **arguments)
    return warning("quotation-differs", span, place, **arguments)


def _case(segments: Sequence[Segment], wordings: Sequence[Sequence[Word]]) -> Iterator[Diagnostic]:
    """Yield a finding where only letter case differs from every wording, the first word of a stretch apart."""
    for segment in segments:
        differing = [_other_case(segment, words) for words in wordings if _stands_in(words, [segment])]
        if differing and all(differing):
            said, meant = next(pair for pair in differing if pair is not None)
            span = segment.said.span(said.start, said.end)
            yield warning("quotation-case", span, found=said.cased, expected=meant.cased)
            return


def _other_case(segment: Segment, words: Sequence[Word]) -> tuple[Word, Word] | None:
    """Return the first word of a stretch that a wording writes in another letter case, beside the wording's."""
    place = find_run([word.folded for word in words], segment.folded)
    for said, meant in zip(segment.words[1:], words[place + 1 : place + len(segment.words)], strict=True):
        if said.cased != meant.cased and said.cased.lower() == meant.cased.lower():
            return said, meant
    return None
