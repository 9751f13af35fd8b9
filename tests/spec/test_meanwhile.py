"""Meanwhile. Around an offensive or event stands what was reported then, as an interval; no row where there are no reports."""

from datetime import date, timedelta

import pandas as pd
import pytest

from etl.counting.meanwhile import CAUTION, Point, association, meanwhile, points_of, span_after, span_before
from etl.errors import CannotMixSince
from tests.spec.tables import counted, same_table

REPORTS = """
    words             | as_of
    about 284,000     | 2019-12-29
    more than 312,000 | 2020-01-08
    nearly 390,000    | 2020-01-27
    about 586,000     | 2020-02-02
    about 689,100     | 2020-02-09
"""
COUNT = counted(REPORTS, period_start="2019-12-01")
POINTS = points_of(COUNT.series, COUNT.figures)
ENTERED = date(2020, 1, 28)


def events(*days: date) -> pd.DataFrame:
    return pd.DataFrame({"event_id": [f"event {i}" for i in range(len(days))], "started_on": list(days)})


def test_before_and_after_an_event_stand_the_changes_between_the_reports_around_it() -> None:
    rows = pd.DataFrame(meanwhile(events(ENTERED), "event_id", POINTS))
    assert same_table(
        rows,
        """
        side   | window_days | from_day   | to_day     | low     | value   | high    | n_claims
        before | 14          | 2020-01-08 | 2020-01-27 | 0       | 78,000  | 78,000  | 1
        before | 30          | 2019-12-29 | 2020-01-27 | 100,500 | 106,000 | 106,500 | 2
        after  | 7           | 2020-01-27 | 2020-02-02 | 195,500 | 196,000 | 201,500 | 1
        after  | 14          | 2020-01-27 | 2020-02-09 | 299,050 | 299,100 | 304,150 | 2
        after  | 30          | 2020-01-27 | 2020-02-09 | 299,050 | 299,100 | 304,150 | 2
    """,
    )


@pytest.mark.parametrize("day", [date(2019, 11, 1), date(2020, 4, 1), date(2020, 2, 9)])
def test_where_there_are_no_reports_on_a_side_there_is_no_row_and_no_zero(day: date) -> None:
    assert span_after(POINTS, day, 7) is None


def test_a_report_older_than_the_window_does_not_stand_in_for_its_start() -> None:
    assert span_before(POINTS, ENTERED, 7) is None


def test_an_open_side_leaves_the_change_open() -> None:
    span = span_after(POINTS, date(2019, 12, 30), 14)
    assert span is not None
    assert (span.low, span.value, span.high) == (27_500, 28_000, None)


def test_two_series_are_never_taken_for_one() -> None:
    other = counted("words | as_of\n100,000 | 2020-01-01", period_start="2019-11-01")
    with pytest.raises(CannotMixSince):
        points_of(pd.concat([COUNT.series, other.series]), COUNT.figures)


def steady(n_days: int, surge_after: set[int]) -> list[Point]:
    """A daily total of 1,000 people a day, and of 5,000 in the 14 days after the surge days."""
    points, total = [], 0
    for i in range(n_days):
        total += 5_000 if any(day < i <= day + 14 for day in surge_after) else 1_000
        points.append(Point(date(2020, 1, 1) + timedelta(days=i), total, total, total, 1))
    return points


def test_an_association_finds_a_surge_that_follows_every_event_and_says_it_is_timing() -> None:
    days = (30, 90, 150)
    found = association("town_captured", [date(2020, 1, 1) + timedelta(days=day) for day in days], steady(200, set(days)))
    assert (found.n_events, found.n_without) == (3, 0)
    assert found.difference == pytest.approx(4_000)
    assert found.p_value is not None
    assert found.p_value < 0.05
    assert CAUTION in found.sentence


def test_an_association_finds_nothing_where_nothing_changes() -> None:
    found = association("airstrike", [date(2020, 2, 1), date(2020, 3, 1)], steady(120, set()))
    assert (found.difference, found.p_value) == (0, 1)


def test_one_event_is_no_association_and_what_is_missing_is_said() -> None:
    found = association("ceasefire", [date(2020, 2, 1), date(2025, 1, 1)], steady(120, set()))
    assert (found.n_events, found.n_without, found.difference, found.p_value) == (1, 1, None, None)
    assert "Too few events" in found.sentence
    assert "1 of 2 events" in found.sentence


def test_many_events_are_compared_with_chance_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [date(2020, 1, 1) + timedelta(days=9 * k) for k in range(12)]
    line = steady(200, {0, 30, 31, 90})
    each = association("airstrike", days, line)
    monkeypatch.setattr("etl.counting.meanwhile.MOST_DRAWN", 0)
    at_once = association("airstrike", days, line)
    assert at_once.difference == each.difference
    assert at_once.p_value == pytest.approx(each.p_value, abs=0.03)
