"""The door on a free port of this machine, answered by a real server, and a client that shows all of an answer."""

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.applications import Starlette

from components import api
from tests.browser.server import free_port

SECONDS_TO_START = 20


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def next(self) -> str | None:
        """The address of the next page, as the Link header gives it."""
        links = [part.strip() for part in self.headers.get("link", "").split(",")]
        return next((part.partition(">")[0].lstrip("<") for part in links if part.endswith('rel="next"')), None)


@dataclass(frozen=True)
class Client:
    url: str

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Return the answer, whatever its status."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(self.url + address, headers=named, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Answer(answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read())
        except urllib.error.HTTPError as answer:
            with answer:
                return Answer(answer.code, {name.lower(): value for name, value in answer.headers.items()}, answer.read())


def app() -> Starlette:
    """The door alone, for a server in a process of its own."""
    return Starlette(routes=api.routes())


@contextmanager
def serve() -> Iterator[Client]:
    """Run the door in a thread of this process; it reads NUZUH_DATA at each request."""
    port = free_port()
    config = uvicorn.Config(
        Starlette(routes=api.routes()), host="127.0.0.1", port=port, log_level="error", lifespan="off", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + SECONDS_TO_START
    while not server.started:
        if time.monotonic() > deadline:
            raise RuntimeError("the door did not open")
        time.sleep(0.02)
    try:
        yield Client(f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        thread.join()
