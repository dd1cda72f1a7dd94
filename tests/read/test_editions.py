import pytest

from giaotrinh.model.edition import Reader
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read.editions import page_names, read_editions
from reading_cases import argument, expected, unmark

MARGINS = "inner: 30, outer: 25, top: 27, bottom: 35"
PAGES = f"""a4: {{width: 210, height: 297, {MARGINS}, body_points: 14}}
a5: {{width: 148, height: 210, {MARGINS}, body_points: 11.5, mirrored: false}}
"""

LEARNER = """title: {vi: Sách học viên, en: Learner's book}
page: a4
reader: learner
file_name: HV
options: {tone: warm, size: big}
parts:
  - {part: cover, numbering: none}
  - {part: contents, numbering: roman, opens_right: true}
  - each-module:
      - {part: body, opens_right: true}
      - worksheet
"""
INSTRUCTOR = """title: {vi: Sách giảng viên}
reader: instructor
extends: hoc-vien
options: {size: small}
parts: [cover, {each-module: [{part: plan, numbering: own}, {facing: {pages-of: body, notes: notes}}, worksheet]}]
"""
HTML = ("base/cover", "base/contents", "hoc-vien/body", "hoc-vien/worksheet", "giang-vien/plan", "giang-vien/notes")


def read(changes=None, page="a4"):
    files = {
        "base/pages.yaml": PAGES,
        "hoc-vien/edition.yaml": LEARNER,
        "giang-vien/edition.yaml": INSTRUCTOR,
        **{f"{name}.html": "x" for name in HTML},
        **(changes or {}),
    }
    snapshot = Snapshot(files={f"templates/{name}": text.encode() for name, text in files.items() if text is not None})
    return read_editions(snapshot, page)


def editions(changes=None):
    reading = read(changes)
    assert reading.diagnostics == ()
    return {edition.id: edition for edition in reading.value}


def test_an_edition_is_its_parts_in_order():
    learner = editions()["hoc-vien"]

    parts = [(part.template, part.home, part.each_module, part.numbering, part.opens_right) for part in learner.parts]
    assert parts == [
        ("cover", "base", False, "none", False),
        ("contents", "base", False, "roman", True),
        ("body", "hoc-vien", True, "arabic", True),
        ("worksheet", "hoc-vien", True, "arabic", False),
    ]
    assert (learner.page.id, learner.page.body_points, learner.reader) == ("a4", 14, Reader.LEARNER)
    assert (learner.templates, learner.file_name, learner.per_module) == (("hoc-vien", "base"), "HV", False)


def test_an_edition_has_what_it_does_not_say_from_the_one_it_extends():
    instructor = editions()["giang-vien"]

    assert (instructor.page.id, instructor.file_name) == ("a4", "HV")
    assert instructor.options == {"tone": "warm", "size": "small"}
    assert instructor.templates == ("giang-vien", "hoc-vien", "base")


def test_a_part_is_read_by_whom_its_home_is_for():
    parts = {part.template: (part.home, part.reader) for part in editions()["giang-vien"].parts}

    assert parts["body"] == ("hoc-vien", Reader.LEARNER)
    assert parts["plan"] == ("giang-vien", Reader.INSTRUCTOR)
    assert parts["cover"] == ("base", Reader.INSTRUCTOR)


def test_notes_face_the_pages_of_the_learners_part():
    body, notes = editions()["giang-vien"].parts[2:4]

    assert (body.template, body.faces, body.opens_right, body.numbering) == ("body", "", True, "arabic")
    assert (notes.template, notes.faces, notes.each_module, notes.numbering) == ("notes", "body", True, "own")


def test_parts_may_all_come_from_the_extended_edition():
    text = "title: {vi: a}\nreader: learner\nextends: hoc-vien\npage: a5"
    small = editions({"nho/edition.yaml": text})["nho"]

    assert [part.template for part in small.parts] == ["cover", "contents", "body", "worksheet"]
    assert (small.page.id, small.page.mirrored) == ("a5", False)


def test_an_edition_without_a_page_has_the_courses():
    text = LEARNER.replace("page: a4\n", "")

    assert {each.page.id for each in read({"hoc-vien/edition.yaml": text}, page="a5").value} == {"a5"}


@pytest.mark.parametrize(
    ("course", "page"), [("page: a5", "a5"), ("title: [", "a4-giao-trinh"), ("title: a", "a4-giao-trinh")]
)
def test_the_courses_page_is_read_from_the_course(course, page):
    pages = PAGES.replace("a4:", "a4-giao-trinh:")
    files = {"base/pages.yaml": pages, "hoc-vien/edition.yaml": LEARNER.replace("page: a4\n", "")}
    files |= {f"{name}.html": "x" for name in HTML}
    snapshot = Snapshot(
        files={f"templates/{name}": text.encode() for name, text in files.items()}
        | {"course/course.yaml": course.encode()}
    )

    assert [each.page.id for each in read_editions(snapshot).value] == [page]


def test_page_names():
    assert page_names(Snapshot(files={"templates/base/pages.yaml": PAGES.encode()})) == ("a4", "a5")
    assert page_names(Snapshot(files={"templates/base/pages.yaml": b"["})) == ()


