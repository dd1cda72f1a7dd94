"""Starts a bench or a measure: `./giaotrinh bench NAME [WORDS]`, `./giaotrinh measure NAME [WORDS]`.

A bench says how long something takes, a measure how well it is done. Without NAME they are listed; `NAME --help` says
what one takes, what it prints and when its exit code is 1.
"""

import ast
import difflib
import os
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCHES = ROOT / "tests/bench"


def main(kind: str, words: list[str]) -> int:
    """Start what the words name, else list what there is; 2 for a name there is not."""
    known = programs(kind)
    if not words or words[0] in ("-h", "--help"):
        print("\n".join(f"{name:<12} {told(path).splitlines()[0]}" for name, path in known.items()))
        return 0
    name, *rest = words
    if name not in known:
        near = ", ".join(difflib.get_close_matches(name, known)) or ", ".join(known)
        print(f"giaotrinh: {kind} {name}: không có / there is none: {near}", file=sys.stderr)
        return 2
    start(known[name], rest)
    return 0


def programs(kind: str) -> dict[str, Path]:
    """Return name -> file: the name of the file, or of its folder where the file is called measure.py."""
    files = sorted((ROOT / "tests").glob("*/*.py"))
    own = (path for path in files if (path.parent == BENCHES) == (kind == "bench"))
    started = [path for path in own if '\nif __name__ == "__main__"' in path.read_text(encoding="utf-8")]
    return {path.parent.name if path.stem in ("measure", "kill_builds") else path.stem: path for path in started}


def told(path: Path) -> str:
    """Return what a file says of itself."""
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or path.stem


def start(path: Path, words: list[str]) -> None:
    """Run a file with words; one that reads no options of its own is asked for help here."""
    if set(words) & {"-h", "--help"} and "argparse" not in path.read_text(encoding="utf-8"):
        print(told(path))
        return
    sys.path[:0] = found = [str(ROOT / "src"), str(ROOT / "tests"), str(path.parent)]
    os.environ["PYTHONPATH"] = os.pathsep.join(found)  # for the processes it starts
    sys.argv = [str(path), *words]
    runpy.run_path(str(path), run_name="__main__")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
