"""Questions about one number: a clause of the source to fill in, to choose for, or to call right or wrong."""

from collections.abc import Iterator

from giaotrinh.draft.bank.choice import LETTERS, digest, pick
from giaotrinh.draft.bank.clauses import Clause, clauses
from giaotrinh.draft.bank.ground import BASIC, Ground, question
from giaotrinh.draft.bank.values import options_of
from giaotrinh.model.course import Question

RIGHT, WRONG = "Đúng", "Sai"

_CHOOSE = (
    "{name} ghi{time}: {clause}. Số liệu nào điền đúng vào chỗ trống?",
    "Chọn số liệu đúng với {source}{time}: {clause}.",
    "Theo {source}{time}, số liệu nào hoàn chỉnh câu sau: {clause}?",
)
_FILL = (
    "Điền số liệu còn thiếu theo {source}{time}: {clause}.",
    "Hoàn chỉnh câu sau theo {source}{time}: {clause}.",
)
_JUDGE = (
    "So với {source}{time}, mệnh đề sau đúng hay sai: {clause}.",
    "Mệnh đề sau đúng hay sai theo {source}{time}: {clause}.",
)
_KINDS = ("single", "single", "gap", "true-false")
"""How often each kind comes."""
_TRIVIAL = 100
"""Percent: "100%" is guessed, not known."""


def figures(ground: Ground) -> Iterator[Question]:
    """Yield a question for every number of the module that can be asked for."""
    for clause in clauses(ground):
        if clause.quantity.unit.startswith("%") and clause.quantity.low == _TRIVIAL:
            continue
        options = () if ground.is_unaltered(clause.provision) else options_of(ground, clause)
        kind = pick(_KINDS, clause.text, "kind") if options else "gap"
        if kind == "gap":
            yield _gap(ground, clause)
        else:
            yield (_single if kind == "single" else _judged)(ground, clause, options)


def _single(ground: Ground, clause: Clause, options: tuple[str, ...]) -> Question:
    return question(
        ground,
        "single",
        clause.provision,
        clause.blanked,
        stem=_stem(ground, clause, _CHOOSE, ground.quoted(clause.blanked)),
        options=options,
        key=(LETTERS[options.index(clause.quantity.text)],),
        answer=_said(ground, clause),
        level=BASIC,
    )


def _gap(ground: Ground, clause: Clause) -> Question:
    return question(
        ground,
        "gap",
        clause.provision,
        clause.blanked,
        stem=_stem(ground, clause, _FILL, ground.quoted(clause.blanked)),
        key=(clause.quantity.text,),
        answer=_said(ground, clause),
        level=BASIC,
    )


def _judged(ground: Ground, clause: Clause, options: tuple[str, ...]) -> Question:
    is_right = digest(clause.text, "truth") % 2 == 0
    wrong = [option for option in options if option != clause.quantity.text]
    said = clause.text if is_right else clause.with_value(pick(wrong, clause.text, "wrong"))
    verdict = RIGHT if is_right else WRONG
    return question(
        ground,
        "true-false",
        clause.provision,
        clause.blanked,
        # Never in quotation marks: what is wrong on purpose is nobody's words, and marks would tell which is right.
        stem=_stem(ground, clause, _JUDGE, said),
        options=(RIGHT, WRONG),
        key=(verdict,),
        answer=f"{verdict}. {_said(ground, clause)}",
        level=BASIC,
    )


def _said(ground: Ground, clause: Clause) -> str:
    """Return the sentence that gives the answer: what the source writes."""
    return f"{ground.name_begins} ghi{clause.time}: {ground.quoted(clause.text)}."


def _stem(ground: Ground, clause: Clause, forms: tuple[str, ...], words: str) -> str:
    form = pick(forms, clause.text, "form")
    return form.format(name=ground.name_begins, source=ground.name, time=clause.time, clause=words)
