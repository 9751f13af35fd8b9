"""The last number of the line is one number: on every page, in every download, at every address and in the briefing."""

import csv
import io
from datetime import date

import pytest

from components import captions, catalogue, explorer, selection
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.directions import bare
from components.explorer import ANY, Wanted
from components.viewpoint import NOW, Viewpoint
from etl import crises, store
from etl.select import select
from tests.components.api.conftest import client, door
from tests.components.app import assert_runs, figures_page, opened, words

__all__ = ["client", "door"]

CRISIS = crises.read_crisis()
VIEWPOINTS = [NOW, Viewpoint(date(2020, 1, 20), NOW.profile), Viewpoint(None, "acled"), Viewpoint(date(2020, 2, 12), "emdat")]


def asked(viewpoint):
    known = {"known_on": viewpoint.known_on.isoformat()} if viewpoint.known_on else {}
    return known | ({"profile": viewpoint.profile} if viewpoint.profile != NOW.profile else {})


def last_point(viewpoint):
    """The last point of the line the crisis opens with, straight from the tables."""
    series, figures = (select(name, viewpoint.selection) for name in ("series", "figures"))
    here = series[series["area_code"].eq(CRISIS.area) & series["measure"].eq(CRISIS.default_measure)]
    key = selection.default_key(selection.keys(here), since=CRISIS.default_since)
    return selection.rows(selection.with_own_words(selection.points(here, key), figures))[-1]


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(params=VIEWPOINTS, ids=lambda viewpoint: "-".join(asked(viewpoint).values()) or "now")
def viewpoint(request, built):
    return request.param


def test_it_is_the_350000_of_january_that_was_known_on_the_20th(built):
    assert last_point(VIEWPOINTS[1])["value"] == 350_000
    assert last_point(NOW)["value"] == 961_300


def test_it_is_the_same_on_the_pages(viewpoint):
    point = last_point(viewpoint)
    overview, figures = opened(**asked(viewpoint)), figures_page(figure=point["figure_id"], **asked(viewpoint))
    assert_runs(overview)
    assert_runs(figures)
    said = captions.printed_count(point, "persons")
    assert f"{said} had been newly displaced" in words(overview).replace("\\", "")
    assert f"{point['speaker']}: {said}" in words(figures).replace("\\", "")


def test_it_is_the_same_in_the_files_and_at_the_address(viewpoint, client):
    point, build = last_point(viewpoint), store.live_build()
    numbers = [str(point[side] or "") for side in ("own_low", "value", "own_high")]
    figures = rows_of(explorer.csv(Wanted(ANY, ANY, ANY, ANY, "", None, None), viewpoint, build))
    (figure,) = [row for row in figures if row["figure_id"] == point["figure_id"]]
    assert [figure[f"people_{side}"] for side in ("low", "value", "high")] == numbers
    for rows in (
        rows_of(catalogue.file_bytes("series", build, "csv", viewpoint)),
        rows_of(client.ask(f"/api/v1/series.csv?{'&'.join(f'{k}={v}' for k, v in asked(viewpoint).items())}").body),
    ):
        (row,) = [row for row in rows if row["figure_id"] == point["figure_id"]]
        assert [row["low"], row["value"], row["high"]] == [str(point[side] or "") for side in ("low", "value", "high")]


def test_it_is_the_same_in_the_briefing_and_on_the_page_for_slow_links(viewpoint, client):
    point = last_point(viewpoint)
    briefing = build_briefing(Asked(known_on=viewpoint.known_on, profile=viewpoint.profile), store.live_build())
    said = captions.printed_count(point, "persons")
    assert f"{said} had been newly displaced" in bare(briefing.opening.words)
    if viewpoint.profile == NOW.profile:
        page = client.ask(f"/lite?{'&'.join(f'{k}={v}' for k, v in asked(viewpoint).items())}").text
        assert f"{said} had been newly displaced" in page
