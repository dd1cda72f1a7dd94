"""Whole courses drafted from real documents: import, draft, check and, when asked, every edition printed and validated.

Run: GIAOTRINH_CORPUS=/path/to/resolutions PYTHONPATH=tests .venv/bin/python tests/drafting/measure.py [FILE...]
Options: --only ID, --plan PLAN, --build

Every folder of the corpus whose truth.yaml names a document that can be read, and every FILE, is imported into a new
course, drafted twice (the bytes must be the same) and checked. A line for each document: provisions, those asked for,
taught and tested, those neither taught nor accepted (loose); errors; sessions, minutes of lesson beside the minutes the
source needs; share of words that are ours, greatest share of a module that stands in three others; points that lost
their end; flaws of questions; places left to a person. --build prints all editions and has each file accepted as
PDF/UA-1. Exit code 1 where a document has an error, a loose provision, a cut point or a flaw.
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

from drafting.flaws import FLAWS
from drafting.prose import again, body, cut_points, ours
from giaotrinh.draft.sections import needed_by
from giaotrinh.read import read_questions, read_source

PROGRAM = [sys.executable, "-m", "giaotrinh"]
COLUMNS = (
    "document", "provisions", "asked/taught/tested", "loose", "errors", "sessions", "minutes/needed", "ours", "again",
    "cut", "flaws", "gaps",
)  # fmt: skip
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
    sessions: int = 0
    lesson: int = 0
    needed: int = 0
    ours: float = 0.0
    again: float = 0.0
    cut: int = 0
    flaws: int = 0
    gaps: int = 0
    draft: float = 0.0
    files: int = 0
    invalid: int = 0
    note: str = ""

    @property
    def good(self) -> bool:
        """Return whether nothing is wrong."""
        bad = self.errors or self.loose or self.cut or self.flaws or self.invalid or self.note
        return not bad and self.same and self.taught == self.asked


def main() -> int:
    """Print a line for each document; return 1 where one is not good."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--only", default="", help="documents whose folder contains this")
    options.add_argument("--plan", default="", help="a plan by name or file; else the source decides")
    options.add_argument("--build", action="store_true", help="print all editions and validate them")
    options.add_argument("files", nargs="*", type=Path, help="documents beside those of the corpus")
    chosen = options.parse_args()
    corpus = os.environ.get("GIAOTRINH_CORPUS", "")
    folders = [path.parent for path in sorted(Path(corpus).glob("*/truth.yaml"))] if corpus else []
    documents = [(folder.name, file) for folder in folders if (file := carrier(folder))]
    documents += [(file.name, file.resolve()) for file in chosen.files]
    results = [measure(name, file, chosen) for name, file in documents if chosen.only in name]
    print(f"| {' | '.join(COLUMNS)} |")
    print(f"|{'---|' * len(COLUMNS)}")
    print(*map(row, results), sep="\n")
    return 0 if all(each.good for each in results) else 1


def row(each: Result) -> str:
    """Return the line of a table for a document."""
    cells = (
        each.name,
        each.provisions,
        f"{each.asked}/{each.taught}/{each.tested}",
        each.loose,
        each.errors,
        each.sessions,
        f"{each.lesson}/{each.needed}",
        f"{100 * each.ours:.0f} %",
        f"{100 * each.again:.0f} %",
        each.cut,
        each.flaws,
        each.gaps,
    )
    more = "" if each.same and not each.note else f" {each.note or 'bytes differ'}"
    return f"| {' | '.join(map(str, cells))} |{more}"


def carrier(folder: Path) -> Path | None:
    """Return the file of a document to import, None where there is none that holds text."""
    truth = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
    if "scan" in folder.name or folder.name.startswith("aux-") or not truth:
        return None
    found = [path for ending in CARRIERS for path in sorted(folder.glob(f"*{ending}"))]
    return found[0] if found else None


def measure(name: str, file: Path, chosen: argparse.Namespace) -> Result:
    """Import, draft, check one document."""
    result = Result(name)
    with tempfile.TemporaryDirectory() as place:
        project = Path(place) / "khoa-hoc"
        run(["new", str(project)], Path(place))
        imported = run(["import", str(file), "--id", "nguon"], project)
        ids = sorted(path.name for path in (project / "course/sources").iterdir() if path.name.startswith("nguon"))
        if imported.returncode or not ids:
            result.note = f"import: exit {imported.returncode}"
            return result
        asked = ["draft", "--source", ids[0], *(["--plan", chosen.plan] if chosen.plan else [])]
        begun = time.monotonic()
        drafted = run(asked, project)
        result.draft = time.monotonic() - begun
        result.gaps = drafted.stdout.count("[draft-left-gap]")
        if drafted.returncode:
            result.note = f"draft: exit {drafted.returncode}: {drafted.stdout[-200:]} {drafted.stderr[-200:]}"
            return result
        before = digest(project)
        run(asked, project)
        result.same = digest(project) == before
        look(result, project, ids[0])
        read(result, project, ids[0])
        if chosen.build:
            build(result, project)
    return result


def read(result: Result, project: Path, identity: str) -> None:
    """Take what the words of a drafted course are, how long it is, what is wrong with its questions."""
    folder = project / "course/sources" / identity
    source = read_source(
        (folder / "source.yaml").read_bytes(), (folder / "text.txt").read_bytes(), identity=identity, folder=""
    ).value
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted((project / "course/modules").glob("*.md"))}
    banks = [path.read_bytes() for path in sorted((project / "course/questions").glob("*.yaml"))]
    if source is None:
        result.note = "source not readable"
        return
    bodies = {name: body(text, source) for name, text in texts.items()}
    questions = [each for bank in banks for each in read_questions(bank, "bank.yaml").value or ()]
    result.ours, result.again = ours(bodies, source), again(bodies)
    spoken = [*texts.values(), *(bank.decode() for bank in banks)]
    result.cut = len(list(cut_points(spoken, source)))
    result.flaws = sum(len(list(find(source, questions))) for find in FLAWS.values())
    periods = re.findall(r"^periods: \{(.*)\}$", "\n".join(texts.values()), re.MULTILINE)
    result.sessions = -(-sum(int(number) for each in periods for number in re.findall(r"\d+", each)) // 4)
    lessons = re.findall(r":minutes: (\d+)\n:step: teaching", "\n".join(texts.values()))
    result.lesson, result.needed = sum(map(int, lessons)), round(needed_by(source))


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
