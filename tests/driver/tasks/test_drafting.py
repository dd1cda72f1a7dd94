import json

import pytest

from giaotrinh.driver.build.checking import check_project
from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder, take_snapshot
from giaotrinh.driver.intake.importing import ImportRequest, import_file
from giaotrinh.driver.tasks.drafting import DraftRequest, draft_project
from giaotrinh.driver.tasks.drafting_clean import cleaned
from giaotrinh.driver.tasks.drafting_plan import find_plan
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.model.diagnostic import Severity

TEXT = """BỘ CHÍNH TRỊ
Số: 71-NQ/TW
Hà Nội, ngày 22 tháng 8 năm 2025
NGHỊ QUYẾT
về phát triển giáo dục
I. QUAN ĐIỂM CHỈ ĐẠO
1. Giáo dục là quốc sách hàng đầu, quyết định tương lai của dân tộc.
2. Đầu tư cho giáo dục là đầu tư cho phát triển.
II. MỤC TIÊU
1. Mục tiêu đến năm 2030
- Tỉ lệ trường đạt chuẩn quốc gia ít nhất 80%; tỉ lệ người học ngoại ngữ đạt 40 - 50%.
- Tỉ lệ phòng học kiên cố đạt trên 95%.
2. Tầm nhìn đến năm 2045
Nền giáo dục hiện đại, công bằng.
III. NHIỆM VỤ, GIẢI PHÁP
1. Hoàn thiện thể chế
- Rà soát, sửa đổi các luật về giáo dục.
- Ban hành chính sách đối với nhà giáo.
2. Phát triển đội ngũ
- Bố trí đủ giáo viên cho các cấp học.
- Nâng cao chất lượng đào tạo giáo viên.
IV. TỔ CHỨC THỰC HIỆN
1. Đảng ủy Chính phủ chủ trì, ban hành chương trình hành động.
2. Các tỉnh ủy, thành ủy lãnh đạo tổ chức thực hiện.
"""
MODULE = "course/modules/01-muc-i-den-muc-iv.md"


@pytest.fixture
def project(tmp_path) -> ProjectFolder:
    root = tmp_path / "khoa-hoc"
    start_project(root)
    return imported(ProjectFolder(root=root), TEXT)


def imported(project: ProjectFolder, text: str) -> ProjectFolder:
    file = project.root.parent / "nq71.txt"
    file.write_text(text, encoding="utf-8")
    import_file(project, file, ImportRequest(identity="nq71"))
    return project


def contents(project: ProjectFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((project.root / "course").rglob("*")) if path.is_file()}


@pytest.mark.parametrize("plan", ["mot-buoi", "3-ngay", "5-ngay"])
def test_a_drafted_course_has_no_error_and_its_gaps_are_listed(project, plan):
    draft_project(project, DraftRequest(source="nq71", plan=plan))

    found = check_project(project).diagnostics

    assert [each for each in found if each.severity is Severity.ERROR] == []
    codes = {each.code for each in found}
    assert codes >= {"gap-left"}
    assert not codes & {"provision-not-covered", "module-part-missing", "minutes-do-not-add-up", "session-not-filled"}


def test_the_untouched_starter_makes_room(project):
    drafted = draft_project(project, DraftRequest())

    assert "course/modules/01-bai-mau.md" in drafted.removed
    assert not (project.root / "course/sources/van-ban").exists()
    assert (project.root / "course/sources/nq71/text.txt").is_file()


def test_the_same_input_gives_the_same_bytes(project):
    draft_project(project, DraftRequest())
    first = contents(project)
    draft_project(project, DraftRequest())

    assert contents(project) == first


CHANGED = TEXT.replace("2. Phát triển đội ngũ", "2. Phát triển đội ngũ nhà giáo ở vùng khó khăn")


def test_a_file_a_person_has_edited_is_kept_and_only_what_is_new_is_offered_beside_it(project):
    draft_project(project, DraftRequest(plan="mot-buoi"))
    edited = (project.root / MODULE).read_bytes() + "% ghi chú của giảng viên\n".encode()
    (project.root / MODULE).write_bytes(edited)

    same = draft_project(project, DraftRequest(plan="mot-buoi"))
    imported(project, CHANGED)
    changed = draft_project(project, DraftRequest(plan="mot-buoi"))

    assert same.beside == ()
    assert (project.root / MODULE).read_bytes() == edited
    assert changed.beside == (f"{MODULE}.nhap",)
    offered = (project.root / f"{MODULE}.nhap").read_text(encoding="utf-8")
    assert "Phát triển đội ngũ nhà giáo ở vùng khó khăn" in offered
    assert "Ổn định lớp" not in offered
    assert "file-not-listed" not in {each.code for each in check_project(project).diagnostics}


