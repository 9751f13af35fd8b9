"""Offensives as bars and events in lanes by who acts, one row under the other. No streamlit.

The vertical axis of these rows is in pixels from the top, so names always stand on a line of their own above what they
name, at any width.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from components import captions, facts, wording
from components.charts.canvas import DAY, FONT, Canvas, noon
from components.charts.marks import Row, days_of
from components.palette import mixed
from components.wording import N_

NAME = 20
BAR = 9
SPACE = 13
STEP = 13
MARK = 10.0
DEEPEST = 8
"""Levels of a lane; on a long period marks then lie closer, and the zoom takes them apart."""
PALE = 0.5
"""How much colour an event keeps that only a party to it claims, or that is denied; pointing at it says so in words."""

STRIKES = N_("Air strikes and shelling")
TALKS = N_("Truce, diplomacy, other")
UNASSIGNED = N_("On the ground, actor not assigned")
LANE_OF_TYPE = {
    "airstrike": STRIKES,
    "shelling": STRIKES,
    "ceasefire": TALKS,
    "corridor_opened": TALKS,
    "diplomatic": TALKS,
    "other": TALKS,
}
"""Lanes of what anyone may do; every other type is a movement on the ground and stands in the lane of the side that acts."""

SYMBOLS = {
    "offensive_launched": "star",
    "ground_advance": "triangle-right-open",
    "town_entered": "triangle-right",
    "town_captured": "square",
    "encirclement": "circle-x-open",
    "road_secured": "diamond",
    "counter_offensive": "triangle-left",
    "withdrawal": "triangle-left-open",
    "airstrike": "triangle-down",
    "shelling": "triangle-down-open",
    "ceasefire": "circle",
    "corridor_opened": "circle-open",
    "diplomatic": "diamond-open",
    "other": "x-thin-open",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side on the ground: the name of its lane and the words by which an actor is known to belong to it."""

    name: str
    actors: tuple[str, ...]


def sides_of(fields: Mapping[str, Any]) -> tuple[Side, ...]:
    """Return the sides a crisis file names; where it names none, no actor has a side."""
    return tuple(Side(side["name"], tuple(side["actors"])) for side in fields.get("side", ()))


def lane_of(event: Row, sides: Sequence[Side]) -> str:
    """Return the lane of an event: by what was done, and on the ground by who did it; an unknown actor is never assigned."""
    if event["event_type"] in LANE_OF_TYPE:
        return LANE_OF_TYPE[event["event_type"]]
    actor = (event["actor"] or "").casefold()
    acting = [side.name for side in sides if any(word in actor for word in side.actors)]
    return acting[0] if len(acting) == 1 else UNASSIGNED


@dataclass(frozen=True, slots=True)
class Rows:
    """Where everything stands below the counts: pixels from the top of the lower plot."""

    bars: list[tuple[Row, int]] = field(default_factory=list)
    lanes: list[tuple[str, int, int]] = field(default_factory=list)
    events: list[tuple[Row, str, int]] = field(default_factory=list)
    height: int = 0


