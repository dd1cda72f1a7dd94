"""Pages are drawn and read in several threads; pdfium, which is not made for that, must not crash the preview."""

import subprocess
import sys

from weasyprint import HTML

PROGRAM = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from giaotrinh.preview.pictures import Pictures
from giaotrinh.prove import extract

pdf = Path(sys.argv[1]).read_bytes()

def draw(turn):
    pictures = Pictures()
    pictures.offer({"a": (pdf, turn % 3)})
    return len(pictures.draw("a", 300))

def read(turn):
    return len(extract(pdf, range(3)))

with ThreadPoolExecutor(6) as hands:
    done = [each.result() for each in [hands.submit(task, turn) for turn in range(150) for task in (draw, read)]]
assert all(done), done
"""


def test_pages_are_drawn_and_read_at_once(tmp_path):
    words = "<h1>Khâu đột phá</h1>" + "<p>Nghị quyết đề ra ba khâu đột phá cho cả nhiệm kỳ.</p>" * 120
    HTML(string=f"<html lang=vi><title>.</title>{words}").write_pdf(tmp_path / "a.pdf")

    ran = subprocess.run([sys.executable, "-c", PROGRAM, str(tmp_path / "a.pdf")], capture_output=True, text=True)

    assert ran.returncode == 0, ran.stderr
