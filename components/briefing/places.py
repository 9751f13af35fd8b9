"""What was reported of places in a period, for the map and the tables of origin and destination: a count by place, towns."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from components import mapping, mapping_ground, selection
from components.briefing.model import Row
from components.charts.lanes import Side, sides_of
from components.mapping import Town
from components.mapping_ground import Ground
from components.selection import SeriesKey
from etl.crises import Crisis

PRINTED = ["figure_id", "phrase", "document_id"]


@dataclass(frozen=True, slots=True)
class Places:
    """One count by place on one day, and who had taken which town by then. `count` and `day` are missing where none has a mark.

    `same_count` is what the count of the briefing itself says of other places, where that is another one than `count`.
    `points` say by `is_placed` whether a mark may stand for them: a place less exact than a sub-district has none (rule 12).
    """

    count: SeriesKey | None
    day: date | None
    points: tuple[Row, ...]
    same_count: tuple[Row, ...]
    towns: tuple[Town, ...]
    ground: Ground
    sides: tuple[Side, ...]


def read_places(
    tables: Mapping[str, pd.DataFrame],
    areas: pd.DataFrame,
    first: date,
    last: date,
    *,
    inside: set[str],
    key: SeriesKey | None,
    crisis: Crisis,
) -> Places:
    """Return what the tables say of the places `inside` in a period: the count with most marks on its fullest day, and the towns.

    `key` is the count the briefing is about.
    """
    series = selection.between(tables["series"], first, last)
    series = series[series["area_code"].isin(inside)]
    count = next(iter(mapping.counts(series, areas)), None)
    points = _points(series, count, tables["figures"], areas) if count else series.head(0)
    day = mapping.fullest_day(points) if count else None
    own = _points(series, key, tables["figures"], areas) if key and not _is_same(key, count) else series.head(0)
    elsewhere = mapping.on_day(own[own["area_code"].ne(key.area_code)], key, last) if key and len(own) else own
    sides = sides_of(crisis.fields)
    events = mapping.dated(mapping.placed(tables["events"], areas))
    events = selection.between(events[events["area_code"].isin(inside)], first, last, start="started_on", end="ended")
    return Places(
        count,
        day,
        points=tuple(selection.rows(mapping.on_day(points, count, day))) if count and day else (),
        same_count=tuple(selection.rows(elsewhere)),
        towns=tuple(mapping.towns(mapping.acts(events), day or last, sides)),
        ground=mapping_ground.ground(selection.rows(areas)),
        sides=sides,
    )


def _is_same(key: SeriesKey, count: SeriesKey | None) -> bool:
    parts = ("measure", "unit", "since", "window")
    return count is not None and all(getattr(key, name) == getattr(count, name) for name in parts)


def _points(series: pd.DataFrame, count: SeriesKey, figures: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    points = selection.with_own_words(mapping.points_of(series, count), figures)
    return mapping.placed(points.merge(figures[PRINTED], on="figure_id", how="left", validate="many_to_one"), areas)


def codes_within(areas: pd.DataFrame, code: str) -> set[str]:
    """Return the codes of an area and of all that lies in it: its members where it is a named group, and their parts."""
    rows = selection.rows(areas[["area_code", "parent_code", "members"]])
    members = {row["area_code"]: row["members"].split(";") for row in rows if row["members"]}
    parts: dict[str, list[str]] = {}
    for row in rows:
        parts.setdefault(row["parent_code"], []).append(row["area_code"])
    found: set[str] = set()
    waiting = [code]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += members.get(one) or parts.get(one, [])
    return found
