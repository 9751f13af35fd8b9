"""Intervals side by side: whole ends, open sides as arrows, words on lines of their own."""

import pytest

from components.charts import intervals
from components.charts.intervals import LETTERS, Interval
from components.palette import DARK, LIGHT


def one(low, value, high, quantifier="exact", **more):
    return Interval(words="OCHA: so many", low=low, value=value, high=high, quantifier=quantifier, hover="why", **more)


def trace(chart, name):
    return next(each for each in chart.data if each.name == name)


@pytest.mark.parametrize(
    ("given", "ends", "arrows"),
    [
        (one(200, None, 999), (200, 999), []),
        (one(948, 948, None, "more_than"), (948, "edge"), ["triangle-right"]),
        (one(None, 400, 400, "at_most"), (0, 400), ["triangle-left"]),
    ],
)
def test_a_known_side_ends_and_an_open_one_is_an_arrow_at_the_edge(given, ends, arrows):
    chart = intervals([given])
    edge = chart.layout.xaxis.range[1]
    low, high, _ = trace(chart, "other ranges").x
    assert (low, "edge" if high == edge else high) == ends
    assert list(trace(chart, "open side").marker.symbol) == arrows


def test_the_strong_one_is_blue_and_the_others_are_grey():
    chart = intervals([one(1, 1, 1, is_strong=True), one(2, 2, 2)])
    assert list(trace(chart, "numbers").marker.color) == [LIGHT.displacement, LIGHT.claim]
    assert trace(chart, "ranges").x[0] == 1


def test_zero_is_on_the_axis_and_numbers_are_whole():
    axis = intervals([one(350_000, 350_000, 350_000)]).layout.xaxis
    assert axis.range[0] == 0
    assert axis.range[1] > 350_000
    assert axis.tickformat == ",d"


def test_every_line_of_words_stands_between_the_mark_above_and_its_own():
    chart = intervals(
        [one(1, 1, 1, heading="Since 1 Dec 2019"), one(2, 2, 2, heading="Since 1 Dec 2019"), one(3, 3, 3, heading="b")]
    )
    lines = [note.y for note in chart.layout.annotations if not note.text.startswith("<b>")]
    marks = list(trace(chart, "numbers").y)
    assert all(line < mark for line, mark in zip(lines, marks, strict=True))
    assert all(line - above > mark - line for above, line, mark in zip(marks, lines[1:], marks[1:], strict=False))
    assert [note.text for note in chart.layout.annotations if note.text.startswith("<b>")] == [
        "<b>Since 1 Dec 2019</b>",
        "<b>b</b>",
    ]


def test_words_fit_the_narrowest_page_and_markup_in_them_is_text():
    long = Interval("<b>" + "word " * 40, 1, 1, 1, "exact", "why")
    text = intervals([long]).layout.annotations[0].text
    assert text.startswith("&lt;b&gt;word")
    assert len(text) <= LETTERS + 2 * len("&lt;")


def test_marks_carry_ids_only_and_the_theme_is_the_readers():
    chart = intervals([one(1, 1, 1, record_id="f1")], palette=DARK)
    assert list(trace(chart, "numbers").customdata) == ["f1"]
    assert chart.layout.paper_bgcolor == DARK.background
