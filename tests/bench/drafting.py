"""How long drafting a course from sixty pages takes, from the command line; the same pages give the same bytes.

Run: ./giaotrinh bench drafting [RUNS]     (5 unless told; nothing else running)

Imports the resolution of the import bench once, then drafts it anew in a copy for each run and plan. Prints medians and
the bar they must stay under; exit code 1 where it is passed or two runs differ.
"""

import hashlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from importing import word

BAR = 2.0
PLANS = ("mot-buoi", "3-ngay", "5-ngay")
PROGRAM = [sys.executable, "-m", "giaotrinh"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main(runs: int) -> int:
    """Measure and print; return 1 when the bar is passed or the bytes differ."""
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        imported = Path(name) / "imported"
        run("new", str(imported), folder=Path(name))
        (imported / "a.docx").write_bytes(word())
        run("import", "a.docx", "--id", "van-kien", folder=imported)
        for plan in PLANS:
            taken = [draft(imported, Path(name) / f"{plan}-{turn}", plan) for turn in range(runs)]
            seconds, digests = statistics.median(each for each, _ in taken), {digest for _, digest in taken}
            failed |= seconds > BAR or len(digests) > 1
            print(f"{plan}: median {seconds:.2f} s, bar {BAR} s; {len(digests)} different results of {runs}")
    return int(failed)


def draft(imported: Path, folder: Path, plan: str) -> tuple[float, str]:
    """Return the seconds a draft takes and the digest of all it wrote."""
    shutil.copytree(imported, folder)
    began = time.monotonic()
    run("draft", "--source", "van-kien", "--plan", plan, folder=folder)
    seconds = time.monotonic() - began
    written = (path.read_bytes() for path in sorted((folder / "course").rglob("*")) if path.is_file())
    return seconds, hashlib.sha256(b"\0".join(written)).hexdigest()


def run(*words: str, folder: Path) -> None:
    """Run a command that must succeed."""
    subprocess.run([*PROGRAM, *words], cwd=folder, check=True, capture_output=True, env=ENVIRONMENT)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
