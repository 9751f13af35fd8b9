"""The conditions of a request: the build it is answered from, what the client already holds, and files kept for the next one."""

import atexit
import hashlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import IO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from etl import store
from etl.errors import NoBuild
from etl.small_numbers import floor_of

BLOCK = 1 << 18
KEPT_FILES = 8
REVISION = "1"
"""Raised when the same build and question begin to give other bytes."""


def live() -> str:
    """Return the id of the live build. Raises NoBuild where there is none."""
    build = store.live_build()
    if build is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    return build


def question(request: Request) -> str:
    """Return what is asked, the same for the same question whatever the order of its parameters; cursor and limit left out."""
    asked = sorted(item for item in request.query_params.multi_items() if item[0] not in ("cursor", "limit"))
    return hashlib.sha256(repr((request.url.path, asked)).encode()).hexdigest()[:16]


def tag_of(request: Request, build: str) -> str:
    """Return the entity tag of an answer: the same build, rules and question give the same bytes."""
    asked = sorted(request.query_params.multi_items())
    floor = floor_of(build)
    known = (REVISION, str(store.tables_folder()), build, floor.least if floor else None, request.url.path, asked)
    # Weak: the same rows may travel compressed or not.
    return f'W/"{hashlib.sha256(repr(known).encode()).hexdigest()[:32]}"'


def headers_of(tag: str, build: str) -> dict[str, str]:
    """Return the headers that let a client ask again cheaply."""
    finished = store.read("builds", build)["finished_at"].iloc[0].to_pydatetime().astimezone(UTC)
    return {"ETag": tag, "Last-Modified": format_datetime(finished, usegmt=True), "Cache-Control": "no-cache"}


def unchanged(request: Request, tag: str) -> bool:
    """Return whether the client already holds this answer."""
    given = request.headers.get("if-none-match", "")
    opaque = tag.removeprefix("W/")
    return given.strip() == "*" or opaque in {one.strip().removeprefix("W/") for one in given.split(",")}


def answer(
    request: Request, build: str, media_type: str, body: Callable[[], bytes], more: Mapping[str, str] | None = None
) -> Response:
    """Return a short answer, or 304 where the client already holds it."""
    tag = tag_of(request, build)
    headers = headers_of(tag, build)
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(body(), headers=headers | dict(more or {}), media_type=media_type)


def streamed(request: Request, chunks: Iterator[bytes], headers: Mapping[str, str], media_type: str) -> Response:
    """Return a long answer that is made while it is sent; of a HEAD request the headers alone."""
    if request.method == "HEAD":
        return Response(headers=dict(headers), media_type=media_type)
    return StreamingResponse(chunks, headers=dict(headers), media_type=media_type)


class _Kept:
    """Files made for an answer, kept on disk for the next client that asks the same; the oldest go first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._folder = Path(tempfile.mkdtemp(prefix="nuzuh-"))
        atexit.register(shutil.rmtree, self._folder, ignore_errors=True)

    def open(self, key: str, write: Callable[[Path], None]) -> IO[bytes]:
        """Return the file of a key, made by `write` where it is not there. One is made at a time."""
        path = self._folder / hashlib.sha256(key.encode()).hexdigest()
        with self._lock:
            if not path.exists():
                for old in sorted(self._folder.iterdir(), key=lambda one: one.stat().st_mtime)[: 1 - KEPT_FILES]:
                    old.unlink()
                partial = path.with_suffix(".partial")
                write(partial)
                partial.replace(path)
            return path.open("rb")


@cache
def _kept() -> _Kept:
    return _Kept()


def from_file(key: str, write: Callable[[Path], None]) -> Iterator[bytes]:
    """Return the bytes of a file made for this key, or kept from the last time. Raises at the call what `write` raises."""
    file = _kept().open(key, write)

    def blocks() -> Iterator[bytes]:
        with file:
            while block := file.read(BLOCK):
                yield block

    return blocks()
