"""Intervals side by side on one axis, each under its own line of words: claims of a day, or changes around one. No streamlit.

The words stand above what they name, so that nothing collides at any width. A side that is open is an arrow to the edge.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components import captions
from components.charts.canvas import FONT, ground
from components.palette import LIGHT, Palette

NAME = 20
MARK = 18
GAP = 10
"""What keeps a line of words nearer to its own interval than to the one above."""
HEADING = 30
SIDE = 12
BOTTOM = 34
HEADROOM = 1.08
LETTERS = 58
"""What fits on the narrowest page."""

SYMBOLS = {
    "exact": "circle",
    "about": "circle-open",
    "at_least": "triangle-right-open",
    "more_than": "triangle-right-open",
    "at_most": "triangle-left-open",
    "less_than": "triangle-left-open",
    "nearly": "triangle-left-open",
}
RANGE = "line-ns-open"


@dataclass(frozen=True, slots=True)
class Interval:
    """One interval: the words above it, its ends (None: open), the printed number, and what pointing at it says."""

    words: str
    low: int | None
    value: int | None
    high: int | None
    quantifier: str
    hover: str
    record_id: str = ""
    heading: str = ""
    is_strong: bool = False

    @property
    def at(self) -> int:
        """Where its mark stands: the printed number, else the known end."""
        return next((int(count) for count in (self.value, self.low, self.high) if count is not None), 0)


def intervals(shown: Sequence[Interval], *, palette: Palette = LIGHT) -> go.Figure:
    """Return the intervals under one another, in their order, on one axis that begins at zero."""
    places, headings, height = _places(shown)
    known = [count for one in shown for count in (one.low, one.value, one.high) if count is not None]
    top = max(known, default=1) * HEADROOM or 1
    pairs = list(zip(shown, places, strict=True))
    chart = go.Figure(
        [
            _ranges([pair for pair in pairs if not pair[0].is_strong], top, palette.whisker, "other ranges"),
            _ranges([pair for pair in pairs if pair[0].is_strong], top, palette.displacement, "ranges"),
            _open_sides(pairs, top, palette),
            _marks(pairs, palette),
        ]
    )
    chart.update_layout(_layout(height, top, palette), annotations=_names(pairs, headings, palette))
    return chart


def _places(shown: Sequence[Interval]) -> tuple[list[int], list[tuple[str, int]], int]:
    places: list[int] = []
    headings: list[tuple[str, int]] = []
    top, last = 0, ""
    for one in shown:
        if one.heading != last:
            headings.append((one.heading, top + HEADING - NAME // 2))
            top, last = top + HEADING, one.heading
        places.append(top + NAME + MARK // 2)
        top += NAME + MARK + GAP
    return places, headings, top


def _ranges(pairs: Sequence[tuple[Interval, int]], top: float, color: str, name: str) -> go.Scatter:
    spans = [(0 if one.low is None else one.low, top if one.high is None else one.high, place) for one, place in pairs]
    return go.Scatter(
        x=[count for low, high, _ in spans for count in (low, high, None)],
        y=[height for _, _, place in spans for height in (place, place, None)],
        mode="lines",
        line={"color": color, "width": 5},
        opacity=0.75,
        hoverinfo="skip",
        name=name,
    )


def _open_sides(pairs: Sequence[tuple[Interval, int]], top: float, palette: Palette) -> go.Scatter:
    right = [(top, place, "triangle-right", one) for one, place in pairs if one.high is None]
    left = [(0.0, place, "triangle-left", one) for one, place in pairs if one.low is None]
    arrows = right + left
    return go.Scatter(
        x=[at for at, _, _, _ in arrows],
        y=[place for _, place, _, _ in arrows],
        mode="markers",
        cliponaxis=False,
        hoverinfo="skip",
        name="open side",
        marker={
            "symbol": [symbol for _, _, symbol, _ in arrows],
            "size": 11,
            "color": [palette.displacement if one.is_strong else palette.claim for _, _, _, one in arrows],
        },
    )


def _marks(pairs: Sequence[tuple[Interval, int]], palette: Palette) -> go.Scatter:
    inks = [palette.displacement if one.is_strong else palette.claim for one, _ in pairs]
    return go.Scatter(
        x=[one.at for one, _ in pairs],
        y=[place for _, place in pairs],
        mode="markers",
        cliponaxis=False,
        name="numbers",
        customdata=[one.record_id for one, _ in pairs],
        text=[one.hover for one, _ in pairs],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "symbol": [SYMBOLS.get(one.quantifier, RANGE) for one, _ in pairs],
            "size": 11,
            "color": inks,
            "line": {"width": 2, "color": inks},
        },
        unselected={"marker": {"opacity": 1}},
    )


def _layout(height: int, top: float, palette: Palette) -> dict[str, object]:
    return {
        "height": height + 2 * SIDE + BOTTOM,
        "margin": {"l": SIDE, "r": SIDE + 8, "t": SIDE, "b": BOTTOM + SIDE, "autoexpand": False},
        **ground(palette),
        "xaxis": {
            "range": [0, top],
            "tickformat": ",d",
            "nticks": 5,
            "gridcolor": palette.faint,
            "zeroline": True,
            "zerolinecolor": palette.muted,
            "fixedrange": True,
            "tickangle": 0,
            "tickfont": {"color": palette.muted, "size": FONT},
        },
        "yaxis": {"range": [max(height, 1), 0], "visible": False, "fixedrange": True},
    }


def _names(
    pairs: Sequence[tuple[Interval, int]], headings: Sequence[tuple[str, int]], palette: Palette
) -> list[dict[str, object]]:
    lines = [(captions.label(one.words, LETTERS), place - MARK // 2 - NAME // 2 + 1) for one, place in pairs]
    lines += [(f"<b>{captions.label(heading, LETTERS)}</b>", place) for heading, place in headings if heading]
    return [
        {
            "text": text,
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": place,
            "yref": "y",
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": FONT, "color": palette.ink},
            "bgcolor": palette.background,
            "borderpad": 1,
        }
        for text, place in lines
    ]
