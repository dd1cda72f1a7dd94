"""Every folder of tests/cases: a tiny project and what the program must say and print about it.

A case holds the files in which it differs from the starter project (`giaotrinh new`); a file named `X.remove`
takes X away. expected/diagnostics.txt is what `check` says; expected/<edition>.txt, where there is one, the words
of the finished pages; expected/build.txt, where there is one, what a build of all its editions finds and which files
it hands over. `pytest tests/test_cases.py --update` rewrites what is expected: read the difference before committing
it.
"""

import shutil
from pathlib import Path

import pytest

from giaotrinh.driver.build.checking import check_project
from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.edge.report import Format, format_diagnostics
from giaotrinh.driver.tasks.starting import start_project

OTHER = ("diagnostics", "build")
CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def lay_out_case(case, folder):
    """Write the starter with the case's own files over it; return the project."""
    start_project(folder)
    for path in sorted(case.rglob("*")):
        target = folder / path.relative_to(case)
        if path.is_dir() or target.is_relative_to(folder / "expected"):
            continue
        if path.suffix == ".remove":
            target.with_suffix("").unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return find_project(folder)


def compare(path, found, update):
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")

    assert found == path.read_text(encoding="utf-8")


def words_of(page):
    return page.get_textpage().get_text_range()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_check_says(case, tmp_path, update):
    project = lay_out_case(case, tmp_path / "project")

    checked = check_project(project)

    both = "".join(
        format_diagnostics(checked.diagnostics, checked.snapshot, style=Format.HUMAN, language=language)
        for language in ("vi", "en")
    )
    compare(case / "expected" / "diagnostics.txt", both, update)


@pytest.mark.parametrize(
    ("case", "edition"),
    [(case, path.stem) for case in CASES for path in case.glob("expected/*.txt") if path.stem not in OTHER],
    ids=lambda value: getattr(value, "name", value),
)
def test_what_is_printed(case, edition, tmp_path, update):
    import pypdfium2

    project = lay_out_case(case, tmp_path / "project")

    outcome = build_project(project, Request(editions=(edition,), jobs=2), lambda printed: None)

    [file] = outcome.files
    pages = pypdfium2.PdfDocument(project.root / file.path)
    words = [f"--- {pages.get_page_label(at)} ---\n{words_of(page)}\n" for at, page in enumerate(pages)]
    text = "".join(words).replace("\r\n", "\n")
    compare(case / "expected" / f"{edition}.txt", text, update)


@pytest.mark.parametrize(
    "case", [case for case in CASES if (case / "expected/build.txt").exists()], ids=lambda case: case.name
)
def test_what_a_build_finds_and_hands_over(case, tmp_path, update):
    project = lay_out_case(case, tmp_path / "project")

    outcome = build_project(project, Request(jobs=2), lambda printed: None)

    found = format_diagnostics(outcome.diagnostics, outcome.snapshot, style=Format.HUMAN, language="vi")
    files = "".join(f"{file.path}: {file.pages}\n" for file in outcome.files)
    compare(case / "expected" / "build.txt", f"{found}--- {outcome.exit_code(strict=False)} ---\n{files}", update)
