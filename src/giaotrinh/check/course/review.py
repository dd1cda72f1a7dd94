"""Reviews: fingerprints of provisions as they were when a person last compared the course with them.

`course/review.lock` holds one JSON array a line, sorted, so that two people's reviews merge line by line:
`["item", address, fingerprint, text]` for a provision as it was read and `["link", module, block, address,
fingerprint, by, date]` for a place that leans on it. A place is the id an author gave its block; where there is none,
"#2" is the second place of the module that leans on that provision, so that editing above moves nothing.
"""

import difflib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from giaotrinh.check.linking.naming import is_counted
from giaotrinh.model.curriculum import Citation, Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.source import Provision
from giaotrinh.model.span import Span
from giaotrinh.model.text import fold

LOCK_FILE = "course/review.lock"
"""Where reviews are kept, relative to the project."""

Key = tuple[str, str, str]
"""Module, place in it, address of the provision with its source."""


class LinkState(StrEnum):
    """How a place of the course stands to the provision it leans on."""

    CURRENT = "current"
    """Reviewed against the words as they are."""
    SUSPECT = "suspect"
    """The provision has changed since."""
    NEW = "new"
    """Never reviewed."""
    ORPHANED = "orphaned"
    """Reviewed once, but the place or the provision is gone."""
    DUPLICATE = "duplicate"
    """Recorded twice with different fingerprints, as after a merge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """That a person compared a place of the course with a provision."""

    key: Key
    fingerprint: str
    by: str = ""
    date: str = ""
    line: int = 0
    """Line in the lock file, 0 for one not yet written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """What `course/review.lock` says."""

    links: tuple[Review, ...] = ()
    items: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(address, fingerprint) -> words of the provision as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place of the course and the state of its review."""

    key: Key
    state: LinkState
    span: Span
    citations: tuple[Citation, ...] = ()
    """The citations of the place; none for an orphan."""
    before: str = ""
    """Words of the provision when it was reviewed, "" where they are not kept."""
    now: str = ""
    """Words of the provision as they are."""
    fingerprint: str = ""
    """Fingerprint of `now`."""


def fingerprint(provision: Provision) -> str:
    """Return sixteen hexadecimal digits of the folded words of a provision and all below it."""
    return _digest(provision.full_text())


@lru_cache(maxsize=4096)
def _digest(words: str) -> str:
    return digest_of([fold(words).encode()])[:16]


def read_reviews(text: str) -> Reviews:
    """Return what a lock file says; lines that are no record are left out."""
    links: list[Review] = []
    items: dict[tuple[str, str], str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match _record(line):
            case ["item", str(address), str(digest), str(words)]:
                items[address, digest] = words
            case ["link", str(module), str(block), str(address), str(digest), str(by), str(date)]:
                links.append(Review(key=(module, block, address), fingerprint=digest, by=by, date=date, line=number))
    return Reviews(links=tuple(links), items=items)


def write_reviews(reviews: Reviews) -> str:
    """Return the lock file of reviews: sorted, items first, only the words some link was reviewed against."""
    used = {(review.key[2], review.fingerprint) for review in reviews.links}
    items = [["item", *key, words] for key, words in reviews.items.items() if key in used]
    links = [["link", *review.key, review.fingerprint, review.by, review.date] for review in reviews.links]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in (*sorted(items), *sorted(links)))


def links_of(curriculum: Curriculum, reviews: Reviews) -> tuple[Link, ...]:
    """Return every place that leans on a provision with the state of its review, then what was reviewed and is gone."""
    recorded: dict[Key, list[Review]] = {}
    for review in reviews.links:
        recorded.setdefault(review.key, []).append(review)
    places = _places(curriculum)
    found = [_link(curriculum, key, citations, recorded.get(key, []), reviews) for key, citations in places.items()]
    gone = [review for review in reviews.links if review.key not in places]
    return (*found, *(_orphan(review, reviews) for review in gone))


def cleared(reviews: Reviews, links: Iterable[Link], *, by: str, date: str) -> Reviews:
    """Return the reviews with the links recorded as compared by a person on a date; orphans among them are dropped."""
    chosen = {link.key: link for link in links}
    kept = tuple(review for review in reviews.links if review.key not in chosen)
    fresh = [link for link in chosen.values() if link.state is not LinkState.ORPHANED]
    added = tuple(Review(key=link.key, fingerprint=link.fingerprint, by=by, date=date) for link in fresh)
    words = {(link.key[2], link.fingerprint): link.now for link in fresh}
    return replace(reviews, links=(*kept, *added), items={**reviews.items, **words})


def reviewed(curriculum: Curriculum, reviews: Reviews) -> Iterator[Diagnostic]:
    """Yield a finding for every place whose review no longer holds."""
    for link in links_of(curriculum, reviews):
        module, place, address = link.key
        if link.state is LinkState.SUSPECT:
            removed, added = changed_words(link.before, link.now)
            yield warning("review-suspect", link.span, address=address, before=removed, now=added)
        elif link.state is LinkState.ORPHANED:
            yield warning("review-orphaned", link.span, module=module, place=place, address=address)
        elif link.state is LinkState.DUPLICATE:
            yield error("review-duplicate", link.span, module=module, place=place, address=address)


def changed_words(before: str, now: str) -> tuple[str, str]:
    """Return the words that went and the words that came, " ... " between separate changes; folded words are equal."""
    old, new = before.split(), now.split()
    matcher = difflib.SequenceMatcher(None, [fold(word) for word in old], [fold(word) for word in new], autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    went = [" ".join(old[first:last]) for _, first, last, _, _ in changes if last > first]
    came = [" ".join(new[first:last]) for _, _, _, first, last in changes if last > first]
    return " ... ".join(went), " ... ".join(came)


def _record(line: str) -> object:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _places(curriculum: Curriculum) -> dict[Key, tuple[Citation, ...]]:
    """Return the places of the course by key, citations of one block and provision together."""
    by_block: dict[tuple[str, str, str], list[Citation]] = {}
    for citation in curriculum.citations:
        address = f"{citation.source}:{citation.path}"
        by_block.setdefault((citation.module, citation.block, address), []).append(citation)
    counts: dict[tuple[str, str], int] = {}
    places: dict[Key, tuple[Citation, ...]] = {}
    for (module, block, address), citations in by_block.items():
        name = block.rpartition("/")[2]
        if is_counted(name):
            counts[module, address] = counts.get((module, address), 0) + 1
            name = f"#{counts[module, address]}"
        places[module, name, address] = tuple(citations)
    return places


def _link(
    curriculum: Curriculum, key: Key, citations: tuple[Citation, ...], recorded: list[Review], reviews: Reviews
) -> Link:
    provision = curriculum.provisions[citations[0].source, citations[0].path]
    digest = fingerprint(provision)
    state = _state(digest, {review.fingerprint for review in recorded})
    before = reviews.items.get((key[2], recorded[0].fingerprint), "") if recorded else ""
    return Link(
        key=key,
        state=state,
        span=citations[0].span,
        citations=citations,
        before=before,
        now=provision.full_text(),
        fingerprint=digest,
    )


def _state(digest: str, recorded: set[str]) -> LinkState:
    if not recorded:
        return LinkState.NEW
    if len(recorded) > 1:
        return LinkState.DUPLICATE
    return LinkState.CURRENT if digest in recorded else LinkState.SUSPECT


def _orphan(review: Review, reviews: Reviews) -> Link:
    before = reviews.items.get((review.key[2], review.fingerprint), "")
    span = Span(file=LOCK_FILE, line=review.line)
    return Link(key=review.key, state=LinkState.ORPHANED, span=span, before=before)
