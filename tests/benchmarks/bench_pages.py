"""How long a warm rerun of each page takes, as a ratio to a bare Streamlit page with as many ready-made charts, in one run.

    python -m tests.benchmarks.bench_pages [ROWS]

Measures the default dataset with one reader, then with twenty at once who each look at the page for one to three seconds before
the next rerun, then a dataset grown to ROWS figures and as many events (1,000,000 unless told). Both servers are asked in turn
over their own websockets, on loopback. Exit 1 over a bound: 3 times the bare page, 6 times it on the grown dataset, 300 kB a
chart, and for twenty readers a 95th percentile of 6 times one reader's median.
"""

import os
import random
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from etl import pipeline
from tests.benchmarks import crowd
from tests.benchmarks.visitor import Visitor, visit
from tests.browser.server import serve

RATIO, RATIO_GROWN, RATIO_CROWD = 3.0, 6.0, 6.0
CHART_BYTES = 300_000
PAIRS = 40
RUNS = 9
READERS = 20
PROCESSES = 4
"""Processes the readers are spread over, so that what they do with an answer does not hold up the next one's."""
SECONDS_TO_OPEN = 5.0
THINKING = (1.0, 3.0)
"""Seconds a reader looks at a page before asking for the next, drawn evenly: people at work do not click in step."""
BARE = """
import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def chart():
    return go.Figure(go.Scatter(x=list(range(60)), y=list(range(60))))


for number in range(int(st.query_params.get("charts", "0"))):
    st.plotly_chart(chart(), key=str(number))
"""


def pages(url: str, bare_url: str, bound: float) -> bool:
    """Print each page's ratio and largest chart; return whether all keep the bounds."""
    kept = True
    with visit(url) as reader, visit(bare_url) as bare:
        reader.run()
        for page in list(reader.pages):
            first, second = reader.run(page), reader.run(page)
            problems = first.problems + second.problems
            n_charts = len(second.charts)
            ours, theirs = warm(reader, page, bare, n_charts)
            largest = max(first.charts + second.charts, default=0)
            is_kept = ours <= bound * theirs and largest <= CHART_BYTES and not problems
            kept &= is_kept
            sys.stdout.write(
                f"{page or 'overview'}: first {first.seconds:.2f} s, warm {ours * 1000:.0f} ms, bare page with {n_charts} charts "
                f"{theirs * 1000:.0f} ms, ratio {ours / theirs:.1f}; largest chart {largest / 1000:.0f} kB"
                f"{'' if is_kept else ', over the bound'} {' '.join(problems)}\n"
            )
    return kept


def warm(reader: Visitor, page: str, bare: Visitor, n_charts: int) -> tuple[float, float]:
    """Return the mean seconds of a rerun of the page and of the bare page, asked in turn.

    Streamlit sends what is ready every five milliseconds, so that a run takes a beat more or less by chance: a median of the
    bare page would be one of two values.
    """
    query = f"charts={n_charts}"
    bare.run(query=query)
    pairs = [(reader.run(page).seconds, bare.run(query=query).seconds) for _ in range(PAIRS)]
    ours, theirs = zip(*pairs, strict=True)
    return statistics.fmean(ours), statistics.fmean(theirs)


def readers(url: str) -> bool:
    """Print the 95th percentile of twenty readers' reruns beside one reader's median; return whether it keeps the bound."""
    with visit(url) as reader:
        reader.run()
        reader.run()
        alone = statistics.median(reader.run().seconds for _ in range(RUNS))
    groups = [range(first, READERS, PROCESSES) for first in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        seconds = [one for group in pool.map(partial(read, url), groups) for one in group]
    p95 = statistics.quantiles(seconds, n=20)[-1]
    sys.stdout.write(
        f"{READERS} readers: 95th percentile {p95 * 1000:.0f} ms of {len(seconds)} reruns, "
        f"one reader's median {alone * 1000:.0f} ms, ratio {p95 / alone:.1f}\n"
    )
    return len(seconds) == READERS * RUNS and p95 <= RATIO_CROWD * alone


def read(url: str, numbers: Iterable[int]) -> list[float]:
    """Return the seconds of the reruns of some readers, each on a thread of its own, in a process apart from the server's."""
    with ThreadPoolExecutor(READERS) as pool:
        return [one for reader in pool.map(partial(read_alone, url), numbers) for one in reader]


def read_alone(url: str, number: int) -> list[float]:
    """Return the seconds of each rerun of one reader, who looks at the page for a while before each."""
    chance, thinking = random.Random(number), threading.Event()
    with visit(url) as reader:
        reader.run()
        thinking.wait(SECONDS_TO_OPEN)  # until all have opened the page: what is measured is reruns
        seconds = []
        for _ in range(RUNS):
            thinking.wait(chance.uniform(*THINKING))
            seconds.append(reader.run().seconds)
        return seconds


def main(n_rows: int) -> int:
    """Print the comparisons; return the exit code."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bare = folder / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        small, grown = folder / "default", folder / "grown"
        os.environ["NUZUH_DATA"] = str(small)
        pipeline.build()
        crowd.build(grown, n_rows)
        kept = True
        with serve(tables=small, log=folder / "bare.txt", script=str(bare)) as bare_url:
            for tables, bound in ((small, RATIO), (grown, RATIO_GROWN)):
                sys.stdout.write(f"{tables.name} dataset\n")
                with serve(tables=tables, log=folder / f"{tables.name}.txt") as url:
                    kept &= pages(url, bare_url, bound)
                    kept &= readers(url) if tables == small else True
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else crowd.ROWS))
