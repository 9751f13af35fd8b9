"""The map of one day on a ground of our own facts: no tiles, so nothing is asked of anyone. No streamlit.

Longitude and latitude are plain axes, stretched so that a kilometre is as long in both. Only what `components.mapping` placed
is drawn here; circles of one count, their area the number.
"""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components import captions, mapping_words
from components.charts.canvas import ground
from components.charts.map_labels import (
    BESIDE,
    CORNERS,
    HEIGHT,
    LETTER,
    SIDES,
    WITHIN,
    Extent,
    Label,
    Wish,
    annotation,
    thinned,
)
from components.charts.map_marks import LEFT, TOWN, Marks, Scene, marks_of
from components.mapping_ground import Place
from components.palette import LIGHT, Palette, mixed
from components.wording import _

Row = dict[str, Any]

PLACE = 3
"""Pixels around the dot of a place that has nothing but its name."""
BORDER_POINTS = 3000


def day_map(scene: Scene, *, palette: Palette = LIGHT) -> go.Figure:
    """Return the map of a day: circles of people, towns that changed hands, events, over roads and names."""
    kinds = marks_of(scene, palette)
    labels = _labels(scene, kinds, palette)
    below = [*_ground(scene, palette), _dots(scene, labels, palette), *_flows(scene, palette)]
    chart = go.Figure([*below, *[_trace(kind) for kind in kinds]])
    chart.update_layout(_layout(scene.extent, palette), annotations=[annotation(label) for label in labels])
    return chart


def _trace(kind: Marks) -> go.Scatter:
    return go.Scatter(
        x=[row["longitude"] for row in kind.rows],
        y=[row["latitude"] for row in kind.rows],
        mode="markers",
        name=kind.name,
        customdata=list(kind.ids),
        text=list(kind.hovers),
        hovertemplate="%{text}<extra></extra>",
        marker={
            "symbol": list(kind.symbols),
            "size": list(kind.sizes),
            "color": list(kind.fills),
            "opacity": 1,
            "line": {"width": 1.5, "color": list(kind.inks)},
        },
        unselected={"marker": {"opacity": 1}},
    )


def _flows(scene: Scene, palette: Palette) -> list[go.Scatter]:
    """Return a line for each statement that names both ends; none where none does."""
    pairs = [(one, other) for one, other in scene.flows if one["is_placed"] and other["is_placed"]]
    if not pairs:
        return []
    return [
        go.Scatter(
            x=[x for one, other in pairs for x in (one["longitude"], other["longitude"], None)],
            y=[y for one, other in pairs for y in (one["latitude"], other["latitude"], None)],
            mode="lines",
            name="flows",
            line={"color": palette.displacement, "width": 2},
            hoverinfo="skip",
        )
    ]


