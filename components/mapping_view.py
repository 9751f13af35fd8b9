"""What the map's page shows, read through `components.data` and kept by build: a day of one count, and its chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import data, mapping, mapping_ground, mapping_words, palette, selection
from components.charts.lanes import Side, sides_of
from components.charts.map import day_map
from components.charts.map_labels import extent_of
from components.charts.map_marks import Scene
from components.charts.map_tiles import tiles_map
from components.mapping import Town
from components.mapping_ground import Ground
from components.selection import SeriesKey
from components.viewpoint import NOW, Viewpoint

Row = dict[str, Any]

WORDS = ["figure_id", "phrase", "role", "role_reason", "document_id"]
MOST_EVENTS = 400
"""Events of one view, the latest; beyond that nobody can tell marks apart."""


@dataclass(frozen=True, slots=True)
class Day:
    """One count on one day, what had happened to towns by then, and the other events of the days up to it."""

    count: SeriesKey
    first: date
    day: date
    points: Sequence[Row]
    towns: Sequence[Town]
    events: Sequence[Row]
    n_events: int
    flows: Sequence[tuple[Row, Row]]
    nested: str | None
    licences: Sequence[str]
    viewpoint: Viewpoint = NOW

    @property
    def people(self) -> list[Row]:
        """The numbers whose place is exact enough for a circle."""
        return [point for point in self.points if point["is_placed"]]

    @property
    def wider(self) -> list[Row]:
        """The numbers of places too wide or unknown for a circle."""
        return [point for point in self.points if not point["is_placed"]]

    @property
    def marked(self) -> list[Row]:
        """The events that have a mark."""
        return [event for event in self.events if event["is_placed"]]


def counts(viewpoint: Viewpoint = NOW) -> list[SeriesKey]:
    """Return the counts the map can show; that with most marks first."""
    return _counts(data.build(), viewpoint)


@st.cache_resource(max_entries=4, show_spinner=False)
def _counts(build_id: str, viewpoint: Viewpoint) -> list[SeriesKey]:
    return mapping.counts(data.table("series", viewpoint), data.table("areas"))


@st.cache_resource(max_entries=4, show_spinner=False)
def _events(build_id: str, viewpoint: Viewpoint) -> pd.DataFrame:
    return mapping.dated(mapping.placed(data.table("events", viewpoint), data.table("areas")))


@st.cache_resource(max_entries=4, show_spinner=False)
def _acts(build_id: str, viewpoint: Viewpoint) -> pd.DataFrame:
    return mapping.acts(_events(build_id, viewpoint))


@st.cache_resource(max_entries=16, show_spinner=False)
def _days_of_change(count: SeriesKey, build_id: str, viewpoint: Viewpoint) -> list[date]:
    return mapping.days_of_change(_points(count, build_id, viewpoint), _events(build_id, viewpoint))


@st.cache_resource(max_entries=16, show_spinner=False)
def _points(count: SeriesKey, build_id: str, viewpoint: Viewpoint) -> pd.DataFrame:
    figures = data.table("figures", viewpoint)
    points = selection.with_own_words(mapping.points_of(data.table("series", viewpoint), count), figures)
    told = points.merge(figures[WORDS], on="figure_id", how="left", validate="many_to_one")
    return mapping.placed(told, data.table("areas"))


@st.cache_resource(max_entries=16, show_spinner=False)
def _flows(count: SeriesKey, build_id: str, viewpoint: Viewpoint) -> list[tuple[Row, Row]]:
    figures = data.table("figures", viewpoint)
    same = figures[figures["measure"].eq(count.measure) & figures["unit"].eq(count.unit)]
    return mapping.flows(mapping.placed(same, data.table("areas")))


@st.cache_resource(max_entries=4, show_spinner=False)
def _ground(build_id: str) -> Ground:
    return mapping_ground.ground(selection.rows(data.table("areas")))


def ground() -> Ground:
    """Return the ground of the live build's gazetteer."""
    return _ground(data.build())


def sides() -> tuple[Side, ...]:
    """Return the sides on the ground that the crisis names."""
    return sides_of(data.crisis().fields)


