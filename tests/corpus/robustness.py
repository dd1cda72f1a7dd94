"""Reads every file of a folder, however odd or broken, and counts what came of it.

Run: PYTHONPATH=src:tests python tests/corpus/robustness.py FOLDER [--limit-seconds 60] [--list]
scripts/odd-files.sh FOLDER fetches the public files that are used; they are never committed.
Exit code 1 where a file hangs, kills its process, raises a foreign exception or loses a character.
"""

import argparse
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from giaotrinh.driver.intake.extracting import MEMORY_LIMIT, limit_memory
from giaotrinh.intake.carrier.choosing import read_carrier
from giaotrinh.intake.carrier.extraction import Refusal

ENDINGS = (".docx", ".pdf", ".html", ".htm", ".md", ".txt", ".doc", ".odt", ".rtf")


@dataclass(frozen=True)
class Result:
    """What came of a file."""

    name: str
    outcome: str
    seconds: float = 0.0
    megabytes: int = 0
    paragraphs: int = 0
    detail: str = ""

    @property
    def bad(self) -> bool:
        return self.outcome in ("hang", "died", "raised", "lost characters")


def read_one(path: str) -> Result:
    """Read one file in a worker."""
    started = time.monotonic()
    found = read_carrier(Path(path).read_bytes())
    seconds = time.monotonic() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    name = Path(path).name
    if isinstance(found, Refusal):
        return Result(name, found.code, seconds, megabytes, detail=str(dict(found.arguments)))
    missing, surplus = found.unaccounted()
    outcome = "lost characters" if missing or surplus else "read"
    return Result(name, outcome, seconds, megabytes, len(found.paragraphs), f"{missing} {surplus}" if missing else "")


def read_all(folder: Path, limit: float) -> Iterator[Result]:
    """Yield what came of every file below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    context = multiprocessing.get_context("spawn")
    with ProcessPool(
        max_workers=2, max_tasks=100, initializer=limit_memory, initargs=(MEMORY_LIMIT,), context=context
    ) as pool:
        waiting = [(path.name, pool.schedule(read_one, args=(str(path),), timeout=limit)) for path in paths]
        for name, future in waiting:
            try:
                yield future.result()
            except FutureTimeout:
                yield Result(name, "hang", limit)
            except ProcessExpired as problem:
                yield Result(name, "died", detail=str(problem))
            except Exception as problem:  # noqa: BLE001 - whatever came through is what this script looks for
                yield Result(name, "raised", detail=f"{type(problem).__name__}: {problem}")


def main() -> int:
    """Print the counts by ending; return 1 where something went wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--limit-seconds", type=float, default=60)
    options.add_argument("--list", action="store_true")
    chosen = options.parse_args()
    results = list(read_all(chosen.folder, chosen.limit_seconds))
    for ending in sorted({Path(one.name).suffix.lower() for one in results}):
        alike = [one for one in results if Path(one.name).suffix.lower() == ending]
        counts = Counter(one.outcome for one in alike)
        slowest, largest = max(one.seconds for one in alike), max(one.megabytes for one in alike)
        listed = ", ".join(f"{outcome} {count}" for outcome, count in counts.most_common())
        print(f"{ending}: {len(alike)} files: {listed}; slowest {slowest:.1f} s; most memory {largest} MB")
    for one in results:
        if one.bad or chosen.list:
            print(f"  {one.outcome:20} {one.seconds:6.2f} s  {one.name}  {one.detail[:160]}")
    return 1 if any(one.bad for one in results) else 0


if __name__ == "__main__":
    sys.exit(main())
