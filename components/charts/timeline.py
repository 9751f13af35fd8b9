"""The chart this product is about: what was reported, above the offensives and events of the same days. No streamlit.

One time axis. Displacement and offensives share days, never a table or an axis of numbers: the words say meanwhile.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

import pandas as pd
import plotly.graph_objects as go

from components.charts import canvas as ground
from components.charts import labels, lanes, marks
from components.charts.canvas import Canvas
from components.palette import LIGHT, Palette
from components.selection import rows
from etl.crises import TurningPoint

HEADROOM = 1.08
Trace: TypeAlias = go.Scatter | go.Bar


def timeline(
    points: pd.DataFrame,
    claims: pd.DataFrame,
    events: pd.DataFrame,
    offensives: pd.DataFrame,
    *,
    first: date | None = None,
    last: date | None = None,
    turning_points: Sequence[TurningPoint] = (),
    sides: Sequence[lanes.Side] = (),
    palette: Palette = LIGHT,
) -> go.Figure:
    """Return the chart of one series: its line, band and claims, and under them offensives and events.

    `points` are rows of series of one key, `claims` one row a claim (figures columns and n_documents). Both stand on one
    axis, so they must count the same thing; `components.selection` picks them.
    """
    told, claimed = rows(points), rows(claims)
    first, last = first or _first_day(told, claimed), last or _last_day(told, claimed)
    turns = [point for point in sorted(turning_points, key=lambda point: point.day) if first <= point.day <= last]
    day_px = ground.REFERENCE / max((last - first).days, 1)
    below = lanes.arrange(rows(offensives), rows(events), sides, day_px)
    canvas = Canvas(first, last, _top(claimed, told), below.height, len(turns), palette)
    placed = marks.place(claimed, canvas)
    chart = go.Figure([*_counts(told, claimed, placed, canvas), *_meanwhile(below, canvas, sides)])
    chart.update_layout(
        ground.layout(canvas),
        shapes=[*ground.turning_lines(canvas, turns), *lanes.ground_lines(below, canvas)],
        annotations=[*ground.turning_labels(canvas, turns), *lanes.names(below, canvas), *_words(told, placed, canvas)],
    )
    return chart


def _counts(
    told: Sequence[marks.Row], claimed: Sequence[marks.Row], placed: Sequence[marks.Placed], canvas: Canvas
) -> list[Trace]:
    if _is_windowed(told):
        others = [mark for mark in placed if mark.claim["role"] != "recommended"]
        return [marks.window_bars(told, canvas), *marks.claim_traces(others, canvas)]
    return [
        marks.band(told, claimed, canvas),
        marks.line(told, canvas),
        marks.tethers(placed, canvas),
        *marks.claim_traces(placed, canvas),
        marks.open_sides(told, claimed, canvas),
    ]


def _is_windowed(told: Sequence[marks.Row]) -> bool:
    return any(point["window"] for point in told)


def _words(told: Sequence[marks.Row], placed: Sequence[marks.Placed], canvas: Canvas) -> list[dict[str, Any]]:
    if not told or _is_windowed(told):
        return []
    return [*labels.revisions(told, canvas), labels.last_label(told, placed, canvas)]


def _meanwhile(below: lanes.Rows, canvas: Canvas, sides: Sequence[lanes.Side]) -> list[Trace]:
    if not below.height:
        return []
    return [lanes.bars(below, canvas), lanes.events_trace(below, canvas, sides)]


def _top(claimed: Sequence[marks.Row], told: Sequence[marks.Row]) -> float:
    sides = ("people_low", "people_value", "people_high")
    known = [claim[name] for claim in claimed for name in sides if claim[name] is not None]
    known += [point[name] for point in told for name in ("low", "value", "high") if point[name] is not None]
    return max(known, default=1) * HEADROOM


def _first_day(told: Sequence[marks.Row], claimed: Sequence[marks.Row]) -> date:
    days: list[date] = [row["as_of"] for row in (*told, *claimed)]
    starts: list[date] = [point["since"] for point in told if point["since"] is not None]
    return min([*days, *starts]) - timedelta(days=2)


def _last_day(told: Sequence[marks.Row], claimed: Sequence[marks.Row]) -> date:
    days: list[date] = [row["as_of"] for row in (*told, *claimed)]
    return max(days) + timedelta(days=4)
