"""What names the printing engine: versions and fonts that decide the printed bytes.

Asked without importing WeasyPrint, which takes most of a second: a build with nothing to print never needs it.
"""

import ctypes
import ctypes.util
from importlib.metadata import PackageNotFoundError, version

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.print.fonts import FontSet

PACKAGES = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "Pyphen", "Pillow", "fonttools")
"""Python packages whose version can change the printed bytes."""

LIBRARIES = (
    ("libpango-1.0.so.0", "pango_version_string"),
    ("libpangoft2-1.0.so.0", ""),
    ("libharfbuzz.so.0", "hb_version_string"),
    ("libharfbuzz-subset.so.0", ""),
)
"""System libraries with the function that names their version; an empty name means presence is all we ask."""

PRINTER_FORMAT = "4"
"""Raised when the way a job is printed, or what is kept with it, changes."""


def engine_name(fonts: FontSet) -> str:
    """Return one line naming everything outside a job that its bytes depend on."""
    packages = (f"{name} {version(name)}" for name in PACKAGES)
    libraries = (f"{name} {state}" for name, state in library_versions().items())
    return "; ".join((f"printer {PRINTER_FORMAT}", *packages, *libraries, f"fonts {fonts.digest}"))


def library_versions() -> dict[str, str]:
    """Return the version of each system library; raises Failure (ENVIRONMENT) naming those that are missing."""
    found = {name: _library_version(name, function) for name, function in LIBRARIES}
    missing = [name for name, state in found.items() if state is None]
    if missing:
        raise Failure(Exit.ENVIRONMENT, "libraries-missing", names=", ".join(missing))
    return {name: state for name, state in found.items() if state is not None}


def package_version(name: str) -> str:
    """Return the version of an installed package, "" when it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _library_version(name: str, function: str) -> str | None:
    try:
        library = ctypes.CDLL(name)
    except OSError:
        return None
    if not function:
        return "present"
    call = getattr(library, function)
    call.restype = ctypes.c_char_p
    text: bytes = call()
    return text.decode()
