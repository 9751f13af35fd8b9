"""How long a reader waits for the first chart, as a ratio to a bare Streamlit page with one Plotly chart, in one run.

`python -m tests.benchmarks.bench_first_chart` prints both medians and their ratio; exit 1 when it is over the bound. Each
visit is a new reader with an empty cache. Both servers have answered once before, so neither pays for its imports.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.reader import chromium_path, open_chromium, open_page
from tests.browser.server import serve

BOUND = 1.5
VISITS = 7
MILLISECONDS = 60_000
CHART = ".js-plotly-plot .main-svg .trace"
BARE = """
import plotly.graph_objects as go
import streamlit as st

st.plotly_chart(go.Figure(go.Scatter(x=list(range(60)), y=list(range(60)))))
"""


def seconds_to_chart(browser: Browser, url: str) -> float:
    """Return how long a new reader waits until something is drawn in the first chart."""
    with open_page(browser, url=url) as page:
        begun = time.perf_counter()
        page.goto("/")
        page.wait_for_selector(CHART, state="attached", timeout=MILLISECONDS)
        return time.perf_counter() - begun


def measure(folder: Path) -> tuple[float, float]:
    """Return the median seconds of the app and of the bare page, visited in turn."""
    chromium = chromium_path()
    if chromium is None:
        raise RuntimeError("there is no Chromium on this machine")
    bare = folder / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    tables = folder / "tables"
    with (
        serve(tables=tables, log=folder / "app.txt") as app_url,
        serve(tables=tables, log=folder / "bare.txt", script=str(bare)) as bare_url,
        open_chromium(chromium) as browser,
    ):
        for url in (app_url, bare_url):
            seconds_to_chart(browser, url)
        waits = [(seconds_to_chart(browser, app_url), seconds_to_chart(browser, bare_url)) for _ in range(VISITS)]
    ours, theirs = zip(*waits, strict=True)
    return statistics.median(ours), statistics.median(theirs)


def main() -> int:
    """Print the comparison; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = measure(Path(folder))
    ratio = ours / theirs
    sys.stdout.write(f"first chart: {ours:.2f} s, bare page: {theirs:.2f} s, ratio {ratio:.2f} (bound {BOUND})\n")
    return int(ratio > BOUND)


if __name__ == "__main__":
    sys.exit(main())
