"""The campaigns of the live build and the meanwhile around them, kept like the tables: events page by page, however many."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components import campaigns, charts, data, findings, horizon, paging, palette, selection
from components.charts import lanes
from components.charts.ready import Ready
from components.kept import kept
from components.selection import SeriesKey
from components.sheet import Sheet, sheet
from components.viewpoint import NOW, Viewpoint
from components.wording import language, speaking
from etl import around
from etl.around import Around
from etl.select import Selection

ROWS_A_PAGE = 200
MOST_NAMED = 200
"""Events of a campaign that can be chosen by name, the first ones first."""


def meanwhile(key: SeriesKey, viewpoint: Viewpoint = NOW) -> Around:
    """Return the meanwhile of a running total. Raises CannotMixSince for any other count."""
    return _meanwhile(key, data.build(), viewpoint)


@kept(16)
def _meanwhile(key: SeriesKey, build_id: str, viewpoint: Viewpoint) -> Around:
    asked = Selection(area=key.area_code, measure=key.measure, known_on=viewpoint.known_on, profile=viewpoint.profile)
    return around.around(asked, key.since, build_id)


def rows_around(record_id: str, key: SeriesKey, viewpoint: Viewpoint = NOW) -> list[dict[str, Any]]:
    """Return what a running total says before and after one offensive or event, the shorter windows first."""
    return _rows_around(record_id, key, data.build(), viewpoint)


@kept(64)
def _rows_around(record_id: str, key: SeriesKey, build_id: str, viewpoint: Viewpoint) -> list[dict[str, Any]]:
    return campaigns.rows_around(_meanwhile(key, build_id, viewpoint).of(record_id), record_id)


def meanwhile_chart(record_id: str, key: SeriesKey, viewpoint: Viewpoint, theme: str | None) -> go.Figure:
    """Return the chart of what a running total says before and after one offensive or event."""
    return _meanwhile_chart(record_id, key, theme, data.build(), viewpoint, language())


@kept(64)
def _meanwhile_chart(
    record_id: str, key: SeriesKey, theme: str | None, build_id: str, viewpoint: Viewpoint, spoken: str
) -> go.Figure:
    rows = _rows_around(record_id, key, build_id, viewpoint)
    with speaking(spoken):
        return Ready(charts.intervals(campaigns.changes(rows, key), palette=palette.palette_of(theme)))


@dataclass(frozen=True)
class Campaign:
    """One campaign with its phases (the campaign first), the events of them all, and the days it is shown for.

    `names` are what a reader may ask the meanwhile of: campaign, phases and the first MOST_NAMED events by id, each with its day.
    """

    offensives: pd.DataFrame
    events: pd.DataFrame
    first: date
    last: date
    names: dict[str, str]

    @cached_property
    def whole(self) -> dict[str, Any]:
        """The record of the campaign itself."""
        return selection.rows(self.offensives.head(1))[0]

    @cached_property
    def n_events(self) -> dict[str, int]:
        """How many events there are of each type that occurs."""
        return selection.n_each(self.events["event_type"])

    @cached_property
    def n_known(self) -> dict[str, int]:
        """How many events are confirmed, reported, claimed or denied."""
        return selection.n_each(self.events["status"])

    @property
    def n_pages(self) -> int:
        """How many pages the events fill, at least one."""
        return paging.n_pages(len(self.events), ROWS_A_PAGE)


def campaign_names(viewpoint: Viewpoint = NOW) -> dict[str, str]:
    """Return the campaigns known from a viewpoint, the latest first, as id and name."""
    return dict(_campaign_names(data.build(), viewpoint, language()))


@kept(16)
def _campaign_names(build_id: str, viewpoint: Viewpoint, spoken: str) -> dict[str, str]:
    with speaking(spoken):
        offensives = data.read("offensives", build_id, viewpoint)
    whole = offensives[offensives["part_of"].isna()].sort_values("started_on", ascending=False)
    return dict(zip(whole["offensive_id"], whole["name"], strict=True))


def campaign(offensive_id: str, viewpoint: Viewpoint = NOW) -> Campaign:
    """Return a campaign as a viewpoint knows it."""
    return _campaign(offensive_id, data.build(), viewpoint, language())


@kept(32)
def _campaign(offensive_id: str, build_id: str, viewpoint: Viewpoint, spoken: str) -> Campaign:
    with speaking(spoken):
        return _known_campaign(offensive_id, build_id, viewpoint)


def _known_campaign(offensive_id: str, build_id: str, viewpoint: Viewpoint) -> Campaign:
    offensives, events = (data.read(name, build_id, viewpoint) for name in ("offensives", "events"))
    own = offensives[offensives["offensive_id"].eq(offensive_id) | offensives["part_of"].eq(offensive_id).fillna(False)]
    own = own.sort_values(["part_of", "started_on"], na_position="first")
    happened = events[events["offensive_id"].isin(own["offensive_id"]) & events["started_on"].notna()].sort_values("started_on")
    days = pd.concat([frame[column] for frame in (own, happened) for column in ("started_on", "ended_on")]).dropna()
    until = viewpoint.known_on if own["ended_on"].isna().any() else None
    last = max([days.max(), *([until] if until else [])])
    return Campaign(own, happened, days.min() - horizon.BEFORE, last + horizon.BEFORE, _names(own, happened.head(MOST_NAMED)))


def _names(offensives: pd.DataFrame, events: pd.DataFrame) -> dict[str, str]:
    named = {one["offensive_id"]: campaigns.offensive_choice(one) for one in selection.rows(offensives)}
    return named | {one["event_id"]: campaigns.event_choice(one) for one in selection.rows(events)}


def campaign_chart(offensive_id: str, viewpoint: Viewpoint, theme: str | None) -> go.Figure:
    """Return the chart of a campaign in the reader's theme, its sides as the crisis file names them."""
    return _campaign_chart(offensive_id, theme, data.build(), viewpoint, language())


