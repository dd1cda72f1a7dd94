"""Builds the course and has every finished file examined by two programs that had no part in making it.

Run: .venv/bin/python scripts/validate.py      (after ./giaotrinh test, which installs both)

page-validation must accept each file as PDF/UA-1 and `qpdf --check` must be clean. Prints a line for each file that is
not, then the totals; exit code 1 when there is one.
"""

import subprocess
import sys
from pathlib import Path

from page import ValidationProfile, validate_pdf_bytes

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Build, examine, report; return the exit code."""
    if subprocess.run([ROOT / "giaotrinh", "build", "--format", "short"], cwd=ROOT, check=False).returncode:
        print("0 passed, 1 failed: the course does not build")
        return 1
    files = sorted((ROOT / "build").glob("*/*.pdf"))
    faults = [f"{file.relative_to(ROOT)}: {fault}" for file in files for fault in examine(file)]
    for fault in faults:
        print(fault)
    print(f"{len(files)} files, {len(faults)} faults")
    return 1 if faults or not files else 0


def examine(file: Path) -> list[str]:
    """Return what the two programs object to."""
    report = validate_pdf_bytes(file.read_bytes(), profile=ValidationProfile.PDF_UA_1)
    faults = [f"PDF/UA-1: {failure}" for failure in report.failures] if not report.is_compliant else []
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    if checked.returncode:
        faults.append(f"qpdf: {checked.stdout.strip().splitlines()[-1]}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
