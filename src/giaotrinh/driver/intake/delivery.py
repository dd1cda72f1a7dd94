"""What an import hands to people beside the source: the report, the sign-off sheet; and sources looked at again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.edge.reading import read_file
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.driver.intake.extracting import extract
from giaotrinh.driver.intake.importing import SOURCES, Imported
from giaotrinh.driver.intake.keeping import RECORD, TEXT, Kept
from giaotrinh.driver.intake.report import report_html, sheet_job
from giaotrinh.driver.print.cache import Cache
from giaotrinh.driver.print.engine import engine_name
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.driver.print.printer import Printer, WorkerBackend
from giaotrinh.intake.proposal.versions import Change, compare_versions
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.model.source import Provision
from giaotrinh.outline.tree import read_outline

REPORTS = "import"
"""Folder in build/ for the reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSource:
    """A source of the course as it stands on disk."""

    identity: str
    folder: Path
    provisions: tuple[Provision, ...]
    pages: tuple[int, ...]


def write_report(project: ProjectFolder, source: Imported) -> Path:
    """Write the report of an import into build/; return its path."""
    path = project.build / REPORTS / f"{source.identity}.html"
    write_whole(path, report_html(source, sheet=False).encode())
    return path


def print_sheets(project: ProjectFolder, sources: Sequence[Imported]) -> tuple[Path, ...]:
    """Print the sign-off sheets into build/; raises Failure (ENVIRONMENT) where nothing can be printed."""
    fonts = gather_fonts(Snapshot())
    backend = WorkerBackend(isolate(fonts, project.cache), workers=1)
    cache = Cache(project.fragments)
    printer = Printer(cache=cache, engine=engine_name(fonts), backend=backend, progress=lambda _: None)
    printed = printer.print([sheet_job(source) for source in sources])
    paths: list[Path] = []
    for source in sources:
        result = printed[f"import/{source.identity}"]
        if result.fragment is None:
            raise Failure(Exit.NOT_VALID, "sheet-not-printed", name=source.identity, reason=result.detail)
        paths.append(project.build / REPORTS / f"{source.identity}.pdf")
        write_whole(paths[-1], result.fragment.pdf)
    return tuple(paths)


def known_sources(project: ProjectFolder) -> tuple[str, ...]:
    """Return the ids of the sources on disk."""
    return tuple(sorted(path.parent.name for path in (project.root / SOURCES).glob(f"*/{TEXT}")))


def load_source(project: ProjectFolder, identity: str) -> KnownSource:
    """Return a source on disk; raises Failure (USAGE) where there is none of that id."""
    known = known_sources(project)
    if identity not in known:
        raise Failure(Exit.USAGE, "source-id-unknown", name=identity, known=", ".join(known))
    folder = project.root / SOURCES / identity
    return KnownSource(
        identity=identity, folder=folder, provisions=_tree(Kept.of(folder).text or ""), pages=_pages(folder)
    )


def changes_by_hand(project: ProjectFolder, identity: str) -> tuple[Change, ...]:
    """Return what a person changed since the import; raises Failure (USAGE) where no import wrote the source."""
    source = load_source(project, identity)
    record = Kept.of(source.folder).record
    if record is None:
        raise Failure(Exit.USAGE, "source-not-imported", name=identity)
    return compare_versions(_tree(record.text), source.provisions)


def changes_in_file(project: ProjectFolder, identity: str, path: Path) -> tuple[Change, ...]:
    """Return how a file differs from a source; raises Failure where either cannot be read."""
    source = load_source(project, identity)
    return compare_versions(source.provisions, _tree(extract(read_file(path), path).text))


def _tree(text: str) -> tuple[Provision, ...]:
    return read_outline(text, TEXT).value or ()


def _pages(folder: Path) -> tuple[int, ...]:
    import json

    try:
        lines = json.loads((folder / RECORD).read_bytes())["lines"]
        return tuple(int(line.get("page", 0)) for line in lines)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()
