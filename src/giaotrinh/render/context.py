"""The values a template is given: facts, and functions that set what the template asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.edition import Edition, Part, Reader
from giaotrinh.model.fragment import PageMap
from giaotrinh.model.view import view_for
from giaotrinh.render.blocks.glyphs import glyphs
from giaotrinh.render.blocks.nodes import Node, set_blocks
from giaotrinh.render.blocks.words import INSTRUCTOR_HEAD, PARTS
from giaotrinh.render.composition import Composition
from giaotrinh.render.papers.cards import ModuleCard, answers, course_card, module_card, objectives, worksheets
from giaotrinh.render.papers.concordance import concordance, coverage
from giaotrinh.render.papers.excerpts import handout, picked
from giaotrinh.render.papers.facing import facing_pages
from giaotrinh.render.papers.foreword import set_foreword
from giaotrinh.render.papers.lesson import stages
from giaotrinh.render.papers.plan import lesson_plan
from giaotrinh.render.papers.registers import exemptions, framework, glossary, source_rows
from giaotrinh.render.papers.roster import signing_sheets
from giaotrinh.render.papers.slides import slides
from giaotrinh.render.papers.speaking import spoken_slides
from giaotrinh.render.papers.timetable import timetables

LAID_OVER = frozenset({"heads", "glyphs", "ruled", "stamps"})
"""Parts that binding lays over or between pages; what it looks for are the ids on their sheets."""

Values = Mapping[str, object]

BODY = "body"
"""Template whose root is the module itself; the roots of all others are named as their section of the book."""


@dataclass(slots=True)
class Pages:
    """The page map, with a note of whether anything was asked of it."""

    map: PageMap | None
    composition: Composition
    asked: bool = False

    def label(self, name: str) -> str:
        """Return the label of the page on which a block, module or part begins, "" while unknown."""
        self.asked = True
        if self.map is None:
            return ""
        names = (name, *(block.id for block in self.composition.ancestry(name)))
        return next((self.map.labels[known] for known in names if known in self.map.labels), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """A part of the edition as the contents list it; a module's own parts stand under its line."""

    id: str
    title: str
    module: ModuleCard | None = None
    """Set for the body of a module."""
    below: bool = False
    """Whether it is another part of the module before it."""


def job_name(curriculum: Curriculum, edition: Edition, part: Part, module: str) -> str:
    """Return the name of a part's job: "hoc-vien/body/03-chi-tieu", "hoc-vien/cover".

    An edition on another page than the books' own, or one of papers apart, using parts of another folder, gets names
    of its own.
    """
    foreign = edition.id != part.home and (edition.per_module or edition.page.id != curriculum.course.page)
    folder = f"{part.home}@{edition.page.id}" if foreign else part.home
    return "/".join(filter(None, (folder, part.template, module)))


def head_name(reader: Reader, module: str) -> str:
    """Return the name of a running head, by which binding asks for it: "03-chi-tieu", "instructor/course"."""
    return "/".join(filter(None, (reader.value if reader is Reader.INSTRUCTOR else "", module or "course")))


def root_id(part: Part, module: str) -> str:
    """Return the id of a part's outermost element, by which its first page is found."""
    if part.template == BODY and module:
        return module
    name = "/".join(filter(None, (part.template, module)))
    return f"overlay/{name}" if part.template in LAID_OVER else name


def values_for(composition: Composition, edition: Edition | None, part: Part, pages: Pages) -> dict[str, object]:
    """Return what the template of a part is given; an instructor's values exist for instructors alone.

    Parts for a module are told nothing of the edition that uses them, others its title only at home.
    """
    values: dict[str, object] = {**_facts(composition, part), **_registers(composition, pages), **_text(composition)}
    if edition is not None:
        values["contents"] = lambda: _contents(composition, edition)
        if edition.id == part.home:
            values["edition_title"] = edition.title.get("vi", "")
    if part.reader is Reader.INSTRUCTOR:
        values |= _instructor(composition, edition, part, pages)
    return values


def _facts(composition: Composition, part: Part) -> dict[str, object]:
    module = composition.module
    course = course_card(composition)
    name = PARTS.get(part.template, part.template)
    facts: dict[str, object] = {
        "root": root_id(part, module.id if module else ""),
        "page": composition.page,
        "course": course,
        "part_title": name,
        "warning": INSTRUCTOR_HEAD if part.reader is Reader.INSTRUCTOR else "",
        "heads": lambda: _heads(composition, part.reader),
        "glyphs": lambda size: glyphs(size),
        "modules": lambda: tuple(module_card(composition, each) for each in composition.curriculum.project.modules),
    }
    if module is None:
        return facts | {"title": f"{course.short_title} - {name}"}
    card = module_card(composition, module)
    own = f"Chuyên đề {card.number}. {card.plain_title}"
    return facts | {"module": card, "title": own if part.template == BODY else f"{name} - {own}"}


