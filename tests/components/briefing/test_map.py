"""The map on paper: every number named, nothing hidden, told apart without colour, the same bytes each time."""

import re
from dataclasses import replace
from itertools import combinations

import pytest

from components import wording
from components.briefing import map as print_map
from components.briefing import map_labels, map_marks
from components.briefing.compose import build_briefing
from components.briefing.map_ground import HEIGHT, frame_of
from components.briefing.material import Asked
from components.briefing.model import Cited, MapDrawing, MapPlace
from components.charts.lanes import Side

SIDES = (Side("One", ("one",)), Side("Other", ("other",)))


def person(name="Here", latitude=35.0, longitude=36.0, role="origin", low=500, value=500, high=500):
    return MapPlace(f"f-{name}", name, latitude, longitude, role, f"{value or low:,}", low, value, high)


def town(name="Town", latitude=35.2, longitude=36.2, event_type="town_captured", side="One", *, is_disputed=False):
    words = "disputed" if is_disputed else event_type.removeprefix("town_")
    return MapPlace(
        f"e-{name}", name, latitude, longitude, "event", words, event_type=event_type, side=side, is_disputed=is_disputed
    )


def drawing_of(*places):
    return MapDrawing(Cited("Where"), "A map", Cited(""), places, (), (), SIDES)


@pytest.fixture
def default(built):
    briefing = build_briefing(Asked())
    drawing = next(b for section in briefing.sections for b in section.blocks if isinstance(b, MapDrawing))
    return drawing, briefing.note_of


def texts(svg):
    return re.findall(r">([^<>]+)</text>", svg)


def test_the_same_map_gives_the_same_bytes(default):
    drawing, notes = default
    first = print_map.svg(drawing, notes)
    print_map._svg.cache_clear()
    assert print_map.svg(drawing, notes) == first


def test_a_map_that_was_drawn_in_one_language_is_drawn_anew_in_another(default):
    drawing, notes = default
    english = print_map.svg(drawing, notes)
    with wording.speaking("ar"):
        assert "أماكن غادرها الناس" in print_map.svg(drawing, notes)
    assert print_map.svg(drawing, notes) == english


def test_every_number_stands_on_the_map_as_it_was_printed(default):
    drawing, _ = default
    told = texts(print_map.svg(drawing))
    assert [place.words for place in drawing.places if place.size is not None and place.words not in told] == []


def test_a_mark_leads_to_its_note(default):
    drawing, notes = default
    linked = set(re.findall(r'href="#n(\d+)"', print_map.svg(drawing, notes)))
    assert linked == {str(notes[place.row_id]) for place in drawing.places}


def test_no_name_hides_another(default):
    drawing, _ = default
    frame = frame_of(drawing, is_mirrored=False)
    labels = map_labels.placed(print_map._wishes(drawing, frame), frame)
    assert len(labels) > 30
    assert [(one.wish.lines, other.wish.lines) for one, other in combinations(labels, 2) if one.box.meets(other.box)] == []


@pytest.mark.parametrize(
    ("place", "exact"),
    [
        (person(), True),
        (person(low=500, value=None, high=None), False),
        (person(low=450, value=500, high=550), False),
        (person(low=500, value=500, high=None), False),
    ],
    ids=["exact", "a bound", "about", "more than"],
)
def test_the_rim_is_broken_where_a_number_is_not_exact(place, exact):
    svg = print_map.svg(drawing_of(place))
    assert map_marks.is_exact(place) is exact
    assert ("stroke-dasharray" in svg) is not exact
    assert ("the number is not exact" in texts(svg)) is not exact


def test_the_area_of_a_circle_is_its_number():
    small, large = person(low=100, value=100, high=100), person(low=400, value=400, high=400)
    assert map_marks.across(large, 400) == 2 * map_marks.across(small, 400)


def test_marks_that_mean_different_things_differ_without_colour():
    kinds = [
        town(event_type=act, side=side)
        for act in ("town_captured", "town_entered", "counter_offensive")
        for side in ("One", "Other")
    ]
    looks = [map_marks.look_of(place, drawing_of(*kinds)) for place in (*kinds, town(is_disputed=True))]
    assert len({(str(look["marker"]), look["markerfacecolor"] == "#ffffff") for look in looks}) == len(looks)


def test_the_legend_says_what_occurs_and_nothing_else():
    left = texts(print_map.svg(drawing_of(person())))
    assert "people left the place" in left
    assert "people came there" not in left
    assert {"One: captured", "disputed"} <= set(texts(print_map.svg(drawing_of(town(), town("B", 35.4, is_disputed=True)))))


def test_a_scale_is_as_long_as_it_says_and_named_as_one():
    drawing = drawing_of(person(), person("There", latitude=36.0))
    frame = frame_of(drawing, is_mirrored=False)
    (_, south), (_, north) = frame.at(36.0, 35.0), frame.at(36.0, 36.0)
    assert frame.kilometres(north - south) == pytest.approx(111.2)
    assert 'id="map-scale-map"' in print_map.svg(drawing)


def test_one_place_alone_is_shown_with_what_lies_around_it():
    frame = frame_of(drawing_of(person()), is_mirrored=False)
    assert 20 < frame.kilometres(HEIGHT) < 60


def test_words_from_right_to_left_have_the_legend_at_the_left():
    drawing = drawing_of(person())
    with wording.speaking("ar"):
        turned = print_map.svg(drawing)
    assert turned != print_map.svg(drawing)
    assert frame_of(drawing, is_mirrored=True).at(36.0, 35.0)[0] > frame_of(drawing, is_mirrored=False).at(36.0, 35.0)[0]


def test_a_name_with_signs_of_markup_is_drawn_as_it_is():
    svg = print_map.svg(drawing_of(replace(person(), name="A <b> $x$ & #y")))
    assert ">A &lt;b&gt; $x$ &amp; #y</text>" in svg
