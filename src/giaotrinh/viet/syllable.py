"""The shape of a Vietnamese syllable: what can be one, and what only damage can have left."""

import unicodedata
from functools import lru_cache

from giaotrinh.model.text import TONES

_ONSETS = (*("ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "qu", "th", "tr"), *"bcdđghklmnprstvx", "")

_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oem oen oeo oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơng ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y ych yêm yên yêng yêt yêu ym yn ynh yp yt
"""
_RHYMES = frozenset(_RHYME_LIST.split())

_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = ("\u0301", "\u0323")
_VOWELS = frozenset("aăâeêioôơuưy")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Return whether a word can be a Vietnamese syllable, tone included; letter case does not matter."""
    toneless, tones = _without_tone(word.lower())
    if len(tones) > 1:
        return False
    if toneless.endswith(_STOPS) and tones not in _STOP_TONES:
        return False
    return any(toneless.startswith(onset) and _goes_with(onset, toneless[len(onset) :]) for onset in _ONSETS)


@lru_cache(maxsize=20_000)
def has_marks(word: str) -> bool:
    """Return whether a word carries a Vietnamese mark: a tone, a vowel mark or đ."""
    return any(char in "đĐ" or len(unicodedata.normalize("NFD", char)) > 1 for char in word)


@lru_cache(maxsize=20_000)
def lacks_vowel(word: str) -> bool:
    """Return whether a word has no vowel at all."""
    return not any(char in _VOWELS for char in _without_tone(word.lower())[0])


def _goes_with(onset: str, rhyme: str) -> bool:
    before_front_vowel = rhyme.startswith(("e", "ê", "i", "y"))
    if (onset in ("c", "ng") and before_front_vowel) or (onset in ("gh", "ngh") and not before_front_vowel):
        return False
    return rhyme in _RHYMES


def _without_tone(word: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in decomposed if char in TONES)
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in TONES)), tones
