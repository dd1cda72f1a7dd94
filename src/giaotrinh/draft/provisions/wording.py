"""Words taken from provisions: whole, or a heading, or marked with […] where something was left out; never changed."""

import re

from giaotrinh.model.source import Provision
from giaotrinh.outline.places import place_of
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.lexicon import words as listed

CUT = "[…]"
"""Where words of the source are left out."""
NAMED = 120
"""Characters up to which a sentence may stand as a name."""
_HEADING = 200
"""Characters up to which a first line with something below it is a heading."""
_SENTENCE = re.compile(rf"(?<=[.!?…])\s+(?=[{CAPITALS}\"“(])|\n")
_LABEL = re.compile(r"(?:^|\s)[“\"(]?(?:\d{1,3}|[a-zđ]|[IVX]+|TP|Th|Tp)[.)]$")
_PAUSE = re.compile(r"[;,](?=\s)")
_EXCEPTION = re.compile(r"\b(?:trừ|nhưng|nếu|ngoại trừ|không áp dụng|không quá|trường hợp)\b", re.IGNORECASE)
"""What may not be parted from the words it limits."""
_HANGING = re.compile(
    r"(?:[\s,;:]+(?:như|gồm|bao gồm|là|và|hoặc|của|với|các|những|về|theo|trong|để|cho|từ|đến|tại|bằng|do|đối với|được|thì|một|có))+$"
)
_QUALIFYING = "không|quá|trên|dưới|khoảng|tối|thiểu|đa|ít|nhất|từ|đến|đạt|hơn|gần|là|lên|mức"
_TORN = re.compile(rf"(?:\s+(?:{_QUALIFYING}))*(?:\s+\S*\d\S*(?:\s+\S+){{0,3}})?$")
"""A number torn from its unit says something else."""
_BODIES = listed("bodies", "names")
_BODY = re.compile(r"(?:[UỦ][ỷy]|Uỷ|Bộ(?! máy| phận)|Các Bộ|Ban(?! hành)|Hội|Sở|Điều (?=\d))\s?")
_FOLLOWS = re.compile(r",?\s+(?:như sau|sau đây|dưới đây)$")
_OPEN = re.compile(r"\b(?:bao gồm|gồm|là|có trách nhiệm|có nhiệm vụ|được|phải|khi|sau|các|những|quy định)$")
"""A line that only begins what stands below it."""
_MARKS = re.compile(r"([\\`*_\[\]{}<>#|$])")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences and lines of a text, each as written; "1." and "TP." end none."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        if found and _LABEL.search(found[-1]):
            found[-1] = f"{found[-1]} {piece.strip()}"
        elif piece.strip():
            found.append(piece.strip())
    return tuple(found)


def heading_of(provision: Provision) -> str:
    """Return the heading of a provision without its last mark, "" where its first line is a sentence of its body."""
    first = " ".join(provision.title.split("|")[0].split())
    opens = bool(provision.children) or "\n" in provision.text
    is_sentence = len(sentences(first)) > 1 or first.endswith((".", ";")) or len(first) > _HEADING
    if not opens or is_sentence or not first or "“" in first[:1]:
        return ""
    return _complete(first)


def _complete(first: str) -> str:
    """Return a first line without "như sau:"; "" where it only begins what stands below: "... bao gồm:"."""
    words = _FOLLOWS.sub("", first.rstrip(" .:;,/"))
    return "" if first.endswith(":") and _OPEN.search(words) else words.rstrip(" ,")


def said_of(provision: Provision, width: int) -> str:
    """Return what a provision says: its heading, or its words whole, or marked where something was left out."""
    heading = heading_of(provision)
    said = heading or point(provision.text, width)
    opens = not heading and provision.children and provision.text.rstrip().endswith(":") and not said.endswith(CUT)
    return f"{said} {CUT}" if opens else said


def listed_of(provision: Provision, width: int) -> tuple[str, ...]:
    """Return what a provision says, and behind a sentence that only opens a list what stands in the list."""
    said = said_of(provision, width)
    is_open = said.endswith(CUT) and provision.text.rstrip().endswith(":")
    return (said, *(said_of(child, width) for child in provision.children if is_open and child.text))


def name_of(provision: Provision) -> str:
    """Return what names a provision: its heading, its one short sentence, or its place in words. Nothing is cut."""
    heading = heading_of(provision)
    if heading:
        return heading
    whole = " ".join(provision.text.split()).rstrip(" .:;,/")
    is_one = not provision.children and len(sentences(provision.text)) == 1
    if is_one and 0 < len(whole) <= NAMED and "|" not in whole:
        return whole
    place = place_of(provision.path)
    return place[:1].upper() + place[1:]


def point(words: str, width: int) -> str:
    """Return words whole, or the whole sentences that fit in `width` characters, or cut: what is left out is […].

    A sentence is never cut before a condition or an exception: "trừ trường hợp ..." is the half that binds.
    """
    said = sentences(" ".join(line.strip() for line in words.split("\n") if line.strip()))
    kept: list[str] = []
    for sentence in said:
        if kept and len(" ".join([*kept, sentence])) > width:
            break
        kept.append(sentence)
    if not kept:
        return ""
    text = kept[0] if len(kept) == 1 else " ".join(kept)
    left = len(kept) < len(said)
    if len(text) > width and not _EXCEPTION.search(text, width // 2):
        return _cut(text, width)
    return f"{text.rstrip(' ;:,')} {CUT}" if left else text.rstrip(" .;:,/")


def _cut(words: str, width: int) -> str:
    pauses = [match.start() for match in _PAUSE.finditer(words, width // 2, width)]
    kept = words[: pauses[-1]] if pauses else _TORN.sub("", words[: words.rfind(" ", 0, width)])
    for opening, closing in (("(", ")"), ("“", "”")):
        if kept.count(opening) > kept.count(closing):
            kept = kept[: kept.rindex(opening)]
    return f"{_HANGING.sub('', kept.rstrip(' ,;:'))} {CUT}"


def escaped(words: str) -> str:
    """Return words that Markdown leaves as they are; the mark of what is left out stays as it is."""
    return CUT.join(_MARKS.sub(r"\\\1", part) for part in words.split(CUT))


def lowered(words: str) -> str:
    """Return words for the middle of a sentence: the first letter small, unless a name begins them."""
    second = words.split()[1:2]
    named = bool(second) and second[0][:1].isupper() and not words.split()[0].isupper()
    keeps = named or words.startswith(_BODIES) or words[:2].isupper() or _BODY.match(words)
    return words if keeps else words[:1].lower() + words[1:]
