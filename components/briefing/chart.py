"""The briefing's chart on paper: the same marks as on the overview, drawn without a browser.

What may stand together, where marks give way to each other and which lane an event stands in is decided in `components.charts`;
here it becomes a drawing of fixed size. The same drawing gives the same bytes: no time of day and no random name gets in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from components import captions
from components.briefing import chart_counts, chart_meanwhile, days, drawn, fonts
from components.briefing.model import Drawing
from components.charts import lanes
from components.charts.canvas import LETTER, Canvas
from components.palette import PRINT
from components.wording import _, language
from etl.crises import TurningPoint

LEFT, RIGHT, BOTTOM, GAP, LABEL_ROW = 66, 10, 38, 20, 17
FONT = 11
HEADROOM = 1.08
TICK = 64
"""Pixels a day on the axis needs for its label."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a chart is drawn: its width and the height of the counts in pixels, and how tight the rows below them stand."""

    name: str
    width: int
    upper: int
    tightness: float

    @property
    def plot(self) -> int:
        """The width of the plot between the margins."""
        return self.width - LEFT - RIGHT


WIDE = Size("wide", 700, 280, 0.76)
BRIEF = Size("brief", 700, 130, 0.8)
NARROW = Size("narrow", 360, 290, 0.9)
PAGE = Size("page", 840, 225, 0.62)
"""For a page of a document, of which it shall not take more than half."""
SHORT = Size("short", 940, 170, 0.54)
"""For a document of few pages: it fits under the key figures."""
LINE = Size("line", 900, 150, 0.8)
"""For a briefing of one page."""


def svg(drawing: Drawing, size: Size = WIDE, note_of: Mapping[str, int] | None = None) -> str:
    """Return the chart as an `<svg>` element; a mark whose row has a note is a link to it (`#n12`)."""
    return _svg(drawing, size, tuple((note_of or {}).items()), language())


# Several files of one briefing hold the same chart; the language of its words is part of what it is.
@lru_cache(maxsize=4)
def _svg(drawing: Drawing, size: Size, notes: tuple[tuple[str, int], ...], _spoken: str) -> str:
    return drawn.as_element(draw(drawing, size, dict(notes)), alt=drawing.alt, name=size.name)


def draw(drawing: Drawing, size: Size, note_of: Mapping[str, int]) -> Figure:
    """Return the chart as a figure of matplotlib: counts above, offensives and events below, one time axis."""
    fonts.use_in_charts()
    day_px = size.plot / max((drawing.last - drawing.first).days, 1)
    below = lanes.arrange(drawing.offensives, drawing.events, drawing.sides, day_px)
    turns = sorted(
        (turn for turn in drawing.turning_points if drawing.first <= turn.day <= drawing.last), key=lambda turn: turn.day
    )
    canvas = Canvas(drawing.first, drawing.last, _top(drawing), below.height, len(turns), PRINT)
    head = 10 + len(turns) * LABEL_ROW
    gap = GAP if below.height else 0
    lower_height = round(below.height * size.tightness)
    height = head + size.upper + gap + lower_height + BOTTOM
    figure = Figure(figsize=(size.width / 72, height / 72), dpi=72)
    figure.patch.set_visible(False)
    upper = _axes(figure, "upper", size, 1 - (head + size.upper) / height, size.upper / height)
    lower = _axes(figure, "lower", size, BOTTOM / height, max(lower_height, 1) / height)
    _time_axis(lower, canvas, size)
    _time_axis(upper, canvas, size)
    upper.tick_params(labelbottom=not below.height)
    _turning_points(upper, turns, size, gap + lower_height)
    chart_counts.draw(upper, drawing, canvas, note_of)
    chart_meanwhile.draw(lower, below, canvas, drawing, note_of)
    drawn.settle(figure)
    return figure


def _top(drawing: Drawing) -> float:
    sides = ("people_low", "people_value", "people_high")
    known: list[int] = [claim[name] for claim in drawing.claims for name in sides if claim[name] is not None]
    known += [point[name] for point in drawing.points for name in ("low", "value", "high") if point[name] is not None]
    return max([*known, 1]) * HEADROOM


def _axes(figure: Figure, name: str, size: Size, bottom: float, height: float) -> Axes:
    axes: Axes = figure.add_axes((LEFT / size.width, bottom, size.plot / size.width, height), label=name)
    axes.patch.set_visible(False)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, labelsize=FONT, labelcolor=PRINT.muted, pad=5)
    return axes


def _time_axis(axes: Axes, canvas: Canvas, size: Size) -> None:
    axes.set_xlim(days.start(canvas.first), days.start(canvas.last) + 1)
    named = days.named(canvas.first, canvas.last, most=max(size.plot // TICK, 2))
    axes.set_xticks([days.noon(day) for day in named], labels=[f"{captions.day_of_year(day)}\n{day.year}" for day in named])
    axes.grid(axis="x", color=PRINT.faint, linewidth=0.8)
    # Scales are not reported numbers; a reader of the file can tell them apart by this name.
    axes.xaxis.set_gid(f"scale-days-{axes.get_label()}")
    axes.yaxis.set_gid(f"scale-counts-{axes.get_label()}")


def _turning_points(axes: Axes, turns: list[TurningPoint], size: Size, lower: int) -> None:
    """Draw a thin dotted line through both plots for each turning point, its word and day on a row of its own."""
    for row, turn in enumerate(turns):
        middle = (row + 0.5) * LABEL_ROW + 4
        x, top = days.noon(turn.day), 1 + middle / size.upper
        drawn.line(
            axes, [x, x], [-lower / size.upper, top], transform=axes.get_xaxis_transform(), clip_on=False, zorder=0.5,
            color=PRINT.muted, linewidth=0.8, linestyle=(0, (1, 2.5)),
        )  # fmt: skip
        text = _("{label}, {day}").format(label=turn.label, day=captions.day_of_year(turn.day))
        first, last = axes.get_xlim()
        at, width = (x - first) / (last - first) * size.plot, len(text) * LETTER
        # The margin left of the plot may carry the start of a label too.
        is_left = at + LEFT >= width or at + LEFT > size.plot - at
        axes.annotate(
            text, (x, top), xycoords=axes.get_xaxis_transform(), xytext=(-4 if is_left else 4, 0), textcoords="offset points",
            ha="right" if is_left else "left", va="center", fontsize=FONT, color=PRINT.ink, annotation_clip=False,
        )  # fmt: skip
