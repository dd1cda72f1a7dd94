"""Import: a file from outside becomes course/sources/<id>; nothing changes there unless the whole import succeeded."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.driver.edge.writing import locked, not_writable, write_whole
from giaotrinh.driver.intake.converting import convert_to_docx, read_pictures
from giaotrinh.driver.intake.extracting import extract
from giaotrinh.driver.intake.keeping import RECORD, SETTINGS, TEXT, Kept
from giaotrinh.driver.intake.naming import asked_identity, free_identity, propose_identity
from giaotrinh.driver.intake.record import Origin, sha256, write_record, write_settings
from giaotrinh.intake.carrier.characters import tally
from giaotrinh.intake.carrier.choosing import carrier_of, read_carrier
from giaotrinh.intake.carrier.extraction import Extraction, unverified
from giaotrinh.intake.carrier.limits import LIMITS
from giaotrinh.intake.proposal.documents import find_documents
from giaotrinh.intake.proposal.doubts import find_doubts
from giaotrinh.intake.proposal.settings import Quantities, propose
from giaotrinh.intake.proposal.versions import Change, ChangeKind, compare_versions
from giaotrinh.model.course import Policy
from giaotrinh.model.diagnostic import Diagnostic, in_order, info, warning
from giaotrinh.model.source import Provision
from giaotrinh.model.span import Span
from giaotrinh.outline.figures import read_figures
from giaotrinh.outline.metadata import Metadata, read_metadata
from giaotrinh.outline.tree import read_outline
from giaotrinh.read.course.course import COURSE_FILE, read_course

SOURCES = "course/sources"
_OFFICE_KINDS = ("doc", "odt", "rtf")
_SECRET = re.compile(r"[\s(\[]*(?:ĐỘ MẬT\s*:\s*)?(TUYỆT MẬT|TỐI MẬT|MẬT)[\s)\].]*\Z")
_UNVERIFIED = "văn bản được máy đọc từ ảnh, chưa đối chiếu với bản gốc"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """What the person asked for."""

    identity: str = ""
    into: str = SOURCES
    force: bool = False
    read_pictures: bool = False
    secret: bool = False
    """Whether a document marked secret may be imported."""
    split: bool = False
    """Whether each document of a file becomes a source of its own."""
    damaged_share: float | None = None
    """Share of damaged syllables above which a document is refused; None takes the policy of the course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One source that was written, or found unchanged."""

    identity: str
    folder: str
    """Relative to the project."""
    origin: Origin
    extraction: Extraction
    provisions: tuple[Provision, ...]
    quantities: Quantities
    metadata: Metadata
    text: str
    changes: tuple[Change, ...]
    """What differs from the text that stood there before, provision by provision."""
    kept_settings: bool
    backups: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    secrecy: str = ""


def import_file(project: ProjectFolder, path: Path, request: ImportRequest) -> tuple[Imported, ...]:
    """Import a file; return its source, or its several ones where a split was asked for.

    Raises Failure: UNREADABLE for what cannot or should not be read, PROBLEMS where a person's edits are in the way.
    """
    content = read_file(path, LIMITS.file_size)
    extraction, origin = _extract(content, path, request)
    secrecy = _secrecy(extraction)
    if secrecy and not request.secret:
        raise Failure(Exit.UNREADABLE, "source-secret", path=path, mark=secrecy)
    allowed = _allowed_damage(project) if request.damaged_share is None else request.damaged_share
    if extraction.damaged_share() > allowed:
        share, limit = (f"{100 * number:.1f}" for number in (extraction.damaged_share(), allowed))
        raise Failure(Exit.UNREADABLE, "source-damaged", path=path, share=share, limit=limit)
    parts = _documents(extraction) if request.split else (extraction,)
    with locked(project.build):
        plans: list[_Plan] = []
        for part in parts:
            taken = {plan.imported.identity for plan in plans}
            plans.append(_plan(project, part, origin, request, secrecy, taken))
        for plan in plans:
            plan.write()
    return tuple(plan.imported for plan in plans)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What an import is going to write into a folder."""

    folder: Path
    files: Mapping[str, bytes]
    backups: Mapping[str, str]
    """File -> name under which it is kept."""
    imported: Imported

    def write(self) -> None:
        """Write all files beside their places first, so that a full disk leaves everything as it was."""
        stage = self.folder.with_name(f".{self.folder.name}.new")
        try:
            for name, content in self.files.items():
                write_whole(stage / name, content)
            self.folder.mkdir(parents=True, exist_ok=True)
            for name, kept in self.backups.items():
                shutil.copyfile(self.folder / name, self.folder / kept)
            for name in self.files:
                (stage / name).replace(self.folder / name)
        except OSError as problem:
            raise not_writable(self.folder, problem) from problem
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _extract(content: bytes, path: Path, request: ImportRequest) -> tuple[Extraction, Origin]:
    origin = Origin(name=path.name, digest=sha256(content), size=len(content))
    kind = carrier_of(content)
    if kind in _OFFICE_KINDS:
        converted = convert_to_docx(content, kind, path)
        return extract(converted, path), replace(origin, converted_by="LibreOffice")
    if request.read_pictures and kind == "pdf":
        words = read_pictures(content, path)
        found = read_carrier(words.encode())
        if not isinstance(found, Extraction):
            raise Failure(Exit.UNREADABLE, "source-empty", path=path)
        return unverified(found), replace(origin, converted_by="tesseract")
    return extract(content, path), origin


