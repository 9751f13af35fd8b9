"""The chart this product is about: what was reported, above the offensives and events of the same days. No streamlit.

One time axis. Displacement and offensives share days, never a table or an axis of numbers: the words say meanwhile.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias

import pandas as pd
import plotly.graph_objects as go

from components.charts import canvas as ground
from components.charts import crowds, labels, lanes, marks
from components.charts.canvas import Canvas
from components.palette import LIGHT, Palette
from components.selection import rows
from etl.crises import TurningPoint

HEADROOM = 1.08
SIDES = ("low", "value", "high")
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
    first, last = first or _first_day(points, claims), last or _last_day(points, claims)
    top = _top(claims, points)
    told = rows(crowds.points(points, first=first, last=last))
    claimed = rows(crowds.claims(claims, first=first, last=last, top=top))
    happened = crowds.events(events, first=first, last=last, lane=lambda event: lanes.lane_of(event, sides))
    turns = [point for point in sorted(turning_points, key=lambda point: point.day) if first <= point.day <= last]
    day_px = ground.REFERENCE / max((last - first).days, 1)
    below = lanes.arrange(rows(offensives), rows(happened), sides, day_px)
    canvas = Canvas(first, last, top, below.height, len(turns), palette)
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


def _top(claims: pd.DataFrame, points: pd.DataFrame) -> float:
    heights = [claims[f"people_{side}"].max() for side in SIDES] + [points[side].max() for side in SIDES]
    return max((float(height) for height in heights if pd.notna(height)), default=1.0) * HEADROOM


def _first_day(points: pd.DataFrame, claims: pd.DataFrame) -> date:
    days = [frame[name].min() for frame, name in ((points, "as_of"), (claims, "as_of"), (points, "since"))]
    first: date = min(day for day in days if pd.notna(day))
    return first - timedelta(days=2)


def _last_day(points: pd.DataFrame, claims: pd.DataFrame) -> date:
    days = [frame["as_of"].max() for frame in (points, claims)]
    last: date = max(day for day in days if pd.notna(day))
    return last + timedelta(days=4)
