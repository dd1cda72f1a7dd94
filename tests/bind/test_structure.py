"""Structure trees survive binding, and everything that points into them still points at the same thing."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, String

from bind.books import fragment, instructor, instructor_book, learner, learner_book
from bind.opened import opened, trees
from giaotrinh.bind import bind
from giaotrinh.model.fragment import Fragment


def _walk(element: Any) -> Any:
    yield element
    for kid in element.get("/K", ()):
        if not isinstance(kid, int) and kid.get("/Type") == "/StructElem":
            yield from _walk(kid)


def test_the_learners_book_holds_every_fragments_tree_in_order() -> None:
    jobs = dict.fromkeys(page.job for page in learner_book().page_map.pages if page.job)
    fragments = [tree for job in jobs for tree in trees(fragment(job).pdf)]
    assert len(fragments) > 20
    assert trees(learner().pdf) == fragments


def test_the_instructors_book_reads_each_page_of_notes_before_the_page_it_faces() -> None:
    found = trees(instructor().pdf)
    wanted = [trees(fragment(job).pdf) for job in ("notes/m1", "body/m1")]
    assert found.index(wanted[0][0]) < found.index(wanted[1][0]) < found.index(wanted[0][-1])
    every = [tree for job in instructor_book().fragments for tree in trees(fragment(job).pdf)]
    assert sorted(map(repr, found)) == sorted(map(repr, every))


def test_content_on_every_page_leads_back_to_its_element() -> None:
    with opened(instructor().pdf) as file:
        numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        assert sorted(parents) == list(range(len(parents)))
        for page in file.pages:
            if "/StructParents" in page.obj:
                for number, element in enumerate(parents[int(page.obj.StructParents)]):
                    assert element.Pg.objgen == page.obj.objgen
                    assert number in [kid for kid in element.K if isinstance(kid, int)]


def test_every_link_annotation_leads_back_to_its_link_element() -> None:
    with opened(learner().pdf) as file:
        numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        links = [link for page in file.pages for link in page.obj.get("/Annots", ())]
        assert len(links) == 8
        for link in links:
            element = parents[int(link.StructParent)]
            assert str(element.S) == "/Link"
            assert any(kid.Obj.objgen == link.objgen for kid in element.K if not isinstance(kid, int))


def test_ids_of_table_heads_are_unique_and_found_by_their_cells() -> None:
    with opened(learner().pdf) as file:
        root = file.Root.StructTreeRoot
        elements = list(_walk(root.K[0]))
        ids = [str(element.ID) for element in elements if "/ID" in element]
        assert len(ids) == len(set(ids)) == 6
        assert [str(name) for name in list(root.IDTree.Names)[::2]] == sorted(ids)
        cells = [element for element in elements if str(element.S) == "/TD"]
        assert all(str(header) in ids for cell in cells for header in cell.A.Headers)


def test_table_heads_say_what_they_head() -> None:
    with opened(learner().pdf) as file:
        heads = [element for element in _walk(file.Root.StructTreeRoot.K[0]) if str(element.S) == "/TH"]
        assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column", "/Row"] * 2


def test_maps_and_namespaces_of_all_fragments_are_kept() -> None:
    book = learner_book()
    changed = {job: _with_maps(book.fragments[job], mark) for job, mark in (("cover", "Bia"), ("contents", "MucLuc"))}
    with opened(bind(replace(book, fragments={**book.fragments, **changed})).pdf) as file:
        root = file.Root.StructTreeRoot
        assert sorted(root.RoleMap.keys()) == sorted(root.ClassMap.keys()) == ["/Bia", "/MucLuc"]
        assert [str(each.NS) for each in root.Namespaces] == ["urn:Bia", "urn:MucLuc"]


def _with_maps(printed: Fragment, mark: str) -> Fragment:
    with opened(printed.pdf) as file:
        root, stream = file.Root.StructTreeRoot, BytesIO()
        root.RoleMap = Dictionary({f"/{mark}": Name.P})
        root.ClassMap = Dictionary({f"/{mark}": Dictionary(O=Name.Layout)})
        root.Namespaces = Array([file.make_indirect(Dictionary(Type=Name.Namespace, NS=String(f"urn:{mark}")))])
        file.save(stream)
    return replace(printed, pdf=stream.getvalue())


def test_lists_say_how_they_are_marked() -> None:
    with opened(learner().pdf) as file:
        lists = [element for element in _walk(file.Root.StructTreeRoot.K[0]) if str(element.S) == "/L"]
        assert [str(each.A.ListNumbering) for each in lists] == ["/Disc", "/Decimal"] * 2
