"""Markdown and plain text -> paragraphs with their markers, and an account of every character."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from giaotrinh.intake.carrier.characters import Mending, clean_line, mend, tally
from giaotrinh.intake.carrier.damage import find_damage
from giaotrinh.intake.carrier.extraction import Extraction, Paragraph, Reason
from giaotrinh.intake.carrier.spaces import is_damaged, mend_blanks
from giaotrinh.intake.plain.draft_lines import Account, Line
from giaotrinh.intake.plain.flat_tables import read_flat_tables
from giaotrinh.intake.plain.furniture import take_away
from giaotrinh.intake.plain.markdown_signs import bare, double_marker, is_markdown
from giaotrinh.intake.plain.paragraphs import join_lines, read_layout
from giaotrinh.intake.plain.run_in import cut_at_markers
from giaotrinh.intake.plain.runs import are_runs, join_runs
from giaotrinh.intake.plain.text_tables import read_tables

_BOLD_ITEM = re.compile(r"[:.;](?=\*\*(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s+\S)")
"""The end of a sentence behind which bold print opens an item in the same line."""
_PAGE_LINE = 1200
"""Characters from which a line is a whole page whose paragraphs have run together."""


def read_plain(text: str) -> Extraction:
    """Return the paragraphs of a Markdown or plain text file and what was left out of them.

    Sentences broken over lines are joined, pages that came out as one line are cut at their markers, running heads,
    page marks, front matter and the signs of Markdown are left out and reported.
    """
    account = Account()
    markdown = is_markdown(text)
    lines = take_away(_physical(text, account), account)
    if markdown:
        lines = _without_signs(lines, account)
    paragraphs = _paragraphs(read_flat_tables(read_tables(lines, account), account), account)
    return Extraction(
        carrier="markdown" if markdown else "text",
        paragraphs=paragraphs,
        left_out=tuple(account.left_out),
        damaged=find_damage(paragraphs),
        mended=dict(+account.mended),
        held=tally([text]),
        added=dict(account.added),
        pages=max((line.page for line in lines), default=0),
    )


def _physical(text: str, account: Account) -> list[Line]:
    lines: list[Line] = []
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        mended, counts = mend(raw.replace("\f", " "))
        account.mended.update(counts)
        lines.append(Line(text=mended, number=number, torn="\f" in raw))
    return lines


def _parted(line: Line) -> list[Line]:
    """Return the parts of a line in which bold print opens an item behind a sentence: "như sau:**1. Một**"."""
    starts = [0, *(match.end() for match in _BOLD_ITEM.finditer(line.text)), len(line.text)]
    return [replace(line, text=line.text[start:end]) for start, end in pairwise(starts)]


def _without_signs(lines: Sequence[Line], account: Account) -> list[Line]:
    kept: list[Line] = []
    open_bold = False
    for line in (part for whole in lines for part in _parted(whole)):
        found = bare(line.text, open_bold=open_bold and not line.gap)
        bullet, words = double_marker(found.text)
        account.leave_out(found.signs + bullet, line, Reason.MARKUP)
        open_bold = found.open_bold
        kept.append(replace(line, text=words, rank=found.rank, unfinished=open_bold))
    return [line for line in kept if line.text.strip()]


def _paragraphs(lines: Sequence[Line], account: Account) -> tuple[Paragraph, ...]:
    pages = [line for line in lines if len(line.text) > _PAGE_LINE]
    if sum(len(line.text) for line in pages) > sum(len(line.text) for line in lines) / 2:
        return _from_pages(lines, account)
    if are_runs(lines):
        return _from_runs(lines, account)
    damaged = is_damaged(line.text for line in lines)
    joined = join_lines(lines, read_layout(lines))
    return tuple(_paragraph(" ".join(line.text for line in part), part[0], account, damaged) for part in joined)


def _from_pages(lines: Sequence[Line], account: Account) -> tuple[Paragraph, ...]:
    """Cut the pages at their markers; short lines before the first page are the letterhead."""
    damaged = is_damaged(line.text for line in lines)
    first_page = next(index for index, line in enumerate(lines) if len(line.text) > _PAGE_LINE)
    head = [_paragraph(line.text, line, account, damaged) for line in lines[:first_page]]
    whole = " ".join(clean_line(line.text) for line in lines[first_page:])
    mended, count = mend_blanks(whole, damaged=damaged)
    account.mended[Mending.BLANK] += count
    pieces = cut_at_markers(mended)
    return (*head, *(Paragraph(text=piece, place=lines[first_page].place) for piece in pieces if piece))


def _from_runs(lines: Sequence[Line], account: Account) -> tuple[Paragraph, ...]:
    mended, count = mend_blanks(clean_line(join_runs(lines)), damaged=True)
    account.mended[Mending.BLANK] += count
    return tuple(Paragraph(text=piece, place=lines[0].place) for piece in cut_at_markers(mended) if piece)


def _paragraph(text: str, first: Line, account: Account, damaged: bool) -> Paragraph:
    words, count = (text, 0) if first.row else mend_blanks(clean_line(text), damaged=damaged)
    account.mended[Mending.BLANK] += count
    return Paragraph(
        text=clean_line(words),
        place=first.place,
        table=first.row,
        rank=first.rank,
        mended=(Mending.BLANK,) if count else (),
    )
