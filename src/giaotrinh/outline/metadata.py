"""What the letterhead and the closing of a document say about it: number, date, issuer, place, signer, title."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold
from giaotrinh.outline.casing import Casing
from giaotrinh.outline.headline import Headline, read_headline
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.codes import CODE
from giaotrinh.viet.dates import LED_DATE, iso_date
from giaotrinh.viet.lexicon import any_of, words

_KINDS = any_of([kind.capitalize() for kind in words("documents", "kinds")])
_NUMBER_LINE = re.compile(rf"(?:^|\|\s*)(?:(?:{_KINDS})\s+)?[Ss]ố\s*:?\s*(?P<number>{CODE})")
_NAMED_LINE = re.compile(rf"^(?:toàn\s+văn\s*:?\s*)?(?:{_KINDS})\s+(?:số\s+)?(?P<number>{CODE})", re.IGNORECASE)
_CAPTION = re.compile(
    rf"\(?\s*(?:ban hành\s+)?kèm theo\s+(?:{_KINDS})\s+(?:số\s+)?(?P<number>{CODE})\s*,?\s*"
    r"(?P<date>ngày[^)]*?\d{4})?(?:\s+của\s+(?P<issuer>[^)]+))?",
    re.IGNORECASE,
)
_PLACE_LINE = re.compile(
    rf"(?:^|\|\s*|\s)(?P<place>[{CAPITALS}][^\d,|:*_]{{1,40}}?),\s*(?P<date>{LED_DATE.pattern})", re.DOTALL
)
_PASSED = re.compile(rf"này\s+(?:đã\s+)?được\s.*thông\s+qua\s+(?P<date>{LED_DATE.pattern})", re.IGNORECASE | re.DOTALL)
_PASSED_BY = re.compile(
    r"này\s+(?:đã\s+)?được\s+(?P<issuer>[^,]*?)(?:\s+nước\s+|\s+[Kk]h(?:óa|oá)\s|\s*,|\s+thông\s+qua)"
)
_TITLE_LINE = re.compile(rf"(?P<kind>{_KINDS})(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_AFTER_TITLE = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Trên cơ sở|QUYẾT NGHỊ|QUYẾT ĐỊNH|\*?Thực hiện)\b")
_BODY_NAME = re.compile(
    r"(?:BAN CHẤP HÀNH (?:TRUNG ƯƠNG|ĐẢNG BỘ)|BỘ CHÍNH TRỊ|BAN BÍ THƯ|ỦY BAN|UỶ BAN|QUỐC HỘI|CHÍNH PHỦ|"
    r"HỘI ĐỒNG NHÂN DÂN|THÀNH ỦY|THÀNH UỶ|TỈNH ỦY|TỈNH UỶ|ĐẢNG ỦY|ĐẢNG UỶ|VĂN PHÒNG|BỘ|"
    r"ĐẠI HỘI|THỦ TƯỚNG CHÍNH PHỦ|SỞ|TRƯỜNG|HỌC VIỆN|THƯỜNG TRỰC|BAN THƯỜNG VỤ|BAN THƯỜNG TRỰC|CHỦ TỊCH NƯỚC|"
    r"ỦY BAN MẶT TRẬN|ĐOÀN CHỦ TỊCH|KIỂM TOÁN NHÀ NƯỚC|TÒA ÁN|VIỆN KIỂM SÁT)"
    r"(?=\s|$)(?!\s+CẤP\b)[^|*_]*"
)
"""A body by its name; "HỘI ĐỒNG NHÂN DÂN CẤP TỈNH" speaks of all bodies of a level."""
_OF_A_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s+[^|*_]+\Z")
"""The second line of the name of a body: HỘI ĐỒNG NHÂN DÂN / TỈNH THANH HÓA."""
_UNDATED = re.compile(rf"(?:^|\|\s*)(?P<place>[{CAPITALS}][^\d,|:*_]{{1,40}}?),\s*ngày\s+(?:\d{{1,2}}\s+)?tháng\b")
_UNFINISHED = re.compile(r"\b(?:của|và|về|theo|tại|với|cho|do|ở|trong|từ|đến|thuộc|là|các|những|số|ngày|năm)\s*$|,\s*$")
"""The end of a line of a title that goes on."""
_CELL_END = re.compile(rf"\||(?<=\d{{4}})\s+(?={any_of([kind.upper() for kind in words('documents', 'kinds')])})")
_MOTTO = re.compile(r"CỘNG H|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập|^[-_*=\s]+$")
_ROLE = re.compile(r"(?:T/M|TM|K/T|KT|T/L|TL|TUQ)\b|(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BÍ THƯ|TỔNG BÍ THƯ|CHÁNH VĂN PHÒNG)")
_OFFICE_WITHIN = re.compile(r"(?<=\s)(?:PHÓ\s+)?(?:CHỦ TỊCH|THỦ TƯỚNG|BÍ THƯ|TỔNG BÍ THƯ|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG)")
_BARE_TITLE = 3
"""Words of a title line that names nothing but the kind of document."""
_ABOUT = re.compile(
    rf"(?P<kind>{_KINDS})\s+số\s+(?P<number>{CODE})\s*[,(]?\s*(?P<date>ngày\s[^)]*?\d{{4}})?\)?\s*"
    r"của\s+(?P<issuer>(?:[^\s,]+\s+){1,12}?)về\s+(?P<subject>[^.;]+)"
)
"""A sentence that presents a document: "Nghị quyết số 57-NQ/TW (ngày ...) của Bộ Chính trị về ..."."""
_NAMES = words("bodies", "names")
_SUFFIXES = {
    "ubtvqh": "Ủy ban Thường vụ Quốc hội",
    "qh": "Quốc hội",
    "cp": "Chính phủ",
    "ttg": "Thủ tướng Chính phủ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What was found; "" for what the text does not say."""

    title: str = ""
    number: str = ""
    date: str = ""
    """ISO."""
    issuer: str = ""
    place: str = ""
    signer_role: str = ""
    """As printed, parts joined by ", ": "TM. CHÍNH PHỦ, THỦ TƯỚNG"."""
    signer_name: str = ""


