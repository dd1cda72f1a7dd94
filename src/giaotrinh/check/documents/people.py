"""People and congresses: a post with its date, names as the sources write them, ordinals with their terms."""

import re
from collections.abc import Iterator

from giaotrinh.check.figures.metric import clause_of
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.subject import Subject
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.text import fold
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.dates import YEAR
from giaotrinh.viet.lexicon import words
from giaotrinh.viet.roman import read_roman

_OFFICE = r"[^,.;()]{0,30}?"
_POST = (
    r"(?:Phó\s+)?(?:Tổng\s+)?Bí thư(?:\s+(?:Thành ủy|Tỉnh ủy|Quận ủy|Huyện ủy|Trung ương Đảng|Ban Cán sự))?|"
    rf"(?:Phó\s+)?Chủ tịch(?:\s+(?:nước|Quốc hội|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân){_OFFICE})?|"
    rf"(?:Phó\s+)?Thủ tướng(?:\s+Chính phủ)?|(?:Thứ\s+|Bộ\s+)trưởng(?:\s+Bộ{_OFFICE})?|Trưởng Ban{_OFFICE}"
)
_SYLLABLE = rf"[{CAPITALS}][^\W\d_{CAPITALS}]*"
_NAME = rf"{_SYLLABLE}(?:\s+{_SYLLABLE}){{1,3}}"
_NAMED = re.compile(
    rf"(?<!\w)(?:(?P<post>{_POST})[:,]?\s+(?:đồng chí\s+)?|(?:đồng chí|ông|bà)\s+)(?P<name>{_NAME})(?!\w)"
)
_POST_BEHIND = re.compile(rf"\s*[,(]\s*(?P<post>{_POST})(?!\w)")
_NO_NAMES = words("bodies", "beginnings")

_DATED = re.compile(rf"{YEAR}|thời điểm|khi đó|lúc đó|lúc bấy giờ|nguyên\s|khóa\s+[XVI\d]|nhiệm kỳ", re.IGNORECASE)

_ORDINAL = r"(?P<ordinal>[XVI]{1,6}|\d{1,2})"
_CONGRESS = re.compile(
    rf"(?P<what>Đại hội|khóa|khoá)(?:\s+đại biểu)?(?P<national>\s+toàn quốc)?(?:\s+lần thứ)?\s+{_ORDINAL}(?![\w/-])"
    rf"(?P<between>[^.;()]{{0,80}}?)(?:nhiệm kỳ|giai đoạn)\s+(?P<first>{YEAR})\s?[-–]\s?(?P<last>{YEAR})"
)
_RESOLUTION = re.compile(
    rf"Nghị quyết\s+Đại hội(?:\s+đại biểu)?(?:\s+lần thứ)?\s+{_ORDINAL}(?![\w/-])"
    r"(?!\s+(?:của\s+)?Đảng(?!\s+bộ))(?!\s+toàn quốc)"
)
_OF_THE_NATION = re.compile(
    r"toàn quốc|của Đảng|Trung ương|Đảng Cộng sản|Quốc hội|HĐND|Hội đồng nhân dân", re.IGNORECASE
)


def people(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for a post without date, a name a syllable off, an ordinal with another's term."""
    names = subject.knowledge.of(_names)
    congress = subject.knowledge.of(_congress)
    resolutions = subject.knowledge.of(_known_resolutions)
    for passage in subject.passages:
        for match in _NAMED.finditer(passage.text):
            if not (fold(match["name"]).startswith(_NO_NAMES) or _is_ministry(match["post"] or "")):
                yield from _post(passage, match)
                yield from _name(passage, match, names)
        if congress is not None:
            yield from _terms(passage, *congress)
            yield from _resolutions(passage, congress[0], resolutions)


def _is_ministry(post: str) -> bool:
    """Whether what follows a post is the ministry's name: "Bộ trưởng Bộ Công Thương"."""
    return fold(post).endswith(" bộ")


def _post(passage: Passage, match: re.Match[str]) -> Iterator[Diagnostic]:
    behind = _POST_BEHIND.match(passage.text, match.end())
    post = match["post"] or (behind["post"] if behind else None)
    if post and not _DATED.search(clause_of(passage.text, match.start())):
        span = passage.place(match.start(), match.end())
        yield warning("post-without-date", span, post=" ".join(post.split()), name=match["name"])


def _name(passage: Passage, match: re.Match[str], names: dict[str, str]) -> Iterator[Diagnostic]:
    said = fold(match["name"]).split()
    if " ".join(said) in names:
        return
    for known, written in names.items():
        syllables = known.split()
        if len(syllables) == len(said) > 2 and sum(a != b for a, b in zip(said, syllables, strict=True)) == 1:
            span = passage.place(match.start("name"), match.end("name"))
            yield error("name-differs", span, found=match["name"], expected=written)
            return


def _names(curriculum: Curriculum) -> dict[str, str]:
    texts = [part.text for source in curriculum.project.sources for part in source.walk()]
    texts += [reference.text for reference in curriculum.course.references]
    return {fold(match["name"]): match["name"] for text in texts for match in _NAMED.finditer(text)}


def _congress(curriculum: Curriculum) -> tuple[int, int] | None:
    """Return (ordinal, first year of its term) of the main source's congress, None where it is of none."""
    source = curriculum.sources.get(curriculum.course.main_source)
    match = _CONGRESS.search(source.title) if source is not None else None
    if match is None or _is_national(match):
        return None
    return _ordinal(match["ordinal"]), int(match["first"])


def _terms(passage: Passage, ordinal: int, first: int) -> Iterator[Diagnostic]:
    for match in _CONGRESS.finditer(passage.text):
        if _is_national(match):
            continue
        meant = first + 5 * (_ordinal(match["ordinal"]) - ordinal)
        if (int(match["first"]), int(match["last"])) != (meant, meant + 5) and int(match["first"]) != meant + 1:
            span = passage.place(match.start(), match.end())
            yield error("term-differs", span, ordinal=match["ordinal"], expected=f"{meant}-{meant + 5}")


def _known_resolutions(curriculum: Curriculum) -> set[int]:
    """Return the ordinals of the city congresses whose resolutions any source or reference names."""
    sources = curriculum.project.sources
    texts = [*(source.title for source in sources), *(part.text for source in sources for part in source.walk())]
    texts += [reference.text for reference in curriculum.course.references]
    return {_ordinal(match["ordinal"]) for text in texts for match in _RESOLUTION.finditer(text)}


def _resolutions(passage: Passage, own: int, known: set[int]) -> Iterator[Diagnostic]:
    """Yield a finding for the resolution of a congress of the same body that nothing the course leans on names."""
    for match in _RESOLUTION.finditer(passage.text):
        run = passage.run_at(match.start())
        if _ordinal(match["ordinal"]) not in known | {own} and (run is None or run.kind not in ("from", "code")):
            span = passage.place(match.start(), match.end())
            yield warning("congress-unknown", span, found=match.group().strip(), own=own)


def _is_national(match: re.Match[str]) -> bool:
    return match["national"] is not None or _OF_THE_NATION.search(match["between"]) is not None


def _ordinal(text: str) -> int:
    """Return the value of an ordinal: XVII and 17 are the same congress."""
    return int(text) if text.isdecimal() else read_roman(text)
