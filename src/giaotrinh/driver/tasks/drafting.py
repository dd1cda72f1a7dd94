"""`giaotrinh draft`: a source and a plan become course files, never over a file a person has touched."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.driver.tasks.draft_keeping import (
    LOCK,
    Changed,
    Lock,
    changed,
    digest,
    fingerprints,
    free_beside,
    starter_samples,
)
from giaotrinh.driver.tasks.draft_pieces import digests, offered
from giaotrinh.driver.tasks.drafting_clean import cleaned
from giaotrinh.driver.tasks.drafting_plan import fitting_plan, misfit, read_plan
from giaotrinh.model.course import Course
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.drafting import DraftedCourse, DraftPlan
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.source import Source

COURSE = "course/course.yaml"
SAMPLE = "van-ban"
"""Id of the starter's sample source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest:
    """What was asked for; "" lets the project decide."""

    source: str = ""
    plan: str = ""
    """"" takes the shortest carried plan that holds what the source teaches."""
    audience: str = ""
    module: str = ""
    """Id of the one module to be drafted anew; nothing else is touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a draft did."""

    diagnostics: tuple[Diagnostic, ...]
    snapshot: Snapshot
    written: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Files beside those a person has changed: what this draft has and the one before it had not."""
    removed: tuple[str, ...] = ()
    """Untouched files of an earlier draft or of the starter that the new course has no use for."""
    changes: Changed | None = None
    """How the source differs from the version drafted before; None for a first draft."""


def draft_project(project: ProjectFolder, request: DraftRequest) -> Drafted:
    """Write the draft of a course; with a mistake in the plan or the source nothing is written.

    Raises Failure (USAGE) for a source, plan or audience there is not.
    """
    from giaotrinh.draft import draft_course, lessons_of
    from giaotrinh.read.editions import edition_names

    snapshot = take_snapshot(project)
    course, sources, diagnostics = _read(snapshot)
    source = sources.get(_chosen(request.source, course, tuple(sources)))
    if source is None:
        raise Failure(Exit.USAGE, "source-id-unknown", name=request.source, known=", ".join(sources))
    needed = lessons_of(source)
    if not needed:
        raise Failure(Exit.PROBLEMS, "source-without-provisions", name=source.id)
    plan, found, snapshot = read_plan(project, request.plan or fitting_plan(needed), course, snapshot)
    if plan is None:
        return Drafted(diagnostics=found, snapshot=snapshot)
    audience = _audience(request.audience, plan, course)
    drafted = draft_course(source, plan, audience, edition_names(snapshot), course, fitted=not request.plan)
    clean = cleaned(drafted.files, snapshot, COURSE)
    own = tuple(each for each in diagnostics if each.span.file in (source.file, source.settings_file))
    told = (*own, *misfit(plan, needed), *clean.gaps)
    return _write(project, replace(drafted, files=clean.files), source, (snapshot, told), request.module)


def _read(snapshot: Snapshot) -> tuple[Course | None, dict[str, Source], tuple[Diagnostic, ...]]:
    """Return the course as it stands, every source on disk whether listed or not, and what is wrong with either."""
    from giaotrinh.read import read_course, read_source

    content = snapshot.files.get(COURSE, b"")
    reading = read_course(content)
    found = list(reading.diagnostics)
    sources: dict[str, Source] = {}
    for name, settings in snapshot.below("course/sources"):
        identity, _, file = name.removeprefix("course/sources/").partition("/")
        text = snapshot.files.get(f"course/sources/{identity}/text.txt")
        if file == "source.yaml" and text is not None:
            source = read_source(settings, text, identity=identity, folder=f"course/sources/{identity}")
            found += source.diagnostics
            if source.value is not None:
                sources[identity] = source.value
    return reading.value, sources, tuple(found)


def _chosen(asked: str, course: Course | None, known: tuple[str, ...]) -> str:
    """Return the source asked for, else the only one beside the sample, else the main source of the course."""
    others = [name for name in known if name != SAMPLE]
    if asked or len(others) == 1:
        return asked or others[0]
    if course is not None and course.main_source in others:
        return course.main_source
    raise Failure(Exit.USAGE, "draft-source-needed", known=", ".join(others))


def _audience(asked: str, plan: DraftPlan, course: Course | None) -> str:
    own = course.audiences if course is not None and course.main_source != SAMPLE else {}
    known = {**plan.audiences, **own}
    if asked and asked not in known:
        raise Failure(Exit.USAGE, "draft-audience-unknown", name=asked, known=", ".join(known))
    return asked or (course.audience if course is not None and course.audience in own else next(iter(plan.audiences)))


def _write(
    project: ProjectFolder,
    drafted: DraftedCourse,
    source: Source,
    told: tuple[Snapshot, tuple[Diagnostic, ...]],
    module: str,
) -> Drafted:
    root, lock = project.root, Lock.read(project.root)
    texts = {name: text for name, text in drafted.files.items() if not module or PurePosixPath(name).stem == module}
    if not texts:
        raise Failure(Exit.USAGE, "draft-module-unknown", name=module, known=", ".join(drafted.modules))
    ours = [name for name in texts if lock.is_ours(root, name)]
    new = {name: offered(name, text, lock.pieces.get(name, ())) for name, text in texts.items() if name not in ours}
    beside = {free_beside(root, name): text for name, text in new.items() if text}
    contents = {name: text.encode() for name, text in texts.items()}
    useless = () if module else tuple(_useless(root, lock, contents, source))
    for name, text in ({name: texts[name] for name in ours} | beside).items():
        write_whole(root / name, text.encode())
    for name in useless:
        _remove(root, name)
    write_whole(root / LOCK, _lock(lock, source, texts, ours, module).written())
    return Drafted(
        diagnostics=told[1],
        snapshot=told[0],
        written=tuple(ours),
        beside=tuple(beside),
        removed=useless,
        changes=changed(lock.provisions, source) if lock.source == source.id else None,
    )


def _lock(before: Lock, source: Source, texts: Mapping[str, str], ours: Sequence[str], module: str) -> Lock:
    """Return the lock after a draft; of a draft of one module the other files stay as they were told before."""
    files = {name: before.files[name] for name in before.files if module or name in texts}
    files |= {name: digest(texts[name].encode()) for name in ours}
    pieces = (dict(before.pieces) if module else {}) | {name: digests(name, text) for name, text in texts.items()}
    # What a draft of one module saw of the source is not what the other modules were drafted from.
    provisions = before.provisions if module and before.provisions else fingerprints(source)
    return Lock(source=source.id, files=dict(sorted(files.items())), provisions=provisions, pieces=pieces)


def _useless(root: Path, lock: Lock, contents: dict[str, bytes], source: Source) -> Iterator[str]:
    """Yield files that draft or `new` wrote, that nobody touched, and that the new course does not hold."""
    for name in lock.files:
        if name not in contents and (root / name).is_file() and lock.is_ours(root, name):
            yield name
    if source.id != SAMPLE and lock.is_ours(root, COURSE):
        yield from starter_samples(root)


def _remove(root: Path, name: str) -> None:
    path = root / name
    path.unlink(missing_ok=True)
    if path.parent.name == SAMPLE and not any(path.parent.iterdir()):
        path.parent.rmdir()
