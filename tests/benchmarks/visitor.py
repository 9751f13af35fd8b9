"""A reader without a browser: the websocket of a running app, asked for pages as the real front end asks, on loopback only."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

SECONDS = 600


@dataclass(frozen=True)
class Run:
    """One run of a page: the seconds until the script had finished and what came, and the bytes of each chart in it."""

    seconds: float
    charts: tuple[int, ...]
    n_bytes: int
    problems: tuple[str, ...]


@dataclass
class Visitor:
    """One reader's session. Pages are known by the end of their address."""

    socket: ClientConnection
    pages: dict[str, str] = field(default_factory=dict)

    def run(self, page: str = "", query: str = "") -> Run:
        """Return one run of a page with the filters of an address. Raises TimeoutError where it does not end."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_script_hash = self.pages.get(page, "")
        asked.rerun_script.page_name = "" if page in self.pages else page
        asked.rerun_script.context_info.timezone = "UTC"
        begun = time.perf_counter()
        self.socket.send(asked.SerializeToString())
        charts, n_bytes, problems = [], 0, []
        while True:
            message = self._next()
            n_bytes += message.ByteSize()
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.pages |= {one.url_pathname: one.page_script_hash for one in message.navigation.app_pages}
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                shown = element.WhichOneof("type")
                charts += [len(element.plotly_chart.spec)] if shown == "plotly_chart" else []
                problems += [element.exception.message] if shown == "exception" else []
            if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return Run(time.perf_counter() - begun, tuple(charts), n_bytes, tuple(problems))

    def _next(self) -> ForwardMsg:
        # Acknowledged at once: a late acknowledgement holds small messages back for 40 ms, which is not the server's time.
        if hasattr(socket, "TCP_QUICKACK"):
            self.socket.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        message = ForwardMsg()
        message.ParseFromString(self.socket.recv(timeout=SECONDS))
        return message


@contextmanager
def visit(url: str) -> Iterator[Visitor]:
    """Open a session with the app at an address; it is closed with the block."""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, compression=None, open_timeout=SECONDS) as opened:
        yield Visitor(opened)
