"""Words in capitals as sentences write them: names keep the capitals that the document's running text gives them."""

import re
from collections.abc import Iterable, Mapping

from giaotrinh.model.text import fold
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.lexicon import words

_NAME = re.compile(rf"(?<![.!?:;…\n“\"(] )(?<!^)(?<=[\w,;)”\"] )(?:[{CAPITALS}][\w-]*)(?:\s+[{CAPITALS}][\w-]*)*")
_BODIES = words("bodies", "names")
_LONGEST = 6
"""Words of the longest name that is looked for."""


class Casing:
    """The names of a text, by their folded words."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the lines of a document; those in capitals say nothing about names."""
        running = [line for line in lines if not line.isupper()]
        small = {word for line in running for word in re.findall(r"[^\W\d_]+", line) if word.islower()}
        # A single word that also stands in small letters is no name: "Hiện" at the head of a line.
        own = {bare: name for bare, name in _names(running) if " " in bare or bare not in small}
        self._names: Mapping[str, str] = {_bare(name): name for name in _BODIES} | own

    def in_sentence(self, text: str) -> str:
        """Return a text in capitals as it stands inside a sentence; one that is not all capitals as it is."""
        if not text.isupper():
            return text
        given = text.split()
        written: list[str] = []
        while given:
            for length in range(min(_LONGEST, len(given)), 0, -1):
                known = self._names.get(_bare(" ".join(given[:length])))
                if known is not None or length == 1:
                    written.append(_dressed(given[:length], known))
                    given = given[length:]
                    break
        return " ".join(written)


def _names(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        for match in _NAME.finditer(line):
            given = match.group().split()
            if not match.group().isupper():
                yield from ((_bare(" ".join(given[:end])), " ".join(given[:end])) for end in range(1, len(given) + 1))


def _bare(name: str) -> str:
    return fold(name).strip("()[]“”\"',.;:")


def _dressed(given: list[str], known: str | None) -> str:
    """Return a name with the signs around it, or a word in small letters; what has digits is a code and stays."""
    text = " ".join(given)
    if known is None:
        return text if any(char.isdigit() for char in text) else text.lower()
    bare = text.strip("()[]“”\"',.;:")
    return text.replace(bare, known)
