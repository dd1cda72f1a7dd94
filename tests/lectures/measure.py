"""How lectures in an instructor's own words are judged: false findings a thousand words, planted errors found by kind.

Run: GIAOTRINH_CORPUS=/path/to/resolutions .venv/bin/python tests/lectures/measure.py [--misses] [--false] [FOLDER ...]

FOLDER holds lectures as `lecture.py` describes them; the lectures of this folder where none is named.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from giaotrinh.model.diagnostic import Diagnostic, Severity
from lectures.lecture import HERE, Lecture, found_for, lectures, told


def main(words: Sequence[str]) -> int:
    """Measure and print; return 1 where there is no lecture to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[HERE])
    parser.add_argument("--misses", action="store_true", help="print the planted errors that are missed")
    parser.add_argument("--false", action="store_true", help="print what is said of the right lectures")
    parser.add_argument("--found", action="store_true", help="print what is said of the planted errors")
    parser.add_argument("--no-plants", action="store_true", help="measure the right lectures alone")
    asked = parser.parse_args(words)
    all_of = [lecture for folder in asked.folders for lecture in lectures(folder)]
    for lecture in all_of:
        _false(lecture, shown=asked.false)
        if not asked.no_plants:
            _plants(lecture, misses=asked.misses, hits=asked.found)
    return 0 if all_of else 1


def _false(lecture: Lecture, *, shown: bool) -> None:
    examined = lecture.examined(lecture.text)
    findings = [each for each in examined.found if told(each)]
    errors = sum(each.severity is Severity.ERROR for each in findings)
    table = [each for each in examined.found if each.code == "figures-ungrounded"]
    entries = sum(int(dict(each.arguments)["count"]) for each in table)
    rate = 1000 / lecture.words
    print(
        f"{lecture.name}: {lecture.words} words; a thousand words: errors {errors * rate:.1f}, "
        f"to look at {(len(findings) - errors) * rate:.1f}, in the table {entries * rate:.1f}"
    )
    for each in (*findings, *table) if shown else ():
        print("   ", _line(each))


def _plants(lecture: Lecture, *, misses: bool, hits: bool) -> None:
    before = lecture.examined(lecture.text)
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for plant in lecture.plants:
        findings = found_for(lecture, before, plant)
        planted[plant.kind] += 1
        found[plant.kind] += bool(findings)
        if misses and not findings:
            print(f"    missed [{plant.kind}] {plant.right!r} -> {plant.wrong!r}")
        for each in findings if hits else ():
            print(f"    found [{plant.kind}] {plant.right!r} -> {plant.wrong!r}: {_line(each)}")
    for kind, number in sorted(planted.items()):
        print(f"  {kind}: {found[kind]} of {number}")
    print(f"  all: {sum(found.values())} of {sum(planted.values())}")


def _line(found: Diagnostic) -> str:
    return f"{found.span.line}:{found.span.column} {found.severity} {found.code} {dict(found.arguments)}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
