"""Answers anybody may have who may open the preview: pages, pictures of them, titles."""

from importlib.resources import files
from typing import TYPE_CHECKING

from giaotrinh.preview.site import LANGUAGES, Site, data, language_of
from giaotrinh.preview.state import shown, state_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from giaotrinh.preview.site import Answer

PAGES = "pages"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
FOREVER = {"cache-control": "private, max-age=31536000, immutable"}


def shell(site: Site, name: str) -> "Answer":
    """Answer with a page of the pages folder, its place holders filled."""
    from markupsafe import escape
    from starlette.responses import HTMLResponse

    async def answer(request: "Request") -> "Response":
        asked = request.query_params.get("lang", site.language)
        language = asked if asked in LANGUAGES else site.language
        values = {
            "language": language,
            "token": site.token,
            "root": "" if site.desk.live.for_learners else str(site.project.root),
            "module": request.path_params.get("module", ""),
            "learner": "learner" if site.desk.live.for_learners else "",
        }
        html = _file(name).decode()
        for key, value in values.items():
            html = html.replace(f"@{key}@", str(escape(value)))
        return HTMLResponse(html, headers={"cache-control": "no-store"})

    return answer


async def static(request: "Request") -> "Response":
    """Answer with a script, a style sheet or a picture of the pages folder."""
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    name = request.path_params["name"]
    kind = KINDS.get(name[name.rfind(".") :])
    if kind is None or name not in {each.name for each in files(__package__).joinpath(PAGES).iterdir()}:
        raise HTTPException(404)
    return Response(_file(name), media_type=kind, headers={"cache-control": "no-cache"})


def _file(name: str) -> bytes:
    return files(__package__).joinpath(PAGES, name).read_bytes()


def state(site: Site) -> "Answer":
    """Answer with the state of the course."""

    async def answer(request: "Request") -> "Response":
        return data(state_of(site.desk, language_of(request, site)))

    return answer


def events(site: Site) -> "Answer":
    """Answer with the stream of events."""
    from starlette.exceptions import HTTPException
    from starlette.responses import StreamingResponse

    async def answer(request: "Request") -> "Response":
        client = request.client.host if request.client else ""
        if site.hub.is_full(client):
            raise HTTPException(429, headers={"retry-after": "30"})
        headers = {"cache-control": "no-store"}
        return StreamingResponse(site.hub.listen(client), media_type="text/event-stream", headers=headers)

    return answer


def open_edition(site: Site) -> "Answer":
    """Have an edition printed that somebody opens."""

    async def answer(request: "Request") -> "Response":
        name = request.path_params["edition"]
        live = site.desk.live
        known = name in {each.id for each in shown(live.editions, live.for_learners)}
        if known:
            site.desk.open(name)
        return data({"known": known})

    return answer


def picture(site: Site) -> "Answer":
    """Answer with the picture of a page."""
    from starlette.concurrency import run_in_threadpool
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    async def answer(request: "Request") -> "Response":
        width = request.query_params.get("width", "")
        digest = request.path_params["digest"]
        picture = await run_in_threadpool(
            site.pictures.draw, digest, int(width) if width.isascii() and width.isdecimal() else 800
        )
        if picture is None:
            raise HTTPException(404)
        return Response(picture, media_type="image/png", headers=FOREVER)

    return answer
