"""Any page may be the first one a server is asked for: its address alone brings navigation and all."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import open_page, visit
from tests.browser.server import serve


@pytest.mark.parametrize("path", ["/figures", "/briefing"])
def test_a_page_opened_before_any_other_has_its_navigation(
    path: str, chromium: Browser, built_tables: Path, tmp_path: Path
) -> None:
    with (
        serve(tables=built_tables, log=tmp_path / "log.txt") as url,
        open_page(chromium, url=url, width=1280, scheme="light") as page,
    ):
        visit(page, path)
        expect(page.get_by_role("link", name="Overview")).to_be_visible()
