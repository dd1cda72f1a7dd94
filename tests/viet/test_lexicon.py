"""Word lists: every one says its kind and gives a case, and none is out of form."""

import re
from importlib.resources import files

import pytest

from giaotrinh.viet import lexicon
from giaotrinh.viet.lexicon import FILES, WordList, any_of, word_lists

LISTS = [(f"{file}.{name}", words) for file in FILES for name, words in word_lists(file).items()]


def test_every_file_is_known():
    assert sorted(path.name for path in files(lexicon).iterdir() if path.name.endswith(".toml")) == [
        f"{file}.toml" for file in FILES
    ]


@pytest.mark.parametrize(("name", "words"), LISTS, ids=[name for name, _ in LISTS])
def test_a_list_has_a_word_in_each_of_its_cases(name: str, words: WordList) -> None:
    assert any(word.casefold().strip() in words.case.casefold() for word in words.words)
    assert [word for word, case in words.added.items() if word.casefold() not in case.casefold()] == []


@pytest.mark.parametrize(
    "table",
    [
        {"kind": "things", "case": "5 cái"},
        {"kind": "things", "case": "", "words": ["cái"]},
        {"kind": "things", "case": "5 cái", "words": ["cái", "cái"]},
        {"kind": "things", "case": "5 cái", "words": ["ca\u0301i"]},
        {"kind": "things", "case": "5 cái", "words": ["cái"], "wrods": []},
        {"kind": "things", "case": "5 cái", "words": ["cái"], "added": {"cái": "một cái"}},
        {"kind": "things", "case": "5 cái", "words": [5]},
    ],
)
def test_a_list_out_of_form_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"units\.things"):
        lexicon._word_list("units.things", table)


def test_longer_words_win_and_blanks_may_be_any() -> None:
    assert re.match(any_of(("nhóm", "nhóm nhiệm vụ")), "nhóm  nhiệm\nvụ").group() == "nhóm  nhiệm\nvụ"  # type: ignore[union-attr]
