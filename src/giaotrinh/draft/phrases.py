"""Sentences of ours that hold for the whole of a course: they stand once, in its foreword.

How the parts of a resolution are read, how sheets and written answers are marked: a module says only what is its own.
"""

from collections.abc import Mapping

from giaotrinh.model.source import Role
from giaotrinh.viet import roles

NAMES: Mapping[str, str] = {
    **{role.value: name for role, name in roles.NAMES.items()},
    "task-group": roles.NAMES[Role.TASK],
    "rest": "nội dung",
    "formal": "nội dung đã được quyết định tại hội nghị",
}
"""Role -> its name in the middle of a sentence; sections of groups of tasks speak of the tasks."""

_TASKS = "Nhiệm vụ, giải pháp: hỏi ba câu với từng ý: làm gì, ai làm, kết quả nào chứng tỏ đã làm. Việc nào làm được ngay, việc nào phải chờ hướng dẫn thì tách riêng."
READING: Mapping[str, str] = {
    "theme": "Chủ đề cho biết văn bản đặt điều gì lên trước hết.",
    "viewpoint": "Quan điểm đọc nguyên văn, không thay chữ; đó là chỗ dựa để lựa chọn khi gặp việc chưa có tiền lệ.",
    "goal": "Mục tiêu đọc theo mốc thời gian, không trộn mốc gần với mốc xa.",
    "vision": "Tầm nhìn chỉ hướng đi ở mốc xa, không thay cho mục tiêu, chỉ tiêu trước mắt.",
    "target": "Chỉ tiêu đọc đủ năm thành phần: tên, mức, đơn vị đo, mốc thời gian, chữ chỉ mức độ (“ít nhất”, “trên”, “khoảng”).",
    "orientation": "Định hướng xác định hướng hành động; việc cụ thể do chương trình, kế hoạch quy định.",
    "breakthrough": "Khâu đột phá là khâu được chọn để làm trước, mở đường cho các nhiệm vụ khác.",
    "task-group": _TASKS,
    "task": _TASKS,
    "result": "Kết quả là điểm xuất phát để so sánh; con số nào cũng đi cùng thời điểm của nó.",
    "limitation": "Hạn chế, nguyên nhân đọc theo lời của văn bản, không thêm nhận xét ngoài văn bản.",
    "cause": "Hạn chế, nguyên nhân đọc theo lời của văn bản, không thêm nhận xét ngoài văn bản.",
    "implementation": "Tổ chức thực hiện: tìm tên cơ quan mình, phân biệt chủ trì với phối hợp, ghi thời hạn báo cáo.",
    "rest": "Quy định đọc kỹ từng vế câu: áp dụng cho ai, điều kiện gì, trừ trường hợp nào, ai chịu trách nhiệm.",
    "formal": "Nội dung về nhân sự, biểu quyết, cảm ơn được đọc để biết, không giao bài, không hỏi thi.",
}
"""Role -> how such parts are read."""

FOREWORD = (
    "Tài liệu này theo sát {doc}: lời văn bản in trong khung, có mục dẫn; phần của ban biên soạn chỉ hỏi, so sánh và giao việc. "
    "Điều văn bản không nêu thì ghi rõ là chưa nêu. Mỗi buổi: đọc văn bản trước, giảng sau, rồi tìm việc của đơn vị mình."
)
MARKING = (
    "**Chấm phiếu bài tập.** Một dòng đạt khi: bắt đầu bằng động từ; sản phẩm đếm được hoặc nộp được; một cơ quan chủ trì; thời hạn "
    "có ngày hoặc quý; căn cứ dẫn đúng mục. Không chép nguyên lời văn bản làm nhiệm vụ, không lấy hội nghị thay cho sản phẩm. Thời "
    "hạn, nguồn lực văn bản không nêu thì ghi là đơn vị đề xuất."
)
WRITING = (
    "**Chấm câu tự luận.** Phần trình bày, phân tích đúng văn bản nặng hơn phần liên hệ; phần liên hệ phải có việc đã làm, chỗ "
    "vướng, việc sẽ làm, số liệu của đơn vị và nguồn của số liệu."
)
