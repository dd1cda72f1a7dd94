"""Parses a stranger's file in a process of its own, killed when it takes too long or too much memory."""

import multiprocessing
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path

from giaotrinh.driver.edge.failure import Exit, Failure
from giaotrinh.driver.edge.limits import limit_memory
from giaotrinh.intake.carrier.choosing import read_carrier
from giaotrinh.intake.carrier.extraction import Extraction, Refusal

TIME_LIMIT = 60.0
"""Seconds a file may take; sixty pages take about three."""

MEMORY_LIMIT = 1024**3
"""Bytes of address space the process may use."""


def extract(content: bytes, path: Path, *, time_limit: float = TIME_LIMIT) -> Extraction:
    """Return what a file holds; raises Failure (UNREADABLE) with the reason where nothing can be read."""
    from pebble import ProcessExpired, ProcessPool

    with ProcessPool(
        max_workers=1,
        initializer=limit_memory,
        initargs=(MEMORY_LIMIT,),
        context=multiprocessing.get_context("spawn"),
    ) as pool:
        future = pool.schedule(read_carrier, args=(content,), timeout=time_limit)
        try:
            found = future.result()
        except FutureTimeout as problem:
            raise Failure(Exit.UNREADABLE, "source-slow", path=path, limit=f"{time_limit:.0f}") from problem
        except ProcessExpired as problem:
            raise Failure(Exit.UNREADABLE, "source-unreadable", path=path, reason="process ended") from problem
        except Exception as problem:
            # What the process could not even hand over: an answer too large for its memory.
            reason = type(problem).__name__
            raise Failure(Exit.UNREADABLE, "source-unreadable", path=path, reason=reason) from problem
        except BaseException:
            pool.stop()
            raise
    if isinstance(found, Refusal):
        raise failure_of(found, path)
    assert isinstance(found, Extraction)
    return found


def failure_of(refusal: Refusal, path: Path) -> Failure:
    """Return the failure that words a refusal of the reading room."""
    said = refusal.arguments
    failures = {
        "source-empty": Failure(Exit.UNREADABLE, "source-empty", path=path),
        "source-protected": Failure(Exit.UNREADABLE, "source-protected", path=path),
        "file-unknown": Failure(Exit.UNREADABLE, "file-unknown", path=path),
        "reader-missing": Failure(Exit.ENVIRONMENT, "reader-missing", path=path, name=said.get("name", "")),
        "source-scanned": Failure(Exit.UNREADABLE, "source-scanned", path=path, pages=said.get("pages", "")),
        "source-unsafe": Failure(Exit.UNREADABLE, "source-unsafe", path=path, what=said.get("what", "")),
        "source-too-large": Failure(
            Exit.UNREADABLE, "source-too-large", path=path, what=said.get("what", ""), limit=said.get("limit", "")
        ),
    }
    unreadable = Failure(Exit.UNREADABLE, "source-unreadable", path=path, reason=said.get("reason", refusal.code))
    return failures.get(refusal.code, unreadable)