def _heads(composition: Composition, reader: Reader) -> tuple[tuple[str, ModuleCard | None], ...]:
    """Return the names of the running heads with their modules; the book's own has none."""
    modules = composition.curriculum.project.modules
    own = (head_name(reader, ""), None)
    return (own, *((head_name(reader, module.id), module_card(composition, module)) for module in modules))


def _registers(composition: Composition, pages: Pages) -> dict[str, object]:
    course = composition.curriculum.course
    return {
        "page_of": pages.label,
        "pages_known": pages.map is not None,
        "framework": lambda: framework(composition),
        "abbreviations": lambda: glossary(composition, abbreviations=True),
        "terms": lambda: glossary(composition, abbreviations=False),
        "concordance": lambda: concordance(composition, pages.label),
        "sources": lambda: source_rows(composition),
        "exemptions": lambda: exemptions(composition),
        "references": lambda: course.references,
        "slides": lambda width=0: slides(composition, pages.label, width),
        "timetables": lambda: timetables(composition),
        "signing_sheets": lambda: signing_sheets(composition),
        "foreword": lambda: set_foreword(course.foreword),
    }


def _text(composition: Composition) -> dict[str, object]:
    module = composition.module
    return {
        "body": lambda: set_blocks(composition.view.modules[module.id], composition) if module else (),
        "objectives": lambda: objectives(composition),
        "worksheets": lambda: worksheets(composition),
        "handout": lambda to_write=False: handout(composition, to_write=to_write),
        "picked": lambda *kinds: picked(composition, *kinds),
    }


def _instructor(composition: Composition, edition: Edition | None, part: Part, pages: Pages) -> dict[str, object]:
    return {
        "plan": lambda: lesson_plan(composition),
        "stages": lambda: stages(composition, pages.label),
        "spoken_slides": lambda width=0: spoken_slides(composition, pages.label, width),
        "answers": lambda: answers(composition),
        "coverage": lambda: coverage(composition, pages.label, _common_ids(composition)),
        "facing": lambda: _facing(composition, edition, part, pages),
    }


def _common_ids(composition: Composition) -> frozenset[str]:
    return view_for(composition.curriculum, Reader.LEARNER).ids


def _facing(composition: Composition, edition: Edition | None, part: Part, pages: Pages) -> object:
    pages.asked = True
    body = body_of(composition, edition, part) if edition else ""
    return facing_pages(composition, body, pages.map)


def body_of(composition: Composition, edition: Edition, part: Part) -> str:
    """Return the job that a part of notes faces; its module's body where the part names none."""
    module = composition.module.id if composition.module else ""
    faced = next((other for other in edition.parts if other.template == (part.faces or BODY)), None)
    return job_name(composition.curriculum, edition, faced, module) if faced else ""


def _contents(composition: Composition, edition: Edition) -> tuple[ContentsLine, ...]:
    lines: list[ContentsLine] = []
    groups = _runs(edition.parts)
    for group in groups:
        if group[0].each_module:
            for module in composition.curriculum.project.modules:
                lines += [_module_line(part, module_card(composition, module)) for part in _body_first(group)]
        else:
            lines += [ContentsLine(id=root_id(part, ""), title=_name(part)) for part in group]
    return tuple(lines)


def _runs(parts: tuple[Part, ...]) -> list[list[Part]]:
    runs: list[list[Part]] = []
    for part in parts:
        if part.faces:
            continue
        if runs and runs[-1][0].each_module and part.each_module:
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _body_first(parts: list[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: part.template != BODY)


def _module_line(part: Part, card: ModuleCard) -> ContentsLine:
    if part.template == BODY:
        return ContentsLine(id=card.id, title=card.plain_title, module=card)
    return ContentsLine(id=root_id(part, card.id), title=_name(part), below=True)


def _name(part: Part) -> str:
    return PARTS.get(part.template, part.template)


def draw_with(sandbox_draw: Callable[[str, Values], str]) -> Callable[[tuple[Node, ...]], Markup]:
    """Return the function by which templates draw nodes, each by templates/.../blocks/<kind>.html."""

    def draw(nodes: tuple[Node, ...]) -> Markup:
        # Safe: what a template of the sandbox returns was escaped there.
        return Markup("".join(sandbox_draw(f"blocks/{node.kind}.html", {"node": node}) for node in nodes))

    return draw
