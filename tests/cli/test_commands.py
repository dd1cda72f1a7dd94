"""The program as it is called: exit codes, streams, languages."""

import json
import signal
import subprocess
import sys
import time

import pytest

from giaotrinh.driver.edge.failure import Exit
from giaotrinh.driver.edge.writing import locked
from giaotrinh.driver.tasks.starting import start_project

PROGRAM = [sys.executable, "-m", "giaotrinh"]


def run(*words, cwd, **more):
    return subprocess.run([*PROGRAM, *words], cwd=cwd, capture_output=True, encoding="utf-8", timeout=120, **more)


@pytest.fixture
def project(tmp_path):
    start_project(tmp_path / "p")
    return tmp_path / "p"


def spoil(project):
    module = project / "course" / "modules" / "01-bai-mau.md"
    module.write_text(module.read_text(encoding="utf-8").replace("{cite}`II.1`.", "{cite}`IX.1`."), encoding="utf-8")


def test_new_check_and_version_are_clean(tmp_path):
    assert run("new", "khoa-hoc", cwd=tmp_path).returncode == 0
    checked = run("check", cwd=tmp_path / "khoa-hoc")

    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout
    assert run("--version", cwd=tmp_path).stdout.startswith("giaotrinh ")


def test_a_problem_in_the_course_is_exit_1_with_its_line(project):
    spoil(project)

    checked = run("check", "--format", "short", cwd=project)

    assert checked.returncode == 1
    assert "course/modules/01-bai-mau.md:" in checked.stdout
    assert "lỗi[citation-unresolved]" in checked.stdout


def test_findings_speak_english_on_demand(project):
    spoil(project)

    assert "error[citation-unresolved]" in run("--lang", "en", "check", "--format", "short", cwd=project).stdout


def test_json_is_one_document(project):
    spoil(project)

    data = json.loads(run("check", "--json", cwd=project).stdout)

    assert data["schema"] == 1
    assert data["diagnostics"][0]["place"]["file"] == "course/modules/01-bai-mau.md"


@pytest.mark.parametrize(
    "words",
    [["buidl"], ["build", "--jobs", "x"], ["build", "khong-co"], ["--lang", "fr", "check"], ["explain", "khong-co"]],
)
def test_wrong_usage_is_exit_2(project, words):
    assert run(*words, cwd=project).returncode == 2


def test_no_project_is_exit_2(tmp_path):
    result = run("check", cwd=tmp_path)

    assert result.returncode == 2
    assert "lỗi[project-not-found]" in result.stderr


def test_new_never_writes_over_files(project):
    result = run("new", str(project), cwd=project)

    assert result.returncode == 2
    assert "lỗi[folder-not-empty]" in result.stderr


def test_a_file_too_large_is_exit_4(project):
    with (project / "course" / "images.bin").open("wb") as file:
        file.truncate(60 * 1024**2)

    result = run("check", cwd=project)

    assert result.returncode == 4
    assert "lỗi[input-too-large]" in result.stderr


def test_an_output_folder_that_cannot_be_is_exit_5(project):
    for entry in (project / "build").iterdir():
        entry.unlink()
    (project / "build").rmdir()
    (project / "build").write_text("không phải thư mục")

    result = run("build", cwd=project)

    assert result.returncode == 5
    assert "lỗi[output-not-writable]" in result.stderr


def test_a_second_build_is_exit_75(project):
    with locked(project / "build"):
        result = run("build", cwd=project)

    assert result.returncode == 75
    assert "lỗi[build-locked]" in result.stderr


def test_missing_fonts_are_exit_3(project):
    code = (
        "import giaotrinh.driver.print.fonts as fonts; fonts.SYSTEM_FOLDERS = (); "
        "from giaotrinh.cli import main; import sys; sys.argv = ['giaotrinh', 'build']; main()"
    )

    result = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, encoding="utf-8")

    assert result.returncode == 3
    assert "fonts-croscore" in result.stderr


def test_an_interrupted_build_is_exit_130_and_leaves_nothing_torn(project):
    process = subprocess.Popen([*PROGRAM, "build"], cwd=project, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    deadline = time.monotonic() + 20
    while not (project / "build" / ".cache" / "fonts").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)

    # Under -m Python ends itself by the signal where it struck within exec of a string, as dataclasses run it, whatever
    # the program then exits with; a shell calls both 130.
    assert process.returncode in (130, -signal.SIGINT)
    assert b"Traceback" not in said
    assert list(project.glob("build/*/*.pdf")) == []


