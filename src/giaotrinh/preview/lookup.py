"""Search over modules, blocks and provisions, and where a provision is taught, practised, tested and printed."""

from collections.abc import Iterable, Iterator

from giaotrinh.check import coverage
from giaotrinh.driver.live import LiveFile
from giaotrinh.model.curriculum import Citation, Curriculum
from giaotrinh.model.document import plain
from giaotrinh.model.text import fold, without_marks
from giaotrinh.preview.findings import provision_data
from giaotrinh.preview.state import file_id

MOST = 40
AROUND = 60
"""Letters shown on each side of what was found."""


def search(curriculum: Curriculum, words: str) -> list[dict[str, str]]:
    """Return what holds the words, with or without tone marks: modules first, then provisions, then blocks."""
    wanted = fold(words).strip()
    if len(wanted) < 2:
        return []
    bare = wanted == without_marks(wanted)
    found = []
    for kind, name, module, text in _texts(curriculum):
        folded = without_marks(fold(text)) if bare else fold(text)
        at = folded.find(wanted)
        if at >= 0:
            shown = text[max(0, at - AROUND) : at + len(wanted) + AROUND].strip()
            found.append({"kind": kind, "id": name, "module": module, "words": shown})
        if len(found) == MOST:
            break
    return found


def _texts(curriculum: Curriculum) -> Iterator[tuple[str, str, str, str]]:
    for module in curriculum.project.modules:
        yield "module", module.id, module.id, module.title
    for (source, path), provision in curriculum.provisions.items():
        yield "provision", f"{source}:{path}", "", provision.text
    for module in curriculum.project.modules:
        for block in module.walk():
            if words := plain((*block.title, *block.inlines)):
                yield "block", block.id, module.id, words


def where(curriculum: Curriculum, files: Iterable[LiveFile], source: str, path: str) -> dict[str, object] | None:
    """Return a provision with the places that teach, practise and test it and the pages that print it."""
    if (source, path) not in curriculum.provisions:
        return None
    row = next(each for each in coverage(curriculum).provisions if (each.source, each.path) == (source, path))
    return {
        **provision_data(curriculum, source, path),
        "role": row.role.value if row.role else "",
        "accepted": row.accepted,
        "taught": _places(curriculum, row.taught),
        "practised": _places(curriculum, row.practised),
        "tested": _places(curriculum, row.tested),
        "printed": [page for file in files for page in _printed(file, curriculum.by_provision.get((source, path), ()))],
    }


def _places(curriculum: Curriculum, citations: Iterable[Citation]) -> list[dict[str, str]]:
    blocks = dict.fromkeys((each.module, each.block, str(each.span)) for each in citations)
    return [
        {"module": module, "block": block, "place": place, "words": _words(curriculum, block)}
        for module, block, place in blocks
    ]


def _words(curriculum: Curriculum, name: str) -> str:
    block = curriculum.blocks.get(name)
    return plain((*block.title, *block.inlines))[: 2 * AROUND] if block else ""


def _printed(file: LiveFile, citations: Iterable[Citation]) -> Iterator[dict[str, object]]:
    pages = {file.page_map.places[each.block][0] for each in citations if each.block in file.page_map.places}
    for page in sorted(pages):
        label = file.page_map.pages[page].label
        yield {"edition": file.edition.id, "file": file_id(file), "index": page, "label": label}
