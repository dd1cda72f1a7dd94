"""Numbers that are no quantities: dates, years, document and telephone numbers, places, labels, addresses."""

import re

from giaotrinh.viet.codes import CODE
from giaotrinh.viet.dates import LED_DATE, MONTH, YEAR
from giaotrinh.viet.lexicon import any_of, words

_DOCUMENT = any_of(words("documents", "kinds"))
_PLACE = any_of(words("documents", "parts")) + r"|(?<!kiểu )mẫu"
_LABELLED = any_of(words("documents", "numbered")) + r"|(?<!định\s)(?<!chu\s)kỳ"
BLOT = "\x00"
"""Stands for a character that belongs to no quantity."""

_NUMBER = r"\d+[a-zđ]?(?![\d.,]*\d)"
_LABEL_NUMBER = r"\d+(?:,\d)?[a-zđ]?(?![\d.,]*\d)"
_AND = r"(?:\s*(?:,|;|và|hoặc|đến|-)\s*)"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # addresses of pages and of mail, where %20 is a blank
        r"(?<!\w)(?:https?://|www\.)[^\s<>\x00]+|(?<!\w)[\w.%+-]+@[\w-]+(?:\.[\w-]+)+",
        # telephone numbers
        r"(?<![\d.,])(?:\+84|0)\d{1,3}[ .-]?\d{3}[ .-]?\d{3,4}(?!\d)",
        # codes: 57-NQ/TW, 6140/QĐ-UBND, 57/2014/QH13, 115/2020/QH14
        rf"(?<![\w.,]){CODE}",
        r"(?<![\w.,])\d{1,5}/(?:19|20)\d\d/[\wđ]+(?:-[\wđ]+)*",
        # labels: "số 12"; what has a decimal comma is none: "dân số 8,7 triệu"
        r"(?<!tổng )(?<!trong )(?<!đa )(?<!\w)số\s*:?\s*\d[\d./-]*(?![\d.,]*\s?%)(?![\d./-]*,\d)",
        rf"(?<!\w)(?:{_DOCUMENT})\s+\d+(?![\d.,]*(?:\d|\s?%|\s+(?:năm|tháng|nhiệm|nhóm|chỉ|dự|công|giải|mục|tỷ|tỉ|triệu|nghìn)))",
        # lists of places: các khoản 2, 3 và 4 Điều này
        rf"(?<!\w)(?:các|những|tại|theo)\s+(?:{_PLACE})\s+{_NUMBER}(?:{_AND}{_NUMBER})+(?!\s?%)",
        # plenums and branches are counted in names: Hội nghị Trung ương 11, Phân đội 2
        r"(?<!sách )(?<!\w)trung\s+ương\s+\d{1,2}(?![\d.,])(?!\s?%|\s+(?:tỷ|tỉ|triệu|nghìn|doanh|dự|nhiệm)\b)",
        r"(?<!\w)\d\s+con\s+số(?!\w)",
        # places in documents: khoản 3, Điều 5; các điểm 1, 2 và 3
        rf"(?<!\w)(?:{_PLACE})\s+(?:số\s+)?(?:{_NUMBER}|(?-i:[IVX]+)\b)(?:\.\d+)*"
        rf"(?:{_AND}{_NUMBER}(?!\s?%|\s+(?-i:[a-zà-ỹđ])))*(?!\s?%)",
        # labels and ordinals
        rf"(?<!\w)(?:{_LABELLED})\s+(?:thứ\s+|số\s+)?{_LABEL_NUMBER}(?!\s?%|\s+(?:tỷ|tỉ|triệu|nghìn)\b)",
        r"(?<!\w)(?:công\s+nghiệp|cách\s+mạng|xã\s+hội|phiên\s+bản)\s+\d\.\d",
        r"(?<!\w)lần\s+(?:thứ\s+)?\d+(?![\d.,])",
        # years and dates
        rf"(?<!\w)(?:năm|niên\s+độ|năm\s+học)\s+{YEAR}(?:(?:\s*(?:,|-|/|và|đến)\s*(?:năm\s+)?{YEAR})*)(?!\d)",
        rf"(?<![\d.,]){YEAR}\s?[-/]\s?{YEAR}(?!\d)",
        LED_DATE.pattern,
        rf"(?<![\d.,/])\d{{1,2}}\s?-\s?\d{{1,2}}\s?/\s?{MONTH}(?:\s?/\s?{YEAR})?(?!\d)",
        rf"(?<!\w)(?:ngày|mùng|mồng)\s+\d{{1,2}}(?:\s?-\s?\d{{1,2}})?(?:\s?[/.-]\s?\d{{1,2}}|\s+tháng\s+{MONTH})?(?![\d%])",
        rf"(?<!\w)tháng\s+{MONTH}(?:\s*[/-]\s*{YEAR})?(?:{_AND}(?:tháng\s+)?{MONTH}(?!\d))?(?![\d.,]*[\d%])",
        r"(?<![\d.,/])\d{1,2}/\d{1,2}(?=\s+(?:hằng|hàng)\s+năm)",
        rf"(?<!\w)qu[ýí]\s+(?:\d|(?-i:[IV]+))(?:\s*/\s*{YEAR})?",
        rf"(?<![\d.,/]){MONTH}/{YEAR}(?!\d)",
        # levels name a structure: chính quyền địa phương 2 cấp
        r"(?<![\d.,])\d{1,2}\s+cấp(?!\w)(?!\s+(?:phép|phát|giấy))",
        # signs: (1), [1], [^1]; words with digits: Covid-19, T3, COP26, CO2
        r"\(\s*\d{1,2}\s*\)|\[\^?\d+\]",
        r"(?<![\w])(?=[\wđ]*[A-Za-zĐđ])(?!m[23]|km[23])[A-Za-zĐđ][\wđ]*-?\d+(?:\.\d+)*[\wđ]*",
        r"(?<!\w)24/(?:24|7)(?!\d)",
        r"(?<!\w)1(?=\s+số\b)",
    )
)
_MARKER = re.compile(r"(?:^|\n)\s*(?:\|\s*)?\d{1,3}(?:\.\d{1,2})*(?:[.)/](?=\s)|-(?=\s+\D)|\s*\|)")
_WORDS_IN_BRACKETS = re.compile(r"\(\s*(?:số\s+tiền\s+)?(?:viết\s+)?bằng\s+chữ\s*:[^)]*\)", re.IGNORECASE)


def mask(flat: str) -> str:
    """Return a flat text with every number in it that is no quantity blotted out, all else in its place."""
    patterns = (*_PATTERNS, _WORDS_IN_BRACKETS, _MARKER)
    characters = list(flat)
    for pattern in patterns:
        for match in pattern.finditer(flat):
            characters[match.start() : match.end()] = BLOT * (match.end() - match.start())
    return "".join(characters)
