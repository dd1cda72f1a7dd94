"""What stands around the words of a text file: front matter, page marks, running heads, signatures, rules."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from giaotrinh.intake.carrier.extraction import Reason
from giaotrinh.intake.plain.draft_lines import Account, Line, without
from giaotrinh.intake.plain.markdown_signs import bare
from giaotrinh.outline.markers import read_markers

_KEY = re.compile(r"[\w-]+\s*:")
_COMMENT = re.compile(r"<!--.*?-->")
_PAGE_MARK = re.compile(r"(?:page|trang|p\.)\W{0,4}(?P<number>\d+)", re.IGNORECASE)
_BRACKET_MARK = re.compile(r"\[\[.*\]\]$")
_RULE = re.compile(r"[\s|]*[-–—_=*─.·~]{3,}[\s|]*$")
_RUN_OF_STROKES = re.compile(r"(?:[-–—─]\s?){4,}|[_=]{3,}|\.{6,}|…{3,}")
_SEPARATOR_ROW = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
_SIGNED = re.compile(r"(?:Ký bởi|Người ký|Cơ quan|Ngày ký|Thời gian ký|Email)\s*:", re.IGNORECASE)
_INTEGER = re.compile(r"[-–\s]*(?P<number>\d{1,4})[-–\s]*$")
_FRONT_LINES = 60
_HEAD_LENGTH = 120
_PAGE_LENGTH, _PAGE_LINES = 400, 15
_PAGE_OF_LINES = 25
_PAGES_SURE = 3
"""Lone numbers in a row that make page numbers."""


def take_away(lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines of the document itself; everything around it goes to the account."""
    kept = _page_marks(_front_matter(list(lines), account), account)
    for find in (_signatures, _repeated_heads):
        kept = _leave(kept, find(kept), account)
    return _strokes(_glued_heads(kept, account), account)


def _leave(lines: list[Line], gone: dict[int, Reason], account: Account) -> list[Line]:
    for line in lines:
        if line.number in gone:
            account.leave_out(line.text, line, gone[line.number])
    torn = {number for number, reason in gone.items() if reason in (Reason.RUNNING_HEAD, Reason.PAGE_NUMBER)}
    return without(lines, frozenset(gone), torn=frozenset(torn))


def _front_matter(lines: list[Line], account: Account) -> list[Line]:
    if not lines or lines[0].text.strip() != "---":
        return lines
    end = next((index for index, line in enumerate(lines[1:_FRONT_LINES], 1) if line.text.strip() == "---"), 0)
    if not end or not all(_KEY.match(line.text) or line.text.startswith((" ", "-")) for line in lines[1:end]):
        return lines
    return _leave(lines, {line.number: Reason.NOTES for line in lines[: end + 1]}, account)


def _page_marks(lines: list[Line], account: Account) -> list[Line]:
    kept: list[Line] = []
    page, torn = 0, False
    for line in lines:
        words, found, number = _without_marks(line, account)
        page, torn = number or page, torn or found or "\f" in line.text
        if words.strip() or not found:
            kept.append(replace(line, text=words, page=page, torn=line.torn or torn))
            torn = torn and not words.strip()
    return kept


def _without_marks(line: Line, account: Account) -> tuple[str, bool, int]:
    marks = _COMMENT.findall(line.text)
    if _BRACKET_MARK.match(line.text.strip()) and _PAGE_MARK.search(line.text):
        marks = [line.text]
    words, page, paged = line.text, 0, False
    for mark in marks:
        number = _PAGE_MARK.search(mark)
        page, paged = (int(number["number"]), True) if number else (page, paged)
        account.leave_out(mark, line, Reason.PAGE_NUMBER if number else Reason.NOTES)
        words = words.replace(mark, " ", 1)
    return words, paged, page


