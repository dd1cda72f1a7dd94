"""What is wrong with a question, found from its words and its source alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Role, Source
from giaotrinh.model.text import fold, syllables

CHOICES = ("single", "multiple", "true-false", "matching", "ordering")
UNALTERED = (Role.VIEWPOINT, Role.LESSON, Role.THEME, Role.ORIENTATION)
DATED = ("chỉ tiêu", "mục tiêu", "tầm nhìn")
BLANK = "......"
LETTERS = "ABCDEFGH"
_QUOTED = re.compile("“([^”]*)”")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME = re.compile(r",?\s*(?:đến|tới|vào|trong) năm \d{4}|\b(?:đạt|là|khoảng|chiếm)\b")
_INDEX = re.compile(r"(?<![\d,])0,(\d+)\s*$")
_HANGING = re.compile(r"^(?:trong đó|riêng|theo đó|tương ứng|đồng thời|và|còn)\b", re.IGNORECASE)

Find = Callable[[Source, Sequence[Question]], Iterator[str]]


def is_written(question: Question) -> bool:
    """Whether a question is tự luận: answered in writing and marked by a guide."""
    return bool(question.guide)


def right_of(question: Question) -> list[str]:
    """Return the right options of a question of choice."""
    return [option for at, option in enumerate(question.options) if {LETTERS[at], option} & set(question.key)]


def wrong_of(question: Question) -> list[str]:
    """Return the distractors of a question of choice."""
    right = right_of(question)
    return [option for option in question.options if option not in right]


def key_places(questions: Sequence[Question]) -> Iterator[str]:
    """Yield how often each place holds the key, and how often a statement is true."""
    singles = Counter(question.key[0] for question in questions if question.kind == "single")
    total = sum(singles.values())
    shares = ", ".join(f"{letter} {singles[letter]}/{total}" for letter in "ABCD")
    spread = sum((singles[letter] - total / 4) ** 2 for letter in "ABCD") / (total / 4) if total else 0.0
    yield f"keys of single choice: {shares}; chi-square {spread:.1f}, by chance under 7.8 in 95 of 100"
    verdicts = Counter(question.key[0] for question in questions if question.kind == "true-false")
    yield f"true or false: Đúng {verdicts['Đúng']}, Sai {verdicts['Sai']}"
    several = Counter(letter for question in questions if question.kind == "multiple" for letter in question.key)
    yield "keys of multiple choice: " + ", ".join(f"{letter} {several[letter]}" for letter in "ABCDE")


def duplicates(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions that ask the same words for the same answer again."""
    seen: dict[tuple[str, str], str] = {}
    for question in questions:
        quoted = _QUOTED.search(question.stem)
        words = quoted[1] if quoted and BLANK in quoted[1] else question.stem
        answer = " ".join(right_of(question) or question.key)
        asked = (fold(words), fold(answer))
        if asked in seen:
            yield f"{question.id} as {seen[asked]}: {words[:90]}"
        seen[asked] = question.id


