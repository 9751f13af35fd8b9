"""The change per day: a bar over the days between two reports, as high as the words allow, an arrow where a side is open."""

from datetime import date

from components.charts import rates
from components.charts.canvas import DAY, LEFT, RIGHT
from etl.counting.rates import daily_rates
from tests.components.frames import point, points

SERIES = points(
    point("2019-12-29", 284_000),
    point("2020-01-08", 312_000, days=10, change_low=27_500, change_value=28_000, change_high=None),
    point("2020-01-14", 350_000, days=6, change_low=33_000, change_value=38_000, change_high=38_400),
    point("2020-01-20", 340_000, days=6, change_low=0, change_value=-10_000, change_high=0, is_revision=True),
)
CHART = rates(daily_rates(SERIES), first=date(2019, 12, 1), last=date(2020, 1, 31))


def trace(name):
    return next(each for each in CHART.data if each.name == name)


def test_a_bar_spans_its_days_and_the_rates_its_words_allow():
    bars = trace("rates")
    assert list(bars.width) == [10 * DAY, 6 * DAY]
    assert list(bars.base) == [2_750, 5_500]
    assert [round(low + height) for low, height in zip(bars.base, bars.y, strict=True)] == [2_800, 6_400]


def test_an_open_side_is_an_arrow():
    assert list(trace("open side").marker.symbol) == ["triangle-up"]
    assert list(trace("open side").y) == [2_800]


def test_the_line_is_the_rate_of_the_printed_numbers_and_breaks_between_reports():
    assert [None if rate is None else round(rate) for rate in trace("printed numbers").y] == [
        2_800,
        2_800,
        None,
        6_333,
        6_333,
        None,
    ]


def test_a_lowered_total_has_no_rate():
    assert len(trace("rates").x) == 2


def test_it_lies_under_the_timeline_day_by_day_with_zero_on_its_own_axis():
    assert (CHART.layout.margin.l, CHART.layout.margin.r) == (LEFT, RIGHT)
    assert CHART.layout.xaxis.range == (date(2019, 12, 1), date(2020, 2, 1))
    assert CHART.layout.yaxis.range[0] == 0


def test_pointing_at_a_bar_says_days_rate_and_that_it_is_a_mean():
    assert trace("rates").text[0].split("<br>") == [
        "<b>at least 2,750 a day</b>",
        "29 Dec 2019 to 8 Jan 2020",
        "mean of 10 days between two reports",
    ]
