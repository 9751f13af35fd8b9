"""The door in a process of its own, on loopback, with the memory it holds: what the benchmarks of downloads and API share."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.server import ROOT, free_port, stop

SECONDS_TO_START = 60
BLOCK = 1 << 20


@dataclass(frozen=True)
class Door:
    """A running door: its address and its process."""

    url: str
    process: subprocess.Popen[bytes]

    def megabytes(self) -> float:
        """Return the memory the process holds now. Raises OSError where the system does not tell."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024

    def download(self, address: str, *, packed: bool = False) -> tuple[int, float]:
        """Return the bytes that came and the most memory the process held meanwhile, in megabytes."""
        request = urllib.request.Request(self.url + address, headers={"Accept-Encoding": "gzip"} if packed else {})
        n_bytes, most = 0, 0.0
        with urllib.request.urlopen(request, timeout=600) as answer:
            while block := answer.read(BLOCK):
                n_bytes += len(block)
                most = max(most, self.megabytes())
        return n_bytes, most


@contextmanager
def open_door(tables: Path) -> Iterator[Door]:
    """Run the door on the tables; its process has ended when the block has."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "--factory",
        "tests.components.api.server:app",
        f"--port={port}",
        "--log-level=error",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "NUZUH_DATA": str(tables)}, start_new_session=True)
    try:
        yield _answering(Door(f"http://127.0.0.1:{port}", process))
    finally:
        stop(process)


def _answering(door: Door) -> Door:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{door.url}/healthz", timeout=5):
                return door
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the door did not open in {SECONDS_TO_START} seconds")
