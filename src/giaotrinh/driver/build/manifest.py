"""build/manifest.json: what was made from what, for machines; its schema is versioned.

The types below are the schema: they are written, read back and published (`giaotrinh schema`).
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Final, Literal

from giaotrinh.driver.print.engine import package_version
from giaotrinh.driver.build.outcome import Finished
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Exemption
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.source import Source, to_text

SCHEMA: Final = 1
"""Raised when a key changes its meaning or goes; a reader refuses what it does not know."""

_CLOSED = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseEntry:
    """The course as it was printed."""

    __pydantic_config__: ClassVar[dict[str, str]] = _CLOSED

    title: str
    version: str
    as_of: str
    audience: str
    plan: str = ""
    """Name of the course file, "" for course.yaml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """A source of the course, and how far its text may be trusted."""

    __pydantic_config__: ClassVar[dict[str, str]] = _CLOSED

    id: str
    title: str
    status: str
    wording: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptionEntry:
    """A kind of finding that is accepted at a place, and why."""

    __pydantic_config__: ClassVar[dict[str, str]] = _CLOSED

    code: str
    reason: str
    place: str
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionEntry:
    """The fingerprint of a provision as printed, and the labels of the pages that lean on it."""

    __pydantic_config__: ClassVar[dict[str, str]] = _CLOSED

    fingerprint: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """A finished file: its path from the project's folder, pages, sheets printed on both sides, digest, proofs."""

    __pydantic_config__: ClassVar[dict[str, str]] = _CLOSED

    path: str
    edition: str
    reader: str
    audience: str
    module: str
    pages: int
    sheets: int
    sha256: str
    variant: str = ""
    """Large print (Chu-lon), grey-scale (Xam), archive (Luu-tru), draft (Ban-nhap); "" for the edition itself."""
    proofs: Mapping[str, str] = field(default_factory=dict)
    provisions: Mapping[str, ProvisionEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that a build leaves in writing."""

    __pydantic_config__: ClassVar[dict[str, str]] = _CLOSED

    schema: Literal[1]
    program: str
    course: CourseEntry
    sources: tuple[SourceEntry, ...]
    exemptions: tuple[ExemptionEntry, ...]
    files: tuple[FileEntry, ...]


def manifest(
    curriculum: Curriculum,
    exemptions: Sequence[Exemption],
    files: Sequence[Finished],
    kept: Sequence[FileEntry] = (),
    *,
    plan: str = "",
) -> bytes:
    """Return the manifest of a build as JSON, the same bytes for the same build.

    `kept` are the entries of files that an earlier build made and this one did not.
    """
    course = curriculum.course
    facts = {name: getattr(course, name) for name in ("title", "version", "as_of", "audience")}
    written = Manifest(
        schema=SCHEMA,
        program=f"giaotrinh {package_version('giaotrinh')}",
        course=CourseEntry(**facts, plan=plan),
        sources=tuple(map(_source, curriculum.project.sources)),
        exemptions=tuple(
            ExemptionEntry(code=each.code, reason=each.reason, place=str(each.span), findings=each.count)
            for each in exemptions
        ),
        files=(*map(_file, files), *kept),
    )
    return (json.dumps(asdict(written), ensure_ascii=False, indent=2) + "\n").encode()


def manifest_schema() -> dict[str, Any]:
    """Return the JSON schema of manifest.json."""
    from pydantic import TypeAdapter

    return TypeAdapter(Manifest).json_schema()


def read_manifest(content: bytes) -> Manifest:
    """Return a manifest. Raises ValueError for one that does not keep to the schema."""
    from pydantic import TypeAdapter

    return TypeAdapter(Manifest).validate_json(content, strict=True)


def kept_files(before: bytes, made: Collection[str], exists: Callable[[str], bool]) -> list[FileEntry]:
    """Return the entries of a former manifest whose files are still there and were not made anew."""
    return [file for file in files_in(before) if file.path not in made and exists(file.path)]


def files_in(content: bytes) -> tuple[FileEntry, ...]:
    """Return the files a manifest lists; a broken one, or one of another schema, lists none."""
    try:
        return read_manifest(content).files
    except ValueError:
        return ()


def paths_in(content: bytes) -> tuple[str, ...]:
    """Return the paths a manifest of any schema lists: what another version printed is cleared away as well."""
    try:
        return tuple(str(file["path"]) for file in json.loads(content)["files"])
    except (ValueError, KeyError, TypeError):
        return ()


def _source(source: Source) -> SourceEntry:
    return SourceEntry(
        id=source.id,
        title=source.title,
        status=source.status.value,
        wording=source.wording.value,
        sha256=digest_of((to_text(source.provisions).encode(),)),
    )


def _file(file: Finished) -> FileEntry:
    return FileEntry(
        path=file.path,
        edition=file.edition,
        reader=file.reader,
        audience=file.audience,
        module=file.module,
        pages=file.pages,
        sheets=file.sheets,
        sha256=file.digest,
        variant=file.variant,
        proofs=dict(file.proofs),
        provisions={
            address: ProvisionEntry(fingerprint=digest, pages=pages)
            for address, (digest, pages) in file.provisions.items()
        },
    )
