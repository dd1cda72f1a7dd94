"""Connections that ask promptly: who opens one and sends no whole request is let go, so that others find a place."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 10.0
"""Seconds for the head of the first request."""


class Prompt(H11Protocol):
    """HTTP as the server speaks it, with a limit on how long the first request may take to arrive."""

    def connection_made(self, transport: Any) -> None:
        """Begin to wait."""
        super().connection_made(transport)
        self._waiting = asyncio.get_running_loop().call_later(PATIENCE, self._let_go)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._waiting.cancel()
        super().connection_lost(exc)

    def _let_go(self) -> None:
        if self.cycle is None:
            self.transport.abort()
