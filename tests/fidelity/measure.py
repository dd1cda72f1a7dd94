"""How many planted errors the check finds, and how often it cries wolf: the table of the handbook.

    ./giaotrinh measure fidelity [--most N] [--misses] [--only NAME] [--kind KIND] [--markdown]

Over the course of this repository and, with GIAOTRINH_CORPUS=/path/to/resolutions, over courses made from the real
documents there. Exit code 1 where fewer than 99 % are found, a wrong figure or a changed quotation is missed, or there
is more than one false alarm in 100 pages.
"""

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2] / "src")]

from fidelity.calling_courses import calling_corpus  # noqa: E402  the path above makes them importable
from fidelity.courses import Course, corpus, reference  # noqa: E402  the path above makes them importable
from fidelity.examined import Examined  # noqa: E402
from fidelity.harness import GRAVE, PLANTINGS, Score, alarms, run  # noqa: E402
from fidelity.leaking import run as run_leaks  # noqa: E402


def main() -> int:
    """Print both tables; return 1 where a target is missed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--most", type=int, default=6, help="plants of each kind in each course")
    options.add_argument("--misses", action="store_true", help="list what was missed, and every alarm")
    options.add_argument("--only", default="", help="courses whose name contains this")
    options.add_argument("--kind", default="", help="kinds whose name contains this")
    options.add_argument("--markdown", action="store_true", help="print the table of kinds as docs/fidelity.md has it")
    chosen = options.parse_args()
    courses = [course for course in (reference(), *corpus(), *calling_corpus()) if chosen.only in course.name]
    right = report_alarms(courses, misses=chosen.misses)
    scores = measure(courses, chosen.most, chosen.kind)
    leaked = run_leaks(Examined(reference().files).curriculum, chosen.most)
    scores |= {kind: score for kind, score in leaked.items() if chosen.kind in kind}
    return 0 if report(scores, misses=chosen.misses, markdown=chosen.markdown) and right else 1


def measure(courses: list[Course], most: int, kind: str) -> dict[str, Score]:
    """Return the score of every kind over all courses."""
    scores = {name: Score() for name in PLANTINGS if kind in name}
    for course in courses:
        for plant, found in run(course, most, kind):
            score = scores.setdefault(plant.kind, Score())
            score.planted += 1
            score.found += found
            score.texts[plant.text] += 1
            if not found:
                score.missed.append(plant)
    return scores


def report_alarms(courses: list[Course], *, misses: bool) -> bool:
    """Print what the check says against the correct courses; return whether it is at most one in 100 pages."""
    print(f"{'course':30} {'pages':>6} {'alarms':>6}")
    pages = count = 0.0
    for course in courses:
        found = alarms(course)
        pages, count = pages + course.pages, count + len(found)
        print(f"{course.name:30} {course.pages:6.1f} {len(found):6}")
        for each in found if misses else ():
            print(f"    {each.code} {each.span} {dict(each.arguments)}")
    print(f"{'all':30} {pages:6.1f} {count:6.0f}   {100 * count / max(pages, 1):.1f} in 100 pages\n")
    return 100 * count <= pages


def report(scores: dict[str, Score], *, misses: bool, markdown: bool) -> bool:
    """Print the table of kinds; return whether the targets are met."""
    row = "| {} | {} | {} | {} | {} |" if markdown else "{:30} {:>7} {:>6} {:>7}  {}"
    print(row.format("kind", "planted", "found", "share", "in"))
    if markdown:
        print("|---|---:|---:|---:|---|")
    for kind, score in scores.items():
        share = f"{100 * score.share:.1f} %" if score.planted else "-"
        print(row.format(kind, score.planted, score.found, share, ", ".join(sorted(score.texts))))
    for kind, score in scores.items():
        for plant in score.missed if misses else ():
            print(f"missed, {kind} [{plant.text}] {plant.file}:{plant.line} «{plant.before}» -> «{plant.after}»")
    planted, found = sum(each.planted for each in scores.values()), sum(each.found for each in scores.values())
    grave = [plant for kind, score in scores.items() if kind in GRAVE for plant in score.missed]
    print(f"{found} of {planted} found ({100 * found / max(1, planted):.1f} %); grave misses: {len(grave)}")
    return found >= 0.99 * planted and not grave


if __name__ == "__main__":
    sys.exit(main())
