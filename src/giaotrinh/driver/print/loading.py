"""Imports WeasyPrint without the compiler.

WeasyPrint asks for each of its system libraries under the names of several systems. For every name that is not a file
cffi has `ctypes.util.find_library` search, which starts gcc and ldconfig each time: two fifths of the import where gcc
is installed. The name that Linux knows, such as libpango-1.0.so.0, is among those asked for and needs no search.
"""

import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def load_engine() -> Any:
    """Return the imported WeasyPrint; the second time it is there already."""
    with _no_search():
        import weasyprint
    return weasyprint


@contextmanager
def _no_search() -> Iterator[None]:
    search = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
