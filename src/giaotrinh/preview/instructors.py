"""Answers for instructors alone; the share mode has no address for any of them."""

from typing import TYPE_CHECKING

from giaotrinh.driver.edge.failure import Failure
from giaotrinh.driver.edge.messages import fill_text, load_messages
from giaotrinh.model.edition import EditionRole, Reader, edition_for
from giaotrinh.preview.blocks import Changed, text_of
from giaotrinh.preview.blocks import save as put
from giaotrinh.preview.findings import findings as found_in
from giaotrinh.preview.lookup import search as look_for
from giaotrinh.preview.lookup import where
from giaotrinh.preview.presenting import slides_of
from giaotrinh.preview.reviews import clear as record
from giaotrinh.preview.reviews import places
from giaotrinh.preview.site import Site, asked_of, data, language_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from giaotrinh.preview.site import Answer


def findings(site: Site) -> "Answer":
    """Answer with every finding."""

    async def answer(request: "Request") -> "Response":
        live = site.desk.live
        return data(found_in(live.diagnostics, live.curriculum, live.snapshot, language_of(request, site)))

    return answer


def block(site: Site) -> "Answer":
    """Answer with the source text of a block."""
    from starlette.exceptions import HTTPException

    async def answer(request: "Request") -> "Response":
        found = text_of(site.project, site.curriculum, site.desk.live.read_from, request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        citations = site.curriculum.by_block.get(found.block, ())
        return data(
            {name: getattr(found, name) for name in ("block", "file", "line", "end_line", "text", "digest")}
            | {"citations": list(dict.fromkeys(f"{each.source}:{each.path}" for each in citations))}
        )

    return answer


def save(site: Site) -> "Answer":
    """Put an edited block into its file."""
    from starlette.concurrency import run_in_threadpool

    async def answer(request: "Request") -> "Response":
        asked = await asked_of(request)
        known = {module.file for module in site.curriculum.project.modules}
        has_words = all(isinstance(asked.get(name), str) for name in ("before", "after"))
        if asked.get("file") not in known or not has_words or not isinstance(asked.get("line"), int):
            return data({"error": "unknown file"}, status=400)
        words = {name: asked[name] for name in ("before", "after")}
        try:
            await run_in_threadpool(
                put, site.project, asked["file"], line=asked["line"], digest=str(asked.get("digest", "")), **words
            )
        except Changed as changed:
            return data({"now": changed.now}, status=409)
        except Failure as failure:
            text = fill_text(load_messages(language_of(request, site))[failure.code].text, failure.arguments)
            return data({"error": text}, status=507)
        site.desk.ask()
        return data({"saved": True})

    return answer


def provision(site: Site) -> "Answer":
    """Answer with a provision and where it is used."""
    from starlette.exceptions import HTTPException

    async def answer(request: "Request") -> "Response":
        source, _, path = request.path_params["address"].partition(":")
        found = where(site.curriculum, site.desk.live.files.values(), source, path)
        if found is None:
            raise HTTPException(404)
        return data(found)

    return answer


def search(site: Site) -> "Answer":
    """Answer with what holds some words."""

    async def answer(request: "Request") -> "Response":
        return data(look_for(site.curriculum, request.query_params.get("q", "")))

    return answer


def slides(site: Site) -> "Answer":
    """Answer with the slides of a module."""

    async def answer(request: "Request") -> "Response":
        name, live = request.path_params["module"], site.desk.live
        if screen := edition_for(live.editions, EditionRole.SLIDES):
            site.desk.open(screen.id)
        module = site.curriculum.modules.get(name)
        shown = [each for each in live.files.values() if each.edition.reader is Reader.LEARNER]
        screens = (each for each in shown if each.edition.role is EditionRole.SLIDES and each.module == name)
        file = next(screens, None)
        book = next((each.page_map for each in shown if each.edition.role is EditionRole.BOOK), None)
        return data(slides_of(site.curriculum, module, file, book) if module and file else [])

    return answer


def review(site: Site) -> "Answer":
    """Answer with the places to compare again."""

    async def answer(_: "Request") -> "Response":
        return data(places(site.desk.live))

    return answer


def clear(site: Site) -> "Answer":
    """Record that places were compared."""

    async def answer(request: "Request") -> "Response":
        asked = await asked_of(request)
        name = str(asked.get("by", "")).strip()
        if not name or not isinstance(asked.get("keys"), list):
            return data({"error": "no name"}, status=400)
        keys = [key for key in asked["keys"] if isinstance(key, list) and all(isinstance(one, str) for one in key)]
        cleared = record(site.desk.live, keys, name)
        site.desk.ask()
        return data({"cleared": cleared})

    return answer


def print_file(site: Site) -> "Answer":
    """Begin to print to a file."""

    async def answer(request: "Request") -> "Response":
        asked = await asked_of(request)
        editions = {each.id for each in site.desk.live.editions}
        module = asked.get("module") or ""
        if asked.get("edition") not in editions or (module and module not in site.curriculum.modules):
            return data({"error": "unknown edition or module"}, status=400)
        begun = site.press.start(asked["edition"], module)
        return data({"begun": begun}, status=202 if begun else 409)

    return answer


def download(site: Site) -> "Answer":
    """Answer with a file that was printed."""
    from starlette.exceptions import HTTPException
    from starlette.responses import FileResponse

    async def answer(request: "Request") -> "Response":
        path = site.press.file(request.path_params["name"])
        if path is None or not path.is_file():
            raise HTTPException(404)
        return FileResponse(path, media_type="application/pdf", filename=path.name)

    return answer
