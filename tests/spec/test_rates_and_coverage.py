"""Daily rates, age and coverage follow from a series; none of them adds a number to it."""

from datetime import date

import pytest

from etl.counting.rates import age_of_last_report, coverage, daily_rates
from tests.spec.tables import counted, same_table

SERIES = counted(
    """
    words         | as_of
    about 284,000 | 2019-12-29
    312,000       | 2020-01-08
    more than 350,000 | 2020-01-12
    """,
    period_start="2019-12-01",
).series


def test_a_running_total_has_a_daily_rate_between_two_reports_as_an_interval() -> None:
    assert same_table(
        daily_rates(SERIES),
        """
        from_day   | to_day     | rate_low | rate_value | rate_high | days
        2019-12-29 | 2020-01-08 | 2750.0   | 2800.0     | 2850.0    | 10
        2020-01-08 | 2020-01-12 | 9500.0   | 9500.0     |           | 4
    """,
    )


@pytest.mark.parametrize(("on", "days"), [("2020-01-12", 0), ("2020-01-31", 19), ("2020-01-05", 7), ("2019-12-28", None)])
def test_the_age_of_the_last_report_is_counted_from_the_day_asked(on: str, days: int | None) -> None:
    assert age_of_last_report(SERIES, date.fromisoformat(on)) == days


def test_coverage_names_the_longest_gap_before_between_or_after_the_reports() -> None:
    covered = coverage(SERIES, date(2019, 12, 1), date(2020, 1, 31))
    assert (covered.n_reports, covered.n_days, covered.longest_gap) == (3, 62, 28)
    assert (covered.gap_from, covered.gap_to) == (date(2019, 12, 1), date(2019, 12, 29))


def test_a_revision_is_no_movement_and_has_no_rate() -> None:
    fallen = counted("words | as_of\n900,000 | 2020-02-17\n860,000 | 2020-02-19", period_start="2019-12-01").series
    assert daily_rates(fallen).empty
