"""The reported counts: the shape says how the words bound the number, nothing is drawn that nobody reported."""

from datetime import date
from itertools import pairwise

import pytest

from components import selection
from components.charts import marks
from components.charts.canvas import Canvas, noon
from components.palette import LIGHT
from tests.components.frames import day, figure, marks_of, point, told

CANVAS = Canvas(date(2019, 12, 1), date(2020, 3, 31), 1_000_000.0, 0, 0, LIGHT)


def claims(*records):
    return selection.rows(marks_of(*records))


def test_the_line_stands_on_each_number_until_the_next_report_and_not_a_day_longer():
    line = marks.line(told(point("2020-01-27", 390_000), point("2020-02-02", 586_000)), CANVAS)
    assert line.line.shape == "hv"
    assert list(line.x) == [noon(day("2020-01-27")), noon(day("2020-02-02"))]
    assert list(line.y) == [390_000, 586_000]
    assert line.connectgaps is False


def test_a_vague_point_breaks_the_line():
    line = marks.line(
        told(point("2020-01-27", 390_000), point("2020-01-31", None, low=200_000), point("2020-02-02", 586_000)), CANVAS
    )
    assert list(line.y) == [390_000, None, 586_000]


def test_a_long_silence_breaks_the_line():
    line = marks.line(told(point("2019-05-01", 100_000), point("2019-08-01", 200_000)), CANVAS)
    assert list(line.y) == [100_000, None, 200_000]


@pytest.mark.parametrize(
    ("quantifier", "symbol"),
    [
        ("exact", "circle"),
        ("about", "circle"),
        ("at_least", "triangle-up"),
        ("more_than", "triangle-up"),
        ("at_most", "triangle-down"),
        ("less_than", "triangle-down"),
        ("nearly", "triangle-down"),
        ("between", "line-ew"),
        ("vague", "line-ew"),
    ],
)
def test_the_shape_says_how_the_words_bound_the_number(quantifier, symbol):
    changes = {"quantifier": quantifier, "role": "triangulation"}
    if symbol == "line-ew":
        changes |= {"people_value": None, "people_low": 200_000, "people_high": 999_999}
    shown = marks.claim_traces(marks.place(claims(figure("a", "2020-01-30", 700_000, **changes)), CANVAS), CANVAS)
    drawn = [trace for trace in shown if trace.x]
    assert [list(trace.marker.symbol) for trace in drawn] == [[symbol]]


def test_only_an_exact_number_is_full():
    shown = marks.claim_traces(
        marks.place(
            claims(
                figure("a", "2020-01-10", 1),
                figure("b", "2020-01-20", 400_000, quantifier="about"),
            ),
            CANVAS,
        ),
        CANVAS,
    )[-1]
    assert list(shown.marker.color) == [LIGHT.displacement, LIGHT.background]


def test_a_mark_carries_only_the_id_of_its_figure():
    for trace in marks.claim_traces(
        marks.place(claims(figure("a", "2020-01-10", 1), figure("b", "2020-01-20", 2, role=None)), CANVAS), CANVAS
    ):
        assert set(trace.customdata or ()) <= {"a", "b"}


def test_the_bar_of_a_claim_is_what_its_words_allow_and_an_open_side_has_none():
    shown = marks.claim_traces(
        marks.place(
            claims(
                figure("about", "2020-01-10", 500_000, people_low=450_000, people_high=550_000),
                figure("open", "2020-01-20", 500_000, people_high=None),
            ),
            CANVAS,
        ),
        CANVAS,
    )[-1]
    assert list(shown.error_y.array) == [50_000, 0]
    assert list(shown.error_y.arrayminus) == [50_000, 0]


def test_a_range_is_a_bar_from_its_low_to_its_high_end():
    claim = figure("a", "2020-01-10", None, quantifier="vague", people_low=200_000, people_high=999_999, role="triangulation")
    ranges = marks.claim_traces(marks.place(claims(claim), CANVAS), CANVAS)[1]
    assert (list(ranges.y), list(ranges.error_y.array), list(ranges.error_y.arrayminus)) == ([200_000], [799_999], [0])


