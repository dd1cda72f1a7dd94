import json
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.intake import delivery as import_delivery
from giaotrinh.driver.intake import extracting, importing
from giaotrinh.driver.intake.delivery import changes_by_hand, changes_in_file, load_source, write_report
from giaotrinh.driver.intake.extracting import extract, failure_of
from giaotrinh.driver.intake.importing import ImportRequest, import_file
from giaotrinh.driver.print.printer import Printed, Printer
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.intake.carrier.choosing import read_carrier
from giaotrinh.intake.carrier.extraction import Refusal
from giaotrinh.read.course.source_settings import read_source
from pdf_files import printed, scanned, without_letters
from word_files import paragraph, table, word_file

TEXT = [
    "CHÍNH PHỦ",
    "Số: 12/NQ-CP",
    "NGHỊ QUYẾT",
    "Về phát triển Thủ đô Hà Nội",
    "I. MỤC TIÊU",
    "1. Tăng trưởng GRDP bình quân 7,5 - 8%/năm.",
    "2. Tỷ lệ che phủ rừng đạt 6,2%.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Giao các bộ tổ chức thực hiện.",
]


@pytest.fixture
def project(tmp_path):
    (tmp_path / "course").mkdir()
    (tmp_path / "course/course.yaml").write_text("title: x\n")
    return ProjectFolder(root=tmp_path)


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch):
    """Read files here: a new process for each test would only be slow."""

    def here(content, path):
        found = read_carrier(content)
        if isinstance(found, Refusal):
            raise failure_of(found, path)
        return found

    monkeypatch.setattr(importing, "extract", here)


def document(path, lines=TEXT):
    path.write_bytes(word_file(*(paragraph(line) for line in lines)))
    return path


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fails(project, path, **request):
    """Import and return the failure; the course must be as it was."""
    before = tree(project.root / "course")
    with pytest.raises(Failure) as failure:
        import_file(project, path, ImportRequest(**request))
    assert tree(project.root / "course") == before
    return failure.value


def test_a_document_becomes_a_source(project, tmp_path):
    (source,) = import_file(project, document(tmp_path / "a.docx"), ImportRequest())
    folder = project.root / source.folder
    assert source.folder == "course/sources/12-nq-cp"
    assert (folder / "text.txt").read_text().splitlines() == TEXT
    settings = yaml.safe_load((folder / "source.yaml").read_text())
    assert (settings["number"], settings["status"], settings["wording"]) == ("12/NQ-CP", "complete", "verbatim")
    record = json.loads((folder / "import.json").read_text())
    assert [line["text"] for line in record["lines"]] == TEXT
    assert record["account"]["missing"] == record["account"]["surplus"] == 0
    assert not list(folder.parent.glob(".*"))


def test_what_was_written_reads_as_a_source(project, tmp_path):
    (source,) = import_file(project, document(tmp_path / "a.docx"), ImportRequest(identity="nq"))
    folder = project.root / source.folder
    settings, text = (folder / "source.yaml").read_bytes(), (folder / "text.txt").read_bytes()
    reading = read_source(settings, text, identity="nq", folder=source.folder)
    assert reading.value is not None
    assert reading.value.find("I.2").text == "Tỷ lệ che phủ rừng đạt 6,2%."
    assert not [found for found in reading.diagnostics if found.severity == "error"]


def test_the_same_file_gives_the_same_bytes(project, tmp_path):
    path = document(tmp_path / "a.docx")
    import_file(project, path, ImportRequest())
    first = tree(project.root / "course")
    import_file(project, path, ImportRequest())
    assert tree(project.root / "course") == first


def test_edits_by_hand_survive_a_corrected_copy(project, tmp_path):
    (source,) = import_file(project, document(tmp_path / "a.docx"), ImportRequest(identity="nq"))
    text = project.root / source.folder / "text.txt"
    text.write_text(text.read_text().replace("Giao các bộ", "Giao các bộ, ngành"))
    corrected = [line.replace("6,2%", "6,3%") for line in TEXT]
    (again,) = import_file(project, document(tmp_path / "b.docx", corrected), ImportRequest(identity="nq"))
    assert "Giao các bộ, ngành" in text.read_text()
    assert "6,3%" in text.read_text()
    assert {found.code for found in again.diagnostics} == {"import-kept-edits", "import-metadata-missing"}


