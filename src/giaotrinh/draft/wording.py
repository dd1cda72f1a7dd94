"""Words taken from provisions for headings, slides and lists: cut where the text itself pauses, never changed."""

import re

from giaotrinh.model.source import Provision
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.lexicon import words as listed

_PAUSE = re.compile(r"[;:,.](?=\s)")
"""Never a dash: "Mác - Lênin", "kinh tế - xã hội" are one name."""
_CLAUSE_END = re.compile(r"[;.](?:\s+|$)")
_JOINING = r"và|của|trong|với|để|theo|gắn|nhằm|cho|bằng|trên|tại|về|đối với|từ|đến|được|là|do|phấn đấu|như|có"
_JOINT = re.compile(rf"\s(?:(?:{_JOINING})(?=\s)\s?)+")
"""Where a phrase ends though no mark says so."""
_NAMES = listed("bodies", "capitalised")
_MARKS = re.compile(r"([\\`*_\[\]{}<>#|$])")
_SHORTEST, _SHORTEST_NAME = 12, 8
"""Characters a piece of words has at least, and the name of what follows a colon."""

LATE = 0.5
"""Share of the width that is kept at least."""
_FIGURE = re.compile(
    r"\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?(?:%|tỷ|tỉ|triệu|nghìn|USD|đồng|ha\b|km)|(?:ngày|tháng)\s+\d"
)
_HALF_SAID = re.compile(
    r"(?:\s(?:đạt|khoảng|trên|dưới|hơn|gần|ít nhất|tối thiểu|tối đa|không quá|từ|đến|tới|là|còn|trước))+$"
)


def plain_title(provision: Provision, width: int = 110) -> str:
    """Return the heading of a provision, or the first words of one that has none, at most `width` characters."""
    first = provision.title.split("|")[0].strip().rstrip(":.;, ")
    return shortened(_small(first) if first.isupper() else first, width)


def shortened(words: str, width: int) -> str:
    """Return words cut at their last pause before `width`; without one at a word, with "…" to say so."""
    words = " ".join(words.split())
    sentence = re.match(rf"(.+?[^\d{CAPITALS}.])\.\s+(?=[{CAPITALS}])", words)
    if sentence and len(sentence[1]) <= width:
        words = sentence[1]
    if (figure := _FIGURE.search(words)) and figure.start() <= width:
        return _before(words, figure.start())
    if len(words) <= width:
        return words.rstrip(".;:, ")
    pauses = [match.start() for match in _PAUSE.finditer(words) if _least(match) < match.start() <= width]
    pauses = [at for at in pauses if not words[:at].endswith(("khoảng", "trên", "dưới", "ít nhất"))]
    return words[: pauses[-1]].rstrip(".;:, ") if pauses else words[: _joint(words, width)] + "…"


def _least(pause: re.Match[str]) -> int:
    return _SHORTEST_NAME if pause.group() == ":" else _SHORTEST


def clauses(words: str, width: int) -> list[str]:
    """Return how the clauses of a text begin, each at most `width` characters."""
    pieces = (shortened(piece, width) for piece in _CLAUSE_END.split(words) if piece.strip())
    return [piece for piece in pieces if len(piece) > _SHORTEST]


def _joint(words: str, width: int) -> int:
    """Return the place of the last end of a phrase before `width`, of a word where none comes late enough."""
    joints = [match.start() for match in _JOINT.finditer(words) if width * LATE <= match.start() <= width]
    return joints[-1] if joints else words[:width].rfind(" ")


def _before(words: str, at: int) -> str:
    """Return the words before a figure: a figure torn from its sentence would lose its qualifier or its date."""
    pauses = [match.start() for match in _PAUSE.finditer(words, 0, at) if match.start() > _SHORTEST]
    kept = words[: pauses[-1]] if pauses else words[:at].rstrip()
    while (cut := _HALF_SAID.sub("", kept)) != kept:
        kept = cut
    return kept.rstrip(".;:, ") + ("" if pauses else "…")


def escaped(words: str) -> str:
    """Return words that Markdown leaves as they are."""
    return _MARKS.sub(r"\\\1", words)


def lowered(words: str) -> str:
    """Return words for the middle of a sentence: the first letter small, unless a name begins them."""
    keeps = words.startswith(_NAMES) or words[:2].isupper() or re.match(r"(?:Ủy|Uỷ|Bộ|Các Bộ|Ban|Điều|Hội)\s", words)
    return words if keeps else words[:1].lower() + words[1:]


def _small(words: str) -> str:
    words = words[:1] + words[1:].lower()
    for name in _NAMES:
        words = re.sub(rf"(?<!\w){name.lower()}(?!\w)", name, words)
    return words
