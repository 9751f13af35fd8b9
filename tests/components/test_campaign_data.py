"""The campaigns of the default crisis: what belongs to each, its events page by page, and the meanwhile around it."""

from datetime import date

import pytest

from components import campaign_data, campaigns, data, horizon, kept, selection
from components.viewpoint import NOW, Viewpoint
from etl import around
from etl.errors import CannotMixSince
from etl.select import Selection

pytestmark = pytest.mark.usefixtures("built")
THEN = Viewpoint(known_on=date(2020, 1, 20))


def key_of(measure="new_displacement", slug="2019-12-01-persons-origin", area="SY-NW"):
    keys = selection.keys(data.table("series"))
    return next(key for key in keys if (key.area_code, key.measure, key.slug) == (area, measure, slug))


def test_the_meanwhile_of_a_page_is_that_of_the_command():
    shown = campaign_data.meanwhile(key_of(), THEN)
    assert shown.rows.equals(around.around(Selection(known_on=THEN.known_on)).rows)
    with pytest.raises(CannotMixSince):
        campaign_data.meanwhile(key_of(measure="idps", slug="any-persons-present"))


def test_what_is_said_around_one_event_is_its_part_of_the_whole():
    shown = campaign_data.meanwhile(key_of())
    for record_id, rows in shown.rows.groupby("id"):
        assert shown.of(record_id).equals(rows.reset_index(drop=True))
    assert shown.of("nothing").empty


def test_a_campaign_holds_its_phases_and_their_events_and_nothing_else():
    names = campaign_data.campaign_names()
    shown = campaign_data.campaign("nw-winter")
    assert list(names) == ["nw-winter", "nw-2019"]
    assert shown.whole["offensive_id"] == "nw-winter"
    assert set(shown.offensives["part_of"].dropna()) == {"nw-winter"}
    assert set(shown.events["offensive_id"]) <= set(shown.offensives["offensive_id"])
    assert shown.first < min(shown.events["started_on"])


def test_a_campaign_that_had_not_ended_is_shown_up_to_the_day_chosen():
    then = campaign_data.campaign("nw-winter", THEN)
    assert then.last == THEN.known_on + horizon.BEFORE
    assert "nw-winter-m5" not in set(then.offensives["offensive_id"])


def test_the_meanwhile_opens_with_something_it_has_rows_for_where_there_is_any():
    key = key_of()
    assert campaign_data.first_around("nw-winter", key, NOW) in set(campaign_data.meanwhile(key).rows["id"])
    assert campaign_data.first_around("nw-2019", key, NOW) == "nw-2019"
    assert campaign_data.first_around("nw-winter", key_of(measure="idps", slug="any-persons-present"), NOW) == "nw-winter"


def test_the_pages_of_a_campaign_hold_each_event_once_in_the_order_of_days(monkeypatch):
    monkeypatch.setattr(campaign_data, "ROWS_A_PAGE", 7)
    kept.empty()
    shown = campaign_data.campaign("nw-winter")
    pages = [campaign_data.event_page("nw-winter", number, NOW) for number in range(1, shown.n_pages + 1)]
    assert [event for page in pages for event in page.ids] == shown.events["event_id"].tolist()
    assert pages[0].cells.column_names == list(campaigns.EVENT_COLUMNS)
    kept.empty()


def test_how_events_are_known_and_of_which_type_is_counted_once():
    shown = campaign_data.campaign("nw-winter")
    assert sum(shown.n_events.values()) == sum(shown.n_known.values()) == len(shown.events)
