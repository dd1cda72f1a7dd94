"""What of a drafted course is the source's, what is ours, what stands again elsewhere, and what lost its end."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from giaotrinh.draft.provisions.wording import CUT, heading_of, sentences
from giaotrinh.model.source import Source
from giaotrinh.model.text import fold

OURS, AGAIN = 4, 6
"""Words of a run that the source has nowhere: it is ours; of a run that stands in other modules too."""
OTHERS = 3
"""Other modules in which a run of words stands before it counts as said again."""
_PROVISION = re.compile(r":::\{provision\} (\S+)\n:children: (yes|no)\n:::")
_MACHINERY = re.compile(
    r"\A---\n(?s:.*?)\n---\n|^:+\{[a-z]+\}|^:+$|^:[a-z-]+:.*$|\{cite\}`[^`]*`|^[#>|*-]+|\*+|^\d+\. ", re.MULTILINE
)
_ITEM = re.compile(r"^(?:- |\d+\. )(.+?)\s*(?:\{cite\}`[^`]*`\s*)*\.?$", re.MULTILINE)
_QUOTED = re.compile("“([^”]*)”")
BLANK = "......"
_CONTINUES = re.compile(r"(?:[\s,:(–-]+\w|[;.]\s*(?:trừ|nhưng|thì|nếu|để)\b)")
"""What a point must not stop before: the rest of its clause, or what limits it."""
_ANNOUNCES = re.compile(r"[\s,]*(?:gồm|bao gồm|trong đó|như sau|cụ thể)[\s:]*")
_WORD = re.compile(r"[^\W_]+")


def body(text: str, source: Source) -> str:
    """Return the words of a module that somebody reads, provisions in full, without marks of the format."""
    parts = {part.path: part for part in source.walk()}

    def drawn(match: re.Match[str]) -> str:
        part = parts[match[1]]
        return part.full_text() if match[2] == "yes" else part.text

    return _MACHINERY.sub(" ", _PROVISION.sub(drawn, text))


def words(text: str) -> list[str]:
    """Return the folded words of a text."""
    return _WORD.findall(fold(text))


def runs(said: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of so many words."""
    return (tuple(said[at : at + length]) for at in range(len(said) - length + 1))


def share_in(said: list[str], known: Iterable[tuple[str, ...]], length: int) -> float:
    """Return the share of words that stand in a run of words that is known."""
    runs_known, covered = set(known), set[int]()
    for at, run in enumerate(runs(said, length)):
        if run in runs_known:
            covered |= set(range(at, at + length))
    return len(covered) / len(said) if said else 0.0


def ours(bodies: Mapping[str, str], source: Source) -> float:
    """Return the share of the words of a course that no run of the source holds."""
    told = words("\n".join("\n".join(part.lines) for part in source.walk()))
    said = [word for text in bodies.values() for word in words(text)]
    return 1 - share_in(said, runs(told, OURS), OURS)


def again(bodies: Mapping[str, str]) -> float:
    """Return the greatest share of a module's words that stand in three or more others."""
    said = {name: words(text) for name, text in bodies.items()}
    holding = Counter(run for own in said.values() for run in set(runs(own, AGAIN)))
    common = [run for run, count in holding.items() if count > OTHERS]
    return max((share_in(own, common, AGAIN) for own in said.values()), default=0.0)


def cut_points(texts: Iterable[str], source: Source) -> Iterator[str]:
    """Yield points that are the beginning of a sentence of the source, not whole, not marked, no heading.

    An item of a list that the source itself parts by ";" is whole, unless what follows limits it.
    """
    told = {fold(said) for part in source.walk() for said in sentences(part.text)}
    entire = {said.strip(" .;:,") for said in told}
    named = {fold(heading_of(part)) for part in source.walk()}
    for text in texts:
        for said in (*_ITEM.findall(text), *_QUOTED.findall(text)):
            folded = fold(said).strip(" .;:,")
            whole = folded in named or folded in entire
            marked = CUT in said or BLANK in said or len(folded.split()) < OURS
            if not whole and not marked and any(_loses(folded, sentence) for sentence in told):
                yield said


def _loses(said: str, sentence: str) -> bool:
    rest = sentence[len(said) :] if sentence.startswith(said) else ""
    return _CONTINUES.match(rest) is not None and not _ANNOUNCES.fullmatch(rest)