def _signatures(lines: list[Line]) -> dict[int, Reason]:
    signed = [bool(_SIGNED.match(line.text.strip())) for line in lines]
    beside = [
        here and (before or after)
        for before, here, after in zip([False, *signed], signed, [*signed[1:], False], strict=False)
    ]
    return {line.number: Reason.SIGNATURE for line, found in zip(lines, beside, strict=True) if found}


def _repeated_heads(lines: list[Line]) -> dict[int, Reason]:
    """Find lines printed on every page: the same words, or the same words around a number that counts up."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        words = line.text.strip()
        if words and len(words) <= _HEAD_LENGTH and not _looks_like_item(words):
            places[re.sub(r"\d+", "#", words)].append(index)
    gone: dict[int, Reason] = {}
    for words, indexes in places.items():
        if len(indexes) >= 3 and words != "#" and _is_once_a_page(words, indexes):
            gone |= _head_lines(lines, indexes)
    paged = Reason.PAGE_NUMBER in gone.values()
    return gone | (_bare_page_numbers(lines) or ({} if paged else _lone_page_numbers(lines)))


def _is_once_a_page(words: str, indexes: Sequence[int]) -> bool:
    """Return whether a repeated line may be a running head: no piece of a sentence, and far enough from the next."""
    steps = sorted(after - before for before, after in pairwise(indexes))
    return not (words[0].islower() and " " in words) and steps[len(steps) // 2] >= _PAGE_LINES


def _head_lines(lines: list[Line], indexes: list[int]) -> dict[int, Reason]:
    texts = [lines[index].text.strip() for index in indexes]
    if len(set(texts)) == 1:
        numbers = [_number_beside(lines, index) for index in indexes]
        found = [(at, value) for at in numbers if at is not None and (value := _integer(lines[at])) is not None]
        if len(found) < max(3, len(indexes) * 0.8) or not _counts_up([value for _, value in found]):
            return {}
        heads = {lines[index].number: Reason.RUNNING_HEAD for index in indexes}
        return heads | {lines[at].number: Reason.PAGE_NUMBER for at, _ in found}
    last = [int(re.findall(r"\d+", text)[-1]) for text in texts if re.search(r"\d", text)]
    first = [int(re.findall(r"\d+", text)[0]) for text in texts if re.search(r"\d", text)]
    if _counts_up(last) or _counts_up(first):
        return {lines[index].number: Reason.RUNNING_HEAD for index in indexes}
    return {}


def _bare_page_numbers(lines: list[Line]) -> dict[int, Reason]:
    """Find numbers alone at torn pages, counting up."""
    found = [(index, value) for index, line in enumerate(lines) if (value := _integer(line)) is not None]
    beside = [
        (lines[index].number, value)
        for index, value in found
        if lines[index].torn or any(line.torn for line in lines[index + 1 : index + 2])
    ]
    if len(beside) < 2 or not _counts_up([value for _, value in beside]):
        return {}
    return {number: Reason.PAGE_NUMBER for number, _ in beside}


def _lone_page_numbers(lines: list[Line]) -> dict[int, Reason]:
    """Find numbers on lines of their own, a page apart, that stand inside sentences: numbers of rows stand in none."""
    found = [(index, value) for index, line in enumerate(lines) if (value := _integer(line)) is not None]
    chain = _chain_of_pages(found)
    cuts = any(_cuts_a_sentence(lines, index) for index in chain)
    return {lines[index].number: Reason.PAGE_NUMBER for index in chain if cuts}


def _chain_of_pages(found: Sequence[tuple[int, int]]) -> list[int]:
    """Return the places of the longest run of lone numbers that go up by one, a page of lines apart."""
    best: list[int] = []
    for start in range(len(found)):
        chain, (last, value) = [found[start][0]], found[start]
        for index, number in found[start + 1 :]:
            if number == value + 1 and index - last >= _PAGE_OF_LINES:
                chain.append(index)
                last, value = index, number
        best = max(best, chain, key=len)
    return best if len(best) >= _PAGES_SURE else []


def _cuts_a_sentence(lines: Sequence[Line], index: int) -> bool:
    """Return whether the words before a line go on behind it."""
    before = next((line.text.strip() for line in reversed(lines[:index]) if line.text.strip()), "")
    after = next((line.text.strip() for line in lines[index + 1 :] if line.text.strip()), "")
    return bool(before) and before[-1] not in ".:;!?" and after[:1].islower()


def _number_beside(lines: list[Line], index: int) -> int | None:
    near = (index + 1, index - 1, index + 2, index - 2)
    return next((at for at in near if 0 <= at < len(lines) and _integer(lines[at]) is not None), None)


def _integer(line: Line) -> int | None:
    match = _INTEGER.match(line.text.strip())
    return int(match["number"]) if match else None


def _counts_up(values: Sequence[int]) -> bool:
    steps = [after - before for before, after in pairwise(values)]
    return len(steps) >= 1 and sum(step == 1 for step in steps) >= 0.8 * len(steps) and min(steps) > 0


def _looks_like_item(words: str) -> bool:
    """Return whether a line begins as a provision does, whatever signs of Markdown stand around it."""
    return _INTEGER.match(words) is None and bool(read_markers(bare(words).text))


def _glued_heads(lines: list[Line], account: Account) -> list[Line]:
    """Take a running foot off the beginning of pages that are one line each: "nghi-quyet.doc 2 ..."."""
    opening = re.compile(r"\s*(?P<head>\S+)\s+(?P<page>\d{1,4})\s+(?=\S)")
    found = [(line, match) for line in lines if len(line.text) > _PAGE_LENGTH and (match := opening.match(line.text))]
    heads = {match["head"] for _, match in found}
    if len(found) < 3 or len(heads) != 1 or not _counts_up([int(match["page"]) for _, match in found]):
        return lines
    ends = {line.number: match for line, match in found}
    return [_without_head(line, ends.get(line.number), account) for line in lines]


def _without_head(line: Line, match: re.Match[str] | None, account: Account) -> Line:
    if match is None:
        return replace(line, torn=True) if len(line.text) > _PAGE_LENGTH else line
    account.leave_out(match.group(), line, Reason.RUNNING_HEAD)
    return replace(line, text=line.text[match.end() :], torn=True, page=int(match["page"]))


def _strokes(lines: list[Line], account: Account) -> list[Line]:
    kept: list[Line] = []
    gap = torn = False
    for line in (part for whole in lines for part in _at_strokes(whole, account)):
        words = _without_strokes(line, account)
        gap, torn = gap or line.gap, torn or line.torn
        if words.strip():
            kept.append(replace(line, text=words, gap=gap, torn=torn))
            gap = torn = False
        else:
            gap = True
    return kept


def _at_strokes(line: Line, account: Account) -> list[Line]:
    """Return the parts of a page that is one line between the rules drawn across it."""
    strokes = list(_RUN_OF_STROKES.finditer(line.text)) if len(line.text) > _PAGE_LENGTH else []
    for stroke in strokes:
        account.leave_out(stroke.group(), line, Reason.RULE)
    starts = [0, *(stroke.end() for stroke in strokes)]
    ends = [*(stroke.start() for stroke in strokes), len(line.text)]
    return [replace(line, text=line.text[start:end]) for start, end in zip(starts, ends, strict=True)]


def _without_strokes(line: Line, account: Account) -> str:
    words = line.text
    if _SEPARATOR_ROW.match(words.strip()) and words.count("|") and words.count("-"):
        account.leave_out(words, line, Reason.MARKUP)
        return ""
    if _RULE.match(words) and not words.count("|"):
        account.leave_out(words, line, Reason.RULE)
        return ""
    for stroke in _RUN_OF_STROKES.findall(words):
        account.leave_out(stroke, line, Reason.RULE)
        words = words.replace(stroke, " ", 1)
    return words
