"""The app as a reader meets it: `streamlit run app.py` in a process of its own, on a free port of this machine only."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 120
SECONDS_TO_STOP = 10


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def is_healthy(url: str) -> bool:
    """Return whether the server says that sessions can connect."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


@contextmanager
def serve(*, tables: Path, log: Path, script: str = "app.py", root: Path = ROOT) -> Iterator[str]:
    """Run the app on the tables and yield its address; every process of it has ended when the block has.

    Raises RuntimeError with the end of the log when the app does not start.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}", "--server.address=127.0.0.1"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=root,
            env={**os.environ, "NUZUH_DATA": str(tables)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield wait_until_healthy(process, f"http://127.0.0.1:{port}", log)
        finally:
            stop(process)


def wait_until_healthy(process: subprocess.Popen[bytes], url: str, log: Path) -> str:
    """Return the address once the app answers there. Raises RuntimeError when it ends or stays silent."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the app ended at its start:\n{log.read_text(errors='replace')[-4000:]}")
        if is_healthy(url):
            return url
        time.sleep(0.1)
    raise RuntimeError(f"the app did not start in {SECONDS_TO_START} seconds:\n{log.read_text(errors='replace')[-4000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the process and all it started: asked first, then made to."""
    for wish in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, wish)
            process.wait(SECONDS_TO_STOP)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
