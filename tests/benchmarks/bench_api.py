"""Fifty clients at once on loopback, and the page for slow links against a warm rerun of the overview.

    python -m tests.benchmarks.bench_api

Exit 1 when any answer is an error, or when a warm `/lite` takes longer than a warm rerun of the overview page.
"""

import os
import statistics
import sys
import tempfile
import time
import urllib.error
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from streamlit.testing.v1 import AppTest

from etl import pipeline
from tests.benchmarks.door import Door, open_door

CLIENTS = 50
TURNS = 5
RUNS = 15
ROOT = Path(__file__).resolve().parents[2]
ADDRESSES = (
    "/lite",
    "/lite?area=SY07",
    "/feed.xml",
    "/healthz",
    "/api/v1/series.csv?area=SY-NW",
    "/api/v1/figures.json?limit=100",
    "/api/v1/figures.csv?for=people&hxl=true",
    "/api/v1/figures.csv?known_on=2020-02-01",
    "/api/v1/series.xlsx",
    "/api/v1/package.zip",
    "/api/v1/chart.png",
    "/api/v1/openapi.json",
)


def median_seconds(work: Callable[[], object]) -> float:
    """Return the median of some runs after one that warms up."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def visit(door: Door, client: int) -> list[str]:
    """Return the errors one client met: it asks for every address in turn, each client from another one on."""
    errors = []
    for turn in range(TURNS):
        address = ADDRESSES[(client + turn) % len(ADDRESSES)]
        try:
            door.download(address, packed=True)
        except (urllib.error.URLError, ConnectionError, TimeoutError) as error:
            errors.append(f"{address}: {error}")
    return errors


def crowd(door: Door) -> tuple[list[str], float]:
    """Return all errors of the clients, and the answers a second."""
    start = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        found = [error for errors in clients.map(lambda k: visit(door, k), range(CLIENTS)) for error in errors]
    return found, CLIENTS * TURNS / (time.perf_counter() - start)


def main() -> int:
    """Print what was measured; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NUZUH_DATA"] = folder
        pipeline.build()
        with open_door(Path(folder)) as door:
            errors, rate = crowd(door)
            lite = median_seconds(lambda: door.download("/lite"))
        page = AppTest.from_file(str(ROOT / "components" / "shell.py"), default_timeout=60)
        overview = median_seconds(page.run)
    sys.stdout.write(f"{CLIENTS} clients at once: {CLIENTS * TURNS} answers, {rate:.0f} a second, {len(errors)} errors\n")
    sys.stdout.write("".join(f"  {error}\n" for error in errors[:10]))
    sys.stdout.write(f"/lite {lite * 1000:.0f} ms, overview {overview * 1000:.0f} ms, ratio {lite / overview:.2f} (bound 1)\n")
    return int(bool(errors) or lite > overview)


if __name__ == "__main__":
    sys.exit(main())
