"""Results kept in a process that lives on: what nothing has changed for is not worked out again.

A result is found by the very objects it was made from (the reading room gives the same object for a file that did not
change), never by their contents; the objects are held, so that none of their identities is given out anew.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Memory(Generic[Result]):
    """The most recent results, each with the objects it was made from."""

    def __init__(self, size: int) -> None:
        """Keep at most `size` results."""
        self._size = size
        self._kept: OrderedDict[tuple[int, ...], tuple[tuple[object, ...], Result]] = OrderedDict()

    def get(self, made_from: tuple[object, ...], make: Callable[[], Result]) -> Result:
        """Return the result for these very objects, made now where it is not kept."""
        key = tuple(id(each) for each in made_from)
        if key not in self._kept:
            self._kept[key] = (made_from, make())
            if len(self._kept) > self._size:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key][1]
