"""What pages read: one build at a time, the crisis's own days by default, and nothing where there is nothing."""

from contextvars import Context
from datetime import date

import pytest

from components import data, explorer, horizon, records, selection
from components.explorer import ANY, Wanted
from components.palette import DARK, LIGHT
from components.viewpoint import NOW, Viewpoint
from etl import store
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
    assert shown.last == shown.told[-1]["as_of"] + horizon.AFTERWARDS


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


JANUARY = Viewpoint(known_on=date(2020, 1, 20))


def test_a_view_ends_with_the_day_it_is_known_on_and_holds_only_what_was_published_by_then(shown):
    then = data.view(shown.key, None, None, JANUARY)
    assert then.last == JANUARY.known_on
    assert max(then.points["as_of"]) <= JANUARY.known_on
    assert max(then.events["known_from"]) <= JANUARY.known_on
    assert 0 < len(then.claims) < len(shown.claims)
    assert set(then.claims["document_id"]) == set(then.documents["document_id"])


def test_a_turning_point_stands_on_the_chart_only_once_its_event_is_known(shown):
    def turns(viewpoint):
        chart = data.timeline(data.view(shown.key, None, date(2020, 4, 1), viewpoint), "light")
        return [note.text for note in chart.layout.annotations if "captured" in note.text or "Ceasefire" in note.text]

    assert turns(JANUARY) == []
    assert len(turns(Viewpoint(known_on=date(2020, 2, 20)))) == 1
    assert len(turns(NOW)) == 2


def test_an_offensive_that_had_not_ended_keeps_its_end_to_itself(built):
    then = data.table("offensives", JANUARY).set_index("offensive_id")
    assert then.loc["nw-winter", "name"] == "Offensive begun on 19 Dec 2019"
    assert then.loc["nw-winter-southeast", "name"] == "Southeastern Idleb"
    assert not then["summary"].str.contains("Saraqeb").any()
    assert "nw-winter-m5" not in then.index


def test_a_figure_published_later_is_not_found_from_an_earlier_day(shown):
    last = shown.told[-1]["figure_id"]
    assert records.found(last) is not None
    assert records.found(last, JANUARY) is None


def test_each_profile_reads_the_same_words_its_own_way(shown):
    vague = data.table("figures").query("quantifier == 'vague'")["figure_id"]
    acled = data.table("figures", Viewpoint(profile="acled")).set_index("figure_id")
    default = data.table("figures").set_index("figure_id")
    assert set(acled["rule_id"].str.partition("/")[0]) == {"acled"}
    assert (acled.loc[vague, "phrase"] == default.loc[vague, "phrase"]).all()
    assert (acled.loc[vague, "people_low"] != default.loc[vague, "people_low"]).any()


def test_a_day_may_be_chosen_from_the_crisiss_first_to_the_last_on_which_anything_became_known(built):
    first, last = data.publication_days()
    assert first == data.crisis().first_day
    assert last == max(data.table(name)["known_from"].dropna().max() for name in ("figures", "events"))


def test_the_claims_of_a_day_come_with_the_publishers_of_their_documents(shown):
    figure = records.found("749811100cdfd07a")[1]
    claims = records.conflict(figure)
    assert set(claims["as_of"]) == {figure["as_of"]}
    assert claims["figure_id"].iloc[0] == figure["figure_id"]
    assert claims["documents"].notna().all()


def test_where_nothing_is_known_yet_the_view_is_empty_and_not_broken(built):
    nobody = Viewpoint(known_on=date(2010, 1, 1))
    key = selection.unreported(data.crisis(), data.table("areas"))
    view = data.view(key, None, None, nobody)
    assert (key.area_name, key.n_points, view.told) == ("Northwest Syria", 0, [])


@pytest.mark.parametrize(("table", "column"), [("figures", "figure_id"), ("events", "event_id"), ("offensives", "offensive_id")])
def test_an_id_is_found_in_the_table_it_belongs_to(built, table, column):
    wanted = data.table(table)[column].iloc[0]
    found, record = records.found(wanted)
    assert (found, record[column]) == (table, wanted)


@pytest.mark.parametrize("wanted", [None, "", "nothing"])
def test_an_id_of_nothing_is_not_found(built, wanted):
    assert records.found(wanted) is None


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK), (None, LIGHT)])
def test_the_chart_comes_in_the_readers_theme(shown, theme, palette):
    assert data.timeline(shown, theme).layout.paper_bgcolor == palette.background


def test_a_page_speaks_of_one_build_even_where_a_new_one_is_made_meanwhile(monkeypatch):
    live = iter(["first", "second"])
    monkeypatch.setattr(store, "live_build", lambda: next(live))

    def run():
        data.settle()
        return data.build(), data.build()

    assert Context().run(run) == ("first", "first")
    assert Context().run(run) == ("second", "second")


def test_a_download_is_of_the_build_its_page_was_made_of(built, monkeypatch):
    live = data.build()
    wanted = Wanted(ANY, ANY, ANY, ANY, "", None, None)
    monkeypatch.setattr(store, "live_build", lambda: "a build made since")
    assert explorer.csv(wanted, NOW, live).startswith(b"\xef\xbb\xbf")
    assert data.build() == "a build made since"
