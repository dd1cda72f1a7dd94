"""The sample course of this folder, read and linked, with any of its files replaced; and its editions."""

import re
from dataclasses import replace
from functools import lru_cache
from html import unescape
from pathlib import Path

from giaotrinh.check import link
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.edition import Edition, Part, Reader
from giaotrinh.model.fragment import BoundPage, PageMap
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read import read_editions, read_project
from giaotrinh.render import Rendering, render_part

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GOALS = "course/modules/02-muc-tieu.md"


def files_below(folder: Path, root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


TEMPLATES = files_below(ROOT / "templates", ROOT)
COURSE = files_below(HERE / "project", HERE / "project")


@lru_cache(maxsize=64)
def _curriculum(changes: tuple[tuple[str, str], ...]) -> Curriculum:
    files = COURSE | {path: text.encode() for path, text in changes}
    project = read_project(Snapshot(files=files | TEMPLATES)).value
    assert project is not None
    return link(project)[0]


def curriculum(**_: str) -> Curriculum:
    return _curriculum(())


def changed(path: str, old: str, new: str) -> Curriculum:
    text = COURSE[path].decode()
    assert old in text
    return _curriculum(((path, text.replace(old, new)),))


def with_text(body: str, path: str = GOALS) -> Curriculum:
    """Return the course with the text of a module replaced, its front matter kept."""
    front = COURSE[path].decode().split("---\n")[1]
    return _curriculum(((path, f"---\n{front}---\n\n{body}"),))


@lru_cache(maxsize=1)
def editions() -> dict[str, Edition]:
    return {each.id: each for each in read_editions(Snapshot(files=TEMPLATES)).value or ()}


def part_of(edition: str, template: str) -> Part:
    return next(part for part in editions()[edition].parts if part.template == template)


def render(
    template: str,
    module: str = "",
    *,
    edition: str = "hoc-vien",
    course: Curriculum | None = None,
    pages: PageMap | None = None,
    templates: dict[str, bytes] | None = None,
) -> Rendering:
    course = course or curriculum()
    return render_part(
        course,
        editions()[edition],
        part_of(edition, template),
        course.modules[module] if module else None,
        pages=pages,
        templates=TEMPLATES | (templates or {}),
    )


def html(template: str, module: str = "", **more: object) -> str:
    rendering = render(template, module, **more)  # type: ignore[arg-type]  # keywords of render
    assert rendering.job is not None, rendering.diagnostics
    return rendering.job.html


def body(text: str) -> str:
    """Return the body of the second module with this text, its opening left out."""
    return html("body", "02-muc-tieu", course=with_text(text)).partition("</header>")[2]


def words(markup: str) -> str:
    """Return what a reader sees: no tags, white space as single spaces."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup, flags=re.S)).split())


def overlay(template: str, home: str = "hoc-vien") -> Part:
    reader = Reader.INSTRUCTOR if home == "giang-vien" else Reader.LEARNER
    return Part(template=template, home=home, reader=reader, numbering="none")


def page_map(course: Curriculum, module: str, page_of: dict[str, int], count: int) -> PageMap:
    """Return a map of one body: block ids to its pages, which are labelled from 31."""
    job = f"hoc-vien/body/{module}"
    pages = tuple(BoundPage(job=job, index=at, label=str(31 + at), right=at % 2 == 0) for at in range(count))
    return PageMap(pages=pages, labels={module: "31"} | {block: str(31 + at) for block, at in page_of.items()})


def at_page(edition: str, **setup: float) -> Edition:
    found = editions()[edition]
    return replace(found, page=replace(found.page, **setup))  # type: ignore[arg-type]  # fields of PageSetup
