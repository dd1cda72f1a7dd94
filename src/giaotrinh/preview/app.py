"""Addresses and answers. What learners may not reach has no address in the share mode."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from giaotrinh.driver.failure import Failure
from giaotrinh.driver.messages import fill_text, load_messages
from giaotrinh.driver.project import ProjectFolder
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.preview.blocks import Changed, save, text_of
from giaotrinh.preview.desk import Desk
from giaotrinh.preview.events import Hub
from giaotrinh.preview.findings import findings
from giaotrinh.preview.guard import Guard
from giaotrinh.preview.lookup import search, where
from giaotrinh.preview.pictures import Pictures
from giaotrinh.preview.presenting import slides_of
from giaotrinh.preview.printing import Press
from giaotrinh.preview.reviews import clear, places
from giaotrinh.preview.state import state_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    Answer = Callable[[Request], Awaitable[Response]]

PAGES = "pages"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
FOREVER = {"cache-control": "private, max-age=31536000, immutable"}
SLIDES, BOOK = "trinh-chieu", "hoc-vien"
LANGUAGES = ("vi", "en")


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


def make_app(site: Site, hosts: frozenset[str]) -> Guard:
    """Return the guarded application; in the share mode it knows pages and pictures alone."""
    from starlette.applications import Starlette

    routes = _shared(site) if site.desk.live.for_learners else [*_shared(site), *_instructors(site)]
    return Guard(Starlette(routes=routes), hosts=hosts, token=site.token)


def _shared(site: Site) -> "list[Route]":
    from starlette.routing import Route

    return [
        Route("/", _shell(site, "shell.html")),
        Route("/static/{name}", _static),
        Route("/api/state", _state(site)),
        Route("/api/events", _events(site)),
        Route("/api/open/{edition}", _open(site), methods=["POST"]),
        Route("/page/{digest}.png", _picture(site)),
    ]


def _instructors(site: Site) -> "list[Route]":
    from starlette.routing import Route

    return [
        Route("/presenter/{module}", _shell(site, "presenter.html")),
        Route("/screen/{module}", _shell(site, "screen.html")),
        Route("/api/findings", _findings(site)),
        Route("/api/block/{name:path}", _block(site)),
        Route("/api/block/{name:path}", _save(site), methods=["PUT"]),
        Route("/api/provision/{address:path}", _provision(site)),
        Route("/api/search", _search(site)),
        Route("/api/slides/{module}", _slides(site)),
        Route("/api/review", _review(site)),
        Route("/api/review", _clear(site), methods=["POST"]),
        Route("/api/print", _print(site), methods=["POST"]),
        Route("/download/{name}", _download(site)),
    ]


def _shell(site: Site, name: str) -> "Answer":
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


async def _static(request: "Request") -> "Response":
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    name = request.path_params["name"]
    kind = KINDS.get(name[name.rfind(".") :])
    if kind is None or name not in {each.name for each in files(__package__).joinpath(PAGES).iterdir()}:
        raise HTTPException(404)
    return Response(_file(name), media_type=kind, headers={"cache-control": "no-cache"})


def _file(name: str) -> bytes:
    return files(__package__).joinpath(PAGES, name).read_bytes()


def _state(site: Site) -> "Answer":
    async def answer(request: "Request") -> "Response":
        return _data(state_of(site.desk, _language(request, site)))

    return answer


def _events(site: Site) -> "Answer":
    from starlette.responses import StreamingResponse

    async def answer(_: "Request") -> "Response":
        headers = {"cache-control": "no-store"}
        return StreamingResponse(site.hub.listen(), media_type="text/event-stream", headers=headers)

    return answer


def _open(site: Site) -> "Answer":
    async def answer(request: "Request") -> "Response":
        name = request.path_params["edition"]
        shown = {each["id"] for each in state_of(site.desk, site.language)["editions"]}  # type: ignore[attr-defined]
        if name in shown:
            site.desk.open(name)
        return _data({"known": name in shown})

    return answer


def _picture(site: Site) -> "Answer":
    from starlette.concurrency import run_in_threadpool
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

    async def answer(request: "Request") -> "Response":
        width = request.query_params.get("width", "")
        digest = request.path_params["digest"]
        picture = await run_in_threadpool(site.pictures.draw, digest, int(width) if width.isdigit() else 800)
        if picture is None:
            raise HTTPException(404)
        return Response(picture, media_type="image/png", headers=FOREVER)

    return answer


def _findings(site: Site) -> "Answer":
    async def answer(request: "Request") -> "Response":
        live = site.desk.live
        return _data(findings(live.diagnostics, live.curriculum, live.snapshot, _language(request, site)))

    return answer


def _block(site: Site) -> "Answer":
    from starlette.exceptions import HTTPException

    async def answer(request: "Request") -> "Response":
        found = text_of(site.project, site.curriculum, request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        citations = site.curriculum.by_block.get(found.block, ())
        return _data(
            {name: getattr(found, name) for name in ("block", "file", "line", "end_line", "text", "digest")}
            | {"citations": list(dict.fromkeys(f"{each.source}:{each.path}" for each in citations))}
        )

    return answer


def _save(site: Site) -> "Answer":
    from starlette.concurrency import run_in_threadpool

    async def answer(request: "Request") -> "Response":
        asked: dict[str, Any] = await request.json()
        known = {module.file for module in site.curriculum.project.modules}
        if asked.get("file") not in known or not all(isinstance(asked.get(name), str) for name in ("before", "after")):
            return _data({"error": "unknown file"}, status=400)
        words = {name: asked[name] for name in ("before", "after")}
        try:
            await run_in_threadpool(
                save, site.project, asked["file"], line=int(asked["line"]), digest=str(asked["digest"]), **words
            )
        except Changed as changed:
            return _data({"now": changed.now}, status=409)
        except Failure as failure:
            text = fill_text(load_messages(_language(request, site))[failure.code].text, failure.arguments)
            return _data({"error": text}, status=507)
        site.desk.ask()
        return _data({"saved": True})

    return answer


def _provision(site: Site) -> "Answer":
    from starlette.exceptions import HTTPException

    async def answer(request: "Request") -> "Response":
        source, _, path = request.path_params["address"].partition(":")
        found = where(site.curriculum, site.desk.live.files.values(), source, path)
        if found is None:
            raise HTTPException(404)
        return _data(found)

    return answer


def _search(site: Site) -> "Answer":
    async def answer(request: "Request") -> "Response":
        return _data(search(site.curriculum, request.query_params.get("q", "")))

    return answer


def _slides(site: Site) -> "Answer":
    async def answer(request: "Request") -> "Response":
        name, live = request.path_params["module"], site.desk.live
        site.desk.open(SLIDES)
        module = site.curriculum.modules.get(name)
        files_ = live.files.values()
        file = next((each for each in files_ if each.edition.id == SLIDES and each.module == name), None)
        book = next((each.page_map for each in files_ if each.edition.id == BOOK), None)
        return _data(slides_of(site.curriculum, module, file, book) if module and file else [])

    return answer


def _review(site: Site) -> "Answer":
    async def answer(_: "Request") -> "Response":
        return _data(places(site.desk.live))

    return answer


def _clear(site: Site) -> "Answer":
    async def answer(request: "Request") -> "Response":
        asked = await request.json()
        name = str(asked.get("by", "")).strip()
        if not name or not isinstance(asked.get("keys"), list):
            return _data({"error": "no name"}, status=400)
        cleared = clear(site.desk.live, asked["keys"], name)
        site.desk.ask()
        return _data({"cleared": cleared})

    return answer


def _print(site: Site) -> "Answer":
    async def answer(request: "Request") -> "Response":
        asked = await request.json()
        editions = {each.id for each in site.desk.live.editions}
        module = asked.get("module") or ""
        if asked.get("edition") not in editions or (module and module not in site.curriculum.modules):
            return _data({"error": "unknown edition or module"}, status=400)
        begun = site.press.start(asked["edition"], module)
        return _data({"begun": begun}, status=202 if begun else 409)

    return answer


def _download(site: Site) -> "Answer":
    from starlette.exceptions import HTTPException
    from starlette.responses import FileResponse

    async def answer(request: "Request") -> "Response":
        path = site.press.file(request.path_params["name"])
        if path is None or not path.is_file():
            raise HTTPException(404)
        return FileResponse(path, media_type="application/pdf", filename=path.name)

    return answer


def _language(request: "Request", site: Site) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else site.language


def _data(content: object, status: int = 200) -> "Response":
    from starlette.responses import JSONResponse

    return JSONResponse(content, status_code=status, headers={"cache-control": "no-store"})
