"""The map in a real browser: at both widths and in both themes, by mouse and by keyboard, and without asking anyone."""

from itertools import combinations
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import open_page, settle, visit
from tests.browser.server import serve

STYLE = "https://tiles.example/style.json"
PLAIN_STYLE = {"version": 8, "sources": {}, "layers": [{"id": "ground", "type": "background"}]}
VIEWS = ["/map", "/map?count=new_displacement-2019-12-01-persons&day=2020-03-06&days=30"]

LABELS = """() => [...document.querySelectorAll('.js-plotly-plot .annotation-text')].map(text => {
  const box = text.getBoundingClientRect();
  return {words: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom}; })"""
PLACE = """name => { const plot = document.querySelector('.js-plotly-plot'), layout = plot._fullLayout;
  const trace = plot._fullData.find(one => one.name === name), ground = plot.getBoundingClientRect();
  const last = trace.x.length - 1;
  return {x: ground.x + layout.xaxis._offset + layout.xaxis.c2p(trace.x[last]),
          y: ground.y + layout.yaxis._offset + layout.yaxis.c2p(trace.y[last]), id: trace.customdata[last]}; }"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
ASPECT = """() => { const layout = document.querySelector('.js-plotly-plot')._fullLayout;
  const px = axis => axis._length / (axis.range[1] - axis.range[0]);
  return px(layout.yaxis) / px(layout.xaxis); }"""
SLACK = 1.0


def overlapping(boxes):
    return [
        (one["words"], other["words"])
        for one, other in combinations(boxes, 2)
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > SLACK
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > SLACK
    ]


def day_shown(page):
    return page.get_by_test_id("stSliderThumbValue").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("view", VIEWS)
def test_the_map_fits_the_page_and_no_two_labels_meet(page, view, width):
    visit(page, view)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    boxes = page.evaluate(LABELS)
    assert len(boxes) > 10
    assert overlapping(boxes) == []
    assert [box["words"] for box in boxes if box["left"] < 0 or box["right"] > width] == []
    assert page.evaluate(OVERFLOW) <= 0
    assert 1.2 < page.evaluate(ASPECT) < 1.27


def test_the_drawn_map_asks_no_other_computer(page, app_url):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url)))
    visit(page, "/map")
    assert {url.netloc for url in asked if url.scheme.startswith(("http", "ws"))} == {urlsplit(app_url).netloc}


@pytest.mark.parametrize(
    ("name", "says"),
    [("left", "Speaker: HNAP"), ("came there", "Speaker: HNAP"), ("towns", "Who acted:"), ("events", "Who acted:")],
)
def test_a_click_on_a_mark_leads_to_who_said_it(page, name, says):
    visit(page, "/map")
    page.set_viewport_size({"width": 1280, "height": 2600})
    settle(page)
    place = page.evaluate(PLACE, name)
    page.mouse.move(place["x"], place["y"])
    page.wait_for_timeout(200)  # the chart learns which mark is under the pointer before it hears the click
    page.mouse.click(place["x"], place["y"])
    settle(page)
    expect(page.get_by_text(says)).to_be_visible()
    assert f"figure={place['id']}" in page.url


def test_pointing_at_a_circle_says_speaker_words_day_and_role(page):
    visit(page, "/map")
    page.set_viewport_size({"width": 1280, "height": 2600})
    settle(page)
    place = page.evaluate(PLACE, "left")
    page.mouse.move(place["x"], place["y"])
    hover = page.locator(".hoverlayer .hovertext")
    for words in ("according to HNAP", "29 Feb 2020", "Recommended:", "“"):
        expect(hover).to_contain_text(words)


def test_the_keyboard_moves_the_day_and_the_address_follows(page):
    visit(page, "/map")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    settle(page)
    assert day_shown(page) == "1 Mar 2020"
    page.wait_for_url("**day=2020-03-01**")


def test_the_keyboard_plays_and_stops_and_only_the_map_is_run_again(page):
    visit(page, "/map?day=2020-01-20")
    play = page.get_by_role("switch", name="Play")
    play.focus()
    page.keyboard.press("Space")
    expect(page.get_by_test_id("stSliderThumbValue")).not_to_have_text("20 Jan 2020")
    first = day_shown(page)
    expect(page.get_by_test_id("stSliderThumbValue")).not_to_have_text(first)
    play.focus()
    page.keyboard.press("Space")
    expect(play).not_to_be_checked()
    settle(page)
    stopped = day_shown(page)
    page.wait_for_timeout(3000)
    assert day_shown(page) == stopped


def test_on_tiles_the_browser_asks_for_the_style_of_the_setting_and_for_nothing_else(
    chromium: Browser, built_tables, tmp_path, monkeypatch
):
    monkeypatch.setenv("NUZUH_MAP_STYLE", STYLE)
    asked = []
    with serve(tables=built_tables, log=tmp_path / "log.txt") as url, open_page(chromium, url=url) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.route("https://tiles.example/**", lambda route: route.fulfill(json=PLAIN_STYLE))
        page.goto("/map")
        expect(page.locator(".js-plotly-plot .maplibregl-canvas")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("Blue discs: people")).to_be_visible()
    assert {one for one in asked if urlsplit(one).netloc not in ("", urlsplit(url).netloc)} == {STYLE}
