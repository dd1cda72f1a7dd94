"""Kills builds at random moments and looks at what is left: no torn file, and the next build is right.

Run: ./giaotrinh measure crash [COUNT]      (200 unless told)
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from synthetic import write_course

MODULES = 4
BUILD = [sys.executable, "-m", "giaotrinh", "build", "--jobs", "2"]


def main(count: int) -> int:
    """Kill `count` builds; return how many left something wrong."""
    luck = random.Random(11)
    with tempfile.TemporaryDirectory() as folder:
        project = write_course(
            Path(folder) / "course-to-kill", modules=MODULES, editions="hoc-vien, giang-vien", words=900
        )
        took = timed_build(project)
        expected = outputs(project)
        wrong = killed = 0
        for turn in range(1, count + 1):
            disturb(project, luck)
            if kill_within(project, luck.uniform(0.05, took * 1.05)):
                killed += 1
            wrong += not is_whole(project, expected)
            if turn % 10 == 0:
                timed_build(project)
                wrong += outputs(project) != expected
                print(f"{turn} builds, {killed} killed while running, {wrong} left something wrong", flush=True)
    print(f"1 passed, 0 failed: {count} builds" if not wrong else f"0 passed, 1 failed: {wrong} of {count} builds")
    return wrong


def timed_build(project: Path) -> float:
    """Build to the end; return the seconds it took."""
    begun = time.monotonic()
    subprocess.run(BUILD, cwd=project, check=True, capture_output=True)
    return time.monotonic() - begun


def outputs(project: Path) -> dict[str, str]:
    """Return the finished files with their digests."""
    files = sorted((project / "build").glob("*/*.pdf"))
    return {str(path.relative_to(project)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def disturb(project: Path, luck: random.Random) -> None:
    """Throw away part of the cache, so that every build has something to print and to write."""
    cache = project / "build" / ".cache"
    for path in sorted((cache / "fragments").glob("*/*.fragment")):
        if luck.random() < 0.4:
            path.unlink()
    (cache / "last.json").unlink(missing_ok=True)
    if luck.random() < 0.1:
        shutil.rmtree(cache)


def kill_within(project: Path, seconds: float) -> bool:
    """Start a build and kill its whole process group after so many seconds; return whether it was still running."""
    process = subprocess.Popen(
        BUILD, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def is_whole(project: Path, expected: dict[str, str]) -> bool:
    """Return whether every file under its final name is one of a finished build."""
    return outputs(project) == expected


if __name__ == "__main__":
    sys.exit(min(1, main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)))
