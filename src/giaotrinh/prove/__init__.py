"""Proving: the finished bytes are opened again and examined, whatever they were made of.

Reads PDF bytes, returns diagnostics and a Proof. `page_keys` and `extract` give the words of the pages (extraction is
remembered by key); `read_back` compares them with what was laid out; `find_leaks` and `shown_by` keep what only the
instructor may read out of learners' files, `find_told_blanks` what a learner is to write; `check_structure` looks at
language, title, tags and fonts.

blanks     Blanks of a handout: the words a learner is to write stand nowhere on the sheet, printed or hidden.
content    The words that content streams show, decoded without a renderer: whatever their colour, size, place or layer.
course     What of a course learners may not read: the words to look for in their files.
ink        Ink: nothing that is printed leaves the paper, as a long word or a wide table in a narrow page would.
leaks      Leak proof: what only the instructor may read is in no form in a learner's file.
readback   Read-back: the words on each finished page are the words that were laid out for it.
strings    Every text of a file that is not on a page: metadata, bookmarks, alternative texts, annotations, forms,
           attachments.
structure  What every finished file must have besides its words: language, title, tags, embedded fonts.
"""

from giaotrinh.prove.blanks import find_told_blanks
from giaotrinh.prove.course import instructor_only_ids, secrets_of_course
from giaotrinh.prove.ink import find_off_paper
from giaotrinh.prove.leaks import Secrets, find_leaks, secrets_of, shown_by, texts_by_place
from giaotrinh.prove.pages import extract, page_keys
from giaotrinh.prove.readback import read_back
from giaotrinh.prove.structure import check_structure, proof_of

__all__ = [
    "Secrets",
    "check_structure",
    "extract",
    "find_leaks",
    "find_off_paper",
    "find_told_blanks",
    "instructor_only_ids",
    "page_keys",
    "proof_of",
    "read_back",
    "secrets_of",
    "secrets_of_course",
    "shown_by",
    "texts_by_place",
]