def _allowed_damage(project: ProjectFolder) -> float:
    """Return the share of damaged syllables that the course's policy allows."""
    path = project.root / COURSE_FILE
    course = read_course(path.read_bytes()).value if path.is_file() else None
    return float((course.policy if course else Policy()).damaged_percent) / 100


def _secrecy(extraction: Extraction) -> str:
    """Return the mark of secrecy the document bears, "" for none: a line of its own near the head, or a stamp."""
    texts = [paragraph.text for paragraph in extraction.paragraphs[:40]]
    texts += [part.text for part in extraction.left_out]
    return next((match[1] for text in texts if (match := _SECRET.match(text))), "")


def _documents(extraction: Extraction) -> tuple[Extraction, ...]:
    """Return the documents that stand one after the other in a file."""
    offers = find_documents(extraction.text)
    return tuple(_slice(extraction, one.first, one.last + 1, first=one is offers[0]) for one in offers)


def _slice(extraction: Extraction, low: int, high: int, *, first: bool) -> Extraction:
    """Return lines low to high; what was left out of the file stays with the first part, and what is unaccounted."""
    paragraphs = extraction.paragraphs[low - 1 : high - 1]
    left_out = extraction.left_out if first else ()
    missing, surplus = extraction.unaccounted() if first else ({}, {})
    damaged = (one for one in extraction.damaged if low <= one.line < high)
    own = tally([one.text for one in paragraphs] + [one.text for one in left_out])
    return replace(
        extraction,
        paragraphs=paragraphs,
        left_out=left_out,
        damaged=tuple(replace(one, line=one.line - low + 1) for one in damaged),
        held=own + Counter(missing) - Counter(surplus),
        added={},
    )


def _outline(text: str, file: str) -> tuple[tuple[Provision, ...], tuple[Diagnostic, ...]]:
    reading = read_outline(text, file)
    return reading.value or (), reading.diagnostics


