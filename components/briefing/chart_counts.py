"""The upper half of the chart on paper: the recommended line in steps, the band, one mark a claim, the last number in words."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from components import captions
from components.briefing import days, drawn, words
from components.briefing.model import Drawing, Row
from components.charts import marks
from components.charts.canvas import Canvas
from components.palette import PRINT
from components.selection import known_sides
from components.wording import _

SHAPES = {"circle": "o", "triangle-up": "^", "triangle-down": "v"}
RANGE = "_"
SIZE = 6.5
FONT = 11
LINE = 14
LETTER = 6.2


def draw(axes: Axes, drawing: Drawing, canvas: Canvas, note_of: Mapping[str, int]) -> None:
    """Draw the counts of a drawing; where nothing was reported, say so instead of drawing an empty axis."""
    if not drawing.claims and not drawing.points:
        axes.set_yticks([])
        axes.text(
            0.5, 0.5, "No report found in this period: a gap, not a zero", transform=axes.transAxes, ha="center", va="center",
            fontsize=FONT + 1, color=PRINT.muted,
        )  # fmt: skip
        return
    _scale(axes, canvas)
    placed = marks.place(list(drawing.claims), canvas)
    if any(point["window"] for point in drawing.points):
        _window_bars(axes, drawing.points)
        _claims(axes, [mark for mark in placed if mark.claim["role"] != "recommended"], note_of)
        return
    _band(axes, drawing)
    _steps(axes, drawing.points)
    _claims(axes, placed, note_of)
    _revisions(axes, drawing.points)
    _last_label(axes, drawing, placed)


def _scale(axes: Axes, canvas: Canvas) -> None:
    axes.set_ylim(0, canvas.top)
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=True, min_n_ticks=2))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda count, _: captions.number(round(count))))
    axes.grid(axis="y", color=PRINT.faint, linewidth=0.8)
    axes.axhline(0, color=PRINT.muted, linewidth=0.8)


def _band(axes: Axes, drawing: Drawing) -> None:
    """Draw the envelope of a day's claims, a day wide; an open side ends at the last known claim, with an arrow."""
    for point in drawing.points:
        low, high = known_sides(point, drawing.claims)
        if point["n_speakers"] < 2 or point["low"] == point["high"]:
            continue
        axes.bar(days.noon(point["as_of"]), high - low, bottom=low, width=2.2, color=PRINT.band, zorder=1)
        for side, at, is_open in (("^", high, point["high"] is None), ("v", low, point["low"] is None)):
            if is_open:
                offset = 11 if side == "^" else -11
                axes.annotate(
                    "", (days.noon(point["as_of"]), at), xytext=(0, offset), textcoords="offset points",
                    arrowprops={"arrowstyle": "<-", "color": PRINT.displacement, "linewidth": 1, "shrinkA": 0, "shrinkB": 4},
                )  # fmt: skip


def _steps(axes: Axes, points: Sequence[Row]) -> None:
    """Draw the line in steps: a number stands until the next report, not a day beyond the last, and not over a long silence."""
    for run in _runs(points):
        at, counts = [days.noon(point["as_of"]) for point in run], [point["value"] for point in run]
        drawn.line(axes, at, counts, drawstyle="steps-post", color=PRINT.displacement, linewidth=2.2, zorder=2.5)


def _runs(points: Sequence[Row]) -> list[list[Row]]:
    runs: list[list[Row]] = [[]]
    for point in points:
        last = runs[-1][-1] if runs[-1] else None
        if last and (point["as_of"] - last["as_of"]).days > marks.SILENT_DAYS:
            runs.append([])
        if point["value"] is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _window_bars(axes: Axes, points: Sequence[Row]) -> None:
    for point in points:
        first, n_days = marks.first_and_days(point["as_of"], point["window"])
        if point["value"] is not None:
            axes.bar(days.start(first), point["value"], width=n_days * 0.94, align="edge", color=PRINT.displacement, zorder=2)


def _claims(axes: Axes, placed: Sequence[marks.Placed], note_of: Mapping[str, int]) -> None:
    """Draw one mark a claim, other claims first and the recommended on top; a thin bar is what the words allow."""
    for mark in sorted(placed, key=lambda mark: mark.claim["role"] == "recommended"):
        is_line = mark.claim["role"] == "recommended"
        ink, bar = (PRINT.displacement, PRINT.displacement) if is_line else (PRINT.claim, PRINT.whisker)
        at = days.moment(mark.at)
        _bars(axes, mark, at, bar, 3.0 if is_line else 2.0)
        drawn.line(axes, [at], [mark.height], zorder=4.0 if is_line else 3.0, clip_on=False, **_look(mark.claim, ink, note_of))


