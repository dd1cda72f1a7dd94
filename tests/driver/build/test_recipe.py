"""The whole way from course files to proved books, on the starter project."""

import json
import shutil
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from page import ValidationProfile, validate_pdf_bytes

from bench.synthetic import write_course
from giaotrinh.driver.build.editions import edited_since
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import find_project, take_snapshot
from giaotrinh.driver.tasks.starting import start_project

MODULE = "course/modules/01-bai-mau.md"


def build(project, **asked):
    return build_project(project, Request(jobs=2, **asked), lambda printed: None)


def change(project, path, old, new):
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def read(project, file):
    return (project.root / file.path).read_bytes()


def words(pdf):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "project"
    start_project(folder)
    project = find_project(folder)
    return project, build(project)


@pytest.fixture
def project(built, tmp_path):
    """A copy of the built project that a test may change."""
    shutil.copytree(built[0].root, tmp_path / "copy")
    return find_project(tmp_path / "copy")


def test_the_starter_builds_both_books_without_an_error(built):
    _, outcome = built

    assert [file.edition for file in outcome.files] == ["hoc-vien", "giang-vien"]
    assert outcome.exit_code(strict=False) == Exit.CLEAN
    assert not outcome.invalid


def test_every_file_is_accessible(built):
    project, outcome = built

    for file in outcome.files:
        report = validate_pdf_bytes(read(project, file), profile=ValidationProfile.PDF_UA_1)

        assert report.is_compliant, [str(failure) for failure in report.failures]


def test_page_labels_of_the_learners_book_are_those_of_the_instructors(built):
    project, outcome = built
    learner, instructor = (pypdfium2.PdfDocument(read(project, file)) for file in outcome.files)
    theirs = {instructor.get_page_label(at): at for at in range(len(instructor))}
    shared = 0

    for at in range(len(learner)):
        label = learner.get_page_label(at)
        if label.isdecimal():
            one, other = (
                "".join(sorted(book[place].get_textpage().get_text_range().split("GHI CHÉP")[0].split()))
                for book, place in ((learner, at), (instructor, theirs[label]))
            )
            assert set(one) <= set(other), label
            shared += 1
    assert shared > 5


def test_the_manifest_names_every_file_with_its_digest_and_proofs(built):
    project, outcome = built

    manifest = json.loads((project.build / "manifest.json").read_bytes())

    assert [file["sha256"] for file in manifest["files"]] == [file.digest for file in outcome.files]
    assert manifest["files"][0]["proofs"]["leaks"]
    assert manifest["sources"][0]["status"] == "sample"


def test_the_second_build_prints_nothing_and_changes_no_byte(project):
    first = {path: path.read_bytes() for path in project.build.rglob("*.pdf")}

    outcome = build(project)

    assert [file.printed for file in outcome.files] == [0, 0]
    assert {path: path.read_bytes() for path in project.build.rglob("*.pdf")} == first


def test_the_modules_edited_since_the_last_build_go_to_the_workers_first(tmp_path):
    project = find_project(write_course(tmp_path / "c", modules=3))
    curriculum = prepare(take_snapshot(project), project.course_file("")).curriculum
    before_any_build = edited_since(project, curriculum)
    build(project, editions=("hoc-vien",))
    after = edited_since(project, curriculum)

    change(project, curriculum.project.modules[1].file, "## ", "## Sửa: ")

    assert (before_any_build, after) == (frozenset(), frozenset())
    assert edited_since(project, curriculum) == {curriculum.project.modules[1].id}


def test_another_folder_and_one_worker_give_the_same_bytes(built, tmp_path):
    _, outcome = built
    start_project(tmp_path / "elsewhere entirely")
    project = find_project(tmp_path / "elsewhere entirely")

    again = build_project(project, Request(jobs=1), lambda printed: None)

    assert [file.digest for file in again.files] == [file.digest for file in outcome.files]


def test_one_edited_paragraph_prints_one_body(project):
    change(project, MODULE, "Việc đầu tiên là phân công", "Việc trước hết là phân công")

    outcome = build(project)

    assert [(reason.job, reason.reason) for reason in outcome.reasons] == [("hoc-vien/body/01-bai-mau", "text")]


def test_a_yaml_comment_prints_nothing(project):
    change(project, "course/course.yaml", "version:", "# một ghi chú\nversion:")

    assert build(project).reasons == ()


def test_an_error_keeps_the_last_good_books(project):
    before = {path: path.read_bytes() for path in project.build.rglob("*.pdf")}
    change(project, MODULE, "{cite}`II.1`.", "{cite}`IX.9`.")

    outcome = build(project)

    assert outcome.exit_code(strict=False) == Exit.PROBLEMS
    assert outcome.files == ()
    assert {"citation-unresolved", "edition-stopped"} <= {found.code for found in outcome.diagnostics}
    assert {path: path.read_bytes() for path in project.build.rglob("*.pdf")} == before


def test_an_error_in_a_note_stops_only_the_instructors_book(project):
    change(project, MODULE, "Nhấn mạnh: con số", "{cite}`IX.9` Nhấn mạnh: con số")

    outcome = build(project)

    assert [file.edition for file in outcome.files] == ["hoc-vien"]


