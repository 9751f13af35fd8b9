"""Each choice of each page made by hand and each file taken home, in both languages, from a day in the past."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from components.wording import _, speaking
from tests.browser.reader import settle, visit
from tests.components.intake.files import WORDS

THEN = "2020-01-20"
LANGUAGES = ["en", "ar"]
CHOICES = {
    "/": {"profile": "Words read by", "measure": "Measure", "area": "Area"},
    "/map": {"profile": "Words read by", "area": "Area", "days": "Events of"},
    "/offensives": {"campaign": "Campaign"},
    "/figures": {"area": "Area", "measure": "Measure", "speaker": "Speaker", "role": "Role"},
    "/briefing": {"area": "Area", "audience": "Audience", "briefing_lang": "Language"},
    "/data": {"table": "Table", "part": "Part"},
}
"""The fields of each page that offer more than one thing on that day, by their name in the address."""


def told(sentence: str, language: str, **parts: str) -> str:
    with speaking(language):
        return _(sentence).format(**parts)


def of_then(page: Page, path: str, language: str) -> Page:
    return visit(page, f"{path}?lang={language}&known_on={THEN}")


def choose_another(page: Page, label: str) -> None:
    box = page.get_by_role("combobox", name=label, exact=True)
    if not box.is_visible():
        page.get_by_role("button", name=told("Choose what is shown", "ar")).click()
    before = box.input_value()
    box.click()
    page.get_by_role("option").filter(has_not_text=re.compile(f"^{re.escape(before)}$")).first.click()
    settle(page)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def taken_home(page: Page, button: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.path().read_bytes()


@pytest.mark.parametrize("path", CHOICES)
def test_every_choice_of_an_arabic_page_is_in_its_address_and_the_address_leads_back(page, path):
    of_then(page, path, "ar")
    for key, label in CHOICES[path].items():
        choose_another(page, told(label, "ar"))
        assert f"{key}=" in page.url
    address = page.url
    words = visit(page, address).get_by_test_id("stMain").inner_text()
    assert page.url == address
    assert f"known_on={THEN}" in address
    assert "961,300" not in words
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_narrow_the_figures_and_the_file(page, language):
    of_then(page, "/figures", language)
    box = page.get_by_role("textbox", name=told("Words", language), exact=True)
    box.fill("more than")
    box.press("Enter")
    settle(page)
    assert "words=more" in page.url
    rows = rows_of(taken_home(page, told("Download these figures as CSV", language)))
    assert rows
    assert max(row["known_from"] for row in rows) <= THEN
    assert {row["area_name"] for row in rows} == {"Northwest Syria"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_briefing_from_a_day_in_the_past_is_signed_and_taken_home(page, language):
    of_then(page, "/briefing", language)
    name = page.get_by_role("textbox", name=told("Name of the person who reviewed it", language))
    name.fill("The duty officer")
    name.press("Enter")
    page.get_by_role("button", name=told("Sign this briefing", language)).click()
    settle(page)
    data = taken_home(page, told("Download as {format}", language, format="HTML")).decode()
    assert "The duty officer" in data
    assert "961,300" not in data
    assert "350,000" in data


def test_a_table_of_a_day_in_the_past_is_taken_home(page):
    of_then(page, "/data", "ar")
    button = told("Download {table} as {format}", "ar", table="figures", format="CSV")
    assert max(row["known_from"] for row in rows_of(taken_home(page, button))) <= THEN


def test_an_arabic_reader_hands_in_a_file_and_takes_the_figures_home(page):
    visit(page, "/read?lang=ar").get_by_text(told("Upload a file", "ar"), exact=True).click()
    settle(page)
    page.locator('input[type="file"]').set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": WORDS.encode()})
    expect(page.get_by_text("a.txt").first).to_be_visible()
    settle(page).get_by_role("button", name=told("Read it", "ar"), exact=True).click()
    button = told("Download the figures as CSV", "ar")
    expect(page.get_by_role("button", name=button)).to_be_visible(timeout=60_000)
    assert rows_of(taken_home(page, button))[0]["phrase"] == "more than 800,000"
