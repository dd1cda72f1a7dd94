"""Jobs -> fragments: from the cache, else printed by killable workers or in this process.

A job past its time or memory limit is killed and becomes a failed print; the others go on.
"""

import multiprocessing
import time
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from giaotrinh.driver.edge.machine import is_short_of_memory
from giaotrinh.driver.print.cache import Cache
from giaotrinh.driver.print.worker import get_ready, prepare, print_job
from giaotrinh.model.fragment import Fragment, Job

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

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
    seconds: float = 0.0
    """What printing took; 0 from the cache."""


Result = TypeVar("Result")


class Backend(Protocol):
    """Prints jobs, one or several at a time."""

    def submit(self, job: Job, key: str) -> "Future[Printed]":
        """Return what will be the print of a job."""
        ...

    def retire(self) -> None:
        """Begin to let go of whatever was started; nothing more will be submitted."""
        ...

    def close(self) -> None:
        """Let go of whatever was started; what is still being printed is lost."""
        ...


Progress = Callable[["Printed | int"], None]
"""Told of jobs to come (how many) and of each job that is done."""


class Printer:
    """Looks a job up in the cache by its key and has the rest printed."""

    def __init__(self, *, cache: Cache, engine: str, backend: Backend, progress: Progress) -> None:
        self._cache, self._engine, self._backend, self._progress = cache, engine, backend, progress
        self._done: dict[str, Fragment] = {}

    def print(self, jobs: Iterable[Job]) -> dict[str, Printed]:
        """Return the results by job name, in the order of the names; each key is printed at most once.

        Printing begins with the first job: where jobs are made one by one, they are made while others print.
        """
        keys: dict[str, str] = {}
        results: dict[str, Printed] = {}
        waiting: dict[str, Future[Printed]] = {}
        for job in jobs:
            key = keys[job.name] = job.key(self._engine)
            if key in results or key in waiting:
                continue
            if found := self._look_up(job, key):
                results[key] = found
                self._progress(found)
            else:
                waiting[key] = self._backend.submit(job, key)
        results |= {key: self._keep(future.result()) for key, future in waiting.items()}
        return {name: results[keys[name]] for name in sorted(keys)}

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
    """Prints in this process, one job after the other: nothing to start, nothing to kill."""

    def __init__(self, font_settings: Path) -> None:
        prepare(str(font_settings), 0)

    def submit(self, job: Job, key: str) -> "Future[Printed]":
        """Return the print of a job, made at once."""
        done: Future[Printed] = Future()
        began = time.monotonic()
        try:
            fragment = print_job(job, key)
            done.set_result(Printed(job=job, key=key, fragment=fragment, seconds=time.monotonic() - began))
        except Exception as problem:
            done.set_result(Printed(job=job, key=key, fragment=None, failure="crashed", detail=_describe(problem)))
        return done

    def retire(self) -> None:
        """Nothing was started."""

    def close(self) -> None:
        """Nothing was started."""


class WorkerBackend:
    """Prints in spawned processes that are killed when a job runs over its limits.

    A process starts when a job finds none idle, and stays for the jobs that follow until `close`. `warm_up` starts them
    ahead: importing the layout engine takes most of a second, in which the course can be read.
    """

    def __init__(self, font_settings: Path, *, workers: int, time_limit: float = TIME_LIMIT) -> None:
        self._font_settings, self._time_limit = font_settings, time_limit
        self._workers, self._hands = workers, ThreadPoolExecutor(max_workers=workers)
        self._idle: SimpleQueue[ProcessPool] = SimpleQueue()
        self._started: list[ProcessPool] = []
        self._running: set[ProcessFuture[Any]] = set()
        self._guard, self._closed = Lock(), False
        self._closing: Thread | None = None

    def warm_up(self, *, everyone: bool = False) -> None:
        """Start one process, or all, and have them get ready; a job that comes meanwhile waits for such a process."""
        for _ in range(self._workers if everyone else 1):
            self._hands.submit(self._start_ahead)

    def submit(self, job: Job, key: str) -> "Future[Printed]":
        """Return what will be the print of a job."""
        return self._hands.submit(self._timed, job, key)

    def retire(self) -> None:
        """Stop the processes while this one goes on; `close` waits for their end."""
        self._closing = Thread(target=self._stop)
        self._closing.start()

    def close(self) -> None:
        """Stop the processes at once; whatever they were printing is lost."""
        if self._closing is None:
            self._stop()
        else:
            self._closing.join()

    def _stop(self) -> None:
        with self._guard:
            self._closed = True
        self._hands.shutdown(wait=False, cancel_futures=True)
        for process in self._started:
            process.stop()
        for process in self._started:
            process.join()
        # A stopped pool never answers what it was doing; the thread waiting for that would outlive the program.
        for future in tuple(self._running):
            future.cancel()
        self._hands.shutdown()

    def _timed(self, job: Job, key: str) -> Printed:
        began = time.monotonic()
        return replace(self._print(job, key), seconds=time.monotonic() - began)

    def _print(self, job: Job, key: str) -> Printed:
        from pebble import ProcessExpired

        try:
            return Printed(job=job, key=key, fragment=self._with_process(print_job, job, key))
        except FutureTimeout:
            return Printed(job=job, key=key, fragment=None, failure="time-limit", detail=f"{self._time_limit:.0f}")
        except ProcessExpired:
            return Printed(job=job, key=key, fragment=None, failure="worker-died")
        except Exception as problem:
            why = "worker-died" if is_short_of_memory(problem) else "crashed"
            return Printed(job=job, key=key, fragment=None, failure=why, detail=_describe(problem))

    def _with_process(self, task: Callable[..., Result], *arguments: object) -> Result:
        """Return what a task gives in a process of its own; raises what it raises."""
        with self._guard:
            if self._closed:
                raise CancelledError
            process = self._take_process()
            future = process.schedule(task, args=arguments, timeout=self._time_limit)
            self._running.add(future)
        try:
            result: Result = future.result()
            return result
        finally:
            self._running.discard(future)
            self._idle.put(process)

    def _start_ahead(self) -> None:
        with self._guard:
            if not self._closed:
                process = self._start_process()
                process.schedule(get_ready)
                self._idle.put(process)

    def _take_process(self) -> "ProcessPool":
        try:
            return self._idle.get_nowait()
        except Empty:
            return self._start_process()

    def _start_process(self) -> "ProcessPool":
        from pebble import ProcessPool

        process = ProcessPool(
            max_workers=1,
            initializer=prepare,
            initargs=(str(self._font_settings), MEMORY_LIMIT),
            context=multiprocessing.get_context("spawn"),
        )
        self._started.append(process)
        return process


def _describe(problem: Exception) -> str:
    words = str(problem).strip().splitlines()
    return f"{type(problem).__name__}: {words[0]}" if words else type(problem).__name__
