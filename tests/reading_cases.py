"""Texts with «¦» before each place where something is wrong, and what a reader says about them."""

from giaotrinh.model.document import Block, Inline
from giaotrinh.read.course.module import read_module

MARK = "¦"

FRONT = """---
title: Chỉ tiêu
short_title: Chỉ tiêu
periods: {theory: 3, discussion: 1}
---
"""


def unmark(text):
    """Return the text without marks, and "line:column" of each."""
    places, plain = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        *before, last = line.split(MARK)
        column = 1
        for part in before:
            column += len(part)
            places.append(f"{number}:{column}")
        plain.append("".join((*before, last)))
    return "\n".join(plain), places


def placed(diagnostics):
    """Return "code line:column" of each finding, in the order of places."""
    return [f"{each.code} {each.span.line}:{each.span.column}" for each in diagnostics]


def expected(codes, places):
    """Return what `placed` gives for codes at the places of marks."""
    assert len(codes) == len(places), "as many codes as marks"
    return [f"{code} {place}" for code, place in zip(codes, places, strict=True)]


def argument(diagnostic, name):
    """Return an argument of a finding."""
    return dict(diagnostic.arguments)[name]


def read_body(body, number=3):
    """Return the reading of a module with usual front matter and this body."""
    return read_module((FRONT + body).encode(), "course/modules/03-chi-tieu.md", number)


def check_body(body, *codes):
    """Assert that a body has exactly these findings, one at each mark; return its blocks."""
    text, places = unmark(FRONT + body)
    reading = read_module(text.encode(), "course/modules/03-chi-tieu.md", 3)

    assert placed(reading.diagnostics) == expected(codes, places)
    return reading.value.blocks


def outline(blocks):
    """Return nested (kind, children) of blocks, for comparison."""
    return [(block.kind, outline(block.children)) if block.children else block.kind for block in blocks]


def find(blocks, kind) -> Block:
    """Return the first block of a kind."""
    return next(each for block in blocks for each in block.walk() if each.kind == kind)


def runs(inlines: tuple[Inline, ...]):
    """Return kind, text and place of inlines and all inside them."""
    return [
        (each.kind, each.text, each.span.line, each.span.column, each.span.end_column)
        for inline in inlines
        for each in inline.walk()
    ]
