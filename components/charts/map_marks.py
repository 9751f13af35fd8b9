"""What is marked on the map of a day: circles of people, towns, events. The same marks stand on drawn ground and on tiles.

A circle's area is its number; shapes and colours are those of the timeline. No streamlit.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components import mapping_told, mapping_words
from components.charts.lanes import LANE_OF_TYPE, PALE, STRIKES, SYMBOLS, Side, lane_of
from components.charts.map_labels import Extent
from components.mapping import Town, is_of_town
from components.mapping_ground import Ground
from components.palette import Palette, mixed

Row = dict[str, Any]

LARGEST = 62.0
"""Pixels across of the largest circle."""
SMALLEST = 7.0
LEFT = "left"
TOWN = 11
EVENT = 9


@dataclass(frozen=True, slots=True)
class Scene:
    """What a map shows: the numbers, towns and events that have a place, and the ground under them."""

    people: Sequence[Row]
    towns: Sequence[Town]
    events: Sequence[Row]
    flows: Sequence[tuple[Row, Row]]
    ground: Ground
    extent: Extent
    top: int
    sides: Sequence[Side] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks of one kind, largest first, ready to be drawn on plain axes or on tiles."""

    name: str
    rows: Sequence[Row]
    ids: Sequence[str]
    hovers: Sequence[str]
    sizes: Sequence[float]
    symbols: Sequence[str]
    inks: Sequence[str]
    fills: Sequence[str]


def marks_of(scene: Scene, palette: Palette) -> list[Marks]:
    """Return the marks of a scene, those drawn first below the others."""
    people = sorted(scene.people, key=mapping_words.size, reverse=True)
    arrived = [point for point in people if point["area_role"] == "destination"]
    left = [point for point in people if point["area_role"] == "origin"]
    return [
        _people("came there", arrived, scene, palette, fill=f"rgba({_rgb(palette.displacement)},0.55)"),
        _people(LEFT, left, scene, palette, fill=f"rgba({_rgb(palette.displacement)},0.07)"),
        _towns(scene, palette),
        _events(scene, palette),
    ]


def _rgb(color: str) -> str:
    return ",".join(str(int(color[k : k + 2], 16)) for k in (1, 3, 5))


def across(count: int, top: int) -> float:
    """Return the pixels across of a circle whose area is a number, where `top` has the largest one."""
    return max(LARGEST * math.sqrt(count / top), SMALLEST) if top > 0 else SMALLEST


def _people(name: str, points: Sequence[Row], scene: Scene, palette: Palette, *, fill: str) -> Marks:
    return Marks(
        name,
        rows=points,
        ids=[point["figure_id"] for point in points],
        hovers=[mapping_told.point_hover(point) for point in points],
        sizes=[round(across(mapping_words.size(point), scene.top), 1) for point in points],
        symbols=["circle"] * len(points),
        inks=[palette.displacement] * len(points),
        fills=[fill] * len(points),
    )


def _towns(scene: Scene, palette: Palette) -> Marks:
    inks = [_ink(town.last, scene.sides, palette) for town in scene.towns]
    return Marks(
        "towns",
        rows=[town.last for town in scene.towns],
        ids=[town.last["event_id"] for town in scene.towns],
        hovers=[mapping_told.town_hover(town) for town in scene.towns],
        sizes=[TOWN] * len(scene.towns),
        symbols=[mapping_words.symbol(town, scene.sides) for town in scene.towns],
        inks=inks,
        fills=inks,
    )


def _events(scene: Scene, palette: Palette) -> Marks:
    here: dict[tuple[float, float], list[Row]] = {}
    for event in scene.events:
        if not is_of_town(event):
            here.setdefault((event["longitude"], event["latitude"]), []).append(event)
    latest = [events[0] for events in here.values()]
    inks = [_ink(event, scene.sides, palette) for event in latest]
    return Marks(
        "events",
        rows=latest,
        ids=[event["event_id"] for event in latest],
        hovers=[mapping_told.events_hover(events) for events in here.values()],
        sizes=[EVENT] * len(latest),
        symbols=[SYMBOLS[event["event_type"]] for event in latest],
        inks=inks,
        fills=inks,
    )


def _ink(event: Row, sides: Sequence[Side], palette: Palette) -> str:
    lane = lane_of(event, sides)
    grounds = dict(zip([side.name for side in sides], (palette.advance, palette.opposition), strict=False))
    other = palette.strikes if LANE_OF_TYPE.get(event["event_type"]) == STRIKES else palette.talks
    ink = grounds.get(lane, other)
    return mixed(ink, palette.background, PALE) if event["status"] in ("claimed", "denied") else ink