def test_claims_of_one_day_can_each_be_pointed_at():
    same = [figure(f"f{k}", "2020-03-05", 961_000 + k, role="triangulation") for k in range(5)]
    placed = marks.place(claims(*same), CANVAS)
    moments = sorted(mark.at for mark in placed)
    gaps = [(after - before).total_seconds() / 86_400 * CANVAS.day_px for before, after in pairwise(moments)]
    assert min(gaps) >= marks.MARK - 0.1


def test_a_recommended_claim_stands_on_its_day_and_the_other_beside_it():
    placed = marks.place(
        claims(figure("a", "2020-03-05", 961_000), figure("b", "2020-03-05", 961_000, role="triangulation")), CANVAS
    )
    assert {mark.claim["figure_id"]: mark.is_moved for mark in placed} == {"a": False, "b": True}
    tether = marks.tethers(placed, CANVAS)
    assert tether.x[0] == noon(day("2020-03-05"))
    assert list(tether.y) == [961_000, 961_000, None]


def test_claims_far_apart_in_number_stay_on_their_day():
    placed = marks.place(
        claims(figure("a", "2020-01-31", 300_000), figure("b", "2020-01-31", 586_000, role="triangulation")), CANVAS
    )
    assert not any(mark.is_moved for mark in placed)


@pytest.mark.parametrize(
    ("changes", "n_drawn"),
    [
        ({"low": 300_000, "high": 586_000, "n_speakers": 3}, 1),
        ({"low": 385_000, "n_speakers": 1}, 0),
        ({"n_speakers": 2}, 0),
    ],
)
def test_the_band_is_drawn_only_where_speakers_differ(changes, n_drawn):
    band = marks.band(told(point("2020-01-31", 520_000, **changes)), [], CANVAS)
    assert len(band.x) == n_drawn


def test_an_open_side_of_the_band_ends_at_the_last_known_claim_and_has_an_arrow():
    points = told(point("2020-01-31", 520_000, low=300_000, high=None, n_speakers=3))
    shown = claims(figure("a", "2020-01-31", 520_000), figure("b", "2020-01-31", 586_000, people_high=None, role="triangulation"))
    band, arrow = marks.band(points, shown, CANVAS), marks.open_sides(points, shown, CANVAS)
    assert (list(band.base), list(band.y)) == ([300_000], [286_000])
    assert (list(arrow.y), list(arrow.marker.angle)) == ([586_000], [-180])  # turned round


@pytest.mark.parametrize(
    ("accuracy", "first", "last"),
    [
        ("day", "2020-02-15", "2020-02-15"),
        (None, "2020-02-15", "2020-02-15"),
        ("week", "2020-02-12", "2020-02-18"),
        ("month", "2020-02-01", "2020-02-29"),
        ("year", "2020-01-01", "2020-12-31"),
    ],
)
def test_a_day_known_only_roughly_has_the_width_it_may_mean(accuracy, first, last):
    assert marks.days_of(day("2020-02-15"), accuracy) == (day(first), day(last))


def test_windows_are_bars_as_wide_as_their_windows():
    bars = marks.window_bars(
        told(point("2020-02-29", 752_131, window="month", since=None), point("2020-03-31", None, window="month")), CANVAS
    )
    assert bars.x[0].isoformat() == "2020-02-01T00:00:00"
    assert list(bars.y) == [752_131, None]
    assert [round(width / 86_400_000 / 0.94) for width in bars.width] == [29, 31]


@pytest.mark.parametrize(
    ("window", "first", "days"), [("day", "2020-02-29", 1), ("week", "2020-02-23", 7), ("year", "2020-01-01", 60)]
)
def test_a_window_ends_with_its_day(window, first, days):
    assert marks.first_and_days(day("2020-02-29"), window) == (day(first), days)