def default_day(count: SeriesKey, viewpoint: Viewpoint = NOW) -> date:
    """Return the day within the crisis with most marks of a count; the last day of the crisis where there is none."""
    crisis = data.crisis()
    points = selection.between(_points(count, data.build(), viewpoint), crisis.first_day, crisis.last_day)
    return mapping.fullest_day(points) if points["is_placed"].any() else crisis.last_day


def next_day(count: SeriesKey, day: date, viewpoint: Viewpoint = NOW) -> date | None:
    """Return the next day of the crisis on which something changes on the map, or None."""
    return mapping.next_day(_days_of_change(count, data.build(), viewpoint), day, data.crisis().last_day)


def day_of(count: SeriesKey, day: date, days: int, viewpoint: Viewpoint = NOW) -> Day:
    """Return what the map shows of a count on a day, with the events of so many days up to it."""
    return _day(count, day, days, data.build(), viewpoint)


@st.cache_resource(max_entries=256, show_spinner=False)
def _day(count: SeriesKey, day: date, days: int, build_id: str, viewpoint: Viewpoint) -> Day:
    events, first = _events(build_id, viewpoint), mapping_words.first_of(day, days)
    points = mapping.on_day(_points(count, build_id, viewpoint), count, day)
    found = mapping.events_of(events, first, day)
    shown = points[points["is_placed"]]
    told = selection.rows(points)
    days_shown = {point["as_of"] for point in told}
    documents = data.table("documents", viewpoint)
    licences = documents[documents["document_id"].isin(points["document_id"])]["licence"]
    return Day(
        count,
        first,
        day,
        told,
        mapping.towns(_acts(build_id, viewpoint), day, sides()),
        selection.rows(found.head(MOST_EVENTS)),
        len(found),
        [pair for pair in _flows(count, build_id, viewpoint) if pair[0]["as_of"] in days_shown],
        mapping.inside(shown, data.table("areas")),
        sorted(set(licences)),
        viewpoint,
    )


def top(count: SeriesKey, viewpoint: Viewpoint = NOW) -> int:
    """Return the highest number of a count that has a mark, on any day: the largest circle."""
    return _top(count, data.build(), viewpoint)


@st.cache_resource(max_entries=16, show_spinner=False)
def _top(count: SeriesKey, build_id: str, viewpoint: Viewpoint) -> int:
    points = _points(count, build_id, viewpoint)
    return max((mapping_words.size(point) for point in selection.rows(points[points["is_placed"]])), default=1)


def chart(shown: Day, theme: str | None, style: str | None) -> go.Figure:
    """Return the map of a day in the reader's theme; on tiles where a style is given."""
    return _chart(shown.count, shown.day, (shown.day - shown.first).days + 1, theme, style, data.build(), shown.viewpoint)


@st.cache_resource(max_entries=128, show_spinner=False)
def _chart(
    count: SeriesKey, day: date, days: int, theme: str | None, style: str | None, build_id: str, viewpoint: Viewpoint
) -> go.Figure:
    shown, inks = _day(count, day, days, build_id, viewpoint), palette.palette_of(theme)
    scene = Scene(
        shown.people,
        shown.towns,
        shown.marked,
        shown.flows,
        _ground(build_id),
        extent_of(_everywhere(count, build_id, viewpoint)),
        _top(count, build_id, viewpoint),
        sides(),
    )
    return tiles_map(scene, style, palette=inks) if style else day_map(scene, palette=inks)


def _everywhere(count: SeriesKey, build_id: str, viewpoint: Viewpoint) -> list[tuple[float, float]]:
    """Return every place that has a mark on any day of the crisis, so that the ground stays when the days go by."""
    crisis = data.crisis()
    events = selection.between(
        _events(build_id, viewpoint), crisis.first_day, crisis.last_day, start="started_on", end="ended_on"
    )
    frames = (selection.between(_points(count, build_id, viewpoint), crisis.first_day, crisis.last_day), events)
    places = pd.concat([frame[frame["is_placed"]][["longitude", "latitude"]] for frame in frames]).drop_duplicates()
    stops = [(x, y) for road in _ground(build_id).roads.values() for _, x, y in road]
    return [*places.itertuples(index=False, name=None), *stops]
