"""What a finished file shows of the sources, page by page, and which files fell behind when a source was corrected."""

from collections.abc import Iterable, Iterator, Mapping

from giaotrinh.driver.build.manifest import FileEntry, files_in
from giaotrinh.check.course.review import fingerprint
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, info
from giaotrinh.model.document import Block
from giaotrinh.model.span import Span

Printed = dict[str, tuple[str, tuple[str, ...]]]
"""Address with its source -> (fingerprint of the provision as printed, labels of the pages that lean on it)."""

SHOWN = 8
"""Provisions and pages a finding names."""


class Leaning:
    """Which provisions the blocks of a course lean on, worked out once for all files of a build."""

    def __init__(self, curriculum: Curriculum) -> None:
        """Take the parents of all blocks and the fingerprint of every provision that is cited."""
        self._curriculum = curriculum
        blocks = (block for module in curriculum.project.modules for block in module.walk())
        self._parents = {child.id: block for block in blocks for child in block.children}
        cited = {(each.source, each.path) for each in curriculum.citations} & curriculum.provisions.keys()
        self._fingerprints = {key: fingerprint(curriculum.provisions[key]) for key in cited}

    def on(self, labels: Mapping[str, str]) -> Printed:
        """Return the provisions of a file by the labels of its pages (block id -> label), in the order of addresses."""
        pages: dict[tuple[str, str], dict[str, None]] = {}
        for citation in self._curriculum.citations:
            label = self._label(citation.block, labels)
            if label and (citation.source, citation.path) in self._fingerprints:
                pages.setdefault((citation.source, citation.path), {})[label] = None
        return {
            f"{source}:{path}": (self._fingerprints[source, path], tuple(found))
            for (source, path), found in sorted(pages.items())
        }

    def _label(self, name: str, labels: Mapping[str, str]) -> str:
        block: Block | None = self._curriculum.blocks.get(name)
        while block is not None:
            if block.id in labels:
                return labels[block.id]
            block = self._parents.get(block.id)
        return ""


def behind(manifest: bytes, curriculum: Curriculum) -> Iterator[Diagnostic]:
    """Yield a finding for every file of a manifest printed from words of the sources that have changed since."""
    now = {f"{source}:{path}": provision for (source, path), provision in curriculum.provisions.items()}
    for file in files_in(manifest):
        printed = file.provisions
        changed = [name for name, each in printed.items() if name not in now or fingerprint(now[name]) != each.fingerprint]
        if changed:
            pages = dict.fromkeys(page for name in changed for page in printed[name].pages)
            yield info("print-behind", Span(file=file.path), provisions=_some(changed), pages=_some(list(pages)))


def pages_in(files: Iterable[FileEntry]) -> dict[str, tuple[str, ...]]:
    """Return address -> labels of the pages that lean on it in any of the files."""
    return {address: each.pages for file in files for address, each in file.provisions.items()}


def _some(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")
