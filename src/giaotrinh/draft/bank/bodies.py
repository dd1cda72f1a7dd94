"""Questions about who is to do what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giaotrinh.draft.bank.choice import digest, letters_of, shuffled
from giaotrinh.draft.bank.ground import BASIC, Ground, is_body, question, sentences
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold

WRONG = 3
"""Wrong answers beside the right one."""

_BODY = (
    r"(?:Ban(?! hành| đầu)|Bộ(?! máy| phận| tiêu)|Đảng [uủ][yỷ]|Đảng đoàn|[UỦ][ỷy] ban|Uỷ ban|Hội đồng|Mặt trận|Đoàn đại biểu"
    r"|Chính phủ|Quốc hội|Văn phòng|Kiểm toán|T[oò][àa] án|Viện [Kk]iểm sát|Ngân hàng Nhà nước|Thành [uủ][yỷ]|Tỉnh [uủ][yỷ]"
    r"|Các tỉnh [uủ][yỷ]|Các cấp [uủ][yỷ]|Đài |Thủ tướng|Chủ tịch|Bộ trưởng)"
)
_VERBS = (
    "chủ trì|phối hợp|lãnh đạo|chỉ đạo|xây dựng|ban hành|tổ chức(?! đảng| chính trị| xã hội| tín dụng)|hướng dẫn|quyết định|giám sát"
    "|theo dõi|kiểm tra|báo cáo|rà soát|tham mưu|tổng hợp|đôn đốc|nghiên cứu|thành lập|quy định|bố trí"
)
_DUTY = re.compile(
    rf"(?P<body>{_BODY}[^.;:\n]{{0,110}}?),?\s+(?:có trách nhiệm |chịu trách nhiệm )?(?P<duty>(?:{_VERBS})\b.+)"
)
_UNNAMED = re.compile(r"\b(?:trên cơ sở|căn cứ|theo|để|nếu|khi|do|được|phải|cần|có thể|không|của)\b")
_POINTING = re.compile(r"(?:Điều|khoản|điểm|mục|phần|Chương)\s+(?:này|[\dIVX]+)|quy định chi tiết|Điều này")
_BODY_WORDS = 14
_DUTY_WORDS = (8, 42)
_SAME = 7
"""First words of a duty that tell it from another."""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A body and what the source gives it to do, as written."""

    provision: Provision
    body: str
    duty: str


def bodies(ground: Ground) -> Iterator[Question]:
    """Yield a question for every duty that the module's provisions give to a named body."""
    every = duties(ground)
    for duty in every:
        if duty.provision.path in ground.taught and not ground.known.repeats[duty.provision.path]:
            options = _options(ground, duty, every)
            if options or not _is_shared(duty, every):
                yield _asked(ground, duty, options)


def duties(ground: Ground) -> tuple[Duty, ...]:
    """Return the duties of the whole source: the sentences that begin with a body and go on with what it is to do."""
    found = (_duty(each) for each in ground.source.walk() if is_body(each) and not ground.is_unaltered(each))
    return tuple(duty for duty in found if duty is not None)


def _duty(provision: Provision) -> Duty | None:
    first = next(iter(sentences(provision.text)), "")
    match = _DUTY.match(first)
    if match is None or _UNNAMED.search(match["body"]) or len(match["body"].split()) > _BODY_WORDS:
        return None
    words = match["duty"].split(";")[0].rstrip(" .,:/")
    says = _DUTY_WORDS[0] <= len(words.split()) <= _DUTY_WORDS[1] and not _POINTING.search(words)
    return Duty(provision=provision, body=match["body"].rstrip(" ,"), duty=words) if says else None


def _options(ground: Ground, duty: Duty, every: tuple[Duty, ...]) -> tuple[str, ...]:
    """Return four bodies, the right one among them and not the longest; nothing where the source has not enough."""
    own = fold(duty.provision.full_text())
    others: dict[str, str] = {}
    for each in every:
        name = fold(each.body)
        is_other = name not in own and not any(name in known or known in name for known in others)
        if is_other and not _is_alike(each, duty):
            others[name] = each.body
    chosen = sorted(others.values(), key=lambda body: (abs(len(body) - len(duty.body)), digest(duty.duty, body)))
    longer = next((body for body in chosen if len(body) >= len(duty.body)), None)
    if longer is None or len(chosen) < WRONG:
        return ()
    wrong = [longer, *(body for body in chosen if body != longer)][:WRONG]
    return shuffled([duty.body, *wrong], duty.duty)


def _is_alike(one: Duty, other: Duty) -> bool:
    return fold(one.duty).split()[:_SAME] == fold(other.duty).split()[:_SAME]


def _is_shared(duty: Duty, every: tuple[Duty, ...]) -> bool:
    """Whether another body has a duty that begins with the same words."""
    return any(each is not duty and _is_alike(each, duty) for each in every)


def _asked(ground: Ground, duty: Duty, options: tuple[str, ...]) -> Question:
    return question(
        ground,
        "single" if options else "short",
        duty.provision,
        duty.duty,
        stem=f"Theo {ground.name}, cơ quan, tổ chức, cá nhân nào có nhiệm vụ: {ground.quoted(duty.duty)}?",
        options=options,
        key=letters_of(options, [duty.body]) if options else (duty.body,),
        answer=f"{ground.name_begins} giao nhiệm vụ này cho: {duty.body}.",
        level=BASIC,
    )
