"""What the map's page shows, read through `components.data` and kept by build: a day of one count, and its chart."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import data, mapping, mapping_areas, mapping_ground, mapping_told, mapping_words, palette, selection
from components.charts.lanes import Side, sides_of
from components.charts.map import day_map
from components.charts.map_labels import extent_of
from components.charts.map_marks import Scene
from components.charts.map_tiles import tiles_map
from components.charts.ready import Ready
from components.kept import kept
from components.mapping_areas import Nesting
from components.mapping_day import Day, Outlook
from components.mapping_ground import Ground
from components.selection import SeriesKey
from components.sheet import Sheet, sheet
from components.viewpoint import NOW, Viewpoint
from components.wording import DEFAULT, language, speaking

Row = dict[str, Any]

WORDS = ["figure_id", "phrase", "role", "role_reason", "document_id"]
MOST_EVENTS = 400
"""Events of one view, the latest; beyond that nobody can tell marks apart."""


def outlook(viewpoint: Viewpoint = NOW, area: str | None = None) -> Outlook:
    """Return how the running page looks at the map; without an area, everything that has a mark."""
    return Outlook(data.build(), language(), viewpoint, area)


def counts(by: Outlook) -> list[SeriesKey]:
    """Return the counts the map can show, whatever the area; that with most marks first."""
    return _counts(Outlook(by.build_id, by.spoken, by.viewpoint))


@kept(8)
def _counts(by: Outlook) -> list[SeriesKey]:
    return mapping.counts(data.table("series", by.viewpoint), data.table("areas"))


def wide_areas(by: Outlook) -> dict[str, str]:
    """Return the wide areas with a mark of any count in them, or an event, by code with their name; the widest first."""
    return _wide_areas(Outlook(by.build_id, by.spoken, by.viewpoint))


@kept(8)
def _wide_areas(by: Outlook) -> dict[str, str]:
    series = data.table("series", by.viewpoint)
    moved = mapping.placed(series[series["area_role"].isin(mapping.ROLES)], data.table("areas"))
    marked = pd.concat([frame.loc[frame["is_placed"], "area_code"] for frame in (moved, _events(by))])
    names = {row["area_code"]: row["name"] for row in _areas(by.build_id, by.spoken)}
    return {code: names[code] for code in _nesting(by.build_id).holding(marked)}


@kept(4)
def _nesting(build_id: str) -> Nesting:
    return mapping_areas.nesting(data.table("areas"))


@kept(4)
def _areas(build_id: str, spoken: str) -> list[Row]:
    """Return the gazetteer, each place under its name in the reader's language where it has one."""
    areas = data.table("areas")
    own = areas["name"] if spoken == DEFAULT else areas[f"name_{spoken}"].fillna(areas["name"])
    return selection.rows(areas.assign(name=own))


def _narrowed(frame: pd.DataFrame, by: Outlook) -> pd.DataFrame:
    if by.area is None:
        return frame
    return frame[frame["area_code"].isin(_nesting(by.build_id).within(by.area))]


@kept(8)
def _events(by: Outlook) -> pd.DataFrame:
    found = _narrowed(data.table("events", by.viewpoint), by)
    return mapping.dated(mapping.placed(found, data.table("areas")))


@kept(8)
def _acts(by: Outlook) -> pd.DataFrame:
    return mapping.acts(_events(by))


@kept(16)
def _days_of_change(count: SeriesKey, by: Outlook) -> list[date]:
    return mapping.days_of_change(_points(count, by), _events(by))


@kept(16)
def _points(count: SeriesKey, by: Outlook) -> pd.DataFrame:
    figures = data.table("figures", by.viewpoint)
    found = _narrowed(mapping.points_of(data.table("series", by.viewpoint), count), by)
    points = selection.with_own_words(found, figures)
    told = points.merge(figures[WORDS], on="figure_id", how="left", validate="many_to_one")
    return mapping.placed(told, data.table("areas"))


@kept(16)
def _flows(count: SeriesKey, by: Outlook) -> list[tuple[Row, Row]]:
    figures = data.table("figures", by.viewpoint)
    same = figures[figures["measure"].eq(count.measure) & figures["unit"].eq(count.unit)]
    return mapping.flows(mapping.placed(_narrowed(same, by), data.table("areas")))


def ground() -> Ground:
    """Return the ground of the live build's gazetteer, its places named in the reader's language."""
    return _ground(data.build(), language())


@kept(4)
def _ground(build_id: str, spoken: str) -> Ground:
    return mapping_ground.ground(_areas(build_id, spoken))