def test_a_draft_is_printed_with_a_stamp_on_every_page(project):
    change(project, MODULE, "{cite}`II.1`.", "{cite}`IX.9`.")

    outcome = build(project, draft=True)

    assert [file.edition for file in outcome.files] == ["hoc-vien", "giang-vien"]
    body = [text for text in words(read(project, outcome.files[0])) if "Nhiệm vụ" in text]
    assert body and all("BẢN NHÁP" in text for text in body)


def test_one_module_has_the_page_numbers_of_the_book(project):
    outcome = build(project, module="01-bai-mau", editions=("hoc-vien",))

    [file] = outcome.files
    assert file.path == "build/hoc-vien/CD01_HV_Bai-mau.pdf"
    labels = [pypdfium2.PdfDocument(read(project, file)).get_page_label(at) for at in range(file.pages)]
    assert labels == [str(number) for number in range(1, file.pages + 1)]
    assert validate_pdf_bytes(read(project, file), profile=ValidationProfile.PDF_UA_1).is_compliant


def test_nothing_of_the_instructor_is_in_the_learners_file(built):
    project, outcome = built
    learner, instructor = (" ".join(" ".join(words(read(project, file))).split()) for file in outcome.files)
    answer = "cách kiểm tra"

    assert answer in instructor
    assert answer not in learner
    with pikepdf.open(BytesIO(read(project, outcome.files[0]))) as opened:
        assert answer.encode("utf-16-be") not in b"".join(
            item.unparse() for item in opened.objects if not isinstance(item, pikepdf.Stream)
        )


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"editions": ("hoc-vienn",)}, "edition-unknown"),
        ({"module": "09-khong-co"}, "module-unknown"),
        ({"plan": "7-ngay"}, "plan-unknown"),
    ],
)
def test_unknown_names_are_wrong_usage(project, asked, code):
    with pytest.raises(Failure) as raised:
        build(project, **asked)

    assert (raised.value.exit_code, raised.value.code) == (Exit.USAGE, code)


def test_a_broken_template_stops_its_editions_at_the_line(project):
    own = project.root / "templates" / "giang-vien" / "cover.html"
    own.parent.mkdir(parents=True)
    own.write_text(
        "{% extends 'layout.html' %}\n{% block main %}\n{{ nothing_such }}\n{% endblock %}\n", encoding="utf-8"
    )

    outcome = build(project)

    assert [file.edition for file in outcome.files] == ["hoc-vien"]
    [found] = [found for found in outcome.diagnostics if found.code == "template-broken"]
    assert str(found.span) == "templates/giang-vien/cover.html:3"


def test_a_damaged_cache_is_printed_anew_and_explained(project):
    for path in (project.cache / "fragments").rglob("*.fragment"):
        path.write_bytes(path.read_bytes()[:-1])
    (project.cache / "last.json").unlink()

    outcome = build(project)

    assert {reason.reason for reason in outcome.reasons} == {"lost"}
    assert outcome.exit_code(strict=False) == Exit.CLEAN


def test_another_plan_is_built_over_the_same_modules(project):
    course = (project.root / "course" / "course.yaml").read_text(encoding="utf-8")
    (project.root / "course" / "mot-buoi.yaml").write_text(
        course.replace("Giáo trình mẫu", "Một buổi"), encoding="utf-8"
    )

    outcome = build(project, plan="mot-buoi", editions=("hoc-vien",))

    [file] = outcome.files
    assert file.path.startswith("build/mot-buoi/hoc-vien/")
    assert "hoc-vien/body/01-bai-mau" not in {reason.job for reason in outcome.reasons}
    assert "Một buổi" in words(read(project, file))[0]


def test_pages_that_move_print_no_numbers_and_no_heads_again(tmp_path):
    project = find_project(write_course(tmp_path / "two", modules=2, words=600))
    [before] = build(project).files
    module = project.root / "course" / "modules" / "01-bai-1.md"
    text = module.read_text(encoding="utf-8")
    more = "\n\n".join(
        "Thêm một đoạn dài để trang sau phải dời đi, nhưng không phần nào khác phải in lại. " * 9 for _ in range(9)
    )
    module.write_text(text.replace("## ", f"{more}\n\n## ", 2), encoding="utf-8")

    outcome = build(project)

    assert outcome.files[0].pages > before.pages
    assert {reason.job for reason in outcome.reasons} == {
        "hoc-vien/body/01-bai-1",
        "hoc-vien/contents",
        "hoc-vien/concordance",
    }


def test_a_file_that_leaks_an_answer_is_exit_6_and_is_not_handed_over(project):
    before = {path: path.read_bytes() for path in (project.build / "hoc-vien").glob("*.pdf")}
    own = project.root / "templates" / "hoc-vien" / "colophon.html"
    own.parent.mkdir(parents=True)
    leak = "Nêu đủ hai mục tiêu, thời hạn của từng mục tiêu; liên hệ bằng số liệu của đơn vị."
    own.write_text(
        "{% extends 'layout.html' %}\n{% block main %}\n<h1>Thông tin</h1>\n<p>" + leak + "</p>\n{% endblock %}\n",
        encoding="utf-8",
    )

    outcome = build(project, editions=("hoc-vien",))

    assert "leak-on-page" in {found.code for found in outcome.diagnostics}
    assert outcome.exit_code(strict=False) == Exit.NOT_VALID == 6
    assert outcome.files == ()
    assert {path: path.read_bytes() for path in (project.build / "hoc-vien").glob("*.pdf")} == before
