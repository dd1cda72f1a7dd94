"""Builds the course and has every finished file examined by two programs that had no part in making it.

Run: .venv/bin/python scripts/validate.py [--archive]      (after ./giaotrinh test, which installs both)

page-validation must accept each file as PDF/UA-1, with --archive as PDF/A-2a too, and `qpdf --check` must be clean.
Prints a line for each file that is not, then the totals; exit code 1 when there is one.
"""

import subprocess
import sys
from pathlib import Path

from page import ValidationProfile, validate_pdf_bytes

ROOT = Path(__file__).resolve().parents[1]
PROFILES = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
ARCHIVED = "_Luu-tru"
FALSE_ALARM = "STREAM-LENGTH-001"
"""Takes a last byte 0x0D of packed data for a line end; whether lengths are right, qpdf says."""


def main() -> int:
    """Build, examine, report; return the exit code."""
    archive = sys.argv[1:] == ["--archive"]
    build = [ROOT / "giaotrinh", "build", "--format", "short", *sys.argv[1:]]
    if subprocess.run(build, cwd=ROOT, check=False).returncode:
        print("0 passed, 1 failed: the course does not build")
        return 1
    files = [file for file in sorted((ROOT / "build").glob("*/*.pdf")) if file.stem.endswith(ARCHIVED) is archive]
    profiles = PROFILES if archive else PROFILES[:1]
    faults = [f"{file.relative_to(ROOT)}: {fault}" for file in files for fault in examine(file, profiles)]
    for fault in faults:
        print(fault)
    print(f"{len(files)} files, {len(faults)} faults")
    return 1 if faults or not files else 0


def examine(file: Path, profiles: tuple[ValidationProfile, ...]) -> list[str]:
    """Return what the two programs object to."""
    faults = []
    for profile in profiles:
        found = validate_pdf_bytes(file.read_bytes(), profile=profile).failures
        faults += [f"{profile.name}: {failure}" for failure in found if not failure.rule_id.endswith(FALSE_ALARM)]
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    if checked.returncode:
        faults.append(f"qpdf: {checked.stdout.strip().splitlines()[-1]}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
