"""The question bank of a drafted course, by rule from what each module teaches: half of it and more is tự luận."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from giaotrinh.draft.bank.bodies import bodies
from giaotrinh.draft.bank.cases import cases
from giaotrinh.draft.bank.choice import LETTERS
from giaotrinh.draft.bank.deadlines import deadlines
from giaotrinh.draft.bank.essays import essays
from giaotrinh.draft.bank.exceptions import exceptions
from giaotrinh.draft.bank.figures import figures
from giaotrinh.draft.bank.file import questions_text
from giaotrinh.draft.bank.ground import Ground
from giaotrinh.draft.bank.known import Known
from giaotrinh.draft.bank.lists import enumerations, memberships, orders
from giaotrinh.draft.bank.pairs import pairs
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Source
from giaotrinh.model.text import fold, syllables

__all__ = ["draft_questions", "questions_text"]

Kind = Callable[[Ground], Iterator[Question]]

WRITTEN: tuple[Kind, ...] = (essays, cases, enumerations)
"""Tự luận: all of them are kept."""

CHOSEN: tuple[Kind, ...] = (exceptions, figures, deadlines, bodies, pairs, memberships, orders)
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
        choices = _new((question for turn in turns for question in turn if question is not None), asked)
        choices_of[module] = _apart(choices, essays_of[module])
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


def _apart(chosen: Sequence[Question], written: Sequence[Question]) -> list[Question]:
    """Return the questions of choice whose answers no stem beside them gives away, nor theirs another's."""
    kept: list[Question] = []
    for question in chosen:
        near = [each for each in kept if set(each.cites) & set(question.cites)]
        essays = [each for each in written if set(each.cites) & set(question.cites) and _is_number(question)]
        if not any(_gives(each, question) or _gives(question, each) for each in (*near, *essays)):
            kept.append(question)
    return kept


def _gives(one: Question, other: Question) -> bool:
    """Return whether the stem of a question holds the right answer of another."""
    stem = f" {' '.join(syllables(one.stem))} "
    return any(f" {' '.join(syllables(answer))} " in stem for answer in _right(other))


def _is_number(question: Question) -> bool:
    """Return whether a number is asked for: an essay may name a body, never the figure that is asked for beside it."""
    return any(any(char.isdigit() for char in answer) for answer in _right(question))


def _right(question: Question) -> tuple[str, ...]:
    if question.guide or question.kind in ("true-false", "ordering", "matching"):
        return ()
    letters = dict(zip(LETTERS, question.options, strict=False))
    return tuple(letters.get(key, key) for key in question.key)
