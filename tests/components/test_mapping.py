"""What may be marked on the map of a day, and what stays in the list beside it."""

import pandas as pd
import pytest

from components import mapping
from components.selection import rows
from etl.errors import CannotMixKinds, CannotMixUnits
from tests.components.frames import day, figure, figures, points
from tests.components.mapped import AREAS, MONTHLY, SINCE, happened, month, took, total, towns

GOVERNMENT, OPPOSITION = "Syrian government forces", "Turkish-backed factions"


@pytest.mark.parametrize(
    ("code", "is_placed"),
    [
        ("SY07", False),
        ("SY0703", False),
        ("SY070301", True),
        ("C4126", True),
        ("C6389", False),
        ("SY-NW", False),
        (None, False),
    ],
    ids=["governorate", "district", "sub-district", "town", "no point known", "named group", "not coded"],
)
def test_only_a_sub_district_or_a_place_with_a_point_gets_a_mark(code, is_placed):
    found = mapping.placed(points(month(code, 10)), AREAS)
    assert list(found["is_placed"]) == [is_placed]


@pytest.mark.parametrize(
    ("accuracy", "is_placed"), [("point", True), ("adm3", True), ("adm2", False), ("adm1", False), ("adm0", False), (None, False)]
)
def test_an_event_known_less_exactly_than_a_sub_district_gets_no_mark_whatever_its_area(accuracy, is_placed):
    assert list(happened(took("e", "2020-02-06", place_accuracy=accuracy))["is_placed"]) == [is_placed]


def test_a_count_is_offered_where_it_has_a_mark_and_the_one_with_most_comes_first():
    series = points(
        total("C3916", 100, "2020-01-30", area_role="origin"),
        month("C4126", 10),
        month("SY070301", 20),
        month("SY07", 30),
        month("SY-NW", 40, unit="persons", since=day("2019-11-01"), window=None),
        month("C3916", 50, measure="population", kind="stock", area_role="present", window=None),
    )
    found = mapping.counts(series, AREAS)
    assert [(count.unit, count.since, count.window, count.n_points) for count in found] == [
        ("movements", None, "month", 2),
        ("persons", day("2019-12-01"), None, 1),
    ]


def test_a_map_holds_one_count_never_another_unit_first_day_or_window():
    series = points(
        month("C4126", 10),
        month("C4126", 11, window=None),
        month("C4126", 12, unit="persons"),
        total("C4126", 13, "2020-02-29"),
        month("C4126", 14, measure="returns"),
        month("C4126", 15, area_role="present"),
    )
    assert list(mapping.points_of(series, MONTHLY)["value"]) == [10]
    assert list(mapping.points_of(series, SINCE)["value"]) == [13]


@pytest.mark.parametrize(("changes", "refusal"), [({"kind": "stock"}, CannotMixKinds), ({}, None)])
def test_a_stock_beside_a_flow_is_refused(changes, refusal):
    series = points(month("C4126", 10), month("C3916", 11, **changes))
    if refusal is None:
        assert len(mapping.points_of(series, MONTHLY)) == 2
        return
    with pytest.raises(refusal):
        mapping.points_of(series, MONTHLY)


def test_the_guard_that_is_asked_refuses_two_units():
    with pytest.raises(CannotMixUnits):
        mapping.guards.require_one_axis(points(month("C4126", 10), total("C4126", 11, "2020-02-29")))


@pytest.mark.parametrize(
    ("shown", "values"),
    [("2020-01-31", [5]), ("2020-02-01", [10]), ("2020-02-29", [10]), ("2020-03-01", []), ("2019-12-31", [])],
)
def test_of_windows_the_one_that_holds_the_day_is_shown(shown, values):
    series = points(month("C4126", 5, "2020-01-31"), month("C4126", 10, "2020-02-29"))
    assert list(mapping.on_day(series, MONTHLY, day(shown))["value"]) == values


@pytest.mark.parametrize(
    ("shown", "values"), [("2020-01-29", []), ("2020-01-30", [5]), ("2020-02-28", [5]), ("2020-03-05", [10])]
)
def test_of_totals_the_last_by_the_day_stands_until_the_next(shown, values):
    series = points(total("C4126", 5, "2020-01-30"), total("C4126", 10, "2020-03-05"))
    assert list(mapping.on_day(series, SINCE, day(shown))["value"]) == values


def test_who_left_and_who_came_to_one_place_are_two_numbers():
    series = points(total("C4126", 5, "2020-01-30"), total("C4126", 10, "2020-01-31", area_role="origin"))
    assert sorted(mapping.on_day(series, SINCE, day("2020-02-01"))["value"]) == [5, 10]


def test_the_day_with_most_marks_is_the_latest_of_them():
    series = points(month("C4126", 1, "2020-01-31"), month("C3916", 2, "2020-02-29"), month("SY07", 3, "2020-03-31"))
    assert mapping.fullest_day(mapping.placed(series, AREAS)) == day("2020-02-29")


