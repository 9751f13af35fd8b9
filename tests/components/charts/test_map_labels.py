"""Words on the map: each finds room or stays unsaid, and none hides a mark or another word."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts import map_labels
from components.charts.map_labels import HEIGHT, NARROW, WIDEST, WITHIN, Wish, extent_of, thinned

EXTENT = extent_of([(36.2, 35.4), (37.2, 36.6)])
SCALES = (EXTENT.scale(NARROW), EXTENT.scale(NARROW * WIDEST))
PLACES = st.tuples(st.floats(36.2, 37.2), st.floats(35.4, 36.6))


def wish(longitude, latitude, *lines, radius=5, **changes):
    return Wish(lines or ("Saraqeb",), longitude, latitude, radius, "#000000", **changes)


def test_a_label_stands_at_the_right_of_its_mark_where_there_is_room():
    (label,) = thinned([wish(36.6, 36.0)], [(36.6, 36.0, 5)], EXTENT)
    assert label.anchor == ("left", "middle")


def test_of_two_labels_at_one_place_the_first_chooses_first():
    labels = thinned([wish(36.6, 36.0, "first"), wish(36.6, 36.0, "second")], [(36.6, 36.0, 5)], EXTENT)
    assert [label.wish.lines[0] for label in labels] == ["first", "second"]
    assert labels[0].anchor != labels[1].anchor


def test_a_label_without_room_stays_unsaid():
    crowd = [(36.6 + dx / 20, 36.0 + dy / 20, 16) for dx in range(-6, 7) for dy in range(-6, 7)]
    assert thinned([wish(36.6, 36.0)], crowd, EXTENT) == []


@pytest.mark.parametrize(("anchors", "n_labels"), [((), 0), (WITHIN, 1)])
def test_a_number_may_stand_within_its_own_ring(anchors, n_labels):
    ring = (36.6, 36.0, 30)
    labels = thinned([wish(36.6, 36.0, "97,469", "left Atareb", radius=30, anchors=anchors)], [ring], EXTENT)
    assert len(labels) == n_labels
    assert [map_labels.annotation(label)["text"] for label in labels] == ["97,469"] * n_labels


@pytest.mark.parametrize(("may_cross_rings", "is_moved"), [(False, True), (True, False)])
def test_a_number_never_stands_in_the_ring_of_another(may_cross_rings, is_moved):
    (label,) = thinned([wish(36.6, 36.0, may_cross_rings=may_cross_rings)], [], EXTENT, rings=[(36.72, 36.0, 20)])
    assert (label.anchor != ("left", "middle")) is is_moved


@given(st.lists(PLACES, max_size=25))
def test_no_two_labels_meet_on_a_narrow_page_or_a_wide_one(places):
    labels = thinned([wish(*place) for place in places], [(*place, 5) for place in places], EXTENT)
    for scale in SCALES:
        boxes = [map_labels._box(label.wish, label.anchor, scale, EXTENT) for label in labels]
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        assert all(box.left >= 0 and box.bottom >= 0 and box.top <= HEIGHT for box in boxes)


def test_the_ground_holds_every_place_with_some_air():
    extent = extent_of([(36.0, 35.0), (37.0, 36.0)])
    assert extent.west < 36.0 < 37.0 < extent.east
    assert extent.south < 35.0 < 36.0 < extent.north


def test_the_ground_of_one_place_is_not_a_point():
    extent = extent_of([(36.0, 35.0)])
    assert extent.east > extent.west
    assert extent.north > extent.south
