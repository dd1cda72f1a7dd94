"""`giaotrinh review`: places that lean on provisions, and the record of who compared them when."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from giaotrinh.check.course.review import LOCK_FILE, Link, LinkState, Reviews, cleared, links_of, write_reviews
from giaotrinh.driver.build.preparing import prepare, reviews_in
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.snapshot import Snapshot

OPEN = frozenset({LinkState.SUSPECT, LinkState.ORPHANED, LinkState.DUPLICATE, LinkState.NEW})
"""States a person has to look at."""

STALE = OPEN - {LinkState.NEW}
"""States in which something was reviewed and no longer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewing:
    """The places of a course, or of one module, with the state of their reviews."""

    links: tuple[Link, ...]
    reviews: Reviews
    snapshot: Snapshot
    errors: tuple[Diagnostic, ...] = ()
    """Why the course could not be read."""

    @property
    def open(self) -> tuple[Link, ...]:
        """Return the places to look at, those that no longer hold first."""
        waiting = [link for link in self.links if link.state in OPEN]
        return tuple(sorted(waiting, key=lambda link: link.state is LinkState.NEW))


def reviewing(project: ProjectFolder, plan: str = "", module: str = "") -> Reviewing:
    """Return the places of a course, of one module where it is named.

    Raises Failure (USAGE) for a module there is not.
    """
    snapshot = take_snapshot(project)
    prepared = prepare(snapshot, project.course_file(plan))
    reviews = reviews_in(snapshot)
    curriculum = prepared.curriculum
    if curriculum is None:
        errors = tuple(found for found in prepared.diagnostics if found.severity is Severity.ERROR)
        return Reviewing(links=(), reviews=reviews, snapshot=snapshot, errors=errors)
    known = {*curriculum.modules, *(review.key[0] for review in reviews.links)}
    if module and module not in known:
        raise Failure(Exit.USAGE, "review-unknown-module", name=module, known=", ".join(curriculum.modules))
    links = links_of(curriculum, reviews)
    chosen = tuple(link for link in links if not module or link.key[0] == module)
    return Reviewing(links=chosen, reviews=reviews, snapshot=snapshot)


def record(project: ProjectFolder, reviews: Reviews, links: Iterable[Link], by: str) -> Reviews:
    """Write that a person compared the places today; return the reviews as they are then.

    Raises Failure (NOT_WRITABLE) where the disk refuses.
    """
    new = cleared(reviews, links, by=by, date=time.strftime("%Y-%m-%d"))
    write_whole(project.root / LOCK_FILE, write_reviews(new).encode())
    return new
