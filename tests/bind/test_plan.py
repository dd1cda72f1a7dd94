"""The page map: sides, labels, spreads."""

import pytest

from giaotrinh.bind.plan import in_order, plan
from giaotrinh.model.edition import Edition, PageSetup, Part, Reader
from giaotrinh.model.fragment import Anchor, PageMap, Section

SETUP = PageSetup(id="a4", width=210, height=297, inner=30, outer=25, top=27, bottom=35, body_points=14)


def part(template: str, numbering: str = "arabic", **fields: object) -> Part:
    learner_home = numbering != "own" and "faces" not in fields
    reader = Reader.LEARNER if learner_home else Reader.INSTRUCTOR
    return Part(template=template, home="hoc-vien", reader=reader, numbering=numbering, **fields)  # type: ignore[arg-type]


def section(template_part: Part, pages: int, module: str = "", **fields: object) -> Section:
    name = f"{template_part.template}/{module}" if module else template_part.template
    return Section(part=template_part, job=name, page_count=pages, module=module, **fields)  # type: ignore[arg-type]


COVER = part("cover", "none")
CONTENTS = part("contents", "roman")
BODY = part("body", each_module=True, opens_right=True)
WORKSHEET = part("worksheet", each_module=True)
GLOSSARY = part("glossary")
PLAN = part("lesson-plan", "own", each_module=True, opens_right=True)
NOTES = part("notes", each_module=True, faces="body")


def learner_book() -> tuple[Section, ...]:
    return (
        section(COVER, 1),
        section(CONTENTS, 2),
        section(BODY, 3, "m1", anchors=(Anchor(id="m1/b2", page=1, x=70, y=90),)),
        section(WORKSHEET, 2, "m1"),
        section(BODY, 2, "m2"),
        section(GLOSSARY, 1),
    )


def instructor_book(*facing: tuple[int, int], note_pages: int = 3) -> tuple[Section, ...]:
    cover, contents, first, sheet, second, glossary = learner_book()
    anchors = tuple(Anchor(id=f"facing/{faced}", page=page, x=0, y=0) for page, faced in facing)
    return (
        cover,
        contents,
        section(PLAN, 1, "m1"),
        section(NOTES, note_pages, "m1", anchors=anchors),
        first,
        sheet,
        section(NOTES, 0, "m2"),
        second,
        glossary,
    )


def labels(page_map: PageMap) -> list[str]:
    return [page.label for page in page_map.pages]


def by_label(page_map: PageMap) -> dict[str, tuple[str, int]]:
    return {page.label: (page.job, page.index) for page in page_map.pages}


def test_the_body_starts_on_a_right_hand_page_labelled_1() -> None:
    page_map = plan(learner_book(), mirrored=True)
    assert labels(page_map)[:5] == ["i", "ii", "iii", "iv", "1"]
    assert page_map.pages[3].job == ""  # the ruled page that pads the front matter
    assert page_map.pages[4].right


def test_a_module_opens_right_after_a_ruled_page_with_a_label_of_its_own() -> None:
    pages = {page.label: page for page in plan(learner_book(), mirrored=True).pages}
    assert pages["6"].job == "" and not pages["6"].right
    assert pages["7"].job == "body/m2" and pages["7"].right


def test_sides_alternate_through_the_whole_book() -> None:
    for sections in (learner_book(), instructor_book((0, 0), (1, 1), (2, 2))):
        sides = [page.right for page in plan(sections, mirrored=True).pages]
        assert sides == [at % 2 == 0 for at in range(len(sides))]


def test_labels_of_learner_pages_are_those_of_the_learners_book() -> None:
    learner = by_label(plan(learner_book(), mirrored=True))
    instructor = by_label(plan(instructor_book((0, 0), (1, 1), (2, 2)), mirrored=True))
    arabic = {label: page for label, page in learner.items() if label.isdigit()}
    assert arabic == {label: page for label, page in instructor.items() if label.isdigit()}


def test_no_two_pages_share_a_label() -> None:
    found = labels(plan(instructor_book((0, 0), (2, 1)), mirrored=True))
    assert len(found) == len(set(found))


