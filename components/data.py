"""What pages read: cached by the id of the build, never by time, so a new build is seen at the next rerun.

Every read takes the viewpoint of the page: the day by which a thing must have been published, and the rule profile. What holds
words or names of areas is kept for each language by itself: `spoken` is part of the key, and what is kept was made in it.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import charts, horizon, palette, selection
from components.charts import lanes
from components.charts.ready import Ready
from components.crisis_words import in_language, with_own_names
from components.kept import kept
from components.selection import SeriesKey
from components.viewpoint import NOW, Viewpoint
from components.wording import DEFAULT, language, speaking
from etl import crises, store
from etl.crises import Crisis
from etl.errors import NoBuild
from etl.select import select

_settled: ContextVar[str | None] = ContextVar("_settled", default=None)


def build() -> str:
    """Return the id of the build the running page speaks of, else that of the live one. Raises NoBuild when there is none."""
    return _settled.get() or _live()


def settle(build_id: str | None = None) -> None:
    """Speak of one build, the live one by default, from here on in this run: a page shows one, even where a new one is made.

    A part of a page that runs again alone settles on the build of its page.
    """
    _settled.set(build_id or _live())


@contextmanager
def speaking_of(build_id: str) -> Iterator[None]:
    """Speak of a build for a while: a download made at the click of a page that was made before."""
    token = _settled.set(build_id)
    try:
        yield
    finally:
        _settled.reset(token)


def _live() -> str:
    live = store.live_build()
    if live is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    return live


@kept(48)
def _kept_table(name: str, build_id: str, viewpoint: Viewpoint, spoken: str) -> pd.DataFrame:
    if spoken == DEFAULT:
        return select(name, viewpoint.selection, build_id)
    with speaking(spoken):
        found = with_own_names(name, _table(name, build_id, viewpoint, DEFAULT), _crisis(build_id, DEFAULT))
    if "area_name" not in found or "area_code" not in found:
        return found
    return selection.with_names(found, _table("areas", build_id, NOW, DEFAULT), f"name_{spoken}")


def _table(name: str, build_id: str, viewpoint: Viewpoint, spoken: str) -> pd.DataFrame:
    # One table for all readers, however large. Each call gets a frame of its own over it; pandas copies what is written.
    return _kept_table(name, build_id, viewpoint, spoken).copy(deep=False)


def table(name: str, viewpoint: Viewpoint = NOW) -> pd.DataFrame:
    """Return a table of the build of the page from a viewpoint, with the names of areas in the reader's language.

    Raises NoBuild, or CannotRead for a build that is broken.
    """
    return _table(name, build(), viewpoint, language())


def read(name: str, build_id: str, viewpoint: Viewpoint = NOW) -> pd.DataFrame:
    """Return a table of a build, for what is kept by the id of the build and the language."""
    return _table(name, build_id, viewpoint, language())


def as_stored(found: pd.DataFrame) -> pd.DataFrame:
    """Return rows of figures with the areas named as the table names them: a file is the same in every language."""
    stored = _table("areas", build(), NOW, DEFAULT)
    return found if language() == DEFAULT else selection.with_names(found, stored, "name")


def as_spoken(found: pd.DataFrame) -> pd.DataFrame:
    """Return rows that are in no table of the build, such as those of a report handed in, with the reader's names of areas."""
    spoken = language()
    return found if spoken == DEFAULT else selection.with_names(found, _table("areas", build(), NOW, DEFAULT), f"name_{spoken}")


@kept(8)
def keyed_figures(build_id: str, viewpoint: Viewpoint, spoken: str) -> pd.DataFrame:
    """Return the figures of a build that take part in series, with the key of each; nobody changes them."""
    return selection.keyed(_table("figures", build_id, viewpoint, spoken))


def series_keys(viewpoint: Viewpoint = NOW) -> list[SeriesKey]:
    """Return the keys of the series of coded areas, the one with the most points first."""
    return [*_series_keys(build(), viewpoint, language())]


@kept(16)
def _series_keys(build_id: str, viewpoint: Viewpoint, spoken: str) -> list[SeriesKey]:
    series = _table("series", build_id, viewpoint, spoken)
    return selection.keys(series[series["area_code"].notna()])


def publication_days() -> tuple[date, date]:
    """Return the first day of the crisis and the last day on which anything became known: what `known_on` may be."""
    return _publication_days(build())


@kept(8)
def _publication_days(build_id: str) -> tuple[date, date]:
    about = _crisis(build_id, DEFAULT)
    days = pd.concat([_table(name, build_id, NOW, DEFAULT)["known_from"].dropna() for name in ("figures", "events")])
    return about.first_day, max([about.last_day, *days])


