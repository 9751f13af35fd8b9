"""What a running total says in the days before and after an event: timing, so the words say *meanwhile*, never *because*."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from etl.counting.guards import require_one_line

WINDOWS = (7, 14, 30)
N_PERMUTATIONS = 2_000
SEED = 20200128
MOST_DRAWN = 1_000
"""Events up to which each draw is made by itself."""
CAUTION = (
    "This shows what was reported at the same time, not what caused it: events come in clusters, reports come late and on "
    "days of their own, and other events of the same days are not taken out."
)


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a running total: the recommended figure's own interval, and the claims of its day."""

    day: date
    low: int | None
    value: int | None
    high: int | None
    n_claims: int


@dataclass(frozen=True, slots=True)
class Span:
    """The change of a running total between two of its points; an open side is None."""

    from_day: date
    to_day: date
    low: int
    value: int | None
    high: int | None
    n_claims: int

    @property
    def rate(self) -> float | None:
        """People per day by the printed numbers, or None where a point has none."""
        return None if self.value is None else self.value / (self.to_day - self.from_day).days


def points_of(series: pd.DataFrame, figures: pd.DataFrame) -> list[Point]:
    """Return the points of one running total in time order. Raises CannotCombine for rows of more than one series."""
    require_one_line(series)
    own = series.merge(figures[["figure_id", "people_low", "people_value", "people_high"]], on="figure_id").sort_values("as_of")
    columns = ["as_of", "people_low", "people_value", "people_high", "n_claims"]
    cells = own[columns].astype(object)
    return [Point(*row) for row in cells.where(cells.notna(), None).to_numpy().tolist()]


def span_after(points: list[Point], day: date, n_days: int) -> Span | None:
    """Return what was reported from the last point by `day` to the last one in the n days after it, or None.

    The point it starts from may be n days old at most; without a point on either side there is no row, and no zero.
    """
    start = _last(points, day - timedelta(days=n_days), day)
    end = _last(points, day + timedelta(days=1), day + timedelta(days=n_days))
    return _span(points, start, end)


def span_before(points: list[Point], day: date, n_days: int) -> Span | None:
    """Return what was reported up to the last point by `day` from the last one n days before it or earlier, or None."""
    start = _last(points, day - timedelta(days=2 * n_days), day - timedelta(days=n_days))
    end = _last(points, day - timedelta(days=n_days - 1), day)
    return _span(points, start, end)


def _last(points: list[Point], first: date, last: date) -> Point | None:
    inside = [point for point in points if first <= point.day <= last]
    return inside[-1] if inside else None


def _span(points: list[Point], start: Point | None, end: Point | None) -> Span | None:
    if start is None or end is None or end.day <= start.day:
        return None
    is_known = start.value is not None and end.value is not None
    return Span(
        from_day=start.day,
        to_day=end.day,
        low=max(0, end.low - start.high) if end.low is not None and start.high is not None else 0,
        value=(end.value or 0) - (start.value or 0) if is_known else None,
        high=end.high - start.low if end.high is not None and start.low is not None else None,
        n_claims=sum(point.n_claims for point in points if start.day < point.day <= end.day),
    )


def meanwhile(events: pd.DataFrame, id_column: str, points: list[Point]) -> list[dict[str, Any]]:
    """Return a row for each event (or offensive), side and window of which the running total says something.

    Rows have the id, side (before or after), window_days, from_day, to_day, low, value, high, n_claims.
    """
    dated = events[[id_column, "started_on"]].dropna().astype(object).to_numpy()
    told = {day: _told(points, day) for day in {day for _, day in dated}}
    return [{id_column: event_id} | row for event_id, day in dated for row in told[day]]


def _told(points: list[Point], day: date) -> list[dict[str, Any]]:
    spans = [
        (side, n_days, span_of(points, day, n_days))
        for side, span_of in (("before", span_before), ("after", span_after))
        for n_days in WINDOWS
    ]
    return [{"side": side, "window_days": n_days} | _fields(span) for side, n_days, span in spans if span is not None]


def _fields(span: Span) -> dict[str, Any]:
    names = ("from_day", "to_day", "low", "value", "high", "n_claims")
    return {name: getattr(span, name) for name in names}


@dataclass(frozen=True, slots=True)
class Association:
    """How the daily rate after events of a type differs from before, over all of them, with what is missing."""

    event_type: str
    n_events: int
    n_without: int
    difference: float | None
    p_value: float | None

    @property
    def sentence(self) -> str:
        """The finding in words, with its caution."""
        missing = f"For {self.n_without} of {self.n_events + self.n_without} events there were too few reports to compare."
        if self.difference is None or self.p_value is None:
            return f"Too few events of this type have reports on both sides. {missing}"
        more = "more" if self.difference >= 0 else "fewer"
        p_value = "p < 0.01" if self.p_value < 0.01 else f"p = {self.p_value:.2f}"
        return (
            f"In the 14 days after {self.n_events} events of this type, {abs(self.difference):,.0f} {more} people a day were "
            f"reported than in the 14 days before (permutation {p_value}). {missing} {CAUTION}"
        )


def association(event_type: str, days: Iterable[date], points: list[Point], n_days: int = 14) -> Association:
    """Return the mean difference of daily rates after and before events, and how often chance days do as well.

    The p-value compares with the same number of days drawn from all days on which both sides have reports
    (2,000 draws, fixed seed). One event, or none, gives no difference.
    """
    days = list(days)
    told = {day: _difference(points, day, n_days) for day in set(days)}
    differences = [found for day in days if (found := told[day]) is not None]
    n_without = len(days) - len(differences)
    if len(differences) < 2:
        return Association(event_type, len(differences), n_without, None, None)
    first, last = points[0].day, points[-1].day
    every = [_difference(points, first + timedelta(days=i), n_days) for i in range((last - first).days + 1)]
    pool = np.array([found for found in every if found is not None])
    drawn = _means_of_draws(pool, len(differences))
    observed = float(np.mean(differences))
    centre = float(pool.mean())
    as_far = int((np.abs(drawn - centre) >= abs(observed - centre)).sum())
    return Association(event_type, len(differences), n_without, observed, (1 + as_far) / (1 + N_PERMUTATIONS))


def _means_of_draws(pool: np.ndarray, n: int) -> np.ndarray:
    numbers = np.random.default_rng(SEED)
    if n <= MOST_DRAWN:
        one_by_one: np.ndarray = numbers.choice(pool, size=(N_PERMUTATIONS, n)).mean(axis=1)
        return one_by_one
    # Drawing how often each day comes is drawing the days, without holding every draw.
    at_once: np.ndarray = numbers.multinomial(n, np.full(len(pool), 1 / len(pool)), size=N_PERMUTATIONS) @ pool / n
    return at_once


def _difference(points: list[Point], day: date, n_days: int) -> float | None:
    before, after = span_before(points, day, n_days), span_after(points, day, n_days)
    if before is None or after is None or before.rate is None or after.rate is None:
        return None
    return after.rate - before.rate
