"""The pages that let a reader check the work, driven as a reader would: read a report, take the data, try the rules."""

import csv
import io
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from playwright.sync_api import Browser, Page, expect

from etl import store
from tests.browser.reader import MILLISECONDS_TO_SETTLE, complaints_of, open_page, settle, visit
from tests.browser.server import serve
from tests.components.intake.files import HOSTILE, WORDS, docx_of, html_of, pdf_of, zipped

WIDTHS = [1280, 390]
SCHEMES = ["light", "dark"]
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGES = {"/read": "Read a report", "/data": "Data", "/method": "Method"}


def read_it(page: Page, says: str) -> Page:
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text(says).first).to_be_visible(timeout=MILLISECONDS_TO_SETTLE)
    return settle(page)


def pasted(page: Page, text: str, says: str = "This text reports") -> Page:
    visit(page, "/read").get_by_label("Text of the report").fill(text)
    return read_it(page, says)


def handed_in(page: Page, name: str, content: bytes, says: str) -> Page:
    visit(page, "/read").get_by_text("Upload a file", exact=True).click()
    settle(page)
    page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.get_by_text(name).first).to_be_visible()
    return read_it(settle(page), says)


def marked_text(page: Page) -> str:
    return page.frame_locator('[data-testid="stIFrame"]').locator("main").inner_text()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_each_page_fits_the_screen(page, path, width):
    visit(page, path)
    expect(page.get_by_role("heading", level=1, name=PAGES[path])).to_be_visible()
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_example_is_read_and_marked(page, width):
    visit(page, "/read").get_by_role("button", name="Use an example text").click()
    settle(page)
    read_it(page, "This text reports")
    marks = page.frame_locator('[data-testid="stIFrame"]').locator(".figure")
    expect(marks).to_have_text(["more than 800,000", "some 142,000", "60 per cent", "Tens of thousands", "300,000"])
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", WORDS.encode()), ("a.html", html_of(WORDS)), ("a.pdf", pdf_of(WORDS)), ("a.docx", docx_of(WORDS))],
)
def test_a_file_is_handed_in_read_and_taken_home_as_csv(page, name, content):
    handed_in(page, name, content, "This text reports")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the figures as CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_bytes().decode("utf-8-sig"), newline="")))
    assert (rows[0]["phrase"], rows[0]["people_low"], rows[0]["speaker"]) == ("more than 800,000", "800000", "OCHA")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"%PDF-1.4 no", "not a PDF that can be read"),
        ("a.docx", zipped(a=b"0" * 41_000_000), "unfolds to far more than a report holds"),
        ("a.txt", b"   ", "it is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(page, name, content, says):
    handed_in(page, name, content, says)
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_file_that_is_too_large_is_not_taken(page):
    visit(page, "/read").get_by_text("Upload a file", exact=True).click()
    settle(page)
    page.locator('input[type="file"]').set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"a" * 2_200_000})
    expect(page.get_by_text("2.0MB or smaller").or_(page.get_by_text("must be 2"))).to_be_visible()


@pytest.mark.parametrize("name", [None, "a.txt", "a.html", "a.docx"])
def test_hostile_words_run_nothing_and_ask_for_nothing(page, app_url, name):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"dialog {dialog.message}"))
    text = f"{WORDS} {HOSTILE}"
    if name is None:
        pasted(page, text)
    else:
        content = {"a.txt": text.encode(), "a.html": html_of(text), "a.docx": docx_of(text)}[name]
        handed_in(page, name, content, "This text reports")
    page.wait_for_timeout(500)
    ours = (app_url, app_url.replace("http", "ws"), "data:", "blob:")
    assert [url for url in asked if not url.startswith(ours)] == []
    assert page.title() != "run"
    assert page.frame_locator('[data-testid="stIFrame"]').locator("img, script, link, iframe").count() == 0
    if name != "a.html":
        assert HOSTILE in marked_text(page)


def test_what_one_reader_hands_in_no_other_sees(chromium: Browser, page, app_url):
    pasted(page, WORDS)
    with open_page(chromium, url=app_url) as other:
        visit(other, "/read")
        expect(other.get_by_text("This text reports")).to_have_count(0)
        assert other.get_by_label("Text of the report").input_value() == ""
    page.get_by_role("button", name="Forget it").click()
    settle(page)
    expect(page.get_by_text("This text reports")).to_have_count(0)


def test_a_table_is_chosen_by_the_address_turned_and_taken_home(page, built_tables: Path):
    visit(page, "/data?table=events")
    expect(page.get_by_role("heading", name="Dictionary of events")).to_be_visible()
    for form, rows in (("CSV", _csv_rows), ("Parquet", lambda data: pq.read_table(io.BytesIO(data)).num_rows)):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download events as {form}").click()
        assert rows(download.value.path().read_bytes()) == _n_rows(built_tables, "events")
    page.get_by_test_id("stPagination").get_by_text("2", exact=True).click()
    settle(page)
    assert "page-of-events=2" in page.url


def _csv_rows(data: bytes) -> int:
    return len(list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))))


def _n_rows(tables: Path, name: str) -> int:
    (path,) = tables.glob(f"*/{name}.parquet")
    return pq.read_metadata(path).num_rows


@pytest.mark.parametrize("part", ["sources", "problems", "build", "addresses"])
def test_a_part_of_the_data_is_a_link(page, part):
    visit(page, f"/data?part={part}")
    expect(page.get_by_text("Dictionary of")).to_have_count(0)
    assert f"part={part}" in page.url


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("hundreds of thousands", "Read as the rule plural_100000"),
        ("people fled", "No number and no vague"),
        ("<img src=x onerror=x>", "No number and no vague"),
    ],
)
def test_a_reader_types_words_of_their_own(page, phrase, says):
    box = visit(page, "/method").get_by_role("combobox")
    box.click()  # an open list takes what is typed; a closed one only looks as if it did
    box.fill(phrase)
    expect(page.get_by_role("option").first).to_contain_text(phrase)
    box.press("Enter")
    settle(page)
    expect(page.get_by_text(says)).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_a_broken_build_is_a_sentence_on_every_page(chromium: Browser, built_tables: Path, tmp_path: Path, path, monkeypatch):
    tables = tmp_path / "tables"
    shutil.copytree(built_tables, tables)
    monkeypatch.setenv("NUZUH_DATA", str(tables))
    for name in ("figures", "builds"):
        (tables / str(store.live_build()) / f"{name}.parquet").write_bytes(b"not Parquet")
    with serve(tables=tables, log=tmp_path / "log.txt") as url, open_page(chromium, url=url) as page:
        complaints = complaints_of(page)
        visit(page, path)
        expect(page.get_by_text("This build cannot be shown")).to_be_visible()
        expect(page.get_by_text("Traceback")).to_have_count(0)
        assert complaints == []
