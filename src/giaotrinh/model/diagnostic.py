"""Diagnostics: what is wrong, as data; the wording lives in the driver's message files."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from giaotrinh.model.codes import STAGES
from giaotrinh.model.span import Span


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the editions that contain it."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding about the project, without any wording."""

    code: str
    """Word code such as `citation-unresolved`; the key of its messages."""
    severity: Severity
    span: Span
    arguments: tuple[tuple[str, str], ...] = ()
    """Named values the message text uses, sorted by name."""
    related: tuple[Span, ...] = ()
    """Other places that explain this one, for example the provision in the source."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """Return the key by which reports order diagnostics."""
        return (self.span.file, self.span.line, self.span.column, self.code, self.arguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A finding an author allows, with the reason; listed in manifest and colophon, never printed in place."""

    code: str
    reason: str
    span: Span
    """The line that grants it."""
    count: int
    """Findings it held back; 0 is a finding itself."""


def error(code: str, span: Span, *related: Span, **arguments: object) -> Diagnostic:
    """Return an error diagnostic; arguments are turned into text."""
    return _make(code, Severity.ERROR, span, related, arguments)


def warning(code: str, span: Span, *related: Span, **arguments: object) -> Diagnostic:
    """Return a warning diagnostic; arguments are turned into text."""
    return _make(code, Severity.WARNING, span, related, arguments)


def info(code: str, span: Span, *related: Span, **arguments: object) -> Diagnostic:
    """Return an informative diagnostic; arguments are turned into text."""
    return _make(code, Severity.INFO, span, related, arguments)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics without repeats, in the order of their places."""
    return tuple(sorted(set(diagnostics), key=lambda found: found.sort_key))


def _make(
    code: str, severity: Severity, span: Span, related: tuple[Span, ...], arguments: dict[str, object]
) -> Diagnostic:
    if code not in STAGES:
        raise ValueError(f"{code} is in no table of diagnostic codes")
    pairs = tuple(sorted((name, str(value)) for name, value in arguments.items()))
    return Diagnostic(code=code, severity=severity, span=span, arguments=pairs, related=related)
