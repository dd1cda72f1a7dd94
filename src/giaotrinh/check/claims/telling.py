"""What each number of a course is taken for, told one by one: the answer to "why is this number no finding?"."""

from collections.abc import Iterator

from giaotrinh.check.claims.claim import Claim, Kind
from giaotrinh.check.figures.fidelity import claims_of
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, info


def told(subject: Subject) -> Iterator[Diagnostic]:
    """Yield for every number of a part of the course, as information, the kind it is taken for and its ground."""
    for passage, claims in claims_of(subject):
        for claim in claims:
            yield _told(subject.curriculum, passage, claim)


def _told(curriculum: Curriculum, passage: Passage, claim: Claim) -> Diagnostic:
    said = claim.number.said
    span, found = passage.place(said.start, said.end), said.text
    statement = claim.finding.statement if claim.finding is not None else None
    match claim.kind:
        case Kind.SOURCED if statement is not None:
            source = curriculum.sources[statement.address[0]].cite_as
            path, stated = statement.address[1], statement.quantity.text
            return info("number-sourced", span, statement.span, found=found, source=source, path=path, stated=stated)
        case Kind.CALLED:
            return info("number-called", span, found=found)
        case Kind.OF_ANOTHER:
            return info("number-of-another", span, found=found)
        case Kind.ASSUMED:
            return info("number-assumed", span, found=found)
        case Kind.COMPUTED:
            return info("number-computed", span, found=found)
        case Kind.MENTIONED:
            return info("number-mentioned", span, found=found)
        case Kind.OF_THE_WORLD:
            return info("number-of-the-world", span, found=found)
        case _:
            return info("number-of-the-class", span, found=found)
