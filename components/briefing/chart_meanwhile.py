"""The lower half of the chart on paper: offensives as bars, events in lanes by who acts, on the days of the counts above."""

from collections.abc import Mapping

from matplotlib.axes import Axes

from components.briefing import days, drawn, words
from components.briefing.model import Drawing, Row
from components.charts import lanes, marks
from components.charts.canvas import Canvas
from components.palette import PRINT
from components.wording import _

SHAPES = {
    "star": "*", "triangle-right": ">", "triangle-left": "<", "triangle-down": "v", "square": "s", "diamond": "D", "circle": "o",
    "circle-x": "X", "x-thin": "x",
}  # fmt: skip
SIZE = 6.0
FONT = 11


def draw(axes: Axes, below: lanes.Rows, canvas: Canvas, drawing: Drawing, note_of: Mapping[str, int]) -> None:
    """Draw the offensives and events where `lanes.arrange` puts them; the vertical axis is in pixels from the top."""
    axes.set_ylim(max(below.height, 1), 0)
    axes.set_yticks([])
    if not below.height:
        axes.set_visible(False)
        return
    for offensive, height in below.bars:
        _offensive(axes, offensive, height, canvas, note_of.get(offensive["offensive_id"]))
    for name, top, _height in below.lanes:
        axes.axhline(top - 5, color=PRINT.faint, linewidth=0.8)
        _name(axes, _(name), days.start(canvas.first), top + lanes.NAME / 2 - 1, "left", is_lane=True)
    colors = lanes.lane_colors(drawing.sides, canvas)
    for event, name, height in below.events:
        _event(axes, event, height, colors.get(name, PRINT.ink), note_of.get(event["event_id"]))


def _offensive(axes: Axes, offensive: Row, height: int, canvas: Canvas, number: int | None) -> None:
    first, last = max(offensive["started_on"], canvas.first), min(offensive["ended_on"] or canvas.last, canvas.last)
    (bar,) = axes.barh(
        height, (last - first).days + 1, left=days.start(first), height=lanes.BAR, color=PRINT.offensive, edgecolor=PRINT.advance,
        linewidth=0.8, zorder=3,
    )  # fmt: skip
    if number:
        bar.set_url(f"#n{number}")
    text = words.short(offensive["name"], 62)
    at, anchor = canvas.label_place(text, first, last)
    _name(axes, text, days.start(at), height - lanes.BAR / 2 - lanes.NAME / 2 - 1, anchor, is_lane=False)


def _name(axes: Axes, text: str, at: float, height: float, anchor: str, *, is_lane: bool) -> None:
    axes.text(
        at, height, text, ha=anchor, va="center", fontsize=FONT, color=PRINT.ink, zorder=5,
        weight="bold" if is_lane else "normal", bbox={"facecolor": PRINT.background, "edgecolor": "none", "pad": 1},
    )  # fmt: skip


def _event(axes: Axes, event: Row, height: int, color: str, number: int | None) -> None:
    symbol = lanes.SYMBOLS[event["event_type"]]
    is_open = symbol.endswith("-open")
    first, last = marks.days_of(event["started_on"], event["accuracy"])
    last = max(last, event["ended_on"] or last)
    if first != last:
        drawn.line(axes, [days.noon(first), days.noon(last)], [height, height], color=PRINT.muted, linewidth=0.8, zorder=2)
    mark = drawn.line(
        axes, [days.noon(event["started_on"])], [height], marker=SHAPES[symbol.removesuffix("-open")], markersize=SIZE,
        markerfacecolor=PRINT.background if is_open else color, markeredgecolor=color, markeredgewidth=1.1, linestyle="none",
        alpha=lanes.PALE if event["status"] in ("claimed", "denied") else 1, zorder=6,
        clip_on=False,
    )  # fmt: skip
    if number:
        mark.set_url(f"#n{number}")
