"""Vietnamese text: folding, sorting, syllables."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaotrinh.model.text import fold, nfc, slug, sort_key, syllables, without_marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("khoá XVII", "khóa XVII"),
        ("uỷ ban", "ủy ban"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("Ðảng bộ", "Đảng bộ"),
        ("CHƢƠNG", "chương"),
        ("“kinh tế – xã hội”", '"kinh tế - xã hội"'),
        ("7,5 %", "7,5\u00a0%"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "nghị quyết"),
    ],
)
def test_spellings_of_the_same_words_fold_to_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("đa", "da"), ("hoàn", "hòan thành"), ("má", "mà"), ("ta", "tá"), ("7,5", "7.5"), ("trên", "tren")],
)
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


def test_the_tone_moves_only_at_the_end_of_a_syllable():
    assert fold("hoàn toàn quyết tâm") == "hoàn toàn quyết tâm"


def test_words_sort_as_in_a_dictionary():
    words = ["đa", "dạ", "da", "dà", "dá", "an", "ăn", "ân", "ánh", "y", "xã", "Đảng", "dân"]

    assert sorted(words, key=sort_key) == [
        "an", "ánh", "ăn", "ân", "da", "dà", "dá", "dạ", "dân", "đa", "Đảng", "xã", "y",
    ]  # fmt: skip


def test_syllables_leave_punctuation_out():
    assert syllables("Khâu đột phá: 7,5–8,0% (GRDP).") == ("khâu", "đột", "phá", "7", "5", "8", "0", "grdp")


def test_search_form_and_file_names_have_no_marks():
    assert without_marks("Đề án Ðổi mới") == "de an doi moi"
    assert slug("Chuyên đề 3: 20 chỉ tiêu") == "chuyen-de-3-20-chi-tieu"


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aàáảãạăâđeêoôơuưyhnqt ", max_size=30))
def test_folding_does_not_depend_on_the_normal_form(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))