def test_a_line_changed_in_two_ways_is_asked_about(project, tmp_path):
    import_file(project, document(tmp_path / "a.docx"), ImportRequest(identity="nq"))
    text = project.root / "course/sources/nq/text.txt"
    text.write_text(text.read_text().replace("6,2%", "6,4%"))
    edited = text.read_text()
    corrected = document(tmp_path / "b.docx", [line.replace("6,2%", "6,3%") for line in TEXT])
    failure = fails(project, corrected, identity="nq")
    assert (failure.code, failure.arguments["lines"], failure.exit_code) == ("import-conflict", "7", Exit.PROBLEMS)
    (source,) = import_file(project, corrected, ImportRequest(identity="nq", force=True))
    assert source.backups == ("course/sources/nq/text.txt.bak-1",)
    assert "import-backup" in [found.code for found in source.diagnostics]
    assert (project.root / source.backups[0]).read_text() == edited
    assert "6,3%" in text.read_text()


def test_a_source_written_by_hand_is_not_touched(project, tmp_path):
    folder = project.root / "course/sources/nq"
    folder.mkdir(parents=True)
    (folder / "text.txt").write_text("I. Của tôi\n")
    (folder / "source.yaml").write_text("title: Của tôi\n")
    path = document(tmp_path / "a.docx")
    assert fails(project, path, identity="nq").code == "import-edited"
    import_file(project, path, ImportRequest(identity="nq", force=True))
    assert (folder / "text.txt.bak-1").read_text() == "I. Của tôi\n"
    assert (folder / "source.yaml").read_text() == "title: Của tôi\n"


def test_settings_a_person_completed_stay(project, tmp_path):
    (source,) = import_file(project, document(tmp_path / "a.docx"), ImportRequest(identity="nq"))
    settings = project.root / source.folder / "source.yaml"
    settings.write_text(settings.read_text() + "roles: {I.1: target}\n")
    (again,) = import_file(project, document(tmp_path / "b.docx", [*TEXT, "2. Thêm."]), ImportRequest(identity="nq"))
    assert again.kept_settings
    assert "roles" in settings.read_text()


def test_a_full_disk_leaves_the_course_as_it_was(project, tmp_path, monkeypatch):
    import_file(project, document(tmp_path / "a.docx"), ImportRequest(identity="nq"))
    original = importing.write_whole

    def refuses(path, content):
        if path.name == "import.json":
            raise Failure(Exit.NOT_WRITABLE, "disk-full", path=path)
        original(path, content)

    monkeypatch.setattr(importing, "write_whole", refuses)
    changed = document(tmp_path / "b.docx", [*TEXT, "2. Thêm."])
    assert fails(project, changed, identity="nq").exit_code is Exit.NOT_WRITABLE


def test_a_scan_ends_with_exit_code_four(project, tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned())
    failure = fails(project, path)
    assert (failure.code, failure.exit_code) == ("source-scanned", Exit.UNREADABLE)


def test_lost_letters_past_a_share_refuse_the_document(project, tmp_path):
    path = tmp_path / "lost.pdf"
    path.write_bytes(without_letters(printed("".join(f"<p>{line}</p>" for line in TEXT)), "ốưạ"))
    assert fails(project, path).code == "source-damaged"
    (source,) = import_file(project, path, ImportRequest(damaged_share=0.9))
    assert "import-damaged" in [found.code for found in source.diagnostics]


def test_the_policy_of_the_course_says_how_much_may_be_lost(project, tmp_path):
    path = tmp_path / "lost.pdf"
    path.write_bytes(without_letters(printed("".join(f"<p>{line}</p>" for line in TEXT)), "ốưạ"))
    start_project(tmp_path / "khoa")
    other = ProjectFolder(root=tmp_path / "khoa")
    course = other.root / "course/course.yaml"
    course.write_text(course.read_text() + "policy: {damaged_percent: 90}\n")
    assert "policy:" in course.read_text()
    assert import_file(other, path, ImportRequest())


