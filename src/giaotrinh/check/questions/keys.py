"""Keys name options, as many as the kind of question wants; options differ; the answer's words agree with the key."""

import re
from collections.abc import Iterator

from giaotrinh.check.passages.subject import Subject
from giaotrinh.check.questions.asked import CLOSED, Asked, asked
from giaotrinh.check.questions.evidence import share, tokens
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.text import fold
from giaotrinh.viet.quantity import read_quantities

TOLD = 0.8
"""Share of an option's own words from which an answer speaks of it."""

SILENT = 0.5
"""Share of the key's own words below which an answer does not speak of the key."""

_GAP = re.compile(r"…+|\.{3,}|_{2,}")
_NAMED = re.compile(
    r"\b(?:đáp án|chọn|phương án đúng(?: là)?|phương án)\s*:?\s*([A-H])(?!\w)"
    r"(?!\s+(?:là\s+)?(?:sai|không|chưa|nhầm|thiếu|lẫn))",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s*(\d{1,2}|[A-H])\s*[-=:→]\s*(\d{1,2}|[A-Ha-h])\s*")


def keys(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every key, option and answer of a question that cannot be right."""
    for question in asked(subject):
        if question.kind in CLOSED and question.options:
            yield from _options(question)
            yield from _unknown(question)
            yield from _count(question)
            yield from _answer(question)
        elif question.kind == "gap" and question.key:
            yield from _gaps(question)
        if question.kind in (*CLOSED, "gap") and not question.cites:
            yield warning("question-without-cites", question.span, name=question.name)


def _options(question: Asked) -> Iterator[Diagnostic]:
    first: dict[object, int] = {}
    for at, option in enumerate(question.options):
        same = _meaning(option)
        if same in first:
            span = question.option_spans[at] if at < len(question.option_spans) else question.span
            letters = f"{chr(ord('A') + first[same])}, {chr(ord('A') + at)}"
            yield error("question-options-equal", span, name=question.name, options=letters, words=option)
        first.setdefault(same, at)


def _meaning(option: str) -> object:
    """Return what two options that say the same have in common: their folded words, or the one quantity they are."""
    words = fold(option).strip(" .;,")
    found = read_quantities(option)
    if len(found) == 1 and not (option[: found[0].start] + option[found[0].end :]).strip(" .;,"):
        return _of(found[0])
    return words


def _of(quantity: Quantity) -> object:
    return (quantity.low, quantity.high, quantity.unit, quantity.qualifier)


def _unknown(question: Asked) -> Iterator[Diagnostic]:
    for name in question.key:
        if question.option_of(name) is None and not (question.kind == "matching" and _PAIR.fullmatch(name)):
            letters = f"A-{chr(ord('A') + len(question.options) - 1)}"
            yield error("question-key-unknown", question.key_span, name=question.name, key=name, letters=letters)


def _count(question: Asked) -> Iterator[Diagnostic]:
    keys, options = len(question.key), len(question.options)
    wrong = {
        "single": keys != 1,
        "true-false": keys != 1,
        "multiple": keys < 1 or keys > options,
        "ordering": keys != options,
        "matching": keys != options,
    }[question.kind] or len({fold(name) for name in question.key}) != keys
    if question.block is not None and not keys:
        # How an answer in prose names its option is the lecturer's to choose.
        return
    if wrong:
        wanted = "1" if question.kind in ("single", "true-false") else f"1-{options}"
        wanted = str(options) if question.kind in ("ordering", "matching") else wanted
        found = ", ".join(question.key) or "-"
        yield error("question-key-count", question.key_span, name=question.name, found=found, wanted=wanted)


def _answer(question: Asked) -> Iterator[Diagnostic]:
    """Yield a finding where the words of the answer name another option than the key does."""
    right = question.right
    if question.kind not in ("single", "true-false") or len(right) != 1:
        return
    named = {question.option_of(match[1]) for match in _NAMED.finditer(question.answer)} - {None}
    said = named if question.kind == "single" else set()
    if len(said) == 1 and right[0] not in said:
        yield _contradicts(question, next(iter(said)), right[0])
    elif not named and question.kind == "single":
        yield from _told(question, right[0])


def _told(question: Asked, right: int) -> Iterator[Diagnostic]:
    """Yield a doubt where the answer has the words of another option and few of the key's own."""
    answer, options = tokens(question.answer), [tokens(option) for option in question.options]
    common = frozenset.intersection(*options)
    shares = [share(each - common, answer) for each in options]
    said = max(range(len(options)), key=shares.__getitem__)
    if shares[said] >= TOLD and shares[right] < SILENT and options[said] - common:
        yield _contradicts(question, said, right)


def _contradicts(question: Asked, said: int | None, right: int) -> Diagnostic:
    letter, key = chr(ord("A") + (said or 0)), chr(ord("A") + right)
    words = question.options[said or 0]
    return warning(
        "question-answer-differs", question.answer_span, name=question.name, said=letter, key=key, words=words
    )


def _gaps(question: Asked) -> Iterator[Diagnostic]:
    gaps = len(_GAP.findall(question.stem))
    if gaps and gaps != len(question.key):
        found = ", ".join(question.key)
        yield error("question-key-count", question.key_span, name=question.name, found=found, wanted=str(gaps))
