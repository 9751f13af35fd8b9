"""A request that cannot be answered gets a problem document with a sentence to act on, and never a server error."""

import pytest

from components.api.openapi import description
from etl import exports, store

WRONG = [
    ("/api/v1/figures.csv?measure=casualties", 400, "'casualties' is not one of population"),
    ("/api/v1/figures.csv?foo=1", 400, "there is no such parameter here; there are area, measure"),
    ("/api/v1/figures.csv?area=Atlantis", 400, "'Atlantis' is no area we know"),
    ("/api/v1/figures.csv?area=", 400, "give 1 to 200 printable characters"),
    ("/api/v1/figures.csv?area=a&area=b", 400, "give it once"),
    ("/api/v1/figures.csv?from=2020-13-01", 400, "'2020-13-01' is not a day written as 2020-01-28"),
    ("/api/v1/figures.csv?from=20200101", 400, "'20200101' is not a day"),
    ("/api/v1/figures.csv?from=2020-02-01&to=2020-01-01", 400, "the first day, 2020-02-01, is after the last, 2020-01-01"),
    ("/api/v1/figures.csv?profile=guess", 400, "'guess' is not one of interval"),
    ("/api/v1/figures.csv?limit=0", 400, "a whole number from 1 to 10000"),
    ("/api/v1/figures.csv?limit=10001", 400, "a whole number from 1 to 10000"),
    ("/api/v1/figures.csv?limit=%C2%B2", 400, "a whole number from 1 to 10000"),
    ("/api/v1/figures.csv?cursor=abc", 400, "no Link header of this question gave this cursor"),
    ("/api/v1/figures.csv?cursor=%00", 400, "printable"),
    ("/api/v1/figures.parquet?limit=5", 400, "there is no such parameter here"),
    ("/api/v1/speakers.csv?hxl=true", 400, "the columns of speakers have no HXL tags"),
    ("/api/v1/speakers.csv?hxl=true&limit=1", 400, "the columns of speakers have no HXL tags"),
    ("/api/v1/speakers.csv?hxl=1", 400, "true or false"),
    ("/api/v1/package.zip?area=Atlantis", 400, "'Atlantis' is no area we know"),
    ("/api/v1/chart.svg?series=x", 400, "'x' is no series of new_displacement here; there are"),
    ("/api/v1/chart.svg?area=SY07&measure=killed", 400, "there is no series of killed here; there are"),
    ("/api/v1/chart.svg?from=0001-01-01", 400, "a chart shows 3,700 days at most"),
    ("/api/v1/chart.svg?known_on=2001-01-01", 400, "nothing had been reported on this area by then: a gap, not a zero"),
    ("/api/v1/chart.gif", 404, "it comes as svg, png"),
    ("/api/v1/nothing.csv", 404, "there is no table 'nothing'; there are documents"),
    ("/api/v1/nothing.about.json", 404, "there is no table 'nothing'"),
    ("/api/v1/figures.docx", 404, "figures does not come as 'docx'; it comes as csv, json, parquet, xlsx"),
    ("/api/v1/figures.geojson", 404, "figures does not come as 'geojson'"),
    ("/api/v2/figures.csv", 404, "/api/v1/openapi.json lists what there is"),
    ("/api", 404, "/api/v1/openapi.json lists what there is"),
    ("/lite?area=Atlantis", 400, "'Atlantis' is no area we know"),
    ("/feed.xml?entries=9999", 400, "a whole number from 1 to 200"),
    ("/api/v1/openapi.json?a=1", 400, "there is no such parameter here; there are none"),
]


@pytest.mark.parametrize(("address", "status", "sentence"), WRONG)
def test_a_wrong_question_gets_a_sentence(client, address, status, sentence):
    answer = client.ask(address)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert sentence in problem["detail"]
    assert problem["status"] == status
    assert problem["title"]


def test_every_wrong_parameter_is_named_at_once(client):
    problem = client.ask("/api/v1/figures.csv?from=x&to=y&foo=1").json()
    assert [one["parameter"] for one in problem["errors"]] == ["from", "to", "foo"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("address", ["/api/v1/figures.csv", "/lite", "/healthz"])
def test_the_door_is_for_reading(client, method, address):
    answer = client.ask(address, method)
    assert (answer.status, answer.headers["content-type"]) == (405, "application/problem+json")
    assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("address", [path for path in description()["paths"] if not path.endswith("openapi.json")])
def test_before_the_first_build_every_address_says_so(door, tmp_path, monkeypatch, address):
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    answer = door.ask(address)
    assert (answer.status, answer.headers["content-type"]) == (503, "application/problem+json")
    assert "nothing has been built yet" in answer.json()["detail"]
    assert int(answer.headers["retry-after"]) > 0


def test_more_rows_than_a_workbook_takes_is_a_sentence(client, monkeypatch):
    monkeypatch.setattr(exports, "SHEET_ROWS", 10)
    answer = client.ask("/api/v1/figures.xlsx")
    assert answer.status == 400
    assert "a workbook takes 10 rows at most" in answer.json()["detail"]


def test_a_broken_build_is_a_problem_and_not_a_crash(door, built, tmp_path, monkeypatch):
    whole = store.tables_folder() / store.live_build()
    broken = tmp_path / whole.name
    broken.mkdir()
    for path in whole.iterdir():
        (broken / path.name).write_bytes(path.read_bytes() if path.stem != "series" else b"not parquet")
    (tmp_path / "current.json").write_text(f'{{"build_id": "{whole.name}"}}')
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    answer = door.ask("/api/v1/chart.svg")
    assert answer.status == 400
    assert "cannot be read" in answer.json()["detail"]
