"""What a preview keeps of its files from one edit to the next."""

from giaotrinh.driver.edge.project import find_project
from giaotrinh.driver.live import Live, LiveFile
from giaotrinh.driver.tasks.starting import start_project
from giaotrinh.model.fragment import PageMap
from render.sample import editions


def live_file(path: str, module: str) -> LiveFile:
    """Return a finished file of an edition."""
    return LiveFile(
        edition=editions()["phat-tay"],
        module=module,
        path=path,
        pdf=b"",
        page_map=PageMap(pages=(), labels={}),
        keys=(),
        made_from=path,
    )


def test_the_files_of_a_module_that_is_gone_go_with_it(tmp_path):
    start_project(tmp_path / "p")
    live = Live(project=find_project(tmp_path / "p"), plan="", wanted=["phat-tay"])
    live.read()
    assert live.curriculum is not None
    (module,) = live.curriculum.modules
    live.files = {path: live_file(path, name) for path, name in (("a", module), ("b", "da-xoa"), ("c", ""))}

    live.take([live_file("d", module)])

    assert sorted(live.files) == ["a", "c", "d"]
