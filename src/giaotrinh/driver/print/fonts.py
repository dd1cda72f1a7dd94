"""The font files printing may use, taken by path and kept apart from whatever else the system offers.

Two families of the same name differ between systems (an old Liberation lacks most Vietnamese letters), so the engine
sees one folder holding copies of exactly these files.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.writing import write_whole
from giaotrinh.model.snapshot import Snapshot, digest_of

SYSTEM_FOLDERS = (Path("/usr/share/fonts/truetype/croscore"), Path("/usr/share/fonts/croscore"))
"""Where Debian, Ubuntu and others put the croscore package."""

SYSTEM_FILES = tuple(
    f"{family}-{style}.ttf" for family in ("Tinos", "Arimo") for style in ("Regular", "Bold", "Italic", "BoldItalic")
)

FILES = "files"
"""Folder of the isolated copies, beside the fontconfig file."""

INDEX = "index"
"""Folder of what fontconfig notes about them."""

FONT_ENDINGS = (".ttf", ".otf")


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSet:
    """Font files by name, with one digest over all of them."""

    files: tuple[tuple[str, bytes], ...]
    digest: str


def gather_fonts(snapshot: Snapshot) -> FontSet:
    """Return the system's croscore fonts and the school's own from templates/fonts.

    Raises Failure (ENVIRONMENT) when the system has no croscore fonts.
    """
    folder = next((path for path in SYSTEM_FOLDERS if (path / SYSTEM_FILES[0]).is_file()), None)
    if folder is None:
        raise Failure(Exit.ENVIRONMENT, "fonts-missing", names="Tinos, Arimo", package="fonts-croscore")
    files = [(name, _read_font(folder / name)) for name in SYSTEM_FILES]
    for path, content in snapshot.below("templates/fonts"):
        if path.lower().endswith(FONT_ENDINGS):
            files.append((path.rsplit("/", 1)[-1], content))
    return FontSet(files=tuple(files), digest=digest_of(part for name, data in files for part in (name.encode(), data)))


def isolate(fonts: FontSet, cache: Path) -> Path:
    """Write the fonts and a fontconfig file that knows only them; return the fontconfig file.

    Raises Failure (NOT_WRITABLE) where the disk refuses.
    """
    folder = cache / "fonts" / fonts.digest[:16]
    settings = folder / "fonts.conf"
    wanted = {folder / FILES / name: content for name, content in fonts.files}
    wanted[settings] = _settings(folder).encode()
    # What stands there is compared byte by byte: with another font under a good name a wrong book would be printed, and
    # its pages kept as if they were right.
    damaged = [path for path, content in wanted.items() if _content(path) != content]
    strange = [path for path in (folder / FILES).glob("*") if path not in wanted]
    for path in strange:
        path.unlink()
    if damaged or strange:
        shutil.rmtree(folder / INDEX, ignore_errors=True)  # fontconfig's own notes of the files as they were
    for path in damaged:
        write_whole(path, wanted[path])
    (folder / INDEX).mkdir(parents=True, exist_ok=True)
    return settings


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def characters_of(font: bytes) -> set[str]:
    """Return the characters a font file has glyphs for."""
    from io import BytesIO

    from fontTools.ttLib import TTFont

    return {chr(code) for code in TTFont(BytesIO(font), lazy=True).getBestCmap()}


def _read_font(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise Failure(Exit.ENVIRONMENT, "fonts-missing", names=path.name, package="fonts-croscore") from problem


def _settings(folder: Path) -> str:
    absolute = folder.resolve()
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"  <dir>{escape(str(absolute / FILES))}</dir>\n"
        f"  <cachedir>{escape(str(absolute / INDEX))}</cachedir>\n"
        "</fontconfig>\n"
    )
