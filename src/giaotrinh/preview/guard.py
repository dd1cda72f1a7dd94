"""Who may ask: pages of this server on this machine, with the token of this run for whatever changes something."""

import hmac
from typing import TYPE_CHECKING

from giaotrinh.preview.hosts import Hosts

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"x-frame-options": b"DENY",
}


class Guard:
    """Refuses foreign hosts, foreign origins and changes without the token; sets the policy of every answer."""

    def __init__(self, app: "ASGIApp", *, hosts: Hosts, token: str) -> None:
        """Let in what calls the server by one of its `hosts`."""
        self._app, self._hosts, self._token = app, hosts, token

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}

        async def guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(each for each in HEADERS.items() if each[0] not in own)]
            await send(message)

        if refused := self._refuse(scope["method"], headers):
            from starlette.responses import PlainTextResponse

            await PlainTextResponse(refused, status_code=403)(scope, receive, guarded)
            return
        await self._app(scope, receive, guarded)

    def _refuse(self, method: str, headers: dict[str, str]) -> str:
        if not self._hosts.knows(headers.get("host", "")):
            return "unknown host"
        origin = headers.get("origin", "")
        if origin and not self._hosts.knows(origin.partition("://")[2]):
            return "foreign origin"
        if headers.get("sec-fetch-site", "") == "cross-site" and headers.get("sec-fetch-mode", "") != "navigate":
            return "foreign site"
        token = headers.get("x-token", "").encode()
        if method not in SAFE and not hmac.compare_digest(token, self._token.encode()):
            return "token missing"
        return ""
