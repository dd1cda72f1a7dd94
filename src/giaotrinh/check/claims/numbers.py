"""The numbers of a passage as its reader takes them: in digits, in words, and as places in a ranking."""

import re
from decimal import Decimal

from giaotrinh.check.claims.claim import Number
from giaotrinh.check.figures.metric import context_of
from giaotrinh.check.passages.passage import Passage
from giaotrinh.model.quantity import Quantity
from giaotrinh.viet.qualifier import read_qualifier
from giaotrinh.viet.spelled import spelled_quantities

_RANK = re.compile(
    r"(?<!\w)(?P<lead>tốp|top)\s+(?P<number>\d{1,3})(?![\d.,]*\d)(?:\s+(?:nước|quốc gia)(?!\w))?", re.IGNORECASE
)
"""A place in a ranking counts the countries, firms, schools down to it: "tốp 50" is "nhóm 50 nước"."""

_RANKED = re.compile(r"(?<!\w)(?:nhóm|tốp|top)\s+$", re.IGNORECASE)

_WORDS = re.compile(
    r"(?<!\w)(?:mười|mươi|trăm|chục|nửa|gấp|phần|rưỡi|hai|ba|bốn|năm|sáu|bảy|tám|chín)(?!\w)|[¼½¾⅐-⅞]|\d/\d",
    re.IGNORECASE,
)


def numbers_of(passage: Passage, completed: dict[int, Quantity]) -> tuple[Number, ...]:
    """Return the numbers of a passage in order; `completed` has its quantities as they are judged, by their place."""
    written = [completed.get(each.number_start, each) for each in passage.numbers]
    spoken = _spelled(passage.text)
    whole = [*_ranks(passage.text), *(each for each in spoken if each.unit == "%")]
    written = [each for each in written if not _overlaps(each, whole)]
    more = [*whole, *(each for each in spoken if each.unit != "%" and not _overlaps(each, [*written, *whole]))]
    spelled = {each.number_start for each in more if not _RANK.match(each.text)}
    everything = sorted((*written, *more), key=lambda each: each.number_start)
    lead = (*passage.headings[-1:], passage.lead) if passage.lead else passage.headings[-1:]
    return tuple(
        Number(
            said=each,
            context=context_of(passage.text, everything, at, lead),
            is_spelled=each.number_start in spelled or passage.text[each.number_start].isalpha(),
        )
        for at, each in enumerate(everything)
    )


def is_rank(text: str, place: int) -> bool:
    """Whether the number at a place says down to which place a ranking goes: "nhóm 100 trường hàng đầu"."""
    return _RANKED.search(text, max(0, place - 8), place) is not None


def _spelled(text: str) -> tuple[Quantity, ...]:
    return spelled_quantities(text) if _WORDS.search(text) else ()


def _ranks(text: str) -> list[Quantity]:
    found = []
    for match in _RANK.finditer(text):
        value = Decimal(match["number"])
        around = read_qualifier(text, match.start("number"), match.end("number"))
        found.append(
            Quantity(
                text=match.group(),
                low=value,
                high=value,
                unit="nước",
                qualifier=around.qualifier,
                start=match.start(),
                end=match.end(),
                number_start=match.start("number"),
                number_end=match.end(),
            )
        )
    return found


def _overlaps(one: Quantity, others: list[Quantity]) -> bool:
    return any(each.number_start < one.number_end and one.number_start < each.number_end for each in others)
