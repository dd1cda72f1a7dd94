"""What a number of a lecture is taken for, and what is made of it: one row a line of the decision table."""

import pytest

from check.small_course import SOURCE_TEXT, checked

TEXT = (
    SOURCE_TEXT
    + """V. KINH PHÍ, NHÂN LỰC
1. Chi cho nghiên cứu đạt 2% GRDP, trong đó kinh phí từ xã hội chiếm hơn 60%; bố trí ít nhất 3% tổng chi ngân sách.
2. Số đơn đăng ký sáng chế tăng trung bình 16-18%/năm; tiêu hao năng lượng giảm trung bình 1,5%/năm.
3. Nhân lực nghiên cứu đạt 12 người trên một vạn dân; thuộc nhóm 3 thành phố dẫn đầu khu vực Đông Nam Á.
4. Đến năm 2025 có ít nhất 5 doanh nghiệp công nghệ số; hơn một triệu hộ dùng dịch vụ công trực tuyến, đạt trên 80%.
5. Duy trì tỷ lệ che phủ rừng ở mức 42%.
6. Có chính sách đặc thù; nâng phụ cấp ưu đãi nghề đối với cơ sở giáo dục mầm non và phổ thông lên tối thiểu 70% cho \
giáo viên, tối thiểu 30% cho nhân viên, 100% cho giáo viên ở khu vực đặc biệt khó khăn, biên giới, hải đảo.
7. Phấn đấu ít nhất 8 cơ sở đại học thuộc nhóm 200 đại học hàng đầu châu Á, ít nhất 1 cơ sở đại học thuộc nhóm \
100 đại học hàng đầu thế giới trong một số lĩnh vực.
"""
)

ERRORS = [
    ("figure-direction", "Số đơn đăng ký sáng chế giảm trung bình 16-18%/năm {cite}`V.2`."),
    ("figure-period", "Số đơn đăng ký sáng chế tăng trung bình 16-18% mỗi quý {cite}`V.2`."),
    ("figure-base", "Mỗi năm bố trí ít nhất 3% GRDP cho nghiên cứu từ ngân sách {cite}`V.1`."),
    ("figure-base", "Nhân lực nghiên cứu đạt 12 người trên một nghìn dân {cite}`V.3`."),
    ("figure-differs", "Chi cho nghiên cứu đạt bốn phần trăm GRDP {cite}`V.1`."),
    ("figure-qualifier", "Bố trí không quá 3% tổng chi ngân sách hằng năm {cite}`V.1`."),
    ("figure-horizon", "Tỷ lệ đô thị hóa đạt 60-62% năm 2030 {cite}`II.5`."),
]

LOOKED_AT = [
    ("figure-differs", "Ít nhất bảy doanh nghiệp công nghệ số vào năm 2025 {cite}`V.4`."),
    ("figure-origin", "Chi cho nghiên cứu đạt 2% GRDP, trong đó hơn 60% từ Nhà nước {cite}`V.1`."),
    ("figure-reach", "Thuộc nhóm 3 thành phố dẫn đầu thế giới {cite}`V.3`."),
    ("figure-direction", "Tỷ lệ che phủ rừng tăng thêm 42% {cite}`V.5`."),
]

SILENT = [
    # sourced, in other words
    "Hơn ba phần năm kinh phí nghiên cứu là từ xã hội {cite}`V.1`.",
    "Chi cho nghiên cứu đạt 2% GRDP {cite}`V.1`; phần còn lại của GRDP là 98%.",
    # computed
    "Thất nghiệp dưới 3% {cite}`II.3`. Dịch vụ 65%, công nghiệp và xây dựng 23% {cite}`IV.1, IV.2`, cộng lại là 88%.",
    "Đô thị hóa từ 60-62% lên 65-75% {cite}`II.5`, tức là thêm 5-13 điểm phần trăm.",
    "| Chỉ tiêu {cite}`II.5` | Năm 2025 | Năm 2030 | Khoảng cách |\n|---|---|---|---|\n"
    "| Tỷ lệ đô thị hóa | 60-62% | 65-75% | 5-13% |",
    # in the words of its own statement
    "4. Phụ cấp ưu đãi nghề: tối thiểu 70% cho giáo viên, tối thiểu 30% cho nhân viên, 100% cho giáo viên ở các vùng "
    "đã nêu {cite}`V.6`.",
    # a place in a ranking is no count
    "| Đích {cite}`V.7` | Năm 2030 |\n|---|---|\n| Cơ sở đại học thuộc nhóm 100 thế giới | ít nhất 1 |",
    # the year that opens its sentence
    "Sau năm 2030 thì sao? Đáp: năm 2025, kinh tế số khá hơn; tỷ lệ thất nghiệp dưới 3% {cite}`II.3`.",
    # assumed
    "Nếu kinh tế số được 24% GRDP thì sao {cite}`II.2`?",
    "Giả sử một xã có 1.250 hộ thì 40% là 500 hộ.",
    "Ví dụ xã B thu 12,5 tỷ đồng mỗi năm.",
    # of the class
    "Chia lớp thành 6 tổ, thảo luận 15 phút rồi trình bày 3 phút.",
    "Anh hùng vào nghề năm 18 tuổi, làm suốt hai mươi năm.",
    # mentioned
    "Không được viết là 9,9% trong báo cáo.",
]

TABLE = "Thành phố có diện tích 3.359,8 km2 và dân số 8,7 triệu người."


@pytest.mark.parametrize(("code", "body"), ERRORS)
def test_an_error_is_sure(code, body):
    assert checked(body, text=TEXT).one(code).severity == "error"


@pytest.mark.parametrize(("code", "body"), LOOKED_AT)
def test_what_is_likely_is_to_look_at(code, body):
    assert checked(body, text=TEXT).one(code).severity == "warning"


@pytest.mark.parametrize("body", SILENT)
def test_a_number_with_a_ground_is_no_finding(body):
    assert [code for code in checked(body, text=TEXT).codes() if code != "count-differs-in-source"] == []


def test_numbers_without_a_ground_make_one_table():
    found = checked(f"{TABLE}\n\nĐất nông nghiệp còn 197.000 ha.", text=TEXT).one("figures-ungrounded")

    assert found.severity == "info"
    assert dict(found.arguments) == {"count": "3", "listed": "3.359,8 km2; 8,7 triệu người; 197.000 ha"}


def test_a_school_may_stop_a_module_with_such_numbers():
    found = checked(TABLE, text=TEXT, course={"policy": {"ungrounded": "stop"}}).one("figures-ungrounded")

    assert found.severity == "error"


def test_a_message_quotes_whole_words_of_the_provision():
    body = "Số đơn đăng ký sáng chế giảm trung bình 16-18%/năm {cite}`V.2`."
    stated = dict(checked(body, text=TEXT).one("figure-direction").arguments)["stated"]

    assert stated.startswith(("Số đơn đăng ký sáng chế tăng", "đơn đăng ký"))
