"""JSON schemas of the files people write, for editors."""

from collections.abc import Mapping
from typing import Any

from giaotrinh.read.classes import CLASS
from giaotrinh.read.course import COURSE
from giaotrinh.read.decode import json_schema
from giaotrinh.read.draft_plan import PLAN
from giaotrinh.read.editions import PAGES, EditionFile
from giaotrinh.read.module import FRONT_MATTER
from giaotrinh.read.questions import QUESTION_FILE
from giaotrinh.read.source_settings import SETTINGS

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
