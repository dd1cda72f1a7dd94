import pytest

from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read import read_project, schemas
from reading_cases import FRONT, argument

COURSE = """title: a
short_title: a
kind: a
school: {name: a}
audience: b
audiences: {b: B}
as_of: "2021-09-30"
year: 2021
main_source: nq
sources: [nq]
modules: [02-b, 01-a]
editions: [hoc-vien]
"""
SOURCE = "title: a\nshort_title: a\ncite_as: a\nstatus: complete\nwording: verbatim\n"

FILES = {
    "course/course.yaml": COURSE,
    "course/sources/nq/source.yaml": SOURCE,
    "course/sources/nq/text.txt": "I. A\n",
    "course/modules/01-a.md": FRONT + "một {cite}`I`",
    "course/modules/02-b.md": FRONT + "hai",
    "course/questions/a.yaml": "questions: [{id: a, kind: essay, stem: a}]",
    "course/images/so-do/a.png": "x",
    "templates/hoc-vien/edition.yaml": "title: {vi: a}\nreader: learner\nparts: [body]",
    "templates/base/pages.yaml": "a4-giao-trinh: {}",
}


def read(changes=None):
    files = {path: text for path, text in {**FILES, **(changes or {})}.items() if text is not None}
    return read_project(Snapshot(files={path: text.encode() for path, text in files.items()}))


def found(changes):
    return [(each.code, str(each.span)) for each in read(changes).diagnostics]


def test_a_whole_project_is_read():
    reading = read()
    project = reading.value

    assert reading.diagnostics == ()
    assert [(module.id, module.number) for module in project.modules] == [("02-b", 1), ("01-a", 2)]
    assert [source.id for source in project.sources] == ["nq"]
    assert [question.id for question in project.questions] == ["a"]
    assert dict(project.images) == {"so-do/a.png": b"x"}
    assert project.modules[1].blocks[0].id == "cd-02/b1"


@pytest.mark.parametrize(
    ("changes", "findings"),
    [
        ({"course/course.yaml": None}, [("course-missing", "course/course.yaml")]),
        ({"course/modules/01-a.md": None}, [("listed-file-missing", "course/course.yaml:11:17")]),
        (
            {"course/sources/nq/source.yaml": None, "course/sources/nq/text.txt": None},
            [("listed-file-missing", "course/course.yaml:10:11")],
        ),
        ({"course/sources/nq/text.txt": None}, [("source-file-missing", "course/sources/nq/text.txt")]),
        ({"course/sources/nq/source.yaml": None}, [("source-file-missing", "course/sources/nq/source.yaml")]),
        ({"course/modules/03-c.md": FRONT}, [("file-not-listed", "course/modules/03-c.md")]),
        (
            {"course/sources/cu/source.yaml": SOURCE, "course/sources/cu/text.txt": "I. A"},
            [("file-not-listed", "course/sources/cu/source.yaml")],
        ),
        (
            {"course/course.yaml": COURSE.replace("hoc-vien", "hoc-vienn")},
            [("edition-unknown", "course/course.yaml:12:12")],
        ),
        ({"course/course.yaml": COURSE + "page: a5"}, [("page-unknown", "course/course.yaml:13:7")]),
        (
            {"course/questions/b.yaml": "questions: [{id: a, kind: essay, stem: b}]"},
            [("id-repeated", "course/questions/b.yaml:1:18")],
        ),
    ],
)
def test_what_does_not_fit_is_told(changes, findings):
    assert found(changes) == findings


def test_a_broken_module_leaves_the_others():
    reading = read({"course/modules/02-b.md": "---\ntitle: [\n---\n"})

    assert [(module.id, module.number) for module in reading.value.modules] == [("01-a", 2)]
    assert [(each.code, str(each.span)) for each in reading.diagnostics] == [
        ("yaml-unclosed", "course/modules/02-b.md:2:8")
    ]


def test_every_file_is_examined_when_the_course_is_broken():
    broken = {
        "course/course.yaml": "title: [",
        "course/modules/01-a.md": FRONT + "# a",
        "course/sources/nq/source.yaml": SOURCE + "x: 1",
        "course/questions/a.yaml": "questions: a",
    }

    assert read(broken).value is None
    assert found(broken) == [
        ("yaml-unclosed", "course/course.yaml:1:8"),
        ("heading-level", "course/modules/01-a.md:6:1"),
        ("expected-list", "course/questions/a.yaml:1:12"),
        ("key-unknown", "course/sources/nq/source.yaml:6:1"),
    ]


def test_nothing_is_said_of_editions_where_there_are_no_templates():
    assert found({"templates/hoc-vien/edition.yaml": None, "templates/base/pages.yaml": None}) == []


def test_the_nearest_file_is_given():
    reading = read({"course/modules/01-a.md": None, "course/modules/01-aa.md": FRONT})

    assert argument(reading.diagnostics[0], "nearest") == "01-aa"


def test_a_second_reading_gives_the_same():
    assert read() == read()


def test_schemas_know_every_key_of_the_files():
    found = schemas()

    assert sorted(found) == ["class", "course", "edition", "module", "pages", "plan", "questions", "source"]
    assert {"title", "modules", "policy"} < set(found["course"]["properties"])
    assert {"roles", "notes", "figures", "announced"} < set(found["source"]["properties"])
    assert set(found["module"]["required"]) == {"title", "short_title", "periods"}
    assert "each-module" in str(found["edition"]["properties"]["parts"])
    assert all(schema.get("additionalProperties") is not None for schema in found.values())
