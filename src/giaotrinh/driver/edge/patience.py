"""Work in this thread that is stopped when it takes too long: the templates of a stranger may loop without end.

A signal would reach the main thread alone, and the preview draws in another; a process of its own would have to be
handed the whole course for every part.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer, get_ident


@contextmanager
def at_most(seconds: float, problem: type[Exception]) -> Iterator[None]:
    """Raise `problem` in the thread that is inside when it has been there for so many seconds."""
    inside, thread, guard = [True], get_ident(), Lock()

    def stop() -> None:
        with guard:
            if inside:
                _raise_in(thread, problem)

    timer = Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with guard:
            inside.clear()
            _raise_in(thread, None)  # what was sent in the last moment and has not arrived does not arrive any more
        timer.cancel()


def _raise_in(thread: int, problem: type[Exception] | None) -> None:
    sent = ctypes.py_object(problem) if problem else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), sent)