def equal_options(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions of which two options are the same."""
    for question in questions:
        if len({fold(option) for option in question.options}) < len(question.options):
            yield f"{question.id}: {question.options}"


def true_elsewhere(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield distractors that the source says itself, of the same thing."""
    whole = fold("\n".join(part.text for part in source.walk()))
    sentences = [fold(each) for part in source.walk() for each in _SENTENCE.split(part.text)]
    for question in questions:
        if question.kind == "true-false" and question.key == ("Sai",) and _statement(question) in whole:
            yield f"{question.id}: said to be false, stands in the source"
        if question.kind in ("single", "multiple"):
            for option in wrong_of(question):
                if _is_true(source, sentences, whole, question, option):
                    yield f"{question.id}: {option} | {question.stem[:160]}"


def _statement(question: Question) -> str:
    return fold(question.stem.partition(": ")[2]).rstrip(". ")


def _is_true(source: Source, sentences: list[str], whole: str, question: Question, option: str) -> bool:
    if question.kind == "multiple":
        return any(fold(option) in fold(part.full_text()) for part in _cited(source, question)[:1])
    if BLANK in question.stem:
        before, _, after = _asked(question).partition(BLANK)
        if fold(f"{before}{option}{after}") in whole:
            return True
        lead = " ".join(fold(_TIME.sub(" ", before)).split()[-6:])
        clauses = (fold(each) for part in _of_time(source, question) for each in _SENTENCE.split(part.text))
        return lead.count(" ") >= 3 and any(fold(option) in each.partition(lead)[2] for each in clauses)
    duty = " ".join(fold(_asked(question)).split()[:6])
    return any(duty in sentence and fold(option) in sentence.partition(duty)[0] for sentence in sentences)


def _of_time(source: Source, question: Question) -> Iterator[Provision]:
    """Yield the provisions that speak of the year the question names, or of no year."""
    asked = set(_YEAR.findall(question.stem))

    def walk(part: Provision, above: set[str]) -> Iterator[Provision]:
        years = above | set(_YEAR.findall(part.text))
        if not asked or not years or asked & years:
            yield part
        for child in part.children:
            yield from walk(child, above | set(_YEAR.findall(part.title)))

    for root in source.provisions:
        yield from walk(root, set())


def _asked(question: Question) -> str:
    quoted = _QUOTED.search(question.stem)
    return quoted[1] if quoted else question.stem


def _cited(source: Source, question: Question) -> list[Provision]:
    found = [source.find(address.partition(":")[2]) for address in question.cites]
    return [part for part in found if part is not None]


def longest_right(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions whose right answer is longer than every distractor."""
    for question in questions:
        if question.kind in ("single", "multiple") and wrong_of(question):
            longest = max(map(len, wrong_of(question)))
            if max(map(len, right_of(question))) > longest:
                yield f"{question.id}: {question.options} {question.key}"


def unanswerable(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions about a number that do not say of what it is or for when, or that begin in the middle."""
    for question in questions:
        if BLANK not in question.stem and question.kind not in ("true-false", "matching"):
            continue
        asked = _statement(question) if question.kind == "true-false" else _asked(question)
        names = len([word for word in syllables(asked.replace(BLANK, " ")) if word.isalpha()])
        is_dated = question.topic not in DATED or _YEAR.search(question.stem)
        if names < 4 or not is_dated or _HANGING.match(asked) or asked.count("(") != asked.count(")"):
            yield f"{question.id} ({question.topic}): {question.stem[:170]}"


def given_away(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions whose stem holds the right answer, or a number that is an option."""
    for question in questions:
        if question.kind in ("single", "gap"):
            stem = _bare(question.stem)
            for answer in right_of(question) or question.key:
                if _bare(answer) in stem:
                    yield f"{question.id}: {answer} | {question.stem[:170]}"


def _bare(text: str) -> str:
    words = re.sub('[,;.:?!“”"]', " ", fold(text)).split()
    return f" {' '.join(words)} "


def altered(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions of choice about a provision from which nothing false may be made."""
    roles = {part.path: part.role for part in source.walk()}
    for question in questions:
        for part in _cited(source, question) if question.kind in CHOICES else ():
            if roles[part.path] in UNALTERED:
                yield f"{question.id}: {part.path} is {roles[part.path]}"


def not_the_source(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield words in quotation marks that stand in no provision the question cites."""
    for question in questions:
        texts = [fold(part.full_text()) for part in _cited(source, question)]
        fields = (question.stem, question.answer, *(line.text for line in question.guide))
        for quoted in (words for field in fields for words in _QUOTED.findall(field)):
            pieces = [fold(piece).strip(" .,;:") for piece in re.split(r"\[…\]|\.{6}", quoted)]
            if not any(all(piece in text for piece in pieces) for text in texts):
                yield f"{question.id}: {quoted[:120]}"


def wrong_marks(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield marking guides that do not add up or are not in steps, and questions without level, topic or place."""
    for question in questions:
        if question.guide and sum(line.points for line in question.guide) != question.points:
            yield f"{question.id}: does not add up"
        if any(line.points <= 0 or line.points * 4 % 1 for line in question.guide):
            yield f"{question.id}: no step of 0,25"
        if not (question.level and question.topic and question.module and question.cites and question.answer):
            yield f"{question.id}: level, topic, module, provision or answer missing"


def beyond_one(source: Source, questions: Sequence[Question]) -> Iterator[str]:
    """Yield questions about an index below one with an option that no index can have."""
    for question in questions:
        right = [number for option in right_of(question) for number in _INDEX.findall(option)]
        wrong = [option for option in wrong_of(question) if re.search(r"(?<![\d,])[1-9]\d*(?:,\d+)?\s*$", option)]
        if question.kind == "single" and right and wrong:
            yield f"{question.id}: {wrong[0]} beside 0,{right[0]}"


FLAWS: Mapping[str, Find] = {
    "duplicates": duplicates,
    "options twice": equal_options,
    "distractors true elsewhere": true_elsewhere,
    "right answer longest": longest_right,
    "unanswerable stems": unanswerable,
    "answers given away by the stem": given_away,
    "choices from viewpoint, lesson, theme, orientation": altered,
    "quoted words that are not the source's": not_the_source,
    "marks, level, topic, provision": wrong_marks,
    "an index beyond one": beyond_one,
}
