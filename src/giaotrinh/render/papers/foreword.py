"""The foreword: Markdown of the course file -> safe HTML with typography."""

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from giaotrinh.render.blocks.typography import typeset

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])


def set_foreword(text: str) -> Markup:
    """Return paragraphs, lists and emphasis as HTML; headings and raw HTML have no place in a foreword."""
    tokens = _MARKDOWN.parse(text)
    _typeset(tokens)
    # Safe: markdown-it escapes every word and raw HTML is off.
    return Markup(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _typeset(tokens: Iterable[Token]) -> None:
    for token in tokens:
        if token.type == "text":
            token.content = typeset(token.content)
        _typeset(token.children or ())
