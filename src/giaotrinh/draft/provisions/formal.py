"""What a meeting decided about itself: elections, votes, reports approved, thanks. It is read out; nobody is examined in it."""

import re

from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold
from giaotrinh.viet.capitals import CAPITALS

_ELECTION = re.compile(r"\b(?:tái cử|trúng cử|kết quả bầu|bầu bổ sung|bầu (?:đồng chí|ông|bà|Ban|Ủy ban|Uỷ ban))\b")
_MOVE = re.compile(
    r"\b(?:bổ nhiệm|miễn nhiệm|bãi nhiệm|cho thôi|điều động|chuẩn y|chỉ định|kỷ luật|khai trừ|giữ chức|bầu|phê chuẩn)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?:đồng chí|ông|bà|Đồng chí|Ông|Bà)\s+[{CAPITALS}]\w*\s+[{CAPITALS}]\w*")
_VOTE = re.compile(
    r"\b(?:phiếu (?:tán thành|thuận|không|bầu|tín nhiệm)|đại biểu (?:tán thành|biểu quyết)|biểu quyết)\b"
)
_CEREMONY = re.compile(
    r"^(?:Đại hội |Hội nghị |Kỳ họp |Quốc hội |Hội đồng nhân dân |Ban Chấp hành )?"
    r"(?:thống nhất |nhất trí |cơ bản )?"
    r"(?:tán thành|thông qua|ghi nhận|biểu dương|chân thành|trân trọng|bày tỏ|cảm ơn|nhiệt liệt|kêu gọi|chào mừng|phê chuẩn kết quả|"
    r"xác nhận tư cách)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:phải|có trách nhiệm|chậm nhất|với (?:các )?(?:nội dung|chỉ tiêu|mục tiêu)|như sau)\b|:\s*$|\d\s?(?:%|tỷ|triệu)"
)
_WORDS = 70
"""Words of a provision that only states such a decision; a longer one decides something about its matter as well."""


def is_formal(provision: Provision) -> bool:
    """Return whether a provision and all below it only record what a meeting decided about itself."""
    return all(_is_formal(part) for part in provision.walk())


def _is_formal(part: Provision) -> bool:
    words = " ".join(part.text.split())
    is_move = _MOVE.search(words) and _NAMED.search(words)
    if _ELECTION.search(words) or is_move or _NAMED.match(words) or _VOTE.search(words):
        return len(words.split()) <= _WORDS
    return bool(_CEREMONY.match(words)) and len(words.split()) <= _WORDS and not _ASKS.search(words)


def is_frame(words: str) -> bool:
    """Return whether a heading or a short article is frame: scope, terms, force. Nothing in it is analysed."""
    return fold(words).startswith(_FRAME) and len(words.split()) <= _FRAME_WORDS


_FRAME_WORDS = 40
_FRAME = (
    "phạm vi điều chỉnh",
    "đối tượng áp dụng",
    "giải thích từ ngữ",
    "hiệu lực thi hành",
    "điều khoản thi hành",
    "điều khoản chuyển tiếp",
    "nghị quyết này có hiệu lực",
    "nghị quyết có hiệu lực",
    "nghị quyết này được",
)
