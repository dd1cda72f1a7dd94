"""Sentences of ours around the words of a source. They vary by rule (the place in the course), protected terms never.

{doc} is what the source is called, {title} the heading of a section, {c} its citation.
"""

from collections.abc import Mapping, Sequence

from giaotrinh.model.source import Role
from giaotrinh.viet import roles

NAMES: Mapping[str, str] = {
    **{role.value: name for role, name in roles.NAMES.items()},
    "task-group": roles.NAMES[Role.TASK],
    "rest": "nội dung",
}
"""Role -> its name in the middle of a sentence; sections of groups of tasks speak of the tasks."""

_TASKS = (
    "{doc} nêu việc phải làm; người học đọc để nhận ra phần việc của cấp mình, ngành mình {c}.",
    "Đọc từng ý dưới đây với ba câu hỏi: làm gì, ai làm, kết quả nào chứng tỏ đã làm {c}.",
    "Mỗi ý là một đầu việc có thể đưa vào chương trình, kế hoạch của đơn vị {c}. Gạch chân động từ đứng đầu ý.",
    "Phần này cần đọc cùng với thẩm quyền của đơn vị: việc nào làm được ngay, việc nào phải chờ hướng dẫn {c}.",
)
LEADS: Mapping[str, Sequence[str]] = {
    "theme": ("Chủ đề cho biết {doc} đặt điều gì lên trước hết {c}.",),
    "viewpoint": (
        "Quan điểm là chỗ dựa để lựa chọn khi thực hiện: gặp việc chưa có tiền lệ, đơn vị trở lại đây để cân nhắc {c}.",
        "Đọc từng quan điểm và tìm yêu cầu mà quan điểm ấy đặt ra cho người lãnh đạo, quản lý {c}.",
    ),
    "goal": (
        "Mục tiêu trả lời câu hỏi: đi đến đâu, vào thời điểm nào {c}. Gạch chân mốc thời gian trước khi đọc con số.",
        "Đọc mục tiêu theo mốc thời gian, không trộn yêu cầu của mốc gần với mốc xa {c}.",
    ),
    "vision": ("Tầm nhìn chỉ hướng đi ở mốc xa, không thay cho mục tiêu, chỉ tiêu của giai đoạn trước mắt {c}.",),
    "target": (
        "Một chỉ tiêu chỉ dùng được khi đọc đủ tên, mức, đơn vị đo, mốc thời gian và chữ chỉ mức độ {c}.",
        "Đọc từng chỉ tiêu dưới đây và tách riêng năm thành phần: tên, mức, đơn vị đo, mốc, chữ chỉ mức độ {c}.",
    ),
    "orientation": (
        "Định hướng xác định phạm vi và hướng hành động; việc cụ thể do chương trình, kế hoạch quy định {c}.",
        "Đọc định hướng để biết đơn vị cần ưu tiên hướng nào trong lĩnh vực mình phụ trách {c}.",
    ),
    "breakthrough": (
        "Khâu đột phá là khâu được chọn để tập trung làm trước, mở đường cho các nhiệm vụ khác {c}.",
        "Với mỗi khâu đột phá, tìm điểm nghẽn mà khâu ấy nhằm tháo gỡ {c}.",
    ),
    "task-group": _TASKS,
    "task": _TASKS,
    "lesson": (
        "Bài học kinh nghiệm rút ra từ thực tiễn; người học tìm việc của đơn vị mình ứng với từng bài học {c}.",
    ),
    "result": (
        "Kết quả là điểm xuất phát để so sánh khi đánh giá việc thực hiện {c}.",
        "Đọc kết quả theo từng lĩnh vực; con số nào cũng đi cùng thời điểm của nó {c}.",
    ),
    "limitation": ("Hạn chế được đọc theo lời của văn bản, không thêm nhận xét ngoài văn bản {c}.",),
    "cause": ("Nguyên nhân cần đọc cùng hạn chế: nguyên nhân nào, hạn chế nào {c}.",),
    "implementation": (
        "Phần này giao việc cho từng cơ quan. Tìm tên cơ quan của mình, rồi tìm cơ quan mình phải phối hợp {c}.",
        "Đọc để lập danh sách: cơ quan nào chủ trì, cơ quan nào phối hợp, báo cáo ai {c}.",
    ),
    "rest": (
        "Đọc {doc} theo từng mục, ghi bên lề: quy định điều gì, áp dụng cho ai, từ khi nào {c}.",
        "Với mỗi mục dưới đây, xác định đối tượng, điều kiện và trách nhiệm của cơ quan thực hiện {c}.",
        "Phần này cần đọc kỹ từng vế câu: vế nào nêu điều kiện, vế nào nêu việc phải làm {c}.",
    ),
}
"""Role -> sentences that open a section, taken in turn."""

