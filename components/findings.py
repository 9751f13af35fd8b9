"""What follows from the tables, cached like them: what came since a day, surges, coverage, and the meanwhile of offensives."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import charts, data, palette, selection
from components.charts.ready import Ready
from components.data import View
from components.kept import kept
from components.selection import SeriesKey
from components.viewpoint import NOW, Viewpoint
from components.wording import language, speaking
from etl import diff
from etl.counting import rates, signals
from etl.counting.rates import Coverage
from etl.counting.signals import Signal, Thresholds
from etl.vocabulary import AreaRole, Kind, Unit

MOST_WINDOWS = 6
"""Areas whose windows are set side by side."""
Changed = tuple[dict[str, Any] | None, dict[str, Any] | None]
"""A point as it was known then and as it is known today; None where there was, or is, none."""


def daily_rates(shown: View) -> pd.DataFrame:
    """Return people per day between the points of a view; no row for a count that is no running total."""
    return _daily_rates(shown.key, shown.first, shown.last, data.build(), shown.viewpoint)


@kept(64)
def _daily_rates(key: SeriesKey, first: date, last: date, build_id: str, viewpoint: Viewpoint) -> pd.DataFrame:
    points = data.view(key, first, last, viewpoint).points
    # A stock of people displaced since a day has a first day too, but its change is no flow.
    return rates.daily_rates(points if key.kind == Kind.FLOW else points.head(0))


def coverage(shown: View) -> tuple[Coverage | None, int | None, date]:
    """Return how well reports cover the view's days up to its last report, the days since that report, and until when."""
    return _coverage(shown.key, shown.first, shown.last, data.build(), shown.viewpoint)


@kept(64)
def _coverage(
    key: SeriesKey, first: date, last: date, build_id: str, viewpoint: Viewpoint
) -> tuple[Coverage | None, int | None, date]:
    points = data.view(key, first, last, viewpoint).points
    until = viewpoint.known_on or max(data.crisis().last_day, points["as_of"].max())
    age = rates.age_of_last_report(points, until)
    if key.window:
        return None, age, until
    return rates.coverage(points, key.since or points["as_of"].min(), points["as_of"].max()), age, until


def also_reported(key: SeriesKey, viewpoint: Viewpoint = NOW, most: int = 6) -> list[tuple[SeriesKey, dict[str, Any]]]:
    """Return the last recommended point within the crisis of each other measure of the area, the latest report first."""
    return _also_reported(key, most, data.build(), viewpoint, language())


@kept(64)
def _also_reported(
    key: SeriesKey, most: int, build_id: str, viewpoint: Viewpoint, spoken: str
) -> list[tuple[SeriesKey, dict[str, Any]]]:
    about = data.crisis()
    with speaking(spoken):
        series, figures = (data.read(name, build_id, viewpoint) for name in ("series", "figures"))
    return selection.last_of_others(selection.between(series, about.first_day, about.last_day), figures, key, most)


def windows(shown: View, theme: str | None) -> go.Figure:
    """Return the windows of every area that has a series like that of the view, the largest areas first."""
    return _windows(shown.key, theme, data.build(), shown.viewpoint, language())


@kept(16)
def _windows(key: SeriesKey, theme: str | None, build_id: str, viewpoint: Viewpoint, spoken: str) -> go.Figure:
    with speaking(spoken):
        series, figures = (data.read(name, build_id, viewpoint) for name in ("series", "figures"))
        points = selection.with_own_words(selection.like(series, key, MOST_WINDOWS), figures)
        return Ready(charts.windows(points, palette=palette.palette_of(theme)))


def thresholds() -> Thresholds:
    """Return when a running sum is a signal, as the crisis file says."""
    return signals.thresholds_of(data.crisis())


def surges(viewpoint: Viewpoint = NOW) -> list[Signal]:
    """Return the signals within the crisis's days and areas."""
    return _surges(data.build(), viewpoint, language())


@kept(16)
def _surges(build_id: str, viewpoint: Viewpoint, spoken: str) -> list[Signal]:
    about = data.crisis()
    with speaking(spoken):
        series, figures = (data.read(name, build_id, viewpoint) for name in ("series", "figures"))
    found = signals.find_signals(series, figures, signals.thresholds_of(about))
    return [one for one in found if about.first_day <= one.as_of <= about.last_day and one.area_code in about.areas]


def speakers_of(found: list[Signal], viewpoint: Viewpoint = NOW) -> dict[str, str]:
    """Return who gives each figure behind the signals, by its id."""
    return _speakers_of(tuple(figure_id for one in found for figure_id in one.figure_ids), data.build(), viewpoint)


@kept(16)
def _speakers_of(figure_ids: tuple[str, ...], build_id: str, viewpoint: Viewpoint) -> dict[str, str]:
    figures = data.read("figures", build_id, viewpoint)
    behind = figures[figures["figure_id"].isin(figure_ids)]
    return dict(zip(behind["figure_id"], behind["speaker"], strict=True))


@dataclass(frozen=True, slots=True)
class Came:
    """What came after a day: how many figures in all, and the points of one series that came or changed."""

    n_figures: int
    points: list[Changed]


def came_since(key: SeriesKey, known_on: date, profile: str) -> Came:
    """Return what came after a day until today, under a rule profile."""
    return _came_since(key, known_on, profile, data.build())


@kept(16)
def _came_since(key: SeriesKey, known_on: date, profile: str, build_id: str) -> Came:
    changes = diff.diff(known_on, date.max, build_id, profile)
    then, today = (_points(key, build_id, Viewpoint(day, profile)) for day in (known_on, None))
    points = [row for row in selection.rows(changes.rows) if row["change"].startswith("point")]
    days = {row["as_of"] for row in points if _is_of(row, then, today)}
    return Came(len(changes.of("figure added")), [(then.get(day), today.get(day)) for day in sorted(days)])


def _is_of(row: dict[str, Any], *counts: dict[date, dict[str, Any]]) -> bool:
    points = (count.get(row["as_of"]) for count in counts)
    return any(point is not None and point["figure_id"] == row["figure_id"] for point in points)


def _points(key: SeriesKey, build_id: str, viewpoint: Viewpoint) -> dict[date, dict[str, Any]]:
    series, figures = (data.read(name, build_id, viewpoint) for name in ("series", "figures"))
    found = selection.with_own_words(selection.points(series, key), figures)
    return {point["as_of"]: point for point in selection.rows(found)}


def is_running(key: SeriesKey) -> bool:
    """Whether a count is a running total of people who left its area, beside which offensives can be set."""
    return key.since is not None and key.kind == Kind.FLOW and (key.unit, key.area_role) == (Unit.PERSONS, AreaRole.ORIGIN)


def speakers(key: SeriesKey, viewpoint: Viewpoint = NOW) -> list[str]:
    """Return who gives the points of a count, the latest first."""
    return _speakers(key, data.build(), viewpoint)


@kept(64)
def _speakers(key: SeriesKey, build_id: str, viewpoint: Viewpoint) -> list[str]:
    points = selection.points(data.read("series", build_id, viewpoint), key)
    return list(dict.fromkeys(points["speaker"].tolist()[::-1]))