def test_a_town_inside_a_marked_sub_district_is_said_to_be_inside_it():
    nested = points(month("SY070301", 20), month("C4126", 10))
    assert mapping.inside(nested, rows(AREAS)) == "Al-Dana is already inside Dana sub-district"
    assert mapping.inside(points(month("SY070301", 20), month("C3916", 10)), rows(AREAS)) is None


def said(figure_id, role, code, **changes):
    record = {"document_id": "d", "span_start": 4, "span_end": 9, "area_role": role, "area_code": code}
    return figure(figure_id, "2020-02-01", 100) | record | changes


@pytest.mark.parametrize(
    ("changes", "n_flows"),
    [
        ({}, 1),
        ({"span_start": 40, "span_end": 44}, 0),
        ({"document_id": "other"}, 0),
        ({"span_start": None, "span_end": None}, 0),
        ({"area_code": "C3916"}, 0),
        ({"as_of": day("2020-02-02")}, 0),
    ],
    ids=["the same words", "two numbers", "two documents", "no text", "one place", "two days"],
)
def test_a_flow_is_drawn_only_where_the_same_words_name_both_ends(changes, n_flows):
    assert len(mapping.flows(figures(said("a", "origin", "C3916"), said("b", "destination", "C4126", **changes)))) == n_flows


def test_a_town_stands_by_its_last_statement_with_those_before_it():
    (town,) = towns(took("a", "2020-02-05", event_type="town_entered"), took("b", "2020-02-06"))
    assert town.last["event_id"] == "b"
    assert [act["event_id"] for act in town.before] == ["a"]


@pytest.mark.parametrize(("until", "n_towns"), [("2020-02-05", 0), ("2020-02-06", 1)])
def test_a_town_has_changed_hands_once_the_act_has_ended(until, n_towns):
    assert len(towns(took("a", "2020-02-06", started_on=day("2020-02-05")), until=until)) == n_towns


@pytest.mark.parametrize(
    "changes",
    [
        {"event_type": "airstrike"},
        {"event_type": "withdrawal"},
        {"place_accuracy": "adm3"},
        {"code": "SY070301"},
        {"code": "C6389"},
    ],
    ids=["strike", "withdrawal", "near the town", "villages of a sub-district", "no point"],
)
def test_other_acts_and_vague_places_say_nothing_about_a_town(changes):
    assert towns(took("a", "2020-02-06", **changes)) == []


def test_a_report_that_only_names_the_month_does_not_stand_for_the_day_another_one_names():
    vague = took("vague", "2019-08-31", started_on=day("2019-08-01"), accuracy="month")
    (town,) = towns(took("exact", "2019-08-21"), vague)
    assert town.last["event_id"] == "exact"
    assert towns(vague)[0].last["event_id"] == "vague"


@pytest.mark.parametrize(
    ("acts", "is_disputed"),
    [
        ([(GOVERNMENT, "claimed")], False),
        ([(GOVERNMENT, "claimed"), (GOVERNMENT, "confirmed")], False),
        ([(GOVERNMENT, "claimed"), (OPPOSITION, "confirmed")], False),
        ([(GOVERNMENT, "confirmed"), (OPPOSITION, "claimed")], True),
        ([(OPPOSITION, "claimed"), (GOVERNMENT, "claimed")], True),
        ([(GOVERNMENT, "confirmed"), ("not stated", "claimed")], False),
        ([(GOVERNMENT, "denied")], True),
    ],
    ids=["one claim", "one side", "settled by a third", "claimed since", "two claims", "actor of no side", "denied"],
)
def test_a_town_is_disputed_where_another_side_claims_it_since_the_last_settled_act(acts, is_disputed):
    records = [took(f"e{k}", f"2020-02-{k + 10}", actor, status=status) for k, (actor, status) in enumerate(acts)]
    assert towns(*records)[0].is_disputed is is_disputed


@pytest.mark.parametrize(
    ("after", "following"),
    [("2020-01-01", "2020-02-05"), ("2020-02-05", "2020-02-06"), ("2020-02-06", "2020-02-29"), ("2020-02-29", None)],
)
def test_playing_goes_to_the_next_day_on_which_something_changes(after, following):
    events = happened(took("a", "2020-02-06", started_on=day("2020-02-05")))
    days = mapping.days_of_change(points(month("C4126", 1), month("C4126", 2, "2020-07-31")), events)
    found = mapping.next_day(days, day(after), day("2020-06-30"))
    assert found == (day(following) if following else None)


def test_events_of_the_days_come_latest_first():
    frame = happened(took("a", "2020-02-05"), took("b", "2020-02-07"), took("c", "2020-03-07"))
    assert [row["event_id"] for row in rows(mapping.events_of(frame, day("2020-02-01"), day("2020-02-29")))] == ["b", "a"]


def test_an_empty_table_of_events_has_no_town():
    assert towns() == []
    assert isinstance(mapping.on_day(points(), MONTHLY, day("2020-02-01")), pd.DataFrame)