def test_notes_stand_left_of_the_page_they_face() -> None:
    pages = plan(instructor_book((0, 0), (1, 1), (2, 2)), mirrored=True).pages
    at = next(at for at, page in enumerate(pages) if page.label == "2")
    assert (pages[at - 1].label, pages[at - 1].index, pages[at - 1].right) == ("2g", 1, False)
    assert pages[at].right


def test_overflowing_notes_take_a_leaf_whose_back_is_ruled() -> None:
    page_map = plan(instructor_book((0, 0), (2, 1)), mirrored=True)  # pages 0 and 1 face the first page
    found = labels(page_map)
    at = found.index("1g")
    assert found[at : at + 6] == ["1g", "1", "1g2", "1g3", "2g", "2"]
    assert page_map.pages[at + 2].job == "notes/m1"
    assert page_map.pages[at + 3].job == ""


def test_a_page_without_notes_faces_a_ruled_page() -> None:
    pages = {page.label: page for page in plan(instructor_book((0, 0), note_pages=1), mirrored=True).pages}
    assert pages["1g"].job == "notes/m1"
    assert pages["2g"].job == "" and pages["2g"].shows_number


def test_no_page_of_notes_is_lost() -> None:
    page_map = plan(instructor_book((1, 1), note_pages=7), mirrored=True)
    laid = [page.index for page in page_map.pages if page.job == "notes/m1"]
    assert laid == list(range(7))
    spread_by_spread = plan(instructor_book(note_pages=5), mirrored=True)
    assert [page.index for page in spread_by_spread.pages if page.job == "notes/m1"] == list(range(5))


def test_instructor_only_pages_have_numbers_of_their_own() -> None:
    found = labels(plan(instructor_book((0, 0)), mirrored=True))
    assert found[:6] == ["i", "ii", "iii", "iv", "GV-1", "1g"]


def test_a_part_not_yet_printed_moves_no_label_of_the_body() -> None:
    cover, _, *rest = learner_book()
    without = plan((cover, section(CONTENTS, 0), *rest), mirrored=True)
    whole = plan(learner_book(), mirrored=True)
    assert [label for label in labels(without) if label.isdigit()] == [x for x in labels(whole) if x.isdigit()]


def test_ids_modules_and_parts_are_found_on_their_pages() -> None:
    page_map = plan(learner_book(), mirrored=True)
    assert page_map.labels["m1/b2"] == "2"
    assert page_map.places["m1/b2"] == (5, 70, 90)
    assert page_map.labels["m2"] == "7"
    assert page_map.labels["worksheet/m1"] == "4"
    assert page_map.labels["glossary"] == "9"


def test_without_a_spine_nothing_is_padded() -> None:
    page_map = plan(learner_book(), mirrored=False)
    assert len(page_map.pages) == 11
    assert all(page.job for page in page_map.pages)


def test_an_edition_without_arabic_pages_counts_from_1() -> None:
    page_map = plan((section(part("slides", "none"), 3),), mirrored=False)
    assert labels(page_map) == ["1", "2", "3"]
    assert not any(page.shows_number for page in page_map.pages)


def test_opening_pages_carry_the_sheet_without_a_head() -> None:
    opened = section(BODY, 2, "m1", head="m1", opening_pages=1)
    assert [page.head for page in plan((opened,), mirrored=True).pages] == ["m1/opening", "m1"]


@pytest.mark.parametrize(("modules", "count"), [(("a", "b"), 6), ((), 2)])
def test_parts_for_each_module_go_together(modules: tuple[str, ...], count: int) -> None:
    edition = Edition(
        id="hoc-vien", title={}, page=SETUP, reader=Reader.LEARNER, parts=(COVER, BODY, WORKSHEET, GLOSSARY)
    )
    found = [(each.template, module) for each, module in in_order(edition, modules)]
    assert len(found) == count
    assert found[0] == ("cover", "") and found[-1] == ("glossary", "")
    if modules:
        assert found[1:4] == [("body", "a"), ("worksheet", "a"), ("body", "b")]
