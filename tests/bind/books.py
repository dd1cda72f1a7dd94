"""Two small books printed once for all tests of binding and proving."""

from dataclasses import replace
from functools import cache

from bind.serial_printer import glyph_sheet, head_sheet, print_html
from giaotrinh.bind import bind, plan
from giaotrinh.model.edition import PageSetup, Part, Reader
from giaotrinh.model.fragment import Book, Bound, Fragment, Mark, Section

SETUP = PageSetup(id="a4", width=210, height=297, inner=30, outer=25, top=27, bottom=35, body_points=14)
HALF = (30 - 25) / 2 * 72 / 25.4
MODULES = ("m1", "m2")
SECRET = "Lời dẫn chỉ giảng viên mới được đọc trước khi bắt đầu buổi học đầu tiên của lớp"


@cache
def fragment(job: str) -> Fragment:
    part, _, module = job.partition("/")
    return print_html(job, _BODIES[part].replace("{m}", module), title=f"{part} {module}")


_BODIES = {
    "cover": "<h1 style='bookmark-level: none'>Tài liệu bồi dưỡng</h1>",
    "contents": """<h1 id="muc-luc">Mục lục</h1><p><a href="asset:///ref/m1">Chuyên đề m1</a></p>
        <p><a href="asset:///ref/m2/bang">Bảng của chuyên đề m2</a></p>""",
    "body": """<h1 id="{m}/dau">Chuyên đề {m}: mục tiêu đến năm 2025</h1>
        <p id="{m}/b1">Nghị quyết xác định khâu đột phá <a href="asset:///ref/m2/bang">xem bảng</a>.</p>
        <h2>Tình hình</h2><ul><li>Một việc</li><li>Hai việc</li></ul><ol><li>Thứ nhất</li><li>Thứ hai</li></ol>
        <table id="{m}/bang"><thead><tr><th>Chỉ tiêu</th><th>2025</th></tr></thead>
        <tbody><tr><th scope="row">GRDP</th><td>8.500</td></tr></tbody></table>
        <h2 style="break-before: page">Nhiệm vụ</h2><p id="{m}/b2">Quay lại <a href="#{m}/b1">đoạn đầu</a>,
        hoặc xem <a href="https://example.org/tai-lieu">trang ngoài</a>. Ưu tiên: ẩm ướt, đường sắt.</p>
        <h2 style="break-before: page">Kết luận</h2><p>Trang thứ ba của {m}.</p>""",
    "worksheet": "<h1>Phiếu làm việc {m}</h1><p id='{m}/phieu'>Ghi ý kiến của nhóm.</p>",
    "lesson-plan": "<h1>Kế hoạch bài giảng {m}</h1><p>Ổn định lớp, năm phút.</p>",
    "notes": f"""<section id="facing/0"><h2>Ghi chú trang đầu</h2><p id="{{m}}/n1">{SECRET}</p></section>
        <p style="break-before: page">Ghi chú còn tiếp của trang đầu.</p>
        <section id="facing/1" style="break-before: page"><p>Ghi chú trang hai.</p></section>""",
}


def _section(template: str, numbering: str, module: str = "", *, faces: str = "", opens_right: bool = False) -> Section:
    learners = numbering != "own" and not faces
    reader = Reader.LEARNER if learners else Reader.INSTRUCTOR
    part = Part(
        template=template, home="hoc-vien", reader=reader, faces=faces, numbering=numbering, opens_right=opens_right
    )
    job = f"{template}/{module}" if module else template
    printed = fragment(job)
    return Section(
        part=part,
        job=job,
        page_count=printed.page_count,
        module=module,
        anchors=printed.anchors,
        head=module,
        opening_pages=1 if template == "body" else 0,
    )


def learner_sections() -> tuple[Section, ...]:
    sections = [_section("cover", "none"), _section("contents", "roman")]
    for module in MODULES:
        sections += [_section("body", "arabic", module, opens_right=True), _section("worksheet", "arabic", module)]
    return tuple(sections)


def instructor_sections() -> tuple[Section, ...]:
    sections = [_section("cover", "none"), _section("contents", "roman")]
    for module in MODULES:
        sections += [
            _section("lesson-plan", "own", module, opens_right=True),
            _section("notes", "arabic", module, faces="body"),
            _section("body", "arabic", module, opens_right=True),
            _section("worksheet", "arabic", module),
        ]
    return tuple(sections)


def book_of(name: str, sections: tuple[Section, ...], **changes: object) -> Book:
    fragments = changes.pop("fragments", None) or {section.job: fragment(section.job) for section in sections}
    book = Book(
        name=name,
        title="Giáo trình thử",
        setup=SETUP,
        sections=sections,
        page_map=plan(sections, mirrored=True),
        fragments=fragments,  # type: ignore[arg-type]
        overlays=(head_sheet(*MODULES), glyph_sheet()),
        link_texts={"m1": "Chuyên đề 1"},
        author="Trường",
    )
    return replace(book, **changes)  # type: ignore[arg-type]


@cache
def learner_book() -> Book:
    return book_of("hoc-vien", learner_sections())


@cache
def instructor_book() -> Book:
    return book_of("giang-vien", instructor_sections(), marks=(Mark(block="m1/b2", text="a"),))


@cache
def learner() -> Bound:
    return bind(learner_book())


@cache
def instructor() -> Bound:
    return bind(instructor_book())
