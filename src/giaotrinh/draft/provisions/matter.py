"""What the provisions of a section hold that a class can work on: who is to act, by when, save when, how much."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from giaotrinh.draft.provisions.duties import Duty
from giaotrinh.draft.provisions.wording import sentences
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision

NO_MEASURE = frozenset({"tuổi", "năm", "trang", "quốc gia", "ngày", "tháng", "lần", "giai đoạn"})
"""Units of what is told beside a figure rather than reached."""
_DAY = r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|ngày\s+\d{1,2}[/-]\d{1,2}[/-]\d{4}"
_TIME = re.compile(
    rf"\b(?:hoàn thành|xong|ban hành|trình|báo cáo|gửi)\b[^.;\n]{{0,120}}?\b(?P<time>(?:trước|chậm nhất(?: là)?|trong)\s+(?:{_DAY}|quý\s+[IV]+(?:\s+năm\s+|/)\d{{4}}|năm\s+\d{{4}}))",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(r"\b(?:trừ (?:trường hợp|khi|các|những)|ngoại trừ|không áp dụng)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:với điều kiện|(?:đáp ứng|đủ|bảo đảm) (?:các |đủ |đầy đủ )*điều kiện|điều kiện sau|chỉ được|chỉ khi)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Matter:
    """Provisions of one place of a lesson and the duties the source gives."""

    parts: Sequence[Provision]
    duties: Sequence[Duty]

    @cached_property
    def acting(self) -> tuple[Duty, ...]:
        """Return the duties given in these provisions, one for each body."""
        paths = {part.path for part in self.parts}
        found: dict[str, Duty] = {}
        for duty in self.duties:
            if duty.provision.path in paths:
                found.setdefault(duty.body, duty)
        return tuple(found.values())

    @cached_property
    def deadlines(self) -> tuple[tuple[str, Provision], ...]:
        """Return the times by which something is to be done, as written, and where."""
        return tuple((match["time"], part) for part in self.parts for match in _TIME.finditer(part.text))

    @cached_property
    def exceptions(self) -> tuple[Provision, ...]:
        """Return the provisions that except something."""
        return tuple(part for part in self.parts if _EXCEPTION.search(part.text))

    @cached_property
    def conditions(self) -> tuple[Provision, ...]:
        """Return the provisions that hold under a condition."""
        return tuple(part for part in self.parts if _CONDITION.search(part.text))

    @cached_property
    def figures(self) -> tuple[tuple[Quantity, Provision], ...]:
        """Return the measured quantities that are for a time, and where they stand: what is to be reached, not shares as such."""
        return tuple((each, part) for part in self.parts for each in said_in(part) if each.horizon)


def exception_in(part: Provision) -> str:
    """Return the sentence of a provision that excepts something, "" for none."""
    return next((said for said in sentences(part.text) if _EXCEPTION.search(said)), "")


def said_in(part: Provision) -> tuple[Quantity, ...]:
    """Return the measured quantities of a provision: percentages and amounts, each once."""
    kept: dict[str, Quantity] = {}
    for quantity in part.quantities:
        if quantity.unit and quantity.unit not in NO_MEASURE and "|" not in quantity.text and "\n" not in quantity.text:
            kept.setdefault(quantity.text, quantity)
    return tuple(kept.values())