@pytest.mark.parametrize(
    ("file", "text", "codes"),
    [
        ("hoc-vien", LEARNER.replace("page: a4", "page: ¦a44"), ["page-unknown"]),
        ("hoc-vien", LEARNER.replace("worksheet", "¦workshet"), ["part-unknown"]),
        ("hoc-vien", LEARNER.replace("{part: body", "{part: ¦boddy"), ["part-unknown"]),
        ("hoc-vien", LEARNER.replace("numbering: none", "numbering: ¦nones"), ["word-unknown"]),
        ("hoc-vien", LEARNER.replace("opens_right: true}\n  - each", "¦opens: true}\n  - each"), ["key-unknown"]),
        ("hoc-vien", LEARNER.replace("- worksheet", "- ¦[worksheet]"), ["part-malformed"]),
        ("hoc-vien", LEARNER.replace("- worksheet", "- ¦each-module: [worksheet]"), ["part-malformed"]),
        ("hoc-vien", LEARNER.replace("- worksheet", "- ¦{part: worksheet, opens_right: 1}"), ["part-malformed"]),
        ("hoc-vien", LEARNER.replace("reader: learner", "reader: ¦leaner"), ["word-unknown"]),
        ("hoc-vien", LEARNER.replace("page", "¦pages"), ["key-unknown"]),
        ("hoc-vien", LEARNER.replace("{vi: S", "¦{vi: S").replace("{vi: Sách học viên, en: Learner's book}", "x"),
         ["expected-mapping"]),
        ("giang-vien", INSTRUCTOR.replace("extends: hoc-vien", "extends: ¦hoc-sinh"), ["edition-unknown"]),
        ("giang-vien", INSTRUCTOR.replace("extends: hoc-vien", "extends: ¦giang-vien"), ["extends-circle"]),
        ("giang-vien", INSTRUCTOR.replace("notes: notes", "notes: ¦note"), ["part-unknown"]),
        ("giang-vien", INSTRUCTOR + 'file_name: ¦"../ra-ngoai"', ["file-name-wrong"]),
        ("giang-vien", INSTRUCTOR + 'file_name: ¦"{reader.x}"', ["file-name-wrong"]),
        ("giang-vien", INSTRUCTOR + "per_module: true\nfile_name: ¦Bai", ["file-name-repeats"]),
        ("giang-vien", INSTRUCTOR.replace("{pages-of", "¦{pages_of"), ["part-malformed"]),
        ("giang-vien", "¦title: {vi: a}\nreader: learner", ["key-missing"]),
    ],
)  # fmt: skip
def test_a_mistake_is_placed(file, text, codes):
    plain, places = unmark(text)
    # Editions that extend a broken one are left out and say nothing.
    other = {} if file == "giang-vien" else {"giang-vien/edition.yaml": None}
    reading = read({**other, f"{file}/edition.yaml": plain})

    own = [each for each in reading.diagnostics if each.span.file == f"templates/{file}/edition.yaml"]
    main = [each for each in own if not (each.code == "key-unknown" and "pages_of" in str(each.arguments))]
    assert [f"{each.code} {each.span.line}:{each.span.column}" for each in main] == expected(codes, places)
    assert file not in {edition.id for edition in reading.value}


def test_the_other_editions_are_read_all_the_same():
    reading = read({"giang-vien/edition.yaml": "title: ["})

    assert [edition.id for edition in reading.value] == ["hoc-vien"]


def test_a_circle_through_two_is_told():
    reading = read({"hoc-vien/edition.yaml": LEARNER + "extends: giang-vien"})

    assert [each.code for each in reading.diagnostics] == ["extends-circle", "extends-circle"]
    assert reading.value == ()


def test_missing_pages_are_told():
    reading = read({"base/pages.yaml": None})

    told = [(each.code, str(each.span)) for each in reading.diagnostics]
    assert ("pages-missing", "templates/base/pages.yaml") in told


def test_a_mistake_in_the_pages_is_placed():
    reading = read({"base/pages.yaml": PAGES.replace("width: 210", "width: wide")})

    told = [f"{each.code} {each.span}" for each in reading.diagnostics]
    assert "expected-number templates/base/pages.yaml:1:13" in told


def test_the_nearest_part_is_given():
    reading = read({"hoc-vien/edition.yaml": LEARNER.replace("worksheet", "workshet"), "giang-vien/edition.yaml": None})

    assert argument(reading.diagnostics[0], "nearest") == "worksheet"


def test_a_part_that_prints_the_editions_name_is_its_own():
    named = {"base/cover.html": "{{ edition_title }}"}
    own = 'title: {vi: "Riêng"}\nreader: learner\nextends: hoc-vien\n'
    reading = read({**named, "rieng/edition.yaml": own})

    edition = next(each for each in reading.value if each.id == "rieng")
    assert {part.template: part.home for part in edition.parts if not part.each_module}["cover"] == "rieng"
    assert all(part.home == "hoc-vien" for part in edition.parts if part.each_module)


@pytest.mark.parametrize(
    "changes",
    [
        {"giang-vien/edition.yaml": INSTRUCTOR + "file_name: HV_Sach\n"},
        {"giang-vien/edition.yaml": INSTRUCTOR.replace("Sách giảng viên", "Bản học viên")},
        {"hoc-vien-2/edition.yaml": INSTRUCTOR, "hoc-vien-2/plan.html": "x", "hoc-vien-2/notes.html": "x"},
    ],
    ids=["file name", "title", "folder"],
)
def test_an_instructors_edition_may_not_bear_a_learners_name(changes):
    assert [found.code for found in read(changes).diagnostics] == ["edition-named-for-learners"]
