"""Named figures and quantities of a section: tables, comparisons over horizons, charts, places that are easy to confuse."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from giaotrinh.draft.blocks import block, bullets, cite, notes
from giaotrinh.draft.provisions.matter import NO_MEASURE, said_in
from giaotrinh.draft.provisions.wording import escaped
from giaotrinh.model.quantity import Figure, Qualifier, Quantity
from giaotrinh.model.source import Provision, Source

MOST_ROWS = 8
"""Rows of a table; a longer one does not fit the handout."""
_MEASURED = re.compile(
    r"(?:tỉ|tỷ|tốc|chỉ số|quy mô|grdp|gdp|số |thu nhập|năng suất|diện tích|tổng |kim ngạch|vốn |mức |sản lượng|"
    r"độ |tuổi thọ|kinh tế số|đóng góp|bội chi|nợ |tăng trưởng)",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(
    r"(?:\s(?:và|ít|trở|của|cho|với|về|đạt|để|các|những|là|từ|trên|nhóm|thuộc|phấn đấu|theo|so|hơn|đến|bằng|cả)|,)$"
)
_RATE = re.compile(r"tốc độ|tăng trưởng|tăng bình quân|/năm", re.IGNORECASE)


def figures_of(source: Source, parts: Sequence[Provision]) -> tuple[Figure, ...]:
    """Return the named figures stated in provisions whose names a table can print."""
    paths = {part.path for part in parts}
    return tuple(figure for figure in source.figures if figure.provision in paths and is_printable(figure))


def is_printable(figure: Figure) -> bool:
    """Return whether a proposed name says what is measured, for when, and does not break off."""
    name = figure.metric.strip()
    says = _MEASURED.match(name) is not None and 8 <= len(name) <= 90
    return says and not _BROKEN_OFF.search(name) and bool(figure.horizon) and figure.unit not in NO_MEASURE


def targets(figures: Sequence[Figure], name: str, title: str) -> str:
    """Return a table of figures over their horizons, "" for none."""
    metrics = tuple(dict.fromkeys(figure.metric_id for figure in figures))[:MOST_ROWS]
    horizons = sorted({figure.horizon for figure in figures if figure.metric_id in metrics}, key=_end)
    if not metrics:
        return ""
    return block("targets", title=title, id=name, metrics=", ".join(metrics), horizons=", ".join(horizons[-4:]))


def chart(figures: Sequence[Figure], name: str) -> str:
    """Return a chart of the first metric that has several horizons, else of shares measured alike; "" for neither."""
    by_metric: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.quantity and figure.unit == "%":
            by_metric.setdefault(figure.metric_id, []).append(figure)
    for same in by_metric.values():
        ordered = sorted({figure.horizon: figure for figure in same}.values(), key=lambda each: _end(each.horizon))
        if len(ordered) > 1:
            return _chart("horizons", ordered, name, escaped(ordered[0].metric))
    return ""


def _chart(kind: str, figures: Sequence[Figure], name: str, title: str) -> str:
    names = ", ".join(figure.name for figure in figures)
    horizons = ", ".join(figure.horizon for figure in figures)
    return block(
        "chart",
        title=title,
        id=name,
        kind=kind,
        figures=names,
        alt=f"{figures[0].metric} theo các mốc {horizons}; con số đọc ở bảng ngay trên",
    )


def confusable(parts: Sequence[Provision], name: str) -> str:
    """Return a box about what the numbers of a section are easily taken for, "" where nothing stands out."""
    said = [each for each in (_range(parts), _floor(parts), _kinds(parts), _horizons(parts)) if each]
    return block("callout", bullets(said), title="Đọc cho đúng con số", kind="confusable", id=name) if said else ""


def misreading(parts: Sequence[Provision]) -> str:
    """Return a note on the likeliest misreading of the numbers of a section, "" where there is none."""
    found = _first(parts, lambda each: each.low != each.high)
    if found:
        part, quantity = found
        return notes(
            "misreading",
            f"Lỗi hay gặp: chỉ nhắc một đầu của khoảng. Cho lớp đọc lại đủ: {in_words(quantity)} {cite(part.path)}.",
        )
    found = _first(parts, lambda each: each.qualifier is not Qualifier.EXACT)
    if found:
        part, quantity = found
        return notes(
            "misreading",
            f"Lỗi hay gặp: bỏ chữ chỉ mức độ. Văn bản viết là {in_words(quantity)} {cite(part.path)}.",
        )
    return ""


def _range(parts: Sequence[Provision]) -> str:
    found = _first(parts, lambda each: each.low != each.high and each.unit == "%")
    if not found:
        return ""
    part, quantity = found
    return f"{_capital(in_words(quantity))} là một khoảng có hai đầu: dẫn đủ cả hai, không trích riêng đầu cao {cite(part.path)}."


def _floor(parts: Sequence[Provision]) -> str:
    found = _first(
        parts, lambda each: each.qualifier in (Qualifier.AT_LEAST, Qualifier.ABOVE) and each.low == each.high
    )
    if found:
        part, quantity = found
        return f"{_capital(in_words(quantity))} là mức sàn, không phải mức phải đạt đúng bằng {cite(part.path)}."
    found = _first(parts, lambda each: each.qualifier is Qualifier.AT_MOST and each.low == each.high)
    if not found:
        return ""
    part, quantity = found
    return f"{_capital(in_words(quantity))} là mức trần {cite(part.path)}."


def _kinds(parts: Sequence[Provision]) -> str:
    rate = level = None
    for part in parts:
        for quantity in said_in(part):
            if quantity.unit.startswith("%") and quantity.low < Decimal(1000):
                before = part.text[max(0, quantity.start - 60) : quantity.end]
                if _RATE.search(before.rsplit(";", 1)[-1]):
                    rate = rate or part
                elif re.search(r"tỉ lệ|tỷ lệ|tỷ trọng|tỉ trọng|chiếm", before.rsplit(";", 1)[-1], re.IGNORECASE):
                    level = level or part
    if rate is None or level is None:
        return ""
    return f"Cùng dấu phần trăm nhưng có hai loại: tốc độ tăng {cite(rate.path)} và tỷ lệ, tỷ trọng {cite(level.path)}. Đọc tên trước, đọc số sau."


def _horizons(parts: Sequence[Provision]) -> str:
    seen: dict[str, str] = {}
    for part in parts:
        for quantity in said_in(part):
            if quantity.horizon:
                seen.setdefault(quantity.horizon, part.path)
    if len(seen) < 2:
        return ""
    return f"Các con số thuộc nhiều mốc thời gian khác nhau: nêu số nào phải nêu mốc của số ấy {cite(*dict.fromkeys(seen.values()))}."


def _first(parts: Sequence[Provision], accepts: Callable[[Quantity], bool]) -> tuple[Provision, Quantity] | None:
    return next(((part, each) for part in parts for each in said_in(part) if accepts(each)), None)


def in_words(quantity: Quantity) -> str:
    """Return a quantity as the source writes it, in quotation marks."""
    return f"“{escaped(' '.join(quantity.text.split()))}”"


def _capital(words: str) -> str:
    return words[:1] + words[1:2].upper() + words[2:] if words.startswith("“") else words


def _end(horizon: str) -> tuple[str, str]:
    return horizon[-4:], horizon
