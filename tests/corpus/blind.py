"""How well documents nobody had seen are read: whole trees, figures, metadata, and whether what is wrong is doubted.

Run: PYTHONPATH=src:tests GIAOTRINH_CORPUS=/path/to/documents python -m corpus.blind [--misses] [--only ID]
Each folder there holds a document and a truth.yaml with `file`, `metadata`, `provisions` and `figures`.
"""

import argparse
import os
import sys
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.compare import metadata_score
from corpus.trees import figure_score, match_tree, tree_score
from giaotrinh.intake.carrier.choosing import read_carrier
from giaotrinh.intake.carrier.extraction import Extraction, Refusal
from giaotrinh.intake.proposal.doubts import find_doubts
from giaotrinh.model.source import Provision
from giaotrinh.outline.figures import read_figures
from giaotrinh.outline.metadata import read_metadata
from giaotrinh.outline.tree import read_outline

HEAD = f"{'document':24} {'structure':>16} {'silent':>6} {'doubts/100':>10} {'figures':>14} {'surplus':>7} {'meta':>8}"


@dataclass
class Counts:
    """What was right of one document, or of all."""

    right: int = 0
    expected: int = 0
    silent: int = 0
    doubts: int = 0
    figures: int = 0
    told: int = 0
    surplus: int = 0
    known: int = 0
    asked: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(one + more for one, more in zip(astuple(self), astuple(other), strict=True)))

    def row(self, name: str) -> str:
        """Return the counts as a row under HEAD."""
        doubts = f"{100 * self.doubts / max(self.right, 1):.1f}"
        return (
            f"{name:24} {share(self.right, self.expected):>16} {self.silent:>6} {doubts:>10} "
            f"{share(self.figures, self.told):>14} {self.surplus:>7} {share(self.known, self.asked):>8}"
        )


def main() -> int:
    """Print the table and the totals."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--only", default="")
    chosen = options.parse_args()
    folder = os.environ.get("GIAOTRINH_CORPUS")
    if not folder:
        print("GIAOTRINH_CORPUS is not set", file=sys.stderr)
        return 2
    print(HEAD)
    total = Counts()
    for path in sorted(Path(folder).glob("*/truth.yaml")):
        if chosen.only in path.parent.name:
            counts, misses = measure(path)
            total += counts
            print(counts.row(path.parent.name), *(misses if chosen.misses else ()), sep="\n    ")
    print(total.row("total"))
    print(f"figures with surplus: {share(total.figures, total.told + total.surplus)}")
    return 0


def share(right: int, expected: int) -> str:
    """Return "right/expected share"."""
    return f"{right}/{expected} {100 * right / max(expected, 1):.1f}%"


def measure(path: Path) -> tuple[Counts, list[str]]:
    """Return the counts of a document and its misses; a refused one has nothing right."""
    truth: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    extraction = read_carrier((path.parent / truth["file"]).read_bytes())
    if isinstance(extraction, Refusal):
        told = len(truth.get("figures") or ())
        lost = Counts(expected=len(truth["provisions"]), told=told, asked=len(truth["metadata"]))
        return lost, [f"refused: {extraction.code} {dict(extraction.arguments)}"]
    provisions, doubted = outlined(extraction)
    tree = tree_score(truth["provisions"], provisions, doubted)
    pairs = match_tree(truth["provisions"], provisions)
    figures, surplus = figure_score(truth, pairs, read_figures(provisions))
    metadata = metadata_score(as_told(truth["metadata"]), "", read_metadata(provisions))
    counts = Counts(
        right=tree.right,
        expected=tree.expected,
        silent=len(tree.silent),
        doubts=tree.doubts_at_right,
        figures=figures.right,
        told=figures.expected,
        surplus=len(surplus),
        known=metadata.right,
        asked=metadata.expected,
    )
    silent = set(tree.silent)
    wrong = [f"{'SILENT ' if line in silent else ''}{line}" for line in (*tree.wrong, *tree.surplus)]
    return counts, [*wrong, *figures.misses, *surplus, *metadata.misses]


def outlined(extraction: Extraction) -> tuple[tuple[Provision, ...], list[int]]:
    """Return the tree of a document and the lines at which it is doubted."""
    reading = read_outline(extraction.text, "text.txt")
    provisions = reading.value or ()
    doubts = find_doubts(provisions, read_metadata(provisions), "text.txt")
    return provisions, [found.span.line for found in (*reading.diagnostics, *doubts)]


def as_told(metadata: dict[str, Any]) -> dict[str, Any]:
    """Return metadata under the names of the other truth files."""
    renamed = {"issuer": "issuing_body"}
    return {renamed.get(name, name): str(value) for name, value in metadata.items() if value}


if __name__ == "__main__":
    sys.exit(main())
