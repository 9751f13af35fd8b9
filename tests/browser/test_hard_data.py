"""Data that is not as it should be, as a reader meets it: no raw data to build from, a broken table, far more rows than usual."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks import crowd
from tests.browser.reader import MILLISECONDS_TO_SETTLE, complaints_of, open_page, settle, visit
from tests.browser.server import ROOT, serve

CODE = (".streamlit", "components", "etl", "data")
SIDECAR = "hnap_monthly_flows.csv.toml"
N_ROWS = 20_000
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOST_BYTES = 2_000_000
"""What one page of a large build may send, files of the app itself left out."""


def main_words(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def stripped_copy(folder: Path) -> Path:
    """Return a copy of the app in which one sidecar of the raw data is not the file it was."""
    for name in CODE:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("tables", "__pycache__"))
    for name in ("app.py", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    (path,) = (folder / "data" / "raw").rglob(SIDECAR)
    path.write_bytes(b"\xff not a sidecar")
    return folder


def test_without_data_to_build_from_every_page_says_why_in_the_readers_language(chromium: Browser, tmp_path: Path):
    root = stripped_copy(tmp_path / "copy")
    with (
        serve(tables=tmp_path / "tables", log=tmp_path / "log.txt", root=root) as url,
        open_page(chromium, url=url) as page,
    ):
        complaints = complaints_of(page)
        for path, says in (("/figures", "The dataset could not be built."), ("/?lang=ar", "تعذّر إنشاء مجموعة البيانات")):
            page.goto(path)
            expect(page.get_by_text(says)).to_contain_text(f"{SIDECAR} cannot be read", timeout=MILLISECONDS_TO_SETTLE)
            assert "Traceback" not in main_words(page)
            assert str(tmp_path) not in main_words(page)
        assert complaints == []


@pytest.fixture(scope="module")
def broken(built_tables: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tables in which each build has one broken table and is named after it."""
    folder = tmp_path_factory.mktemp("broken")
    (build,) = (path for path in built_tables.iterdir() if path.is_dir())
    for table in build.glob("*.parquet"):
        shutil.copytree(build, folder / table.stem)
        (folder / table.stem / table.name).write_bytes(b"not Parquet")
    go_live(folder, "figures")
    return folder


def go_live(folder: Path, build: str) -> None:
    (folder / "current.json").write_text(json.dumps({"build_id": build}), encoding="utf-8")


@pytest.fixture(scope="module")
def broken_url(broken: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(tables=broken, log=tmp_path_factory.mktemp("log") / "log.txt") as url:
        yield url


@pytest.mark.parametrize(
    ("table", "path", "other"),
    [
        ("figures", "/", None),
        ("claims", "/", "/figures"),
        ("series", "/", "/read"),
        ("documents", "/", None),
        ("offensives", "/offensives", None),
        ("events", "/map", None),
        ("areas", "/map", "/read"),
        ("builds", "/data", None),
        ("problems", "/data?part=problems", None),
        ("speakers", "/data?table=speakers", None),
    ],
)
def test_a_broken_table_is_a_sentence_where_it_is_needed(chromium: Browser, broken, broken_url, table, path, other):
    go_live(broken, table)
    with open_page(chromium, url=broken_url) as page:
        complaints = complaints_of(page)
        visit(page, path)
        expect(page.get_by_text("This build cannot be shown")).to_contain_text("python -m etl build")
        assert "Traceback" not in main_words(page)
        if other:
            visit(page, other)
            expect(page.get_by_text("This build cannot be shown")).to_have_count(0)
        assert complaints == []


@pytest.fixture(scope="module")
def crowded_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a build of 20,000 figures and as many events."""
    folder = tmp_path_factory.mktemp("crowded")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUZUH_DATA", str(folder / "tables"))
        crowd.build(folder / "tables", N_ROWS)
    with serve(tables=folder / "tables", log=folder / "log.txt") as url:
        yield url


@pytest.mark.parametrize("path", ["/", "/map", "/offensives", "/figures", "/data?table=events"])
def test_a_large_build_is_shown_without_an_error(chromium: Browser, crowded_url: str, path: str):
    sent = []
    with open_page(chromium, url=crowded_url) as page:
        complaints = complaints_of(page)
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sent.append(len(frame))))
        visit(page, path)
        assert "Traceback" not in main_words(page)
        assert page.evaluate(OVERFLOW) <= 0
        assert 1_000 < sum(sent) < MOST_BYTES
        assert complaints == []


def test_the_figures_of_a_large_build_are_turned_page_by_page(chromium: Browser, crowded_url: str):
    with open_page(chromium, url=crowded_url) as page:
        visit(page, "/figures")
        page.get_by_test_id("stPagination").get_by_text("2", exact=True).click()
        settle(page)
        assert "=2" in page.url
        expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_a_briefing_on_a_large_build_holds_back_and_a_shorter_period_is_composed(chromium: Browser, crowded_url: str):
    with open_page(chromium, url=crowded_url) as page:
        complaints = complaints_of(page)
        visit(page, "/briefing")
        expect(page.get_by_text("a briefing can cite")).to_be_visible()
        expect(page.get_by_test_id("stIFrame")).to_have_count(0)
        visit(page, "/briefing?from=2020-01-20&to=2020-01-24")
        expect(page.get_by_test_id("stIFrame")).to_be_visible()
        assert complaints == []
