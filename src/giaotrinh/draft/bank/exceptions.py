"""Questions about what a provision excepts: the half of a rule that is forgotten first."""

from collections.abc import Iterator

from giaotrinh.draft.bank.ground import BASIC, Ground, question
from giaotrinh.draft.provisions.matter import Matter, exception_in
from giaotrinh.model.course import Question
from giaotrinh.outline.places import place_of

_MOST = 90
"""Words of a sentence that can be the answer to a short question."""


def exceptions(ground: Ground) -> Iterator[Question]:
    """Yield a short question for every provision of the module that excepts something."""
    for part in Matter(parts=ground.provisions, duties=()).exceptions:
        said = exception_in(part).rstrip(" .;:,/")
        if len(said.split()) <= _MOST and not ground.known.repeats[part.path]:
            yield question(
                ground,
                "short",
                part,
                said,
                stem=f"{ground.name_begins} trừ ra hoặc không áp dụng trong trường hợp nào ở {place_of(part.path)}?",
                key=(said,),
                answer=f"{ground.name_begins} ghi: {ground.quoted(said)}.",
                level=BASIC,
            )
