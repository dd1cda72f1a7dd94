"""Files -> model: what people write in course/ and templates/, and what resolutions come in.

    bytes -> text            text_file        UTF-8, NFC, look-alike letters
    text -> values           yaml, decode     places of every value; strict types, every mistake at once
    text -> lines -> blocks  lines, fences    `:::{name}` blocks, options, comments
    blocks -> document       markdown, inline paragraphs, tables, roles; ids, numbers, exact places
    files -> project         course, module, source_settings, questions, project
    templates -> editions    editions, parts

Every function is pure and reads one file, so that its result can be kept by the digest of the file. Nothing is raised
for a mistake of an author: it is a diagnostic beside the value.

schema  JSON schemas of the files people write, for editors.
data    Files of values: YAML, CSV and text, with the place of every value and every mistake at once.
markup  The body of a module: Markdown with `:::{name}` blocks and roles, every character with its place.
"""

from giaotrinh.model.reading import Reading
from giaotrinh.read.course.course import read_course
from giaotrinh.read.course.draft_plan import read_draft_plan
from giaotrinh.read.course.module import read_module
from giaotrinh.read.course.questions import read_questions
from giaotrinh.read.course.source_settings import read_source
from giaotrinh.read.editions import read_editions
from giaotrinh.read.project import read_project
from giaotrinh.read.schema import schemas

__all__ = [
    "Reading",
    "read_course",
    "read_draft_plan",
    "read_editions",
    "read_module",
    "read_project",
    "read_questions",
    "read_source",
    "schemas",
]
