"""From a snapshot to a linked and checked course with its editions; no effects beyond calling the rooms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.build.variants import varied
from giaotrinh.model.codes import Stage
from giaotrinh.model.curriculum import Curriculum, Project
from giaotrinh.model.diagnostic import Diagnostic, Exemption, Severity, error, in_order, info
from giaotrinh.model.blocks import INSTRUCTOR_ONLY
from giaotrinh.model.edition import Edition, Reader
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.span import NOWHERE, Span

if TYPE_CHECKING:
    from giaotrinh.check.course.review import Reviews

BANK_FILES = "course/questions/"
"""The question bank, which no edition prints: a wrong question fails the check, the books are built."""

CLASS_FILES = "course/classes/"
SECRET = "secret"
"""Option of an edition: `refused` where it is for telephones or networks, on which no secret goes."""

SHOWS = "shows"
"""Option of an edition: `classes` where it prints the class files; an error in one stops no other edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What reading and checking gave."""

    curriculum: Curriculum | None
    """None where the course data themselves cannot be read."""
    editions: tuple[Edition, ...]
    diagnostics: tuple[Diagnostic, ...]
    exemptions: tuple[Exemption, ...] = ()
    unread: tuple[Diagnostic, ...] = ()
    """The errors of reading: what stands after them may be missing from the course."""


def prepare(snapshot: Snapshot, course_file: str) -> Prepared:
    """Return the course read, linked and checked, with every finding in order."""
    from giaotrinh.check import check, link
    from giaotrinh.check.course.colours import colours
    from giaotrinh.check.course.review import reviewed
    from giaotrinh.driver.build.settling import settle
    from giaotrinh.read import read_editions, read_project

    reading = read_project(snapshot, course_file)
    editions = read_editions(snapshot, reading.value.course.page if reading.value else "")
    found = [*reading.diagnostics, *editions.diagnostics, *colours(dict(snapshot.below("templates")))]
    curriculum = None
    over = [Stage.READING, Stage.BINDING, Stage.IMPORTING]  # the last two find nothing in a course file
    allowed: tuple[Exemption, ...] = ()
    if reading.value is not None:
        curriculum, links = link(reading.value)
        if waiting := tuple(_waiting(reading.value)):
            # What leans on a source that cannot be read would be told a hundred times, and the cause once among it.
            found += waiting
        else:
            found += [*links, *check(curriculum), *reviewed(curriculum, reviews_in(snapshot))]
            over.append(Stage.CHECKING)
        left, allowed = settle(curriculum, found, over)
        found = [*left]
    unread = (each for each in (*reading.diagnostics, *editions.diagnostics) if each.severity is Severity.ERROR)
    return Prepared(
        curriculum=curriculum,
        editions=editions.value or (),
        diagnostics=in_order(found),
        exemptions=allowed,
        unread=in_order(unread),
    )


def _waiting(project: Project) -> Iterator[Diagnostic]:
    """Yield that the course cannot be compared yet, for every source it names that could not be read."""
    known = {source.id for source in project.sources}
    for at, name in enumerate(project.course.sources):
        if name not in known:
            place = project.course.spans.get(f"sources.{at}", Span(file=project.course.file))
            yield info("source-unread", place, name=name)


def reviews_in(snapshot: Snapshot) -> "Reviews":
    """Return the reviews the project keeps, none where it keeps no lock file."""
    from giaotrinh.check.course.review import LOCK_FILE, read_reviews

    return read_reviews(snapshot.files.get(LOCK_FILE, b"").decode("utf-8", errors="replace"))


def printable(prepared: Prepared, request: Request) -> tuple[tuple[Edition, ...], tuple[Diagnostic, ...]]:
    """Return the editions to print, and a finding for each that an error stops.

    Raises Failure (USAGE) for an edition or module there is not.
    """
    wanted = _wanted(prepared, request)
    curriculum = prepared.curriculum
    if curriculum is None:
        return wanted, ()
    kept_back = dict(_refused(wanted, curriculum))
    refused = tuple(kept_back.values())
    wanted = tuple(edition for edition in wanted if edition.id not in kept_back)
    if request.draft:
        return wanted, refused
    going = tuple(
        edition for edition in wanted if not any(stops(found, edition, curriculum) for found in prepared.diagnostics)
    )
    stopped = (edition for edition in wanted if edition not in going)
    return going, (*refused, *(error("edition-stopped", NOWHERE, edition=edition.id) for edition in stopped))


def _refused(editions: Iterable[Edition], curriculum: Curriculum) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the id and an error for every edition that leaves the room by telephone or network while a source is secret."""
    secret = next((source for source in curriculum.project.sources if source.secrecy), None)
    for edition in editions if secret else ():
        if secret and edition.options.get(SECRET, "") == "refused":
            place = secret.spans.get("secrecy") or Span(file=secret.settings_file)
            yield edition.id, error("edition-secret", place, edition=edition.id, mark=secret.secrecy)


def _wanted(prepared: Prepared, request: Request) -> tuple[Edition, ...]:
    known = {edition.id: edition for edition in prepared.editions}
    for name in request.editions:
        if name not in known:
            raise Failure(Exit.USAGE, "edition-unknown", name=name, known=", ".join(sorted(known)))
    if prepared.curriculum is None:
        return ()
    if request.module and request.module not in prepared.curriculum.modules:
        modules = ", ".join(prepared.curriculum.modules)
        raise Failure(Exit.USAGE, "module-unknown", name=request.module, known=modules)
    names = request.editions or prepared.curriculum.course.editions
    return tuple(varied(known[name], request) for name in names if name in known)


def stops(found: Diagnostic, edition: Edition, curriculum: Curriculum) -> bool:
    """Return whether a finding keeps an edition from being printed: an error in something the edition contains."""
    if found.severity is not Severity.ERROR:
        return False
    top, _, rest = found.span.file.partition("/")
    if top == "templates":
        return rest.partition("/")[0] in (*edition.templates, edition.id, "base", "fonts")
    if found.span.file.startswith(BANK_FILES):
        return False
    if found.span.file.startswith(CLASS_FILES):
        return edition.options.get(SHOWS, "") == "classes"
    return edition.reader is Reader.INSTRUCTOR or not _only_instructors_see(found, curriculum)


def _only_instructors_see(found: Diagnostic, curriculum: Curriculum) -> bool:
    module = next((module for module in curriculum.project.modules if module.file == found.span.file), None)
    if module is None or not found.span.line:
        return False
    line = found.span.line
    return any(
        block.kind in INSTRUCTOR_ONLY and block.span.line <= line <= (block.end_line or block.span.line)
        for block in module.walk()
    )
