"""Health, feed, chart and description: what stands beside the tables."""

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest
import streamlit as st

from components import api, data, selection
from components.api import rows
from components.api.openapi import description
from components.api.view import read_view
from components.briefing.material import Asked, read_material
from etl import store, tables
from etl.select import Selection, select

ATOM = "{http://www.w3.org/2005/Atom}"
PNG = b"\x89PNG\r\n\x1a\n"


def test_health_says_how_old_the_build_is_and_how_fresh_its_sources(client):
    answer = client.ask("/healthz")
    told, build = answer.json(), store.read("builds").iloc[0]
    assert told["build_id"] == build["build_id"]
    age = (datetime.now(UTC) - build["finished_at"].to_pydatetime()).total_seconds()
    assert 0 <= told["age_seconds"] <= age
    documents = store.read("documents")
    assert {one["source"]: one["n_documents"] for one in told["sources"]} == documents["source"].value_counts().to_dict()
    assert answer.headers["cache-control"] == "no-store"


def test_the_feed_is_atom_with_the_last_known_figures_first(client):
    root = ET.fromstring(client.ask("/feed.xml?entries=20").body)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 20
    updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert updated == sorted(updated, reverse=True)
    assert updated[0].startswith(str(select("figures", Selection())["known_from"].max()))
    for element in (root, *entries):
        assert all(element.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated"))
    assert all(entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries)
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 20


def test_the_feed_has_the_filters_of_the_tables(client):
    root = ET.fromstring(client.ask("/feed.xml?measure=killed&entries=200").body)
    terms = {entry.find(f"{ATOM}category").get("term") for entry in root.findall(f"{ATOM}entry")}
    assert terms == {"killed"}


def test_the_chart_carries_its_title_and_source(client):
    seen = read_view({}, store.live_build())
    words = " ".join("".join(ET.fromstring(client.ask("/api/v1/chart.svg").body).itertext()).split())
    assert seen.drawing.title.words in words
    assert all(word in words for word in re.findall(r"\w+", seen.source))
    assert client.ask("/api/v1/chart.png").body.startswith(PNG)


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_same_chart_has_the_same_bytes(client, form):
    from components.api.image import picture

    seen = read_view({}, store.live_build())
    assert picture(seen, form) == picture(seen, form) == client.ask(f"/api/v1/chart.{form}").body


def test_the_chart_and_the_overview_show_the_same_view(built):
    seen = read_view({}, store.live_build())
    shown = data.view(seen.key, None, None)
    assert (seen.drawing.first, seen.drawing.last) == (shown.first, shown.last)
    assert [point["value"] for point in seen.drawing.points] == [point["value"] for point in shown.told]
    assert {claim["claim_id"] for claim in seen.drawing.claims} == set(shown.claims["claim_id"])
    expected = select("series", Selection(area=seen.key.area_code, measure=seen.key.measure))
    assert [point["value"] for point in seen.drawing.points] == [
        point["value"] for point in selection.rows(selection.points(expected, seen.key))
    ]


def test_the_chart_and_the_briefing_show_the_same_numbers(built):
    count = read_material(Asked()).count
    points = read_view({}, store.live_build()).drawing.points
    assert [(point["as_of"], point["value"]) for point in count.points] == [(point["as_of"], point["value"]) for point in points]


def test_a_period_without_reports_is_a_picture_of_a_gap(client):
    answer = client.ask("/api/v1/chart.svg?from=2019-09-01&to=2019-09-30")
    assert answer.status == 200
    assert "a gap, not a zero" in answer.text


def test_every_table_and_format_is_described():
    paths = description()["paths"]
    for name, table in tables.TABLES.items():
        assert all(f"/api/v1/{name}.{form}" in paths for form in rows.formats_of(name))
        assert set(description()["components"]["schemas"][name]["properties"]) == set(table.names)


def test_the_limits_are_stated():
    text = description()["info"]["description"]
    assert all(number in text for number in ("10,000", "100,000", "200", "3,700"))


def test_the_dashboard_takes_the_routes(tmp_path):
    script = tmp_path / "page.py"
    script.write_text("import streamlit as st\n")
    assert st.App(script, routes=api.routes()).script_path == script