@kept(8)
def _crisis(build_id: str, spoken: str) -> Crisis:
    with speaking(spoken):
        return in_language(crises.read_crisis(_table("builds", build_id, NOW, DEFAULT)["crisis"].iloc[0]))


def crisis() -> Crisis:
    """Return the crisis the build of the page was made for, in the reader's language."""
    return _crisis(build(), language())


def built() -> dict[str, Any]:
    """Return the record of the build of the page, with the number of rows by table as `rows`."""
    return _built(build())


@kept(8)
def _built(build_id: str) -> dict[str, Any]:
    record = selection.rows(_table("builds", build_id, NOW, DEFAULT))[0]
    return record | {"rows": json.loads(record["n_rows"])}


@dataclass(frozen=True, eq=False)
class View:
    """What one chart shows: a series, its claims, and what happened on the same days.

    What is asked of a view at every rerun is worked out once and kept with it, or by it: a view is equal to itself alone.
    """

    key: SeriesKey
    first: date
    last: date
    points: pd.DataFrame
    claims: pd.DataFrame
    events: pd.DataFrame
    offensives: pd.DataFrame
    documents: pd.DataFrame
    build_id: str
    viewpoint: Viewpoint = NOW

    @cached_property
    def told(self) -> list[dict[str, Any]]:
        """The points as records, oldest first."""
        return selection.rows(self.points)

    @cached_property
    def cited(self) -> list[dict[str, Any]]:
        """The documents of the claims as records."""
        return selection.rows(self.documents)

    @cached_property
    def n_speakers(self) -> int:
        """How many speakers the claims have."""
        return int(self.claims["speaker"].nunique())

    @cached_property
    def quantifiers(self) -> list[str]:
        """How the words of the claims bound their numbers, each way once."""
        return self.claims["quantifier"].unique().tolist()

    @cached_property
    def n_events(self) -> dict[str, int]:
        """How many events there are of each type that occurs."""
        return selection.n_each(self.events["event_type"])


def view(key: SeriesKey, first: date | None, last: date | None, viewpoint: Viewpoint = NOW) -> View:
    """Return the view of a series in a period.

    Without one it goes from the first day to some weeks after the last report, of those within the crisis where there are
    any, and never beyond the day of the viewpoint.
    """
    return _view(key, first, last, build(), viewpoint, language())


@kept(64)
def _view(key: SeriesKey, first: date | None, last: date | None, build_id: str, viewpoint: Viewpoint, spoken: str) -> View:
    def of(name: str) -> pd.DataFrame:
        return _table(name, build_id, viewpoint, spoken)

    points = selection.with_own_words(selection.points(of("series"), key), of("figures"))
    about, known_on = _crisis(build_id, spoken), viewpoint.known_on
    begins, ends = horizon.days_shown(points, key, about, first=first, last=last, known_on=known_on)
    points = selection.between(points, begins, ends)
    claims = selection.between(selection.claims(keyed_figures(build_id, viewpoint, spoken), of("claims"), key), begins, ends)
    documents = of("documents")
    return View(
        key,
        begins,
        ends,
        points,
        claims,
        events=selection.between(of("events"), begins, ends, start="started_on", end="ended_on"),
        offensives=selection.ongoing(of("offensives"), begins, ends),
        documents=documents[documents["document_id"].isin(claims["document_id"])],
        build_id=build_id,
        viewpoint=viewpoint,
    )


def timeline(shown: View, theme: str | None, without: frozenset[str] = frozenset()) -> go.Figure:
    """Return the chart of a view in the reader's theme, without the events of some types."""
    return _timeline(shown.key, shown.first, shown.last, theme, without, build(), shown.viewpoint, language())


@kept(64)
def _timeline(
    key: SeriesKey,
    first: date,
    last: date,
    theme: str | None,
    without: frozenset[str],
    build_id: str,
    viewpoint: Viewpoint,
    spoken: str,
) -> go.Figure:
    shown, about = _view(key, first, last, build_id, viewpoint, spoken), _crisis(build_id, spoken)
    known = horizon.as_known(about, _table("events", build_id, viewpoint, DEFAULT), viewpoint.known_on)
    with speaking(spoken):
        drawn = charts.timeline(
            shown.points,
            shown.claims,
            shown.events[~shown.events["event_type"].isin(without)],
            shown.offensives,
            first=first,
            last=last,
            turning_points=known.turning_points,
            sides=lanes.sides_of(about.fields),
            palette=palette.palette_of(theme),
        )
    return Ready(drawn)
