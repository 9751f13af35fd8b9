"""Make the screenshot of the README: `python -m tests.browser.screenshot`.

It lets the app build the default crisis in a temporary folder, opens its first page, and writes what a reader sees, down to the
end of the chart.
"""

import sys
import tempfile
from pathlib import Path

from tests.browser.reader import MILLISECONDS_TO_SETTLE, chromium_path, open_chromium, open_page, settle, unroll, visit
from tests.browser.server import ROOT, serve

PICTURE = Path("components/overview.png")
BELOW = 16
"""Pixels of page below the chart."""


def take(path: Path) -> None:
    """Write a picture of the first page. Raises RuntimeError when there is no Chromium or the app does not start."""
    chromium = chromium_path()
    if chromium is None:
        raise RuntimeError("there is no Chromium on this machine")
    with tempfile.TemporaryDirectory() as folder:
        log, tables = Path(folder) / "log.txt", Path(folder) / "tables"
        with serve(tables=tables, log=log) as url, open_chromium(chromium) as browser, open_page(browser, url=url) as page:
            drawn = visit(page).locator('[data-testid="stPlotlyChart"]').first
            drawn.wait_for(timeout=MILLISECONDS_TO_SETTLE)  # until then the page may still be that of the first build
            unroll(settle(page))
            chart = drawn.bounding_box()
            clip = {"x": 0, "y": 0, "width": 1280, "height": chart["y"] + chart["height"] + BELOW}
            page.screenshot(path=path, animations="disabled", clip=clip)


if __name__ == "__main__":
    sys.stderr.write("opening the app ...\n")
    take(ROOT / PICTURE)
    sys.stdout.write(f"{PICTURE}\n")
