"""Comment lines: `% giaotrinh: allow CODE "reason"` grants an exemption, any other is the author's own and dropped."""

import re
from dataclasses import dataclass
from typing import Protocol

from giaotrinh.model.diagnostic import Diagnostic, error, warning
from giaotrinh.model.span import Span
from giaotrinh.read.data.values import check_code

_ADDRESSED = re.compile(r"%\s*giaotrinh\s*:\s*(?P<words>.*?)\s*$")
_ALLOW = re.compile(r"""allow\s+(?P<code>[a-z][a-z0-9-]*)(?:\s+["“](?P<reason>[^"”]*)["”])?$""")


class Holder(Protocol):
    """The block in which a comment stands."""

    end_line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempting:
    """An exemption before a paragraph or block."""

    code: str
    reason: str
    span: Span
    holder: Holder
    """The block that holds it; it reaches no further."""


def read_comment(
    line: str, span: Span, holder: Holder, after_text: bool
) -> tuple[tuple[Exempting, ...], tuple[Diagnostic, ...]]:
    """Return the exemption a comment line grants, none for an ordinary one, and what is wrong with the line."""
    found = (warning("comment-in-paragraph", span),) if after_text else ()
    addressed = _ADDRESSED.match(line)
    if addressed is None:
        return (), found
    allow = _ALLOW.match(addressed["words"])
    if allow is None:
        return (), (*found, error("allow-malformed", span, written=line.strip()))
    reason = (allow["reason"] or "").strip()
    if not reason:
        return (), (*found, error("allow-without-reason", span, exempted=allow["code"]))
    if wrong := tuple(check_code(allow["code"], span)):
        return (), (*found, *wrong)
    return (Exempting(code=allow["code"], reason=reason, span=span, holder=holder),), found
