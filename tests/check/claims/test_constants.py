"""A row for every constant of the verdict: what it decides changes where it is gone."""

from decimal import Decimal

import pytest

import giaotrinh.check
from check.claims.test_claims import TEXT
from check.small_course import FRAME, checked
from giaotrinh.check.claims import computing, verdict, weighing

UNEMPLOYED = "Tỷ lệ thất nghiệp 9% là số của tỉnh bạn, hai bên cùng theo dõi với nhau hằng tháng {cite}`II.3`."

ROWS = [
    ("SURE", 0.99, UNEMPLOYED),
    ("LIKELY", 0.99, "Thất nghiệp ở ven đô, theo lời bà con kể lại, chừng 9% dân làng lúc nông nhàn {cite}`II.3`."),
    ("MEANT", 0.99, "Số đơn đăng ký sáng chế giảm trung bình 16-18%/năm {cite}`V.2`."),
    ("AHEAD", -1.0, "Tỷ lệ đô thị hóa đạt 60-62% năm 2030 {cite}`II.5`."),
    ("CITED", 0.0, "Tiền lương tăng 9,5% {cite}`II.3`."),
    ("CITED", 0.99, "Chi cho nghiên cứu và lương hưu là 7% GRDP {cite}`V.1`."),
    ("SURE_CITED", 0.99, "Chi cho nghiên cứu và lương hưu là 7% GRDP {cite}`V.1`."),
    ("FRACTION", Decimal(50), "Hơn một nửa kinh phí nghiên cứu là từ xã hội {cite}`V.1`."),
    ("THINGS", 0.99, "Có 8 thành phố thuộc diện này {cite}`V.3`."),
    ("BESIDE", -1, "Chi cho nghiên cứu và lương hưu là 7% GRDP {cite}`V.1`."),
    ("MEMORY", 1, "Thu 450 tỷ đồng.\n\nChi 225 tỷ đồng.\n\nLấy hai khoản cộng lại, được 675 tỷ đồng."),
    ("MOST_CITED", 0, "Hai ngành ấy cộng lại là 88% GRDP, theo bảng cơ cấu vừa đọc {cite}`IV.1, IV.2`."),
    ("_ABOUT", Decimal(0), "Chi 7 tỷ đồng, chia cho 3 tỷ đồng, gấp khoảng 2,3 lần; tính ra phần dôi gần 4,1 tỷ đồng."),
    ("_NEAR", Decimal(0), "Thu 450 tỷ đồng, chi 225 tỷ đồng, cộng lại là 765 tỷ đồng."),
]


@pytest.mark.parametrize(("name", "without", "body"), ROWS)
def test_a_constant_decides_something(name, without, body, monkeypatch):
    before = _told(body)
    for module in (computing, verdict, weighing):
        if hasattr(module, name):
            monkeypatch.setattr(module, name, without)

    assert _told(body) != before


def _told(body: str) -> list[tuple[object, ...]]:
    giaotrinh.check._kept._kept.clear()  # findings are kept by the objects they are made from, not by constants
    return [
        (each.code, each.severity, each.arguments) for each in checked(body, text=TEXT).found if each.code not in FRAME
    ]
