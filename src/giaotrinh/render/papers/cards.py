"""What templates are told about the course and its modules: facts ready to print, nothing of others."""

from dataclasses import dataclass

from markupsafe import Markup

from giaotrinh.model.course import Module, Periods
from giaotrinh.model.document import Block
from giaotrinh.model.edition import Reader
from giaotrinh.model.source import Status
from giaotrinh.render.blocks.nodes import Node, set_block
from giaotrinh.render.blocks.typography import set_text, typeset
from giaotrinh.render.blocks.words import OBJECTIVES, STAGES, STATUS_LINE
from giaotrinh.render.composition import Composition
from giaotrinh.render.papers.registers import Section, sections
from giaotrinh.viet.dates import printed_date

_KINDS = (
    ("theory", "lý thuyết"),
    ("discussion", "thảo luận"),
    ("fieldwork", "nghiên cứu thực tế"),
    ("assessment", "ôn tập, kiểm tra"),
    ("self_study", "tự nghiên cứu"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseCard:
    """The course as every part may know it."""

    title: str
    short_title: str
    kind: str
    school: str
    parent: str
    place: str
    audience: str
    as_of: str
    """"30-9-2021"."""
    year: int
    version: str
    status: str
    """The line that marks a sample; "" where the main source is complete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleCard:
    """A chuyên đề as a learner may know it."""

    id: str
    number: int
    title: Markup
    plain_title: str
    short_title: str
    total: int
    periods: tuple[tuple[int, str], ...]
    """(tiết, kind in words), without zeros."""
    stage: str
    issued: bool
    lacks: tuple[Markup, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructorCard(ModuleCard):
    """A chuyên đề as an instructor knows it."""

    lead_in: Markup
    method: Markup
    means: Markup
    stage_by: str
    """Name and date of the stage, as far as a person wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question or task with what its answer should hold."""

    id: str
    head: str
    text: Markup
    children: tuple[Node, ...]


def course_card(composition: Composition) -> CourseCard:
    """Return the facts of the course."""
    course = composition.curriculum.course
    main = composition.curriculum.sources.get(course.main_source)
    sample = main is not None and main.status is Status.SAMPLE
    return CourseCard(
        title=typeset(course.title),
        short_title=typeset(course.short_title),
        kind=typeset(course.kind),
        school=typeset(course.school.name),
        parent=typeset(course.school.parent),
        place=typeset(course.school.place),
        audience=typeset(course.audiences.get(course.audience, "")),
        as_of=printed_date(course.as_of),
        year=course.year,
        version=course.version,
        status=" - ".join(filter(None, (composition.curriculum.secrecy, STATUS_LINE if sample else ""))),
    )


def module_card(composition: Composition, module: Module) -> ModuleCard:
    """Return the facts of a module that the composition's reader may know."""
    if composition.view.reader is Reader.LEARNER:
        return _learner_card(composition, module)
    plain = _learner_card(composition, module)
    shared = {name: getattr(plain, name) for name in ModuleCard.__slots__}
    return InstructorCard(
        **shared,
        lead_in=set_text(module.lead_in),
        method=set_text(module.method),
        means=set_text(module.means),
        stage_by=", ".join(part for part in (module.state.name, printed_date(module.state.date)) if part),
    )


def objectives(composition: Composition) -> tuple[tuple[str, Node], ...]:
    """Return (word, node) of the module's objectives, in the order of the page."""
    if composition.module is None:
        return ()
    blocks = [block for block in composition.view.walk(composition.module.id) if block.kind == "objectives"]
    return tuple((OBJECTIVES.get(block.options.get("kind", ""), ""), set_block(block, composition)) for block in blocks)


def answers(composition: Composition) -> tuple[Answer, ...]:
    """Return the suggested answers of the module's questions and tasks; empty where there are none."""
    if composition.module is None:
        return ()
    asking = (block for block in composition.view.walk(composition.module.id) if _answer_blocks(block))
    return tuple(_answer(block, composition) for block in asking)


def worksheets(composition: Composition) -> tuple[Node, ...]:
    """Return the forms that are printed a second time as loose sheets."""
    if composition.module is None:
        return ()
    forms = (block for block in composition.view.walk(composition.module.id) if block.kind == "form")
    return tuple(set_block(block, composition) for block in forms if block.options.get("worksheet", "") == "yes")


def _learner_card(composition: Composition, module: Module) -> ModuleCard:
    rules = composition.curriculum.course.time
    return ModuleCard(
        id=module.id,
        number=module.number,
        title=set_text(module.title),
        plain_title=typeset(module.title),
        short_title=typeset(module.short_title),
        total=module.periods.total(with_self_study=rules.counts_self_study),
        periods=_periods(module.periods),
        stage=STAGES.get(module.state.stage, ""),
        issued=module.state.stage == "ban-hanh",
        lacks=tuple(set_text(words) for words in module.lacks),
        sections=sections(composition, module.id),
    )


def _periods(periods: Periods) -> tuple[tuple[int, str], ...]:
    counted = ((getattr(periods, name), words) for name, words in _KINDS)
    return tuple((count, words) for count, words in counted if count)


def _answer_blocks(block: Block) -> tuple[Block, ...]:
    return tuple(child for child in block.children if child.kind in ("answer", "solution"))


def _answer(block: Block, composition: Composition) -> Answer:
    node = set_block(block, composition)
    replies = tuple(child for child in node.children if child.kind in ("answer", "solution"))
    asked = tuple(child for child in node.children if child.kind == "paragraph")
    return Answer(
        id=f"answer/{block.id}",
        head=f"Câu {block.number}" if block.kind == "question" else block.plain_title or "Bài tập",
        text=node.text or (asked[0].text if asked else Markup("")),
        children=replies,
    )
