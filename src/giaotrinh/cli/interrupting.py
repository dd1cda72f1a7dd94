"""Ctrl+C is never lost: where Python drops the exception it raises, the next step of the work raises it again.

An exception in a callback of the interpreter, such as those that end the import of a module, is reported and dropped.
"""

import signal
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giaotrinh.driver.print.printer import Printed, Progress


class Interrupts:
    """Notes an interrupt while it is entered."""

    def __init__(self) -> None:
        """None has come yet."""
        self._has_come = False

    def __enter__(self) -> "Interrupts":
        """Take over the signal."""
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *exception: object) -> None:
        """Give the signal back."""
        signal.signal(signal.SIGINT, self._before)

    def watched(self, progress: "Progress") -> "Progress":
        """Return the progress, which stops the work where an interrupt has come and was dropped."""

        def told(news: "Printed | int") -> None:
            if self._has_come:
                raise KeyboardInterrupt
            progress(news)

        return told

    def _note(self, number: int, frame: FrameType | None) -> None:
        self._has_come = True
        raise KeyboardInterrupt
