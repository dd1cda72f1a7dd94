"""Quantities as they are written in prose, and the named figures of a source."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from giaotrinh.model.span import Span


class Qualifier(StrEnum):
    """What the words around a number say about it."""

    EXACT = "exact"
    """No word, or "đạt", "là", "ở mức"."""
    ABOUT = "about"
    """khoảng, ước, xấp xỉ, trên dưới."""
    NEARLY = "nearly"
    """gần."""
    ABOVE = "above"
    """trên, hơn, vượt, cao hơn."""
    AT_LEAST = "at-least"
    """ít nhất, tối thiểu, trở lên, không dưới, không thấp hơn."""
    BELOW = "below"
    """dưới, thấp hơn, chưa đến."""
    AT_MOST = "at-most"
    """không quá, tối đa, trở xuống, chậm nhất."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number or a range as written, with what makes it mean something."""

    text: str
    """The words as written, qualifier included: "trên 8.300-8.500 USD"."""
    low: Decimal
    high: Decimal
    """Equal to `low` for a single number. Both are multiplied out: 45 vạn is 450000."""
    unit: str = ""
    """Folded unit: "%", "usd", "đồng", "%/năm", "m2 sàn/người", "doanh nghiệp", "/16 chỉ tiêu" of 16/16;
    "" where the words behind the number are no unit known here."""
    qualifier: Qualifier = Qualifier.EXACT
    horizon: str = ""
    """The year or years it is for: "2025", "2021-2025"; "" where the text names none."""
    of_which: bool = False
    """Whether it is a part of the quantity before it: "trong đó", "riêng"."""
    start: int = 0
    end: int = 0
    """Place of `text` in the text it was read from, in characters."""
    number_start: int = 0
    number_end: int = 0
    """Place of the digits, multiplier and unit alone, without the qualifier."""

    def moved(self, by: int) -> "Quantity":
        """Return the quantity as it stands in a text that has `by` characters more before it."""
        places = ("start", "end", "number_start", "number_end")
        return replace(self, **{name: getattr(self, name) + by for name in places})


Quantities = Mapping[str, tuple[Quantity, ...]]
"""Quantities read in plain text fields, by dotted path of the field: "title", "lacks.0", "options.2", "alt"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A fact with a number that a source states once and the course may use by name."""

    name: str
    """What `{value}` calls: "grdp-dau-nguoi-2025"."""
    metric: str
    """What is measured, as printed in tables: "GRDP bình quân đầu người"."""
    metric_id: str
    """Figures of one metric over several horizons share it."""
    text: str
    """The figure as printed: "8.300-8.500"."""
    unit: str
    """The unit as printed: "USD"; empty for a bare count."""
    horizon: str
    """"2025", "2021-2025"; the column of a targets table."""
    provision: str
    """Path of the provision that states it."""
    source: str = ""
    """Id of the source."""
    origin: str = ""
    """Where the figure was seen, in words that print under a table."""
    confidence: str = ""
    """Key of the wording in words: "press", "derived", "computed"; "" in a complete source."""
    quantity: Quantity | None = None
    span: Span | None = None