def sides() -> tuple[Side, ...]:
    """Return the sides on the ground that the crisis names."""
    return sides_of(data.crisis().fields)


@kept(64)
def default_day(count: SeriesKey, by: Outlook) -> date:
    """Return the day within the crisis with most marks of a count; the last day of the crisis where there is none."""
    crisis = data.crisis()
    points = selection.between(_points(count, by), crisis.first_day, crisis.last_day)
    return mapping.fullest_day(points) if points["is_placed"].any() else crisis.last_day


def next_day(count: SeriesKey, day: date, by: Outlook) -> date | None:
    """Return the next day of the crisis on which something changes on the map, or None."""
    return mapping.next_day(_days_of_change(count, by), day, data.crisis().last_day)


@kept(256)
def day_of(count: SeriesKey, day: date, days: int, by: Outlook) -> Day:
    """Return what the map shows of a count on a day, with the events of so many days up to it."""
    first = mapping_words.first_of(day, days)
    points = mapping.on_day(_points(count, by), count, day)
    found = mapping.events_of(_events(by), first, day)
    shown = points[points["is_placed"]]
    told = selection.rows(points)
    days_shown = {point["as_of"] for point in told}
    documents = data.table("documents", by.viewpoint)
    licences = documents[documents["document_id"].isin(points["document_id"])]["licence"]
    return Day(
        count,
        first,
        day,
        told,
        mapping.towns(_acts(by), day, sides()),
        selection.rows(found.head(MOST_EVENTS)),
        len(found),
        [pair for pair in _flows(count, by) if pair[0]["as_of"] in days_shown],
        mapping.inside(shown, _areas(by.build_id, by.spoken)),
        sorted(set(licences)),
        by,
    )


@kept(16)
def top(count: SeriesKey, by: Outlook) -> int:
    """Return the highest number of a count that has a mark, on any day: the largest circle."""
    points = _points(count, by)
    return max((mapping_words.size(point) for point in selection.rows(points[points["is_placed"]])), default=1)


def table(shown: Day) -> Sheet:
    """Return all that a day shows and all that has no mark as a reader's table, with the id of each row's record."""
    return _table(shown.count, shown.day, shown.n_days, shown.outlook)


@kept(64)
def _table(count: SeriesKey, day: date, days: int, by: Outlook) -> Sheet:
    shown = day_of(count, day, days, by)
    with speaking(by.spoken):
        found = mapping_told.table(shown.points, shown.towns, shown.events)
    return sheet(found.drop(columns="id"), found["id"])


def chart(shown: Day, theme: str | None, style: str | None, without: frozenset[str] = frozenset()) -> go.Figure:
    """Return the map of a day in the reader's theme, without the events of some types; on tiles where a style is given."""
    return _chart(shown.count, shown.day, shown.n_days, theme, style, without, shown.outlook)


@kept(128)
def _chart(
    count: SeriesKey, day: date, days: int, theme: str | None, style: str | None, without: frozenset[str], by: Outlook
) -> go.Figure:
    shown, inks = day_of(count, day, days, by), palette.palette_of(theme)
    scene = Scene(
        shown.people,
        [town for town in shown.towns if town.last["event_type"] not in without],
        [event for event in shown.marked if event["event_type"] not in without],
        shown.flows,
        _ground(by.build_id, by.spoken),
        extent_of(_everywhere(count, by)),
        top(count, by),
        sides(),
    )
    return Ready(tiles_map(scene, style, palette=inks) if style else day_map(scene, palette=inks))


def _everywhere(count: SeriesKey, by: Outlook) -> list[tuple[float, float]]:
    """Return every place that has a mark on any day of the crisis, so that the ground stays when the days go by.

    With them go the stops of the roads, or the places of the area the map is narrowed to.
    """
    crisis = data.crisis()
    events = selection.between(_events(by), crisis.first_day, crisis.last_day, start="started_on", end="ended_on")
    frames = (selection.between(_points(count, by), crisis.first_day, crisis.last_day), events)
    places = pd.concat([frame[frame["is_placed"]][["longitude", "latitude"]] for frame in frames]).drop_duplicates()
    return [*places.itertuples(index=False, name=None), *_fixed(by)]


def _fixed(by: Outlook) -> list[tuple[float, float]]:
    if by.area is None:
        return [(x, y) for road in _ground(by.build_id, by.spoken).roads.values() for _, x, y in road]
    within = _nesting(by.build_id).within(by.area)
    places = [area for area in _areas(by.build_id, by.spoken) if area["area_code"] in within and mapping_ground.has_point(area)]
    return [(area["longitude"], area["latitude"]) for area in places]
