"""A small course in memory: a complete source, a summary, a module; tests change a part and see what is found."""

import base64
from dataclasses import dataclass

import yaml

from giaotrinh.check import check, link
from giaotrinh.driver.build.settling import settle
from giaotrinh.model.codes import Stage
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read import read_project

MODULE = "course/modules/01-mot.md"
COURSE = "course/course.yaml"
BANK = "course/questions/bank.yaml"
TEXT = "course/sources/nq/text.txt"
SETTINGS = "course/sources/nq/source.yaml"
SUMMARY = "course/sources/tom-tat/text.txt"

SOURCE_TEXT = """\
I. KẾT QUẢ
1. Tăng trưởng GRDP bình quân giai đoạn 2016-2020 đạt 7,39%/năm.
2. GRDP bình quân đầu người năm 2020 ước đạt 5.420 USD, bằng 1,5 lần năm 2015.
3. Chương trình 02-CTr/TU ngày 17-3-2021 về phát triển kinh tế Thủ đô nhanh và bền vững do đồng chí Nguyễn Văn An ký.
4. Chương trình 04-CTr/TU ngày 17-3-2021 về xây dựng nông thôn mới và cơ cấu lại ngành nông nghiệp.
5. Đại hội họp từ ngày 11-10-2020 đến ngày 13-10-2020; phiên trù bị ngày 12-10-2020.
6. Báo cáo gửi trước ngày 15 tháng 12 hằng năm; quy định này áp dụng từ ngày 01 tháng 01 năm 2022.
II. CHỈ TIÊU ĐẾN NĂM 2025
1. GRDP bình quân đầu người: 8.300-8.500 USD.
2. Tỷ trọng kinh tế số trong GRDP: khoảng 30%.
3. Tỷ lệ thất nghiệp: dưới 3%.
4. Kim ngạch xuất khẩu: 20,470 tỷ USD.
5. Tỷ lệ đô thị hóa đến năm 2025 đạt 60-62%, đến năm 2030 đạt 65-75%.
6. Số đảng viên: hơn 45 vạn đảng viên.
III. KHÂU ĐỘT PHÁ
1. Phát triển kết cấu hạ tầng đồng bộ, hiện đại, nối đô thị trung tâm với ngoại thành.
2. Hoàn thiện thể chế, nâng cao hiệu lực quản lý nhà nước; chăm lo đời sống Nhân dân.
3. Phát triển nguồn nhân lực chất lượng cao.
IV. CƠ CẤU GRDP NĂM 2025
1. Dịch vụ: 65%.
2. Công nghiệp và xây dựng: 23%.
3. Nông nghiệp: 12%.
"""

SOURCE = {
    "title": "Nghị quyết Đại hội đại biểu lần thứ XVII Đảng bộ thành phố Hà Nội, nhiệm kỳ 2020-2025",
    "short_title": "Nghị quyết Đại hội XVII",
    "cite_as": "Nghị quyết",
    "status": "complete",
    "wording": "verbatim",
    "date": "2020-10-13",
    "announced": {"breakthrough": 3, "target": 6},
    "roles": {"II.*": "target", "III.*": "breakthrough"},
    "figures": {
        "grdp-2025": {
            "metric": "GRDP bình quân đầu người",
            "metric_id": "grdp",
            "text": "8.300-8.500",
            "unit": "USD",
            "horizon": "2025",
            "provision": "II.1",
        },
        "kinh-te-so": {
            "metric": "Tỷ trọng kinh tế số trong GRDP",
            "metric_id": "kinh-te-so",
            "text": "khoảng 30",
            "unit": "%",
            "horizon": "2025",
            "provision": "II.2",
        },
        "that-nghiep": {
            "metric": "Tỷ lệ thất nghiệp",
            "metric_id": "that-nghiep",
            "text": "dưới 3",
            "unit": "%",
            "horizon": "2025",
            "provision": "II.3",
        },
    },
}

FIGURES = SOURCE["figures"] | {
    "do-thi-hoa-2030": {
        "metric": "Tỷ lệ đô thị hóa",
        "metric_id": "do-thi-hoa",
        "text": "65-75",
        "unit": "%",
        "horizon": "2030",
        "provision": "II.5",
    },
    "cong-nghiep": {
        "metric": "Tỷ trọng công nghiệp và xây dựng trong GRDP",
        "metric_id": "cong-nghiep",
        "text": "23",
        "unit": "%",
        "horizon": "2025",
        "provision": "IV.2",
    },
    "do-thi-hoa": {
        "metric": "Tỷ lệ đô thị hóa",
        "metric_id": "do-thi-hoa",
        "text": "60-62",
        "unit": "%",
        "horizon": "2025",
        "provision": "II.5",
    },
    "dich-vu": {
        "metric": "Tỷ trọng dịch vụ trong GRDP",
        "metric_id": "dich-vu",
        "text": "65",
        "unit": "%",
        "horizon": "2025",
        "provision": "IV.1",
    },
}
"""Figures enough to take one for another."""

