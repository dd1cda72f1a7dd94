"""Web pages: the document without the site around it."""

from collections.abc import Sequence

from giaotrinh.intake.carrier.characters import clean_line, tally
from giaotrinh.intake.carrier.extraction import Extraction, Place, Reason, Refused
from giaotrinh.intake.carrier.gathering import Gathering
from giaotrinh.intake.carrier.limits import check_size
from giaotrinh.intake.web.blocks import Line, Reader
from giaotrinh.intake.web.lists import ListStyles
from giaotrinh.intake.web.surroundings import document_part, site_beside
from giaotrinh.intake.web.tree import parse_html, spaced
from giaotrinh.model.text import fold

_OUTLINE_LINES = 5
"""Lines in a row that all stand again elsewhere make a copy of the headings."""
_OUTLINE_LENGTH = 250


def read_html(content: bytes) -> Extraction:
    """Return the document a web page holds; raises Refused for a page without words or beyond a limit."""
    check_size(content)
    body, stylesheet = parse_html(content)
    gathering = Gathering(carrier="html")
    gathering.hold([body.words()])
    way = document_part(body)
    for beside in site_beside(way):
        gathering.leave_out(spaced(beside), Place(part=beside.tag), Reason.SITE)
    reader = Reader(ListStyles(stylesheet))
    reader.read(way[-1])
    for text, reason in reader.left_out:
        gathering.leave_out(text, Place(), reason)
    _gather(reader.lines, gathering)
    extraction = gathering.finish()
    if not extraction.paragraphs:
        raise Refused("source-empty")
    return extraction


def _gather(lines: Sequence[Line], gathering: Gathering) -> None:
    copies = _outline_copies([clean_line(line.text) for line in lines])
    for number, line in enumerate(lines):
        gathering.added += tally([line.added])
        gathering.held -= tally([line.removed])
        place = Place(paragraph=number + 1)
        if number in copies:
            gathering.leave_out(line.text, place, Reason.OUTLINE_COPY)
        else:
            gathering.add(line.text, place, table=line.table, keep_lines=line.keep_lines)


def _outline_copies(texts: Sequence[str]) -> frozenset[int]:
    """Return the lines that only list headings which stand again further on."""
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        places.setdefault(fold(text), []).append(number)
    run: list[int] = []
    found: set[int] = set()
    for number, text in enumerate([*texts, ""]):
        again = 0 < len(text) <= _OUTLINE_LENGTH and places[fold(text)][-1] > number
        if again:
            run.append(number)
        elif text or number == len(texts):
            later = [places[fold(texts[line])][-1] for line in run]
            if len(run) >= _OUTLINE_LINES and later == sorted(later) and later[0] > run[-1]:
                found.update(run)
            run = []
    return frozenset(found)
