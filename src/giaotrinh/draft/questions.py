"""The question bank of a drafted course, by rule from what each module teaches: half of it and more is tự luận."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from giaotrinh.draft.bank.bodies import bodies
from giaotrinh.draft.bank.cases import cases
from giaotrinh.draft.bank.deadlines import deadlines
from giaotrinh.draft.bank.essays import essays
from giaotrinh.draft.bank.figures import figures
from giaotrinh.draft.bank.file import questions_text
from giaotrinh.draft.bank.ground import Ground
from giaotrinh.draft.bank.known import Known
from giaotrinh.draft.bank.lists import enumerations, memberships, orders
from giaotrinh.draft.bank.pairs import pairs
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Source
from giaotrinh.model.text import fold

__all__ = ["draft_questions", "questions_text"]

Kind = Callable[[Ground], Iterator[Question]]

WRITTEN: tuple[Kind, ...] = (essays, cases, enumerations)
"""Tự luận: all of them are kept."""

CHOSEN: tuple[Kind, ...] = (figures, pairs, deadlines, bodies, memberships, orders)
"""What has one right answer: kept in turn, over the course no more than there are tự luận."""


def draft_questions(source: Source, taught: Mapping[str, Sequence[Provision]]) -> Mapping[str, tuple[Question, ...]]:
    """Return module -> its questions, given module -> the provisions whose words it teaches.

    Ids depend on the words asked about alone, so that edits elsewhere in the source leave them as they are.
    """
    known = Known(source=source)
    asked: set[str] = set()
    essays_of: dict[str, list[Question]] = {}
    choices_of: dict[str, list[Question]] = {}
    for module, provisions in taught.items():
        ground = Ground(known=known, module=module, taught=frozenset(each.path for each in provisions))
        essays_of[module] = _new((question for kind in WRITTEN for question in kind(ground)), asked)
        turns = zip_longest(*(kind(ground) for kind in CHOSEN))
        choices_of[module] = _new((question for turn in turns for question in turn if question is not None), asked)
    most = _most(choices_of.values(), sum(map(len, essays_of.values())))
    return {module: (*essays_of[module], *choices_of[module][:most]) for module in taught}


def _most(lists: Iterable[Sequence[Question]], total: int) -> int:
    """Return the most that every list may keep so that all together keep no more than `total`."""
    lengths = [len(each) for each in lists]
    sizes = range(max(lengths, default=0) + 1)
    return max((most for most in sizes if sum(min(most, length) for length in lengths) <= total), default=0)


def _new(questions: Iterable[Question], asked: set[str]) -> list[Question]:
    """Return the questions that nothing asked before, neither by id nor by stem; they count as asked from now on."""
    found: list[Question] = []
    for question in questions:
        stem = fold(question.stem)
        if stem not in asked and question.id not in asked:
            asked |= {stem, question.id}
            found.append(question)
    return found
