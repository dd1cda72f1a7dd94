"""Cases from a group of tasks: an invented unit, a real provision, a decision to take."""

from collections.abc import Iterator

from giaotrinh.draft.bank.choice import pick
from giaotrinh.draft.bank.essays import cited, ideas
from giaotrinh.draft.bank.ground import APPLIED, Ground, question
from giaotrinh.draft.bank.guide import TOTAL, marking_guide
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Role

_ROLES = frozenset({Role.TASK_GROUP, Role.BREAKTHROUGH})

_SITUATIONS = (
    (
        "Tình huống giả định: dự thảo kế hoạch của một đơn vị chép lại nguyên văn nội dung {title} của {source}, không ghi sản"
        " phẩm, cơ quan chủ trì và thời hạn. Đồng chí được giao góp ý. Hãy chỉ ra chỗ phải sửa và viết lại ít nhất hai dòng.",
        (
            ("Chỉ đúng chỗ thiếu của dự thảo: sản phẩm, cơ quan chủ trì, thời hạn, nguồn lực, căn cứ.", "1.0"),
            ("Viết lại hai dòng đúng thẩm quyền của đơn vị, sản phẩm đếm được, căn cứ dẫn đúng mục.", "1.0"),
            ("Ghi rõ chỗ nào là văn bản nêu, chỗ nào là đơn vị đề xuất; trình bày mạch lạc.", "0.5"),
        ),
    ),
    (
        "Tình huống giả định: hai phòng của một đơn vị đều nhận mình chỉ là nơi phối hợp thực hiện nội dung {title} của"
        " {source}. Đồng chí là người tham mưu cho thủ trưởng. Hãy đề xuất cách phân công và giải thích căn cứ.",
        (
            ("Chia nội dung thành việc cụ thể, mỗi việc có một nơi chủ trì; nêu căn cứ chức năng, nhiệm vụ.", "1.0"),
            ("Nêu cách phối hợp, chế độ báo cáo và người quyết định khi ý kiến khác nhau.", "1.0"),
            ("Dự kiến vướng mắc và việc phải xin ý kiến cấp trên; trình bày mạch lạc.", "0.5"),
        ),
    ),
    (
        "Tình huống giả định: kinh phí năm của một đơn vị chỉ đủ làm một phần nội dung {title} của {source}. Đồng chí tham mưu"
        " chọn việc nào làm trước, vì sao, và báo cáo phần chưa làm được như thế nào?",
        (
            ("Nêu tiêu chí chọn việc: bắt buộc theo văn bản, tác động rộng, làm được ngay, đo được.", "1.0"),
            ("Xếp thứ tự ưu tiên có lập luận; phần lùi lại có thời hạn, điều kiện thực hiện.", "1.0"),
            ("Báo cáo trung thực phần chưa làm, kiến nghị đúng thẩm quyền; trình bày mạch lạc.", "0.5"),
        ),
    ),
    (
        "Tình huống giả định: báo cáo cuối năm của một đơn vị về nội dung {title} của {source} chỉ kể số hội nghị, số văn bản"
        " đã ban hành. Cấp trên yêu cầu làm lại. Đồng chí sửa báo cáo theo hướng nào, cần thu thập thông tin gì?",
        (
            ("Phân biệt hoạt động đã làm với kết quả đạt được; nêu đúng điều văn bản yêu cầu.", "1.0"),
            ("Nêu thông tin, số liệu cần có, nơi cung cấp, cách kiểm tra.", "1.0"),
            ("Đề xuất việc phải làm ngay để có kết quả; trình bày mạch lạc.", "0.5"),
        ),
    ),
)


def cases(ground: Ground) -> Iterator[Question]:
    """Yield a case for every group of tasks and every breakthrough of the module."""
    for unit in ground.provisions:
        above = ground.known.parents.get(unit.path)
        if unit.role in _ROLES and (above is None or above.role is not unit.role):
            yield _case(ground, unit)


def _case(ground: Ground, unit: Provision) -> Question:
    stem, rest = pick(_SITUATIONS, unit.text, "case")
    return question(
        ground,
        "case",
        unit,
        stem=stem.format(title=ground.title(unit), source=ground.name),
        cites=tuple(ground.address(each) for each in cited(unit)),
        answer=(
            f"Bài đạt yêu cầu bám đúng nội dung đã dẫn của {ground.name} và xử lý được tình huống bằng việc cụ thể, đúng thẩm"
            " quyền. Đơn vị trong tình huống là giả định; có thể thay bằng việc có thật của cơ quan, đơn vị học viên."
        ),
        points=TOTAL,
        guide=marking_guide(ideas(ground, unit), rest),
        level=APPLIED,
    )