def test_a_secret_document_needs_leave(project, tmp_path):
    path = document(tmp_path / "a.docx", ["TỐI MẬT", *TEXT])
    failure = fails(project, path)
    assert (failure.code, failure.arguments["mark"]) == ("source-secret", "TỐI MẬT")
    (source,) = import_file(project, path, ImportRequest(secret=True))
    settings = yaml.safe_load((project.root / source.folder / "source.yaml").read_text())
    assert (source.secrecy, settings["secrecy"]) == ("TỐI MẬT", "TỐI MẬT")


def test_a_text_without_any_number_is_told(project, tmp_path):
    (source,) = import_file(project, document(tmp_path / "a.docx", ["Thuộc tính", "Tải về"]), ImportRequest())
    assert "import-no-structure" in [found.code for found in source.diagnostics]


def test_a_package_that_is_not_installed(project, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    path = tmp_path / "a.html"
    path.write_text("<!doctype html><p>1. Một</p>")
    failure = fails(project, path)
    assert (failure.code, failure.exit_code) == ("reader-missing", Exit.ENVIRONMENT)
    assert failure.arguments["name"].startswith("selectolax")


def test_the_word_secret_in_a_sentence_is_no_mark(project, tmp_path):
    path = document(tmp_path / "a.docx", [*TEXT, "2. Bảo vệ bí mật nhà nước, tài liệu mật."])
    assert import_file(project, path, ImportRequest())[0].secrecy == ""


def test_several_documents_become_several_sources_where_asked(project, tmp_path):
    second = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 13/KH-UBND", "KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Một."]
    more = [f"{number}. Giao việc thứ {number} cho các bộ." for number in range(2, 8)]
    path = document(tmp_path / "a.docx", [*TEXT, *more, "Nơi nhận:", "- Như trên.", *second])
    (whole,) = import_file(project, path, ImportRequest(identity="ca-tep"))
    assert "import-several" in [found.code for found in whole.diagnostics]
    first, other = import_file(project, path, ImportRequest(split=True))
    assert (first.identity, other.identity) == ("12-nq-cp", "13-kh-ubnd")
    assert (first.text + other.text).splitlines() == whole.text.splitlines()
    assert first.extraction.unaccounted() == other.extraction.unaccounted() == ({}, {})


def test_one_number_of_two_issuers_is_two_sources(project, tmp_path):
    one, other = (
        [f"HỘI ĐỒNG NHÂN DÂN TỈNH {place}", "Số: 12/NQ-HĐND", *TEXT[2:]] for place in ("THANH HÓA", "LÀO CAI")
    )
    (first,) = import_file(project, document(tmp_path / "a.docx", one), ImportRequest())
    (second,) = import_file(project, document(tmp_path / "b.docx", other), ImportRequest())
    assert (first.identity, second.identity) == ("12-nq-hdnd", "12-nq-hdnd-2")
    assert "import-name-taken" in [found.code for found in second.diagnostics]
    (again,) = import_file(project, document(tmp_path / "b.docx", other), ImportRequest())
    assert (again.identity, again.changes) == ("12-nq-hdnd-2", ())


def test_two_files_of_one_name_are_two_sources_and_a_later_state_is_not(project, tmp_path):
    plain = TEXT[4:]
    (first,) = import_file(project, document(tmp_path / "van-ban.docx", plain), ImportRequest())
    (later,) = import_file(project, document(tmp_path / "van-ban.docx", [*plain, "2. Giao thêm."]), ImportRequest())
    other = document(tmp_path / "van-ban.docx", ["I. QUAN ĐIỂM", "1. Phát triển xanh.", "2. Giữ gìn văn hóa."])
    (another,) = import_file(project, other, ImportRequest())
    assert [one.identity for one in (first, later, another)] == ["van-ban", "van-ban", "van-ban-2"]


def test_an_id_asked_for_is_the_id_given(project, tmp_path):
    import_file(project, document(tmp_path / "a.docx"), ImportRequest())
    other = document(tmp_path / "b.docx", ["I. QUAN ĐIỂM", "1. Phát triển xanh."])
    assert import_file(project, other, ImportRequest(identity="12-nq-cp"))[0].identity == "12-nq-cp"


@pytest.mark.parametrize("name", ["../ra", "Có Dấu", "a/b", "-x", ""])
def test_an_id_that_cannot_be_one(project, tmp_path, name):
    path = document(tmp_path / "a.docx")
    if name:
        assert fails(project, path, identity=name).code == "import-id"
    else:
        assert import_file(project, path, ImportRequest(identity=name))


def test_a_source_stays_inside_the_course(project, tmp_path):
    assert fails(project, document(tmp_path / "a.docx"), into="../elsewhere").code == "import-outside"


def test_a_file_that_is_not_there(project, tmp_path):
    assert fails(project, tmp_path / "missing.docx").code == "input-unreadable"


def test_an_account_that_does_not_balance_is_told(project, tmp_path, monkeypatch):
    losing = replace(read_carrier(word_file(paragraph("1. Một"))), held={"x": 1})
    monkeypatch.setattr(importing, "extract", lambda content, path: losing)
    (source,) = import_file(project, document(tmp_path / "a.docx"), ImportRequest())
    assert "import-unaccounted" in [found.code for found in source.diagnostics]


def test_a_sheet_that_cannot_be_printed(project, tmp_path, monkeypatch):
    sources = import_file(project, document(tmp_path / "a.docx"), ImportRequest())
    failed = Printed(job=import_delivery.sheet_job(sources[0]), key="", fragment=None, failure="crashed", detail="x")
    monkeypatch.setattr(Printer, "print", lambda self, jobs: {job.name: failed for job in jobs})
    with pytest.raises(Failure) as failure:
        import_delivery.print_sheets(project, sources)
    assert failure.value.code == "sheet-not-printed"


def test_the_sheet_is_printed(project, tmp_path):
    sources = import_file(project, document(tmp_path / "a.docx"), ImportRequest())
    (path,) = import_delivery.print_sheets(project, sources)
    assert "Người đối chiếu 1" in read_carrier(path.read_bytes()).text


def test_another_program_that_fails(project, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: "/bin/false")
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1")
    assert fails(project, path).code == "office-failed"


@pytest.mark.parametrize("kind", ["doc", "rtf"])
def test_old_formats_without_libreoffice(project, tmp_path, monkeypatch, kind):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    path = tmp_path / f"a.{kind}"
    path.write_bytes({"doc": b"\xd0\xcf\x11\xe0\xa1\xb1", "rtf": rb"{\rtf1 x}"}[kind])
    failure = fails(project, path)
    assert (failure.code, failure.arguments["kind"]) == ("office-missing", kind)


def test_pictures_without_tesseract(project, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned())
    failure = fails(project, path, read_pictures=True)
    assert (failure.code, failure.exit_code) == ("ocr-missing", Exit.ENVIRONMENT)


def test_the_report_lists_what_a_person_has_to_compare(project, tmp_path):
    path = tmp_path / "lost.pdf"
    body = "".join(f"<p>{line}</p>" for line in [*TEXT, "2. Một <script> hai."]).replace("<script>", "&lt;script&gt;")
    path.write_bytes(without_letters(printed(body), "ệ"))
    (source,) = import_file(project, path, ImportRequest(damaged_share=1))
    report = write_report(project, source).read_text()
    for words in ("Người đối chiếu 1", "Người đối chiếu 2", "Bản gốc đã dùng", "mất chữ", source.origin.digest, "I.1"):
        assert words in report
    assert "<script>" not in report


def test_differences_by_provision(project, tmp_path):
    import_file(project, document(tmp_path / "a.docx"), ImportRequest(identity="nq"))
    text = project.root / "course/sources/nq/text.txt"
    text.write_text(text.read_text().replace("6,2%", "6,4%"))
    assert changed(changes_by_hand(project, "nq")) == [("worded", "I.2", "I.2")]
    other = document(tmp_path / "b.docx", [*TEXT[:6], *TEXT[7:], "2. Thêm một việc mới hẳn."])
    text.write_text("\n".join(TEXT) + "\n")
    assert changed(changes_in_file(project, "nq", other)) == [("added", "", "II.2"), ("removed", "I.2", "")]


def changed(changes):
    return [(one.kind, one.old.path if one.old else "", one.new.path if one.new else "") for one in changes]


def test_provisions_that_move_are_told(project, tmp_path):
    import_file(project, document(tmp_path / "a.docx"), ImportRequest(identity="nq"))
    renumbered = [
        *TEXT[:5],
        "1. Quy mô dân số hợp lý.",
        *(line.replace("1.", "2.").replace("2. Tỷ", "3. Tỷ") for line in TEXT[5:7]),
        *TEXT[7:],
    ]
    (source,) = import_file(project, document(tmp_path / "b.docx", renumbered), ImportRequest(identity="nq"))
    moved = next(found for found in source.diagnostics if found.code == "import-moved")
    assert dict(moved.arguments)["count"] == "2"
    assert ("moved", "I.1", "I.2") in changed(source.changes)


def test_proposals_stand_in_the_settings(project, tmp_path):
    lines = [*TEXT[:4], "Đề ra 20 chỉ tiêu.", "I. CHỈ TIÊU CHỦ YẾU", *TEXT[5:]]
    (source,) = import_file(project, document(tmp_path / "a.docx", lines), ImportRequest(identity="nq"))
    settings = yaml.safe_load((project.root / source.folder / "source.yaml").read_text())
    assert settings["roles"]["I.1"] == "target"
    assert "target" not in settings.get("announced", {}), "one target is there, so twenty are told of and not asserted"
    figure = next(one for one in settings["figures"].values() if one["provision"] == "I.1")
    assert (figure["text"], figure["unit"]) == ("7,5 - 8", "%/năm")
    assert "import-count-differs" in [found.code for found in source.diagnostics]


def test_figures_of_a_table_are_named_by_their_row(project, tmp_path):
    rows = [
        ["TT", "Chỉ tiêu", "Mục tiêu 2026 - 2030"],
        ["1", "Tỉ lệ che phủ rừng (%)", "42"],
        ["2", "Thu nhập (USD)", "8.500"],
    ]
    content = word_file(
        *(paragraph(line) for line in TEXT), paragraph("Phụ lục I"), paragraph("CÁC CHỈ TIÊU"), table(rows)
    )
    (tmp_path / "a.docx").write_bytes(content)
    (source,) = import_file(project, tmp_path / "a.docx", ImportRequest(identity="nq"))
    settings = yaml.safe_load((project.root / source.folder / "source.yaml").read_text())
    figure = settings["figures"]["ti-le-che-phu-rung-2026-2030"]
    assert (figure["metric"], figure["text"], figure["unit"]) == ("Tỉ lệ che phủ rừng", "42", "%")


def test_a_figure_keeps_what_stands_behind_its_number(project, tmp_path):
    content = word_file(
        *(paragraph(line) for line in TEXT),
        paragraph("2. Năm 2025 tăng trưởng kinh tế đạt 8,3% trở lên; xử lý hồ sơ chậm nhất 60 ngày và 120 ngày."),
    )
    (tmp_path / "a.docx").write_bytes(content)
    (source,) = import_file(project, tmp_path / "a.docx", ImportRequest(identity="nq"))
    figures = yaml.safe_load((project.root / source.folder / "source.yaml").read_text())["figures"].values()

    assert ("8,3", "% trở lên") in [(figure["text"], figure["unit"]) for figure in figures]


def test_a_source_without_an_import_has_no_original(project):
    folder = project.root / "course/sources/nq"
    folder.mkdir(parents=True)
    (folder / "text.txt").write_text("I. Của tôi\n")
    with pytest.raises(Failure) as failure:
        changes_by_hand(project, "nq")
    assert failure.value.code == "source-not-imported"


def test_a_source_nobody_knows(project):
    with pytest.raises(Failure) as failure:
        load_source(project, "nq")
    assert failure.value.code == "source-id-unknown"


def test_a_process_of_its_own_reads_and_refuses():
    assert extract(word_file(paragraph("1. Một")), Path("a.docx")).text == "1. Một\n"
    with pytest.raises(Failure) as failure:
        extract(b"PK\x03\x04 torn", Path("a.docx"))
    assert failure.value.code == "source-unreadable"


def test_a_process_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(extracting, "read_carrier", time.sleep)
    with pytest.raises(Failure) as failure:
        extract(60, Path("a.pdf"), time_limit=0.5)
    assert failure.value.code == "source-slow"


def test_a_process_that_wants_too_much_memory_ends(monkeypatch):
    monkeypatch.setattr(extracting, "read_carrier", bytearray)
    with pytest.raises(Failure) as failure:
        extract(extracting.MEMORY_LIMIT, Path("a.pdf"))
    assert (failure.value.code, failure.value.arguments["reason"]) == ("source-unreadable", "MemoryError")
