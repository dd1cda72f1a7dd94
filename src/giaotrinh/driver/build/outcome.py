"""What a check or a build came to, as data for the door to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from giaotrinh.driver.edge.failure import Exit
from giaotrinh.model.diagnostic import Diagnostic, Severity
from giaotrinh.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The findings of a check and the files they point into."""

    diagnostics: tuple[Diagnostic, ...]
    snapshot: Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """One file that was made, or kept because it is up to date."""

    edition: str
    path: str
    """Relative to the project."""
    pages: int
    printed: int
    """Fragments printed for it in this build."""
    cached: int
    """Fragments taken from the cache."""
    seconds: float
    """What printing its parts, binding and proving took, added up; parts it shares with another file count in both."""
    findings: int
    digest: str
    module: str = ""
    audience: str = ""
    reader: str = ""
    variant: str = ""
    """What the file name says of large print, grey-scale, archive or draft: "Chu-lon_Xam"."""
    proofs: tuple[tuple[str, str], ...] = ()
    """What was proved of the finished file: (name of the proof, what was counted)."""
    provisions: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """Address of a provision -> (its fingerprint, labels of the pages that lean on it)."""

    @property
    def sheets(self) -> int:
        """Return the sheets of paper it takes, printed on both sides."""
        return (self.pages + 1) // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a fragment was printed."""

    job: str
    reason: str
    """new, text, style, asset, engine or lost (its cache entry was gone or damaged)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All that a build has to say."""

    files: tuple[Finished, ...]
    diagnostics: tuple[Diagnostic, ...]
    snapshot: Snapshot
    reasons: tuple[Reason, ...] = ()
    invalid: bool = False
    """Whether a finished file failed its validation and was therefore not handed over."""

    def exit_code(self, *, strict: bool) -> Exit:
        """Return the exit code of a build."""
        return Exit.NOT_VALID if self.invalid else exit_code(self.diagnostics, strict=strict)


def exit_code(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> Exit:
    """Return PROBLEMS when there is an error, or a warning under --strict; CLEAN otherwise."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return Exit.PROBLEMS if any(found.severity in bad for found in diagnostics) else Exit.CLEAN
