"""Whole courses drafted from real documents: import, draft, check and, when asked, every edition printed and validated.

Run: GIAOTRINH_CORPUS=/path/to/resolutions ./giaotrinh measure drafting
Options: --only ID, --plan PLAN, --build

Every folder of the corpus whose truth.yaml names a document that can be read is imported into a new course, drafted
twice (the bytes must be the same), checked, and its coverage taken: what the policy asks for (targets, breakthroughs,
tasks, solutions) taught and tested, every other numbered provision taught or accepted. --build prints all editions and
has each file accepted as PDF/UA-1. Prints a line for each document; exit code 1 where one has an error, a figure that
differs from the source, or a provision that is neither taught nor accepted.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

PROGRAM = [sys.executable, "-m", "giaotrinh"]
CARRIERS = (".docx", ".md", ".html", ".pdf", ".txt")


@dataclass
class Result:
    """What came of one document."""

    name: str
    provisions: int = 0
    asked: int = 0
    taught: int = 0
    tested: int = 0
    loose: int = 0
    errors: int = 0
    warnings: int = 0
    fidelity: int = 0
    same: bool = False
    draft: float = 0.0
    files: int = 0
    invalid: int = 0
    note: str = ""

    @property
    def good(self) -> bool:
        """Return whether nothing is wrong."""
        bad = self.errors or self.fidelity or self.loose or self.invalid or self.note
        return not bad and self.same and self.taught == self.tested == self.asked


def main() -> int:
    """Print a line for each document; return 1 where one is not good."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="", help="documents whose folder contains this")
    options.add_argument("--plan", default="5-ngay", help="mot-buoi, 3-ngay, 5-ngay or a plan file")
    options.add_argument("--build", action="store_true", help="print all editions and validate them")
    chosen = options.parse_args()
    folders = [path.parent for path in sorted(Path(os.environ["GIAOTRINH_CORPUS"]).glob("*/truth.yaml"))]
    results = [measure(path, chosen) for path in folders if chosen.only in path.name and carrier(path)]
    print(
        f"{'document':26} {'provisions':>10} {'asked':>6} {'taught':>6} {'tested':>6} {'loose':>5} {'errors':>6}"
        f" {'warn':>5} {'fidelity':>8} {'same':>5} {'draft s':>7} {'files':>5} {'invalid':>7}"
    )
    for each in results:
        print(
            f"{each.name:26} {each.provisions:10} {each.asked:6} {each.taught:6} {each.tested:6} {each.loose:5}"
            f" {each.errors:6} {each.warnings:5} {each.fidelity:8} {'yes' if each.same else 'no':>5}"
            f" {each.draft:7.2f} {each.files:5} {each.invalid:7} {each.note}"
        )
    return 0 if all(each.good for each in results) else 1


def carrier(folder: Path) -> Path | None:
    """Return the file of a document to import, None where there is none that holds text."""
    truth = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
    if "scan" in folder.name or folder.name.startswith("aux-") or not truth:
        return None
    found = [path for ending in CARRIERS for path in sorted(folder.glob(f"*{ending}"))]
    return found[0] if found else None


def measure(folder: Path, chosen: argparse.Namespace) -> Result:
    """Import, draft, check one document."""
    result = Result(folder.name)
    with tempfile.TemporaryDirectory() as place:
        project = Path(place) / "khoa-hoc"
        run(["new", str(project)], Path(place))
        imported = run(["import", str(carrier(folder)), "--id", "nguon"], project)
        ids = sorted(path.name for path in (project / "course/sources").iterdir() if path.name.startswith("nguon"))
        if imported.returncode or not ids:
            result.note = f"import: exit {imported.returncode}"
            return result
        begun = time.monotonic()
        drafted = run(["draft", "--source", ids[0], "--plan", chosen.plan], project)
        result.draft = time.monotonic() - begun
        if drafted.returncode:
            result.note = f"draft: exit {drafted.returncode}: {drafted.stdout[-200:]} {drafted.stderr[-200:]}"
            return result
        before = digest(project)
        run(["draft", "--source", ids[0], "--plan", chosen.plan], project)
        result.same = digest(project) == before
        look(result, project, ids[0])
        if chosen.build:
            build(result, project)
    return result


def look(result: Result, project: Path, source: str) -> None:
    """Take findings and coverage of a drafted course."""
    found = json.loads(run(["check", "--json"], project).stdout)["diagnostics"]
    result.errors = sum(each["severity"] == "error" for each in found)
    result.warnings = sum(each["severity"] == "warning" for each in found)
    result.fidelity = sum(
        bool(re.match(r"figure-|value-|quotation-|count-|code-|date-", each["code"])) for each in found
    )
    rows = json.loads(run(["coverage", "--format", "json"], project).stdout)["provisions"]
    rows = [row for row in rows if row["address"].startswith(f"{source}:")]
    asked = [row for row in rows if row["needed"] and not row["accepted"]]
    result.provisions, result.asked = len(rows), len(asked)
    result.taught = sum(bool(row["taught"]) for row in asked)
    result.tested = sum(bool(row["tested"]) for row in asked)
    result.loose = sum(not row["meets"] for row in rows)


def build(result: Result, project: Path) -> None:
    """Print all editions; count the files and those that are not PDF/UA-1."""
    from page import ValidationProfile, validate_pdf_bytes

    built = run(["build", "--format", "short"], project)
    files = sorted((project / "build").glob("*/*.pdf"))
    result.files = len(files)
    for file in files:
        result.invalid += not validate_pdf_bytes(file.read_bytes(), profile=ValidationProfile.PDF_UA_1).is_compliant
    if built.returncode:
        result.note = f"build: exit {built.returncode}: {built.stdout.strip().splitlines()[:1]}"


def digest(project: Path) -> str:
    """Return the digest of all drafted files."""
    paths = sorted(path for path in (project / "course").rglob("*") if path.is_file() and "sources" not in path.parts)
    hasher = hashlib.sha256()
    for path in paths:
        hasher.update(path.relative_to(project).as_posix().encode() + b"\0" + path.read_bytes())
    return hasher.hexdigest()


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Call the program."""
    return subprocess.run([*PROGRAM, *words], cwd=folder, capture_output=True, encoding="utf-8", check=False)


if __name__ == "__main__":
    sys.exit(main())
