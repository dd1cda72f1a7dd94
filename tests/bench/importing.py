"""How long importing sixty pages takes, the report included: median of runs, each in the program's own way.

Run: ./giaotrinh bench importing [RUNS]     (5 unless told)
Promised: a .docx of sixty pages in under 3 s, a .pdf of sixty pages in under 5 s.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.driver.intake.delivery import write_report
from giaotrinh.driver.intake.importing import ImportRequest, import_file
from pdf_files import printed
from word_files import level, numbering, paragraph, table, word_file

PROMISED = {"docx": 3.0, "pdf": 5.0}
SENTENCE = (
    "Đẩy mạnh cơ cấu lại kinh tế gắn với đổi mới mô hình tăng trưởng, nâng cao năng suất, chất lượng, hiệu quả và sức "
    "cạnh tranh; phát huy vai trò của khoa học, công nghệ và đổi mới sáng tạo trong từng ngành, từng lĩnh vực. "
)
FIGURES = "Đến năm 2025, tốc độ tăng GRDP bình quân đạt 7,5 - 8%/năm, thu nhập bình quân đầu người khoảng 8.300 USD."
PARTS, ITEMS = 10, 20


def parts():
    """Yield (level, text) of a resolution of about sixty pages."""
    for part in range(PARTS):
        yield 0, f"NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU VỀ LĨNH VỰC {part}"
        for item in range(ITEMS):
            yield 1, SENTENCE * 3
            yield 2, SENTENCE
            if item % 4 == 0:
                yield 2, FIGURES


def word():
    """Return the resolution as a .docx whose numbers Word computes."""
    lists = numbering(
        {"0": level(0, "%1.", "upperRoman") + level(1, "%2.") + level(2, "%3)", "lowerLetter")}, {"1": "0"}
    )
    rows = [[str(number), SENTENCE[:60], "7,5 - 8"] for number in range(60)]
    blocks = [paragraph(text, list_id=1, level=depth) for depth, text in parts()]
    return word_file(*blocks, table(rows), parts={"numbering": lists})


def pdf():
    """Return it as a PDF with a table and page numbers."""
    marks = ("I.", "1.", "a)")
    body = "".join(f"<p>{marks[depth]} {text}</p>" for depth, text in parts())
    rows = "".join(f"<tr><td>{number}</td><td>{SENTENCE}</td><td>7,5 - 8</td></tr>" for number in range(60))
    return printed(f'{body}<table class="ruled">{rows}</table>', "@page { @top-center { content: counter(page) } }")


def main():
    """Print the medians."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("runs", type=int, nargs="?", default=5)
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        project = ProjectFolder(root=Path(name))
        (project.root / "course").mkdir()
        for kind, content in (("docx", word()), ("pdf", pdf())):
            path = project.root / f"a.{kind}"
            path.write_bytes(content)
            seconds = [measured(project, path) for _ in range(runs)]
            pages = import_file(project, path, ImportRequest(identity="x"))[0].extraction.pages
            clock, work = (statistics.median(column) for column in zip(*seconds, strict=True))
            promised = f"promised {PROMISED[kind]} s"
            print(f"{kind}: median {clock:.2f} s ({work:.2f} s of processor), {promised}, pages {pages or '-'}")


def measured(project, path):
    """Return the seconds an import takes with its report: on the clock, and of the processor."""
    started, before = time.perf_counter(), processor()
    for source in import_file(project, path, ImportRequest(identity="x")):
        write_report(project, source)
    return time.perf_counter() - started, processor() - before


def processor():
    """Return the processor seconds of this process and of those it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
