"""How well words stand in the provisions a question cites, clause by clause."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from giaotrinh.check.documents.bodies import written_out
from giaotrinh.check.figures.metric import words_in
from giaotrinh.check.passages.passage import Address
from giaotrinh.check.words.wording import words_of
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.quantity import read_quantities

STANDS = 0.99
"""Share of an option's own tokens from which a clause says what the option says."""

_CLAUSE = re.compile(rf"[;\n]|\.\s+(?=[{CAPITALS}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a cited provision."""

    address: Address
    text: str
    tokens: frozenset[str]
    words: frozenset[str]
    """Telling words, which say what the clause is about."""
    lead: frozenset[str]
    """Telling words of the headings it stands under."""


def clauses(curriculum: Curriculum, addresses: Iterable[Address]) -> tuple[Clause, ...]:
    """Return the clauses of provisions and of all below them, in the order of the text, each once."""
    found: dict[Clause, None] = {}
    for address in addresses:
        top = curriculum.provisions.get(address)
        above = _titles(curriculum, address)
        for part in top.walk() if top is not None else ():
            lead = words_in(f"{above} {part.title}" if part.children else above)
            for text in _CLAUSE.split(written_out(part.text)):
                if text.strip():
                    where = (address[0], part.path)
                    clause = Clause(address=where, text=text, tokens=tokens(text), words=words_in(text), lead=lead)
                    found.setdefault(clause)
    return tuple(found)


def _titles(curriculum: Curriculum, address: Address) -> str:
    """Return the titles of the provisions above one, and its own where it is a heading."""
    source, path = address
    own = curriculum.provisions.get(address)
    titles = [own.title] if own is not None and own.children else []
    path = path.rpartition(".")[0]
    while path:
        provision = curriculum.provisions.get((source, path))
        titles.append(provision.title if provision is not None else "")
        path = path.rpartition(".")[0]
    return " ".join(titles)


def tokens(text: str) -> frozenset[str]:
    """Return the folded words of a text and the values of its quantities, whether in digits or in words."""
    values = {f"={quantity.low}-{quantity.high}" for quantity in read_quantities(text)}
    numbers = {f"={_plain(word.folded)}" for word in words_of(text) if word.folded[0].isdecimal()}
    words = {word.folded for word in words_of(text) if not word.folded[0].isdecimal()}
    return frozenset(values | numbers | words)


def _plain(number: str) -> str:
    return number.replace(".", "").replace(",", ".")


def share(wanted: frozenset[str], held: frozenset[str]) -> float:
    """Return which share of wanted tokens is held; 0 where nothing is wanted."""
    return len(wanted & held) / len(wanted) if wanted else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How well one option stands where its stem leads."""

    strength: float
    """Share of the option's own tokens times share of the stem's words, in the clause that holds most of both."""
    held: float
    """Share of the option's own tokens in that clause."""
    path: str = ""
    """Of the provision the clause stands in."""


def support(stem: str, options: Sequence[str], said: Sequence[Clause]) -> list[Support]:
    """Return for every option how well it stands in the clauses the stem is about.

    What all options share tells none of them apart and is left out.
    """
    all_tokens = [tokens(option) for option in options]
    common = frozenset.intersection(*all_tokens) if all_tokens else frozenset()
    about = words_in(stem) | words_in(" ".join(sorted(common)))
    return [_best(each - common or each, about, said) for each in all_tokens]


def _best(own: frozenset[str], about: frozenset[str], said: Sequence[Clause]) -> Support:
    best = Support(strength=0.0, held=0.0)
    for clause in said:
        held = share(own, clause.tokens)
        near, far = about & clause.words, (about & clause.lead) - clause.words
        fit = (len(near) + len(far) / 2) / len(about) if about else 1.0
        if held * fit > best.strength:
            best = Support(strength=held * fit, held=held, path=clause.address[1])
    return best
