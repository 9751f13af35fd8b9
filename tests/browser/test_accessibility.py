"""The rules of accessibility, asked of every page in both themes and languages, and the keyboard as the only way around."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from etl import store
from tests.browser.reader import settle, visit

PAGES = ["/", "/map", "/offensives", "/figures", "/briefing", "/read", "/data", "/method"]
GRAVE = ("serious", "critical")
OURS = ("heading-order", "page-has-heading-one", "empty-heading")
"""Rules of lesser weight that a page of ours answers for, and not the framework."""
FRAMEWORKS: dict[str, str] = {}
"""Rules that only Streamlit itself breaks, each with what it does; none at present."""
MOST_STOPS = 60
WIDTHS = (1920, 1280, 390)

FOCUSED = """() => { const one = document.activeElement;
  const box = one.closest('[data-testid="stElementContainer"], [data-testid="stPopover"]') || one;
  const label = one.labels && one.labels.length ? one.labels[0].textContent : '';
  return [one.tagName, one.getAttribute('role') || '', one.getAttribute('aria-label') || '', label, one.textContent,
          one.type || '', box.textContent].join(' '); }"""


def findings(page: Page) -> list[str]:
    """Return what breaks a rule at any width: the width, the rule, its weight, and the first element that breaks it."""
    return [f"{width}: {one}" for width in WIDTHS for one in findings_now(settle(resized(page, width)))]


def resized(page: Page, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    return page


def findings_now(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    held = [one for one in found if (one["impact"] in GRAVE or one["id"] in OURS) and one["id"] not in FRAMEWORKS]
    return [f"{one['id']} ({one['impact']}, {len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in held]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule(page, path, language, scheme):
    visit(page, f"{path}?lang={language}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    spoken = page.evaluate("[document.documentElement.lang, document.documentElement.dir || 'ltr']")
    assert spoken == [language, "rtl" if language == "ar" else "ltr"]
    assert findings(page) == []


@pytest.mark.parametrize(
    "address",
    [
        "/map?lang=ar&day=2020-03-06&days=30",
        "/?per_day=true&figure=nothing",
        "/data?part=sources",
        "/data?part=problems",
        "/data?part=addresses",
        "/data?known_on=2020-01-20&profile=acled",
        "/figures?known_on=2020-01-20",
    ],
)
def test_a_part_of_a_page_breaks_no_rule(page, address):
    assert findings(visit(page, address)) == []


@pytest.mark.usefixtures("built")
def test_the_evidence_of_a_figure_marks_its_words_in_their_sentence_and_breaks_no_rule(page):
    figures = store.read("figures")
    told = figures[figures["excerpt"].notna() & figures["role"].eq("recommended").fillna(False)].iloc[0]
    visit(page, f"/figures?figure={told['figure_id']}&lang=ar")
    marks = page.frame_locator('[data-testid="stIFrame"]').locator(".figure")
    expect(marks).to_have_text([told["phrase"]])
    assert findings(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_that_was_read_breaks_no_rule(page):
    visit(page, "/read").get_by_role("button", name="Use an example text").click()
    expect(page.get_by_label("Text of the report")).to_have_value(re.compile("OCHA"))
    settle(page).get_by_role("button", name="Read it").click()
    expect(page.get_by_text("This text reports").first).to_be_visible(timeout=60_000)
    assert findings(settle(page)) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_for_slow_links_breaks_no_rule(page, language):
    page.goto(f"/lite?lang={language}")
    assert [one for width in WIDTHS for one in findings_now(resized(page, width))] == []


def stops(page: Page) -> list[str]:
    """Return what the Tab key comes to, one after the other, until it starts again."""
    found: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if found and here == found[0]:
            break
        found.append(here)
    return found


@pytest.mark.parametrize(
    ("path", "controls"),
    [
        ("/", ["Overview", "Map", "العربية", "Choose what is shown", "air strike", "Show the change per day"]),
        ("/map", ["Choose what is shown", "range", "Play", "captured"]),
        ("/offensives", ["Choose what is shown", "Campaign", "Around"]),
        ("/figures", ["Known on", "Area", "Measure", "Speaker", "Role", "Download"]),
        ("/briefing", ["Area", "Audience", "Download"]),
        ("/read", ["Paste text", "Use an example text", "Text of the report", "Publisher", "Read it"]),
        ("/data", ["Part", "Table", "Download figures as CSV", "Download figures as Parquet"]),
        ("/method", ["Choose what is shown", "Choose a phrase"]),
    ],
)
def test_the_main_controls_are_reached_by_the_tab_key(page, path, controls):
    reached = stops(visit(page, path))
    assert [name for name in controls if not any(name in stop for stop in reached)] == []
