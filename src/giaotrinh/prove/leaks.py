"""Leak proof: what only the instructor may read is in no form in a learner's file."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.span import Span
from giaotrinh.model.text import syllables

RUN = 8
"""Syllables: a run of this length that only instructor's blocks have is a leak."""

KEY = 3
"""Syllables: shorter keys ("câu 1") are looked for in no file, they stand everywhere."""

WINDOW, STEP = 32, 8
"""Letters: pieces of secrets are also found where the spaces between words are lost; texts are tried every STEP."""

MARKER, DIGITS = 2, "0123456789"
"""Digits of the largest number of an item in a list."""

Syllables = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What to look for: runs and pieces of instructor's texts, whole keys."""

    runs: frozenset[Syllables]
    pieces: frozenset[str]
    keys: tuple[str, ...]

    def digest(self) -> str:
        """Return the digest of all that is looked for."""
        runs = (" ".join(run).encode() for run in sorted(self.runs))
        return digest_of(
            (*runs, b"/", *(piece.encode() for piece in sorted(self.pieces)), b"/", *map(str.encode, self.keys))
        )


def secrets_of(
    instructor: Iterable[Syllables], learner: Iterable[Syllables], keys: Iterable[Syllables] = ()
) -> Secrets:
    """Return what learners may not read: the texts of instructor-only blocks less what learners' blocks say too.

    `keys` are answers and key tables too short to hold a run; they are looked for whole.
    """
    public = tuple(learner)
    public_words = "  ".join(f" {' '.join(text)} " for text in public)
    runs: set[Syllables] = set()
    pieces: set[str] = set()
    for text in instructor:
        runs.update(_runs(text))
        pieces.update(_pieces("".join(text), 1))
    for text in public:
        runs.difference_update(_runs(text))
    public_letters = "".join(syllable for text in public for syllable in text)
    pieces.difference_update(_pieces(public_letters, 1))
    # A page numbers its lists: "2" before words that learners may read is the number of an item, not a secret.
    runs = {run for run in runs if not (_is_marker(run[0]) and f" {' '.join(run[1:])} " in public_words)}
    pieces = {piece for piece in pieces if not (piece[0].isdecimal() and piece.lstrip(DIGITS) in public_letters)}
    whole = {f" {' '.join(key)} " for key in keys if len(key) >= KEY}
    return Secrets(
        runs=frozenset(runs),
        pieces=frozenset(pieces),
        keys=tuple(sorted(key for key in whole if key not in public_words)),
    )


def _is_marker(syllable: str) -> bool:
    return len(syllable) <= MARKER and syllable.isdecimal()


def find_leaks(
    name: str, page_texts: Sequence[str], texts: Mapping[str, str], secrets: Secrets, *, clean: Collection[int] = ()
) -> tuple[Diagnostic, ...]:
    """Return an error for every place of a learner's file that holds a secret.

    `page_texts` are the words a renderer reads, `texts` those of `texts_by_place`. Pages in `clean` (from 0) were
    searched for the same secrets before, in a file that drew them alike.
    """
    read = ((page, text) for page, text in enumerate(page_texts) if page not in clean)
    leaks = [(page, words) for page, text in read for words in _secrets_in(text, secrets)]
    on_pages = [error("leak-on-page", Span(file=name), page=page + 1, words=words) for page, words in leaks]
    seen = {words for _, words in leaks}
    beside = [
        error("leak-in-file", Span(file=name), place=place, words=words)
        for place, text in texts.items()
        for words in _secrets_in(text, secrets)
        if words not in seen
    ]
    return (*on_pages, *beside)


def shown_by(name: str, jobs: Mapping[str, Iterable[str]], instructor_only: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return an error for every instructor-only block a learner's file was printed from: the proof by provenance.

    `jobs` is job name -> ids of the blocks it shows.
    """
    return tuple(
        error("leak-by-block", Span(file=name), job=job, block=block)
        for job, blocks in sorted(jobs.items())
        for block in sorted(set(blocks) & instructor_only)
    )


def texts_by_place(pdf: bytes, *, leave_out: Collection[int] = ()) -> dict[str, str]:
    """Return place -> all different texts found there, one after the other: words parted over entries are found too.

    Content streams, metadata, bookmarks, alternative texts, annotations, forms, attachments and names are read from the
    bytes; of the pages in `leave_out` (from 0) the page's own content is passed over.
    """
    from io import BytesIO

    from pikepdf import Pdf

    from giaotrinh.prove.content import shown_words
    from giaotrinh.prove.strings import texts_beside_pages

    texts: dict[str, dict[str, None]] = {}
    with Pdf.open(BytesIO(pdf)) as opened:
        for place, text in (*shown_words(opened, leave_out), *texts_beside_pages(opened)):
            texts.setdefault(place, {})[text] = None
    return {place: " ".join(found) for place, found in texts.items()}


def _secrets_in(text: str, secrets: Secrets) -> Iterator[str]:
    """Yield the first run, key or piece that a text holds: one is enough to stop the file."""
    words = syllables(text.replace("\u00ad", ""))
    if len(words) < KEY:
        return
    if held := secrets.runs.intersection(_runs(words)):
        yield " ".join(next(run for run in _runs(words) if run in held))
        return
    joined = f" {' '.join(words)} "
    if key := next((key for key in secrets.keys if key in joined), ""):
        yield key.strip()
    elif pieces := secrets.pieces.intersection(_pieces("".join(words), STEP)):
        yield min(pieces)


def _runs(words: Syllables) -> Iterator[Syllables]:
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _pieces(letters: str, step: int) -> list[str]:
    return [letters[at : at + WINDOW] for at in range(0, len(letters) - WINDOW + 1, step)]
