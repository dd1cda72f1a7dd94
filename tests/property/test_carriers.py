"""Whatever a document is made of, each of its characters is in a paragraph or in the report."""

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from giaotrinh.intake.carrier.characters import tally
from giaotrinh.intake.carrier.choosing import read_carrier
from giaotrinh.intake.carrier.extraction import Place
from giaotrinh.intake.carrier.gathering import Gathering
from giaotrinh.intake.docx.document import read_docx
from giaotrinh.intake.docx.package import W
from giaotrinh.intake.web.page import read_html
from giaotrinh.model.source import to_text
from giaotrinh.outline.tree import read_outline
from word_files import SPACES, level, numbering, paragraph, run, table, word_file

WORDS = st.text(alphabet="aăâđếộ ÐƢơ\u0301\u00a0\u00ad-_*|.1)I+[^]:ЖС", max_size=12)
PARTS = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:moveFrom>{}</w:moveFrom>"])
SWITCHES = st.sampled_from(["", "", "<w:vanish/>", "<w:caps/>"])


@st.composite
def runs(draw):
    made = run(draw(WORDS), properties=draw(SWITCHES))
    return draw(PARTS).format(made) + draw(st.sampled_from(["", "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"]))


@st.composite
def paragraphs(draw):
    inside = "".join(draw(st.lists(runs(), min_size=1, max_size=4)))
    listed = draw(st.sampled_from([None, None, 1]))
    mark = draw(st.sampled_from(["", "", "<w:rPr><w:del/></w:rPr>"]))
    return paragraph(inside, list_id=listed, level=draw(st.integers(0, 2)), properties=mark)


@st.composite
def tables(draw):
    width = draw(st.integers(1, 3))
    merge = st.sampled_from(["", "", "<w:vMerge/>", '<w:gridSpan w:val="2"/>'])
    cell = st.tuples(paragraphs(), merge)
    rows = draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=4))
    return table(rows, bordered=draw(st.booleans()))


BLOCKS = st.lists(st.one_of(paragraphs(), tables()), min_size=1, max_size=6)
LISTS = numbering({"0": level(0, "%1.") + level(1, "%2)", "lowerLetter") + level(2, "-", "bullet")}, {"1": "0"})


@settings(max_examples=40, deadline=None)
@given(BLOCKS)
def test_every_character_of_a_word_document_is_accounted_for(blocks):
    extraction = read_docx(word_file(*blocks, parts={"numbering": LISTS}))
    assert extraction.unaccounted() == ({}, {})
    root = ElementTree.fromstring(f"<x {SPACES}>{''.join(blocks)}</x>")
    held = tally(node.text or "" for node in root.iter(W + "t"))
    # Capitals are printed from small letters; fold both.
    assert folded(extraction.held) == folded(held)


def folded(counts):
    return tally("".join(char * count for char, count in sorted(counts.items())).lower().split("\x00"))


TAGS = st.sampled_from(["b", "span", "a", "sup", "p", "div", "li", "td"])


def element(tag, children):
    return f"<{tag}>{''.join(children)}</{tag}>"


INLINES = st.recursive(
    WORDS.map(lambda text: text.replace("<", "")),
    lambda inner: st.tuples(
        st.sampled_from(["b", "span", "a", "sup", "p", "div", "li", "td"]), st.lists(inner, max_size=3)
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(INLINES, min_size=1, max_size=6))
def test_every_character_of_a_page_is_accounted_for(parts):
    boxes = f"<ol><li>{parts[0]}</ol><table border=1><tr><td>{parts[-1]}<td>x</table>"
    body = f"<!doctype html><body><p>đầu</p>{''.join(parts)}{boxes}"
    assert read_html(body.encode()).unaccounted() == ({}, {})


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_lines_that_are_gathered_are_accounted_for(texts):
    gathering = Gathering(carrier="docx")
    gathering.hold(texts)
    for text in texts:
        gathering.add(text, Place())
    assert gathering.finish().unaccounted() == ({}, {})


@settings(max_examples=40, deadline=None)
@given(BLOCKS)
def test_what_is_read_stays_one_paragraph_a_line(blocks):
    extraction = read_docx(word_file(*blocks, parts={"numbering": LISTS}))
    lines = extraction.text.splitlines()
    assert len(lines) == len(extraction.paragraphs)
    assert all(line == line.strip() and line for line in lines)


@settings(max_examples=40, deadline=None)
@given(BLOCKS)
def test_the_text_read_again_gives_the_same_text(blocks):
    found = read_carrier(word_file(*blocks, parts={"numbering": LISTS}))
    text = getattr(found, "text", "")
    provisions = read_outline(text, "text.txt").value if text else ()
    assert to_text(provisions) == text
