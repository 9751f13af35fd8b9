"""The change per day between reports of a running total, on an axis of its own under the timeline. No streamlit.

A bar spans the days between two reports and the rates their words allow; the line in it is the rate of the printed numbers.
It is a mean: on which of the days people fled is not said.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import captions, facts
from components.charts.canvas import DAY, FONT, LEFT, RIGHT, day_ticks, ground, noon
from components.palette import LIGHT, Palette
from components.selection import rows

HEIGHT = 150
HEAD = 14
BOTTOM = 46
HEADROOM = 1.15


def rates(daily: pd.DataFrame, *, first: date, last: date, palette: Palette = LIGHT) -> go.Figure:
    """Return the chart of `etl.counting.rates.daily_rates`, on the days from first to last; an open side is an arrow."""
    told = rows(daily)
    sides = ("rate_low", "rate_value", "rate_high")
    top = max((rate[side] for rate in told for side in sides if rate[side] is not None), default=1) * HEADROOM or 1
    chart = go.Figure([_bars(told, palette), _lines(told, palette), _open_sides(told, palette)])
    chart.update_layout(_layout(first, last, top, palette))
    return chart


def _sides(rate: captions.Row) -> tuple[float, float]:
    known = [count for count in (rate["rate_low"], rate["rate_value"], rate["rate_high"]) if count is not None]
    low, high = rate["rate_low"], rate["rate_high"]
    return min(known) if low is None else low, max(known) if high is None else high


def _bars(told: Sequence[captions.Row], palette: Palette) -> go.Bar:
    sides = [_sides(rate) for rate in told]
    return go.Bar(
        x=[noon(rate["from_day"]) for rate in told],
        base=[low for low, _ in sides],
        y=[high - low for low, high in sides],
        width=[(rate["to_day"] - rate["from_day"]).days * DAY for rate in told],
        offset=0,
        name="rates",
        marker={"color": palette.band, "line": {"width": 1, "color": palette.displacement}},
        text=[facts.rate_hover(rate) for rate in told],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
    )


def _lines(told: Sequence[captions.Row], palette: Palette) -> go.Scatter:
    known = [rate for rate in told if rate["rate_value"] is not None]
    return go.Scatter(
        x=[moment for rate in known for moment in (noon(rate["from_day"]), noon(rate["to_day"]), None)],
        y=[height for rate in known for height in (rate["rate_value"], rate["rate_value"], None)],
        mode="lines",
        line={"color": palette.displacement, "width": 2.5},
        connectgaps=False,
        hoverinfo="skip",
        name="printed numbers",
    )


def _open_sides(told: Sequence[captions.Row], palette: Palette) -> go.Scatter:
    up = [(rate, _sides(rate)[1], "triangle-up") for rate in told if rate["rate_high"] is None]
    down = [(rate, _sides(rate)[0], "triangle-down") for rate in told if rate["rate_low"] is None]
    return go.Scatter(
        x=[noon(rate["from_day"]) + (rate["to_day"] - rate["from_day"]) / 2 for rate, _, _ in up + down],
        y=[height for _, height, _ in up + down],
        mode="markers",
        cliponaxis=False,
        hoverinfo="skip",
        name="open side",
        marker={"symbol": [symbol for _, _, symbol in up + down], "size": 10, "color": palette.displacement},
    )


def _layout(first: date, last: date, top: float, palette: Palette) -> dict[str, Any]:
    ticks = {"tickfont": {"color": palette.muted, "size": FONT}, "fixedrange": True, "gridcolor": palette.faint}
    return {
        "height": HEAD + HEIGHT + BOTTOM,
        "margin": {"l": LEFT, "r": RIGHT, "t": HEAD, "b": BOTTOM, "autoexpand": False},
        **ground(palette),
        "xaxis": {
            **ticks,
            "type": "date",
            "range": [first, last + timedelta(days=1)],
            "tickformat": day_ticks(),
            "showgrid": True,
            "zeroline": False,
            "tickangle": 0,
        },
        "yaxis": {**ticks, "range": [0, top], "tickformat": ",d", "nticks": 4, "zeroline": True, "zerolinecolor": palette.muted},
    }
