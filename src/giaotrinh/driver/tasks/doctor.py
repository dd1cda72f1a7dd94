"""Examines the machine: Python, Pango, fonts and their Vietnamese letters, write access, a sample page."""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from giaotrinh.driver.edge.environment import broken_packages, damage_of
from giaotrinh.driver.edge.failure import Failure
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.driver.print.engine import LIBRARIES, library_versions, package_version
from giaotrinh.driver.print.fonts import FontSet, characters_of, gather_fonts, isolate
from giaotrinh.model.fragment import Job
from giaotrinh.model.snapshot import Snapshot

OLDEST_PANGO = (1, 44)
SAMPLE = "Nghị quyết về chỉ tiêu chủ yếu: Ệ ỗ ự ặ ỳ Đ đ ₫ 7,5–8,0 % “khâu đột phá”"


def vietnamese_letters() -> str:
    """Return every letter Vietnamese prints: plain, with vowel marks, with each tone, in both cases."""
    bases, tones = "aăâeêioôơuưy", ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    marked = [unicodedata.normalize("NFC", base + tone) for base in bases for tone in tones]
    return "".join(sorted({case for letter in [*marked, "đ"] for case in (letter, letter.upper())}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One thing the doctor looked at."""

    name: str
    """Key of its name in the doctor's words, as `weasyprint` or `fonts`."""
    well: bool
    found: str
    failure: Failure | None = None
    """What says what to do, where it is not well."""


def examine(build: Path) -> Iterator[Examined]:
    """Yield the result of each examination, in an order in which an earlier fault explains a later one."""
    yield Examined(name="python", well=sys.version_info >= (3, 11), found=sys.version.split()[0])
    broken = broken_packages()
    yield Examined(name="packages", well=not broken, found=", ".join(broken) or "OK", failure=_damaged(broken))
    yield Examined(
        name="weasyprint", well=package_version("weasyprint").startswith("70."), found=package_version("weasyprint")
    )
    yield _guarded("libraries", _libraries)
    fonts: list[FontSet] = []
    yield _guarded("fonts", lambda: _fonts(fonts))
    yield _guarded("writing", lambda: _writing(build))
    if fonts:
        yield _letters(fonts[0])
        yield _guarded("sample", lambda: _sample(fonts[0], build))


def _damaged(broken: tuple[str, ...]) -> Failure | None:
    return damage_of(ImportError(", ".join(broken))) if broken else None


def _guarded(name: str, look: Callable[[], str]) -> Examined:
    try:
        found = look()
    except Failure as failure:
        return Examined(name=name, well=False, found="", failure=failure)
    return Examined(name=name, well=not found.startswith("!"), found=found.removeprefix("!"))


def _libraries() -> str:
    versions = library_versions()
    pango = versions[LIBRARIES[0][0]]
    old = tuple(int(part) for part in pango.split(".")[:2]) < OLDEST_PANGO
    return ("!" if old else "") + ", ".join(f"{name.split('.so')[0]} {state}" for name, state in versions.items())


def _fonts(found: list[FontSet]) -> str:
    fonts = gather_fonts(Snapshot())
    found.append(fonts)
    return ", ".join(name for name, _ in fonts.files)


def _letters(fonts: FontSet) -> Examined:
    letters = vietnamese_letters()
    gaps = {name: "".join(sorted(set(letters) - characters_of(content))) for name, content in fonts.files}
    lacking = [f"{name}: {missing}" for name, missing in gaps.items() if missing]
    return Examined(name="letters", well=not lacking, found="; ".join(lacking) or f"{len(letters)}/{len(letters)}")


def _writing(build: Path) -> str:
    trial = build / ".cache" / "doctor.txt"
    write_whole(trial, b"")
    trial.unlink()
    return str(build)


def _sample(fonts: FontSet, build: Path) -> str:
    import pypdfium2

    from giaotrinh.driver.print.printer import SerialBackend

    job = Job(
        name="doctor",
        html=f'<html lang="vi"><head><title>doctor</title></head><body><p>{SAMPLE}</p></body></html>',
        styles={"doctor.css": "body { font-family: Tinos }"},
    )
    backend = SerialBackend(isolate(fonts, build / ".cache"))
    printed = backend.submit(job, "doctor").result()
    if printed.fragment is None:
        return "!" + printed.detail
    text = str(pypdfium2.PdfDocument(printed.fragment.pdf)[0].get_textpage().get_text_range())
    same = "".join(unicodedata.normalize("NFC", text).split()) == "".join(SAMPLE.split())
    return ("" if same else "!") + text.strip()
