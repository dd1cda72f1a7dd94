"""What a reader hands back: the value, and what was wrong with the file."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from giaotrinh.model.diagnostic import Diagnostic

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[T]):
    """A value read from a file, None where nothing usable was found, with the findings about the file."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()