def test_what_stands_beside_is_never_written_over(project):
    draft_project(project, DraftRequest(plan="mot-buoi"))
    with (project.root / MODULE).open("a", encoding="utf-8") as file:
        file.write("% ghi chú của giảng viên\n")
    imported(project, CHANGED)
    draft_project(project, DraftRequest(plan="mot-buoi"))
    (project.root / f"{MODULE}.nhap").write_text("đã sửa\n", encoding="utf-8")
    imported(project, CHANGED.replace("vùng khó khăn", "miền núi"))

    again = draft_project(project, DraftRequest(plan="mot-buoi"))

    assert again.beside == (f"{MODULE}.2.nhap",)
    assert (project.root / f"{MODULE}.nhap").read_text(encoding="utf-8") == "đã sửa\n"
    assert "file-not-listed" not in {each.code for each in check_project(project).diagnostics}


def test_a_question_a_person_has_edited_is_kept_and_the_new_questions_stand_beside_it(project):
    draft_project(project, DraftRequest(plan="mot-buoi"))
    bank = MODULE.replace("modules", "questions").replace(".md", ".yaml")
    edited = (project.root / bank).read_bytes().replace("vận dụng".encode(), "nâng cao".encode())
    (project.root / bank).write_bytes(edited)
    imported(project, CHANGED)

    drafted = draft_project(project, DraftRequest(plan="mot-buoi"))

    assert (project.root / bank).read_bytes() == edited
    assert f"{bank}.nhap" in drafted.beside
    offered = (project.root / f"{bank}.nhap").read_text(encoding="utf-8")
    assert 0 < offered.count("- id:") < edited.decode().count("- id:")


def test_one_module_is_drafted_anew_and_nothing_else_is_touched(project):
    first = draft_project(project, DraftRequest(plan="5-ngay"))
    module = next(name for name in first.written if "/modules/" in name)
    others = {name: (project.root / name).read_bytes() for name in first.written if module[15:-3] not in name}
    (project.root / module).unlink()
    for name in others:
        (project.root / name).write_bytes(others[name] + b"\n")

    again = draft_project(project, DraftRequest(plan="5-ngay", module=module.rpartition("/")[2][:-3]))

    assert module in again.written
    assert all("/" + module.rpartition("/")[2][:-3] + "." in name for name in again.written)
    assert all((project.root / name).read_bytes() == content + b"\n" for name, content in others.items())
    assert (again.beside, again.removed) == ((), ())


def test_without_a_readable_lock_nothing_is_written_over(project):
    draft_project(project, DraftRequest(plan="mot-buoi"))
    (project.root / "course/draft.lock").write_text("{", encoding="utf-8")

    drafted = draft_project(project, DraftRequest(plan="mot-buoi"))

    assert drafted.written == ()
    assert f"{MODULE}.nhap" in drafted.beside


def test_a_new_version_of_the_source_is_told_by_provision(project):
    draft_project(project, DraftRequest(plan="mot-buoi"))
    text = TEXT.replace("trên 95%", "trên 96%").replace("IV. TỔ", "- Đổi mới thi cử.\nIV. TỔ")
    imported(project, text)

    changes = draft_project(project, DraftRequest(plan="mot-buoi")).changes

    assert changes is not None
    assert (changes.added, changes.altered, changes.gone) == (("III.2.-3",), ("II.1.-2",), ())


def test_another_plan_takes_away_untouched_files_of_the_one_before(project):
    before = draft_project(project, DraftRequest(plan="5-ngay"))
    after = draft_project(project, DraftRequest(plan="mot-buoi"))

    assert set(after.removed) == set(before.written) - set(after.written) != set()
    assert json.loads((project.root / "course/draft.lock").read_bytes())["files"].keys() == set(after.written)


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (DraftRequest(source="nq99"), "source-id-unknown"),
        (DraftRequest(plan="7-ngay"), "draft-plan-unknown"),
        (DraftRequest(audience="ai-do"), "draft-audience-unknown"),
        (DraftRequest(module="99-khong-co"), "draft-module-unknown"),
    ],
)
def test_what_there_is_not_is_said_and_nothing_written(project, request_, code):
    before = contents(project)

    with pytest.raises(Failure) as failure:
        draft_project(project, request_)

    assert (failure.value.exit_code, failure.value.code) == (Exit.USAGE, code)
    assert contents(project) == before


def test_a_project_with_the_sample_alone_is_asked_for_a_source(tmp_path):
    start_project(tmp_path / "moi")

    with pytest.raises(Failure, match="draft-source-needed"):
        draft_project(ProjectFolder(root=tmp_path / "moi"), DraftRequest())


