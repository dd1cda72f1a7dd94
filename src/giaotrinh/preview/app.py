"""The addresses of the preview. What learners may not reach has no address in the share mode."""

from typing import TYPE_CHECKING

from giaotrinh.preview import instructors, shared
from giaotrinh.preview.guard import Guard
from giaotrinh.preview.hosts import Hosts
from giaotrinh.preview.site import Site

if TYPE_CHECKING:
    from starlette.routing import Route


def make_app(site: Site, hosts: Hosts) -> Guard:
    """Return the guarded application; in the share mode it knows pages and pictures alone."""
    from starlette.applications import Starlette

    routes = _shared(site) if site.desk.live.for_learners else [*_shared(site), *_instructors(site)]
    return Guard(Starlette(routes=routes), hosts=hosts, token=site.token)


def _shared(site: Site) -> "list[Route]":
    from starlette.routing import Route

    return [
        Route("/", shared.shell(site, "shell.html")),
        Route("/static/{name}", shared.static),
        Route("/api/state", shared.state(site)),
        Route("/api/events", shared.events(site)),
        Route("/api/open/{edition}", shared.open_edition(site), methods=["POST"]),
        Route("/page/{digest}.png", shared.picture(site)),
    ]


def _instructors(site: Site) -> "list[Route]":
    from starlette.routing import Route

    return [
        Route("/presenter/{module}", shared.shell(site, "presenter.html")),
        Route("/screen/{module}", shared.shell(site, "screen.html")),
        Route("/api/findings", instructors.findings(site)),
        Route("/api/block/{name:path}", instructors.block(site)),
        Route("/api/block/{name:path}", instructors.save(site), methods=["PUT"]),
        Route("/api/provision/{address:path}", instructors.provision(site)),
        Route("/api/search", instructors.search(site)),
        Route("/api/slides/{module}", instructors.slides(site)),
        Route("/api/review", instructors.review(site)),
        Route("/api/review", instructors.clear(site), methods=["POST"]),
        Route("/api/print", instructors.print_file(site), methods=["POST"]),
        Route("/download/{name}", instructors.download(site)),
    ]
