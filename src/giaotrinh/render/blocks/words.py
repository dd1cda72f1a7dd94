"""The fixed words of the printed page that Python needs; all others stand in the templates."""

from collections.abc import Mapping

STATUS_LINE = "TÀI LIỆU MẪU - CHƯA ĐỐI CHIẾU VỚI NGUYÊN VĂN NGHỊ QUYẾT"
SUMMARY_HEAD = "TÓM LƯỢC TƯ LIỆU - KHÔNG PHẢI NGUYÊN VĂN"
INSTRUCTOR_HEAD = "DÙNG CHO GIẢNG VIÊN - KHÔNG PHÁT CHO HỌC VIÊN"
MISSING = "chưa có trong văn bản nguồn"

CONFIDENCE: Mapping[str, str] = {
    "press": "theo báo chí, chưa đối chiếu nguyên văn",
    "derived": "theo văn bản cụ thể hóa; chưa rõ có thuộc danh mục chỉ tiêu chính thức",
    "computed": "tính toán của ban biên soạn",
    "missing": MISSING,
    "reworded": "diễn đạt lại",
}
"""Confidence key of a sample source -> its wording; keys themselves never print."""

STEPS: Mapping[str, str] = {
    "opening": "Ổn định lớp",
    "review": "Kiểm tra nhận thức",
    "teaching": "Giảng bài mới",
    "consolidation": "Chốt kiến thức",
    "guidance": "Hướng dẫn câu hỏi, bài tập, nghiên cứu tài liệu",
    "fieldwork": "Nghiên cứu thực tế",
    "assessment": "Ôn tập, kiểm tra, thu hoạch",
    "discussion": "Thảo luận",
    "exercise": "Bài tập",
    "break": "Giải lao",
}
"""Step of an activity, or kind of a timed block -> the step in a lesson plan."""

NOTES: Mapping[str, str] = {
    "lead-in": "Lời dẫn",
    "transition": "Chuyển ý",
    "stress": "Nhấn mạnh",
    "expected-question": "Dự kiến câu hỏi của học viên và hướng trả lời",
    "misreading": "Dễ hiểu sai",
    "unit-data": "Số liệu của đơn vị",
    "no-source": "Chưa có nguồn - không suy diễn",
    "cut": "Cắt nếu thiếu giờ",
    "reserve": "Dự trữ",
}

OBJECTIVES: Mapping[str, str] = {
    "knowledge": "Về kiến thức",
    "skills": "Về kỹ năng",
    "attitude": "Về tư tưởng",
}

CALLOUTS: Mapping[str, str] = {
    "confusable": "Dễ nhầm",
    "unit": "Liên hệ đơn vị tôi",
    "later": "Văn bản ban hành sau",
    "missing": "Nguồn chưa có",
    "note": "Lưu ý",
}

READING: Mapping[str, str] = {"required": "Tài liệu đọc bắt buộc", "further": "Tài liệu đọc thêm"}

STAGES: Mapping[str, str] = {
    "du-thao": "Dự thảo",
    "khoa-thong-qua": "Khoa thông qua",
    "da-tham-dinh": "Đã thẩm định",
    "ban-hanh": "Ban hành",
}

ROLES: Mapping[str, str] = {
    "theme": "Chủ đề",
    "viewpoint": "Quan điểm",
    "goal": "Mục tiêu",
    "vision": "Tầm nhìn",
    "target": "Chỉ tiêu chủ yếu",
    "orientation": "Định hướng lớn",
    "breakthrough": "Khâu đột phá",
    "task-group": "Nhóm nhiệm vụ, giải pháp chủ yếu",
    "task": "Nhiệm vụ, giải pháp",
    "lesson": "Bài học kinh nghiệm",
    "result": "Kết quả",
    "limitation": "Hạn chế",
    "cause": "Nguyên nhân",
    "implementation": "Tổ chức thực hiện",
}

PARTS: Mapping[str, str] = {
    "cover": "Bìa",
    "imprint": "Thông tin xuất bản",
    "contents": "Mục lục",
    "introduction": "Lời nói đầu và khung chương trình",
    "worksheet": "Phiếu làm việc",
    "lesson-plan": "Kế hoạch bài giảng",
    "notes": "Ghi chú giảng bài",
    "answers": "Gợi ý trả lời",
    "glossary": "Danh mục chữ viết tắt, giải thích từ ngữ",
    "concordance": "Bảng đối chiếu nội dung Nghị quyết - giáo trình",
    "coverage": "Bảng kiểm việc giảng dạy nội dung Nghị quyết",
    "colophon": "Thông tin tài liệu",
    "handout": "Tài liệu phát tay",
    "answer-sheet": "Gợi ý trả lời",
    "lesson": "Giáo án",
    "summary": "Tóm tắt",
    "slides": "Trình chiếu",
    "slides-on-paper": "Trình chiếu in giấy",
    "slides-with-notes": "Trình chiếu kèm ghi chú",
    "outline": "Đề cương báo cáo",
    "timetable": "Lịch học",
}
"""Template of a part -> its name in the contents and in the title of its document."""

NUMBERED_THINGS: Mapping[str, str] = {
    "table": "Bảng",
    "targets": "Bảng",
    "chart": "Biểu đồ",
    "figure": "Hình",
    "question": "Câu",
    "heading": "mục",
    "form": "Mẫu",
}
"""Kind of block -> the word before its number in a reference."""

UNNAMED_THINGS: Mapping[str, str] = {
    "quote": "đoạn trích",
    "provision": "nội dung trích từ nguồn",
    "keypoints": "nội dung cốt lõi",
    "reading": "tài liệu đọc",
    "objectives": "mục tiêu",
    "exercise": "bài tập",
    "discussion": "thảo luận",
    "timeline": "các mốc thời gian",
}
"""Kind of block -> what a reference calls one that has neither a number nor a title."""


def fixed_words() -> tuple[str, ...]:
    """Return the phrases that stand on pages of every reader: no proof may take them for somebody's notes."""
    tables = (CONFIDENCE, STEPS, OBJECTIVES, CALLOUTS, READING, STAGES, ROLES, PARTS, UNNAMED_THINGS)
    return (STATUS_LINE, SUMMARY_HEAD, MISSING, *(word for table in tables for word in table.values()))
