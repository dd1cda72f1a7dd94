"""Pages as PNG pictures, drawn when somebody looks at them and kept while there is room."""

from collections import OrderedDict
from collections.abc import Iterable
from io import BytesIO
from threading import Lock

from giaotrinh.model.pdfium import PDFIUM

KEPT = 400
"""Pictures kept; a page at screen resolution takes about 100 kB."""

WIDTHS = range(100, 2401)


class Pictures:
    """The pages that may be asked for, by digest."""

    def __init__(self) -> None:
        """No page is known yet."""
        self._pages: dict[str, tuple[bytes, int]] = {}
        self._fresh: OrderedDict[str, tuple[bytes, int]] = OrderedDict()
        self._drawn: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._lock = Lock()
        self._width = 0

    def offer(self, pages: dict[str, tuple[bytes, int]]) -> None:
        """Make pages known: digest -> (PDF, page from 0). What was offered before is known no more."""
        self._pages = pages

    def forget(self) -> None:
        """Know no page any more, drawn or not."""
        with self._lock:
            self._pages = {}
            self._fresh.clear()
            self._drawn.clear()

    def add(self, digest: str, pdf: bytes, page: int) -> None:
        """Make a page known that is not bound yet; pages that ask for it late still get it."""
        self._fresh[digest] = (pdf, page)
        while len(self._fresh) > KEPT:
            self._fresh.popitem(last=False)

    def draw_ahead(self, digests: Iterable[str]) -> None:
        """Draw pages as wide as the last that was asked for: whoever looks at one will ask for these next."""
        for digest in digests if self._width else ():
            self.draw(digest, self._width)

    def draw(self, digest: str, width: int) -> bytes | None:
        """Return the PNG of a page, `width` pixels wide; None where the digest is not known."""
        self._width = min(max(width, WIDTHS.start), WIDTHS.stop - 1)
        key = (digest, self._width)
        with self._lock:
            if key not in self._drawn:
                page = self._pages.get(digest) or self._fresh.get(digest)
                if page is None:
                    return None
                self._drawn[key] = _draw(*page, key[1])
                while len(self._drawn) > KEPT:
                    self._drawn.popitem(last=False)
            self._drawn.move_to_end(key)
            return self._drawn[key]


def _draw(pdf: bytes, number: int, width: int) -> bytes:
    from pypdfium2 import PdfDocument

    with PDFIUM:
        document = PdfDocument(pdf)
        try:
            page = document[number]
            picture = page.render(scale=width / page.get_width()).to_pil()
        finally:
            document.close()
    stream = BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    return stream.getvalue()
