"""`giaotrinh verify`: which edition a file is, whether it was altered, whether it is behind the sources of today."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.build.manifest import files_in
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.build.printed import behind
from giaotrinh.driver.build.sources import source_digests
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.snapshot import Snapshot

LARGEST = 500 * 1024**2
"""Bytes of a finished file; a book with photographs has some tens of millions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What is known of a file."""

    identity: dict[str, str]
    """Title, edition, module, version, as-of date, audience as the file says them."""
    altered: bool
    """Whether its pages are not those it was made with, or something was added after it was made."""
    recorded: bool
    """Whether it is, byte for byte, a file the manifest of this project lists."""
    changed: tuple[str, ...] = ()
    """Sources that have changed since, are gone or are new; empty where no project is at hand."""
    compared: bool = False
    """Whether there was a project to compare with."""
    findings: tuple[Diagnostic, ...] = ()
    """Pages that follow former words, where the manifest lists the file."""

    @property
    def good(self) -> bool:
        """Return whether it may be used: unaltered and not behind."""
        return not (self.altered or self.changed or self.findings)


def verify(path: Path, project: ProjectFolder | None) -> Verified:
    """Return what is known of a file.

    Raises Failure (UNREADABLE) for a file that is no PDF, that cannot be opened, or that this program did not make.
    """
    content, identity, altered = _read(path)
    if project is None:
        return Verified(identity=identity, altered=altered, recorded=False)
    snapshot = take_snapshot(project)
    plan = identity.get("Plan", "")
    curriculum = _curriculum(snapshot, project, plan)
    manifest = project.build / plan / "manifest.json"
    listed = manifest.read_bytes() if manifest.is_file() else b""
    digest = hashlib.sha256(content).hexdigest()
    recorded = any(file.sha256 == digest for file in files_in(listed))
    place = path.resolve()
    stale = behind(listed, curriculum) if curriculum else ()
    return Verified(
        identity=identity,
        altered=altered and not recorded,
        recorded=recorded,
        changed=_changed(identity.get("Sources", ""), curriculum),
        compared=curriculum is not None,
        findings=tuple(each for each in stale if (project.root / each.span.file).resolve() == place),
    )


def _read(path: Path) -> tuple[bytes, dict[str, str], bool]:
    """Return the bytes, the identity, and whether the content is another than the one the file was made with."""
    from io import BytesIO

    from pikepdf import PasswordError, Pdf, PdfError

    from giaotrinh.bind.seal import CONTENT, content_digest, sealed

    content = read_file(path, LARGEST)
    try:
        with Pdf.open(BytesIO(content)) as opened:
            said = sealed(opened)
            title, digest = str(opened.docinfo.get("/Title", "")), content_digest(opened) if said else ""
    except (PdfError, PasswordError) as problem:
        reason = str(problem).rpartition(">: ")[2]  # without the stream object it was read from
        raise Failure(Exit.UNREADABLE, "verify-not-pdf", path=path, reason=reason) from problem
    if CONTENT not in said:
        raise Failure(Exit.UNREADABLE, "verify-foreign", path=path)
    # An editor that keeps the pages appends to the file: a second end of file.
    altered = said.pop(CONTENT) != digest or content.count(b"%%EOF") > 1
    return content, {"Title": title, **said}, altered


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
