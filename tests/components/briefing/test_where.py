"""The map of a briefing: what has a place exact enough, in the words of its row, each with a note."""

from datetime import date

import pytest

from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Grid, MapDrawing
from components.briefing.places import codes_within
from etl import store


def map_of(asked):
    briefing = build_briefing(asked)
    found = [block for one in briefing.sections for block in one.blocks if isinstance(block, MapDrawing)]
    return (found[0] if found else None), briefing.note_of


def test_every_mark_has_a_row_and_a_note(built):
    drawing, note_of = map_of(Asked())
    assert {place.role for place in drawing.places} == {"origin", "destination", "event"}
    assert {note_of[place.row_id] for place in drawing.places} <= {*drawing.title.notes, *drawing.caption.notes}


def test_a_number_of_a_place_is_given_as_printed_and_events_have_none(built):
    drawing, _ = map_of(Asked())
    words = {place.name: place.words for place in drawing.places}
    assert words["Saraqab sub-district"] == "185,364"
    assert words["Kafr Nabl"] == "captured"
    assert {place.size for place in drawing.places if place.role == "event"} == {None}


def test_a_town_that_one_side_only_claims_is_drawn_where_every_event_is_told(built):
    drawn = [{place.name for place in map_of(Asked(audience=audience))[0].places} for audience in ("coordination", "technical")]
    assert "Nairab" in drawn[1] - drawn[0]


def test_a_place_less_exact_than_a_sub_district_has_no_mark(built):
    drawing, _ = map_of(Asked())
    assert not {"Idleb", "Aleppo", "Syria", "Northwest Syria"} & {place.name for place in drawing.places}
    assert {place.precision for place in drawing.places if place.name.endswith("sub-district")} == {"adm3"}


def test_another_area_shows_only_what_lies_in_it(built):
    drawing, _ = map_of(Asked(area="SY07"))
    assert "Saraqeb" in {place.name for place in drawing.places}
    assert not {"A'zaz sub-district", "Atareb sub-district", "Anadan"} & {place.name for place in drawing.places}


def test_towns_taken_after_the_day_known_are_not_drawn(built):
    drawing, _ = map_of(Asked(known_on=date(2020, 1, 29)))
    assert {"Nairab", "Anadan"}.isdisjoint(place.name for place in drawing.places)


def test_a_period_without_places_has_no_map(built):
    assert map_of(Asked(first_day=date(2019, 4, 2), last_day=date(2019, 4, 3)))[0] is None


def rows_of(briefing):
    section = next(one for one in briefing.sections if one.name == "places")
    return [[cell.words for cell in row] for block in section.blocks if isinstance(block, Grid) for row in block.rows]


def test_places_are_told_of_the_count_itself_and_of_the_fullest_one(built):
    rows = rows_of(build_briefing(Asked()))
    assert ["Came to Dana sub-district", "211,597 people", "CCCM Cluster", "5 Mar 2020"] in rows
    assert ["Came to Idleb", "453,556 movements", "IDP Task Force", "29 Feb 2020"] in rows


def test_what_lies_outside_the_area_and_what_the_map_prints_is_told_in_the_technical_briefing_only(built):
    short, whole = ({row[0] for row in rows_of(build_briefing(Asked(audience=name)))} for name in ("coordination", "technical"))
    assert {"Came to Hama", "Left Saraqab sub-district"} <= whole - short


@pytest.mark.parametrize(
    ("code", "holds", "lacks"),
    [
        ("SY07", {"SY07", "SY0703", "SY070301", "C3985"}, {"SY", "SY02", "SY020001"}),
        ("SY-NW-IDLEB", {"SY07", "SY070301", "SY020001"}, {"SY02", "SY020002"}),
        ("C3985", {"C3985"}, {"SY070200"}),
    ],
)
def test_an_area_holds_its_parts_and_a_group_its_members(built, code, holds, lacks):
    found = codes_within(store.read("areas"), code)
    assert holds <= found
    assert not lacks & found
