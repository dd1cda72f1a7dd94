"""Objectives: they begin with a verb that can be seen done, or with an attitude; never with "hiểu", "nắm được"."""

from collections.abc import Iterator

from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.document import Block, plain
from giaotrinh.model.text import fold

REFUSED = ("hiểu", "nắm", "thấu hiểu", "am hiểu")
"""Starts nobody can observe or mark."""

_ACTIONS = """trình bày|phân tích|so sánh|nêu|giải thích|phân biệt|liệt kê|mô tả|chứng minh|đánh giá|làm rõ|khái quát
chỉ ra|xác định|nhận diện|nhận biết|tóm tắt|luận giải|lý giải|lí giải|hệ thống hóa|dẫn|kể|đối chiếu|liên hệ|phát biểu
định nghĩa|minh họa|tổng hợp|bình luận|phản biện|xây dựng|tham mưu|vận dụng|lập|tổ chức|đề xuất|soạn|thực hiện
thuyết trình|tính|tra cứu|chuyển|cụ thể hóa|triển khai|thiết kế|viết|đọc|sử dụng|áp dụng|lựa chọn|theo dõi|kiểm tra
phát hiện|xử lý|điều hành|hướng dẫn|truyền đạt|trao đổi|thảo luận|giải quyết|rà soát|ghi|chọn|sắp xếp|phân loại
phân công|quán triệt|tuyên truyền|trả lời|biện luận|dự báo|tách|quy đổi|báo cáo|làm việc|trích dẫn|kiểm chứng
ước lượng|vẽ|đặt"""
_ATTITUDES = """có ý thức|có trách nhiệm|có thái độ|có tinh thần|có niềm tin|có bản lĩnh|có quyết tâm|ý thức|trách nhiệm
đề cao|nêu cao|kiên định|tin tưởng|chủ động|tự giác|củng cố|nâng cao|gương mẫu|tích cực|thể hiện|tôn trọng|cảnh giác
quyết tâm|nghiêm túc|giữ|bảo vệ|đấu tranh|cam kết|thống nhất|đồng thuận|trung thực|thận trọng|trân trọng|tự hào
cầu thị|không|sẵn sàng|tận tụy|đồng tình|ủng hộ|coi trọng|vững tin|vững vàng|khách quan|hăng hái|nhận thức|khiêm tốn"""
ALLOWED = {
    "knowledge": tuple(_ACTIONS.replace("\n", "|").split("|")),
    "skills": tuple(_ACTIONS.replace("\n", "|").split("|")),
    "attitude": tuple(_ATTITUDES.replace("\n", "|").split("|")),
}
"""Kind of objectives -> starts that are in use."""


def objectives(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every objective that begins with a refused or an unusual word."""
    for module in subject.modules:
        for block in module.walk():
            if block.kind == "objectives":
                yield from _starts(block)


def _starts(block: Block) -> Iterator[Diagnostic]:
    allowed = ALLOWED.get(block.options.get("kind", ""), (*ALLOWED["knowledge"], *ALLOWED["attitude"]))
    for item in block.walk():
        if item.kind != "item":
            continue
        words = " ".join(plain(part.inlines) for part in item.walk()).strip()
        start = fold(words)
        if _begins(start, REFUSED):
            yield error("objective-not-measurable", item.span, start=_first(words, 2))
        elif start and not _begins(start, allowed):
            yield warning("objective-start-unusual", item.span, start=_first(words, 3))


def _begins(text: str, starts: tuple[str, ...]) -> bool:
    return any(text == start or text.startswith((start + " ", start + ",")) for start in starts)


def _first(words: str, count: int) -> str:
    return " ".join(words.split()[:count])
