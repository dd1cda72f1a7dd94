"""Days off of a year: public holidays with Tết and the day of the Hùng kings, days given in their stead and moved days.

From the package `holidays`, which keeps the decrees of each year; of years whose decrees are not out yet it knows the
fixed and the lunar days. A class file adds its own (`holidays`) and takes days out (`workdays`).
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from giaotrinh.model.course import TrainingClass
from giaotrinh.model.timetable import day_of

OWN = "holidays"
"""What a day off is called that the class file lists under this name."""


def day_off(day: date, each: TrainingClass) -> str:
    """Return the name of the day off a day is for a class, "" for a day of work."""
    if day in {day_of(written) for written in each.workdays}:
        return ""
    own = OWN if day in {day_of(written) for written in each.holidays} else ""
    return _of_year(day.year).get(day, own)


@lru_cache(maxsize=16)
def _of_year(year: int) -> Mapping[date, str]:
    from holidays import country_holidays

    return dict(country_holidays("VN", years=year, language="vi").items())
