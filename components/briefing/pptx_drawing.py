"""What a drawing becomes on a slide: the counts as one chart, and under it, on the same days, offensives and events as another.

Nothing but one count stands on the upper chart, so a stock never meets a flow. A straight line between two reports would draw
numbers nobody gave: a number stands, as a level line, until the next report.
"""

import math
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from components import captions
from components.briefing import words
from components.briefing.model import Briefing, Drawing, Row
from components.briefing.pptx_plot import Cell, End, Lines, Mark, Marks, Plot, serial
from components.briefing.pptx_text import width_of
from components.briefing.pptx_theme import FULL
from components.charts import lanes, marks
from components.charts.canvas import Canvas
from components.palette import PRINT
from components.selection import known_sides
from components.wording import _
from etl.crises import TurningPoint

SHAPES = {
    "exact": ("circle", False),
    "about": ("circle", True),
    "at_least": ("triangle", True),
    "more_than": ("triangle", True),
    "at_most": ("diamond", True),
    "less_than": ("diamond", True),
    "nearly": ("diamond", True),
}
"""The mark of each way to bound a number, and whether it is hollow. PowerPoint has no triangle that points down."""
RANGE = ("dash", False)
LEFT, RIGHT = 0.22, 0.01
"""Shares of the frame left and right of the plot: the same for both charts, so that a day stands under itself."""
DAY_STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 365, 730)
MOST_DAYS_NAMED = 9
HEADROOM = 1.08
TALL, TURN_ROW, MOST_TURNS = 0.78, 0.17, 0.5
"""The share of its frame that the upper plot is high, the inches a turning point's words take, the share all of them may take."""
LANE_LEVELS = 3
PLOT_WIDTH = 880


def counts_of(drawing: Drawing, briefing: Briefing, height: float) -> Plot | None:
    """Return the chart of the counts in a frame so many inches high, or None where nothing was reported."""
    if not drawing.points and not drawing.claims:
        return None
    turns = sorted(
        (turn for turn in drawing.turning_points if drawing.first <= turn.day <= drawing.last), key=lambda turn: turn.day
    )
    # The words of turning points stand on rows of their own above the highest count.
    above = min(len(turns) * TURN_ROW / (height * TALL), MOST_TURNS)
    top = _highest(drawing) * HEADROOM / (1 - above)
    groups = tuple(group for group in _marks(drawing, briefing, _turning(drawing, turns, top, above)) if group.marks)
    lines = (_band(drawing), _spans(drawing), *_bars(groups), _steps(drawing), _turning_lines(groups))
    return Plot(
        groups, tuple(line for line in lines if line.lines), drawing.first, drawing.last, top, _step(_highest(drawing)),
        _day_step(drawing), columns=(_("Words"), _("Speaker"), _("Note")), heads=(_("Day"), _("low"), _("high")),
        inner=(LEFT, 0.02, 1 - LEFT - RIGHT, TALL), language=briefing.language,
    )  # fmt: skip


def _marks(drawing: Drawing, briefing: Briefing, turning: tuple[Mark, ...]) -> tuple[Marks, ...]:
    """Return the recommended numbers and the other claims, a number apart from a range that has no number of its own."""
    notes, blue, grey = briefing.note_of, PRINT.displacement, PRINT.claim
    others = [claim for claim in drawing.claims if claim["role"] != "recommended"]
    told = [_told(row, notes) for row in drawing.points if row["value"] is not None]
    if drawing.points and drawing.points[-1]["value"] is not None:
        told[-1] = replace(told[-1], label=captions.printed(drawing.points[-1]), label_at="b")
    vague = [_told(row, notes) for row in drawing.points if row["value"] is None]
    numbers = [_claim(row, notes) for row in others if row["people_value"] is not None]
    ranges = [_claim(row, notes) for row in others if row["people_value"] is None]
    return (
        Marks(_("Recommended"), tuple(told), blue, size=8),
        Marks(_("Recommended, a range: its known end"), tuple(vague), blue),
        Marks(_("Other claims"), tuple(numbers), grey),
        Marks(_("Other claims, a range: its known end"), tuple(ranges), grey),
        Marks(_("Turning points"), turning, PRINT.muted, in_legend=False),
    )


def _turning(drawing: Drawing, turns: list[TurningPoint], top: float, above: float) -> tuple[Mark, ...]:
    """Return a label for each turning point, each on a row of its own in the share above the counts, later days higher.

    It stands before its day, where no line of a later one crosses it, and behind it only for want of room.
    """
    made, plot = [], FULL * (1 - LEFT - RIGHT)
    for place, turn in enumerate(turns):
        label = _("{label}, {day}").format(label=turn.label, day=captions.day_of_year(turn.day))
        before = (turn.day - drawing.first).days / max((drawing.last - drawing.first).days, 1) * plot
        side = "l" if before >= width_of(label, 9) or before > plot - before else "r"
        height = top * (1 - above * (len(turns) - place - 0.5) / len(turns))
        made.append(Mark(turn.day, round(height), symbol="none", label=label, label_at=side, words=(turn.label,)))
    return tuple(made)


