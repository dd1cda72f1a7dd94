"""Files -> model: what people write in course/ and templates/, and what resolutions come in.

    bytes -> text            text_file        UTF-8, NFC, look-alike letters
    text -> values           yaml, decode     places of every value; strict types, every mistake at once
    text -> lines -> blocks  lines, fences    `:::{name}` blocks, options, comments
    blocks -> document       markdown, inline paragraphs, tables, roles; ids, numbers, exact places
    files -> project         course, module, source_settings, questions, project
    templates -> editions    editions, parts

Every function is pure and reads one file, so that its result can be kept by the digest of the file. Nothing is raised
for a mistake of an author: it is a diagnostic beside the value.
"""

from giaotrinh.read.course import read_course
from giaotrinh.read.draft_plan import read_draft_plan
from giaotrinh.read.editions import read_editions
from giaotrinh.read.module import read_module
from giaotrinh.read.project import read_project
from giaotrinh.read.questions import read_questions
from giaotrinh.read.reading import Reading
from giaotrinh.read.schema import schemas
from giaotrinh.read.source_settings import read_source

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
