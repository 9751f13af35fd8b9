"""Surge signals: the running sum of a flow against its own past, as OCHA's signals do, with thresholds of the crisis file.

Each window's figure is spread evenly over its days for this comparison only. Days without a report are unknown, not zero: a sum
that touches one is not compared, and a past with too few known days gives no signal.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from etl.counting.keys import days_of
from etl.crises import Crisis

KEY = ["measure", "unit", "area_code", "area_role", "window"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a running sum is a signal: at least `floor`, and more than `factor` times the largest sum of the past.

    More than `high_factor` times makes its level high. `past_known` is the share of past days that must have a report.
    """

    days: int = 30
    past_days: int = 365
    past_known: float = 0.75
    floor: int = 5_000
    factor: float = 1.0
    high_factor: float = 2.0


@dataclass(frozen=True, slots=True)
class Signal:
    """One running sum beyond its past: the sum as an interval, what it beat, and the figures behind it."""

    measure: str
    unit: str
    area_code: str
    area_name: str
    as_of: date
    level: str
    low: int
    high: int | None
    past_high: int
    figure_ids: tuple[str, ...]


def thresholds_of(crisis: Crisis) -> Thresholds:
    """Return the thresholds of the crisis file, the defaults where it names none."""
    return Thresholds(**crisis.fields.get("signals", {}))


def find_signals(series: pd.DataFrame, figures: pd.DataFrame, thresholds: Thresholds) -> list[Signal]:
    """Return the signals of every series of flows over windows, oldest first."""
    own = figures[["figure_id", "people_low", "people_high", "period_start"]]
    windows = series[series["window"].notna().to_numpy()].merge(own, on="figure_id")
    signals: list[Signal] = []
    for _, line in windows.groupby(KEY, dropna=False):
        signals += _signals_of(line.sort_values("as_of"), thresholds)
    return sorted(signals, key=lambda signal: (signal.as_of, signal.area_code))


def _signals_of(line: pd.DataFrame, thresholds: Thresholds) -> list[Signal]:
    start, end = days_of(line["period_start"]).astype(int), days_of(line["as_of"]).astype(int)
    first = int(start.min())
    low, high = (_daily(line[name], start - first, end - first) for name in ("people_low", "people_high"))
    low_sums, high_sums = (_running(daily, thresholds.days) for daily in (low, high))
    signals = []
    for row, day in enumerate(end - first):
        past = high_sums[max(0, day - thresholds.past_days) : max(0, day - thresholds.days + 1)]
        known = past[~np.isnan(past)]
        if np.isnan(low_sums[day]) or len(known) < thresholds.past_known * (thresholds.past_days - thresholds.days):
            continue
        level = _level(low_sums[day], known.max(), thresholds)
        if level:
            behind = (end - first > day - thresholds.days) & (start - first <= day)
            signals.append(_signal(line, row, level, (low_sums[day], high_sums[day], known.max()), behind))
    return signals


def _daily(people: pd.Series, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return people per day from the first to the last day of the line; NaN where nothing is reported or a side is open."""
    daily = np.full(int(end.max()) + 1, np.nan)
    for number, first, last in zip(people.to_numpy(dtype=float, na_value=np.nan), start, end, strict=True):
        daily[first : last + 1] = number / (last - first + 1)
    return daily


def _running(daily: np.ndarray, n_days: int) -> np.ndarray:
    sums = np.full(len(daily), np.nan)
    if len(daily) >= n_days:
        sums[n_days - 1 :] = np.lib.stride_tricks.sliding_window_view(daily, n_days).sum(axis=1)
    return sums


def _level(total: float, past: float, thresholds: Thresholds) -> str | None:
    if total < thresholds.floor or total <= thresholds.factor * past:
        return None
    return "high" if total > thresholds.high_factor * past else "medium"


def _signal(line: pd.DataFrame, row: int, level: str, sums: tuple[float, float, float], behind: np.ndarray) -> Signal:
    own: dict[Any, Any] = line.iloc[row].to_dict()
    return Signal(
        measure=own["measure"],
        unit=own["unit"],
        area_code=own["area_code"],
        area_name=own["area_name"],
        as_of=own["as_of"],
        level=level,
        low=round(sums[0]),
        high=None if np.isnan(sums[1]) else round(sums[1]),
        past_high=round(sums[2]),
        figure_ids=tuple(line["figure_id"].to_numpy()[behind]),
    )
