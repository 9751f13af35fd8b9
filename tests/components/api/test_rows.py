"""Tables over HTTP: the numbers of `select` in every format, paged by cursor, cheap to ask again."""

import csv
import gzip
import io
import json
import zipfile
from datetime import date

import pandas as pd
import pyarrow.parquet as pq
import pytest

from etl import store, tables
from etl.__main__ import main
from etl.select import Selection, select

WINTER = Selection(area="northwest Syria", measure="new_displacement", first_day=date(2019, 12, 1), last_day=date(2020, 3, 31))
QUESTION = "area=northwest+Syria&measure=new_displacement&from=2019-12-01&to=2020-03-31"
KNOWN = Selection(known_on=date(2020, 2, 1))


def from_csv(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", sorted(tables.TABLES))
@pytest.mark.parametrize(("query", "selection"), [("", Selection()), (QUESTION, WINTER), ("known_on=2020-02-01", KNOWN)])
def test_every_table_is_the_same_in_csv_json_and_parquet_as_by_select(client, name, query, selection):
    expected, table = select(name, selection), tables.TABLES[name]
    parquet = pq.read_table(io.BytesIO(client.ask(f"/api/v1/{name}.parquet?{query}").body))
    assert parquet.equals(table.arrow(expected))
    rows = client.ask(f"/api/v1/{name}.json?{query}").json()
    assert [list(row) for row in rows] == [table.names] * len(expected)
    cells = from_csv(client.ask(f"/api/v1/{name}.csv?{query}").body)
    numbers = [column.name for column in table.columns if column.type == tables.COUNT]
    for number in numbers:
        values = [None if pd.isna(value) else value for value in expected[number]]
        assert [row[number] for row in rows] == values
        assert [int(row[number]) if row[number] else None for row in cells] == values


@pytest.mark.parametrize("name", ["figures", "series", "events"])
def test_a_workbook_holds_the_rows_with_citation_sources_and_selection(client, name):
    sheets = pd.read_excel(io.BytesIO(client.ask(f"/api/v1/{name}.xlsx?{QUESTION}").body), sheet_name=None)
    expected = select(name, WINTER)
    assert len(sheets["data"]) == len(expected)
    if name == "series":
        assert sheets["data"]["value"].tolist() == expected["value"].tolist()
    assert sheets["data"]["licence"].notna().all()
    assert dict(zip(sheets["selection"]["what"], sheets["selection"]["value"], strict=True))["area"] == "northwest Syria"
    assert sheets["sources"]["n_rows"].sum() == len(expected)


def test_the_command_line_gives_the_bytes_of_the_api(client, capfdbinary):
    for form in ("csv", "json", "parquet"):
        capfdbinary.readouterr()
        asked = ["--area", "northwest Syria", "--measure", "new_displacement", "--from", "2019-12-01", "--to", "2020-03-31"]
        assert main(["export", "series", "--format", form, *asked]) == 0
        assert capfdbinary.readouterr().out == client.ask(f"/api/v1/series.{form}?{QUESTION}").body


@pytest.mark.parametrize("name", ["figures", "claims", "series", "events"])
def test_a_csv_for_people_carries_speaker_publisher_url_and_licence_in_every_row(client, name):
    answer = client.ask(f"/api/v1/{name}.csv?for=people")
    assert answer.body.startswith(b"\xef\xbb\xbf")
    rows = from_csv(answer.body)
    assert len(rows) == len(select(name, Selection()))
    assert all(row["speaker"] and row["publisher"] and row["licence"] and "url" in row for row in rows)


def test_a_row_of_hashtags_stands_under_the_header_where_asked_for(client):
    lines = client.ask("/api/v1/series.csv?hxl=true").text.splitlines()
    assert lines[1].startswith("#indicator+name,")
    assert lines[2:] == client.ask("/api/v1/series.csv").text.splitlines()[1:]


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("query", ["", "measure=new_displacement", "known_on=2020-02-01"])
def test_pages_follow_each_other_and_hold_every_row_once(client, form, query):
    address, found = f"/api/v1/figures.{form}?limit=300&{query}", []
    while address:
        answer = client.ask(address)
        found += answer.json() if form == "json" else from_csv(answer.body)
        address = answer.next
    whole = client.ask(f"/api/v1/figures.{form}?{query}")
    assert found == (whole.json() if form == "json" else from_csv(whole.body))


def test_a_cursor_keeps_reading_the_build_it_began_on(client, built, tmp_path, monkeypatch):
    first = client.ask("/api/v1/series.json?limit=5")
    following = client.ask(first.next).json()
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    assert client.ask(first.next).status == 410
    monkeypatch.setenv("NUZUH_DATA", str(built))
    assert client.ask(first.next).json() == following


@pytest.mark.parametrize("address", ["/api/v1/series.csv", "/api/v1/package.zip", "/api/v1/chart.svg", "/lite", "/feed.xml"])
def test_what_the_client_already_holds_is_not_sent_again(client, address):
    first = client.ask(address)
    again = client.ask(address, if_none_match=first.headers["etag"])
    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert client.ask(address, if_none_match='W/"other"').status == 200


def test_another_build_or_question_has_another_tag(client, tmp_path, monkeypatch):
    one = client.ask("/api/v1/speakers.csv").headers["etag"]
    assert client.ask("/api/v1/speakers.csv?profile=acled").headers["etag"] != one
    frames = {name: store.read(name) for name in tables.TABLES}
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    with store.new_build("next") as build:
        for name, frame in frames.items():
            build.write(tables.TABLES[name], frame)
    assert client.ask("/api/v1/speakers.csv").headers["etag"] != one


@pytest.mark.parametrize("form", ["csv", "json", "geojson"])
def test_text_travels_compressed_to_those_who_can_read_it(client, form):
    plain = client.ask(f"/api/v1/events.{form}")
    packed = client.ask(f"/api/v1/events.{form}", accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 2


@pytest.mark.parametrize("form", ["parquet", "xlsx"])
def test_what_is_compressed_already_is_sent_as_it_is(client, form):
    assert "content-encoding" not in client.ask(f"/api/v1/events.{form}", accept_encoding="gzip").headers


def test_a_page_of_another_site_may_read_and_see_the_headers(client):
    answer = client.ask("/api/v1/series.json?limit=1", origin="https://example.org")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert {"ETag", "Link"} <= set(answer.headers["access-control-expose-headers"].split(", "))
    asked = client.ask("/api/v1/series.json", "OPTIONS", origin="https://example.org", access_control_request_method="GET")
    assert asked.status == 200
    refused = client.ask("/api/v1/series.json", "OPTIONS", origin="https://example.org", access_control_request_method="DELETE")
    assert refused.status == 400


def test_a_head_request_gets_the_headers_alone(client):
    answer = client.ask("/api/v1/figures.csv", "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["etag"] == client.ask("/api/v1/figures.csv").headers["etag"]


def test_the_name_of_the_file_says_what_was_asked(client):
    answer = client.ask("/api/v1/series.csv?area=SY-NW&measure=returns&from=2020-01-01")
    assert answer.headers["content-disposition"] == 'attachment; filename="nuzuh_series_sy-nw_returns_from-2020-01-01.csv"'


def test_events_are_points_only_where_the_place_is_that_exact(client):
    features = client.ask("/api/v1/events.geojson").json()["features"]
    assert len(features) == len(select("events", Selection()))
    for feature in features:
        is_exact = feature["properties"]["place_accuracy"] in ("point", "adm3") and feature["properties"]["latitude"] is not None
        assert (feature["geometry"] is not None) == is_exact
        if is_exact:
            assert feature["geometry"]["coordinates"] == [feature["properties"]["longitude"], feature["properties"]["latitude"]]


def test_a_series_of_a_governorate_has_no_point(client):
    features = client.ask("/api/v1/series.geojson?area=SY07").json()["features"]
    assert features
    assert all(feature["geometry"] is None for feature in features)


def test_about_a_table_stands_beside_it(client):
    link = client.ask(f"/api/v1/series.csv?{QUESTION}").headers["link"]
    about = client.ask(link.partition(">")[0].lstrip("<")).json()
    assert [column["name"] for column in about["columns"]] == tables.SERIES.names
    assert about["selection"]["measure"] == "new_displacement"
    assert sum(source["n_rows"] for source in about["sources"]) == len(select("series", WINTER))
    assert about["left_out"] == []


def test_rows_that_may_not_be_passed_on_are_left_out_and_named(door, closed_build):
    for form in ("json", "csv"):
        answer = door.ask(f"/api/v1/figures.{form}")
        assert closed_build not in answer.text
        assert "All rights reserved" in answer.headers["nuzuh-left-out"]
    reasons = door.ask("/api/v1/figures.about.json").json()["left_out"]
    assert any("All rights reserved" in one["reason"] and one["n_rows"] > 0 for one in reasons)
    assert closed_build not in door.ask("/feed.xml?entries=200").text


@pytest.fixture
def closed_build(built, tmp_path, monkeypatch):
    """A build in which one document may not be passed on; its id."""
    frames = {name: store.read(name) for name in tables.TABLES}
    documents = frames["documents"]
    documents.loc[0, "is_redistributable"] = False
    documents.loc[0, "licence"] = "All rights reserved"
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    with store.new_build("closed") as build:
        for name, frame in frames.items():
            build.write(tables.TABLES[name], frame)
    return documents["document_id"].iloc[0]


def test_the_package_over_http_is_the_package(client):
    answer = client.ask(f"/api/v1/package.zip?{QUESTION}")
    with zipfile.ZipFile(io.BytesIO(answer.body)) as package:
        assert json.loads(package.read("selection.json"))["selection"]["measure"] == "new_displacement"
    assert client.ask(f"/api/v1/package.zip?{QUESTION}").body == answer.body
