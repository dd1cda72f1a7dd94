"""Numbers that are nobody's fact, as those of the running of a class; numbers that are hardly met by chance."""

import re

from giaotrinh.check.figures.comparison import ratio_of
from giaotrinh.model.quantity import Quantity
from giaotrinh.viet.unit import base, is_measured

_CLASS_UNITS = (
    "phút|giờ|tiết|buổi|trang|câu|điểm|nhóm|bước|bài|phiếu|slide|dòng|tờ|bản|lượt|lớp|học viên|người|ngày|tuần|tháng|"
    "năm|nội dung|vấn đề|việc|ý|loại|giai đoạn|mục tiêu|cấp|vòng|đợt|tổ|chữ|từ|ô|cột"
)
_DECIMAL = re.compile(r"\d,\d")

CLASS_UNITS = frozenset(_CLASS_UNITS.split("|"))
"""Units of the running of a class and of ordering thoughts; only strong words make such a number a fact."""

MOST_IN_CLASS = 240
"""Largest number of minutes, pages or people in the running of a class: a session has 240 minutes at most."""

MOST_IN_ORDER = 12
"""Largest count by which a text orders its thoughts."""


MOST_POINTS = 10
"""Points of a marked paper, in steps of a quarter."""


def is_of_the_class(said: Quantity) -> bool:
    """Whether a number that is in no source is one of the running of a class or of ordering thoughts."""
    if measures_facts(said.unit) or ratio_of(said.unit):
        return False
    if said.unit == "điểm" and said.high <= MOST_POINTS:
        return True
    if said.low != said.low.to_integral_value() or said.high != said.high.to_integral_value():
        return False
    return said.high <= (MOST_IN_CLASS if said.unit in CLASS_UNITS else MOST_IN_ORDER)


def measures_facts(unit: str) -> bool:
    """Whether a unit measures something other than the time of a class."""
    return is_measured(unit) and base(unit) not in CLASS_UNITS


def is_distinctive(said: Quantity) -> bool:
    """Whether a number is hardly met by chance: a range, decimals, or three digits and more."""
    digits = said.low.normalize().as_tuple().digits
    if (
        said.low != said.high
        or (said.low >= 1000 and len(digits) > 1)
        or (not said.unit and _DECIMAL.search(said.text))
    ):
        return True
    return len(digits) >= 3 or (len(digits) == 2 and said.low != said.low.to_integral_value())
