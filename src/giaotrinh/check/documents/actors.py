"""Who is to do something: a body or a post that the cited provision does not name, where it names another for it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from giaotrinh.check.documents.bodies import Body, bodies_in, body_name, is_same
from giaotrinh.check.figures.metric import words_in
from giaotrinh.check.passages.passage import Address, Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, warning
from giaotrinh.model.text import fold
from giaotrinh.viet.capitals import CAPITALS

LIKE = 0.4
"""Share of a clause's telling words that the provision's clause has, from which both tell of the same work."""

TELLING = 3
"""Telling words in common below which nothing is compared."""

_SENTENCE = re.compile(rf"[.!?]\s+(?=[{CAPITALS}\"“])|\n")
_CLAUSE = re.compile(rf"[;\n]|\.\s+(?=[{CAPITALS}])")


def actors(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a doubt for every body of a citing sentence that the provision has another body for."""
    for passage in subject.passages:
        if passage.cites and passage.kind != "code":
            for start, end, cited in _sentences(passage):
                yield from _of_sentence(subject.curriculum, passage, start, end, cited)


def _sentences(passage: Passage) -> Iterator[tuple[int, int, list[Address]]]:
    """Yield the sentences of a passage that cite, with what they cite."""
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(passage.text)), len(passage.text)]
    for start, end in pairwise(cuts):
        cited = [address for address, place in passage.cites if start <= place <= end]
        if cited:
            yield start, end, cited


def _of_sentence(
    curriculum: Curriculum, passage: Passage, start: int, end: int, cited: Sequence[Address]
) -> Iterator[Diagnostic]:
    sentence = passage.text[start:end]
    said = list(bodies_in(sentence))
    known = [address for address in cited if address in curriculum.provisions]
    parts = [curriculum.provisions[address] for address in known]
    if not said or not parts:
        return
    leads = {part.path: _lead(curriculum, address) for address, part in zip(known, parts, strict=True)}
    whole = " ".join(part.full_text() for part in parts) + " ".join(leads.values())
    named = {each.name for each in bodies_in(whole)}  # abbreviations written out
    for body in said:
        if body.name in named or body.name in fold(whole) or _is_issuer(curriculum, cited, body):
            continue
        texts = [(part.full_text(), leads[part.path], part.path) for part in parts]
        expected = _expected(sentence, body, said, texts)
        if expected is not None:
            other, path = expected
            span = passage.place(start + body.start, start + body.end)
            yield warning("actor-differs", span, found=body.text, expected=other.text, path=path)


def _is_issuer(curriculum: Curriculum, cited: Sequence[Address], body: Body) -> bool:
    issuers = (curriculum.sources[source].issuer for source, _ in cited if source in curriculum.sources)
    return any(issuer and is_same(body.name, body_name(issuer)) for issuer in issuers)


def _lead(curriculum: Curriculum, address: Address) -> str:
    """Return the words that lead into a provision: "Giao Chính phủ:" stands above what the Government is to do."""
    source, path = address
    above = curriculum.provisions.get((source, path.rpartition(".")[0]))
    return above.text if above is not None and above.text.rstrip().endswith(":") else ""


def _expected(
    sentence: str, body: Body, said: Sequence[Body], texts: Sequence[tuple[str, str, str]]
) -> tuple[Body, str] | None:
    """Return the body that the provision names for the work a sentence gives to another, None for none."""
    mine = words_in(_clause_around(sentence, body)) - words_in(" ".join(each.text for each in said))
    best: tuple[float, Body, str] | None = None
    for text, lead, path in texts:
        for clause in _CLAUSE.split(text):
            doing = list(bodies_in(clause)) or list(bodies_in(lead))
            others = [each for each in doing if not any(is_same(each.name, one.name) for one in said)]
            shared = mine & words_in(clause)
            share = len(shared) / len(mine) if mine else 0.0
            if others and len(shared) >= TELLING and share >= LIKE and (best is None or share > best[0]):
                best = (share, others[0], path)
    return best and best[1:]


def _clause_around(sentence: str, body: Body) -> str:
    cuts = list(_CLAUSE.finditer(sentence))
    start = max((cut.end() for cut in cuts if cut.end() <= body.start), default=0)
    end = min((cut.start() for cut in cuts if cut.start() >= body.end), default=len(sentence))
    return sentence[start:end]
