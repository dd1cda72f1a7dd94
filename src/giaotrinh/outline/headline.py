"""A heading that tells everything in one line: kind, number, date, body and subject of the document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from giaotrinh.viet.codes import CODE
from giaotrinh.viet.dates import LED_DATE, iso_date
from giaotrinh.viet.lexicon import any_of, words

_KINDS = any_of(words("documents", "kinds"))
_HEADLINE = re.compile(
    rf"(?P<kind>(?:{_KINDS})(?:\s+hành\s+động)?)\s+số\s*:?\s*(?P<number>{CODE})[\s,(]*(?:(?P<date>{LED_DATE.pattern})\)?)?"
    r"(?:\s*,?\s*của\s+(?P<issuer>[^-–—]+?))?(?=\s+(?:về|thực\s+hiện)\s|\s*[-–—]|\s*\Z)(?P<subject>\s+[^–—]+)?",
    re.IGNORECASE | re.DOTALL,
)
"""As sites head a copy, the kind in capitals: "NGHỊ QUYẾT SỐ 26-NQ/TU NGÀY 05/12/2025 CỦA TỈNH ỦY LÀO CAI VỀ ..."."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What such a line says; "" for what it does not."""

    number: str = ""
    date: str = ""
    """ISO."""
    issuer: str = ""
    title: str = ""
    """Kind and subject, as printed."""


def read_headline(head: Iterable[str]) -> Headline:
    """Return what the first such line of a head says; an empty one where there is none."""
    for line in head:
        match = _HEADLINE.match(line)
        if match and match["kind"].isupper():
            date = LED_DATE.search(match["date"] or "")
            return Headline(
                number=re.sub(r"\s+", "", match["number"]),
                date=iso_date(date) if date else "",
                issuer=(match["issuer"] or "").strip(),
                title=f"{match['kind']}{match['subject']}".strip() if match["subject"] else "",
            )
    return Headline()
