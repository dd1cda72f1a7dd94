"""Tables in text files: Markdown rows, cells on lines of their own, letterheads and signatures set as tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from giaotrinh.intake.carrier.extraction import Reason, pipe_row
from giaotrinh.intake.plain.draft_lines import Account, Line

_FRAME = re.compile(
    r"CỘNG H(?:OÀ|ÒA|OA) XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập|Nơi nhận|^\s*Số\s*:?\s*\d|ngày\s+\d.*tháng|"
    r"^\s*(?:T/M|TM|K/T|KT|TL|TUQ)\b|đã ký|BAN CHẤP HÀNH|^\s*(?:PHÓ )?CHỦ TỊCH|THỦ TƯỚNG|^\s*(?:PHÓ )?BÍ THƯ",
    re.MULTILINE,
)
"""Words that only the letterhead and the closing of a document have in their cells."""
_CELL_LIMIT = 80
"""Lines a cell that is not closed may have."""

Cell = list[Line]
Row = list[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Rows read from a stretch of lines, and where the stretch ends."""

    rows: list[Row]
    end: int


def read_tables(lines: Sequence[Line], account: Account) -> list[Line]:
    """Return the lines with tables as rows `| a | b |`; letterheads and closings come out as lines of their own."""
    result: list[Line] = []
    index = 0
    while index < len(lines):
        block = _block(lines, index)
        if block is None:
            result.append(lines[index])
            index += 1
            continue
        for line in lines[index : block.end]:
            account.leave_out("|" * line.text.count("|"), line, Reason.MARKUP)
        result += _laid_out(block.rows, account)
        index = block.end
    return result


def _block(lines: Sequence[Line], index: int) -> _Block | None:
    text = lines[index].text.strip()
    if text == "|":
        return _lone_strokes(lines, index)
    if text.startswith("|") and not text.endswith("|"):
        return _open_row(lines, index)
    if text.startswith("|") or text.count(" | ") >= 1 or text.endswith(" |"):
        return _Block(rows=[_cells(lines[index])], end=index + 1)
    return None


def _lone_strokes(lines: Sequence[Line], index: int) -> _Block:
    """Read cells that stand between lines holding one stroke; two strokes in a row end a row of the table."""
    rows: list[Row] = [[]]
    end = index
    while end < len(lines) and (end == index or _goes_on(lines[end])):
        if lines[end].text.strip() != "|":
            rows[-1][-1].append(lines[end])
        elif rows[-1] and not rows[-1][-1]:
            rows[-1].pop()
            rows.append([[]])
        else:
            rows[-1].append([])
        end += 1
    return _Block(rows=[[cell for cell in row if cell] for row in rows], end=end)


def _goes_on(line: Line) -> bool:
    return line.text.strip() == "|" or (not line.gap and "|" not in line.text)


def _open_row(lines: Sequence[Line], index: int) -> _Block:
    """Read a row whose cells run over several lines, up to the line that closes it."""
    end = index + 1
    while end < len(lines) and end - index < _CELL_LIMIT and not (lines[end].gap and not lines[end].torn):
        end += 1
        if lines[end - 1].text.rstrip().endswith("|"):
            break
    if not lines[end - 1].text.rstrip().endswith("|"):
        return _Block(rows=[_cells(lines[index])], end=index + 1)
    row: Row = [[]]
    for line in lines[index:end]:
        first, *others = line.text.strip().split("|")
        row[-1].append(replace(line, text=first))
        row += [[replace(line, text=cell)] for cell in others]
    return _Block(rows=[row], end=end)


def _cells(line: Line) -> Row:
    return [[replace(line, text=cell)] for cell in line.text.strip().strip("|").split("|")]


def _laid_out(rows: list[Row], account: Account) -> Iterator[Line]:
    rows = [row for row in rows if any(_words(cell) for cell in row)]
    frame = any(_FRAME.search(line.text) for row in rows for cell in row for line in cell)
    for row in rows:
        yield from _frame_lines(row) if frame or len(row) == 1 else _row_line(row, account)


def _frame_lines(row: Row) -> Iterator[Line]:
    for cell in row:
        for place, line in enumerate(part for part in cell if part.text.strip()):
            yield replace(line, gap=line.gap or place == 0)


def _row_line(row: Row, account: Account) -> Iterator[Line]:
    text = pipe_row([_words(cell) for cell in row])
    account.add("|" * (len(row) + 1))
    first = next(line for cell in row for line in cell)
    yield replace(first, text=text, row=True)


def _words(cell: Cell) -> str:
    return " ".join(line.text.strip() for line in cell if line.text.strip())
