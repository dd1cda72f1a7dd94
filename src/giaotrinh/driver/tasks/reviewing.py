"""`giaotrinh review`: places that lean on provisions, and the record of who compared them when."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from giaotrinh.check.course.review import LOCK_FILE, Link, LinkState, cleared, links_of, read_reviews, write_reviews
from giaotrinh.driver.build.preparing import prepare, reviews_in
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.edge.writing import taking_turns, write_whole
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
        return Reviewing(links=(), snapshot=snapshot, errors=errors)
    known = {*curriculum.modules, *(review.key[0] for review in reviews.links)}
    if module and module not in known:
        raise Failure(Exit.USAGE, "review-unknown-module", name=module, known=", ".join(curriculum.modules))
    links = links_of(curriculum, reviews)
    chosen = tuple(link for link in links if not module or link.key[0] == module)
    return Reviewing(links=chosen, snapshot=snapshot)


def record(project: ProjectFolder, links: Iterable[Link], by: str) -> None:
    """Write that a person compared the places today, into what others have recorded meanwhile.

    Raises Failure (NOT_WRITABLE) where the disk refuses, Failure (LOCKED) where somebody else does not stop writing.
    """
    path = project.root / LOCK_FILE
    with taking_turns(project.kept):
        standing = path.read_bytes() if path.is_file() else None
        reviews = read_reviews((standing or b"").decode("utf-8", errors="replace"))
        new = cleared(reviews, links, by=by, date=time.strftime("%Y-%m-%d"))
        write_whole(path, write_reviews(new).encode())