def _ground(scene: Scene, palette: Palette) -> list[go.Scatter]:
    roads, borders = list(scene.ground.roads.values()), scene.ground.borders
    thin = max(sum(map(len, borders)) // BORDER_POINTS, 1)
    return [
        _line("borders", [line[::thin] for line in borders], {"color": palette.muted, "width": 1, "dash": "dot"}),
        _line("roads", [[(x, y) for _, x, y in road] for road in roads], {"color": palette.whisker, "width": 4}),
        go.Scatter(
            x=[x for _, x, _ in scene.ground.crossings],
            y=[y for _, _, y in scene.ground.crossings],
            mode="markers",
            name="border crossings",
            text=[captions.label(name) for name, _, _ in scene.ground.crossings],
            hovertemplate=_("Border crossing: {place}").format(place="%{text}") + "<extra></extra>",
            marker={"symbol": "diamond-wide-open", "size": 10, "color": palette.muted},
        ),
    ]


def _dots(scene: Scene, labels: Sequence[Label], palette: Palette) -> go.Scatter:
    """Return a small dot at each place of the ground that has found room for its name."""
    places = [label.wish for label in labels if label.wish.has_dot]
    return go.Scatter(
        x=[round(wish.longitude, 4) for wish in places],
        y=[round(wish.latitude, 4) for wish in places],
        mode="markers",
        name="places",
        hoverinfo="skip",
        marker={"symbol": "circle", "size": 3, "color": palette.muted},
    )


def _line(name: str, lines: Sequence[Sequence[tuple[float, float]]], style: dict[str, Any]) -> go.Scatter:
    return go.Scatter(
        x=[x for line in lines for x in (*[round(point[0], 4) for point in line], None)],
        y=[y for line in lines for y in (*[round(point[1], 4) for point in line], None)],
        mode="lines",
        name=name,
        line=style,
        hoverinfo="skip",
    )


def _layout(extent: Extent, palette: Palette) -> dict[str, Any]:
    axis = {"visible": False, "constrain": "range", "zeroline": False}
    return {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        **ground(palette),
        "plot_bgcolor": mixed(palette.faint, palette.background, 0.25),
        "uirevision": "ground",
        "xaxis": {**axis, "range": [extent.west, extent.east]},
        "yaxis": {**axis, "range": [extent.south, extent.north], "scaleanchor": "x", "scaleratio": extent.squeeze},
    }


def _labels(scene: Scene, kinds: Sequence[Marks], palette: Palette) -> list[Label]:
    people = [_people_wish(row, size, palette) for kind in kinds[:2] for row, size in zip(kind.rows, kind.sizes, strict=True)]
    people.sort(key=lambda wish: -wish.radius)
    on_roads = {place[0] for road in scene.ground.roads.values() for place in road}
    towns = sorted(kinds[2].rows, key=lambda row: (row["area_name"] not in on_roads, row["area_name"]))
    names = [_town_wish(row, palette) for row in towns]
    rings = [mark for kind in kinds if kind.name == LEFT for mark in _spots(kind)]
    marks = [mark for kind in kinds if kind.name != LEFT for mark in _spots(kind)]
    wishes = [*people, *_road_wishes(scene, palette), *names, *_place_wishes(scene, on_roads, palette)]
    return thinned(wishes, marks, scene.extent, rings=rings)


def _spots(kind: Marks) -> list[tuple[float, float, float]]:
    return [(row["longitude"], row["latitude"], size / 2) for row, size in zip(kind.rows, kind.sizes, strict=True)]


def _town_wish(row: Row, palette: Palette) -> Wish:
    name = captions.label(row["area_name"], 24)
    return Wish((name,), row["longitude"], row["latitude"], TOWN / 2, palette.ink, may_cross_rings=True)


def _people_wish(point: Row, size: float, palette: Palette) -> Wish:
    name = point["area_name"].removesuffix(" sub-district")
    lines = (captions.printed(point), captions.label(mapping_words.moved(point | {"area_name": name}), 24))
    is_roomy = point["area_role"] == "origin" and size >= len(lines[0]) * LETTER
    anchors = (*SIDES, *CORNERS, *(WITHIN if is_roomy else ()))
    ink = palette.displacement
    return Wish(lines, point["longitude"], point["latitude"], size / 2, ink, is_bold=True, anchors=anchors)


def _road_wishes(scene: Scene, palette: Palette) -> list[Wish]:
    """Return the name of each road beside the middle of its first stretch."""
    stretches = [(name, places[0], places[1]) for name, places in scene.ground.roads.items() if len(places) > 1]
    return [_road_wish(name, one, other, palette) for name, one, other in stretches]


def _road_wish(name: str, one: Place, other: Place, palette: Palette) -> Wish:
    is_steep = abs(one[2] - other[2]) > abs(one[1] - other[1])
    anchors = SIDES if is_steep else BESIDE
    middle = ((one[1] + other[1]) / 2, (one[2] + other[2]) / 2)
    return Wish((name,), *middle, 8, palette.muted, size=12, is_bold=True, anchors=anchors)


def _place_wishes(scene: Scene, on_roads: set[str], palette: Palette) -> list[Wish]:
    known = [*scene.ground.crossings, *[place for road in scene.ground.roads.values() for place in road], *scene.ground.towns]
    named = {town.last["area_name"] for town in scene.towns} | {point["area_name"] for point in scene.people}
    places = {place[0]: place for place in known if place[0] not in named}
    return [
        Wish((captions.label(name, 24),), x, y, PLACE, palette.ink if name in on_roads else palette.muted, 10, has_dot=True)
        for name, x, y in places.values()
    ]
