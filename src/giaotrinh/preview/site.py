"""What every answer of the preview is made from, and how data are answered."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from giaotrinh.driver.edge.project import ProjectFolder
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.preview.desk import Desk
from giaotrinh.preview.events import Hub
from giaotrinh.preview.pictures import Pictures
from giaotrinh.preview.printing import Press

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    Answer = Callable[[Request], Awaitable[Response]]

LANGUAGES = ("vi", "en")
LARGEST = 4 * 1024**2
"""Bytes of what a page may send; a module has a tenth of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the answers are made from."""

    project: ProjectFolder
    desk: Desk
    hub: Hub
    pictures: Pictures
    press: Press
    token: str
    language: str

    @property
    def curriculum(self) -> Curriculum:
        """Return the course; raises 404 while none could be read."""
        from starlette.exceptions import HTTPException

        if self.desk.live.curriculum is None:
            raise HTTPException(404, "no course yet")
        return self.desk.live.curriculum


def language_of(request: "Request", site: Site) -> str:
    """Return the language asked for, else that of the run."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else site.language


async def asked_of(request: "Request") -> dict[str, Any]:
    """Return the JSON object a request carries; raises 400 where it carries none, 413 where it is too large."""
    import json

    from starlette.exceptions import HTTPException

    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(413)
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        raise HTTPException(400)
    return asked


def data(content: object, status: int = 200) -> "Response":
    """Return an answer of JSON that no cache keeps."""
    from starlette.responses import JSONResponse

    return JSONResponse(content, status_code=status, headers={"cache-control": "no-store"})