def test_help_and_check_never_import_the_layout_engine(project):
    code = (
        "import sys; sys.argv = ['giaotrinh', {command!r}]\n"
        "from giaotrinh.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.exit(any(name.split('.')[0] in ('weasyprint', 'pikepdf', 'pypdfium2') for name in sys.modules))"
    )
    for command in ("--help", "check"):
        result = subprocess.run(
            [sys.executable, "-c", code.format(command=command)], cwd=project, capture_output=True, encoding="utf-8"
        )

        assert result.returncode == 0, command


def test_a_fault_of_the_program_is_no_traceback(project):
    code = (
        "import giaotrinh.driver.build.checking as checking, sys\n"
        "def fail(project, plan): raise RuntimeError('bug')\n"
        "checking.check_project = fail\n"
        "from giaotrinh.cli import main; sys.argv = ['giaotrinh', 'check']; main()"
    )

    result = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, encoding="utf-8")

    assert result.returncode == 70
    assert "lỗi[program-fault]" in result.stderr
    assert "Traceback" not in result.stderr
    [report] = (project / "build" / ".cache").glob("fault.txt")
    assert "RuntimeError: bug" in report.read_text(encoding="utf-8")


def test_a_closed_pipe_is_no_fault(project):
    spoil(project)

    line = f"{sys.executable} -m giaotrinh check --format short | head -0; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", line], cwd=project, capture_output=True, encoding="utf-8")

    assert "Traceback" not in result.stderr


def test_clean_says_what_went_and_what_it_left(project):
    (project / "build" / "hoc-vien").mkdir()
    (project / "build" / "hoc-vien" / "của tôi.pdf").write_bytes(b"x")
    (project / "build" / ".cache").mkdir()
    (project / "build" / ".cache" / "last.json").write_bytes(b"x")

    cleaned = run("clean", cwd=project)

    assert cleaned.returncode == 0
    assert cleaned.stdout.splitlines() == ["Đã xóa 1 tệp.", "Để lại, vì không do chương trình tạo: build/hoc-vien"]
    assert (project / "build" / "hoc-vien" / "của tôi.pdf").read_bytes() == b"x"


def test_explain_says_what_a_code_means_in_both_languages(project):
    assert "giaotrinh" in run("explain", "edition-stopped", cwd=project).stdout
    assert "kept" in run("--lang", "en", "explain", "edition-stopped", cwd=project).stdout


def test_schemas_are_written_for_the_modelines(project):
    assert run("schema", cwd=project).returncode == 0
    for name in ("course", "source", "module"):
        assert json.loads((project / "build" / "schema" / f"{name}.json").read_bytes())["type"] == "object"


def test_an_unknown_code_is_answered_with_the_nearest(project):
    result = run("explain", "citation-unresolve", cwd=project)

    assert result.returncode == 2
    assert "lỗi[code-unknown]" in result.stderr and "citation-unresolved" in result.stderr


@pytest.mark.parametrize(
    "words", [("--help",), ("check", "--help"), ("explain", "figure-differs"), ("source", "show", "van-ban")]
)
def test_an_answer_that_cannot_be_written_is_told(project, words):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ran = subprocess.run(
            [sys.executable, "-m", "giaotrinh", *words],
            cwd=project,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert ran.returncode == Exit.NOT_WRITABLE, ran.stderr
    assert "answer-not-writable" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_explain_tells_the_numbers_of_a_line(project):
    module = project / "course" / "modules" / "01-bai-mau.md"
    lines = module.read_text(encoding="utf-8").count("\n")
    module.write_text(module.read_text(encoding="utf-8") + "\nTỉnh ta có 8,7 triệu người.\n", encoding="utf-8")

    result = run("explain", f"course/modules/01-bai-mau.md:{lines + 2}", cwd=project)

    assert result.returncode == 0
    assert "number-of-the-world" in result.stdout + result.stderr
    unknown = run("explain", "khong-co.md:3", cwd=project)
    assert unknown.returncode == 2
    assert "explained-file-unknown" in unknown.stderr + unknown.stdout
