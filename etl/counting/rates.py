"""What follows from a series without adding a number to it: daily rates, the age of the last report, coverage."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd


def daily_rates(series: pd.DataFrame) -> pd.DataFrame:
    """Return for each change of a running total its people per day: from_day, to_day, rate_low, rate_value, rate_high, days.

    An open end of the change leaves the rate open. A revision is no movement and has no rate; the first point has none.
    """
    changes = series[(series["days"].notna() & series["since"].notna() & ~series["is_revision"]).to_numpy(dtype=bool)]
    days = changes["days"].astype("float64[pyarrow]")
    to_day = pd.to_datetime(changes["as_of"])
    return pd.DataFrame(
        {
            "from_day": (to_day - pd.to_timedelta(changes["days"].astype("int64"), unit="D")).dt.date,
            "to_day": to_day.dt.date,
            "rate_low": changes["change_low"] / days,
            "rate_value": changes["change_value"] / days,
            "rate_high": changes["change_high"] / days,
            "days": changes["days"],
        }
    ).reset_index(drop=True)


def age_of_last_report(series: pd.DataFrame, on: date) -> int | None:
    """Return the days from the last point of a series to a day, or None for a series without a point by then."""
    reported = series.loc[(series["as_of"] <= on).to_numpy(dtype=bool, na_value=False), "as_of"]
    return None if reported.empty else (on - reported.max()).days


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well reports cover a period: days with a point, days in all, and the longest gap without one."""

    n_reports: int
    n_days: int
    longest_gap: int
    gap_from: date
    gap_to: date


def coverage(series: pd.DataFrame, first: date, last: date) -> Coverage:
    """Return the coverage of a period by a series; before the first and after the last report is a gap like any other."""
    inside = sorted({day for day in series["as_of"] if first <= day <= last})
    edges = [first, *inside, last]
    gaps = [(later - earlier).days for earlier, later in pairwise(edges)]
    longest = max(range(len(gaps)), key=gaps.__getitem__)
    return Coverage(
        n_reports=len(inside),
        n_days=(last - first).days + 1,
        longest_gap=gaps[longest],
        gap_from=edges[longest],
        gap_to=edges[longest + 1],
    )
