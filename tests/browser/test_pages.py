"""Every page in a real browser: no console error (the fixture asserts it), the chart is there, nothing overlaps."""

import csv
import io
from itertools import combinations
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import MILLISECONDS_TO_SETTLE, open_page, settle, visit
from tests.browser.server import serve

WIDTHS = [1280, 390]
SCHEMES = ["light", "dark"]
VIEWS = [
    "/",
    "/?lang=ar",
    "/?series=2019-11-01-persons-origin",
    "/?measure=idps",
    "/?area=SY07&series=month-movements-destination",
]

LABELS = """() => [...document.querySelectorAll('.js-plotly-plot')]
  .flatMap(plot => [...plot.querySelectorAll('.annotation-text, .xtick text, .ytick text')])
  .filter(text => text.textContent.trim() && text.getClientRects().length)
  .map(text => { const box = text.getBoundingClientRect(), chart = text.closest('.js-plotly-plot').getBoundingClientRect();
                 return {words: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
                         isCut: box.left < chart.left || box.right > chart.right}; })"""

PLACE = """name => { const plot = document.querySelector('.js-plotly-plot'), layout = plot._fullLayout;
  const trace = plot._fullData.find(one => one.name === name), last = trace.x.length - 1;
  const y = layout[trace.yaxis === 'y2' ? 'yaxis2' : 'yaxis'], ground = plot.getBoundingClientRect();
  return {x: ground.x + layout.xaxis._offset + layout.xaxis.c2p(layout.xaxis.d2c(trace.x[last])),
          y: ground.y + y._offset + y.c2p(trace.y[last]), id: trace.customdata[last]}; }"""

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

SLACK = 1.0
"""Pixels two boxes may share: the space around letters, not letters."""


def overlapping(boxes):
    return [
        (one["words"], other["words"])
        for one, other in combinations(boxes, 2)
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > SLACK
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > SLACK
    ]


def click_mark(page: Page, name: str) -> str:
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    page.set_viewport_size({"width": 1280, "height": 2600})
    settle(page)
    place = page.evaluate(PLACE, name)
    page.mouse.move(place["x"], place["y"])
    page.wait_for_timeout(200)  # the chart learns which mark is under the pointer before it hears the click
    page.mouse.click(place["x"], place["y"])
    settle(page)
    return place["id"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_the_overview_shows_its_chart_and_no_two_labels_meet(page, view, width):
    visit(page, view)
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    boxes = page.evaluate(LABELS)
    assert len(boxes) > 10
    assert overlapping(boxes) == []
    assert [box["words"] for box in boxes if box["left"] < 0 or box["right"] > width or box["isCut"]] == []
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_figures_are_a_table_that_fits_the_page(page):
    visit(page, "/")
    if page.get_by_test_id("stExpandSidebarButton").is_visible():
        page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="Figures").click()
    settle(page)
    expect(page.get_by_role("heading", name="Figures")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    assert page.evaluate(OVERFLOW) <= 0


def test_a_dark_reader_gets_a_dark_chart(chromium: Browser, app_url: str):
    grounds = {}
    for scheme in SCHEMES:
        with open_page(chromium, url=app_url, scheme=scheme) as page:
            visit(page, "/")
            grounds[scheme] = page.evaluate("() => document.querySelector('.js-plotly-plot')._fullLayout.paper_bgcolor")
    assert grounds["dark"] != grounds["light"]


@pytest.mark.parametrize(
    ("name", "says"), [("recommended", "Speaker: CCCM Cluster"), ("events", "Who acted:"), ("offensives", "Parties:")]
)
def test_a_click_on_a_mark_leads_to_who_said_it_and_the_link(page, name, says):
    visit(page, "/")
    expect(page.get_by_text("Click a mark to see who said it")).to_be_visible()
    if name == "offensives":
        page.locator(".js-plotly-plot .barlayer .point path").last.click(force=True)
        settle(page)
    else:
        click_mark(page, name)
    expect(page.get_by_text(says)).to_be_visible()
    assert page.get_by_role("link", name="Open the document").get_attribute("href").startswith("http")


def test_pointing_at_a_mark_says_speaker_words_and_role(page):
    visit(page, "/")
    page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    page.set_viewport_size({"width": 1280, "height": 2600})
    settle(page)
    place = page.evaluate(PLACE, "recommended")
    page.mouse.move(place["x"], place["y"])
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("as of 3 Mar 2020")
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("Recommended:")


def test_a_choice_is_in_the_address_and_goes_along_to_the_table(page):
    visit(page, "/?measure=idps")
    page.get_by_role("link", name="Figures").click()
    settle(page)
    assert "measure=idps" in page.url
    page.get_by_role("link", name="Overview").click()
    settle(page)
    assert "measure=idps" in page.url
    expect(page.get_by_text("were living in displacement")).to_be_visible()


def test_a_value_the_address_asks_for_in_vain_leaves_the_address(page):
    visit(page, "/?area=nowhere")
    assert "nowhere" not in page.url
    expect(page.get_by_text("The address asks for nowhere")).to_be_visible()


def test_a_selected_row_shows_its_evidence_and_is_in_the_address(page):
    visit(page, "/")
    page.get_by_role("link", name="Figures").click()
    settle(page)
    table = page.get_by_test_id("stDataFrame").bounding_box()
    page.mouse.click(table["x"] + 22, table["y"] + 55)  # the box at the start of the first row; the table is drawn, not built
    settle(page)
    assert "figure=" in page.url
    expect(page.get_by_text("Published by:")).to_be_visible()


def test_a_reader_of_a_fresh_copy_is_told_of_the_build_and_then_sees_the_page(chromium: Browser, tmp_path: Path):
    tables = tmp_path / "tables"
    tables.mkdir()
    lock = FileLock(tables / ".lock")
    with lock, serve(tables=tables, log=tmp_path / "log.txt") as url, open_page(chromium, url=url) as page:
        page.goto("/")
        expect(page.get_by_text("is being built")).to_be_visible(timeout=MILLISECONDS_TO_SETTLE)
        lock.release()
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=MILLISECONDS_TO_SETTLE)


def test_the_download_holds_exactly_what_is_on_screen(page):
    visit(page, "/?measure=idps")
    page.get_by_role("link", name="Figures").click()
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these figures as CSV").click()
    data = download.value.path().read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    expect(page.get_by_text(f"{len(rows)} of ")).to_be_visible()
    assert data.startswith(b"\xef\xbb\xbf")
    assert "idps" in download.value.suggested_filename
    assert {row["measure"] for row in rows} == {"idps"}
    assert all(row["speaker"] and row["publisher"] and row["licence"] for row in rows)
