"""How long a build takes against one fresh WeasyPrint process over the same pages.

Run: ./giaotrinh bench printing [RUNS]     (5 unless told; two cores; nothing else running)

A course of 20 modules of about 8 pages, the learner's book. In each run, in turn: one WeasyPrint process over all parts
of the book as a single document (same HTML, CSS and fonts; heads and page numbers by CSS; PDF/UA-1), a cold build, a
build after one edited paragraph, a build after nothing. Fonts are set up and the program is compiled before; read-back
and leak proof are part of every build. Prints medians, their ratios to the WeasyPrint process, and the bars they must
stay under.
"""

import compileall
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from synthetic import write_course

import giaotrinh
from giaotrinh.driver.build.layout import Layout
from giaotrinh.driver.build.preparing import prepare
from giaotrinh.driver.edge.project import find_project, take_snapshot
from giaotrinh.driver.print.fonts import gather_fonts, isolate
from giaotrinh.model.fragment import Job

BARS = {"cold": 0.75, "one paragraph edited": 0.2, "nothing changed": 0.05}
BUILD = [sys.executable, "-m", "giaotrinh", "build", "hoc-vien"]
HEADS = """
@page { @top-left { content: "Đo tốc độ" } @top-right { content: string(title) }
        @bottom-center { content: "TÀI LIỆU MẪU" } @bottom-right { content: counter(page) } }
h1 { string-set: title content() }
"""
WHOLE = """
import sys
from pathlib import Path
from weasyprint import CSS, HTML
folder = Path(sys.argv[1])
sheets = [CSS(string=path.read_text()) for path in sorted(folder.glob("*.css"))]
HTML(string=(folder / "book.html").read_text(), base_url="asset:///").write_pdf(
    folder / "book.pdf", stylesheets=sheets, pdf_variant="pdf/ua-1")
"""


def main(runs: int) -> int:
    """Measure and print; return 1 when a bar is passed."""
    compileall.compile_dir(Path(giaotrinh.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        project = find_project(write_course(Path(folder) / "course-to-time", modules=20))
        settings = isolate(gather_fonts(take_snapshot(project)), project.cache)
        whole = write_whole_book(project, Path(folder) / "whole")
        fonts = {**os.environ, "FONTCONFIG_FILE": str(settings)}
        seconds = {name: [] for name in ("one process", *BARS)}
        for turn in range(runs):
            seconds["one process"].append(timed([sys.executable, "-c", WHOLE, str(whole)], env=fonts))
            for path in (project.cache / "fragments", project.cache / "last.json", project.cache / "proofs.json"):
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
            seconds["cold"].append(timed(BUILD, cwd=project.root))
            edit(project.root / "course" / "modules" / "10-bai-10.md", turn)
            seconds["one paragraph edited"].append(timed(BUILD, cwd=project.root))
            seconds["nothing changed"].append(timed(BUILD, cwd=project.root))
        return report(seconds, project.build)


def write_whole_book(project, folder: Path) -> Path:
    """Write all parts of the learner's book as one HTML document with its style sheets; return the folder."""
    prepared = prepare(take_snapshot(project), project.course_file(""))
    [edition] = [edition for edition in prepared.editions if edition.id == "hoc-vien"]
    templates = dict(take_snapshot(project).below("templates"))
    layout = Layout(curriculum=prepared.curriculum, edition=edition, templates=templates)
    tuple(layout.wanted())
    jobs = [rendering.job for rendering in layout.renderings.values() if rendering.job and rendering.job.tagged]
    folder.mkdir()
    body = "\n".join(inside(job) for job in jobs)
    html = f'<html lang="vi"><head><title>Đo tốc độ</title></head><body class="part">{body}</body></html>'
    (folder / "book.html").write_text(html, encoding="utf-8")
    for number, (_, text) in enumerate(jobs[0].styles.items()):
        (folder / f"{number:02}.css").write_text(text, encoding="utf-8")
    (folder / "99-heads.css").write_text(HEADS, encoding="utf-8")
    return folder


def inside(job: Job) -> str:
    """Return what stands in the body of a job's HTML, starting on a new page."""
    found = re.search(r"<body[^>]*>(.*)</body>", job.html, re.DOTALL)
    assert found, job.name
    return f'<div style="break-before: page">{found[1]}</div>'


def edit(module: Path, turn: int) -> None:
    """Change one word of one paragraph."""
    text = module.read_text(encoding="utf-8")
    place = text.index(".", text.index("## "))
    module.write_text(f"{text[:place]} lần {turn}{text[place:]}", encoding="utf-8")


def timed(command: list[str], **more) -> float:
    """Run a command that must succeed; return its seconds."""
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, **more)
    return time.monotonic() - begun


def report(seconds: dict[str, list[float]], build: Path) -> int:
    """Print the medians and ratios; return 1 when a bar is passed."""
    import pypdfium2

    pages = sum(len(pypdfium2.PdfDocument(path)) for path in build.glob("hoc-vien/*.pdf"))
    base = statistics.median(seconds.pop("one process"))
    print(f"{pages} pages; one WeasyPrint process {base:.2f} s")
    failed = 0
    for name, measured in seconds.items():
        ratio = statistics.median(measured) / base
        failed |= ratio > BARS[name]
        print(f"{name}: {statistics.median(measured):.2f} s, ratio {ratio:.3f}, bar {BARS[name]}")
    return failed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
