"""Who is to do what: the duties a source gives to named bodies, as it writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.draft.provisions.formal import is_formal
from giaotrinh.draft.provisions.wording import lowered, sentences
from giaotrinh.model.source import Provision, Source

_OUTSIDE = ("ket-thuc", "mo-dau")
_BODY = (
    r"(?:Ban(?! hành| đầu)|Bộ(?! máy| phận| tiêu)|Đảng [uủ][yỷ]|Đảng đoàn|[UỦ][ỷy] ban|Uỷ ban|Hội đồng|Mặt trận|Đoàn đại biểu"
    r"|Chính phủ|Quốc hội|Văn phòng|Kiểm toán|T[oò][àa] án|Viện [Kk]iểm sát|Ngân hàng Nhà nước|Thành [uủ][yỷ]|Tỉnh [uủ][yỷ]"
    r"|Các tỉnh [uủ][yỷ]|Các cấp [uủ][yỷ]|Đài |Thủ tướng|Chủ tịch|Bộ trưởng)"
)
_VERBS = (
    "chủ trì|phối hợp|lãnh đạo|chỉ đạo|xây dựng|ban hành|tổ chức(?! đảng| chính trị| xã hội| tín dụng)|hướng dẫn|quyết định|giám sát"
    "|theo dõi|kiểm tra|báo cáo|rà soát|tham mưu|tổng hợp|đôn đốc|nghiên cứu|thành lập|quy định|bố trí|ưu tiên|bảo đảm|đẩy mạnh"
    "|triển khai|thực hiện|tăng cường|hoàn thiện|đề xuất|trình|cụ thể hóa|quán triệt|hỗ trợ|phát triển"
)
_BEFORE_VERBS = (
    "tiếp tục|tích cực|chủ động|kịp thời|khẩn trương|thường xuyên|tập trung|trực tiếp|sớm|nghiêm túc|định kỳ|hằng năm|hàng năm"
    "|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|căn cứ|theo|trên cơ sở"
)
"""What stands between a body and its verb and belongs to neither."""
_DUTY = re.compile(rf"(?P<body>{_BODY}[^.;:\n]{{0,110}}?),?\s+(?:(?:{_BEFORE_VERBS})\s+)*(?P<duty>(?:{_VERBS})\b.+)")
_GIVEN = re.compile(
    rf"(?:Giao |Đề nghị )?(?P<body>{_BODY}[^.;:\n]{{0,110}}?)(?:,?\s+(?:{_BEFORE_VERBS}|{_VERBS})\b[^:]*)?:\s*$"
)
"""A line that names a body; what it is to do stands below."""
_TOGETHER = re.compile(r"^(?:chủ trì|phối hợp)(?:,? (?:và )?phối hợp)?(?: chặt chẽ)?(?: với)?\b")
_BEGINS = re.compile(rf"(?:(?:{_BEFORE_VERBS})\s+)*(?:{_VERBS})\b", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:(?:tổ chức|triển khai|lãnh đạo|chỉ đạo|thực hiện|có hiệu quả|nghiêm|thắng lợi|việc)\s+)+(?:nghị quyết|chỉ thị)(?: này)?$",
    re.IGNORECASE,
)
"""A duty that only says that the text is to be carried out."""
_OWN_VERB = re.compile(rf"\b(?:{_VERBS})\b")
_UNNAMED = re.compile(r"\b(?:trên cơ sở|căn cứ|theo|để|nếu|khi|do|được|phải|cần|có thể|không|của)\b")
_POINTING = re.compile(r"(?:Điều|khoản|điểm|mục|phần|Chương)\s+(?:này|[\dIVX]+)|quy định chi tiết|Điều này")
_BODY_WORDS = 14
_DUTY_WORDS = (6, 42)


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A body and what the source gives it to do, as written."""

    provision: Provision
    """What says what is to be done."""
    body: str
    duty: str
    named: Provision
    """What names the body: the provision itself or the line above it."""


def is_body(provision: Provision) -> bool:
    """Whether a provision is part of what the document decides: not its letterhead, its end, a table."""
    frame = provision.kind in ("preamble", "annex") or provision.path.startswith(_OUTSIDE)
    return not frame and "|" not in provision.text


def is_empty(provision: Provision) -> bool:
    """Return whether a provision only says that the text is to be carried out."""
    words = provision.text.rstrip(" .;:,/")
    verb = _OWN_VERB.search(words)
    return not provision.children and verb is not None and _EMPTY.match(words, verb.start()) is not None


def names_body(provision: Provision) -> str:
    """Return the body a line names above the list of what it is to do, "" for none."""
    first = next(iter(sentences(provision.text)), "")
    given = _GIVEN.match(first) if provision.children else None
    return given["body"].rstrip(" ,") if given and _is_name(given["body"]) else ""


def duties(source: Source) -> tuple[Duty, ...]:
    """Return the duties of a source: sentences that begin with a body and its verb, and lists below a body's name."""
    return tuple(duty for each in source.walk() if is_body(each) and not is_formal(each) for duty in _duties(each))


def _duties(provision: Provision) -> Iterator[Duty]:
    first = next(iter(sentences(provision.text)), "")
    body = names_body(provision)
    if body:
        for child in provision.children:
            words = next(iter(sentences(child.text)), "").split(";")[0].rstrip(" .,:/")
            if not child.children and _BEGINS.match(words) and _says(words):
                yield Duty(provision=child, body=body, duty=lowered(words), named=provision)
        return
    match = _DUTY.match(first)
    if match is None or not _is_name(match["body"]):
        return
    words = match["duty"].split(";")[0].rstrip(" .,:/")
    if _says(words):
        yield Duty(provision=provision, body=match["body"].rstrip(" ,"), duty=words, named=provision)


def _is_name(body: str) -> bool:
    return not _UNNAMED.search(body) and not _OWN_VERB.search(body) and len(body.split()) <= _BODY_WORDS


def _says(words: str) -> bool:
    """Return whether words say what is to be done: a verb with its object, not with whom alone."""
    together = _TOGETHER.match(words)
    has_object = together is None or _OWN_VERB.search(words, together.end()) is not None
    return (
        has_object
        and _DUTY_WORDS[0] <= len(words.split()) <= _DUTY_WORDS[1]
        and not _POINTING.search(words)
        and not _EMPTY.match(words)
    )
