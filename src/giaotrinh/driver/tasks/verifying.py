"""`giaotrinh verify`: which edition a file is, whether it was altered, whether it is behind the sources of today."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from giaotrinh.bind.marks import Mark
from giaotrinh.bind.seal import Examined, examine
from giaotrinh.driver.build.manifest import files_in
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.build.printed import behind
from giaotrinh.driver.build.sources import source_digests
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.driver.tasks.signatures import Signature, signatures
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.snapshot import Snapshot

LARGEST = 500 * 1024**2
"""Bytes of a finished file; a book with photographs has some tens of millions."""

_END = b"%%EOF"


class Verdict(StrEnum):
    """What became of a file after it was made, the gravest that holds."""

    INTACT = "intact"
    """All that is drawn or acted on is as it was made."""
    SIGNED = "signed"
    """As it was made, and signed since."""
    ANNOTATED = "annotated"
    """As it was made, with marks put on pages."""
    ALTERED = "altered"
    """Something that is drawn or acted on is another, or a signature does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What is known of a file."""

    identity: dict[str, str]
    """Title, edition, module, version, as-of date, audience as the file says them."""
    verdict: Verdict
    altered_pages: tuple[int, ...] = ()
    """From 1; none where pages came or went, or what differs is not the content of a page."""
    marks: tuple[Mark, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recorded: bool | None = None
    """Whether the manifest lists it, or what it was before it was signed or marked; None without a manifest."""
    changed: tuple[str, ...] = ()
    """Sources that have changed since, are gone or are new; empty where no project is at hand."""
    compared: bool = False
    """Whether there was a project to compare with."""
    findings: tuple[Diagnostic, ...] = ()
    """Pages that follow former words, where the manifest lists the file."""

    @property
    def good(self) -> bool:
        """Return whether it may be used: as it was made, signatures hold, known where a manifest is, not behind."""
        as_made = self.verdict in (Verdict.INTACT, Verdict.SIGNED) and all(each.holds for each in self.signatures)
        return as_made and self.recorded is not False and not (self.changed or self.findings)


def verify(path: Path, project: ProjectFolder | None) -> Verified:
    """Return what is known of a file.

    Raises Failure (UNREADABLE) for a file that is no PDF, that cannot be opened, or that this program did not make.
    """
    content = read_file(path, LARGEST)
    examined, signed = _examine(path, content), signatures(content)
    if project is None:
        return _verified(examined, signed)
    snapshot = take_snapshot(project)
    plan = examined.identity.get("Plan", "")
    curriculum = _curriculum(snapshot, project, plan)
    manifest = project.build / plan / "manifest.json"
    listed = manifest.read_bytes() if manifest.is_file() else None
    place = path.resolve()
    stale = behind(listed, curriculum) if listed and curriculum else ()
    return _verified(
        examined,
        signed,
        recorded=None if listed is None else _recorded(content, listed),
        changed=_changed(examined.identity.get("Sources", ""), curriculum),
        compared=curriculum is not None,
        findings=tuple(each for each in stale if (project.root / each.span.file).resolve() == place),
    )


def _examine(path: Path, content: bytes) -> Examined:
    from io import BytesIO

    from pikepdf import PasswordError, Pdf, PdfError

    try:
        with Pdf.open(BytesIO(content)) as opened:
            examined = examine(opened)
    except (PdfError, PasswordError) as problem:
        reason = str(problem).rpartition(">: ")[2]  # without the stream object it was read from
        raise Failure(Exit.UNREADABLE, "verify-not-pdf", path=path, reason=reason) from problem
    if examined is None:
        raise Failure(Exit.UNREADABLE, "verify-foreign", path=path)
    return examined


def _verified(
    examined: Examined,
    signed: tuple[Signature, ...],
    *,
    recorded: bool | None = None,
    changed: tuple[str, ...] = (),
    compared: bool = False,
    findings: tuple[Diagnostic, ...] = (),
) -> Verified:
    return Verified(
        identity=examined.identity,
        verdict=_verdict(examined, signed),
        altered_pages=examined.pages,
        marks=examined.marks,
        signatures=signed,
        recorded=recorded,
        changed=changed,
        compared=compared,
        findings=findings,
    )


def _verdict(examined: Examined, signed: tuple[Signature, ...]) -> Verdict:
    if examined.altered or any(each.holds is False for each in signed):
        return Verdict.ALTERED
    if any(mark.kind != "Signature" for mark in examined.marks) or (examined.marks and not signed):
        return Verdict.ANNOTATED
    return Verdict.SIGNED if signed else Verdict.INTACT


def _recorded(content: bytes, listed: bytes) -> bool:
    """Return whether the manifest lists the file, or the file it was before something was appended to it."""
    known = {file.sha256 for file in files_in(listed)}
    return any(hashlib.sha256(content[:end]).hexdigest() in known for end in _ends(content))


def _ends(content: bytes) -> Iterator[int]:
    """Yield where the file, or an earlier state of it, ends: after each mark of an end and its line end."""
    yield len(content)
    at = content.find(_END)
    while at >= 0:
        yield at + len(_END) + 1
        at = content.find(_END, at + 1)


def _curriculum(snapshot: Snapshot, project: ProjectFolder, plan: str) -> Curriculum | None:
    try:
        return prepare(snapshot, project.course_file(plan)).curriculum
    except Failure:
        return None  # the plan it was printed for is gone


def _changed(said: str, curriculum: Curriculum | None) -> tuple[str, ...]:
    """Return the sources that differ from "id=digest id=digest"."""
    if curriculum is None:
        return ()
    before = dict(each.partition("=")[::2] for each in said.split())
    now = source_digests(curriculum)
    return tuple(name for name in sorted({*before, *now}) if before.get(name) != now.get(name))
