"""The state of a module on finished pages: "DỰ THẢO" on each of them until it is issued, and who decided what when."""

import pypdfium2
import pytest

from giaotrinh.driver.build.recipe import build_project
from giaotrinh.driver.build.request import Request
from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.tasks.starting import start_project

MODULE = "course/modules/01-bai-mau.md"
EDITIONS = ("hoc-vien", "giao-an", "phat-tay", "dien-thoai")
STATES = {
    "du-thao": "Dự thảo",
    "khoa-thong-qua": "Khoa thông qua",
    "da-tham-dinh": "Đã thẩm định",
    "ban-hanh": "Ban hành",
}


def printed(folder, stage):
    """Return edition -> the words of its pages, the one module being in this state."""
    start_project(folder)
    project = find_project(folder)
    file = project.root / MODULE
    front, rest = file.read_text().split("lacks:", 1)
    state = f'state: {{stage: {stage}, name: Khoa Xây dựng Đảng, date: "2021-08-02"}}'
    file.write_text(f"{front}{state}\nlacks:{rest}")
    outcome = build_project(project, Request(jobs=1, editions=EDITIONS), lambda printed: None)
    assert outcome.exit_code(strict=False) == 0
    return {each.edition: _words(project.root / each.path) for each in outcome.files}


def _words(path):
    return [page.get_textpage().get_text_range().replace("\r\n", " ") for page in pypdfium2.PdfDocument(path)]


@pytest.mark.parametrize("stage", STATES)
def test_pages_of_a_module_say_that_it_is_a_draft_until_it_is_issued(stage, tmp_path):
    pages = printed(tmp_path / "project", stage)

    marked = {name: ["DỰ THẢO" in page for page in pages[name]] for name in EDITIONS}
    is_draft = stage != "ban-hanh"
    own = [has for has, page in zip(marked["hoc-vien"], pages["hoc-vien"], strict=True) if "Bài mẫu" in page]
    assert is_draft in own
    assert any(marked["hoc-vien"]) is is_draft
    assert {name: set(marked[name]) for name in EDITIONS[1:]} == {name: {is_draft} for name in EDITIONS[1:]}
    assert f"Trạng thái các chuyên đề: {STATES[stage].lower()}." in " ".join(pages["hoc-vien"])
    assert f"{STATES[stage]}, Khoa Xây dựng Đảng, 02-8-2021" in " ".join(pages["giao-an"])
