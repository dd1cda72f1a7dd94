"""Old Vietnamese code pages, as word processors keep them: bytes shown as Latin letters of a font that redraws them.

TCVN3 (ABC), VPS and VISCII give each letter one byte; VNI for Windows writes the vowel, then its mark. The name of
the font decides; where it is lost, the code page that turns most impossible words into syllables does.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from giaotrinh.intake.carrier.characters import Mending
from giaotrinh.model.text import nfc
from giaotrinh.viet.syllable import has_marks, is_syllable

# 0xA1 on; the positions of combining marks (0xB0-0xB4) stay what they are in Latin 1: in these fonts 0xB0 is a degree.
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđẶ°±²³´àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
# 0x80 on; "." marks what a table does not assign.
_VPS = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔ.ýỷỵỚỜỞ.ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ"
    ".àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ"
)
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_CP1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"

# VNI: mark letter -> what it does to the vowel before it.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

_UNICODE_VIETNAMESE = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9]")
_FONTS = (
    (re.compile(r"\.vn", re.IGNORECASE), Mending.TCVN3),
    (re.compile(r"vni[-\s_]", re.IGNORECASE), Mending.VNI),
    (re.compile(r"vps[-\s_]", re.IGNORECASE), Mending.VPS),
    (re.compile(r"viscii|vi\s(?=arial|times|courier)", re.IGNORECASE), Mending.VISCII),
)
_GAIN = 0.4
"""How much larger the share of possible syllables must become before text without a font name is decoded."""


def code_page_of(font: str) -> Mending | None:
    """Return the code page a font name announces, None for a font with ordinary letters."""
    return next((page for pattern, page in _FONTS if pattern.match(font.strip())), None)


def draws_capitals(font: str) -> bool:
    """Return whether a TCVN3 font draws capitals for small letters: .VnTimeH."""
    return code_page_of(font) is Mending.TCVN3 and font.rstrip().endswith("H")


def decode_run(text: str, font: str) -> tuple[str, Mending | None]:
    """Return the text of a run as its font draws it, with the code page used.

    Text that already holds Vietnamese letters of Unicode is left alone, whatever its font is called.
    """
    page = code_page_of(font)
    if page is None or _UNICODE_VIETNAMESE.search(text):
        return text, None
    decoded = decode(text, page)
    return (decoded.upper() if draws_capitals(font) else decoded), (page if decoded != text else None)


def decode(text: str, page: Mending) -> str:
    """Return text of a code page in Unicode, normal form C."""
    plain = "".join(chr(ord(char) - 0xF000) if 0xF020 <= ord(char) <= 0xF0FF else char for char in text)
    if page is Mending.VNI:
        return nfc(_vni_pattern().sub(_vni_letter, plain))
    return nfc(plain.translate(_table(page)))


def guess_code_page(lines: Sequence[str]) -> Mending | None:
    """Return the code page that makes Vietnamese of lines whose font is unknown, None where they need none."""
    words = [word for line in lines for word in line.split() if _is_suspect(word)][:2000]
    if len(words) < 3 or any(_UNICODE_VIETNAMESE.search(word) for word in words[:50]):
        return None
    before = _possible(words)
    pages = (Mending.TCVN3, Mending.VNI, Mending.VPS, Mending.VISCII)
    gains = {page: _possible([decode(word, page) for word in words]) - before for page in pages}
    best = max(pages, key=lambda page: gains[page])
    return best if gains[best] >= _GAIN else None


def _is_suspect(word: str) -> bool:
    # A bullet or a dash alone is no letter of any code page.
    return any(ord(char) > 0x7F for char in word) and len(word.strip(".,;:!?()\"'")) > 1


def _possible(words: Sequence[str]) -> float:
    letters = [re.sub(r"[\W\d_]+", "", word) for word in words]
    return sum(is_syllable(word) and has_marks(word) for word in letters) / len(words)


@lru_cache(maxsize=4)
def _table(page: Mending) -> dict[int, str]:
    if page is Mending.TCVN3:
        return {0xA1 + place: letter for place, letter in enumerate(_TCVN3)}
    letters = _VPS if page is Mending.VPS else _VISCII
    table = {0x80 + place: letter for place, letter in enumerate(letters) if letter != "."}
    # A Windows document holds the bytes 0x80-0x9F as the signs code page 1252 has there.
    return table | {ord(_CP1252[byte - 0x80]): letter for byte, letter in table.items() if byte < 0xA0}


@lru_cache(maxsize=1)
def _vni_pattern() -> re.Pattern[str]:
    marks = "".join({*_VNI_TONES, *_VNI_BREVES, *_VNI_HATS})
    tones = "".join(_VNI_TONES)
    return re.compile(f"[aeouy][{marks}]|[ôö][{tones}]|[{''.join(_VNI_ALONE)}]", re.IGNORECASE)


def _vni_letter(match: re.Match[str]) -> str:
    first, mark = match.group(0)[0], match.group(0)[1:].lower()
    base = _VNI_ALONE.get(first.lower(), first.lower())
    letter = nfc(base + _vni_marks(base, mark)) if mark else base
    if len(letter) > 1:
        # The second letter is no mark of this vowel: two letters of another language.
        return match.group(0)
    return letter.upper() if first.isupper() else letter


def _vni_marks(base: str, mark: str) -> str:
    if mark in _VNI_TONES:
        return _VNI_TONES[mark]
    if mark in _VNI_BREVES and base == "a":
        return "\u0306" + _VNI_BREVES[mark]
    if mark in _VNI_HATS and base in "aeo":
        return "\u0302" + _VNI_HATS[mark]
    return mark
