import pytest

from giaotrinh.intake.carrier.damage import find_damage
from giaotrinh.intake.carrier.extraction import Lost, Paragraph
from giaotrinh.viet.syllable import is_syllable


def found(text):
    return [(place.text, place.kind) for place in find_damage([Paragraph(text=text)])]


def test_a_lost_letter_is_placed():
    place = find_damage([Paragraph(text="Một"), Paragraph(text="đất đ\ufffd hết hạn")])[0]
    assert (place.line, place.column, place.text, place.kind) == (2, 5, "đ\ufffd", Lost.LETTER)
    assert place.excerpt[place.at :].startswith(place.text)


@pytest.mark.parametrize("text", ["đã đ được giao", "kinh tế - x hội", "dự án quan tr ng", "sức mnh tổng hợp"])
def test_a_syllable_without_vowel_is_reported(text):
    assert [kind for _, kind in found(text)][:1] == [Lost.SYLLABLE]


@pytest.mark.parametrize(
    "text",
    [
        "Điều 5. Xây dựng 100 km đường, 20 kg, 15 m",
        "a) Quyết định; b) Nghị quyết; đ) khoản",
        "UBND, HĐND, TW, NQ-CP và 12-NQ/TW",
        "logistics, GRDP, fintech, blockchain",
        "Đắk Lắk, Krông Pa, Bắc Kạn",
        "quốc phòng, giếng, gì, quyển, khuỷu, ngoằn ngoèo, uỷ, ủy, yêu, ý, ở, nghiêng",
        "điểm đ khoản 2, điểm b, c và d khoản 1, 500.000 đ, 5 tr",
        "Ô-xtơ-rây-li-a, a-xít ni-tơ-ríc, vắcxin, axít",
    ],
)
def test_good_text_is_not_suspected(text):
    assert found(text) == []


def test_an_impossible_syllable_is_reported():
    assert found("công tác cưng vân nghiê cứu đẩ mạnh") == [("nghiê", Lost.SYLLABLE), ("đẩ", Lost.SYLLABLE)]


def test_a_foreign_letter_left_is_reported():
    assert found("СССР năm 1917") == [("СССР", Lost.SCRIPT)]


@pytest.mark.parametrize("word", ["tác", "học", "ích", "Nước", "nghiệp", "quyết", "giặc", "gì", "giếng", "nguyễn"])
def test_what_can_be_a_syllable(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["tàc", "hỏc", "ỉch", "bcd", "nghiê", "ngiên", "nghân", "đẩ", "cế", "tấá", "Mc"])
def test_what_cannot_be_a_syllable(word):
    assert not is_syllable(word)
