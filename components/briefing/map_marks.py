"""The marks of the paper map: circles of people, and the towns that events name in the shapes of the chart."""

from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes
from matplotlib.path import Path

from components.briefing import drawn
from components.briefing.chart_meanwhile import SHAPES
from components.briefing.map_ground import Frame
from components.briefing.model import MapDrawing, MapPlace
from components.charts.lanes import SYMBOLS
from components.charts.map_marks import SMALLEST
from components.palette import PRINT, mixed

LARGEST = 58.0
"""Points across of the largest circle."""
TOWN = 7.0
DISC = mixed(PRINT.displacement, PRINT.background, 0.38)
BOWTIE = Path([(-1, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)])
BROKEN = (0, (2.5, 1.8))
CAME = "destination"


def draw(axes: Axes, drawing: MapDrawing, frame: Frame, note_of: Mapping[str, int]) -> None:
    """Draw the circles, largest first, and the towns over them; a mark whose row has a note leads to it."""
    for order, one in enumerate(people(drawing)):
        at = frame.at(one.longitude, one.latitude)
        circle(axes, at, across(one, top(drawing)), one, 2 + order * 0.01, note_of.get(one.row_id))
    for one in drawing.places:
        if one.size is None:
            x, y = frame.at(one.longitude, one.latitude)
            look = {"linestyle": "none", "zorder": 4, "markeredgewidth": 1.2, "clip_on": False}
            mark = drawn.line(axes, [x], [y], **look, **look_of(one, drawing))
            _link(mark, note_of.get(one.row_id))


def people(drawing: MapDrawing) -> list[MapPlace]:
    """Return the places with a number, the largest first."""
    return sorted((one for one in drawing.places if one.size is not None), key=lambda one: -(one.size or 0))


def top(drawing: MapDrawing) -> int:
    """Return the largest number on the map; 0 where there is none."""
    return max((one.size or 0 for one in people(drawing)), default=0)


def across(place: MapPlace, top: int) -> float:
    """Return the points across of a circle whose area is a number, where `top` has the largest one."""
    return max(LARGEST * float((place.size or 0) / top) ** 0.5, SMALLEST) if top else SMALLEST


def is_exact(place: MapPlace) -> bool:
    """Return whether the number of a place was said as one number."""
    return place.low == place.value == place.high


def circle(
    axes: Axes, at: tuple[float, float], size: float, place: MapPlace, order: float = 2, number: int | None = None
) -> None:
    """Draw a circle so many points across: filled where people came, its rim broken where the number is not exact."""
    face = DISC if place.role == CAME else "none"
    mark = drawn.line(
        axes,
        [at[0]], [at[1]], marker="o", markersize=size, linestyle="none", markerfacecolor=face, markeredgecolor="none",
        alpha=0.75, zorder=order, clip_on=False,
    )  # fmt: skip
    _link(mark, number)
    axes.scatter(
        [at[0]], [at[1]], s=size**2, facecolors="none", edgecolors=PRINT.displacement, linewidths=1.5, zorder=order,
        linestyles="solid" if is_exact(place) else [BROKEN],
    )  # fmt: skip


def look_of(place: MapPlace, drawing: MapDrawing) -> dict[str, Any]:
    """Return the shape and inks of a town's mark: by what was done, filled for the first side, hollow for the second."""
    sides = [side.name for side in drawing.sides]
    inks = dict(zip(sides, (PRINT.advance, PRINT.opposition), strict=False))
    ink = inks.get(place.side or "", PRINT.talks)
    shape = BOWTIE if place.is_disputed else SHAPES[SYMBOLS[place.event_type or "other"].removesuffix("-open")]
    is_hollow = place.side in sides[1:]
    return {
        "marker": shape,
        "markersize": TOWN,
        "markeredgecolor": ink,
        "markerfacecolor": PRINT.background if is_hollow else ink,
    }


def _link(mark: Any, number: int | None) -> None:
    if number:
        mark.set_url(f"#n{number}")
