"""Keys against the provisions a question cites: another option, another pair, another order stands there.

Each is a doubt, for a person to settle: an option may say in its own words what the provision says.
"""

import re
from collections.abc import Iterator, Sequence

from giaotrinh.check.figures.metric import words_in
from giaotrinh.check.passages.subject import Subject
from giaotrinh.check.questions.asked import Asked, asked
from giaotrinh.check.questions.evidence import STANDS, Clause, Support, clauses, share, support, tokens
from giaotrinh.check.words.wording import Word, find_run, words_of
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.text import fold
from giaotrinh.viet.quantity import read_quantities

LED = 0.15
"""Strength from which an option stands where the stem leads."""

WEAKER = 0.7
"""Share of the best option's strength below which the key stands less well."""

ALIKE = 0.9
"""Share of the key's strength from which another option stands as well."""

ABOUT = 0.6
"""Share of a statement's words in a clause from which it is about that clause."""

_NEGATED = re.compile(r"(?<!\w)(?:không|chưa|ngoại trừ|trừ|sai)(?!\w)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ASKED = re.compile(r"^[^:]*(?:đúng hay sai|mệnh đề|nhận định|phát biểu|khẳng định)[^:]*:\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*[.?]?\s*$|[“”\"]")
_GAP = re.compile(r"…+|\.{3,}|_{2,}")
AROUND = 3
"""Words before or behind a gap that find its place in the source."""


def grounds(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a doubt for every key that the cited provisions speak against."""
    for question in asked(subject):
        said = clauses(subject.curriculum, question.cites) if question.cites and question.key else ()
        if not said:
            continue
        if question.kind in ("single", "multiple"):
            yield from _chosen(question, said)
        elif question.kind == "true-false":
            yield from _truth(question, said)
        elif question.kind == "matching":
            yield from _pairs(question, said)
        elif question.kind == "ordering":
            yield from _order(question, said)
        elif question.kind == "gap":
            yield from _filled(question, said)


def _chosen(question: Asked, said: Sequence[Clause]) -> Iterator[Diagnostic]:
    right = set(question.right)
    if not right or _NEGATED.search(question.stem):
        return
    found = support(question.stem, question.options, said)
    standing = [at for at, each in enumerate(found) if each.held >= STANDS and each.strength >= LED]
    best = max((at for at in standing if at not in right), key=lambda at: found[at].strength, default=None)
    weakest = min(right, key=lambda at: found[at].strength)
    if best is not None and found[weakest].strength < WEAKER * found[best].strength:
        yield _ungrounded(question, weakest, best, found[best])
    elif question.kind == "single" and best is not None:
        yield from _both(question, weakest, best, found)


def _both(question: Asked, key: int, other: int, found: Sequence[Support]) -> Iterator[Diagnostic]:
    """Yield a doubt where another option stands as well as the key; numbers never do."""
    has_numbers = any(_DIGIT.search(question.options[at]) for at in (key, other))
    if not has_numbers and found[key].held >= STANDS and found[other].strength >= ALIKE * found[key].strength:
        letters = f"{chr(ord('A') + key)}, {chr(ord('A') + other)}"
        path = found[other].path
        span = question.stem_span
        yield warning("question-options-both-stand", span, name=question.name, options=letters, path=path)


def _ungrounded(question: Asked, key: int, other: int, found: Support) -> Diagnostic:
    letters = (chr(ord("A") + key), chr(ord("A") + other))
    words = question.options[other]
    return warning(
        "question-key-ungrounded",
        question.key_span,
        name=question.name,
        key=letters[0],
        other=letters[1],
        words=words,
        path=found.path,
    )


def _truth(question: Asked, said: Sequence[Clause]) -> Iterator[Diagnostic]:
    """Yield a doubt for a statement keyed wrong that stands in the source, or keyed right with another number."""
    if len(question.right) != 1:
        return
    is_right = fold(question.options[question.right[0]]) in ("đúng", "d")
    statement = _ASIDE.sub("", _ASKED.sub("", question.stem))
    words, numbers = words_in(statement), _numbers(statement)
    clause = max(said, key=lambda each: (share(words, each.words), share(numbers, _numbers(each.text))))
    about = share(words, clause.words | clause.lead)
    stands = about >= STANDS and numbers <= clause.tokens | _numbers(clause.text)
    if not is_right and stands and share(words, clause.words) >= ABOUT and _same_order(statement, clause.text):
        yield warning(
            "question-truth-differs", question.key_span, name=question.name, key="Sai", path=clause.address[1]
        )
    elif is_right and numbers and about >= ABOUT and _numbers(clause.text) and not numbers <= _numbers(clause.text):
        yield warning(
            "question-truth-differs", question.key_span, name=question.name, key="Đúng", path=clause.address[1]
        )


def _same_order(stem: str, clause: str) -> bool:
    """Whether the words a statement shares with a clause stand in the same order in both."""
    held = [word.folded for word in words_of(clause)]
    shared = [word.folded for word in words_of(stem) if word.folded in held]
    place = -1
    for word in shared:
        places = [at for at, each in enumerate(held) if each == word and at > place]
        if not places:
            return False
        place = places[0]
    return True


def _numbers(text: str) -> frozenset[str]:
    return frozenset(f"={quantity.low}-{quantity.high}" for quantity in read_quantities(text))


def _pairs(question: Asked, said: Sequence[Clause]) -> Iterator[Diagnostic]:
    pairs = [tuple(part.strip() for part in option.split("=", 1)) for option in question.options]
    if not all(len(pair) == 2 for pair in pairs) or len(question.right) != len(pairs):
        return
    rights = [pairs[at][1] for at in question.right]
    for left, right in zip((pair[0] for pair in pairs), rights, strict=True):
        own = _together(left, right, said)
        other = max(
            (each for each in rights if each != right), key=lambda each: _together(left, each, said), default=""
        )
        strength = _together(left, other, said)
        if strength >= ABOUT and own < WEAKER * strength:
            yield warning(
                "question-pair-differs", question.key_span, name=question.name, left=left, right=right, other=other
            )
            return


def _together(left: str, right: str, said: Sequence[Clause]) -> float:
    first, second = tokens(left), tokens(right)
    return max((share(first, each.tokens) * share(second, each.tokens) for each in said), default=0.0)


def _order(question: Asked, said: Sequence[Clause]) -> Iterator[Diagnostic]:
    if len(set(question.right)) != len(question.options) or re.search(r"thời gian|giảm dần|tăng dần", question.stem):
        return
    text = [word.folded for each in said for word in words_of(each.text)]
    places = [_place(question.options[at], text) for at in question.right]
    if -1 not in places and len(set(places)) == len(places) and places != sorted(places):
        meant = [question.right[at] for at in sorted(range(len(places)), key=places.__getitem__)]
        order = ", ".join(chr(ord("A") + at) for at in meant)
        found, path = ", ".join(question.key), said[0].address[1]
        yield warning(
            "question-order-differs", question.key_span, name=question.name, found=found, expected=order, path=path
        )


def _place(option: str, text: Sequence[str]) -> int:
    """Return where the words of an option first stand in a text, -1 where they do not."""
    return find_run(text, [word.folded for word in words_of(option)])


def _filled(question: Asked, said: Sequence[Clause]) -> Iterator[Diagnostic]:
    """Yield a doubt for a gap that its key fills otherwise than the source, where the words around it stand."""
    gaps = list(_GAP.finditer(question.stem))
    if len(gaps) != len(question.key):
        return
    whole = [word for each in said for word in words_of(each.text)]
    ends = [0, *(gap.end() for gap in gaps)]
    starts = [*(gap.start() for gap in gaps), len(question.stem)]
    for at, key in enumerate(question.key):
        before = words_of(question.stem[ends[at] : starts[at]])[-AROUND:]
        after = words_of(question.stem[ends[at + 1] : starts[at + 1]])[:AROUND]
        expected = _meant(words_of(key), before, after, whole)
        if expected:
            path, span = said[0].address[1], question.key_span
            yield warning("question-gap-differs", span, name=question.name, found=key, expected=expected, path=path)


def _meant(key: Sequence[Word], before: Sequence[Word], after: Sequence[Word], whole: Sequence[Word]) -> str:
    """Return what the source has in the place of a gap, "" where that is the key or the place is not known."""
    text = [word.folded for word in whole]
    wanted, lead, rest = ([word.folded for word in words] for words in (key, before, after))
    behind = [at + len(lead) for at in _runs(text, lead)] if len(lead) == AROUND else []
    ahead = [at - len(wanted) for at in _runs(text, rest)] if len(rest) == AROUND else []
    places = [at for at in (*behind, *ahead) if at >= 0]
    if not places or any(text[at : at + len(wanted)] == wanted for at in places):
        return ""
    return " ".join(word.cased for word in whole[places[0] : places[0] + max(1, len(wanted))])


def _runs(text: Sequence[str], part: Sequence[str]) -> Iterator[int]:
    place = find_run(text, part)
    while place >= 0:
        yield place
        place = find_run(text, part, place + 1)
