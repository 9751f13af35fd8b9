"""Rows with a place as GeoJSON: events at their point, points of series at the point of their area.

A place less exact than a sub-district is no point: its feature has no geometry, and its properties name the area.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from etl import formats, store
from etl.exports import Export
from etl.vocabulary import PlaceAccuracy

TABLES = ("events", "series", "areas")
POINTS = (PlaceAccuracy.POINT.value, PlaceAccuracy.ADM3.value)
COARSEST = 3
"""The level of a sub-district."""

Point = tuple[float, float] | None


def chunks(export: Export) -> Iterator[bytes]:
    """Yield a FeatureCollection of one of `TABLES`. Raises what `select` raises, at the call."""
    frames, point = export.frames(), _pointer(export)
    return _features(frames, export, point)


def _features(frames: Iterator[pd.DataFrame], export: Export, point: Callable[[Mapping[str, Any]], Point]) -> Iterator[bytes]:
    before = '{"type": "FeatureCollection", "features": [\n'
    for frame in frames:
        for row in formats.json_rows(frame, export.table):
            yield (before + _feature(row, point(json.loads(row)))).encode()
            before = ",\n"
    yield b"\n]}\n" if before == ",\n" else before.encode() + b"]}\n"


def _feature(row: str, at: Point) -> str:
    geometry = json.dumps({"type": "Point", "coordinates": list(at)} if at else None)
    return f'{{"type": "Feature", "geometry": {geometry}, "properties": {row}}}'


def _pointer(export: Export) -> Callable[[Mapping[str, Any]], Point]:
    """Return the function from a row to its longitude and latitude, or None where it has no point."""
    if export.name == "events":
        return lambda row: _at(row) if row["place_accuracy"] in POINTS else None
    if export.name == "areas":
        return lambda row: _at(row) if _is_fine(row["level"]) else None
    areas = store.read("areas", export.build)
    points = {
        code: (longitude, latitude)
        for code, level, latitude, longitude in areas[["area_code", "level", "latitude", "longitude"]].astype(object).to_numpy()
        if _is_fine(None if pd.isna(level) else level) and not pd.isna(latitude) and not pd.isna(longitude)
    }
    return lambda row: points.get(row["area_code"])


def _is_fine(level: int | None) -> bool:
    return level is not None and level >= COARSEST


def _at(row: Mapping[str, Any]) -> Point:
    latitude, longitude = row["latitude"], row["longitude"]
    return None if latitude is None or longitude is None else (longitude, latitude)
