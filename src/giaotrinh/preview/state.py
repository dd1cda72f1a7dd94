"""What the overview and the page view show, as plain data."""

from collections import Counter
from collections.abc import Iterable

from giaotrinh.check import coverage
from giaotrinh.driver.edge.report import headline
from giaotrinh.driver.live import LiveFile
from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.edition import Edition, EditionRole, Reader
from giaotrinh.model.fragment import PageMap
from giaotrinh.model.snapshot import digest_of
from giaotrinh.preview.desk import Desk

COLUMNS = ("theory", "discussion", "fieldwork", "self_study", "assessment")


def state_of(desk: Desk, language: str) -> dict[str, object]:
    """Return the state of the course; learners are told of pages and titles alone."""
    live, curriculum = desk.live, desk.live.curriculum
    modules = curriculum.project.modules if curriculum else ()
    cards = [_module(module, live.files.values()) for module in modules]
    state: dict[str, object] = {
        "generation": desk.generation,
        "learner_only": live.for_learners,
        "printing": desk.printing,
        "title": curriculum.course.title if curriculum else "",
        "modules": cards,
        "editions": [_edition(each, live.files.values()) for each in shown(live.editions, live.for_learners)],
    }
    if live.for_learners or curriculum is None:
        return state | {"banner": _banner((), desk.trouble, language)}
    counts = _counts(live.diagnostics, modules)
    for data, module in zip(cards, modules, strict=True):
        data |= {"findings": counts[module.file], "state": module.state.stage, "provisions": _cited(curriculum, module)}
    return state | {
        "banner": _banner(live.broken, desk.trouble, language),
        "framework": _framework(modules, with_self_study=curriculum.course.time.counts_self_study),
        "coverage": _coverage(curriculum),
        "findings": dict(Counter(found.severity.value for found in live.diagnostics)),
    }


SHARED = "shared"
"""Option of an edition: `refused` keeps it from learners' screens."""


def file_id(file: LiveFile) -> str:
    """Return the name of a file in addresses."""
    return digest_of((file.path.encode(),))[:16]


def shown(editions: Iterable[Edition], for_learners: bool) -> list[Edition]:
    """Return the editions somebody may look at; a list of people is handed round in the room, not over the network."""
    return [each for each in editions if not for_learners or _is_for_the_room(each)]


def _is_for_the_room(edition: Edition) -> bool:
    return edition.reader is Reader.LEARNER and edition.options.get(SHARED, "") != "refused"


def _banner(broken: tuple[Diagnostic, ...], trouble: str, language: str) -> dict[str, object] | None:
    if trouble:
        return {"text": trouble, "findings": 0}
    if not broken:
        return None
    first = broken[0]
    return {"text": f"{first.span}: {headline(first, language)}", "findings": len(broken)}


def _module(module: Module, files: Iterable[LiveFile]) -> dict[str, object]:
    books = (file for file in files if not file.edition.per_module)
    pages = {(page.job, page.index) for file in books for page in file.page_map.pages}
    return {
        "id": module.id,
        "number": module.number,
        "title": module.title,
        "periods": module.periods.total(with_self_study=True),
        "pages": sum(job.endswith(f"/{module.id}") for job, _ in pages),
    }


def _edition(edition: Edition, files: Iterable[LiveFile]) -> dict[str, object]:
    own = sorted((file for file in files if file.edition.id == edition.id), key=lambda file: file.path)
    return {
        "id": edition.id,
        "title": edition.title["vi"],
        "reader": edition.reader.value,
        "is_book": edition.role is EditionRole.BOOK and edition.reader is Reader.LEARNER,
        "files": [
            {
                "id": file_id(file),
                "name": file.path.rpartition("/")[2],
                "module": file.module,
                "width": edition.page.width,
                "height": edition.page.height,
                "pages": _pages(file),
            }
            for file in own
        ],
    }


def _pages(file: LiveFile) -> list[dict[str, object]]:
    places = _places(file.page_map)
    return [
        {"label": page.label, "digest": key, "job": page.job, "index": page.index, "blocks": places.get(at, [])}
        for at, (page, key) in enumerate(zip(file.page_map.pages, file.keys, strict=True))
    ]


def _places(pages: PageMap) -> dict[int, list[list[object]]]:
    """Return page -> [block id, millimetres from the top], from the top down."""
    found: dict[int, list[tuple[float, str]]] = {}
    for name, (page, _, y) in pages.places.items():
        if name.startswith("cd-"):
            found.setdefault(page, []).append((y, name))
    return {page: [[name, round(y * 25.4 / 72, 1)] for y, name in sorted(blocks)] for page, blocks in found.items()}


def _counts(diagnostics: Iterable[Diagnostic], modules: Iterable[Module]) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {module.file: Counter() for module in modules}
    for found in diagnostics:
        if found.span.file in counts:
            counts[found.span.file][found.severity.value] += 1
    return {file: dict(counter) for file, counter in counts.items()}


def _cited(curriculum: Curriculum, module: Module) -> int:
    return len({(each.source, each.path) for each in curriculum.citations if each.module == module.id})


def _framework(modules: Iterable[Module], *, with_self_study: bool) -> dict[str, object]:
    rows = []
    for module in modules:
        numbers = [getattr(module.periods, column) for column in COLUMNS]
        rows.append([module.number, module.title, module.periods.total(with_self_study=with_self_study), *numbers])
    sums = [sum(column) for column in list(zip(*rows, strict=True))[2:]]
    return {"columns": list(COLUMNS), "rows": rows, "sums": sums}


def _coverage(curriculum: Curriculum) -> dict[str, int]:
    found = coverage(curriculum)
    return {
        "provisions": len(found.provisions),
        "taught": sum(bool(row.taught) for row in found.provisions),
        "practised": sum(bool(row.practised) for row in found.provisions),
        "tested": sum(bool(row.tested) for row in found.provisions),
        "asked": len(found.asked),
        "met": sum(row.meets for row in found.asked),
    }
