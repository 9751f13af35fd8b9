"""A small count at a fine place is shown as "fewer than N", and nothing beside it gives the count away."""

from dataclasses import replace
from datetime import date

import pytest

from components import facts, selection
from etl import crises, formats, select, small_numbers, store, tables
from etl.errors import CannotRead
from etl.small_numbers import Floor, floored
from tests.components.frames import event, events, figure, figures, point

PEOPLE = ("people_low", "people_value", "people_high")
FLOOR = Floor(10, frozenset({"SY07", "SY-NW"}))
VILLAGE, GOVERNORATE, GROUP = {"area_code": "C4126"}, {"area_code": "SY07"}, {"area_code": "SY-NW"}


def shown(count: int | None, **changes) -> dict:
    record = figure("a", "2020-02-23", count, **{"phrase": f"{count} people", "excerpt": "7 people fled"} | changes)
    return selection.rows(floored("figures", figures(record), FLOOR))[0]


@pytest.mark.parametrize(
    ("count", "place", "words"),
    [
        (9, VILLAGE, "fewer than 10 people"),
        (0, VILLAGE, "fewer than 10 people"),
        (10, VILLAGE, "10 people"),
        (9, GOVERNORATE, "9 people"),
        (9, GROUP, "9 people"),
        (9, {"area_code": None}, "fewer than 10 people"),
        (9, VILLAGE | {"unit": "percent"}, "9 per cent"),
        (9, VILLAGE | {"unit": "buildings"}, "9 buildings"),
        (9, VILLAGE | {"unit": "movements"}, "fewer than 10 movements"),
        (9, VILLAGE | {"unit": "households"} | dict.fromkeys(PEOPLE), "fewer than 10 households"),
    ],
)
def test_a_count_of_people_under_the_floor_at_a_fine_place_is_not_shown(count, place, words):
    assert facts.claimed(shown(count, **place)) == words


def test_at_least_five_does_not_say_that_there_were_few():
    row = shown(5, **VILLAGE, quantifier="at_least", people_high=None)
    assert facts.claimed(row) == "at least 5 people"


def test_households_that_became_few_people_do_not_tell_by_their_own_number():
    row = shown(1, **VILLAGE, unit="households", people_low=5, people_value=6, people_high=7)
    assert facts.claimed(row) == "fewer than 10 people"
    assert row["reported_value"] is None


def test_the_words_around_a_count_go_with_it():
    row = shown(7, **VILLAGE, span_start=0, span_end=1, role_reason="7 before 8")
    assert row["phrase"] == "fewer than 10"
    assert "not shown" in row["note"]
    assert all(row[name] is None for name in ("excerpt", "span_start", "span_end", "role_reason", "people_low", "reported_low"))


def test_the_sentence_of_a_large_count_may_hold_a_small_one_and_goes_at_fine_places_only():
    assert shown(5000, **VILLAGE)["excerpt"] is None
    assert shown(5000, **GOVERNORATE)["excerpt"] == "7 people fled"


@pytest.mark.parametrize(
    ("value", "low", "high", "change", "expected"),
    [
        (7, 7, 7, 2, (10, None, 10, "less_than", None)),
        (12, 12, 12, 7, (12, 12, 12, "exact", None)),
        (25, 25, 25, 10, (25, 25, 25, "exact", 10)),
        (25, 5, 25, None, (25, None, 25, "exact", None)),
        (7, 7, 20, None, (10, None, 20, "less_than", None)),
    ],
    ids=["under", "change tells the number before", "both enough", "another claim is under", "another claim is over"],
)
def test_a_point_under_the_floor_hides_its_number_and_what_tells_it(value, low, high, change, expected):
    changes = dict.fromkeys(("change_low", "change_value", "change_high"), change)
    frame = tables.SERIES.frame([point("2020-02-23", value, low=low, high=high, **VILLAGE, **changes)])
    row = selection.rows(floored("series", frame, FLOOR))[0]
    assert tuple(row[name] for name in ("value", "low", "high", "quantifier", "change_value")) == expected


def test_deaths_under_the_floor_are_said_as_such():
    frame = events(event("e", "2020-02-06", **VILLAGE, killed_low=3, killed_value=3, killed_high=3, phrase="three killed"))
    row = selection.rows(floored("events", frame, FLOOR))[0]
    assert (row["killed_low"], row["killed_value"], row["killed_high"], row["phrase"]) == (None, None, 9, None)
    assert "fewer than 10" in row["note"]


def test_without_a_floor_nothing_changes():
    frame = figures(figure("a", "2020-02-23", 3, **VILLAGE))
    assert floored("figures", frame, None) is frame


def set_rule(monkeypatch, rule: dict) -> None:
    """Let the default crisis have a rule for small numbers."""
    crisis = crises.read_crisis()
    changed = replace(crisis, fields=crisis.fields | {"small_numbers": rule})
    monkeypatch.setattr(crises, "read_crisis", lambda *_: changed)


@pytest.fixture
def with_floor(built, monkeypatch):
    """The default crisis with a floor of 50,000 at governorates and finer."""
    set_rule(monkeypatch, {"floor": 50_000, "level": 1})


@pytest.mark.parametrize("name", ["figures", "claims", "series"])
@pytest.mark.parametrize("known_on", [None, date(2020, 2, 1)])
def test_select_applies_the_floor_to_all_that_leaves(with_floor, name, known_on):
    asked = select.Selection(area="SY07", known_on=known_on)
    frame = select.select(name, asked)
    low, value = ("low", "value") if name == "series" else ("people_low", "people_value")
    people = frame[frame["unit"].isin(["persons", "movements"])]
    assert len(people)
    high = "high" if name == "series" else "people_high"
    assert not tables.surely(people[high] < 49_999).any()
    assert not tables.surely((people[value] < 50_000) & people[high].notna()).any()
    assert not tables.surely((people[low] < 50_000) & (people[high] < 50_000)).any()


@pytest.mark.parametrize("form", sorted(formats.FORMATS))
def test_every_format_carries_the_floored_rows(with_floor, form):
    frame = select.select("series", select.Selection(area="SY07", measure="new_displacement"))
    assert tables.surely(frame["quantifier"] == "less_than").any()
    whole = store.read("series")
    whole = whole[tables.surely((whole["area_code"] == "SY07") & (whole["measure"] == "new_displacement"))]
    assert formats.FORMATS[form](frame, tables.SERIES) != formats.FORMATS[form](whole, tables.SERIES)


@pytest.mark.parametrize(
    "rule",
    [{"floor": 0, "level": 3}, {"floor": 10}, {"floor": 10, "level": 9}, {"floor": "10", "level": 3}, {"flor": 1, "level": 3}],
)
def test_a_rule_that_cannot_be_understood_is_refused(built, monkeypatch, rule):
    set_rule(monkeypatch, rule)
    with pytest.raises(CannotRead, match="small_numbers"):
        small_numbers.floor_of(store.live_build())
