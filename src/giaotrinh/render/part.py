"""A part of an edition -> the job that prints it.

The name and every byte of a job depend on the part's home and reader, never on the edition that uses it: the
instructor's book, which extends the learner's, gets the learner's own bodies.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from giaotrinh.model.course import Module
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, in_order
from giaotrinh.model.edition import Edition, PageSetup, Part
from giaotrinh.model.fragment import Job, Mark, PageMap
from giaotrinh.model.view import Same, view_for
from giaotrinh.render.composition import Composition
from giaotrinh.render.context import BODY, LAID_OVER, Pages, body_of, draw_with, job_name, values_for
from giaotrinh.render.environment import ROOT, Files, draw, environment, files_of
from giaotrinh.render.papers.facing import marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A part ready to print, or what is wrong with it."""

    job: Job | None
    """None where the part has nothing to print (no worksheets, no answers) or cannot be drawn."""
    diagnostics: tuple[Diagnostic, ...] = ()
    waits_for_pages: bool = False
    """Whether the part asked for pages and was given no page map: it must be rendered again with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """A part to render, without the edition: what every edition that uses the part shares."""

    curriculum: Same
    part: Part
    module: str
    page: PageSetup
    name: str
    folders: tuple[str, ...]
    files: Files
    apart: bool
    """Whether the part is printed for a paper of its own, which cannot link into the book."""


def render_part(
    curriculum: Curriculum,
    edition: Edition,
    part: Part,
    module: Module | None,
    *,
    pages: PageMap | None,
    templates: Mapping[str, bytes],
) -> Rendering:
    """Return the job of a part, for one module or for the whole course.

    `templates` holds the files below templates/ by their path in the project ("templates/base/layout.html").
    """
    name = module.id if module else ""
    order = _Order(
        curriculum=Same(curriculum),
        part=replace(part, numbering="", opens_right=False),
        module=name,
        page=edition.page,
        name=job_name(curriculum, edition, part, name),
        folders=folders_of(edition, part),
        files=files_of(templates),
        apart=edition.per_module,
    )
    if module is None:
        return _render(order, edition, pages)
    shared = _shared(order)
    return _render(order, edition, pages) if shared.waits_for_pages and pages is not None else shared


def facing_marks(
    curriculum: Curriculum, edition: Edition, part: Part, module: Module, *, pages: PageMap
) -> tuple[Mark, ...]:
    """Return the letters that binding lays over the pages a part of notes faces."""
    view = view_for(curriculum, part.reader)
    composition = Composition(curriculum=curriculum, view=view, page=edition.page, module=module)
    return marks(composition, body_of(composition, edition, part), pages)


def folders_of(edition: Edition, part: Part) -> tuple[str, ...]:
    """Return the template folders of a part: those the edition of its home would search."""
    if part.home in edition.templates:
        return edition.templates[edition.templates.index(part.home) :]
    return tuple(dict.fromkeys((part.home, "base")))


@lru_cache(maxsize=256)
def _shared(order: _Order) -> Rendering:
    # Told nothing of the edition and of pages, a part for a module is the same wherever it is used: rendered once.
    return _render(order, None, None)


def _render(order: _Order, edition: Edition | None, pages: PageMap | None) -> Rendering:
    curriculum, part = order.curriculum.curriculum, order.part
    composition = Composition(
        curriculum=curriculum,
        view=view_for(curriculum, part.reader),
        page=order.page,
        module=curriculum.modules[order.module] if order.module else None,
        in_book=part.template == BODY,
    )
    known = Pages(pages, composition)
    composition.page_of = known.label if order.apart else None
    sandbox = environment(order.files, order.folders)
    values = values_for(composition, edition, part, known)
    values["draw"] = draw_with(lambda name, given: sandbox.get_template(name).render({**values, **given}))
    html, found = draw(sandbox, f"{part.template}.html", values)
    styles, more = _styles(order.files, order.folders, order.page)
    job = Job(
        name=order.name,
        part=part.template,
        module=order.module,
        html=html,
        styles=styles,
        assets=composition.assets,
        tagged=part.template not in LAID_OVER,
        blocks=tuple(dict.fromkeys(composition.shown)),
    )
    return Rendering(
        job=job if html.strip() and not found and not more else None,
        diagnostics=in_order((*composition.found, *found, *more)),
        waits_for_pages=known.asked and pages is None,
    )


@lru_cache(maxsize=64)
def _styles(
    files: tuple[tuple[str, bytes], ...], folders: tuple[str, ...], page: PageSetup
) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """Return the style sheets in cascade order, base first; they are templates that know the page."""
    sandbox = environment(files, folders)
    names = [
        path.removeprefix(ROOT)
        for folder in reversed(folders)
        for path, _ in files
        if path.startswith(f"{ROOT}{folder}/") and path.endswith(".css")
    ]
    drawn = {name: draw(sandbox, name, {"page": page}) for name in names}
    found = tuple(diagnostic for _, diagnostics in drawn.values() for diagnostic in diagnostics)
    return {name: text for name, (text, _) in drawn.items()}, found
