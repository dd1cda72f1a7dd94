"""Links and named destinations of a bound book."""

from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Pdf

from bind.books import book_of, fragment, instructor, learner, learner_book, learner_sections
from bind.opened import opened
from bind.serial_printer import print_html
from giaotrinh.bind import bind
from giaotrinh.model.fragment import Section


def links(file: Pdf) -> list[Any]:
    return [link for sheet in file.pages for link in sheet.obj.get("/Annots", ())]


def aims(pdf: bytes) -> list[tuple[str, str]]:
    """What every link is called, and the label of the page it leads to."""
    with opened(pdf) as file:
        labels = {sheet.obj.objgen: sheet.label for sheet in file.pages}
        names = list(file.Root.Names.Dests.Names)
        places = {bytes(name): labels[place[0].objgen] for name, place in zip(names[::2], names[1::2], strict=True)}
        return [
            (str(link.Contents), places[bytes(link.A.D)] if "/D" in link.A else str(link.A.URI)) for link in links(file)
        ]


def test_references_and_links_within_a_part_lead_to_their_pages() -> None:
    outside = ("https://example.org/tai-lieu", "https://example.org/tai-lieu")
    assert aims(learner().pdf) == [
        ("Chuyên đề 1", "1"),
        ("Đến trang 5", "5"),
        ("Đến trang 5", "5"),
        ("Đến trang 1", "1"),
        outside,
        ("Đến trang 5", "5"),
        ("Đến trang 5", "5"),
        outside,
    ]


def test_links_lead_to_the_same_labels_in_the_instructors_book() -> None:
    assert aims(instructor().pdf) == aims(learner().pdf)


def test_links_are_printed_too() -> None:
    with opened(learner().pdf) as file:
        assert {int(link.F) for link in links(file)} == {4}


def test_a_destination_points_at_the_place_of_its_block() -> None:
    _, x, y = learner_book().page_map.places["m2/bang"]
    with opened(learner().pdf) as file:
        names = list(file.Root.Names.Dests.Names)
        places = {str(name): place for name, place in zip(names[::2], names[1::2], strict=True)}
        assert float(places["m2/bang"][2]) == pytest.approx(x, abs=0.01)
        assert float(places["m2/bang"][3]) == pytest.approx(841.89 - y, abs=0.01)
        assert [bytes(name) for name in names[::2]] == sorted(bytes(name) for name in names[::2])


def test_facing_marks_are_no_destinations() -> None:
    with opened(instructor().pdf) as file:
        assert not [name for name in list(file.Root.Names.Dests.Names)[::2] if str(name).startswith("facing/")]


def test_a_reference_to_nothing_is_an_error_and_no_link() -> None:
    lost = print_html("worksheet/m1", '<p>Xem <a href="asset:///ref/khong-co">chỗ này</a></p>')
    book = learner_book()
    found = bind(replace(book, fragments={**book.fragments, "worksheet/m1": lost}))
    assert [(each.code, dict(each.arguments)) for each in found.diagnostics] == [
        ("link-unresolved", {"part": "worksheet/m1", "target": "khong-co"})
    ]
    with opened(found.pdf) as file:
        assert [link for link in links(file) if "/A" not in link and "/Dest" not in link]


def test_an_id_that_two_parts_have_leads_each_to_its_own() -> None:
    body = '<h1 id="chung">Phần</h1><p style="break-before: page"><a href="#chung">lên đầu</a></p>'
    first, second = print_html("worksheet/m1", body), print_html("worksheet/m2", body)
    sections = tuple(_with(section, {"worksheet/m1": first, "worksheet/m2": second}) for section in learner_sections())
    book = book_of("hoc-vien", sections)
    found = bind(replace(book, fragments={**book.fragments, "worksheet/m1": first, "worksheet/m2": second}))
    own = [label for name, label in aims(found.pdf) if name == f"Đến trang {label}" and label in ("4", "10")]
    assert own == ["4", "10"]
    assert fragment("body/m1").page_count == 3


def _with(section: Section, fragments: dict[str, Any]) -> Section:
    if section.job not in fragments:
        return section
    printed = fragments[section.job]
    return replace(section, page_count=printed.page_count, anchors=printed.anchors)
