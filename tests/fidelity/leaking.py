"""Planted leaks: words only an instructor may read, put on a learner's page or into a place beside the pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fidelity.harness import Score
from giaotrinh.model.course import Question
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.document import Block, plain
from giaotrinh.model.text import syllables
from giaotrinh.prove import Secrets, find_leaks
from giaotrinh.prove.course import secrets_of_course
from giaotrinh.render import fixed_words

SEALED = Question(
    id="niem-phong",
    module="",
    kind="essay",
    stem="Đồng chí hãy phân tích ba nguyên nhân khiến việc khảo sát mức gốc tại cơ sở thường chậm hơn dự kiến ban đầu.",
    answer="Nêu được thiếu người làm, thiếu mẫu thống nhất và thiếu thời hạn, mỗi ý kèm một ví dụ tại đơn vị mình.",
    sealed=True,
)
"""A question no course has, so that it can be told from whatever learners read."""

SHORTEST = 12
"""Syllables: shorter texts hold no run that is nobody else's."""

FORMS = {
    "as it is": lambda words: words,
    "in capitals": lambda words: words.upper(),
    "spaces lost": lambda words: words.replace(" ", ""),
    "one word changed": lambda words: _changed(words),
    "soft hyphens": lambda words: words.replace(" ", "\u00ad "),
}
"""How leaked words may look on the page."""


@dataclass(frozen=True)
class Leak:
    """Words to plant, and what they are."""

    kind: str
    words: str


def leaks(curriculum: Curriculum) -> Iterator[Leak]:
    """Yield the notes, answers and solutions of a course, and a sealed question."""
    for module in curriculum.project.modules:
        for block in module.walk():
            if block.kind in ("notes", "answer", "solution"):
                yield from (Leak(f"leaked {block.kind}", words) for words in _sentences(block))
        if module.lead_in:
            yield Leak("leaked opening words", module.lead_in)
    yield Leak("leaked sealed question", SEALED.stem)
    yield Leak("leaked sealed answer", SEALED.answer)


def run(curriculum: Curriculum, most: int) -> dict[str, Score]:
    """Return the score of every kind and form, up to `most` plants of each kind."""
    sealed = replace(curriculum, project=replace(curriculum.project, questions=(*curriculum.project.questions, SEALED)))
    secrets = secrets_of_course(sealed, fixed_words())
    scores: dict[str, Score] = {}
    for leak in _few(leaks(sealed), most, secrets):
        for form, shape in FORMS.items():
            score = scores.setdefault(f"{leak.kind}, {form}", Score())
            page = f"Trang của học viên có câu này: {shape(leak.words)} Và chữ khác nữa."
            for pages, beside in (([page], {}), ([""], {"/Alt": page})):
                score.planted += 1
                score.found += bool(find_leaks("hoc-vien", pages, beside, secrets))
    return scores


def _sentences(block: Block) -> Iterator[str]:
    for part in block.walk():
        words = plain((*part.title, *part.inlines))
        is_drawn = any(each.kind in ("cite", "value", "ref") for each in part.words())
        if len(syllables(words)) >= SHORTEST and not is_drawn:
            yield words


def _few(found: Iterator[Leak], most: int, secrets: Secrets) -> list[Leak]:
    """Return up to `most` of each kind, spread; words that learners read elsewhere too are no secret."""
    kinds: dict[str, list[Leak]] = {}
    for leak in found:
        words = syllables(leak.words)
        if any(words[at : at + 8] in secrets.runs for at in range(len(words) - 7)):
            kinds.setdefault(leak.kind, []).append(leak)
    return [each for group in kinds.values() for each in group[:: max(1, len(group) // most)][:most]]


def _changed(words: str) -> str:
    """Return the words with the second one changed: a copy that somebody touched up."""
    first, _, *rest = words.split(" ")
    return " ".join((first, "khác", *rest))