def read_metadata(provisions: Sequence[Provision]) -> Metadata:
    """Return what the head and the closing of a document say.

    Where the head is lost, captions of annexes and a sentence that presents the document stand in for it.
    """
    head = _head(provisions)
    headline = read_headline(head)
    head = [headline.title if headline.title and read_headline([line]) == headline else line for line in head]
    number = _number(head) or headline.number
    told = _told(provisions, head, number)
    number = number or _tight(told.get("number"))
    place, date = _place_and_date(head)
    casing = Casing(line for root in provisions for part in root.walk() for line in part.lines)
    role, name = _signer([*_closing(provisions), *_last_lines(provisions)])
    return Metadata(
        title=_title(head, told, casing),
        number=number,
        date=date or headline.date or _date_in(told.get("date")) or _passed_on(provisions),
        issuer=_named(_issuer(head, _closing(provisions), number, headline), casing)
        or (told.get("issuer") or "").strip(),
        place=place,
        signer_role=role,
        signer_name=name,
    )


def _told(provisions: Sequence[Provision], head: Sequence[str], number: str) -> dict[str, str | None]:
    """Return number, date, issuer and subject as other sentences tell them."""
    about = [match for line in head if (match := _ABOUT.search(line)) and not _AFTER_TITLE.match(line)]
    captions = [match for root in provisions for line in root.lines if (match := _CAPTION.search(line))]
    matches = [match for match in (*about, *captions) if not number or _tight(match["number"]) == number]
    return matches[0].groupdict() if matches else {}


def _closing(provisions: Sequence[Provision]) -> list[str]:
    return [line for root in provisions if root.kind == "paragraph" for line in root.lines]


def _head(provisions: Sequence[Provision]) -> list[str]:
    first = provisions[0] if provisions else None
    lines = first.lines if first is not None and first.kind == "preamble" else ()
    return [cell.strip(" *_") for line in lines for cell in _CELL_END.split(line) if cell.strip(" *_")]


def _last_lines(provisions: Sequence[Provision]) -> tuple[str, ...]:
    *_, last = (part for root in provisions for part in root.walk())
    return last.lines[1:]


def _number(head: Iterable[str]) -> str:
    lines = list(head)
    for pattern in (_NUMBER_LINE, _NAMED_LINE):
        found = next((match for line in lines if (match := pattern.search(line))), None)
        if found:
            return _tight(found["number"])
    return ""


def _tight(number: str | None) -> str:
    return re.sub(r"\s+", "", number or "")


def _place_and_date(head: Sequence[str]) -> tuple[str, str]:
    for line in head:
        match = _PLACE_LINE.search(line)
        if match and not _AFTER_TITLE.match(line):
            return " ".join(match["place"].split()), _date_in(match["date"])
    undated = next((match for line in head if (match := _UNDATED.search(line))), None)
    return (undated["place"].strip(), "") if undated else ("", "")


def _date_in(text: str | None) -> str:
    match = LED_DATE.search(text or "")
    return iso_date(match) if match else ""


def _passed_on(provisions: Sequence[Provision]) -> str:
    lines = [line for root in provisions for part in root.walk() for line in part.lines]
    return next((_date_in(match["date"]) for line in reversed(lines) if (match := _PASSED.search(line))), "")


def _title(head: Sequence[str], told: dict[str, str | None], casing: Casing) -> str:
    start = next((place for place, line in enumerate(head) if _begins_title(line)), None)
    if start is None:
        subject, issuer = told.get("subject"), (told.get("issuer") or "").strip()
        return f"{told['kind']} của {issuer} về {subject.strip()}" if subject and issuer else ""
    lines = [head[start]]
    for line in head[start + 1 :]:
        if _AFTER_TITLE.match(line) or _ends_title(line, lines):
            break
        lines.append(line)
    kind, rest = _split_kind(" ".join(lines[0].split()))
    parts = [casing.in_sentence(part) for part in (rest, *(" ".join(line.split()) for line in lines[1:])) if part]
    return _kind_in_words(" ".join([kind, *parts]))


