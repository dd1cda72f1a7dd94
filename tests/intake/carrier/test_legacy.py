import shutil
import subprocess

import pytest

from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.intake.carrier.legacy import code_page_of, decode, decode_run, guess_code_page
from giaotrinh.model.text import nfc

LETTERS = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


def test_tcvn3_small_letters_are_read():
    assert decode("Uû ban nh©n d©n thµnh phè Hµ Néi", Mending.TCVN3) == "Uỷ ban nhân dân thành phố Hà Nội"


def test_a_soft_hyphen_is_the_letter_u_with_horn_in_tcvn3():
    assert decode_run("Thñ t\u00adíng", ".VnTime") == ("Thủ tướng", Mending.TCVN3)


def test_the_capital_font_draws_capitals():
    assert decode_run("®iÒu", ".VnTimeH")[0] == "ĐIỀU"


def test_vni_joins_vowel_and_mark():
    assert decode("Uûy ban nhaân daân thaønh phoá, ñöôïc ÖÙng", Mending.VNI) == "Ủy ban nhân dân thành phố, được Ứng"


def test_letters_at_private_places_are_read():
    assert decode("nh\uf0a9n", Mending.TCVN3) == "nhân"


def test_text_in_unicode_stays_whatever_the_font_is_called():
    assert decode_run("Điều 1 là một thế giới", ".VnTime") == ("Điều 1 là một thế giới", None)


@pytest.mark.parametrize(
    ("font", "page"),
    [
        (".VnTime", Mending.TCVN3),
        (".VnArialH", Mending.TCVN3),
        ("VNI-Times", Mending.VNI),
        ("VPS Times", Mending.VPS),
        ("Times New Roman", None),
        ("Verdana", None),
    ],
)
def test_the_font_name_decides(font, page):
    assert code_page_of(font) is page


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("Uû ban nh©n d©n thµnh phè Hµ Néi", Mending.TCVN3),
        ("Uûy ban nhaân daân thaønh phoá Haø Noäi", Mending.VNI),
        ("Ủy ban nhân dân thành phố Hà Nội", None),
        ("voilà l'été déjà où français naïf", None),
        ("plain words", None),
    ],
)
def test_impossible_letters_give_the_code_page_away(line, page):
    assert guess_code_page([line]) is page


@pytest.mark.skipif(not shutil.which("iconv"), reason="iconv is not installed")
@pytest.mark.parametrize("letter", LETTERS)
def test_tcvn3_agrees_with_glibc(letter):
    coded = subprocess.run(["iconv", "-t", "TCVN5712-1"], input=letter.encode(), capture_output=True, check=True)
    assert decode(coded.stdout.decode("latin-1"), Mending.TCVN3) == letter


@pytest.mark.skipif(not shutil.which("recode"), reason="recode is not installed")
@pytest.mark.parametrize(("page", "name"), [(Mending.VNI, "VNI"), (Mending.VPS, "VPS"), (Mending.VISCII, "VISCII")])
@pytest.mark.parametrize("letter", LETTERS)
def test_other_tables_agree_with_recode(page, name, letter):
    coded = subprocess.run(["recode", f"UTF-8..{name}"], input=letter.encode(), capture_output=True, check=True)
    shown = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in coded.stdout)
    assert decode(shown, page) == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_capitals_of_vni_mirror_the_small_letters(letter):
    small = {decode(coded, Mending.VNI): coded for coded in _vni_codes()}
    assert decode(small[letter].upper(), Mending.VNI) == letter.upper()


def _vni_codes():
    marks = "ùøûõïêéèúüëâáàåãä"
    return [*"ñôöæóòîíì", *(vowel + mark for vowel in "aeouyôö" for mark in marks)]


def test_every_letter_of_the_tables_is_in_normal_form():
    for page in (Mending.TCVN3, Mending.VPS, Mending.VISCII):
        text = decode("".join(map(chr, range(0xA1, 0x100))), page)
        assert nfc(text) == text
