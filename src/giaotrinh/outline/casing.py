"""Words in capitals as sentences write them: names keep the capitals that the document's running text gives them."""

import re
from collections.abc import Iterable, Mapping

from giaotrinh.model.text import fold
from giaotrinh.viet.capitals import CAPITALS

_NAME = re.compile(rf"(?<![.!?:;…\n“\"(] )(?<!^)(?<=[\w,;)”\"] )(?:[{CAPITALS}][\w-]*)(?:\s+[{CAPITALS}][\w-]*)*")
_LONGEST = 6
"""Words of the longest name that is looked for."""


class Casing:
    """The names of a text, by their folded words."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Take the lines of a document; those in capitals say nothing about names."""
        running = [line for line in lines if not line.isupper()]
        small = {word for line in running for word in re.findall(r"[^\W\d_]+", line) if word.islower()}
        # A single word that also stands in small letters is no name: "Hiện" at the head of a line.
        self._names: Mapping[str, str] = {
            bare: name for bare, name in _names(running) if " " in bare or bare not in small
        }

    def in_sentence(self, words: str) -> str:
        """Return words in capitals as they stand inside a sentence; words that are not all capitals as they are."""
        if not words.isupper():
            return words
        given = words.split()
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
            words = match.group().split()
            if not match.group().isupper():
                yield from ((_bare(" ".join(words[:end])), " ".join(words[:end])) for end in range(1, len(words) + 1))


def _bare(words: str) -> str:
    return fold(words).strip("()[]“”\"',.;:")


def _dressed(given: list[str], known: str | None) -> str:
    """Return a name with the signs around it, or a word in small letters; what has digits is a code and stays."""
    words = " ".join(given)
    if known is None:
        return words if any(char.isdigit() for char in words) else words.lower()
    bare = words.strip("()[]“”\"',.;:")
    return words.replace(bare, known)
