"""One WeasyPrint run, in a process that can be killed.

WeasyPrint is imported when the first job comes, after FONTCONFIG_FILE has been set: fontconfig reads it once.
"""

import gc
import logging
import os
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

from giaotrinh.driver.edge.limits import limit_memory
from giaotrinh.driver.print.fonts import FILES, characters_of
from giaotrinh.driver.print.line_breaking import mend_line_breaking
from giaotrinh.driver.print.loading import load_engine
from giaotrinh.model.fragment import Anchor, Fragment, Job
from giaotrinh.model.text import nfc

POINTS_PER_PIXEL = 0.75
BASE_URL = "asset:///"
JOBS_BETWEEN_COLLECTIONS = 5
SVG = "{http://www.w3.org/2000/svg}"


def prepare(font_settings: str, memory_limit: int) -> None:
    """Set the process up before its first job: fonts, and a limit in bytes on its memory (0 for none)."""
    os.environ["FONTCONFIG_FILE"] = font_settings
    if memory_limit:
        limit_memory(memory_limit)


def get_ready() -> None:
    """Import WeasyPrint, mend it and print a page, so that the first job waits neither for that nor for the fonts."""
    page = _engine().HTML(string="<html lang=vi><title>.</title><p>.")
    page.render(font_config=_font_configuration(), pdf_tags=True).write_pdf(pdf_variant="pdf/ua-1")


@lru_cache(maxsize=1)
def _engine() -> Any:
    engine = load_engine()
    mend_line_breaking()
    gc.freeze()  # the engine itself is never collected: looking through it takes a tenth of a second each time
    return engine


_jobs_printed = count(1)


def _rest_collector() -> None:
    """Collect cycles between jobs only: while boxes are laid out it costs a tenth of the time and finds little."""
    gc.disable()
    if next(_jobs_printed) % JOBS_BETWEEN_COLLECTIONS == 0:
        gc.collect()


def print_job(job: Job, key: str) -> Fragment:
    """Return the printed job: PDF, words laid out on each page, places of ids, the engine's warnings."""
    engine = _engine()
    _rest_collector()
    fetcher = _asset_fetcher(job.assets)
    with _captured_warnings() as warnings:
        document = engine.HTML(string=job.html, base_url=BASE_URL, url_fetcher=fetcher).render(
            font_config=_font_configuration(),
            stylesheets=[_style_sheet(text) for text in job.styles.values()],
            pdf_tags=job.tagged,
        )
        page_texts = tuple(_words_on(page) for page in document.pages)
        pdf = document.write_pdf(pdf_variant="pdf/ua-1") if job.tagged else document.write_pdf()
    return Fragment(
        job=job.name,
        key=key,
        pdf=pdf,
        page_texts=page_texts,
        anchors=tuple(_anchors(document.pages)),
        warnings=tuple(warnings),
        missing="".join(sorted(_printing(page_texts) - _known_characters())),
    )


def _printing(texts: tuple[str, ...]) -> set[str]:
    """Return the characters that need a glyph: white space and format characters do not."""
    return {char for text in texts for char in text if unicodedata.category(char)[0] not in "ZC"}


@lru_cache(maxsize=1)
def _known_characters() -> frozenset[str]:
    files = (Path(os.environ["FONTCONFIG_FILE"]).parent / FILES).iterdir()
    return frozenset().union(*(characters_of(file.read_bytes()) for file in files if _is_upright(file.name)))


def _is_upright(name: str) -> bool:
    # The styles of a family have the same characters; reading one of them keeps the start of a worker short.
    return not any(style in name for style in ("Bold", "Italic"))


@lru_cache(maxsize=1)
def _font_configuration() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@lru_cache(maxsize=32)
def _style_sheet(text: str) -> Any:
    # The same few style sheets serve every job of a build; parsing them once halves the cost of a short job.
    from weasyprint import CSS

    return CSS(string=text, base_url=BASE_URL, url_fetcher=_asset_fetcher({}), font_config=_font_configuration())


def _asset_fetcher(assets: Mapping[str, bytes]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
        """Serves the job's own assets; there is no disk and no network behind it."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            name = url.removeprefix(BASE_URL)
            if not url.startswith(BASE_URL) or name not in assets:
                raise ValueError(f"not an asset of this job: {url}")
            return URLFetcherResponse(url, body=assets[name])

    return AssetFetcher()


def _words_on(page: Any) -> str:
    return nfc("\n".join(_lines(page._page_box)))


def _lines(box: Any) -> Iterator[str]:
    """Yield the text runs below a box in the order of layout, and an empty line after each block of lines."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        yield box.text
    elif isinstance(box, boxes.ReplacedBox):
        yield from _drawn_words(box.replacement)
    for child in getattr(box, "children", ()):
        yield from _lines(child)
    if isinstance(box, boxes.BlockContainerBox):
        yield ""


def _drawn_words(picture: Any) -> Iterator[str]:
    drawing = getattr(picture, "_svg", None)
    if drawing is not None:
        for element in drawing.tree._wrapper.etree_element.iter(f"{SVG}text"):
            # Every label of a drawing is a block of its own: a drawing has no reading order across labels.
            yield from ("", "".join(element.itertext()), "")


def _anchors(pages: Any) -> Iterator[Anchor]:
    seen: set[str] = set()
    for index, page in enumerate(pages):
        for name, place in page.anchors.items():
            if name not in seen:
                seen.add(name)
                x, y = place[0] * POINTS_PER_PIXEL, place[1] * POINTS_PER_PIXEL
                yield Anchor(id=name, page=index, x=round(x, 2), y=round(y, 2))


class _captured_warnings:
    """Collects what WeasyPrint and fontTools log at warning level or above while it is entered."""

    def __enter__(self) -> list[str]:
        self._messages: list[str] = []
        self._handler = logging.Handler(logging.WARNING)
        self._handler.emit = lambda record: self._messages.append(record.getMessage())  # type: ignore[method-assign]
        self._loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
        for logger in self._loggers:
            logger.addHandler(self._handler)
            logger.propagate = False
        return self._messages

    def __exit__(self, *exception: object) -> None:
        for logger in self._loggers:
            logger.removeHandler(self._handler)
            logger.propagate = True