def _told(point: Row, notes: dict[str, int]) -> Mark:
    low, value, high = point["own_low"], point["value"], point["own_high"]
    count = next(side for side in (value, low, high) if side is not None)
    symbol, is_hollow = SHAPES.get(point["quantifier"], RANGE) if value is not None else RANGE
    said = _said(point["phrase"], point["speaker"], notes.get(point["figure_id"]))
    return Mark(point["as_of"], count, low, high, symbol, is_hollow, words=said)


def _claim(claim: Row, notes: dict[str, int]) -> Mark:
    symbol, is_hollow = SHAPES.get(claim["quantifier"], RANGE) if claim["people_value"] is not None else RANGE
    said = _said(claim["phrase"], claim["speaker"], notes.get(claim["figure_id"]))
    return Mark(claim["as_of"], marks.height_of(claim), claim["people_low"], claim["people_high"], symbol, is_hollow, words=said)


def _bars(groups: tuple[Marks, ...]) -> list[Lines]:
    """Return what the words of each mark allow, as thin lines up and down; an open side ends at the mark."""
    made = []
    for which, group in enumerate(groups):
        lines = tuple(
            tuple(End(serial(mark.day), end, Cell(which, place, "A"), Cell(which, place, column)) for end, column in _ends(mark))
            for place, mark in enumerate(group.marks)
            if mark.symbol != "none" and len({end for end, _column in _ends(mark)}) > 1
        )
        ink = group.ink if group.ink == PRINT.displacement else PRINT.whisker
        made.append(Lines(_("{name}: what the words allow").format(name=group.name), lines, ink, 1.25))
    return made


def _ends(mark: Mark) -> list[tuple[float, str]]:
    sides = [(mark.low, "C"), (mark.high, "D")]
    known = [(count, column) for count, column in sides if count is not None]
    return known if len(known) == len(sides) else [*known, (mark.count, "B")]


def _steps(drawing: Drawing) -> Lines:
    """Return the recommended line: each number until the next report, and not over a long silence; a window over its days."""
    points = [row for row in drawing.points if row["value"] is not None]
    lines: list[tuple[End, ...]] = []
    for place, (point, after) in enumerate(zip_longest(points, points[1:])):
        at, count, day = serial(point["as_of"]), Cell(0, place, "B"), Cell(0, place, "A")
        if point["window"]:
            n_days = marks.first_and_days(point["as_of"], point["window"])[1]
            lines.append((End(at - n_days + 1, point["value"], None, count), End(at, point["value"], day, count)))
        elif after and (after["as_of"] - point["as_of"]).days <= marks.SILENT_DAYS and _is_next(drawing, point, after):
            until, next_day = serial(after["as_of"]), Cell(0, place + 1, "A")
            step = (End(until, point["value"], next_day, count), End(until, after["value"], next_day, Cell(0, place + 1, "B")))
            start = End(at, point["value"], day, count)
            goes_on = bool(lines) and lines[-1][-1] == start
            lines[-1:] = [(*lines[-1], *step)] if goes_on else [*lines[-1:], (start, *step)]
    name = _("Recommended, until the next report")
    return Lines(name, tuple(lines) if points else (), PRINT.displacement, 2.25)


def _is_next(drawing: Drawing, point: Row, after: Row) -> bool:
    """Return whether no report without a number of its own stands between two reports; one breaks the line."""
    return not any(point["as_of"] < other["as_of"] < after["as_of"] for other in drawing.points if other["value"] is None)


def _turning_lines(groups: tuple[Marks, ...]) -> Lines:
    turning = [(which, group) for which, group in enumerate(groups) if group.name == _("Turning points")]
    lines = tuple(
        (End(serial(mark.day), 0, Cell(which, place, "A")), End(serial(mark.day), mark.count, Cell(which, place, "A")))
        for which, group in turning
        for place, mark in enumerate(group.marks)
    )
    return Lines(_("Turning points"), lines, PRINT.muted, 0.75, is_dotted=True)


def _spans(drawing: Drawing) -> Lines:
    """Return the days that a claim may mean where only its week, month or year is known."""
    lines = []
    for claim in drawing.claims:
        first, last = marks.days_of(claim["as_of"], claim["accuracy"])
        if first != last and claim["role"] != "recommended":
            count = marks.height_of(claim)
            days = (max(first, drawing.first), min(last, drawing.last))
            lines.append(tuple(End(serial(day), count) for day in days))
    return Lines(_("Days that a claim may mean"), tuple(lines), PRINT.whisker, 0.75)


def _said(phrase: str | None, speaker: str | None, note: int | None) -> tuple[str, ...]:
    return phrase or "", speaker or "", str(note or "")


