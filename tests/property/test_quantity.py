"""Whatever the text, a quantity stands where it says, and the normal form of the text changes nothing."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from giaotrinh.model.text import nfc
from giaotrinh.viet.quantity import read_quantities

PIECES = (
    "8.300-8.500",
    "7,5",
    "20,470",
    "2025",
    "2021-2025",
    "ba",
    "năm",
    "mười hai",
    "nghìn",
    "tỷ",
    "vạn",
    "%",
    "%/năm",
    "USD",
    "đồng",
    "người",
    "chỉ tiêu",
    "khâu đột phá",
    "/vạn dân",
    "khoảng",
    "trên",
    "không quá",
    "trở lên",
    "từ",
    "đến",
    "đến năm",
    "giai đoạn",
    "trong đó",
    "ngày",
    "Điều",
    "57-NQ/TW",
    "(1)",
    "-",
    "–",
    "\u00a0",
    " ",
    ",",
    ";",
    ". ",
    "\n",
    "|",
)
texts = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text(max_size=60)


@given(texts)
def test_a_quantity_stands_where_it_says(text: str) -> None:
    end = 0
    for quantity in read_quantities(text):
        assert end <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end <= len(text)
        assert quantity.text == nfc(text[quantity.start : quantity.end])
        assert quantity.low <= quantity.high
        end = quantity.number_end


@given(texts)
def test_decomposed_text_holds_the_same_quantities(text: str) -> None:
    composed = [(one.low, one.high, one.unit, one.qualifier, one.horizon) for one in read_quantities(nfc(text))]
    apart = unicodedata.normalize("NFD", nfc(text))
    assert [(one.low, one.high, one.unit, one.qualifier, one.horizon) for one in read_quantities(apart)] == composed
