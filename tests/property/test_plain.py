"""Every character of a text file is in a paragraph or in the report."""

from hypothesis import given
from hypothesis import strategies as st

from giaotrinh.intake.plain.document import read_plain

LINES = (
    "",
    "---",
    "title: x",
    "# Nghị quyết số 5-NQ/TW",
    "**I- QUAN ĐIỂM",
    "CHỈ ĐẠO**",
    "**1\\. ** Phát triển",
    "\\- Mở rộng \\& nâng cao",
    "* a) Tại trung ương",
    "> ghi chú của người chép",
    "<!-- page: 3 -->",
    "[[SOURCE a PAGE 4]]",
    "CÔNG BÁO/Số 2/Ngày 3",
    "24",
    "25",
    "_____________",
    "HỘI ĐỒNG -------- ",
    "| a | b |",
    "| :--- | ---: |",
    "|",
    "| Nơi nhận:",
    "- Lưu. |",
    "Số: 5/NQ-CP | Hà Nội, ngày 7 tháng 2 năm 2023",
    "TT",
    "I",
    "1",
    "2",
    "phát triển kinh tế",
    "- xã hội của phức tạ p, 8 ,5% .",
    "Ký bởi: A",
    "Ngày ký: B",
    "Ðổi mới *nhanh* `mã` [liên kết](https://vi.dụ)",
    "e\u0301 d\u0323\u0302",
)


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_every_character_is_accounted_for(lines: list[str]) -> None:
    missing, surplus = read_plain("\n".join(lines)).unaccounted()
    assert (dict(missing), dict(surplus)) == ({}, {})


@given(st.text(max_size=200))
def test_any_text_is_accounted_for(text: str) -> None:
    missing, surplus = read_plain(text).unaccounted()
    assert (dict(missing), dict(surplus)) == ({}, {})


@given(st.text(alphabet="Điều khoản 12.)-(ab\n", min_size=1500, max_size=3000))
def test_pages_of_one_line_are_accounted_for(text: str) -> None:
    missing, surplus = read_plain(text).unaccounted()
    assert (dict(missing), dict(surplus)) == ({}, {})
