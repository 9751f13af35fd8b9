"""Offensives as bars, events in lanes by who acts; names on lines of their own."""

from datetime import date

import pytest

from components import selection
from components.charts import lanes
from components.charts.canvas import Canvas
from components.palette import LIGHT, mixed
from tests.components.frames import event, events, offensive, offensives

CANVAS = Canvas(date(2019, 12, 1), date(2020, 3, 31), 1_000_000.0, 400, 0, LIGHT)
SIDES = (
    lanes.Side("Government and allied forces advance", ("government", "syrian army", "russia", "iran", "hezbollah")),
    lanes.Side("Opposition and Turkish forces", ("opposition", "turk", "armed groups", "national army", "hts")),
)
GOVERNMENT, OPPOSITION = (side.name for side in SIDES)


def told(*records):
    return selection.rows(events(*records))


@pytest.mark.parametrize(
    ("event_type", "actor", "lane"),
    [
        ("town_captured", "Syrian government forces", GOVERNMENT),
        ("ground_advance", "Russia; Syrian government", GOVERNMENT),
        ("counter_offensive", "Turkish-backed factions", OPPOSITION),
        ("town_captured", "opposition factions (HTS and allies)", OPPOSITION),
        ("ground_advance", "armed groups", OPPOSITION),
        ("airstrike", "Russian air force", lanes.STRIKES),
        ("shelling", "Turkish armed forces", lanes.STRIKES),
        ("ceasefire", "Russia; Turkey", lanes.TALKS),
        ("other", None, lanes.TALKS),
        ("ground_advance", None, "On the ground, actor not assigned"),
        ("ground_advance", "not stated", "On the ground, actor not assigned"),
        ("town_captured", "government forces and Turkish forces", "On the ground, actor not assigned"),
    ],
)
def test_an_event_stands_in_the_lane_of_who_acts_and_is_never_assigned_by_guess(event_type, actor, lane):
    assert lanes.lane_of(told(event("e", "2020-02-06", event_type=event_type, actor=actor))[0], SIDES) == lane


def test_a_crisis_names_its_own_sides():
    sides = lanes.sides_of({"side": [{"name": "Army advance", "actors": ["army"]}]})
    assert lanes.lane_of(told(event("e", "2020-02-06", actor="The Army"))[0], sides) == "Army advance"
    assert lanes.sides_of({}) == ()


def test_every_type_of_event_has_a_shape_and_a_name_in_the_key():
    from components import legends
    from etl.vocabulary import EventType

    assert set(lanes.SYMBOLS) == set(EventType)
    assert set().union(*legends.EVENT_SHAPES.values()) == set(EventType)
    assert len(set(lanes.SYMBOLS.values())) == len(EventType)


def test_events_of_one_day_stand_one_under_another():
    rows = lanes.arrange([], told(*(event(f"e{k}", "2020-02-06") for k in range(4))), SIDES, day_px=8)
    heights = [height for _, _, height in rows.events]
    assert len(set(heights)) == 4


def test_events_far_apart_share_a_level():
    rows = lanes.arrange([], told(event("a", "2020-01-06"), event("b", "2020-02-06")), SIDES, day_px=8)
    assert len({height for _, _, height in rows.events}) == 1


def test_a_lane_does_not_grow_without_end():
    rows = lanes.arrange([], told(*(event(f"e{k:02}", "2020-02-06") for k in range(40))), SIDES, day_px=8)
    assert len({height for _, _, height in rows.events}) == lanes.DEEPEST
    assert len(rows.events) == 40


def test_names_stand_on_lines_of_their_own_above_what_they_name():
    shown = selection.rows(offensives(offensive("o", "2019-12-19", "2020-03-06"), offensive("p", "2020-01-26", "2020-02-16")))
    rows = lanes.arrange(shown, told(event("e", "2020-02-06"), event("f", "2020-02-06", event_type="airstrike")), SIDES, day_px=8)
    tops = [height - lanes.BAR // 2 - lanes.NAME for _, height in rows.bars] + [top for _, top, _ in rows.lanes]
    assert tops == sorted(tops)
    marks = {height for _, _, height in rows.events} | {height for _, height in rows.bars}
    assert not any(top <= height < top + lanes.NAME - lanes.BAR / 2 for top in tops for height in marks)
    assert [name for name, _, _ in rows.lanes] == [GOVERNMENT, lanes.STRIKES]


def test_a_bar_reaches_from_first_to_last_day_within_the_period():
    shown = selection.rows(offensives(offensive("o", "2019-11-19", None), offensive("p", "2020-02-01", "2020-02-01")))
    bars = lanes.bars(lanes.arrange(shown, [], SIDES, day_px=8), CANVAS)
    days = [width / 86_400_000 for width in bars.x]
    assert list(bars.base) == [date(2019, 12, 1), date(2020, 2, 1)]
    assert days == [CANVAS.days + 1, 1]
    assert list(bars.customdata) == ["o", "p"]


def test_what_only_one_side_claims_is_paler():
    rows = lanes.arrange(
        [], told(event("a", "2020-01-06", status="claimed"), event("b", "2020-02-06", status="confirmed")), SIDES, 8
    )
    claimed, confirmed = lanes.events_trace(rows, CANVAS, SIDES).marker.color
    assert (claimed, confirmed) == (mixed(LIGHT.advance, LIGHT.background, lanes.PALE), LIGHT.advance)


def test_an_event_of_several_days_or_of_some_day_of_a_week_is_as_long():
    rows = lanes.arrange(
        [],
        told(
            event("a", "2020-01-06", ended_on=date(2020, 1, 9)),
            event("b", "2020-02-06", accuracy="week"),
        ),
        SIDES,
        8,
    )
    bars = lanes.events_trace(rows, CANVAS, SIDES).error_x
    assert [width / 86_400_000 for width in bars.array] == [3, 3]
    assert [width / 86_400_000 for width in bars.arrayminus] == [0, 3]