def test_a_source_without_provisions_is_said(project):
    (project.root / "course/sources/nq71/text.txt").write_text("Lời mở đầu.\n", encoding="utf-8")
    (project.root / "course/sources/nq71/source.yaml").write_text(
        "title: Lời\nshort_title: Lời\ncite_as: Nghị quyết\nstatus: complete\nwording: verbatim\n", encoding="utf-8"
    )

    with pytest.raises(Failure, match="source-without-provisions"):
        draft_project(project, DraftRequest(source="nq71"))


PLAN = """title: Kế hoạch của trường
sessions: 2
audiences: {{lop: Lớp}}
modules:
  - {{title: A, short_title: A, takes: [{takes}], theory: {theory}, discussion: 1}}
  - {{title: B, short_title: B, takes: [rest], theory: 3, discussion: 1}}
"""


@pytest.mark.parametrize(
    ("plan", "code", "line"),
    [
        (PLAN.format(takes="goal", theory=2), "plan-session-not-filled", 5),
        (PLAN.format(takes="rest", theory=3), "role-taken-twice", 6),
        (PLAN.format(takes="chuong", theory=3), "word-unknown", 5),
        (PLAN.format(takes="goal", theory=0).replace("discussion: 1}", "discussion: 4}", 1), "plan-without-theory", 5),
        ("title: A\nsessions: 1\nmodules: []\naudiences: {l: L}\n", "plan-without-content", 3),
        ("title: A\nsessions: 1\nmodules: []\naudiences: {}\n", "plan-without-audience", 4),
    ],
)
def test_a_broken_plan_has_findings_with_places_and_nothing_is_written(project, plan, code, line):
    (project.root / "truong.yaml").write_text(plan, encoding="utf-8")
    before = contents(project)

    drafted = draft_project(project, DraftRequest(plan="truong.yaml"))

    assert (code, line) in {(each.code, each.span.line) for each in drafted.diagnostics}
    assert contents(project) == before


def test_a_plan_of_the_school_is_used(project):
    (project.root / "truong.yaml").write_text(PLAN.format(takes="goal", theory=3), encoding="utf-8")

    drafted = draft_project(project, DraftRequest(plan="truong.yaml"))

    assert find_plan(project, "truong.yaml").is_file()
    modules = [name for name in drafted.written if "/modules/" in name]
    assert "theory: 6, discussion: 2" in (project.root / modules[0]).read_text(encoding="utf-8")


def test_a_plan_longer_than_its_matter_says_so_and_without_a_plan_the_source_decides(project):
    asked = draft_project(project, DraftRequest(plan="5-ngay"))
    free = draft_project(project, DraftRequest())

    assert [each.code for each in asked.diagnostics] == ["plan-stretches"]
    assert free.diagnostics == ()


def test_a_plan_too_short_for_its_matter_says_so(project):
    long = "".join(
        f"{at}. " + "Cơ quan, đơn vị thực hiện việc được giao theo quy định. " * 40 + "\n" for at in range(3, 15)
    )
    imported(project, TEXT.replace("IV. TỔ", f"{long}IV. TỔ"))

    found = draft_project(project, DraftRequest(plan="mot-buoi")).diagnostics

    assert [each.code for each in found] == ["plan-squeezes"]


def test_what_check_refuses_is_left_out_and_told(project):
    draft_project(project, DraftRequest())
    snapshot = take_snapshot(project)
    module, bank = MODULE, MODULE.replace("modules", "questions").replace(".md", ".yaml")
    files = {name: snapshot.files[name].decode() for name in (module, bank)}
    wrong = {
        module: files[module].replace("\n## ", "\nMục tiêu là 85% {cite}`IX.9`.\n\n## ", 1),
        bank: files[bank].replace("cites:\n  - nq71:", "cites:\n  - nq71:IX.", 1),
    }

    clean = cleaned({**files, **wrong}, snapshot, "course/course.yaml")

    assert {each.code for each in clean.gaps} == {"draft-left-gap"}
    assert "85%" not in clean.files[module]
    assert "[cần bổ sung: soạn lại chỗ này theo đúng văn bản]" in clean.files[module]
    assert clean.files[bank].count("- id:") == files[bank].count("- id:") - 1


def test_a_date_nobody_knows_stays_a_gap_when_drafted_again(tmp_path):
    root = tmp_path / "khoa-hoc"
    start_project(root)
    dateless = imported(ProjectFolder(root=root), TEXT.replace("Hà Nội, ngày 22 tháng 8 năm 2025\n", ""))
    draft_project(dateless, DraftRequest())
    before = contents(dateless)
    draft_project(dateless, DraftRequest())
    assert "ngày văn bản được ban hành" in before["course.yaml"].decode()
    assert contents(dateless) == before
