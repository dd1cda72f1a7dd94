"""The report of an import for people: everything a person has to compare, with lines to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from giaotrinh.driver.edge.report import headline
from giaotrinh.driver.intake.importing import Imported
from giaotrinh.driver.intake.record import account, outline_counts
from giaotrinh.intake.carrier.characters import LOST, Mending
from giaotrinh.intake.carrier.extraction import Damage, LeftOut, Lost, Reason
from giaotrinh.model.fragment import Job
from giaotrinh.model.quantity import Qualifier, Quantity

REASONS = {
    Reason.RUNNING_HEAD: "Tiêu đề đầu, chân trang",
    Reason.PAGE_NUMBER: "Số trang",
    Reason.HEADER: "Đầu trang của tệp Word",
    Reason.FOOTER: "Chân trang của tệp Word",
    Reason.DELETED: "Đã xóa khi theo dõi thay đổi, hoặc bị gạch ngang",
    Reason.HIDDEN: "Chữ ẩn, người đọc bản in không thấy",
    Reason.COMMENT: "Lời bình, ghi chú trên trang",
    Reason.SIGNATURE: "Dòng của chữ ký số",
    Reason.RULE: "Nét kẻ",
    Reason.REPEATED_HEAD: "Đầu bảng lặp lại ở trang sau",
    Reason.OVERPRINT: "Chữ in chồng để đậm",
    Reason.WATERMARK: "Chữ chìm",
    Reason.SITE: "Phần của trang web, không phải văn bản",
    Reason.OUTLINE_COPY: "Bản sao mục lục bên cạnh văn bản",
    Reason.CONTENTS: "Mục lục",
    Reason.PLACEHOLDER: "Lời nhắc trong ô trống",
    Reason.EMBEDDED: "Tệp nhúng",
    Reason.EMPTY_FIELD: "Trường Word chỉ hiện trên màn hình",
    Reason.FORM: "Giá trị ô biểu mẫu nằm trên trang",
    Reason.NOTES: "Ghi chú của tệp",
    Reason.MARKUP: "Ký hiệu định dạng",
    Reason.PICTURE: "Trang chỉ có ảnh, chưa đọc",
    Reason.UNREADABLE: "Trang hỏng, không đọc được",
}
"""Why something was left out, in words; a reason without words prints its key."""

LOSSES = {
    Lost.LETTER: "mất chữ",
    Lost.SYLLABLE: "tiếng không thể có",
    Lost.SYMBOL: "ký hiệu không rõ nghĩa",
    Lost.SCRIPT: "chữ của hệ chữ khác",
    Lost.UNVERIFIED: "máy đọc từ ảnh",
}

MENDINGS = {
    Mending.TCVN3: "bảng mã TCVN3 (ABC)",
    Mending.VNI: "bảng mã VNI",
    Mending.VPS: "bảng mã VPS",
    Mending.VISCII: "bảng mã VISCII",
    Mending.NFC: "dấu rời gộp vào chữ",
    Mending.ETH: "Ð đổi thành Đ",
    Mending.HORN: "Ƣ đổi thành Ư",
    Mending.LOOK_ALIKE: "chữ Kirin hoặc Hy Lạp giống chữ Latinh",
    Mending.LIGATURE: "chữ ghép",
    Mending.SYMBOL: "ký hiệu của phông hình",
    Mending.UNSEEN: "ký tự không hiện",
    Mending.BLANK: "khoảng trắng lạc vào giữa chữ",
}

KINDS = {
    "preamble": "phần mở đầu",
    "part": "phần",
    "chapter": "chương",
    "section": "mục",
    "subsection": "tiểu mục",
    "article": "điều",
    "capital": "A.",
    "roman": "I.",
    "number": "1.",
    "decimal": "1.1.",
    "letter": "a)",
    "paren": "(1)",
    "ordinal": "Một là",
    "dash": "gạch đầu dòng",
    "plus": "dấu +",
    "star": "dấu chấm tròn",
    "annex": "phụ lục",
    "paragraph": "phần kết",
}

_QUALIFIERS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "khoảng ",
    Qualifier.NEARLY: "gần ",
    Qualifier.ABOVE: "trên ",
    Qualifier.AT_LEAST: "từ ",
    Qualifier.BELOW: "dưới ",
    Qualifier.AT_MOST: "không quá ",
}
_SHOWN = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A place to compare, cut around the doubtful word."""

    line: int
    page: int
    before: str
    word: str
    after: str
    why: str


def report_html(source: Imported, *, sheet: bool) -> str:
    """Return the report as one self-contained page; the sheet is its short form to print and sign."""
    from jinja2 import Environment, StrictUndefined

    pages = [paragraph.place.page for paragraph in source.extraction.paragraphs]
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(
        (files("giaotrinh.driver.edge.reports") / "import.html").read_text(encoding="utf-8")
    )
    return template.render(
        title=f"Phiếu đối chiếu nguồn «{source.identity}»" if sheet else f"Báo cáo nhập nguồn «{source.identity}»",
        source=source,
        sheet=sheet,
        account=account(source.extraction),
        places=list(_doubts(source, pages)),
        findings=[f"{found.span}: {headline(found, 'vi')}" for found in source.diagnostics],
        counts=[(KINDS.get(kind, kind), number) for kind, number in outline_counts(source.provisions).items()],
        provisions=list(_provisions(source, pages)),
        figures=list(_figures(source)),
        mended=[(MENDINGS.get(kind, kind), number) for kind, number in sorted(source.extraction.mended.items())],
        left_out=_by_reason(source.extraction.left_out),
    )


def sheet_job(source: Imported) -> Job:
    """Return the sign-off sheet as a job for the printer."""
    return Job(name=f"import/{source.identity}", html=report_html(source, sheet=True), styles={})


def _doubts(source: Imported, pages: Sequence[int]) -> Iterator[Doubt]:
    for one in source.extraction.damaged:
        before = one.excerpt[: one.at].replace(LOST, "__")
        after = one.excerpt[one.at + len(one.text) :].replace(LOST, "__")
        page = pages[one.line - 1] if one.line <= len(pages) else 0
        # A line to write the letter on.
        word = one.text.replace(LOST, "__") or "…"
        yield Doubt(line=one.line, page=page, before=before, word=word, after=after, why=_why(one))


def _why(one: Damage) -> str:
    return LOSSES.get(one.kind, one.kind)


def _provisions(source: Imported, pages: Sequence[int]) -> Iterator[dict[str, object]]:
    for root in source.provisions:
        for part in root.walk():
            page = pages[part.line - 1] if 0 < part.line <= len(pages) else 0
            yield {"path": part.path, "page": page, "words": f"{part.label} {part.title}".strip()[:_SHOWN]}


def _figures(source: Imported) -> Iterator[dict[str, str]]:
    for path, quantities in source.quantities.items():
        for quantity in quantities:
            yield {"path": path, "text": quantity.text, "reading": _reading(quantity)}


def _reading(quantity: Quantity) -> str:
    bounds = [f"{number.normalize():f}" for number in dict.fromkeys((quantity.low, quantity.high))]
    horizon = f", cho {quantity.horizon}" if quantity.horizon else ""
    return f"{_QUALIFIERS[quantity.qualifier]}{'–'.join(bounds)} {quantity.unit}".rstrip() + horizon


def _by_reason(parts: Sequence[LeftOut]) -> list[tuple[str, list[LeftOut]]]:
    grouped: dict[str, list[LeftOut]] = {}
    for part in parts:
        grouped.setdefault(REASONS.get(part.reason, part.reason), []).append(part)
    return list(grouped.items())
