"""The structure trees of the fragments under one Document element, in the order of the pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MAPS = ("/RoleMap", "/ClassMap")


def parent_keys(pdf: "Pdf") -> int:
    """Return how many keys into the parent tree a fragment uses."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return 0
    keys = [int(key) for key in list(root.ParentTree.Nums)[::2]]
    return max(keys, default=-1) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSource:
    """A mended fragment: its keys into the parent tree were shifted by `first_key`."""

    pdf: "Pdf"
    first_key: int
    named: "tuple[Object, ...]"
    """Structure elements that have an id."""


def join_structure(target: "Pdf", sources: Sequence[TaggedSource]) -> None:
    """Give the target one structure tree from those of fragments whose pages it already holds."""
    from pikepdf import Array, Dictionary, Name

    document = target.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    root = target.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([document])))
    document.P = root
    elements: list[tuple[int, Object]] = []
    numbers: list[Object | int] = []
    page_at = {page.obj.objgen: at for at, page in enumerate(target.pages)}
    for source in sources:
        copied = target.copy_foreign(source.pdf.Root.StructTreeRoot)
        elements += _elements(copied, page_at)
        numbers += _shifted(copied, source.first_key)
        _merge_maps(root, copied)
    elements.sort(key=lambda placed: placed[0])
    for _, element in elements:
        element.P = document
    document.K = Array([element for _, element in elements])
    root.ParentTree = target.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(numbers) // 2
    _index_ids(target, root, sources)
    target.Root.StructTreeRoot = root
    target.Root.MarkInfo = Dictionary(Marked=True)


def _elements(copied: "Object", page_at: "Mapping[tuple[int, int], int]") -> "Iterator[tuple[int, Object]]":
    """Yield the top elements of a fragment with the page each stands on; one without a page stays with the last."""
    page = 0
    for top in copied.K:
        for element in top.get("/K", ()) if str(top.S) == "/Document" else (top,):
            if "/Pg" in element:
                page = page_at[element.Pg.objgen]
            yield page, element


def _shifted(copied: "Object", first_key: int) -> "Iterator[Object | int]":
    for at, value in enumerate(copied.ParentTree.Nums):
        yield value if at % 2 else int(value) + first_key


def _merge_maps(root: "Object", copied: "Object") -> None:
    from pikepdf import Dictionary

    for name in _MAPS:
        if name in copied:
            merged = root.get(name, Dictionary())
            for key, value in copied[name].items():
                merged[key] = value
            root[name] = merged
    if "/Namespaces" in copied:
        root.Namespaces = [*root.get("/Namespaces", ()), *copied.Namespaces]


def _index_ids(target: "Pdf", root: "Object", sources: Sequence[TaggedSource]) -> None:
    """Write the tree that finds elements by id, which the engine leaves out."""
    from pikepdf import Array, Dictionary

    named = {bytes(found.ID): target.copy_foreign(found) for source in sources for found in source.named}
    if named:
        pairs = [part for name in sorted(named) for part in (named[name].ID, named[name])]
        root.IDTree = target.make_indirect(Dictionary(Names=Array(pairs)))
