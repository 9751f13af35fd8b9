"""Time travel, rule profiles, conflicts and the meanwhile as a reader meets them: by link, by click, at every width and theme."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import settle, visit
from tests.browser.test_pages import LABELS, OVERFLOW, SCHEMES, WIDTHS, overlapping

LAST_POINT = """name => { const line = document.querySelector('.js-plotly-plot')._fullData.find(one => one.name === name);
  const last = line.x.length - 1; return {day: String(line.x[last]).slice(0, 10), count: line.y[last]}; }"""
N_OPEN_SIDES = """() => document.querySelector('.js-plotly-plot')._fullData.find(one => one.name === 'open side').x.length"""
VIEWS = [
    "/?known_on=2020-01-20&per_day=true",
    "/?profile=acled&figure=749811100cdfd07a",
    "/offensives",
    "/offensives?known_on=2020-01-20&campaign=nw-2019",
    "/figures?known_on=2020-03-01&figure=749811100cdfd07a",
]


def all_words(page: Page) -> str:
    charts = page.evaluate("() => [...document.querySelectorAll('.js-plotly-plot')].map(c => JSON.stringify(c.layout)).join()")
    return page.locator('[data-testid="stMain"]').inner_text() + charts


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_fits_the_page_and_no_two_labels_of_its_charts_meet(page, view, width):
    visit(page, view)
    boxes = page.evaluate(LABELS)
    assert boxes
    assert overlapping(boxes) == []
    assert [box["words"] for box in boxes if box["left"] < 0 or box["right"] > width] == []
    assert page.evaluate(OVERFLOW) <= 0


def test_a_link_to_a_day_shows_350000_as_the_last_point_and_says_nothing_of_saraqebs_fall(page):
    visit(page, "/?known_on=2020-01-20")
    expect(page.get_by_text("As known on 20 Jan 2020")).to_be_visible()
    assert page.evaluate(LAST_POINT, "recommended line") == {"day": "2020-01-16", "count": 350_000}
    assert "Saraqeb" not in all_words(page)
    assert "known_on=2020-01-20" in page.url


def test_the_day_goes_along_to_every_page_and_into_the_download(page):
    visit(page, "/?known_on=2020-01-20")
    page.get_by_role("link", name="Offensives").click()
    settle(page)
    expect(page.get_by_text("As known on 20 Jan 2020")).to_be_visible()
    page.get_by_role("link", name="Figures").click()
    settle(page)
    assert "known_on=2020-01-20" in page.url
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these figures as CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"), newline="")))
    assert "known-on-2020-01-20" in download.value.suggested_filename
    assert max(row["known_from"] for row in rows) <= "2020-01-20"


def test_choosing_a_profile_changes_the_band_and_is_named_in_words_and_address(page):
    visit(page, "/")
    before = page.evaluate(N_OPEN_SIDES)
    page.get_by_role("button", name="Choose what is shown").click()
    page.get_by_role("combobox", name="Words read by").click()
    page.get_by_role("option", name="emdat").click()
    settle(page)
    assert page.evaluate(N_OPEN_SIDES) < before
    assert "profile=emdat" in page.url
    expect(page.get_by_text("Words are read by profile emdat")).to_be_visible()


def test_the_change_per_day_appears_at_a_toggle_and_stays_in_the_address(page):
    visit(page, "/")
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    page.get_by_text("Show the change per day").click()
    settle(page)
    expect(page.locator(".js-plotly-plot")).to_have_count(2)
    assert "per_day=true" in page.url


def test_what_came_since_leads_to_the_words_of_a_figure(page):
    visit(page, "/?known_on=2020-01-20")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="961,300").click()
    figure = settle(opened.value)
    expect(figure.get_by_text("Speaker: CCCM Cluster")).to_be_visible()
    assert "known_on" not in figure.url


def test_a_surge_leads_to_its_figures(page):
    visit(page, "/")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="figure 1").first.click()
    expect(settle(opened.value).get_by_text("Counts: people")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_row_of_the_events_leads_to_who_says_so(page):
    visit(page, "/offensives")
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 22, box["y"] + 55)  # the box at the start of the first row; the table is drawn, not built
    settle(page)
    assert "figure=" in page.url
    expect(page.get_by_text("Who acted:")).to_be_visible()


def test_around_another_phase_the_meanwhile_is_another(page):
    visit(page, "/offensives?around=nw-winter-m5")
    expect(page.get_by_text("at least 589,500").first).to_be_visible()
    around = page.get_by_role("combobox", name="Around")
    around.click()
    around.fill("Western Aleppo")
    expect(page.get_by_role("option", name="Western Aleppo (from 28 Jan 2020)")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page)
    assert "around=nw-winter-west-aleppo" in page.url
    expect(page.get_by_text("at least 589,500")).to_have_count(0)
