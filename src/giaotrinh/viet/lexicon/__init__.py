"""Lists of words, as data: one TOML file for each kind of thing, one table for each list.

Every list says what `kind` of words it holds and gives a `case`, words of a text in which one of them stands. Words
that came later stand under `added`, each with the case that taught it. A list whose words differ only by what a rule
could say is the place for the rule, not for one more word.

bodies      Bodies and offices, and other names that keep their capitals.
documents   Kinds of documents, parts of documents, things with numbers for names.
qualifiers  Words around a number that say how far it holds.
roles       What the parts of a resolution are called.
stop        Syllables that say nothing by themselves.
units       Measures, stretches of time, things that are counted.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from giaotrinh.model.text import nfc

FILES = ("bodies", "documents", "qualifiers", "roles", "stop", "units")
_KEYS = {"kind", "case", "words", "added", "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """A list of words of one kind."""

    kind: str
    case: str
    """Words of a text in which one of the list stands."""
    words: tuple[str, ...]
    """In the order of the file, words that came later last."""
    added: Mapping[str, str]
    """Word that came later -> the case that taught it."""
    name: str = ""
    """What the kind is called in the middle of a sentence, for lists that stand for something readers are told of."""


@cache
def word_lists(file: str) -> Mapping[str, WordList]:
    """Return the lists of a file by name, read once; ValueError where one is not as the schema says."""
    text = (files(__name__) / f"{file}.toml").read_text(encoding="utf-8")
    return {name: _word_list(f"{file}.{name}", table) for name, table in tomllib.loads(text).items()}


def words(file: str, name: str) -> tuple[str, ...]:
    """Return the words of one list."""
    return word_lists(file)[name].words


def any_of(choices: Collection[str]) -> str:
    """Return a pattern that matches any of the words, longer ones first, with any blanks between syllables."""
    ordered = sorted(choices, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, choice.split())) for choice in ordered)


def _word_list(place: str, table: Mapping[str, object]) -> WordList:
    kind, case, own, added, name = (table.get(key) for key in ("kind", "case", "words", "added", "name"))
    whole = (*own, *added) if isinstance(own, list) and isinstance(added := added or {}, dict) else ()
    texts = (kind, case, name or "", *whole, *(added.values() if isinstance(added, dict) else ()))
    if not whole or set(table) - _KEYS or not all(isinstance(text, str) and text == nfc(text) for text in texts):
        raise ValueError(f"{place}: a list has a kind, a case and words, all of them texts in NFC")
    if not kind or not case or len(set(whole)) < len(whole):
        raise ValueError(f"{place}: kind or case is empty, or a word stands twice")
    return WordList(kind=str(kind), case=str(case), words=whole, added=dict(added), name=str(name or ""))  # type: ignore[call-overload]
