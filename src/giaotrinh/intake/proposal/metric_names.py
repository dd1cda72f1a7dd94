"""Names for the figures of a source, proposed from the words around them, so that a course can call them."""

import re
from collections.abc import Mapping, Sequence

from giaotrinh.model.quantity import Figure, Qualifier, Quantity
from giaotrinh.model.source import Provision
from giaotrinh.model.text import slug
from giaotrinh.viet.flattening import flatten
from giaotrinh.viet.horizon import read_mentions
from giaotrinh.viet.number import NUMBER_WORDS, NUMERAL

_BREAK = re.compile(r"[.;:!?|\n]\s*")
_HEAD = re.compile(
    r"(?:^|,\s*|\s+và\s+|trong\s+đó\s+(?:có\s+)?|đồng\s+thời\s+)(?=(?:tỷ|tỉ)\s+(?:lệ|trọng|suất)|tốc\s+độ|số\s|tổng\s|"
    r"quy\s+mô|GRDP|GDP|thu\s+nhập|năng\s+suất|kinh\s+phí|chi\s|thu\s|giá\s+trị|mức|chỉ\s+số|đóng\s+góp|diện\s+tích|"
    r"hệ\s+số|kim\s+ngạch|vốn|bội\s+chi|nợ|dân\s+số|tuổi\s+thọ|khách|lượng|giao\s+dịch|nhóm|đất)",
    re.IGNORECASE,
)
"""Where the name of what is measured begins inside a clause: commas and "và" alone stand in names too."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_VERB_AT_END = re.compile(
    r"\s*(?:phấn đấu|đạt|là|có|còn|chiếm|ở mức|mức|bằng|tăng|giảm|khoảng|bình quân|trung bình|duy trì|lên|xuống|từ|đến|"
    r"được|gồm|thuộc|cho|ít nhất|tối thiểu|trên|dưới|hơn|gần|bố trí|tổng số|trong|vào|của|thêm|ổn định)\s*$",
    re.IGNORECASE,
)
_VERB_AT_START = re.compile(
    r"^\s*(?:phấn đấu|có|đạt|bảo đảm|nâng|đưa|trên địa bàn|hoàn thành|xây dựng|với|và|các)\s+(?=\S+\s+\S+)",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"^\s*(?:GDP|GRDP)(?!\w)")
"""Belongs to the percentage before it."""
_WORDS, _HEADED_WORDS, _NAME_WORDS, _WORDS_AFTER = 14, 24, 8, 8
_REACH_BEHIND = 300
"""Characters behind a figure that can hold the words after it and the times among them."""


def propose_figures(
    provisions: Sequence[Provision], quantities: Mapping[str, tuple[Quantity, ...]]
) -> tuple[Figure, ...]:
    """Return a figure with a name for every quantity of a source, by path as `read_figures` gives them.

    Names are ASCII, no two are equal, and figures of one metric over several times share its id.
    """
    parts = {part.path: part for root in provisions for part in root.walk()}
    taken: dict[str, int] = {}
    texts = {path: parts[path].text for path in quantities if path in parts}
    return tuple(
        _figure(path, text, quantity, metric, taken)
        for path, text in texts.items()
        for quantity, metric in zip(quantities[path], name_metrics(text, quantities[path]), strict=True)
    )


def name_metrics(text: str, quantities: Sequence[Quantity]) -> tuple[str, ...]:
    """Return what each quantity of a text measures, in words of the text.

    The words between it and the quantity before it in its clause say it, or those behind it; "đạt 8.300 USD, đến
    năm 2030 đạt 12.000 USD" measures one thing twice.
    """
    names: list[str] = []
    end = 0
    for quantity in quantities:
        between = text[end : quantity.start]
        same_clause = bool(names) and _BREAK.search(between) is None
        name = _name_before(_OF_WHAT.sub("", between) if names else between)
        if same_clause and not name:
            names.append(names[-1])
        else:
            behind = text[quantity.end : quantity.end + _REACH_BEHIND]
            names.append(name or _name_behind(behind) or quantity.unit or text[:40])
        end = quantity.end
    return tuple(names)


def _name_before(words: str) -> str:
    clause = _BREAK.split(_plain(words))[-1]
    heads = list(_HEAD.finditer(clause))
    name = _trimmed(clause[heads[-1].end() :], _HEADED_WORDS) if heads else _trimmed(clause, _WORDS)
    return name if len(name.split()) > 1 or name.isupper() else ""


def _name_behind(words: str) -> str:
    return _trimmed(" ".join(re.split(r"[.;:,|\n]", _plain(words))[0].split()[:_WORDS_AFTER]), _WORDS)


def _plain(text: str) -> str:
    """Return the text without the times it names, which are the horizon's business."""
    flat = flatten(text).text
    for mention in reversed(read_mentions(flat)):
        flat = flat[: mention.start] + flat[mention.end :]
    return _BRACKETS.sub("", flat)


def _trimmed(words: str, limit: int) -> str:
    name = words.strip(' ,;.:-()"“”')
    while (shorter := _VERB_AT_END.sub("", _VERB_AT_START.sub("", name)).strip(' ,;.:-()"“”')) != name:
        name = shorter
    return " ".join(name.split()[-limit:])


def _figure(path: str, text: str, quantity: Quantity, metric: str, taken: dict[str, int]) -> Figure:
    metric_id = "-".join(slug(metric).split("-")[:_NAME_WORDS]) or "so-lieu"
    name = _unique("-".join(filter(None, (metric_id, slug(quantity.horizon)))), taken)
    number, unit = _printed(text[quantity.number_start : quantity.number_end])
    # Tables and charts print the text: "trên", "ít nhất" before the number belong to it.
    before = text[quantity.start : quantity.number_start].split()
    number = " ".join((*before, number)) if quantity.qualifier is not Qualifier.EXACT else number
    return Figure(
        name=name,
        metric=metric,
        metric_id=metric_id,
        text=number,
        unit=unit,
        horizon=quantity.horizon,
        provision=path,
        quantity=quantity,
    )


def _unique(name: str, taken: dict[str, int]) -> str:
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else _unique(f"{name}-{taken[name]}", taken)


def _printed(words: str) -> tuple[str, str]:
    """Return number and unit as printed: "7,5 - 8" and "%/năm"."""
    in_words = NUMBER_WORDS.match(words)
    if in_words:
        return words[: in_words.end()], words[in_words.end() :].strip()
    ends = [match.end() for match in NUMERAL.finditer(words)]
    per = words.find("/")
    ends = [end for end in ends if per < 0 or end <= per] or ends
    return (words[: ends[-1]].strip(), words[ends[-1] :].strip()) if ends else (words, "")
