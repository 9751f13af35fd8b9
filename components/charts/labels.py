"""The words on the counts: the last recommended number, and a note where a speaker lowered its own total. No streamlit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from components import captions
from components.charts.canvas import LEFT, LETTER, NARROW, RIGHT, UPPER, WIDE, Canvas, noon, width_of
from components.charts.marks import SIZE, Placed, Row
from components.directions import bare, isolated
from components.wording import _, direction

LINE = 17
"""Pixels of a line of the last label."""
DROPS = (46, 72, 98, 124, 150, 176, 202, 228, 254, 280, -58)
"""How far below the mark the label may stand, the nearest first; above it where nothing else is free."""
CORNER = "corner"
"""The upper left of the plot, which a rising count leaves free."""
CORNER_GAP = 8


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the lower left corner of the plot."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share a pixel."""
        return self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top


def last_label(points: Sequence[Row], placed: Sequence[Placed], canvas: Canvas) -> dict[str, Any]:
    """Return the label of the last recommended point, number, day and speaker, where it hides no mark and no line."""
    point = points[-1]
    lines = (
        captions.label(captions.printed(point)),
        captions.label(captions.day_of_axis(point["as_of"], has_year=True)),
        captions.label(point["speaker"], 24),
    )
    side, drop = _free_place(point, lines, points, placed, canvas)
    if side == CORNER:
        return _in_the_corner(lines, canvas)
    return {
        "x": noon(point["as_of"]),
        "y": _height(point),
        "text": f"<b>{lines[0]}</b><br>{lines[1]}<br>{lines[2]}",
        "align": side,
        "xanchor": side,
        "yanchor": "top" if drop > 0 else "bottom",
        "showarrow": True,
        "arrowhead": 0,
        "arrowwidth": 1,
        "arrowcolor": canvas.palette.displacement,
        "standoff": 6,
        "ax": 2 if side == "left" else 8,
        "ay": drop if drop > 0 else -20,
        "font": {"color": canvas.palette.displacement, "size": 13},
        "bgcolor": canvas.palette.background,
    }


def _in_the_corner(lines: Sequence[str], canvas: Canvas) -> dict[str, Any]:
    last = _("Last:")
    # One text, so that the word comes before the number whichever way the page runs.
    first = f"{bare(captions.label(last))} <b>{bare(lines[0])}</b>"
    return {
        "x": 0,
        "xref": "paper",
        "y": 1,
        "yref": "y domain",
        "xanchor": "left",
        "yanchor": "top",
        "xshift": CORNER_GAP,
        "yshift": -CORNER_GAP,
        "text": f"{isolated(first) if direction() == 'rtl' else first}<br>{lines[1]}<br>{lines[2]}",
        "align": "left",
        "showarrow": False,
        "font": {"color": canvas.palette.displacement, "size": 13},
    }


def _height(point: Row) -> int:
    return next(int(count) for count in (point["value"], point["own_low"], point["own_high"]) if count is not None)


def _free_place(
    point: Row, lines: Sequence[str], points: Sequence[Row], placed: Sequence[Placed], canvas: Canvas
) -> tuple[str, int]:
    """Return the side and drop at which the label meets least, on the narrowest page and on a wide one."""
    places = [(side, drop) for drop in DROPS for side in ("left", "right")] + [(CORNER, 0)]

    def hidden(place: tuple[str, int]) -> int:
        boxes = ((width, _label_box(point, lines, place[0], place[1], width, canvas)) for width in (NARROW, WIDE))
        return sum(_n_met(box, points, placed, width, canvas) for width, box in boxes)

    return min(places, key=hidden)


def _label_box(point: Row, lines: Sequence[str], side: str, drop: int, width: int, canvas: Canvas) -> Box:
    at = canvas.share(point["as_of"]) * width
    length = max(width_of(line, LETTER + 1.4) for line in lines)
    if side == CORNER:
        return Box(CORNER_GAP, UPPER - CORNER_GAP - LINE * len(lines), CORNER_GAP + length, UPPER - CORNER_GAP)
    top = _height(point) * canvas.count_px - drop + (0 if drop > 0 else 14)
    left = at + 2 if side == "left" else at + 8 - length
    return Box(left, top - LINE * len(lines), left + length, top)


def _n_met(box: Box, points: Sequence[Row], placed: Sequence[Placed], width: int, canvas: Canvas) -> int:
    outside = 1000 * (box.left < -LEFT or box.right > width + RIGHT or box.bottom < 0 or box.top > UPPER + SIZE)
    return outside + sum(box.meets(other) for other in (*_marks(placed, width, canvas), *_steps(points, width, canvas)))


def _marks(placed: Sequence[Placed], width: int, canvas: Canvas) -> Iterator[Box]:
    half = SIZE / 2 + 1
    for mark in placed:
        x, y = canvas.share(mark.at.date()) * width, mark.height * canvas.count_px
        yield Box(x - half, y - half, x + half, y + half)


def _steps(points: Sequence[Row], width: int, canvas: Canvas) -> Iterator[Box]:
    known = [point for point in points if point["value"] is not None]
    for before, after in pairwise(known):
        x0, x1 = canvas.share(before["as_of"]) * width, canvas.share(after["as_of"]) * width
        y0, y1 = sorted((before["value"] * canvas.count_px, after["value"] * canvas.count_px))
        level = before["value"] * canvas.count_px
        yield Box(x0, level - 2, x1, level + 2)
        yield Box(x1 - 2, y0, x1 + 2, y1)


def revisions(points: Sequence[Row], canvas: Canvas) -> list[dict[str, Any]]:
    """Return the word "lowered" at each point where the speaker lowered its own running total."""
    return [
        {
            "x": noon(point["as_of"]),
            "y": point["value"],
            "text": captions.label(_("lowered")),
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": canvas.palette.muted,
            "ax": 0,
            "ay": 34,
            "font": {"color": canvas.palette.ink},
        }
        for point in points
        if point["is_revision"] and point["value"] is not None
    ]
