"""The last label stands where it hides least, on a narrow page as on a wide one."""

from datetime import date

import pytest

from components import directions, selection
from components.charts import labels, marks
from components.charts.canvas import Canvas, width_of
from components.palette import LIGHT
from components.wording import speaking
from tests.components.frames import figure, marks_of, point, told

CANVAS = Canvas(date(2019, 12, 1), date(2020, 4, 15), 1_100_000.0, 0, 0, LIGHT)


def label(points, claims=()):
    placed = marks.place(selection.rows(marks_of(*claims)), CANVAS)
    return labels.last_label(points, placed, CANVAS)


def test_with_room_to_the_right_the_label_stands_there_under_its_mark():
    shown = label(told(point("2020-01-27", 390_000), point("2020-03-03", 961_300)))
    assert (shown["xanchor"], shown["ay"]) == ("left", labels.DROPS[0])


def test_in_arabic_the_label_stands_as_near_as_in_english():
    steady = told(point("2020-01-27", 390_000), point("2020-03-03", 961_300))
    with speaking("ar"):
        shown = label(steady)
    assert (shown["xanchor"], shown["ay"]) == (label(steady)["xanchor"], label(steady)["ay"])


@pytest.mark.parametrize("marks_around", ["", directions.FSI, directions.FSI * 3])
def test_the_marks_that_keep_a_direction_have_no_width(marks_around):
    assert width_of(f"{marks_around}3 Mar 2020{directions.PDI * len(marks_around)}") == width_of("3 Mar 2020")


def test_a_mark_in_the_way_moves_the_label():
    in_the_way = [figure(f"f{k}", "2020-03-10", 820_000, role="triangulation") for k in range(3)]
    shown = label(told(point("2020-01-27", 390_000), point("2020-03-03", 961_300)), in_the_way)
    assert shown["ay"] != labels.DROPS[0]


STEEP = (
    point("2020-02-20", 20_000),
    point("2020-02-25", 400_000),
    point("2020-03-30", 1_041_000, speaker="Response Coordination Group", quantifier="more_than", own_high=None, high=None),
)


def test_a_label_too_long_for_the_right_on_a_steep_line_stands_in_the_corner():
    shown = label(told(*STEEP))
    assert shown["text"].startswith("Last: <b>more than 1,041,000</b>")
    assert shown["showarrow"] is False


@pytest.mark.parametrize(
    ("other", "is_met"),
    [((5, 5, 15, 15), True), ((10, 0, 20, 10), False), ((-5, -5, 0, 0), False), ((2, 2, 3, 3), True)],
)
def test_boxes_meet_where_they_share_ground(other, is_met):
    assert labels.Box(0, 0, 10, 10).meets(labels.Box(*other)) is is_met


def test_a_vague_last_point_is_labelled_with_what_its_words_allow():
    shown = label(
        told(point("2020-03-03", None, low=100_000, high=999_999, own_low=200_000, own_high=999_999, quantifier="vague"))
    )
    assert "<b>200,000 to 999,999</b>" in shown["text"]
    assert shown["y"] == 200_000


def test_in_the_corner_of_an_arabic_page_the_word_comes_before_the_number_as_one_text():
    with speaking("ar"):
        first = label(told(*STEEP))["text"].partition("<br>")[0]
    assert first.startswith(f"{directions.FSI}الأخير: <b>")
    assert (first.count(directions.FSI), first[-1]) == (1, directions.PDI)
