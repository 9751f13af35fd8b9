"""How to read the paper map: a line for each kind of mark that occurs, and how long some kilometres are."""

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from matplotlib.axes import Axes

from components.briefing import drawn, map_marks
from components.briefing.map_ground import HEIGHT, LEGEND, Frame
from components.briefing.model import MapDrawing, MapPlace
from components.palette import PRINT
from components.wording import _

FONT = 10.5
ROW, LINE = 10, 12.5
MARK = 22
"""Points between the side of the legend and the middle of its marks."""
CIRCLE = 13.0
LETTERS = 27
LENGTHS = (1, 2, 5, 10, 20, 50, 100)

Entry = tuple[MapPlace, str]
"""A mark and what it says."""


def draw(axes: Axes, drawing: MapDrawing, frame: Frame) -> None:
    """Draw the legend beside the ground, from the top; marks at the side on which a line begins."""
    is_mirrored = frame.legend == 0
    x, side = (LEGEND - MARK, "right") if is_mirrored else (frame.legend + MARK, "left")
    y = HEIGHT - 20.0
    for place, words in _entries(drawing):
        if place.size is None:
            drawn.line(axes, [x], [y], linestyle="none", markeredgewidth=1.2, **map_marks.look_of(place, drawing))
        else:
            map_marks.circle(axes, (x, y), CIRCLE, place)
        lines = textwrap.wrap(words, LETTERS)
        for row, line in enumerate(lines):
            axes.text(
                x + (-MARK + 6 if is_mirrored else MARK - 6), y - row * LINE, line, ha=side, va="center",
                fontsize=FONT, color=PRINT.ink,
            )  # fmt: skip
        y -= len(lines) * LINE + ROW
    _scale(axes, frame, x - (0 if not is_mirrored else LEGEND - 2 * MARK))


def _entries(drawing: MapDrawing) -> Iterator[Entry]:
    people = map_marks.people(drawing)
    exact = MapPlace("", "", 0, 0, "origin", "", 1, 1, 1)
    if any(one.role == "origin" for one in people):
        yield exact, _("people left the place")
    if any(one.role == map_marks.CAME for one in people):
        yield replace(exact, role=map_marks.CAME), _("people came there")
    if not all(map(map_marks.is_exact, people)):
        yield replace(exact, high=None), _("the number is not exact")
    yield from _towns(drawing)


def _towns(drawing: MapDrawing) -> Iterator[Entry]:
    towns = [one for one in drawing.places if one.size is None]
    seen: set[tuple[str | None, str | None]] = set()
    for one in sorted(towns, key=lambda town: (town.is_disputed, str(town.side), str(town.event_type))):
        kind = (one.side, one.words)
        if kind not in seen:
            seen.add(kind)
            yield one, one.words if one.is_disputed or not one.side else _("{side}: {what}").format(side=one.side, what=one.words)


def _scale(axes: Axes, frame: Frame, x: float) -> None:
    """Draw the longest round length that the legend holds."""
    length = max(one for one in LENGTHS if one <= max(frame.kilometres(LEGEND - 3 * MARK), 1))
    points = length / frame.kilometres(1)
    drawn.line(axes, [x, x, x + points, x + points], [20, 16, 16, 20], color=PRINT.muted, linewidth=1.2)
    name = axes.text(
        x + points / 2, 21, _("{length} km").format(length=length), ha="center", va="bottom", fontsize=FONT - 1, color=PRINT.muted
    )
    # A scale is no reported number; a reader of the file can tell it by this name.
    name.set_gid("scale-map")
