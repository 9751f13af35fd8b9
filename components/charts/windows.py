"""Flows over windows, such as movements month by month: one bar a window and area. No streamlit."""

from datetime import datetime
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import captions, facts
from components.charts.canvas import DAY, FONT, LEFT, RIGHT, ground
from components.charts.marks import first_and_days
from components.palette import LIGHT, Palette
from components.selection import rows

PANEL = 96
HEAD = 8
BOTTOM = 46


def windows(points: pd.DataFrame, *, palette: Palette = LIGHT) -> go.Figure:
    """Return one small bar chart an area on one scale, the largest first; a window nobody reported is a gap, not a zero.

    `points` are rows of series of one measure, unit, area role and window, one series an area.
    """
    told = rows(points)
    largest: dict[str, int] = {}
    for point in told:
        known = [count for count in (point["value"], point["own_high"]) if count is not None]
        largest[point["area_name"]] = max([largest.get(point["area_name"], 0), *known])
    areas = sorted(largest, key=lambda area: (-largest[area], area))
    height = len(areas) * PANEL
    by_area = {area: [point for point in told if point["area_name"] == area] for area in areas}
    chart = go.Figure([_bars(by_area[area], panel, palette) for panel, area in enumerate(areas)])
    chart.update_layout(_layout(height, palette), **_axes(len(areas), max(largest.values(), default=1), palette))
    chart.update_layout(annotations=[_name(area, k, len(areas), palette) for k, area in enumerate(areas)])
    return chart


def _bars(told: list[dict[str, Any]], panel: int, palette: Palette) -> go.Bar:
    spans = [first_and_days(point["as_of"], point["window"]) for point in told]
    return go.Bar(
        x=[datetime(first.year, first.month, first.day) for first, _ in spans],
        y=[point["value"] for point in told],
        width=[days * DAY * 0.9 for _, days in spans],
        offset=0,
        yaxis=f"y{panel + 1}" if panel else "y",
        name=told[0]["area_name"],
        marker={"color": palette.displacement},
        customdata=[point["figure_id"] for point in told],
        text=[facts.window_hover(point) for point in told],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        unselected={"marker": {"opacity": 0.6}},
    )


def _layout(height: int, palette: Palette) -> dict[str, Any]:
    return {
        "height": HEAD + height + BOTTOM,
        "margin": {"l": LEFT, "r": RIGHT, "t": HEAD, "b": BOTTOM, "autoexpand": False},
        **ground(palette),
        "barmode": "overlay",
        "xaxis": {
            "type": "date",
            "tickformat": "%b\n%Y",
            "gridcolor": palette.faint,
            "showgrid": True,
            "anchor": "free",
            "position": 0,
            "tickfont": {"color": palette.muted, "size": FONT},
            "zeroline": False,
        },
    }


def _axes(n: int, top: int, palette: Palette) -> dict[str, Any]:
    return {
        f"yaxis{k + 1}" if k else "yaxis": {
            "domain": [1 - (k + 0.9) / n, 1 - (k + 0.26) / n],
            "range": [0, top * 1.05],
            "tickformat": ",d",
            "nticks": 3,
            "gridcolor": palette.faint,
            "zeroline": True,
            "zerolinecolor": palette.muted,
            "fixedrange": True,
            "tickfont": {"color": palette.muted, "size": FONT},
        }
        for k in range(n)
    }


def _name(area: str, panel: int, n: int, palette: Palette) -> dict[str, Any]:
    return {
        "text": f"<b>{captions.label(area)}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1 - (panel + 0.13) / n,
        "yref": "paper",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": FONT, "color": palette.ink},
    }