def _split_kind(line: str) -> tuple[str, str]:
    match = _TITLE_LINE.match(line)
    return (match["kind"], match["rest"].strip()) if match else (line, "")


def _named(words: str, casing: Casing) -> str:
    """Return the name of a body, the place it is of written as a name: "Hội đồng nhân dân thành phố Hà Nội"."""
    cut = next((at for at, word in enumerate(words.split()) if word.isupper() and len(word) > 1), None)
    if cut is None:
        return words
    given = words.split()
    return " ".join([*given[:cut], casing.in_sentence(" ".join(given[cut:]))])


def _kind_in_words(title: str) -> str:
    match = _TITLE_LINE.match(title)
    if match is None:
        return title
    rest = match["rest"].strip()
    rest = rest if rest.isupper() or rest[:2].isupper() else rest[:1].lower() + rest[1:]
    return f"{match['kind'].capitalize()} {rest}".strip()


def _begins_title(line: str) -> bool:
    match = _TITLE_LINE.match(line)
    return match is not None and match["kind"].isupper() and fold(match["kind"]) != "văn bản"


def _ends_title(line: str, title: Sequence[str]) -> bool:
    if len(title) == 1 and len(title[0].split()) <= _BARE_TITLE:
        return False
    if _UNFINISHED.search(title[-1]):
        return False
    if line.startswith("(") and line.endswith(")"):
        return True
    body = _BODY_NAME.match(line)
    whole = body is not None and body.end() == len(line) and " VỀ " not in line
    return whole or (line[0].isupper() and not line.isupper() and not line.startswith("Về "))


def _issuer(head: Sequence[str], closing: Sequence[str], number: str, headline: Headline) -> str:
    if headline.issuer.isupper():
        return _as_written(headline.issuer)
    titled = next((f"{line} {after}" for line, after in pairwise([*head, ""]) if _begins_title(line)), "")
    of_title = re.match(rf"(?i:{_KINDS})\s+(?:CỦA\s+)?(?P<body>{_BODY_NAME.pattern})", titled)
    if of_title:
        return _as_written(_capitals(of_title["body"]))
    suffix = re.search(r"([A-Za-z]+?)\d*$", number)
    known = next((name for end, name in _SUFFIXES.items() if suffix and suffix[1].lower().endswith(end)), "")
    named = [line for line in _with_place(head) if _BODY_NAME.fullmatch(line) and not _MOTTO.search(line)]
    passed = next((match["issuer"] for line in closing if (match := _PASSED_BY.search(line))), "")
    return known or passed or " ".join(_as_written(name) for name in _own_body(named))


def _own_body(named: Sequence[str]) -> Sequence[str]:
    """Return the names of the body itself: an office is named with what it is the office of."""
    return (named[1], named[0]) if len(named) > 1 and named[1].startswith("VĂN PHÒNG") else named[:1]


def _with_place(head: Sequence[str]) -> list[str]:
    """Return the lines of a head, the two lines of a body's name joined."""
    joined: list[str] = []
    for line in head:
        if joined and _OF_A_PLACE.match(line) and _BODY_NAME.fullmatch(joined[-1]) and line.isupper():
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _capitals(text: str) -> str:
    words = text.split()
    count = next((place for place, word in enumerate(words) if not word.isupper()), len(words))
    return re.split(r"\s+VỀ\s+", " ".join(words[:count]))[0]


def _as_written(words: str) -> str:
    """Return the name of a body in capitals as it is written in sentences; other words keep their capitals."""
    name = next((name for name in _NAMES if fold(words).startswith(fold(name))), "")
    rest = words[len(name) :].split("KHÓA")[0].split("KHOÁ")[0].strip()
    # Behind a committee stands nothing but its place.
    rest = rest.title() if name.endswith("ủy") else rest
    return f"{name} {rest}".strip() if name else words


def _signer(lines: Sequence[str]) -> tuple[str, str]:
    cells = [part for line in lines for cell in re.split(r"\||\s{3,}", line) for part in _signature_parts(cell)]
    places = [index for index, cell in enumerate(cells) if _ROLE.match(cell)]
    if not places:
        return "", ""
    roles = dict.fromkeys(cells[index] for index in places if index - places[0] <= 3)
    after = cells[places[0] + 1 : places[0] + 8]
    return ", ".join(roles), next((cell for cell in after if _is_name(cell)), "")


def _signature_parts(cell: str) -> list[str]:
    """Return the parts of "TM. CHÍNH PHỦ THỦ TƯỚNG Phạm Minh Chính": whom for, the office, the name."""
    words = cell.strip(" *_").split()
    capitals = next((place for place, word in enumerate(words) if not word.isupper()), len(words))
    parts = [" ".join(words[:capitals]), " ".join(words[capitals:])]
    office = _OFFICE_WITHIN.search(parts[0])
    if office and parts[0].startswith(("TM", "T/M")):
        parts[:1] = [parts[0][: office.start()].strip(), parts[0][office.start() :]]
    return [part for part in parts if part]


def _is_name(cell: str) -> bool:
    words = cell.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() and word[1:].islower() for word in words)
