"""The reader of the browser tests hears what goes wrong on a page, and leaves nothing running."""

import pytest

from tests.browser.reader import complaints_of, open_page, settle, unroll, visit
from tests.browser.server import is_healthy, serve

APP = """
import time
import streamlit as st
for number in range(60):
    st.write(f"line {number}")
if st.button("again"):
    time.sleep(0.5)
    st.write("came late")
"""


@pytest.fixture
def toy_url(tmp_path):
    (tmp_path / "toy.py").write_text(APP, encoding="utf-8")
    with serve(tables=tmp_path / "tables", log=tmp_path / "log.txt", script="toy.py", root=tmp_path) as url:
        yield url


@pytest.mark.parametrize(
    ("script", "n_complaints"),
    [
        ("console.error('no such figure')", 1),
        ("setTimeout(() => { throw new Error('no such chart') }, 0)", 1),
        ("console.warn('slow')", 0),
        ("console.log('drawn')", 0),
    ],
)
def test_errors_of_a_page_are_complaints_and_remarks_are_not(chromium, script, n_complaints):
    with open_page(chromium, url="http://localhost") as page:
        complaints = complaints_of(page)
        page.set_content("<p>a page</p>")
        page.evaluate(script)
        page.wait_for_timeout(50)
    assert len(complaints) == n_complaints


def test_what_a_click_brings_late_is_waited_for(chromium, toy_url):
    with open_page(chromium, url=toy_url) as page:
        visit(page).get_by_role("button", name="again").click()
        assert settle(page).get_by_text("came late").count() == 1


@pytest.mark.parametrize("width", [1280, 390])
def test_an_unrolled_page_hides_nothing_below_the_fold(chromium, toy_url, width):
    with open_page(chromium, url=toy_url, width=width) as page:
        unroll(visit(page))
        assert page.evaluate("innerWidth") == width
        assert page.get_by_text("line 59").bounding_box()["y"] < page.viewport_size["height"]


def test_the_app_has_ended_when_its_block_has(tmp_path):
    (tmp_path / "toy.py").write_text(APP, encoding="utf-8")
    with serve(tables=tmp_path / "tables", log=tmp_path / "log.txt", script="toy.py", root=tmp_path) as url:
        assert is_healthy(url)
    assert not is_healthy(url)


def test_an_app_that_does_not_start_says_why(tmp_path):
    missing = serve(tables=tmp_path / "tables", log=tmp_path / "log.txt", script="missing.py", root=tmp_path)
    with pytest.raises(RuntimeError, match=r"missing\.py"), missing:
        pytest.fail("it started")
