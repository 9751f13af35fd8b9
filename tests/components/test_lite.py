"""The page for slow links: small, without scripts, with the numbers and filters of the overview."""

import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest

from components import captions, lite
from components.api.view import read_view
from components.lean import lean
from etl import store
from tests.components.api.conftest import client, door

__all__ = ["client", "door"]

ADDRESSES = ["/lite", "/lite?area=SY07&measure=returns", "/lite?from=2019-04-01&to=2020-06-30", "/lite?known_on=2020-02-01"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_is_small_and_asks_for_nothing_more(client, address):
    answer = client.ask(address)
    assert answer.status == 200
    assert len(answer.body) < 100_000
    assert not re.search(r"<script|<img|<iframe|<link rel=\"stylesheet|javascript:|@import|src=|\son\w+=", answer.text)
    assert "script" not in answer.headers["content-security-policy"]
    assert "@media print" in answer.text


def test_the_page_says_what_the_overview_says(client):
    page = client.ask("/lite").text
    seen = read_view({}, store.live_build())
    assert captions.opening(seen.key, seen.drawing.points[-1]) in page
    assert all(f"<td>{captions.printed(point)}</td>" in page for point in seen.drawing.points)
    assert seen.source in page


def test_every_series_of_the_crisis_fits(built):
    build = store.live_build()
    sizes = [len(lite.page({"measure": key.measure, "series": key.slug}, build)) for key in read_view({}, build).choices]
    assert max(sizes) < lite.BYTES


def test_too_many_marks_are_left_out_with_a_word_and_never_the_reports(built, monkeypatch):
    monkeypatch.setattr(lite, "BYTES", 45_000)
    page = lite.page({}, store.live_build())
    assert b"left out of this drawing" in page
    assert b"961,300" in page


def test_the_form_keeps_what_was_chosen(client):
    page = client.ask("/lite?area=SY07&measure=returns&from=2019-06-01").text
    assert '<option value="SY07" selected>' in page
    assert '<option value="returns" selected>' in page
    assert 'name="from" value="2019-06-01"' in page


def test_what_the_new_area_does_not_have_is_replaced_with_a_note(client):
    answer = client.ask("/lite?area=SY07&measure=killed&series=2019-12-01-persons-origin&from=&to=&known_on=")
    assert answer.status == 200
    assert "there is no series of killed here" in answer.text


def test_a_period_without_reports_is_a_gap(client):
    page = client.ask("/lite?from=2019-09-01&to=2019-09-30").text
    assert "That is a gap, not a zero." in page


def test_other_peoples_words_never_become_markup(built, tmp_path, monkeypatch):
    from etl import tables

    frames = {name: store.read(name) for name in tables.TABLES}
    hostile = "<script>alert(1)</script>"
    for name in ("figures", "series", "claims"):
        frames[name]["speaker"] = frames[name]["speaker"].where(frames[name]["speaker"] != "CCCM Cluster", hostile)
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    with store.new_build("hostile") as build:
        for name, frame in frames.items():
            build.write(tables.TABLES[name], frame)
    page = lite.page({}, "hostile").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def words_of(svg: str) -> list[str]:
    return "".join(ET.fromstring(svg.replace(" xlink:", " ")).itertext()).split()


def test_a_lean_drawing_has_the_same_marks_and_words(built):
    from components.briefing import chart

    drawing = read_view({"from": date(2019, 12, 1)}, store.live_build()).drawing
    whole = chart.svg(drawing)
    small = lean(whole)
    assert len(small) < len(whole) * 0.7
    marks = [re.findall(r"<(?:use|path|rect|text)\b", text) for text in (whole, small)]
    assert sorted(marks[0]) == sorted(marks[1])
    assert words_of(whole) == words_of(re.sub(r"<style>\..*?</style>", "", small))
    referred = set(re.findall(r'(?:href="#|url\(#)([^")]*)', small))
    assert referred == set(re.findall(r' id="([^"]*)"', small))


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_page_in_arabic_runs_from_right_to_left_with_the_same_numbers(client, address):
    joined = f"{address}{'&' if '?' in address else '?'}lang=ar"
    english, arabic = client.ask(address), client.ask(joined)
    assert arabic.status == 200
    assert '<html lang="ar" dir="rtl">' in arabic.text
    assert arabic.headers["content-language"] == "ar"
    assert len(arabic.body) < 100_000
    numbers = set(re.findall(r"<td>[^<]*?([\d,]{5,})[^<]*</td>", english.text))
    assert numbers
    assert all(number in arabic.text for number in numbers)


def test_the_page_offers_itself_in_the_other_language_and_the_form_keeps_it(client):
    assert 'hreflang="ar" lang="ar">العربية</a>' in client.ask("/lite").text
    page = client.ask("/lite?area=SY07&lang=ar").text
    assert '<input type="hidden" name="lang" value="ar">' in page
    assert 'href="?area=SY07&amp;lang=en"' in page


def test_a_language_there_is_not_is_refused(client):
    assert client.ask("/lite?lang=xx").status == 400


def test_the_feed_has_the_words_of_its_language_and_the_documents_own(client):
    feed = client.ask("/feed.xml?lang=ar&entries=5").text
    assert 'xml:lang="ar"' in feed
    assert "أرقام جديدة" in feed