def _plan(
    project: ProjectFolder,
    extraction: Extraction,
    origin: Origin,
    request: ImportRequest,
    secrecy: str,
    taken: Set[str],
) -> _Plan:
    metadata = read_metadata(_outline(extraction.text, TEXT)[0])
    sources = project.root / request.into.strip("/")
    wished, identity = _identity(sources, extraction.text, metadata, origin, request, taken)
    name = f"{request.into.strip('/')}/{identity}"
    folder = project.root / name
    if not folder.resolve().is_relative_to((project.root / "course").resolve()):
        raise Failure(Exit.USAGE, "import-outside", path=folder)
    kept = Kept.of(folder)
    text, backups, found = kept.merged(extraction.text, f"{name}/{TEXT}", force=request.force)
    provisions, doubts = _outline(text, f"{name}/{TEXT}")
    found += [*doubts, *find_doubts(provisions, read_metadata(provisions), f"{name}/{TEXT}")]
    found += _findings(extraction, name, request)
    if identity != wished and wished not in taken:
        found.append(info("import-name-taken", Span(file=f"{name}/{TEXT}"), name=wished, given=identity))
    changes = _changes(kept.text, text, provisions)
    found += _moves(changes, f"{name}/{TEXT}")
    quantities = read_figures(provisions)
    files = {TEXT: text.encode()}
    if not kept.settings_edited:
        proposals = propose(provisions, quantities, f"{name}/{TEXT}")
        found += proposals.diagnostics
        lacks = [_UNVERIFIED] if extraction.by_machine else []
        files[SETTINGS] = write_settings(metadata, identity, {"secrecy": secrecy, "lacks": lacks, **proposals.settings})
    wrote = {TEXT: extraction.text.encode(), SETTINGS: files.get(SETTINGS, b"")}
    files[RECORD] = write_record(extraction, origin, wrote)
    imported = Imported(
        identity=identity,
        folder=name,
        origin=origin,
        extraction=extraction,
        provisions=provisions,
        quantities=quantities,
        metadata=metadata,
        text=text,
        changes=changes,
        kept_settings=kept.settings_edited,
        backups=tuple(f"{name}/{backup}" for backup in backups.values()),
        diagnostics=in_order(found),
        secrecy=secrecy,
    )
    return _Plan(folder=folder, files=files, backups=backups, imported=imported)


def _changes(before: str | None, text: str, provisions: Sequence[Provision]) -> tuple[Change, ...]:
    return () if before is None or before == text else compare_versions(_outline(before, TEXT)[0], provisions)


def _moves(changes: Sequence[Change], file: str) -> Iterator[Diagnostic]:
    """Yield a warning where provisions have another address now: what cites them must follow."""
    moved = [change for change in changes if change.kind is ChangeKind.MOVED and change.old and change.new]
    pairs = ", ".join(f"{one.old.path} > {one.new.path}" for one in moved[:8] if one.old and one.new)
    if moved:
        yield warning("import-moved", Span(file=file), count=len(moved), moves=pairs)


def _identity(
    sources: Path, text: str, metadata: Metadata, origin: Origin, request: ImportRequest, taken: Set[str]
) -> tuple[str, str]:
    """Return (the id the source would have alone, the id it gets)."""
    asked = asked_identity(request.identity)
    wished = asked or propose_identity(metadata, origin.name)
    if asked and asked not in taken:
        return asked, asked
    return wished, free_identity(sources, wished, text, metadata, taken)


def _findings(extraction: Extraction, name: str, request: ImportRequest) -> Iterator[Diagnostic]:
    missing, surplus = extraction.unaccounted()
    if missing or surplus:
        shown = "".join(sorted({*missing, *surplus}))[:40]
        yield warning("import-unaccounted", Span(file=f"{name}/{RECORD}"), characters=shown)
    if extraction.damaged:
        first = extraction.damaged[0]
        place = Span(file=f"{name}/{TEXT}", line=first.line, column=first.column)
        yield warning("import-damaged", place, count=len(extraction.damaged))
    documents = find_documents(extraction.text)
    if all(root.kind in ("preamble", "paragraph") for offer in documents for root in offer.provisions):
        yield warning("import-no-structure", Span(file=f"{name}/{TEXT}"))
    if len(documents) > 1 and not request.split:
        begins = ", ".join(str(one.first) for one in documents)
        yield info("import-several", Span(file=f"{name}/{TEXT}"), count=len(documents), lines=begins)
