"""A reader at the app: the system's Chromium, a page of a given width and colour scheme, and patience until it is drawn."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHTS = {1280: 900, 390: 844}
MILLISECONDS_TO_SETTLE = 60_000
MILLISECONDS_TO_HEAR = 200
"""How long a click takes to reach the script; before that, the page still looks settled."""


def chromium_path() -> str | None:
    """Return where the system's Chromium is, or None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_chromium(path: str) -> Iterator[Browser]:
    """Yield a running Chromium; it has ended when the block has."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(browser: Browser, *, url: str, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
    """Yield a page that a reader of that width and colour scheme would have; `page.goto("/")` is the app's first page."""
    context = browser.new_context(
        base_url=url,
        viewport={"width": width, "height": HEIGHTS.get(width, 900)},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="en-GB",
        reduced_motion="reduce",
        timezone_id="UTC",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def complaints_of(page: Page) -> list[str]:
    """Return a list that fills with every console error and every uncaught error of the page from now on."""
    found: list[str] = []
    page.on("console", lambda message: found.append(f"{message.text} {message.location['url']}") if is_error(message) else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def is_error(message: ConsoleMessage) -> bool:
    """Return whether a line of the console is an error."""
    return message.type == "error"


def settle(page: Page) -> Page:
    """Return the page once the script has run to its end, nothing on it is stale, and every chart is drawn."""
    page.wait_for_timeout(MILLISECONDS_TO_HEAR)
    app = page.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=MILLISECONDS_TO_SETTLE)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=MILLISECONDS_TO_SETTLE)
    expect(page.locator('[data-stale="true"]')).to_have_count(0, timeout=MILLISECONDS_TO_SETTLE)
    expect(page.locator('[data-testid="stSkeleton"]')).to_have_count(0, timeout=MILLISECONDS_TO_SETTLE)
    page.wait_for_function(
        """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every(c => c.querySelector('.main-svg'))""",
        timeout=MILLISECONDS_TO_SETTLE,
    )
    return page


def visit(page: Page, path: str = "/") -> Page:
    """Return the page after it went to the path and settled there."""
    page.goto(path)
    return settle(page)


def unroll(page: Page) -> Page:
    """Return the page made as high as what it holds: the app scrolls inside itself, so a picture would end at the fold."""
    height = page.evaluate("""document.querySelector('[data-testid="stMain"]').scrollHeight""")
    page.set_viewport_size({"width": page.viewport_size["width"], "height": height})
    return settle(page)
