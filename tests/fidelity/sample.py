"""A small correct course in which every kind of error can be planted at least once."""

from check.small_course import FIGURES, files_of
from fidelity.courses import Course

FRONT = {"title": "Một", "short_title": "Một", "periods": {"theory": 3, "discussion": 1}}

BODY = """\
:::{objectives}
:kind: knowledge

- Trình bày được các chỉ tiêu chủ yếu.
:::

:::{objectives}
:kind: skills

- Xây dựng được kế hoạch của đơn vị.
:::

:::{objectives}
:kind: attitude

- Có ý thức trách nhiệm với số liệu.
:::

:::::{activity} Nghị quyết và các chỉ tiêu
:minutes: 135
:step: teaching

## Văn kiện

Nghị quyết Đại hội đại biểu lần thứ XVII Đảng bộ thành phố Hà Nội, nhiệm kỳ 2020-2025 là văn kiện của cả
nhiệm kỳ. Đại hội họp từ ngày 11-10-2020 đến ngày 13-10-2020 {cite}`I.5`, phiên trù bị ngày 12-10-2020.

Nghị quyết xác định ba khâu đột phá và 6 chỉ tiêu chủ yếu {cite}`II, III`, chỉ tiêu nào cũng có mốc thời gian.

Chương trình 02-CTr/TU ngày 17-3-2021 về phát triển kinh tế Thủ đô nhanh và bền vững {cite}`I.3`.

Nghị quyết nêu: “Hoàn thiện thể chế, nâng cao hiệu lực quản lý nhà nước; chăm lo đời sống Nhân dân” {cite}`III.2`.

:::{quote}
:source: III.1

Phát triển kết cấu hạ tầng đồng bộ, hiện đại, nối đô thị trung tâm với ngoại thành.
:::

:::{quote}
:source: II.5

Tỷ lệ đô thị hóa đến năm 2025 đạt 60-62%, đến năm 2030 đạt 65-75%.
:::

## Mức xuất phát

Tăng trưởng GRDP bình quân giai đoạn 2016-2020 đạt 7,39%/năm {cite}`I.1`, là mức mà các địa phương khác lấy để so sánh.

GRDP bình quân đầu người năm 2020 ước đạt 5.420 USD {cite}`I.2`, thuộc nhóm dẫn đầu cả nước theo nhận xét của báo chí.

## Chỉ tiêu

Đến năm 2025, GRDP bình quân đầu người đạt 8.300-8.500 USD {cite}`II.1`; Thành phố theo dõi chỉ tiêu này hằng năm.

Kinh tế số trong {term}`GRDP` là khoảng {value}`kinh-te-so` {cite}`II.2`; tỷ lệ thất nghiệp dưới 3% {cite}`II.3`.

Tỷ lệ đô thị hóa đến năm 2025 đạt 60-62%, đến năm 2030 đạt 65-75% {cite}`II.5`, theo {ref}`bang` dưới đây.

Toàn Đảng bộ có hơn 45 vạn đảng viên {cite}`II.6`; kim ngạch xuất khẩu đạt 20,470 tỷ USD {cite}`II.4`.

Dịch vụ chiếm {value}`dich-vu` GRDP, công nghiệp và xây dựng {value}`cong-nghiep` GRDP {cite}`IV.1, IV.2`.

Cơ cấu GRDP năm 2025 gồm dịch vụ 65%, công nghiệp và xây dựng 23%, nông nghiệp 12% {cite}`IV`.

:::{table} Chỉ tiêu GRDP bình quân đầu người 8.300-8.500 USD
:id: bang

| Chỉ tiêu | Mức | Nguồn |
|---|---|---|
| GRDP bình quân đầu người | 8.300-8.500 USD | {cite}`II.1` |
| Tỷ lệ thất nghiệp | dưới 3% | {cite}`II.3` |
:::

:::{figure} Kim ngạch xuất khẩu
:src: hinh.png
:alt: Kim ngạch xuất khẩu 20,470 tỷ USD
:::

:::{notes}
:kind: stress

Nhắc lại: GRDP bình quân đầu người 8.300-8.500 USD, không phải số của dự thảo {cite}`II.1`.
:::

Mỗi đơn vị cần làm ba nội dung sau:

- đọc;
- tính;
- so sánh.

:::{keypoints}

1. Ba khâu đột phá {cite}`III`.
2. GRDP bình quân đầu người đạt 8.300-8.500 USD {cite}`II.1`.
:::

::::{question}
:kind: essay
:cites: II.1

Phân tích chỉ tiêu về GRDP bình quân đầu người.

:::{answer}
GRDP bình quân đầu người đến năm 2025 đạt 8.300-8.500 USD; năm 2020 ước đạt 5.420 USD.
:::
::::

:::{reading}
:kind: required

- Nghị quyết 20/NQ-HĐND ngày 23-9-2021.
:::
:::::

:::{discussion} Thảo luận
:minutes: 25

Bàn về khâu đột phá của đơn vị.
:::

:::{exercise} Bài tập
:minutes: 20

Tính mức của đơn vị.
:::

:::{slide} Chỉ tiêu

- GRDP bình quân đầu người: 8.300-8.500 USD
- {cite}`II.1`
:::
"""

QUESTIONS = [
    {
        "id": "q1",
        "kind": "short",
        "stem": "GRDP bình quân đầu người đến năm 2025 là bao nhiêu?",
        "answer": "GRDP bình quân đầu người đạt 8.300-8.500 USD.",
        "cites": ["II.1"],
        "module": "01-mot",
    }
]


def sample() -> Course:
    """Return the small course."""
    return Course(
        name="sample", files=files_of(BODY, source={"figures": FIGURES}, front=dict(FRONT), questions=QUESTIONS)
    )
