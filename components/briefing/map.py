"""The map on paper: what was reported of places, on a ground of our own facts, drawn without a browser and without tiles.

People who left a place are a ring, those who came a filled disc, its area the number; the rim is broken where the number was not
said exactly. Towns have the shapes of the chart. All of it can be told apart in grey.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from components.briefing import drawn, fonts, map_legend, map_marks
from components.briefing.map_ground import HEIGHT, WIDTH, Frame, frame_of
from components.briefing.map_labels import LINE, SMALL, Label, Wish, around, placed
from components.briefing.model import MapDrawing, MapPlace, MapRoad
from components.palette import PRINT
from components.wording import direction, language


def svg(drawing: MapDrawing, note_of: Mapping[str, int] | None = None) -> str:
    """Return the map as an `<svg>` element; a mark whose row has a note is a link to it (`#n12`)."""
    return _svg(drawing, tuple((note_of or {}).items()), language())


# Several files of one briefing hold the same map; the language of its words is part of what it is.
@lru_cache(maxsize=4)
def _svg(drawing: MapDrawing, notes: tuple[tuple[str, int], ...], _spoken: str) -> str:
    return drawn.as_element(draw(drawing, dict(notes)), alt=drawing.alt, name="map")


def draw(drawing: MapDrawing, note_of: Mapping[str, int]) -> Figure:
    """Return the map as a figure of matplotlib: the ground, people, towns, names, and how to read them beside it."""
    fonts.use_in_charts()
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
    figure.patch.set_visible(False)
    frame = frame_of(drawing, is_mirrored=direction() == "rtl")
    axes = _plain_axes(figure)
    _roads(axes, drawing, frame)
    map_marks.draw(axes, drawing, frame, note_of)
    labels = placed(_wishes(drawing, frame), frame)
    for label in labels:
        _name(axes, label)
    for road in drawing.roads:
        _road_name(axes, road, frame, labels, drawing.places)
    map_legend.draw(axes, drawing, frame)
    drawn.settle(figure)
    return figure


def _plain_axes(figure: Figure) -> Axes:
    axes: Axes = figure.add_axes((0, 0, 1, 1), label="map")
    axes.set_axis_off()
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(0, HEIGHT)
    return axes


def _roads(axes: Axes, drawing: MapDrawing, frame: Frame) -> None:
    for road in drawing.roads:
        at = [frame.at(longitude, latitude) for latitude, longitude in road.points]
        line = drawn.line(axes, *zip(*at, strict=True), color=PRINT.whisker, linewidth=2.6, solid_capstyle="round", zorder=1)
        line.set_clip_path(frame.window(axes))


def _wishes(drawing: MapDrawing, frame: Frame) -> list[Wish]:
    """Return what is to be named, first come first served: numbers by size, towns that events name, towns for orientation."""
    people, top = map_marks.people(drawing), map_marks.top(drawing)
    numbers = [
        Wish((one.words, one.name), frame.at(one.longitude, one.latitude), map_marks.across(one, top) / 2, is_number=True)
        for one in people
    ]
    towns = [
        Wish((one.name,), frame.at(one.longitude, one.latitude), map_marks.TOWN / 2 + 1)
        for one in drawing.places
        if one.size is None
    ]
    marked = {wish.at for wish in (*numbers, *towns)}
    stops = {(longitude, latitude) for road in drawing.roads for latitude, longitude in road.points}
    ground = [
        Wish((one.name,), at, 1.5, is_ground=True, worth=2 if (one.longitude, one.latitude) in stops else 0)
        for one in sorted(drawing.labels, key=lambda one: (one.longitude, one.latitude) not in stops)
        if frame.holds(at := frame.at(one.longitude, one.latitude))
    ]
    return [*numbers, *towns, *(wish for wish in ground if wish.at not in marked)]


def _name(axes: Axes, label: Label) -> None:
    wish, (x, y) = label.wish, label.at
    if label.far:
        edge = {"left": label.box.left, "right": label.box.right, "center": x}[label.side]
        middle = (label.box.bottom + label.box.top) / 2
        drawn.line(axes, [wish.at[0], edge], [wish.at[1], middle], color=PRINT.muted, linewidth=0.6, zorder=3)
    if wish.is_ground:
        drawn.line(
            axes, [wish.at[0]], [wish.at[1]], marker="o", markersize=2.2, color=PRINT.muted, linestyle="none", zorder=1.5,
            clip_on=False,
        )  # fmt: skip
    for row, line in enumerate(wish.lines):
        axes.text(
            x, y - row * LINE, line, ha=label.side, va="top", fontsize=wish.size, zorder=6,
            weight="bold" if wish.is_number and row == 0 else "normal",
            color=PRINT.muted if wish.is_ground else PRINT.displacement if wish.is_number else PRINT.ink,
            # A name of the ground stands where nothing else is written.
            bbox=None if wish.is_ground else {"facecolor": PRINT.background, "edgecolor": "none", "pad": 0.4, "alpha": 0.72},
        )  # fmt: skip


def _road_name(axes: Axes, road: MapRoad, frame: Frame, labels: Sequence[Label], places: Sequence[MapPlace]) -> None:
    """Write the name of a road on it, near the rim of the ground and where nothing else stands; nowhere if there is no room."""
    stops = [frame.at(longitude, latitude) for latitude, longitude in road.points]
    between = [
        (x + (other_x - x) * share, y + (other_y - y) * share)
        for (x, y), (other_x, other_y) in pairwise(stops)
        for share in (0.25, 0.5, 0.75)
    ]
    shown = [point for point in (*stops, *between) if frame.holds(point, margin=14)]
    marks = [around(frame.at(place.longitude, place.latitude), map_marks.TOWN / 2) for place in places]
    taken = [*(label.box for label in labels), *marks]
    free = [point for point in shown if not any(around(point, 7).meets(box) for box in taken)]
    for x, y in sorted(free, key=frame.from_rim)[:1]:
        axes.text(
            x, y, road.name, ha="center", va="center", fontsize=SMALL, color=PRINT.muted, weight="bold", zorder=1.8,
            bbox={"facecolor": PRINT.background, "edgecolor": PRINT.whisker, "pad": 1.6, "linewidth": 0.8},
        )  # fmt: skip