@kept(32)
def _campaign_chart(offensive_id: str, theme: str | None, build_id: str, viewpoint: Viewpoint, spoken: str) -> go.Figure:
    shown, sides = _campaign(offensive_id, build_id, viewpoint, spoken), lanes.sides_of(data.crisis().fields)
    days = {"first": shown.first, "last": shown.last}
    with speaking(spoken):
        return Ready(charts.campaign(shown.offensives, shown.events, **days, sides=sides, palette=palette.palette_of(theme)))


def event_page(offensive_id: str, number: int, viewpoint: Viewpoint) -> Sheet:
    """Return a page of a campaign's events as a reader's table, the first page being 1."""
    return _event_page(offensive_id, number, data.build(), viewpoint, language())


@kept(32)
def _event_page(offensive_id: str, number: int, build_id: str, viewpoint: Viewpoint, spoken: str) -> Sheet:
    events = _campaign(offensive_id, build_id, viewpoint, spoken).events
    shown = events.iloc[paging.rows_of(number, ROWS_A_PAGE)]
    with speaking(spoken):
        return sheet(campaigns.event_rows(shown), shown["event_id"])


def phases(offensive_id: str, viewpoint: Viewpoint) -> Sheet:
    """Return a campaign and its phases as a reader's table."""
    return _phases(offensive_id, data.build(), viewpoint, language())


@kept(32)
def _phases(offensive_id: str, build_id: str, viewpoint: Viewpoint, spoken: str) -> Sheet:
    shown = _campaign(offensive_id, build_id, viewpoint, spoken)
    with speaking(spoken):
        return sheet(pd.DataFrame(campaigns.phase_rows(selection.rows(shown.offensives))))


def changes(record_id: str, key: SeriesKey, viewpoint: Viewpoint) -> Sheet:
    """Return what a running total says before and after one offensive or event as a reader's table."""
    return _changes(record_id, key, data.build(), viewpoint, language())


@kept(64)
def _changes(record_id: str, key: SeriesKey, build_id: str, viewpoint: Viewpoint, spoken: str) -> Sheet:
    with speaking(spoken):
        return sheet(pd.DataFrame(campaigns.change_rows(_rows_around(record_id, key, build_id, viewpoint), key)))


def associations(key: SeriesKey, viewpoint: Viewpoint) -> Sheet:
    """Return how the daily change after each type of event differs from before as a reader's table."""
    return _associations(key, data.build(), viewpoint, language())


@kept(32)
def _associations(key: SeriesKey, build_id: str, viewpoint: Viewpoint, spoken: str) -> Sheet:
    with speaking(spoken):
        return sheet(pd.DataFrame(campaigns.association_rows(_meanwhile(key, build_id, viewpoint).associations)))


def first_around(offensive_id: str, key: SeriesKey, viewpoint: Viewpoint) -> str:
    """Return the first of a campaign, its phases and events of which the running total says something, else the campaign."""
    return _first_around(offensive_id, key, data.build(), viewpoint)


@kept(64)
def _first_around(offensive_id: str, key: SeriesKey, build_id: str, viewpoint: Viewpoint) -> str:
    names = campaign(offensive_id, viewpoint).names
    if not findings.is_running(key):
        return next(iter(names))
    told = meanwhile(key, viewpoint)
    return next((one for one in names if len(told.of(one))), next(iter(names)))
