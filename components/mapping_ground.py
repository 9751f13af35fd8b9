"""The ground of the map without a network: our own places, two roads through them, and borders where a file gives them."""

import csv
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import CannotRead

REFERENCE = Path(__file__).resolve().parents[1] / "data" / "reference"
ROADS = REFERENCE / "roads.csv"
BOUNDARIES = REFERENCE / "boundaries.geojson"
STYLE = "NUZUH_MAP_STYLE"
NAMED = ("town", "camp")
PLACE = 4
"""The level of a town, a village, a camp."""
CROSSING = "border_crossing"
LINES = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
"""Kinds of GeoJSON geometry and how deep their lines lie."""

Place = tuple[str, float, float]
"""Name, longitude, latitude."""
Line = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under the marks. A stop of a road or a crossing without a point is missing from the lines and named here."""

    roads: dict[str, tuple[Place, ...]]
    towns: tuple[Place, ...]
    crossings: tuple[Place, ...]
    borders: tuple[Line, ...]
    without_point: tuple[str, ...]
    by_road: dict[str, tuple[str, ...]]
    n_without_point: int


def style() -> str | None:
    """Return the style of tiles that the setting names; without it the map asks no one."""
    return os.environ.get(STYLE) or None


def ground(areas: Sequence[Mapping[str, Any]], *, roads: Path = ROADS, boundaries: Path = BOUNDARIES) -> Ground:
    """Return the ground from the gazetteer's rows. Raises CannotRead for a road through a place that is no area."""
    by_code = {area["area_code"]: area for area in areas}
    stops = read_roads(roads, by_code)
    crossings = [area for area in areas if area["place_kind"] == CROSSING]
    on_roads = [by_code[code] for codes in stops.values() for code in codes]
    missing = [area["name"] for area in (*on_roads, *crossings) if not has_point(area)]
    return Ground(
        roads={road: tuple(_place(by_code[code]) for code in codes if has_point(by_code[code])) for road, codes in stops.items()},
        towns=tuple(_place(area) for area in areas if area["place_kind"] in NAMED and has_point(area)),
        crossings=tuple(_place(area) for area in crossings if has_point(area)),
        borders=tuple(read_borders(boundaries)) if boundaries.exists() else (),
        without_point=tuple(dict.fromkeys(missing)),
        by_road=stops,
        n_without_point=sum(area["level"] == PLACE and not has_point(area) for area in areas),
    )


def has_point(area: Mapping[str, Any]) -> bool:
    """Return whether the gazetteer knows a point of the area under clear terms."""
    return area["latitude"] is not None and area["longitude"] is not None


def _place(area: Mapping[str, Any]) -> Place:
    return area["name"], area["longitude"], area["latitude"]


def read_roads(path: Path, areas: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the codes of the places along each road, in order. Raises CannotRead for a code that is no area."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (row["road"], int(row["order"])))
    unknown = [row["area_code"] for row in rows if row["area_code"] not in areas]
    if unknown:
        raise CannotRead(f"{path.name} leads through {', '.join(unknown)}, which areas.csv does not have")
    names = dict.fromkeys(row["road"] for row in rows)
    return {name: tuple(row["area_code"] for row in rows if row["road"] == name) for name in names}


def read_borders(path: Path) -> Iterator[Line]:
    """Yield the lines of a GeoJSON file, the outlines of its areas included. Raises CannotRead for one that is none."""
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        geometries = [feature["geometry"] for feature in features]
        found = [line for one in geometries for line in _lines(one["coordinates"], LINES[one["type"]])]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise CannotRead(f"{path.name} is not a GeoJSON file of lines or areas") from error
    yield from ([(float(point[0]), float(point[1])) for point in line] for line in found)


def _lines(coordinates: Any, depth: int) -> Iterator[Any]:
    if depth == 0:
        yield coordinates
        return
    for part in coordinates:
        yield from _lines(part, depth - 1)