def arrange(offensives: Sequence[Row], events: Sequence[Row], sides: Sequence[Side], day_px: float) -> Rows:
    """Return the rows: one an offensive, then one lane after the other, events too close in time one under another."""
    top, bars = 0, []
    for offensive in offensives:
        bars.append((offensive, top + NAME + BAR // 2))
        top += NAME + BAR + SPACE
    lanes, placed = [], []
    for name in _lane_names(events, sides):
        levels = _levels([event for event in events if lane_of(event, sides) == name], day_px)
        depth = 1 + max(level for _, level in levels)
        lanes.append((name, top, NAME + depth * STEP))
        placed += [(event, name, top + NAME + level * STEP + STEP // 2) for event, level in levels]
        top += NAME + depth * STEP + SPACE
    return Rows(bars, lanes, placed, top)


def _lane_names(events: Iterable[Row], sides: Sequence[Side]) -> list[str]:
    found = {lane_of(event, sides) for event in events}
    order = [side.name for side in sides] + sorted(found - {side.name for side in sides} - {STRIKES, TALKS}) + [STRIKES, TALKS]
    return [name for name in order if name in found]


def _levels(events: Iterable[Row], day_px: float) -> list[tuple[Row, int]]:
    """Return each event with the first level on which it does not touch the one before, or the one that is free soonest."""
    ends: list[date] = []
    levels = []
    gap = timedelta(days=MARK / day_px)
    for event in sorted(events, key=lambda event: (event["started_on"], event["event_id"])):
        level = next((k for k, end in enumerate(ends) if noon(event["started_on"]) - noon(end) >= gap), len(ends))
        if level == DEEPEST:
            level = ends.index(min(ends))
        ends[level : level + 1] = [event["ended_on"] or event["started_on"]]
        levels.append((event, level))
    return levels


def bars(rows: Rows, canvas: Canvas) -> go.Bar:
    """Return the offensives as bars from first to last day; pointing at one says who fought and who gives the days."""
    spans = [_within(offensive, canvas) for offensive, _ in rows.bars]
    return go.Bar(
        orientation="h",
        yaxis="y2",
        name="offensives",
        offsetgroup="offensives",
        y=[height for _, height in rows.bars],
        width=BAR,
        base=[first for first, _ in spans],
        x=[((last - first).days + 1) * DAY for first, last in spans],
        marker={"color": canvas.palette.offensive, "line": {"color": canvas.palette.advance, "width": 1}},
        customdata=[offensive["offensive_id"] for offensive, _ in rows.bars],
        text=[facts.offensive_hover(offensive) for offensive, _ in rows.bars],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
    )


def _within(offensive: Row, canvas: Canvas) -> tuple[date, date]:
    return max(offensive["started_on"], canvas.first), min(offensive["ended_on"] or canvas.last, canvas.last)


def events_trace(rows: Rows, canvas: Canvas, sides: Sequence[Side]) -> go.Scatter:
    """Return the events as marks: the shape says what, the lane who; what only one side claims is paler."""
    colors = lane_colors(sides, canvas)
    shown = [_ink(event, colors.get(name, canvas.palette.ink), canvas) for event, name, _ in rows.events]
    return go.Scatter(
        x=[noon(event["started_on"]) for event, _, _ in rows.events],
        y=[height for _, _, height in rows.events],
        yaxis="y2",
        mode="markers",
        name="events",
        customdata=[event["event_id"] for event, _, _ in rows.events],
        text=[facts.event_hover(event) for event, _, _ in rows.events],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "symbol": [SYMBOLS[event["event_type"]] for event, _, _ in rows.events],
            "size": 9,
            "color": shown,
            "line": {"width": 1.5, "color": shown},
        },
        error_x=_days([event for event, _, _ in rows.events], canvas),
        selected={"marker": {"size": 14}},
        unselected={"marker": {"opacity": 1}},
    )


def _ink(event: Row, color: str, canvas: Canvas) -> str:
    return mixed(color, canvas.palette.background, PALE) if event["status"] in ("claimed", "denied") else color


def lane_colors(sides: Sequence[Side], canvas: Canvas) -> dict[str, str]:
    """Return the colour of each lane; its name stands above it, so no colour is the only sign."""
    palette = canvas.palette
    grounds = dict(zip([side.name for side in sides], (palette.advance, palette.opposition), strict=False))
    return grounds | {STRIKES: palette.strikes, TALKS: palette.talks}


def _days(events: Iterable[Row], canvas: Canvas) -> dict[str, Any]:
    spans = [(event["started_on"], days_of(event["started_on"], event["accuracy"]), event["ended_on"]) for event in events]
    after = [(max(last, ended or last) - day).days * DAY for day, (_, last), ended in spans]
    before = [(day - first).days * DAY for day, (first, _), _ in spans]
    return {
        "type": "data",
        "symmetric": False,
        "array": after,
        "arrayminus": before,
        "thickness": 1,
        "width": 0,
        "color": canvas.palette.muted,
    }


def names(rows: Rows, canvas: Canvas) -> list[dict[str, Any]]:
    """Return the name of each offensive beside its bar and of each lane at the left, on lines of their own."""
    offensives = [_offensive_name(offensive, height, canvas) for offensive, height in rows.bars]
    lanes = [
        {
            "text": f"<b>{captions.label(wording._(name))}</b>",
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": top + NAME / 2 - 1,
            "yref": "y2",
            "yanchor": "middle",
            "showarrow": False,
            "font": {"size": FONT, "color": canvas.palette.ink},
            "bgcolor": canvas.palette.background,
            "borderpad": 1,
        }
        for name, top, _ in rows.lanes
    ]
    return offensives + lanes


def _offensive_name(offensive: Row, height: int, canvas: Canvas) -> dict[str, Any]:
    first, last = _within(offensive, canvas)
    day, anchor = canvas.label_place(offensive["name"][:62], first, last)
    return {
        "text": captions.label(offensive["name"], 62),
        "x": noon(day),
        "xref": "x",
        "xanchor": anchor,
        "y": height - BAR / 2 - NAME / 2 - 1,
        "yref": "y2",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": FONT, "color": canvas.palette.ink},
        "bgcolor": canvas.palette.background,
        "borderpad": 1,
    }


def ground_lines(rows: Rows, canvas: Canvas) -> list[dict[str, Any]]:
    """Return a pale line above each lane, as shapes."""
    return [
        {
            "type": "line",
            "xref": "paper",
            "yref": "y2",
            "x0": 0,
            "x1": 1,
            "y0": top - 5,
            "y1": top - 5,
            "layer": "below",
            "line": {"color": canvas.palette.faint, "width": 1},
        }
        for _, top, _ in rows.lanes
    ]
