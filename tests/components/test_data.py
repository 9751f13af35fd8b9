"""What pages read: one build at a time, the crisis's own days by default, and nothing where there is nothing."""

from datetime import date

import pytest

from components import data, selection
from components.palette import DARK, LIGHT
from etl.errors import NoBuild


@pytest.fixture
def shown(built):
    """The view the overview opens with."""
    keys = selection.keys(data.table("series"))
    here = [key for key in keys if (key.area_code, key.measure) == ("SY-NW", "new_displacement")]
    return data.view(selection.default_key(here, since=data.crisis().default_since), None, None)


def test_without_a_build_there_is_nothing_to_read(tmp_path, monkeypatch):
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    with pytest.raises(NoBuild):
        data.table("series")


def test_the_default_period_goes_from_the_first_day_to_some_weeks_after_the_last_report(shown):
    assert shown.key.since == date(2019, 12, 1)
    assert shown.first == date(2019, 11, 29)
    assert shown.last == shown.told[-1]["as_of"] + data.AFTERWARDS


def test_claims_of_a_view_count_the_same_thing_as_its_series(shown):
    assert set(shown.claims["measure"]) == {"new_displacement"}
    assert set(shown.claims["area_role"]) == {"origin"}
    assert set(shown.claims["period_start"].dropna()) == {date(2019, 12, 1)}
    assert shown.claims["claim_id"].is_unique


def test_every_recommended_point_is_among_the_claims(shown):
    assert set(shown.points["figure_id"]) <= set(shown.claims["figure_id"])


def test_a_long_series_is_shown_for_the_days_of_the_crisis(built):
    monthly = next(key for key in selection.keys(data.table("series")) if key.area_code == "SY07" and key.window == "month")
    view, crisis = data.view(monthly, None, None), data.crisis()
    assert all(crisis.first_day <= point["as_of"] <= crisis.last_day for point in view.told)


def test_what_else_was_reported_is_of_other_measures_and_of_all_people(shown):
    also = data.also_reported(shown.key)
    assert len({key.measure for key, _ in also} - {shown.key.measure}) == len(also) > 0
    assert all(key.since is None for key, _ in also if key.kind == "stock")


@pytest.mark.parametrize(("table", "column"), [("figures", "figure_id"), ("events", "event_id"), ("offensives", "offensive_id")])
def test_an_id_is_found_in_the_table_it_belongs_to(built, table, column):
    wanted = data.table(table)[column].iloc[0]
    found, record = data.found(wanted)
    assert (found, record[column]) == (table, wanted)


@pytest.mark.parametrize("wanted", [None, "", "nothing"])
def test_an_id_of_nothing_is_not_found(built, wanted):
    assert data.found(wanted) is None


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK), (None, LIGHT)])
def test_the_chart_comes_in_the_readers_theme(shown, theme, palette):
    assert data.timeline(shown, theme).layout.paper_bgcolor == palette.background
