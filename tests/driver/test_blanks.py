"""A handout that tells what a learner is to write is not handed over; its full twin is."""

from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.starting import start_project

MODULE = "course/modules/01-bai-mau.md"
HANDOUT = "\n:::{{handout}}\n- Văn bản đặt ra {{blank}}`bốn việc mới`.\n- {line}\n:::\n"


def built(folder, line):
    start_project(folder)
    project = find_project(folder)
    file = project.root / MODULE
    file.write_text(file.read_text() + HANDOUT.format(line=line))
    outcome = build_project(project, Request(jobs=1, editions=("phat-tay", "phat-tay-day-du")), lambda printed: None)
    found = [each.code for each in outcome.diagnostics if each.code.startswith("blank")]
    return found, sorted(each.edition for each in outcome.files)


def test_words_that_stand_elsewhere_on_the_sheet_stop_it(tmp_path):
    assert built(tmp_path / "a", "Có bốn việc mới.") == (["blank-told"], ["phat-tay-day-du"])


def test_words_that_stand_nowhere_else_do_not(tmp_path):
    assert built(tmp_path / "b", "Có việc mới.") == ([], ["phat-tay", "phat-tay-day-du"])
