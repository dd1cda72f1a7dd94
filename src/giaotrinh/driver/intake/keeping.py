"""What stands in the folder of a source before an import: a person's edits survive it or stop it."""

from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.intake.record import Record, read_record, sha256
from giaotrinh.intake.proposal.merging import merge_lines
from giaotrinh.model.diagnostic import Diagnostic, info
from giaotrinh.model.span import Span

TEXT, SETTINGS, RECORD = "text.txt", "source.yaml", "import.json"
"""The files of a source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands in the folder of a source before an import."""

    folder: Path
    text: str | None
    settings: bytes | None
    record: Record | None

    @classmethod
    def of(cls, folder: Path) -> "Kept":
        """Return what a folder holds."""
        text = _bytes(folder / TEXT)
        return cls(
            folder=folder,
            text=None if text is None else text.decode("utf-8", errors="replace").replace("\r\n", "\n"),
            settings=_bytes(folder / SETTINGS),
            record=read_record(_bytes(folder / RECORD)),
        )

    @property
    def settings_edited(self) -> bool:
        """Return whether source.yaml is no longer as an import wrote it; then it is left alone."""
        if self.settings is None:
            return False
        return self.record is None or sha256(self.settings) != self.record.wrote.get(SETTINGS)

    def merged(self, theirs: str, file: str, *, force: bool) -> tuple[str, dict[str, str], list[Diagnostic]]:
        """Return (the text to write, backups to make, findings); a person's edits survive or stop the import."""
        if self.text is None or self.text == theirs or (self.record and self.text == self.record.text):
            return theirs, {}, []
        if self.record is not None:
            merged = merge_lines(self.record.text.splitlines(), self.text.splitlines(), theirs.splitlines())
            if not merged.conflicts:
                text = "".join(line + "\n" for line in merged.lines)
                return text, {}, [info("import-kept-edits", Span(file=file), count=merged.kept)]
            if not force:
                lines = ", ".join(str(conflict.line) for conflict in merged.conflicts[:12])
                raise Failure(Exit.PROBLEMS, "import-conflict", file=file, lines=lines)
        elif not force:
            raise Failure(Exit.PROBLEMS, "import-edited", file=file)
        backup = self._free_name(TEXT)
        return theirs, {TEXT: backup}, [info("import-backup", Span(file=file), backup=backup)]

    def _free_name(self, name: str) -> str:
        number = 1
        while (self.folder / f"{name}.bak-{number}").exists():
            number += 1
        return f"{name}.bak-{number}"


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise Failure(Exit.UNREADABLE, "input-unreadable", path=path, reason=problem.strerror or problem) from problem
