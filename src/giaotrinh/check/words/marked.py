"""Words in quotation marks in prose: which of them claim to be the source's, and whether they are.

What only resembles nothing in the source is a term, a proverb, another author's words: no quotation of the source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from giaotrinh.check.passages.library import Library
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.words.comparing import Doubt, compare, difference, elsewhere_in
from giaotrinh.check.words.segment import Said, segments_of
from giaotrinh.check.words.wording import Word, find_run, words_of
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.viet.capitals import CAPITALS

SHORTEST = 3
"""Words in quotation marks that may be a quotation; fewer are a term."""

LONG = 12
"""Words in quotation marks beside a summary that are a quotation of it; fewer may be a term or a title."""

BESIDE = Doubt(told=0.6, sure=0.6, words=5)
"""Of words whose own sentence cites: a proverb or another author's words have less in common with what it cites."""

LONG_BESIDE = Doubt(told=0.4, sure=0.6, words=5)
"""Of as many words as no term has."""

APART = Doubt(told=0.6, sure=1.1)
"""Of words whose paragraph cites elsewhere."""

NOWHERE_CITED = Doubt(told=0.75, sure=1.1)
"""Of words in a paragraph that cites nothing: only what is very like the source is its quotation."""

UNCITED = 6
"""Words from which a quotation without citation is looked for in the sources."""

SLOGAN = Doubt(told=0.5, sure=0.5)
"""Of a slogan of three to five parts beside a summary."""

MANY = 8
"""Words no term has."""

_MARKED = re.compile(r"[“„\"]([^“”„\"]{3,2000})[”“\"]|«([^«»]{3,2000})»")
_SLOGAN = re.compile(r"[^-–,;.]+(?:\s[-–]\s[^-–,;.]+|,\s[^-–,;.]+){2,4}")
_STOP = re.compile(rf"[.!?]\s+(?=[{CAPITALS}\"“])|\n")


_SHOWN_WRONG = re.compile(
    r"(?<!\w)(?:nhầm|lẫn|sai|gộp thành|không (?:được |nên |thể )?(?:viết|ghi|nói|đọc|hiểu|gọi|phải)|chứ không|thay vì|"
    r"đừng|tránh|hiểu lầm)(?!\w)[^.;!?“”\"]{0,40}$",
    re.IGNORECASE,
)
_CALLED_WRONG = re.compile(
    r"^[”\"»]?\s*(?:là|thì|đều là|như vậy là)?\s*(?:sai|không đúng|chưa đúng|nhầm|không chính xác)(?!\w)"
)
_OTHERS = re.compile(
    rf"(?:(?:có câu|tục ngữ|ca dao|thành ngữ|ông cha|cha ông|các cụ|dân gian|người xưa|câu thơ|Bác Hồ|Bác|Lênin)(?!\w)|"
    rf"(?:[{CAPITALS}][^\W\d_]+\s+){{2,4}}(?:đã |từng |còn |có lần )?(?:viết|nói|dạy|khuyên|dặn|căn dặn|bảo|hỏi)(?!\w))"
    r"[^.;!?“”\"]{0,60}$"
)
"""Whose words a quotation is, where a person or the people's tongue is named before it."""


def marked(library: Library, passage: Passage) -> Iterator[Diagnostic]:
    """Yield findings about the words in quotation marks of a passage."""
    for match in _MARKED.finditer(passage.text):
        group = 1 if match[1] is not None else 2
        said = Said(passage=passage, start=match.start(group), end=match.end(group))
        count = len(words_of(match[group]))
        if count >= SHORTEST and not _is_others(library, passage, match, match[group]):
            yield from _of_source(library, said, count, match)


def is_marked(text: str, place: int) -> bool:
    """Whether a place of a text is in quotation marks."""
    return any(match.start() < place < match.end() for match in _MARKED.finditer(text))


def _is_others(library: Library, passage: Passage, match: re.Match[str], words: str) -> bool:
    """Whether words in quotation marks are a title, another document's or author's, or shown as wrong."""
    run = passage.run_at(match.start() + 1)
    before, behind = passage.text[max(0, match.start() - 100) : match.start()], passage.text[match.end() :]
    return (
        (run is not None and run.kind in ("from", "code"))
        or library.is_title(words)
        or _SHOWN_WRONG.search(before) is not None
        or _CALLED_WRONG.match(behind) is not None
        or _OTHERS.search(before) is not None
    )


def _of_source(library: Library, said: Said, count: int, match: re.Match[str]) -> Iterator[Diagnostic]:
    addresses, is_beside = _cited(said.passage, match.start(), match.end())
    if not addresses:
        near = library.most_like(words_of(match.group())) if count >= UNCITED else None
        yield from compare(library, [said], [near], NOWHERE_CITED) if near else ()
        return
    if count < MANY and is_beside:
        addresses = _standing(library, said.passage, words_of(match.group())) or addresses
    verbatim = [address for address in addresses if library.is_verbatim(address)]
    if verbatim:
        beside = LONG_BESIDE if count >= MANY else BESIDE
        yield from compare(library, [said], verbatim, beside if is_beside else APART)
    elif _SLOGAN.fullmatch(match.group()[1:-1].strip()) and SHORTEST < count < LONG:
        yield from _slogan(library, said, addresses)
    elif is_beside and count >= LONG and not _quoted_in(library, match.group(), addresses):
        source = library.curriculum.sources.get(addresses[0][0])
        yield error("quotation-of-summary", said.span(), source=source.short_title if source else addresses[0][0])


def _standing(library: Library, passage: Passage, words: Sequence[Word]) -> list[Address]:
    """Return the provisions of a passage in which a few words stand: which of them a term is of goes without saying."""
    wanted = [word.folded for word in words]
    cited = [address for address, _ in passage.cites if library.is_verbatim(address)]
    return [
        address for address, held in library.wordings(cited) if find_run([word.folded for word in held], wanted) >= 0
    ]


def _slogan(library: Library, said: Said, addresses: Sequence[Address]) -> Iterator[Diagnostic]:
    """Yield a finding for a slogan that resembles a summary's words and stands nowhere in it: a draft's, perhaps."""
    segments = list(segments_of(said))
    known = [address for address in addresses if address in library.curriculum.provisions]
    if known and not elsewhere_in(library, segments, known):
        yield from difference(library, segments, list(library.wordings(known)), SLOGAN)


def _cited(passage: Passage, start: int, end: int) -> tuple[list[Address], bool]:
    """Return what a quotation is of, and whether its own sentence says so or what stands before it.

    The citations behind it in its sentence, else the nearest before it, else the first behind it in the paragraph.
    """
    stop = _STOP.search(passage.text, end)
    last = stop.end() if stop else len(passage.text)
    behind = [address for address, place in passage.cites if end <= place <= last]
    nearest = max((place for _, place in passage.cites if place <= start), default=-1)
    beside = behind or [address for address, place in passage.cites if place == nearest]
    if beside:
        return beside, True
    first = min((place for _, place in passage.cites), default=-1)
    return [address for address, place in passage.cites if place == first], False


def _quoted_in(library: Library, text: str, addresses: Iterable[Address]) -> bool:
    """Whether a summary has the same words in quotation marks itself: then they are the document's own."""
    wanted = [word.folded for word in words_of(text)]
    for address in addresses:
        provision = library.curriculum.provisions.get(address)
        for match in _MARKED.finditer(provision.full_text() if provision else ""):
            if find_run([word.folded for word in words_of(match.group())], wanted) >= 0:
                return True
    return False
