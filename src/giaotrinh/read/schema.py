"""JSON schemas of the files people write, for editors."""

from collections.abc import Mapping
from typing import Any

from giaotrinh.read.course.classes import CLASS
from giaotrinh.read.course.course import COURSE
from giaotrinh.read.course.draft_plan import PLAN
from giaotrinh.read.course.module import FRONT_MATTER
from giaotrinh.read.course.questions import QUESTION_FILE
from giaotrinh.read.course.source_settings import SETTINGS
from giaotrinh.read.data.decode import json_schema
from giaotrinh.read.editions import PAGES, EditionFile

_FILES: Mapping[str, type] = {
    "course": COURSE,
    "source": SETTINGS,
    "module": FRONT_MATTER,
    "questions": QUESTION_FILE,
    "class": CLASS,
    "plan": PLAN,
    "edition": EditionFile,
    "pages": PAGES,
}


def schemas() -> Mapping[str, dict[str, Any]]:
    """Return kind of file -> JSON schema: course, source, module (its front matter), questions, class, plan, edition,
    pages.
    """
    return {name: json_schema(kind) for name, kind in _FILES.items()}
