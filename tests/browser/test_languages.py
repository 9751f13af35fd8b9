"""The journey of an Arabic reader in a real browser: the switch, the deep link, the filters kept, the same numbers."""

import re

import pytest
from playwright.sync_api import Page, expect

from etl import store
from tests.browser.reader import settle, visit

ROOT = "() => [document.documentElement.lang, document.documentElement.dir, getComputedStyle(document.body).direction]"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
MONTHS = "() => [...document.querySelectorAll('.js-plotly-plot .xtick text')].map(tick => tick.textContent).join(' ')"
WORDS = """() => { const main = document.querySelector('[data-testid="stMain"]'), texts = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.closest('svg, style, canvas')) texts.push(text.data);
  }
  return texts.join(' '); }"""
SIDEBAR = """() => document.querySelector('[data-testid="stSidebar"]').getBoundingClientRect().toJSON()"""
CELLS = """() => [...document.querySelectorAll('[data-testid="stTable"] :is(th, td)')].filter(cell => cell.querySelector('p'))
  .map(cell => cell.getBoundingClientRect().right - cell.querySelector('p').getBoundingClientRect().right)"""
"""How far from the right edge of its cell each text begins."""
DIGITS = re.compile(r"\d[\d,]*\d{3}")
"""Numbers of a thousand and more: smaller ones may be words in a language with a dual."""


def numbers(page: Page) -> list[str]:
    return sorted(DIGITS.findall(page.evaluate(WORDS)))


def test_the_switch_turns_the_page_keeps_the_filters_and_turns_back(page):
    visit(page, "/?measure=idps")
    assert page.evaluate(ROOT)[2] == "ltr"
    page.get_by_role("button", name="العربية").click()
    settle(page)
    assert page.evaluate(ROOT) == ["ar", "rtl", "rtl"]
    assert "lang=ar" in page.url
    assert "measure=idps" in page.url
    expect(page.get_by_text("يعيشون في حالة نزوح")).to_be_visible()
    page.get_by_role("link", name="الأرقام").click()
    settle(page)
    assert "lang=ar" in page.url
    assert "measure=idps" in page.url
    page.get_by_role("button", name="English").click()
    settle(page)
    assert page.evaluate(ROOT) == ["en", "ltr", "ltr"]
    assert "lang=" not in page.url
    assert "measure=idps" in page.url


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/", "/offensives", "/figures"])
def test_a_deep_link_opens_in_arabic_within_the_page_with_the_switch_in_reach(page, path):
    visit(page, f"{path}?lang=ar")
    assert page.evaluate(ROOT) == ["ar", "rtl", "rtl"]
    assert page.evaluate(OVERFLOW) <= 0
    expect(page.get_by_role("button", name="English")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["/offensives", "/data", "/method"])
def test_what_stands_in_a_cell_begins_where_its_column_does(page, path):
    visit(page, f"{path}?lang=ar")
    gaps = page.evaluate(CELLS)
    assert len(gaps) > 10
    assert max(gaps) - min(gaps) <= 1


@pytest.mark.parametrize("path", ["/", "/offensives"])
def test_both_languages_show_the_same_numbers(page, path):
    visit(page, path)
    english = numbers(page)
    assert len(english) > 5
    visit(page, f"{path}?lang=ar")
    assert numbers(page) == english


@pytest.mark.parametrize("width", [390])
def test_the_folded_sidebar_is_out_of_sight_and_comes_in_from_the_right(page):
    visit(page, "/?lang=ar")
    assert page.evaluate(SIDEBAR)["left"] >= 390
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("link", name="الأرقام").click()
    settle(page)
    assert "/figures" in page.url
    assert "lang=ar" in page.url


@pytest.mark.usefixtures("built")
def test_the_words_of_a_document_keep_their_own_direction(page):
    figures = store.read("figures")
    english = figures.loc[figures["phrase"].eq("About 948,000").fillna(False), "figure_id"].iloc[0]
    visit(page, f"/figures?lang=ar&figure={english}")
    words = page.locator(".paper .lines").first
    expect(words).to_contain_text("“About 948,000”")
    assert words.evaluate("words => getComputedStyle(words).unicodeBidi") == "plaintext"


def test_days_run_from_left_to_right_and_months_are_named_in_arabic(page):
    visit(page, "/?lang=ar")
    assert "فبراير" in page.evaluate(MONTHS)
    assert page.evaluate("() => getComputedStyle(document.querySelector('.js-plotly-plot')).direction") == "ltr"


def test_pointing_at_a_mark_says_it_in_arabic(page):
    visit(page, "/?lang=ar")
    page.set_viewport_size({"width": 1280, "height": 2600})
    settle(page)
    bars = page.locator(".js-plotly-plot .barlayer .point path").last
    bars.hover(force=True)
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("الأيام نقلًا عن")


def test_a_language_there_is_not_leaves_the_address(page):
    visit(page, "/?lang=xx")
    assert "xx" not in page.url
    expect(page.get_by_text("The address asks for xx")).to_be_visible()
