"""What open pages are told, as server-sent events."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator

KEEP_ALIVE = 15.0
"""Seconds after which a silent stream says so: proxies and browsers drop streams that look dead."""


STREAMS = 24
"""Streams one machine may hold open: more tabs and windows than anybody has, fewer than shut others out."""


class Hub:
    """Hands every event to every page that listens; safe to call from other threads."""

    def __init__(self) -> None:
        """Nobody listens yet."""
        self._listeners: dict[asyncio.Queue[str], asyncio.AbstractEventLoop] = {}
        self._streams: Counter[str] = Counter()

    def is_full(self, client: str) -> bool:
        """Return whether a machine holds as many streams open as it may."""
        return self._streams[client] >= STREAMS

    def tell(self, kind: str, **data: object) -> None:
        """Send an event to everybody."""
        text = f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
        for queue, loop in tuple(self._listeners.items()):
            loop.call_soon_threadsafe(queue.put_nowait, text)

    async def listen(self, client: str = "") -> AsyncIterator[str]:
        """Yield events as they come, until the page of a machine goes away."""
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._listeners[queue] = asyncio.get_running_loop()
        self._streams[client] += 1
        try:
            yield ": open\n\n"
            while True:
                try:
                    yield await asyncio.wait_for(queue.get(), KEEP_ALIVE)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            del self._listeners[queue]
            self._streams[client] -= 1
