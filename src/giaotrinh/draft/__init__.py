"""Drafting: a resolution and a plan in, the files of a complete first course out. By rule, never by chance.

The words of the resolution are drawn, not copied; sentences of ours stand around them; what the source does not say is left
as a gap for a person, which `check` lists. A person owns every file from the first edit on: the driver never writes over one.

allotting        A plan and the units of a resolution -> modules: what each teaches, how many sessions it fills.
blocks           Blocks of a module as Markdown.
closing_modules  Modules that teach no new provisions: the workshop and the closing test.
course_data      course.yaml of a drafted course: what is known of the source, what an existing course says of school
                 and class.
lesson           The taught part of a module: an activity for each section, its minutes in proportion to its words.
module           A whole module as Markdown: front matter, objectives, lesson, practice, closing, short forms.
numbers          Named figures and quantities of a section: tables, comparisons over horizons, charts, places that are
                 easy to confuse.
phrases          Sentences of ours that hold for the whole of a course: they stand once, in its foreword.
practice         What a class does itself: discussion, group exercise, key points, questions with answers, reading.
questions        The question bank of a drafted course, by rule from what each module teaches: half of it and more is
                 tự luận.
sections         What of a resolution is taught together: sections, each a few provisions that stand beside each other.
short_forms      Short forms of a module: what the handout says, what the slides show.
provisions       What a provision is called, what it says and what it holds.
bank             Drafting of questions: a source and the provisions of a module in, questions of the bank out.
"""

from collections.abc import Mapping, Sequence

from giaotrinh.draft.allotting import Allotted, allot, sessions_needed
from giaotrinh.draft.closing_modules import review_module, workshop_module
from giaotrinh.draft.course_data import GAP, course_yaml
from giaotrinh.draft.lesson import Lesson
from giaotrinh.draft.module import content_module
from giaotrinh.draft.provisions.casing import readable
from giaotrinh.draft.provisions.duties import duties
from giaotrinh.draft.questions import draft_questions, questions_text
from giaotrinh.draft.sections import FORMAL, Section, units_of
from giaotrinh.model.course import Course, TimeRules
from giaotrinh.model.drafting import DraftedCourse, DraftPlan
from giaotrinh.model.source import Source
from giaotrinh.model.text import slug

__all__ = ["GAP", "draft_course", "lessons_of"]

MODULES = "course/modules"
QUESTIONS = "course/questions"
SLUG = 40
"""Letters of the name of a module file after its number."""
LEADERS = "chu-chot"
"""Part of the id of an audience that decides, not advises."""


def draft_course(
    source: Source,
    plan: DraftPlan,
    audience: str,
    editions: Sequence[str],
    existing: Course | None = None,
    *,
    fitted: bool = False,
) -> DraftedCourse:
    """Return the files of a course over a source, printed in some editions; `existing` gives school, class and time.

    `fitted` lets the source decide how many sessions of the plan are filled, and their tiết.
    Raises ValueError where the source has nothing to teach.
    """
    source = readable(source)
    units = units_of(source)
    if not units:
        raise ValueError(source.id)
    time = existing.time if existing else TimeRules()
    files: dict[str, str] = {}
    names: list[str] = []
    allotted = allot(plan, units, source.provisions, time, fitted=fitted)
    taught = tuple(section for each in allotted for section in each.sections)
    given = duties(source)
    for number, each in enumerate(allotted, start=1):
        name = f"{number:02}-{slug(each.short_title)[:SLUG].strip('-')}"
        names.append(name)
        lesson = Lesson(
            source=source,
            number=number,
            title=each.title,
            sections=each.sections or _acting(taught),
            duties=given,
            for_leaders=LEADERS in audience,
        )
        files[f"{MODULES}/{name}.md"] = _module(lesson, each, time)
    files |= _bank(source, dict(zip(names, allotted, strict=True)))
    files["course/course.yaml"] = course_yaml(source, plan, audience, names, editions, existing)
    return DraftedCourse(files=files, modules=tuple(names))


def lessons_of(source: Source) -> int:
    """Return how many sessions (buổi) the lessons of a source fill; 0 where it has nothing to teach."""
    units = units_of(source)
    return sessions_needed(units) if units else 0


def _bank(source: Source, modules: Mapping[str, Allotted]) -> dict[str, str]:
    taught = {
        name: [part for section in each.sections if section.role != FORMAL for part in section.parts()]
        for name, each in modules.items()
    }
    bank = draft_questions(source, taught)
    return {f"{QUESTIONS}/{name}.yaml": questions_text(asked) for name, asked in bank.items() if asked}


def _module(lesson: Lesson, allotted: Allotted, time: TimeRules) -> str:
    write = {"content": content_module, "workshop": workshop_module, "review": review_module}[allotted.planned.kind]
    return write(lesson, allotted, time)


def _acting(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections a workshop works on: those that ask for something to be done."""
    asking = tuple(section for section in sections if section.role in ("task-group", "task", "breakthrough"))
    return (asking or sections)[:6]