def _band(drawing: Drawing) -> Lines:
    """Return the envelope of the claims of each day on which speakers differ; an open side ends at the last known claim."""
    lines = []
    for point in drawing.points:
        low, high = known_sides(point, drawing.claims)
        if point["n_speakers"] > 1 and low != high:
            lines.append(tuple(End(serial(point["as_of"]), count) for count in (low, high)))
    return Lines(_("Band: all claims of a day"), tuple(lines), PRINT.band, 8)


def meanwhile_of(drawing: Drawing, briefing: Briefing) -> Plot | None:
    """Return the chart of the offensives and events on the same days, a row an offensive and a lane for who acts."""
    names = rows_of(drawing)
    if not names:
        return None
    notes, height = briefing.note_of, {name: len(names) - place - 0.5 for place, name in enumerate(names)}
    colors = lanes.lane_colors(drawing.sides, Canvas(drawing.first, drawing.last, 1, 1, 0, PRINT))
    placed = _placed(drawing)
    starts = tuple(_offensive(row, len(names) - place - 0.5, drawing, notes) for place, row in enumerate(drawing.offensives))
    events = tuple(
        Marks(
            _(lane), tuple(_event(event, height[lane] - level, notes) for event, name, level in placed if name == lane),
            colors.get(lane, PRINT.ink), size=6,
        )
        for lane in names[len(drawing.offensives) :]
    )  # fmt: skip
    bars = tuple(
        (End(serial(mark.day), mark.count, Cell(0, k, "A"), Cell(0, k, "B")), End(serial(_end(row, drawing)) + 1, mark.count))
        for k, (mark, row) in enumerate(zip(starts, drawing.offensives, strict=True))
    )
    groups = (Marks(_("Offensives"), starts, PRINT.advance), *events)
    lines = (Lines(_("Offensives"), bars, PRINT.offensive, 7),) if bars else ()
    return Plot(
        tuple(group for group in groups if group.marks), lines, drawing.first, drawing.last, len(names), 1,
        _day_step(drawing), columns=(_("What"), _("Speaker"), _("Note")), heads=(_("Day"), _("low"), _("high")),
        inner=(LEFT, 0.01, 1 - LEFT - RIGHT, 0.86), has_counts=False, has_legend=False, language=briefing.language,
    )  # fmt: skip


def rows_of(drawing: Drawing) -> tuple[str, ...]:
    """Return the names of the rows of the lower chart, top to bottom: its offensives, then the lanes of its events."""
    by_lane = lanes.arrange((), drawing.events, drawing.sides, 1)
    return (*(offensive["name"] for offensive in drawing.offensives), *(name for name, _top, _height in by_lane.lanes))


def _placed(drawing: Drawing) -> list[tuple[Row, str, float]]:
    """Return each event with its lane, and how far below the middle of it it stands where another is too close."""
    by_lane = lanes.arrange((), drawing.events, drawing.sides, PLOT_WIDTH / max((drawing.last - drawing.first).days, 1))
    tops = {name: top + lanes.NAME + lanes.STEP // 2 for name, top, _height in by_lane.lanes}
    return [
        (event, name, min((at - tops[name]) // lanes.STEP, LANE_LEVELS - 1) * 0.28 - 0.28) for event, name, at in by_lane.events
    ]


def _end(row: Row, drawing: Drawing) -> date:
    return min(row["ended_on"] or drawing.last, drawing.last)


def _offensive(row: Row, height: float, drawing: Drawing, notes: dict[str, int]) -> Mark:
    told = (row["name"], row["publisher"] or "", str(notes.get(row["offensive_id"], "")))
    return Mark(max(row["started_on"], drawing.first), height, symbol="none", words=told)


def _event(event: Row, height: float, notes: dict[str, int]) -> Mark:
    told = (words.happened(event, is_brief=True), event["speaker"] or "", str(notes.get(event["event_id"], "")))
    is_disputed = event["status"] in ("claimed", "denied")
    return Mark(event["started_on"], round(height, 2), symbol="square", is_hollow=is_disputed, words=told)


def _highest(drawing: Drawing) -> float:
    sides = ("people_low", "people_value", "people_high")
    known: list[int] = [claim[name] for claim in drawing.claims for name in sides if claim[name] is not None]
    known += [point[name] for point in drawing.points for name in ("low", "value", "high") if point[name] is not None]
    return max([*known, 1])


def _step(highest: float) -> float:
    """Return the distance of the lines of a scale: a round number, about five to the highest count."""
    rough = highest / 5
    power = 10 ** math.floor(math.log10(rough)) if rough > 1 else 1
    return max(next(round(factor * power, 6) for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough), 1)


def _day_step(drawing: Drawing) -> int:
    n_days = (drawing.last - drawing.first).days + 1
    return next((step for step in DAY_STEPS if n_days / step <= MOST_DAYS_NAMED), DAY_STEPS[-1])