def _bars(axes: Axes, mark: marks.Placed, at: float, color: str, zorder: float) -> None:
    low, high = (mark.claim[name] for name in ("people_low", "people_high"))
    bottom, top = low if low is not None else mark.height, high if high is not None else mark.height
    first, last = marks.days_of(mark.claim["as_of"], mark.claim["accuracy"])
    if mark.is_moved:
        drawn.line(axes, [days.noon(mark.claim["as_of"]), at], [mark.height] * 2, color=PRINT.whisker, linewidth=0.8, zorder=1.5)
    if bottom != top:
        drawn.line(axes, [at, at], [bottom, top], color=color, linewidth=1.2, zorder=zorder)
    if first != last:
        drawn.line(axes, [days.noon(first), days.noon(last)], [mark.height] * 2, color=color, linewidth=0.8, zorder=zorder)


def _look(claim: Row, ink: str, note_of: Mapping[str, int]) -> dict[str, Any]:
    shape = SHAPES.get(marks.SYMBOLS.get(claim["quantifier"], ""), RANGE)
    number = note_of.get(claim["figure_id"])
    look = {
        "marker": shape,
        "markersize": SIZE if shape != RANGE else SIZE + 2,
        "markerfacecolor": ink if claim["quantifier"] == "exact" else PRINT.background,
        "markeredgecolor": ink,
        "markeredgewidth": 1.3,
        "alpha": 0.6 if claim["role"] == "superseded" else 1,
        "linestyle": "none",
    }
    return look | ({"url": f"#n{number}"} if number else {})


def _revisions(axes: Axes, points: Sequence[Row]) -> None:
    for point in points:
        if point["is_revision"] and point["value"] is not None:
            axes.annotate(
                _("lowered"), (days.noon(point["as_of"]), point["value"]), xytext=(0, -26), textcoords="offset points",
                ha="center", fontsize=FONT, color=PRINT.ink,
                arrowprops={"arrowstyle": "-", "color": PRINT.muted, "linewidth": 0.8},
            )  # fmt: skip


def _last_label(axes: Axes, drawing: Drawing, placed: Sequence[marks.Placed]) -> None:
    """Write the last number, its day and speaker where no mark and no step stands, tied to its point."""
    if not drawing.points:
        return
    point = drawing.points[-1]
    height = next(count for count in (point["value"], point["own_low"], point["own_high"]) if count is not None)
    lines = (captions.printed(point), captions.day(point["as_of"]), words.short(point["speaker"], 24))
    x, y = _free_place(axes, lines, drawing.points, placed, (days.noon(point["as_of"]), height))
    axes.annotate(
        "", (days.noon(point["as_of"]), height), xytext=(x, y), textcoords=axes.transAxes,
        arrowprops={"arrowstyle": "-", "color": PRINT.displacement, "linewidth": 0.8, "shrinkB": 6, "shrinkA": 2},
    )  # fmt: skip
    for row, text in enumerate(lines):
        axes.annotate(
            text, (x, y), xycoords=axes.transAxes, xytext=(0, -3 - row * LINE), textcoords="offset points", va="top",
            fontsize=FONT + 1, weight="bold" if row == 0 else "normal", color=PRINT.displacement, zorder=6,
            bbox={"facecolor": PRINT.background, "edgecolor": "none", "pad": 1, "alpha": 0.8},
        )  # fmt: skip


def _free_place(
    axes: Axes, lines: Sequence[str], points: Sequence[Row], placed: Sequence[marks.Placed], home: tuple[float, float]
) -> tuple[float, float]:
    """Return the corner, in shares of the plot, at which the label meets the fewest marks and steps, near its point."""
    box = axes.get_window_extent()
    width, height = max(map(len, lines)) * LETTER / box.width, (len(lines) * LINE + 6) / box.height
    taken = [_share(axes, days.moment(mark.at), mark.height) for mark in placed]
    for before, after in pairwise([point for point in points if point["value"] is not None]):
        taken += [
            _share(axes, days.noon(after["as_of"]), before["value"] + (after["value"] - before["value"]) * k / 8)
            for k in range(9)
        ]
    last = _share(axes, *home)
    tries = [(min(max(x, 0.01), 0.99 - width), y / 20) for x in (last[0] + 0.02, last[0] - width / 2, 0.02) for y in range(5, 20)]
    return min(tries, key=lambda at: (_n_met(at, width, height, taken), abs(at[0] - last[0]) + abs(at[1] - last[1])))


def _share(axes: Axes, day: float, count: float) -> tuple[float, float]:
    first, last = axes.get_xlim()
    return (day - first) / (last - first), count / axes.get_ylim()[1]


def _n_met(at: tuple[float, float], width: float, height: float, taken: Sequence[tuple[float, float]]) -> int:
    # The label hangs down from its corner; a mark needs some room around it.
    left, right, bottom, top = at[0] - 0.015, at[0] + width + 0.015, at[1] - height - 0.03, at[1] + 0.03
    return sum(left <= x <= right and bottom <= y <= top for x, y in taken) + (bottom < 0) * 100
