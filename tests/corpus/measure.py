"""How well real resolutions are read: structure and figures found against a truth made by hand.

Run: GIAOTRINH_CORPUS=/path/to/resolutions ./giaotrinh measure corpus
Each folder there holds a truth.yaml and its files.
Options: --misses lists every miss with what was found instead; --only ID measures one document.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.compare import Score, figure_scores, metadata_score, section_score
from giaotrinh.intake.carrier.choosing import read_carrier
from giaotrinh.intake.carrier.extraction import Refusal
from giaotrinh.outline.metadata import read_metadata
from giaotrinh.outline.tree import read_outline

CARRIERS = (".md", ".txt", ".pdf", ".docx", ".html")


@dataclass
class Document:
    """One carrier of one document, measured."""

    name: str
    sections: Score
    figures: Score
    dates: Score
    metadata: Score
    account: str


def main() -> int:
    """Print the table; return 1 where a document is under 90 %."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    folder = os.environ.get("GIAOTRINH_CORPUS")
    if not folder:
        print("GIAOTRINH_CORPUS is not set", file=sys.stderr)
        return 2
    documents = [one for one in measure(Path(folder)) if chosen.only in one.name]
    report(documents, misses=chosen.misses)
    return 0 if all(min(one.sections.share, one.figures.share) >= 0.9 for one in documents) else 1


def measure(folder: Path) -> list[Document]:
    """Return every carrier of every document under a folder, measured."""
    return [
        measure_file(truth.parent.name, name, path, yaml.safe_load(truth.read_text(encoding="utf-8")))
        for truth in sorted(folder.glob("*/truth.yaml"))
        for name, path in carriers(truth)
    ]


def carriers(truth: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files of a document that this script can read, by their name in its truth."""
    files = yaml.safe_load(truth.read_text(encoding="utf-8"))["files"]
    for name, file in files.items():
        if file.endswith(CARRIERS) and name != "multi_document" and "scan" not in truth.parent.name:
            yield name, truth.parent / file


def measure_file(document: str, name: str, path: Path, truth: dict[str, Any]) -> Document:
    """Return one carrier, measured."""
    extraction = read_carrier(path.read_bytes())
    if isinstance(extraction, Refusal):
        raise SystemExit(f"{path}: {extraction.code} {dict(extraction.arguments)}")
    missing, surplus = extraction.unaccounted()
    provisions = read_outline(extraction.text, path.name).value or ()
    figures, dates = figure_scores(truth.get("figures") or [], provisions)
    return Document(
        name=f"{document}/{name}",
        sections=section_score(truth["structure"], name, provisions),
        figures=figures,
        dates=dates,
        metadata=metadata_score(truth["metadata"], name, read_metadata(provisions)),
        account="" if not missing and not surplus else f"missing {dict(missing)}, surplus {dict(surplus)}",
    )


def report(documents: list[Document], *, misses: bool) -> None:
    """Print one line per document, the totals, and the misses where asked."""
    print(f"{'document':44} {'structure':>18} {'figures':>16} {'dates':>8} {'metadata':>8}  characters")
    for one in documents:
        print(
            f"{one.name:44} {cell(one.sections):>18} {cell(one.figures):>16} {one.dates.right}/{one.dates.expected:<6}"
            f"{one.metadata.right}/{one.metadata.expected:<6}"
            f"  {one.account or 'all accounted'}"
        )
    for name in ("sections", "figures", "metadata"):
        total = Score(
            sum(getattr(one, name).right for one in documents), sum(getattr(one, name).expected for one in documents)
        )
        print(f"total {name}: {cell(total)}")
    if misses:
        for one in documents:
            for text in (*one.sections.misses, *one.figures.misses, *one.dates.misses, *one.metadata.misses):
                print(f"{one.name}: {text}")


def cell(score: Score) -> str:
    """Return "right/expected share"."""
    return f"{score.right}/{score.expected} {score.share:6.1%}"


if __name__ == "__main__":
    sys.exit(main())
