"""The map of a day: circles by number, towns, events, over a ground of our own facts."""

import math

import pytest

from components.charts.map import day_map
from components.charts.map_labels import extent_of
from components.charts.map_marks import LARGEST, SMALLEST, Scene, across
from components.charts.map_tiles import tiles_map
from components.mapping_ground import Ground
from components.palette import DARK, LIGHT, mixed
from components.selection import rows
from tests.components.mapped import SIDES, happened, month, shown, took, towns

ROAD = (("Maaret al-Numan", 36.68, 35.65), ("Saraqeb", 36.81, 35.86))
GROUND = Ground({"M5": ROAD}, (("Azaz", 37.05, 36.58),), (), (((36.0, 35.5), (36.5, 36.0)),), (), {}, 0)
EXTENT = extent_of([(36.2, 35.4), (37.2, 36.6)])


def scene(people=(), acts=(), events=(), flows=(), top=200_000):
    return Scene(people, towns(*acts), rows(happened(*events)), flows, GROUND, EXTENT, top, SIDES)


def trace(chart, name):
    return next(one for one in chart.data if one.name == name)


@pytest.mark.parametrize(("count", "share"), [(200_000, 1), (50_000, 0.5), (12_500, 0.25)])
def test_the_area_of_a_circle_is_the_number(count, share):
    assert math.isclose(across(count, 200_000), LARGEST * share)


def test_a_small_number_keeps_a_circle_one_can_point_at():
    assert across(1, 200_000) == SMALLEST


def test_who_left_is_a_ring_and_who_came_is_full_each_with_the_id_of_its_figure_only():
    chart = day_map(scene(shown(month("C4126", 100_000), month("C3916", 200_000, area_role="origin"))))
    left, came = trace(chart, "left"), trace(chart, "came there")
    assert (list(left.customdata), list(came.customdata)) == (["f-C3916-2020-02-29"], ["f-C4126-2020-02-29"])
    assert left.marker.color[0] != came.marker.color[0]
    assert (left.x[0], left.y[0]) == (36.81, 35.86)


def test_smaller_circles_lie_on_larger_ones():
    chart = day_map(scene(shown(month("C4126", 10_000), month("SY070301", 90_000))))
    assert list(trace(chart, "came there").marker.size) == sorted(trace(chart, "came there").marker.size, reverse=True)


def test_a_kilometre_is_as_long_on_both_axes():
    layout = day_map(scene()).layout
    assert layout.yaxis.scaleanchor == "x"
    assert math.isclose(layout.yaxis.scaleratio, 1 / math.cos(math.radians(36.0)), rel_tol=1e-3)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_town_has_the_colour_of_who_took_it_paler_where_only_claimed(palette):
    claimed = took("b", "2020-02-06", code="C3985", status="claimed")
    chart = day_map(scene(acts=[took("a", "2020-02-06"), claimed]), palette=palette)
    inks = dict(zip(trace(chart, "towns").customdata, trace(chart, "towns").marker.line.color, strict=True))
    assert inks == {"a": palette.advance, "b": mixed(palette.advance, palette.background, 0.5)}


def test_events_at_one_place_are_one_mark_that_tells_of_all():
    strikes = [took(f"e{k}", f"2020-02-0{k}", event_type="airstrike") for k in (3, 2, 1)]
    chart = day_map(scene(events=strikes))
    assert list(trace(chart, "events").customdata) == ["e3"]
    assert trace(chart, "events").text[0].count("also Airstrike: Saraqeb") == 2


def test_who_took_a_town_is_its_mark_and_not_an_event_again():
    chart = day_map(scene(acts=[took("a", "2020-02-06")], events=[took("a", "2020-02-06")]))
    assert list(trace(chart, "towns").customdata) == ["a"]
    assert len(trace(chart, "events").x) == 0


def test_roads_and_borders_are_lines_under_everything():
    chart = day_map(scene())
    assert [one.name for one in chart.data][:2] == ["borders", "roads"]
    assert list(trace(chart, "roads").y)[:2] == [35.65, 35.86]
    assert len(trace(chart, "borders").x) == 3


@pytest.mark.parametrize("has_flow", [True, False])
def test_a_line_joins_two_places_only_where_a_statement_does(has_flow):
    pair = tuple(shown(month("C3916", 5, area_role="origin"), month("C4126", 5)))
    names = [one.name for one in day_map(scene(flows=[pair] if has_flow else [])).data]
    assert ("flows" in names) is has_flow


def test_the_label_of_a_circle_says_number_side_and_place():
    chart = day_map(scene(shown(month("SY070301", 211_597))))
    assert "<b>211,597</b><br>came to Dana" in [label.text for label in chart.layout.annotations]


def test_nothing_on_the_drawn_map_is_asked_of_another_computer():
    chart = day_map(scene(shown(month("C4126", 10)), acts=[took("a", "2020-02-06")]))
    chart.layout.template = None  # plotly's own names every kind of trace there is
    text = chart.to_json()
    assert "http" not in text
    assert "scattermap" not in text


def test_on_tiles_the_same_marks_stand_on_the_style_of_the_setting():
    shown_scene = scene(shown(month("C4126", 10)), acts=[took("a", "2020-02-06")])
    chart = tiles_map(shown_scene, "https://tiles.example/style.json")
    assert chart.layout.map.style == "https://tiles.example/style.json"
    assert {one.type for one in chart.data} == {"scattermap"}
    assert [id_ for one in chart.data for id_ in one.customdata] == ["f-C4126-2020-02-29", "a"]
