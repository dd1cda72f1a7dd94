"""How long an edit takes to show in the preview, against compiling a Typst book of the same size in a fresh process.

Run: ./giaotrinh bench previewing [EDITS]     (20 unless told; two cores; nothing else running)

Needs Typst in the environment: pip install typst. A course of 20 modules, 160 pages. Each turn changes one word of one
module and measures from the write of the file until the HTML of the block is told, and until the changed page of the
printed fragment is a picture; then one fresh process compiles the same words, set as loosely, as a Typst book. Prints
medians, the ratio, the pages of both, and the bars they must stay under.
"""

import compileall
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from queue import Queue

from printing import edit
from synthetic import write_course

import giaotrinh
from giaotrinh.driver.edge.project import find_project
from giaotrinh.preview.serving import Preview, Wish

BLOCK_BAR, RATIO_BAR = 0.15, 1.2
WIDTH = 800
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
HEAD = """#set page(paper: "a4", margin: (x: 32mm, y: 30mm), numbering: "1", header: [Đo tốc độ])
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set par(justify: true, leading: 1.6em)
#set heading(numbering: "1.1")
#outline()
"""


def main(edits: int) -> int:
    """Measure and print; return 1 when a bar is passed."""
    compileall.compile_dir(Path(giaotrinh.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        project = find_project(write_course(Path(folder) / "course-to-time", modules=20))
        book = write_typst(project.root / "course" / "modules", Path(folder) / "book.typ")
        blocks, pages, typst = [], [], []
        with Preview(project, Wish(port=0)) as preview:
            heard = listen(preview)
            wait_for(heard, lambda _, __: preview.live.files and not preview.desk.printing)
            for turn in range(edits):
                block, page = time_edit(preview, heard, project.root / "course" / "modules" / "10-bai-10.md", turn)
                blocks.append(block)
                pages.append(page)
                typst.append(timed([sys.executable, "-c", COMPILE, str(book), str(book.with_suffix(".pdf"))]))
            [file] = preview.live.files.values()
            return report(blocks, pages, typst, len(file.keys), pages_of(book.with_suffix(".pdf")))


def listen(preview: Preview) -> "Queue[tuple[float, str, dict]]":
    """Return a queue of everything told from now on, with its moment."""
    heard: Queue = Queue()
    preview.site.hub.tell = lambda kind, **data: heard.put((time.monotonic(), kind, data))
    return heard


def wait_for(heard: Queue, holds) -> float:
    """Return the moment at which something told makes a condition hold."""
    while True:
        moment, kind, data = heard.get(timeout=300)
        if holds(kind, data):
            return moment


def time_edit(preview: Preview, heard: Queue, module: Path, turn: int) -> tuple[float, float]:
    """Return the seconds from an edit to the block's HTML and to the picture of its printed page."""
    begun = time.monotonic()
    edit(module, turn)
    block = wait_for(heard, lambda kind, _: kind == "block") - begun
    while True:
        _, kind, data = heard.get(timeout=300)
        if kind == "fragment":
            break
    assert preview.site.pictures.draw(next(iter(data["pages"].values())), WIDTH)
    page = time.monotonic() - begun
    wait_for(heard, lambda kind, _: kind == "state" and not preview.desk.printing)
    return block, page


def write_typst(modules: Path, book: Path) -> Path:
    """Write the words of the modules as one Typst book."""
    parts = [HEAD]
    for path in sorted(modules.glob("*.md")):
        text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        title = re.search(r"^title: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        parts += ["#pagebreak()", f"= {title[1]}", *(_typst(line) for line in text.split("\n"))]
    book.write_text("\n".join(parts), encoding="utf-8")
    return book


def _typst(line: str) -> str:
    if line.startswith((":", "|--")):
        return ""
    if line.startswith("|"):
        cells = "".join(f"[{cell.strip()}]," for cell in line.strip("|").split("|"))
        return f"#table(columns: 2, {cells})"
    return re.sub(r"\{cite\}`([^`]*)`", r"(\1)", line).replace("## ", "== ")


def timed(command: list[str]) -> float:
    """Run a command that must succeed; return its seconds."""
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - begun


def pages_of(pdf: Path) -> int:
    """Return the number of pages of a file."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))


def report(blocks: list[float], pages: list[float], typst: list[float], ours: int, theirs: int) -> int:
    """Print the medians and the ratio; return 1 when a bar is passed."""
    block, page, yardstick = (statistics.median(each) for each in (blocks, pages, typst))
    print(f"HTML of the block told: {block * 1000:.0f} ms, bar {BLOCK_BAR * 1000:.0f} ms")
    print(f"changed page a picture: {page:.2f} s, {ours} pages; Typst in a process: {yardstick:.2f} s, {theirs} pages")
    print(f"ratio {page / yardstick:.2f}, bar {RATIO_BAR}")
    return int(block > BLOCK_BAR or page / yardstick > RATIO_BAR)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
