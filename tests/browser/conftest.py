"""The running app and a real browser, for the tests of this folder.

`page` is a page of the app at `width` by `scheme`; parametrise a test with either to have it run for each. Console errors and
uncaught errors of a page fail its test. A failed test leaves a screenshot in its temporary folder.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reader import chromium_path, complaints_of, open_chromium, open_page
from tests.browser.server import serve

HERE = Path(__file__).parent
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember for the page's fixture whether the test failed."""
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def app_url(built_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app on a build of the default crisis."""
    with serve(tables=built_tables, log=tmp_path_factory.mktemp("app") / "log.txt") as url:
        yield url


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A running Chromium. Not longer than this folder: its event loop must not be running under other tests."""
    path = chromium_path()
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    with open_chromium(path) as browser:
        yield browser


@pytest.fixture
def width() -> int:
    """The width of the page in pixels."""
    return 1280


@pytest.fixture
def scheme() -> str:
    """The colour scheme the reader prefers: light or dark."""
    return "light"


@pytest.fixture
def page(
    chromium: Browser, app_url: str, width: int, scheme: str, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page of the app; call `visit(page, path)` of `tests.browser.reader` to go somewhere and wait until it is drawn."""
    with open_page(chromium, url=app_url, width=width, scheme=scheme) as one:
        complaints = complaints_of(one)
        yield one
        if request.node.stash.get(FAILED, True):
            one.screenshot(path=tmp_path / "failed.png")
    assert complaints == []