SUMMARY_SOURCE = {
    "title": "Kế hoạch năm năm",
    "short_title": "Kế hoạch năm năm",
    "cite_as": "Tóm lược kế hoạch",
    "status": "sample",
    "wording": "summary",
    "date": "2021-09-23",
    "number": "20/NQ-HĐND",
}
SUMMARY_TEXT = """\
1. Giường bệnh trên một vạn dân đến năm 2025: 30-35 giường/vạn dân.
2. Mạng lưới y tế cơ sở được củng cố, mọi xã, phường đều có bác sĩ làm việc thường xuyên tại trạm trong suốt nhiệm kỳ.
3. Đến năm 2030, Thành phố xanh, thông minh, hiện đại.
"""

COURSE_DATA = {
    "title": "Học tập Nghị quyết",
    "short_title": "Nghị quyết",
    "kind": "Giáo trình",
    "school": {"name": "Trường"},
    "audience": "hoc-vien",
    "audiences": {"hoc-vien": "Học viên"},
    "as_of": "2021-09-30",
    "year": 2021,
    "main_source": "nq",
    "sources": ["nq", "tom-tat"],
    "modules": ["01-mot"],
    "editions": ["hoc-vien"],
    "glossary": [{"term": "GRDP", "meaning": "tổng sản phẩm trên địa bàn"}],
    "references": [
        {"id": "bao", "text": "Báo Nhân Dân ngày 25-12-2020", "issued": "2020-12-25"},
        {"id": "nq12", "text": "Nghị quyết 12/NQ-CP ngày 07-02-2023", "issued": "2023-02-07"},
    ],
}

FRONT = {"title": "Một", "short_title": "Một", "periods": {"theory": 4}}

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""A picture of one dot."""

FRAME = frozenset(
    {
        "module-part-missing",
        "minutes-do-not-add-up",
        "question-without-answer",
        "session-not-filled",
        "provision-not-taught",
    }
)
"""Findings about a module that is only a fragment."""


@dataclass(frozen=True)
class Checked:
    """A small course and what was found in it."""

    files: dict[str, bytes]
    curriculum: Curriculum
    found: tuple[Diagnostic, ...]

    def codes(self) -> list[str]:
        """Return the codes of the findings, the frame's left out."""
        return [each.code for each in self.found if each.code not in FRAME]

    def one(self, code: str) -> Diagnostic:
        """Return the one finding of a code."""
        (found,) = [each for each in self.found if each.code == code]
        return found

    def words(self, code: str) -> str:
        """Return the words at which the one finding of a code points; its line where no end is known."""
        span = self.one(code).span
        line = self.files[span.file].decode().split("\n")[span.line - 1]
        return line[span.column - 1 : span.end_column - 1] if span.end_column else line

    def place(self, code: str) -> tuple[str, int]:
        """Return file and line of the one finding of a code."""
        span = self.one(code).span
        return span.file, span.line


def files_of(
    body: str = "",
    *,
    front: dict[str, object] | None = None,
    source: dict[str, object] | None = None,
    text: str = SOURCE_TEXT,
    summary: str = SUMMARY_TEXT,
    course: dict[str, object] | None = None,
    questions: list[dict[str, object]] | None = None,
) -> dict[str, bytes]:
    """Return the files of a small course."""
    head = _yaml(FRONT | (front or {})).decode()
    files = {
        COURSE: _yaml(COURSE_DATA | (course or {})),
        SETTINGS: _yaml(SOURCE | (source or {})),
        TEXT: text.encode(),
        "course/sources/tom-tat/source.yaml": _yaml(SUMMARY_SOURCE),
        SUMMARY: summary.encode(),
        "course/images/hinh.png": PICTURE,
        MODULE: f"---\n{head}---\n\n{body}\n".encode(),
    }
    return files | ({BANK: _yaml({"questions": questions})} if questions else {})


def checked(body: str = "", **changes: object) -> Checked:
    """Return the small course with a module's body and changes, linked and checked."""
    files = files_of(body, **changes)  # type: ignore[arg-type]
    reading = read_project(Snapshot(files=files))
    assert reading.value is not None, reading.diagnostics
    curriculum, links = link(reading.value)
    return Checked(files=files, curriculum=curriculum, found=settle(curriculum, (*links, *check(curriculum)), Stage)[0])


def line_of(checked: Checked, words: str, file: str = MODULE) -> int:
    """Return the number of the line that holds words."""
    lines = checked.files[file].decode().split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


def _yaml(data: object) -> bytes:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()
