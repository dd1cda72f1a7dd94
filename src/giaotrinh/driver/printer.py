"""Jobs -> fragments: from the cache, else printed by killable workers or in this process.

A job past its time or memory limit is killed and becomes a failed print; the others go on.
"""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from giaotrinh.driver.cache import Cache
from giaotrinh.driver.worker import prepare, print_job
from giaotrinh.model.fragment import Fragment, Job

if TYPE_CHECKING:
    from pebble import ProcessPool

TIME_LIMIT = 120.0
"""Seconds a job may take; a module of forty pages takes about three."""

MEMORY_LIMIT = 3 * 1024**3
"""Bytes of address space a worker may use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What came of a job."""

    job: Job
    key: str
    fragment: Fragment | None
    from_cache: bool = False
    failure: str = ""
    """time-limit, worker-died or crashed, with `detail`; "" when printed."""
    detail: str = ""


Progress = Callable[[Printed], None]


class Backend(Protocol):
    """Prints jobs; yields results in any order."""

    def print(self, jobs: Sequence[tuple[Job, str]]) -> Iterator[Printed]:
        """Yield one result for each (job, key)."""
        ...

    def close(self) -> None:
        """Let go of whatever was started."""
        ...


class Printer:
    """Looks a job up in the cache by its key and has the rest printed."""

    def __init__(self, *, cache: Cache, engine: str, backend: Backend, progress: Progress) -> None:
        self._cache, self._engine, self._backend, self._progress = cache, engine, backend, progress
        self._done: dict[str, Fragment] = {}

    def print(self, jobs: Sequence[Job]) -> dict[str, Printed]:
        """Return the results by job name, in the order of the names; each key is printed at most once."""
        keyed = {job.name: (job, job.key(self._engine)) for job in sorted(jobs, key=lambda job: job.name)}
        results = {name: found for name, (job, key) in keyed.items() if (found := self._look_up(job, key))}
        for printed in results.values():
            self._progress(printed)
        missing = {key: job for name, (job, key) in keyed.items() if name not in results}
        # The longest jobs start first, so that no worker is left alone with one at the end.
        in_turn = sorted(missing.items(), key=lambda pair: (-len(pair[1].html), pair[1].name))
        by_key = {}
        for printed in self._backend.print([(job, key) for key, job in in_turn]):
            by_key[printed.key] = self._keep(printed)
        results |= {name: by_key[key] for name, (_, key) in keyed.items() if name not in results}
        return {name: results[name] for name in keyed}

    @property
    def used_keys(self) -> frozenset[str]:
        """Return the keys of every fragment this printer handed out."""
        return frozenset(self._done)

    def _keep(self, printed: Printed) -> Printed:
        if printed.fragment:
            self._cache.store(printed.fragment)
            self._done[printed.key] = printed.fragment
        self._progress(printed)
        return printed

    def _look_up(self, job: Job, key: str) -> Printed | None:
        known = self._done.get(key) or self._cache.load(key, job.name)
        if known is None:
            return None
        self._done[key] = known
        return Printed(job=job, key=key, fragment=known, from_cache=True)


class SerialBackend:
    """Prints in this process, one job after the other; for tests and `--jobs 1` under a debugger."""

    def __init__(self, font_settings: Path) -> None:
        prepare(str(font_settings), 0)

    def print(self, jobs: Sequence[tuple[Job, str]]) -> Iterator[Printed]:
        """Yield one result for each (job, key), in the given order."""
        for job, key in jobs:
            try:
                yield Printed(job=job, key=key, fragment=print_job(job, key))
            except Exception as problem:
                yield Printed(job=job, key=key, fragment=None, failure="crashed", detail=_describe(problem))

    def close(self) -> None:
        """Nothing was started."""


class WorkerBackend:
    """Prints in spawned processes that are killed when a job runs over its limits.

    The processes start with the first job and stay for the rounds that follow, until `close`.
    """

    def __init__(self, font_settings: Path, *, workers: int, time_limit: float = TIME_LIMIT) -> None:
        self._font_settings, self._workers, self._time_limit = font_settings, workers, time_limit
        self._pool: ProcessPool | None = None

    def print(self, jobs: Sequence[tuple[Job, str]]) -> Iterator[Printed]:
        """Yield one result for each (job, key), in the given order."""
        pool = self._open() if jobs else None
        waiting = [
            (job, key, pool.schedule(print_job, args=(job, key), timeout=self._time_limit))
            for job, key in jobs
            if pool is not None
        ]
        for job, key, future in waiting:
            yield self._result(job, key, future)

    def close(self) -> None:
        """Stop the workers at once; whatever they were printing is lost."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def _open(self) -> "ProcessPool":
        if self._pool is None:
            from pebble import ProcessPool

            self._pool = ProcessPool(
                max_workers=self._workers,
                initializer=prepare,
                initargs=(str(self._font_settings), MEMORY_LIMIT),
                context=multiprocessing.get_context("spawn"),
            )
        return self._pool

    def _result(self, job: Job, key: str, future: object) -> Printed:
        from pebble import ProcessExpired

        try:
            return Printed(job=job, key=key, fragment=future.result())  # type: ignore[attr-defined]  # pebble carries no types
        except FutureTimeout:
            return Printed(job=job, key=key, fragment=None, failure="time-limit", detail=f"{self._time_limit:.0f}")
        except ProcessExpired:
            return Printed(job=job, key=key, fragment=None, failure="worker-died")
        except Exception as problem:
            return Printed(job=job, key=key, fragment=None, failure="crashed", detail=_describe(problem))


def _describe(problem: Exception) -> str:
    words = str(problem).strip().splitlines()
    return f"{type(problem).__name__}: {words[0]}" if words else type(problem).__name__
