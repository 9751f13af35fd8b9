"""What pages read: cached by the id of the build, never by time, so a new build is seen at the next rerun."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components import charts, palette, selection
from components.charts import lanes
from components.selection import SeriesKey
from etl import crises, store
from etl.crises import Crisis
from etl.errors import NoBuild

BEFORE = timedelta(days=2)
AFTERWARDS = timedelta(days=42)
"""How far the default period runs on after the last recommended report, to show that nothing followed."""


def build() -> str:
    """Return the id of the live build. Raises NoBuild when there is none."""
    live = store.live_build()
    if live is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    return live


@st.cache_data(max_entries=32, show_spinner=False)
def _table(name: str, build_id: str) -> pd.DataFrame:
    return store.read(name, build=build_id)


def table(name: str) -> pd.DataFrame:
    """Return a table of the live build. Raises NoBuild, or CannotRead for a build that is broken."""
    return _table(name, build())


@st.cache_data(max_entries=4, show_spinner=False)
def _keyed_figures(build_id: str) -> pd.DataFrame:
    return selection.keyed(_table("figures", build_id))


@st.cache_data(max_entries=8, show_spinner=False)
def _crisis(build_id: str) -> Crisis:
    return crises.read_crisis(_table("builds", build_id)["crisis"].iloc[0])


def crisis() -> Crisis:
    """Return the crisis the live build was made for."""
    return _crisis(build())


def built() -> dict[str, Any]:
    """Return the record of the live build, with the number of rows by table as `rows`."""
    record = selection.rows(table("builds"))[0]
    return record | {"rows": json.loads(record["n_rows"])}


@dataclass(frozen=True, slots=True)
class View:
    """What one chart shows: a series, its claims, and what happened on the same days."""

    key: SeriesKey
    first: date
    last: date
    points: pd.DataFrame
    claims: pd.DataFrame
    events: pd.DataFrame
    offensives: pd.DataFrame
    documents: pd.DataFrame

    @property
    def told(self) -> list[dict[str, Any]]:
        """The points as records, oldest first."""
        return selection.rows(self.points)


def view(key: SeriesKey, first: date | None, last: date | None) -> View:
    """Return the view of a series in a period.

    Without one it goes from the first day to some weeks after the last report, of those within the crisis where there are any.
    """
    return _view(key, first, last, build())


@st.cache_resource(max_entries=64, show_spinner=False)
def _view(key: SeriesKey, first: date | None, last: date | None, build_id: str) -> View:
    # A resource, not data: nobody changes a view, and copying its frames at each rerun would take longer than drawing.
    points = selection.with_own_words(selection.points(_table("series", build_id), key), _table("figures", build_id))
    begins, ends = _period(points, key, _crisis(build_id), first, last)
    points = selection.between(points, begins, ends)
    claims = selection.claims(_keyed_figures(build_id), _table("claims", build_id), key)
    claims = selection.between(claims, begins, ends)
    documents = _table("documents", build_id)
    return View(
        key,
        begins,
        ends,
        points,
        claims,
        events=selection.between(_table("events", build_id), begins, ends, start="started_on", end="ended_on"),
        offensives=selection.ongoing(_table("offensives", build_id), begins, ends),
        documents=documents[documents["document_id"].isin(claims["document_id"])],
    )


def _period(points: pd.DataFrame, key: SeriesKey, about: Crisis, first: date | None, last: date | None) -> tuple[date, date]:
    reported = points["as_of"].tolist()
    within = [day for day in reported if about.first_day <= day <= about.last_day] or reported
    # Some air around marks; windows fill their days, and a day more would let another window in.
    before, after = (timedelta(0), timedelta(0)) if key.window else (BEFORE, AFTERWARDS)
    begins = first or min(key.since or within[0].replace(day=1), within[0]) - before
    ends = last or within[-1] + after
    return begins, max(ends, begins)


def documents(shown: View) -> list[dict[str, Any]]:
    """Return the documents of a view's claims as records."""
    return selection.rows(shown.documents)


def timeline(shown: View, theme: str | None) -> go.Figure:
    """Return the chart of a view in the reader's theme."""
    return _timeline(shown.key, shown.first, shown.last, theme, build())


@st.cache_resource(max_entries=64, show_spinner=False)
def _timeline(key: SeriesKey, first: date, last: date, theme: str | None, build_id: str) -> go.Figure:
    shown, about = _view(key, first, last, build_id), _crisis(build_id)
    return charts.timeline(
        shown.points,
        shown.claims,
        shown.events,
        shown.offensives,
        first=first,
        last=last,
        turning_points=about.turning_points,
        sides=lanes.sides_of(about.fields),
        palette=palette.palette_of(theme),
    )


def windows(key: SeriesKey, theme: str | None, most: int = 6) -> go.Figure:
    """Return the windows of every area that has a series like this one, the largest areas first."""
    points = selection.with_own_words(selection.like(table("series"), key, most), table("figures"))
    return charts.windows(points, palette=palette.palette_of(theme))


def also_reported(key: SeriesKey, most: int = 6) -> list[tuple[SeriesKey, dict[str, Any]]]:
    """Return the last recommended point within the crisis of each other measure of the area, the latest report first."""
    about = crisis()
    series = selection.between(table("series"), about.first_day, about.last_day)
    here = [other for other in selection.keys(series) if other.area_code == key.area_code and other.measure != key.measure]
    points = [(other, selection.with_own_words(selection.points(series, other), table("figures"))) for other in here]
    last = [(other, selection.rows(one)[-1]) for other, one in points]
    # Of a stock all people come before those displaced since a day; then the latest report, then the fullest series.
    last.sort(key=lambda pair: (pair[0].kind == "flow" or pair[0].since is None, pair[1]["as_of"], pair[0].n_points))
    best = {other.measure: (other, point) for other, point in last}
    return sorted(best.values(), key=lambda pair: (pair[1]["as_of"], pair[0].measure), reverse=True)[:most]


def found(record_id: str | None) -> tuple[str, dict[str, Any]] | None:
    """Return the table and the record a chart's mark stands for, or None for an id that is none."""
    for name, column in (("figures", "figure_id"), ("events", "event_id"), ("offensives", "offensive_id")):
        if record := selection.identified(table(name), column, record_id):
            return name, record
    return None


def evidence(figure: dict[str, Any]) -> dict[str, Any]:
    """Return what stands behind a figure: its document, the other figures of its claim, the other claims of its day."""
    figures = table("figures")
    document = selection.identified(table("documents"), "document_id", figure["document_id"])
    repeats = selection.rows(selection.repeats(figures, figure))
    return {"document": document, "repeats": repeats, "same_day": selection.rows(selection.same_day(figures, figure))}