LEAD_INS: Sequence[str] = (
    "Cho lớp đọc thầm đoạn văn bản trước, giảng sau. Mời một học viên nêu ý mình cho là quan trọng nhất với đơn vị.",
    "Hỏi lớp trước khi chiếu: phần này đụng đến việc gì đồng chí đang làm? Ghi hai, ba câu trả lời lên bảng rồi vào bài.",
    "Chia lớp theo bàn, mỗi bàn đọc một ý và nói lại bằng một câu có dẫn đúng mục; giảng viên bổ sung chỗ còn thiếu.",
    "Mở bằng một việc thật của địa phương, ngành liên quan đến phần này, do giảng viên chuẩn bị; không lấy ví dụ ngoài khả năng kiểm chứng.",
)
STRESS: Mapping[str, str] = {
    "viewpoint": "Quan điểm đọc nguyên văn, không thay chữ. Nhấn mạnh yêu cầu đối với người đứng đầu.",
    "goal": "Nhắc lớp phân biệt mục tiêu tổng quát, mục tiêu theo mốc và chỉ tiêu đo được.",
    "target": "Đọc to tên chỉ tiêu trước, con số sau. Con số không có mốc thì không kiểm được.",
    "breakthrough": "Khâu đột phá không phải là nhiệm vụ quan trọng như mọi nhiệm vụ: đây là khâu làm trước.",
    "task-group": "Dừng ở động từ đầu mỗi ý: động từ cho biết sản phẩm phải có.",
    "task": "Dừng ở động từ đầu mỗi ý: động từ cho biết sản phẩm phải có.",
    "implementation": "Đọc đúng tên cơ quan được giao; phân biệt chủ trì với phối hợp.",
    "rest": "Đọc đủ điều kiện đi kèm mỗi quy định; bỏ một vế là hiểu sai phạm vi áp dụng.",
}
STRESS_ELSE = "Đọc theo đúng lời văn bản; nhận xét của giảng viên nói rõ là nhận xét."
TRANSITIONS: Sequence[str] = (
    "Từ phần vừa học, chuyển sang: {title}. Hỏi lớp xem hai phần nối với nhau ở điểm nào.",
    "Tóm lại một câu, rồi chuyển sang: {title}.",
    "Giữ lại trên bảng những ý lớp vừa nêu; phần tiếp theo là: {title}.",
)
CUTS: Sequence[str] = (
    "Chỉ đọc câu đầu của mỗi ý; phần còn lại học viên tự đọc trong sách.",
    "Bỏ phần hỏi đáp, giữ phần đọc văn bản.",
)
RESERVES: Sequence[str] = (
    "Mời thêm một học viên nêu việc của đơn vị ứng với một ý vừa đọc.",
    "Cho hai bàn đổi phần gạch chân và nhận xét chéo.",
)
METHODS: Sequence[str] = (
    "Đọc văn bản, thuyết trình, hỏi đáp",
    "Thuyết trình, phân tích văn bản",
    "Hỏi đáp, làm việc theo bàn",
)
