"""Every route of the open door, with what all answers share: compression, reading from other sites, problems as documents."""

from functools import cache

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from components import lite
from components.api import feed, health, image, openapi, probes, problems, rows

PATHS = ("/api", "/api/{rest:path}", "/lite", "/feed.xml", "/healthz")
"""The addresses that belong to the door; everything under /api is answered here, errors included."""
SMALLEST = 1_000
LEVEL = 5
COMPRESSED = (
    "application/zip",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "image/png",
)
READABLE = ["ETag", "Link", "Last-Modified", "Content-Disposition", "Nuzuh-Left-Out", "Retry-After"]
"""The headers a page of another site may read."""


def routes() -> list[Route]:
    """Return the routes that an ASGI app adds to its own."""
    return [*(Route(path, endpoint=_door()) for path in PATHS), *probes.routes()]


@cache
def _door() -> Starlette:
    """Return the app behind the routes: it sees the whole address, so that its own answers can name it."""
    return Starlette(
        routes=[
            Route("/api/v1/openapi.json", openapi.openapi),
            Route("/api/v1/package.zip", rows.package),
            Route("/api/v1/chart.{format}", image.image),
            Route("/api/v1/{table}.about.json", rows.about),
            Route("/api/v1/{table}.{format}", rows.table),
            Route("/lite", lite.lite),
            Route("/feed.xml", feed.feed),
            Route("/healthz", health.healthz),
        ],
        middleware=[
            Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], expose_headers=READABLE),
            Middleware(GZipMiddleware, minimum_size=SMALLEST, compresslevel=LEVEL, exclude_content_types=COMPRESSED),
        ],
        exception_handlers=problems.HANDLERS,
    )
