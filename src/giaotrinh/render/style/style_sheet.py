"""Style sheets rewritten value by value; selectors, strings and comments stay as they are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, NamedTuple


class Declaration(NamedTuple):
    """A declaration as tinycss2 tokens, and what else its rule sets."""

    name: str
    value: Sequence[Any]
    beside: frozenset[str]
    """Names of all properties of the rule."""


Change = Callable[[Declaration], Iterable[Any]]
"""Gives the tokens that take the place of a value."""


def rewrite(text: str, change: Change) -> str:
    """Return a style sheet, or what stands in a style attribute, with every value as `change` wants it."""
    import tinycss2

    tokens = tinycss2.parse_component_value_list(text)
    written: str = tinycss2.serialize(list(_block(tokens, change)))
    return written


def _block(tokens: Iterable[Any], change: Change) -> Iterator[Any]:
    pieces = list(_pieces(tokens))
    beside = frozenset(_name(piece) for piece in pieces if not _has_block(piece))
    for piece in pieces:
        if _has_block(piece):
            piece[-1].content = list(_block(piece[-1].content, change))
            yield from piece  # what stands before a block is a selector
        else:
            yield from _declaration(piece, beside, change)


def _pieces(tokens: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield declarations with their semicolon, and rules with their block."""
    piece: list[Any] = []
    for token in tokens:
        piece.append(token)
        if token.type == "{} block" or token == ";":
            yield piece
            piece = []
    yield piece


def _has_block(piece: Sequence[Any]) -> bool:
    return bool(piece) and piece[-1].type == "{} block"


def _name(piece: Sequence[Any]) -> str:
    before = takewhile(lambda token: token != ":", piece)
    return next((token.lower_value for token in before if token.type == "ident"), "")


def _declaration(piece: list[Any], beside: frozenset[str], change: Change) -> Iterator[Any]:
    end = [piece.pop()] if piece and piece[-1] == ";" else []
    name = list(takewhile(lambda token: token != ":", piece))
    value = piece[len(name) :]
    yield from name
    if value:
        yield from change(Declaration(_name(name), value, beside))
    yield from end
