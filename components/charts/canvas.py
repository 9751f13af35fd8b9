"""The ground of the timeline: its size in pixels, its axes, its dotted lines. No streamlit.

Heights are fixed, so every mark and label below and above the plot is placed by the pixel; widths are not, so nothing
that must be read is placed beside another thing: names stand on lines of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from components import captions
from components.directions import bare, isolated
from components.palette import Palette
from components.wording import direction
from etl.crises import TurningPoint

UPPER = 400
"""Height in pixels of the reported counts."""
GAP = 22
BOTTOM = 46
LABEL_ROW = 19
NARROW = 286
"""Width in pixels of the plot on a page of 390 pixels: what fits there fits everywhere."""
WIDE = 1040
"""Width in pixels of the plot on a page of 1280 pixels."""
REFERENCE = 860
"""Width in pixels for which marks are set side by side."""
LETTER = 5.6
"""Width in pixels of a letter of a label, rounded up."""
LEFT = 68
RIGHT = 10
FONT = 12
DAY = 24 * 3600 * 1000
"""Milliseconds, the unit of a bar's width on a time axis."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """One chart's frame: the days it spans, the highest number, and the pixels it needs."""

    first: date
    last: date
    top: float
    lower: int
    n_labels: int
    palette: Palette

    @property
    def days(self) -> int:
        """The number of days on the axis."""
        return max((self.last - self.first).days, 1)

    @property
    def plot(self) -> int:
        """Height in pixels between the margins."""
        return UPPER + (GAP + self.lower if self.lower else 0)

    @property
    def head(self) -> int:
        """Height in pixels of the margin that holds the labels of the turning points."""
        return 12 + self.n_labels * LABEL_ROW

    @property
    def day_px(self) -> float:
        """Width of a day at the reference width."""
        return REFERENCE / self.days

    @property
    def count_px(self) -> float:
        """Height in pixels of one counted thing."""
        return UPPER / self.top

    def share(self, day: date) -> float:
        """Return where a day lies between the first (0) and the last (1)."""
        return min(max((day - self.first).days / self.days, 0.0), 1.0)

    def label_place(self, text: str, first: date, last: date) -> tuple[date, str]:
        """Return the day and anchor at which the name of a bar fits on the narrowest page: from its start, else to its end."""
        width, first, last = width_of(text), max(first, self.first), min(last, self.last)
        if self.share(first) * NARROW + width <= NARROW + RIGHT:
            return first, "left"
        if self.share(last) * NARROW + LEFT >= width:
            return last, "right"
        if self.share(first) + self.share(last) < 1:
            return self.first + timedelta(days=self.days * max((NARROW + RIGHT - width) / NARROW, 0.0)), "left"
        # The name reaches to the left over the margin and ends where it must, past the end of a bar that is too short.
        return self.first + timedelta(days=self.days * min((width - LEFT) / NARROW, 1.0)), "right"


def width_of(text: str, letter: float = LETTER) -> float:
    """Return the width of a label in pixels, rounded up: of what is seen of it, not of the marks that keep its direction."""
    return len(bare(text)) * letter


def noon(day: date) -> datetime:
    """Return the middle of a day, where its marks stand."""
    return datetime(day.year, day.month, day.day, 12)


def hover_label(palette: Palette) -> dict[str, Any]:
    """Return how what pointing at a mark says is set: its lines begin where the language's do."""
    side = "right" if direction() == "rtl" else "left"
    return {"align": side, "bgcolor": palette.background, "font": {"color": palette.ink, "size": 13}}


def ground(palette: Palette) -> dict[str, Any]:
    """Return what every chart is laid on: its colours and letters, no legend, and what a pointer does."""
    return {
        "paper_bgcolor": palette.background,
        "plot_bgcolor": palette.background,
        "font": {"color": palette.ink, "size": FONT},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": hover_label(palette),
    }


def day_ticks() -> str:
    """Return how a time axis writes its days, `28 Jan` over the year; in the order of letters of the language."""
    return f"{isolated('%-d %b')}\n%Y" if direction() == "rtl" else "%-d %b\n%Y"


def layout(canvas: Canvas) -> dict[str, Any]:
    """Return size, margins and axes: one time axis under two plots, zero on the upper one."""
    palette = canvas.palette
    ticks = {"tickfont": {"color": palette.muted, "size": FONT}, "fixedrange": True}
    split = 1 - UPPER / canvas.plot
    return {
        "height": canvas.head + canvas.plot + BOTTOM,
        "margin": {"l": LEFT, "r": RIGHT, "t": canvas.head, "b": BOTTOM, "autoexpand": False},
        **ground(palette),
        "barmode": "overlay",
        "xaxis": {
            **ticks,
            "type": "date",
            "range": [canvas.first, canvas.last + timedelta(days=1)],
            "anchor": "free",
            "position": 0,
            "tickformat": day_ticks(),
            "gridcolor": palette.faint,
            "showgrid": True,
            "zeroline": False,
            "tickangle": 0,
        },
        "yaxis": {
            **ticks,
            "domain": [split, 1],
            "range": [0, canvas.top],
            "tickformat": ",d",
            "gridcolor": palette.faint,
            "zeroline": True,
            "zerolinecolor": palette.muted,
            "zerolinewidth": 1,
            "nticks": 6,
        },
        "yaxis2": {
            "domain": [0, max(split - GAP / canvas.plot, 0)],
            "range": [max(canvas.lower, 1), 0],
            "visible": False,
            "fixedrange": True,
        },
    }


def turning_lines(canvas: Canvas, turning_points: Sequence[TurningPoint]) -> list[dict[str, Any]]:
    """Return a thin dotted line through both plots for each turning point, as shapes."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": noon(point.day),
            "x1": noon(point.day),
            "y0": 0,
            "y1": 1 + ((row + 0.5) * LABEL_ROW + 4) / canvas.plot,
            "layer": "below",
            "line": {"color": canvas.palette.muted, "width": 1, "dash": "dot"},
        }
        for row, point in enumerate(turning_points)
    ]


def turning_labels(canvas: Canvas, turning_points: Sequence[TurningPoint]) -> list[dict[str, Any]]:
    """Return a word and a day for each turning point, each on a row of its own, so that none meets another.

    Later days stand higher and their words run to the left, over the ends of the earlier lines, never through them.
    """
    return [_turning_label(canvas, row, point) for row, point in enumerate(turning_points)]


def _turning_label(canvas: Canvas, row: int, point: TurningPoint) -> dict[str, Any]:
    text = captions.joined(point.label, captions.day_of_axis(point.day))
    width, at = width_of(text), canvas.share(point.day) * NARROW
    # The margin left of the plot may carry the start of a label too.
    room = {"right": at + LEFT - width, "left": NARROW + RIGHT - at - width}
    anchor = "right" if room["right"] >= 0 else max(room, key=lambda side: room[side])
    inwards = 3 + min(room[anchor], 0)
    return {
        "text": captions.label(text),
        "x": noon(point.day),
        "xref": "x",
        "xanchor": anchor,
        "xshift": -inwards if anchor == "right" else inwards,
        "y": 1,
        "yref": "paper",
        "yanchor": "middle",
        "yshift": (row + 0.5) * LABEL_ROW + 4,
        "showarrow": False,
        "font": {"size": FONT, "color": canvas.palette.ink},
        "bgcolor": canvas.palette.background,
        "borderpad": 1,
    }
