"""Fits the likeness from which a number was to say a statement, on labelled pairs of a sentence and a provision.

Run: .venv/bin/python tests/lectures/fitting.py

`pairs.jsonl` holds our own sentences, each with the one provision it is judged by, its document and whether the
sentence was to say that provision's figure. Pairs of one document stand on one side of the split: every second
document, by name, is held back. Prints, for thresholds in steps, how many meant numbers are reached and how many others
are; the constants in `check/claims/weighing.py` must lie where the first is high and the second low.
"""

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from check.small_course import files_of
from giaotrinh.check import link
from giaotrinh.check.claims.numbers import numbers_of
from giaotrinh.check.claims.weighing import LIKELY, SURE
from giaotrinh.check.passages.subject import parts
from giaotrinh.model.snapshot import Snapshot
from giaotrinh.read import read_project

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Scored:
    """A pair with the likeness of its words."""

    document: str
    meant: bool
    likeness: float


def scored() -> tuple[Scored, ...]:
    """Return every labelled pair with its likeness, as the program computes it."""
    pairs = [json.loads(line) for line in (HERE / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    by_document = defaultdict(list)
    for pair in pairs:
        by_document[pair["document"]].append(pair)
    return tuple(each for document in sorted(by_document) for each in _of_document(document, by_document[document]))


def held_back(found: tuple[Scored, ...]) -> tuple[Scored, ...]:
    """Return the pairs of every second document."""
    documents = sorted({each.document for each in found})[1::2]
    return tuple(each for each in found if each.document in documents)


def reached(found: tuple[Scored, ...], least: float) -> tuple[float, float]:
    """Return the shares of meant and of other pairs whose likeness reaches a threshold."""
    meant = [each.likeness >= least for each in found if each.meant]
    others = [each.likeness >= least for each in found if not each.meant]
    return sum(meant) / max(1, len(meant)), sum(others) / max(1, len(others))


def _of_document(document: str, pairs: list[dict[str, str]]) -> list[Scored]:
    provisions = list(dict.fromkeys(pair["provision"] for pair in pairs))
    text = "I. NỘI DUNG\n" + "\n".join(f"{at}. {words}" for at, words in enumerate(provisions, 1)) + "\n"
    body = "\n\n".join(
        f"{pair['sentence'].rstrip('. ')} {{cite}}`I.{provisions.index(pair['provision']) + 1}`." for pair in pairs
    )
    reading = read_project(
        Snapshot(files=files_of(body, text=text, source={"figures": {}, "roles": {}, "announced": {}}))
    )
    assert reading.value is not None
    curriculum, _ = link(reading.value)
    found = []
    for part in parts(curriculum):
        statements = part.knowledge.judge.statements
        paragraphs = [each for each in part.passages if each.kind == "paragraph"]
        for pair, passage in zip(pairs, paragraphs, strict=False):
            number = next((each for each in numbers_of(passage, {}) if each.said.text == pair["number"]), None)
            stated = [each for each in statements.at(passage.cites[0][0]) if each.quantity.text == pair["stated"]]
            likeness = statements.weights.likeness(number.context, stated[0].context) if number and stated else 0.0
            found.append(Scored(document=document, meant=bool(pair["meant"]), likeness=likeness))
    return found


def main() -> int:
    """Print the table; return 1 where a constant in use lets through too much on the pairs held back."""
    found = scored()
    kept = held_back(found)
    fitted = tuple(each for each in found if each not in kept)
    print("threshold | fitted on: meant, others | held back: meant, others")
    for step in range(1, 10):
        one, two = reached(fitted, step / 10), reached(kept, step / 10)
        print(f"{step / 10:.1f} | {one[0]:.2f} {one[1]:.2f} | {two[0]:.2f} {two[1]:.2f}")
    print(f"in use: LIKELY {LIKELY}, SURE {SURE}")
    return int(reached(kept, SURE)[1] > 0.0 or reached(kept, LIKELY)[0] < 0.8)


if __name__ == "__main__":
    sys.exit(main())
