"""A sheet of rows -> the draft of a programme (Party form) or plan (State form) with the table as its annex.

What nobody has decided stays a marked gap: names, numbers, dates, purposes are never made up.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from giaotrinh.export.word import A4, A4_WIDE, document, end_of_section, paragraph, row, table
from giaotrinh.model.action_plan import COLUMNS, NUMBER, ActionSheet

DOTS = "…………"
OPEN = "[cần bổ sung]"
_HALVES = (66, 94)
"""Widths of the two sides of a letterhead, in millimetres."""
_WIDTHS = (11, 62, 40, 34, 36, 24, 28, 32)
"""Widths of the eight columns, in millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What the papers of a Party body and of a State body have each of their own."""

    kind: str
    number: str
    mottoes: tuple[str, ...]
    above: str
    star: bool
    signs: tuple[str, ...]


_FORMS = {
    "dang": _Form(
        kind="CHƯƠNG TRÌNH HÀNH ĐỘNG",
        number=f"Số {DOTS}-CTr/{DOTS}",
        mottoes=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        above=f"ĐẢNG BỘ {DOTS}",
        star=True,
        signs=(f"T/M {DOTS}", DOTS),
    ),
    "nha-nuoc": _Form(
        kind="KẾ HOẠCH",
        number=f"Số: {DOTS}/KH-{DOTS}",
        mottoes=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        above="CƠ QUAN CHỦ QUẢN",
        star=False,
        signs=("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ",),
    ),
}


def action_plan(sheet: ActionSheet, layout: str) -> bytes:
    """Return the Word document of a sheet in a layout: "dang" or "nha-nuoc"."""
    form = _FORMS[layout]
    count = sum(len(rows) for _, rows in sheet.groups)
    body = [
        *([paragraph(sheet.warning, align="center", bold=True, size=12)] if sheet.warning else []),
        paragraph("DỰ THẢO", align="left", bold=True, italic=True),
        _letterhead(form, sheet.unit),
        paragraph(""),
        paragraph(form.kind, align="center", bold=True, size=16, after=0),
        paragraph(f"thực hiện {sheet.title}", align="center", bold=True, after=12),
        paragraph(_opening(form, sheet)),
        paragraph("I. MỤC ĐÍCH, YÊU CẦU", bold=True, heading=True),
        paragraph("[cần bổ sung: mục đích, yêu cầu của đơn vị]"),
        paragraph("II. NHIỆM VỤ, GIẢI PHÁP", bold=True, heading=True),
        paragraph(
            f"Phụ lục kèm theo ghi {count} nhiệm vụ, giải pháp với sản phẩm, cơ quan chủ trì, cơ quan phối hợp,"
            " thời hạn, nguồn lực và căn cứ; chỗ ghi “[cần bổ sung]” phải được điền trước khi ban hành."
        ),
        paragraph("III. TỔ CHỨC THỰC HIỆN", bold=True, heading=True),
        paragraph("[cần bổ sung: chế độ kiểm tra, báo cáo; cơ quan theo dõi, đôn đốc]"),
        paragraph("", after=0),
        _signature(form),
        end_of_section(A4),
        paragraph("PHỤ LỤC", align="center", bold=True, after=0),
        paragraph(f"Nhiệm vụ, giải pháp thực hiện {sheet.title}", align="center", bold=True),
        _rows(sheet),
        paragraph("", after=0),
    ]
    return document(body, A4_WIDE)


def _opening(form: _Form, sheet: ActionSheet) -> str:
    unit = sheet.unit or "[cần bổ sung: tên cơ quan ban hành]"
    return f"Thực hiện {sheet.title}, {unit} xây dựng {form.kind.lower()} với các nội dung sau:"


def _letterhead(form: _Form, unit: str) -> str:
    issuer = unit.upper() or f"TÊN CƠ QUAN {DOTS}"
    left = [
        _centred(form.above, bold=False),
        _centred(issuer, bold=True),
        *([_centred("*", bold=True)] if form.star else []),
        _centred(form.number, bold=False),
    ]
    right = [
        *(_centred(motto, bold=True, underline=motto is form.mottoes[-1]) for motto in form.mottoes),
        paragraph(f"{DOTS}, ngày … tháng … năm …", align="center", italic=True, size=13, after=0),
    ]
    return table([row(["".join(left), "".join(right)], _HALVES)], _HALVES, ruled=False)


def _signature(form: _Form) -> str:
    left = [
        paragraph("Nơi nhận:", align="left", bold=True, italic=True, size=12, after=0),
        paragraph(f"- {DOTS};", align="left", size=11, after=0),
        paragraph("- Lưu.", align="left", size=11, after=0),
    ]
    right = [_centred(line, bold=True) for line in form.signs]
    return table([row(["".join(left), "".join(right)], _HALVES)], _HALVES, ruled=False)


def _centred(text: str, *, bold: bool, underline: bool = False) -> str:
    return paragraph(text, align="center", bold=bold, underline=underline, size=12, after=0)


def _rows(sheet: ActionSheet) -> str:
    heads = [paragraph(head, align="center", bold=True, size=11, after=0) for head in (NUMBER, *COLUMNS.values())]
    lines = [row(heads, _WIDTHS, is_head=True)]
    number = 0
    for heading, rows in sheet.groups:
        lines.append(row([paragraph(heading, align="left", bold=True, size=11, after=0)], _WIDTHS))
        for cells in rows:
            number += 1
            lines.append(row(_cells(number, cells), _WIDTHS))
    return table(lines, _WIDTHS, ruled=True)


def _cells(number: int, cells: Sequence[str]) -> list[str]:
    said = (str(number), *(cell or OPEN for cell in cells))
    return [paragraph(cell, align="left", italic=cell == OPEN, size=11, after=2) for cell in said]
