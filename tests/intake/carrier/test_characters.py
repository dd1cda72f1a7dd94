import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaotrinh.intake.carrier.characters import Mending, clean_line, mend, tally


@pytest.mark.parametrize(
    ("text", "mended", "kind"),
    [
        ("Ðảng bộ", "Đảng bộ", Mending.ETH),
        ("CHƢƠNG", "CHƯƠNG", Mending.HORN),
        ("Đô\u0309i", "Đổi", Mending.NFC),
        ("t\u200bương", "tương", Mending.UNSEEN),
        ("Мục", "Mục", Mending.LOOK_ALIKE),
        ("ﬁle", "file", Mending.LIGATURE),
        ("\uf0b7 một", "• một", Mending.SYMBOL),
    ],
)
def test_a_repair_is_made_and_counted(text, mended, kind):
    assert mend(text) == (mended, {kind: 1})


def test_a_russian_word_stays_russian():
    assert mend("газета Правда") == ("газета Правда", {})


def test_a_word_of_look_alikes_alone_is_left_for_a_person():
    assert mend("СССР")[0] == "СССР"


def test_two_spellings_of_the_tone_stay_apart():
    assert mend("hoà hòa") == ("hoà hòa", {})


def test_a_clean_line_has_single_spaces():
    assert clean_line(" 1.\u00a0 Một\tdòng\n") == "1. Một dòng"


@given(st.text(alphabet=st.sampled_from("aâđÐƢƣеоﬁ\uf0b7ệ\u0301\u0323 \u00a0\u200b|1.")))
def test_mending_leaves_the_tally_unchanged(text):
    assert tally([mend(text)[0]]) == tally([text])


@given(st.text())
def test_normal_forms_and_blanks_leave_the_tally_unchanged(text):
    assert tally([clean_line(unicodedata.normalize("NFD", text))]) == tally([text])
