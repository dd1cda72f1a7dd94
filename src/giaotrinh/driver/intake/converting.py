"""Other programs an import may use when they are found: LibreOffice for old formats, tesseract for pictures."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from giaotrinh.driver.edge.failure import Exit, Failure

OFFICE_TIME = 120.0
"""Seconds LibreOffice may take for one file."""
PAGE_TIME = 120.0
"""Seconds tesseract may take for one page."""
RESOLUTION = 300
"""Dots per inch at which a page is drawn for reading."""
MOST_PAGES = 200
LANGUAGE = "vie"


def convert_to_docx(content: bytes, kind: str, path: Path) -> bytes:
    """Return a .doc, .odt or .rtf as .docx, made by LibreOffice; raises Failure (UNREADABLE) where it cannot."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Failure(Exit.UNREADABLE, "office-missing", path=path, kind=kind)
    with tempfile.TemporaryDirectory(prefix="giaotrinh-") as name:
        folder = Path(name)
        source = folder / f"source.{kind}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        # A profile of its own: a running LibreOffice of the user would swallow the request.
        _run([program, profile, "--headless", "--convert-to", "docx", "--outdir", name, str(source)], OFFICE_TIME, path)
        made = folder / "source.docx"
        if not made.is_file():
            raise Failure(Exit.UNREADABLE, "office-failed", path=path, reason=kind)
        return made.read_bytes()


def read_pictures(content: bytes, path: Path) -> str:
    """Return the words tesseract reads on the pages of a PDF, pages parted by form feeds.

    Raises Failure (ENVIRONMENT) without tesseract and its Vietnamese data, (UNREADABLE) where a page cannot be read.
    """
    program = shutil.which("tesseract")
    if program is None or LANGUAGE not in _languages(program):
        raise Failure(Exit.ENVIRONMENT, "ocr-missing", path=path)
    with tempfile.TemporaryDirectory(prefix="giaotrinh-") as name:
        pages = _draw_pages(content, Path(name), path)
        return "\f".join(_read_page(program, page, path) for page in pages)


def _languages(program: str) -> str:
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False, timeout=PAGE_TIME)
    return listed.stdout + listed.stderr


def _draw_pages(content: bytes, folder: Path, path: Path) -> list[Path]:
    from concurrent.futures import TimeoutError as FutureTimeout
    from multiprocessing import get_context

    from pebble import ProcessExpired, ProcessPool

    with ProcessPool(max_workers=1, context=get_context("spawn")) as pool:
        future = pool.schedule(draw_pages, args=(content, str(folder)), timeout=PAGE_TIME)
        try:
            return [folder / name for name in future.result()]
        except (FutureTimeout, ProcessExpired, RuntimeError, ValueError) as problem:
            raise Failure(Exit.UNREADABLE, "source-unreadable", path=path, reason=type(problem).__name__) from problem


def draw_pages(content: bytes, folder: str) -> list[str]:
    """Draw the pages of a PDF as grey pictures into a folder; return their file names in order."""
    import pypdfium2 as pdfium

    document: Any = pdfium.PdfDocument(content)
    names = []
    for index in range(min(len(document), MOST_PAGES)):
        name = f"page-{index + 1:04}.png"
        picture = document[index].render(scale=RESOLUTION / 72, grayscale=True).to_pil()
        picture.save(Path(folder) / name)
        names.append(name)
    return names


def _read_page(program: str, page: Path, path: Path) -> str:
    _run([program, str(page), str(page.with_suffix("")), "-l", LANGUAGE, "--psm", "4"], PAGE_TIME, path)
    return page.with_suffix(".txt").read_text(encoding="utf-8", errors="replace").rstrip("\f\n")


def _run(command: Sequence[str], limit: float, path: Path) -> None:
    """Run a program with its children in a session of their own, killed together when time is up."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        # Where this process prints as well, it sees the fonts of printing alone; others have the machine's.
        env={name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"},
    )
    try:
        output, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired as problem:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise Failure(Exit.UNREADABLE, "source-slow", path=path, limit=f"{limit:.0f}") from problem
    if process.returncode:
        last = (output.decode(errors="replace").strip().splitlines() or [""])[-1]
        raise Failure(Exit.UNREADABLE, "office-failed", path=path, reason=last[:200] or process.returncode)
