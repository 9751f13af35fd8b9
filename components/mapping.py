"""What a map of one day may show: frames in, records out. Pure; nothing here adds a number to another.

A map shows one count: one measure, unit, first day or window, so that circles can be compared. A place known less exactly
than a sub-district, or without a point, never becomes a mark: it stands in the list beside the map (rule 12).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from components import selection
from components.charts.lanes import Side, lane_of
from components.charts.marks import first_and_days
from components.selection import SeriesKey
from etl.counting import guards
from etl.errors import CannotMixAreas
from etl.vocabulary import AreaRole, DateAccuracy, EventStatus, EventType, PlaceAccuracy

Row = dict[str, Any]

ROLES = (AreaRole.ORIGIN, AreaRole.DESTINATION)
SUBDISTRICT = 3
EXACT = (PlaceAccuracy.POINT, PlaceAccuracy.ADM3)
TAKEN = (EventType.TOWN_CAPTURED, EventType.TOWN_ENTERED, EventType.COUNTER_OFFENSIVE)
"""The events after which a town may have changed hands."""
SETTLED = (EventStatus.REPORTED, EventStatus.CONFIRMED)
LAST_OF_A_TOWN = 12
"""Statements about one town that are looked at, the latest."""
LONGEST_WINDOW = timedelta(days=366)
COUNT = ["measure", "kind", "unit", "since", "window"]


@dataclass(frozen=True, slots=True)
class Town:
    """The last statement about who took a town, and those before it."""

    last: Row
    before: tuple[Row, ...]
    is_disputed: bool


def placed(frame: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with level, point and parent of their area, and `is_placed`: a mark may stand for the row."""
    columns = ["area_code", "level", "latitude", "longitude", "parent_code", "place_kind"]
    kept = frame.drop(columns=[name for name in columns[1:] if name in frame])
    told = kept.merge(areas[columns], on="area_code", how="left", validate="many_to_one")
    is_exact = told["level"].ge(SUBDISTRICT) & told["latitude"].notna() & told["longitude"].notna()
    if "place_accuracy" in told:
        is_exact &= told["place_accuracy"].isin(EXACT)
    return told.assign(is_placed=is_exact.fillna(False).astype(bool))


def counts(series: pd.DataFrame, areas: pd.DataFrame) -> list[SeriesKey]:
    """Return the counts that have a mark on the map, as keys of no area; that with most marks first, `n_points` of them."""
    moved = series[series["area_role"].isin(ROLES)]
    found = placed(moved, areas)
    sized = found[found["is_placed"]].groupby(COUNT, dropna=False, observed=True).size()
    named = sized.sort_values(ascending=False, kind="stable").rename("n_points").reset_index()
    return [SeriesKey(**row, area_code="", area_name="each place", area_role=None) for row in selection.rows(named)]


def points_of(series: pd.DataFrame, count: SeriesKey) -> pd.DataFrame:
    """Return every point of a count, of people who left a place or came to it. Raises CannotCombine for a mixed count."""
    mask = series["area_role"].isin(ROLES) & series["measure"].eq(count.measure) & series["unit"].eq(count.unit)
    for name in ("since", "window"):
        value = getattr(count, name)
        mask &= (series[name].isna() if value is None else series[name].eq(value).fillna(False)).astype(bool)
    found = series[mask]
    guards.require_one_axis(found)
    return found


def fullest_day(points: pd.DataFrame) -> date:
    """Return the day with most marks among points of `placed`, the latest of them."""
    sized = points[points["is_placed"]].groupby("as_of").size()
    days: list[date] = list(sized[sized.eq(sized.max())].index)
    return max(days)


def on_day(points: pd.DataFrame, count: SeriesKey, day: date) -> pd.DataFrame:
    """Return what was reported of each place: for windows the one that holds the day, else the last report by that day."""
    if count.window is None:
        known = points[points["as_of"].le(day)].sort_values("as_of", kind="stable")
        return known.drop_duplicates(["area_code", "area_name", "area_role"], keep="last")
    near = points[points["as_of"].ge(day) & points["as_of"].le(day + LONGEST_WINDOW)]
    ends = [end for end in near["as_of"].drop_duplicates() if first_and_days(end, count.window)[0] <= day]
    return near[near["as_of"].isin(ends)]


def inside(points: pd.DataFrame, areas: Sequence[Row]) -> str | None:
    """Return why numbers on the map must not be added where one place lies in another, in the words of the guard."""
    known = {row["area_code"]: row for row in areas}
    for role in ROLES:
        try:
            guards.require_no_nested_areas(points[points["area_role"].eq(role)], known)
        except CannotMixAreas as refused:
            return str(refused)
    return None


def flows(figures: pd.DataFrame) -> list[tuple[Row, Row]]:
    """Return the pairs of origin and destination that one statement names: the same words of one text give both.

    Two numbers of one document are two statements, and whoever left one place did not all go to the other.
    """
    said = figures[figures["span_start"].notna() & figures["area_code"].notna()]
    left, came = (selection.rows(said[said["area_role"].eq(role)]) for role in ROLES)
    words = ("document_id", "span_start", "span_end", "measure", "as_of")
    by_words = {tuple(one[name] for name in words): one for one in left}
    pairs = [(by_words.get(tuple(other[name] for name in words)), other) for other in came]
    return [(one, other) for one, other in pairs if one is not None and one["area_code"] != other["area_code"]]


def dated(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events that have a day, with `ended` (their last day), the latest first."""
    found = events[events["started_on"].notna()]
    found = found.assign(ended=found["ended_on"].fillna(found["started_on"]))
    return found.sort_values("started_on", ascending=False, kind="stable")


def events_of(events: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """Return the events of `dated` that touch the days, the latest first."""
    return events[events["started_on"].le(last) & events["ended"].ge(first)]


def acts(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events of `placed` and `dated` that say who took one town, the oldest first."""
    is_act = events["is_placed"] & events["event_type"].isin(TAKEN) & events["place_accuracy"].eq(PlaceAccuracy.POINT)
    found = events[is_act & events["level"].gt(SUBDISTRICT)]
    return found.sort_values(["ended", "started_on", "event_id"])


def is_of_town(event: Row) -> bool:
    """Return whether an event says who took one town: of several places, or near one, it says nothing about a town."""
    is_town = event["is_placed"] and event["level"] > SUBDISTRICT and event["place_accuracy"] == PlaceAccuracy.POINT
    return bool(is_town and event["event_type"] in TAKEN)


def towns(acts: pd.DataFrame, day: date, sides: Sequence[Side]) -> list[Town]:
    """Return each town that somebody took, entered or attacked by the end of a day, the latest first.

    A town is disputed where the last statement is denied, or where another side claims it since the last act that was
    reported by a third or confirmed.
    """
    told: dict[str, list[Row]] = {}
    for row in selection.rows(acts[acts["ended"].le(day)].groupby("area_code").tail(LAST_OF_A_TOWN)):
        told.setdefault(row["area_code"], []).append(row)
    exact = [_exact_ones(known) for known in told.values()]
    found = [Town(known[-1], tuple(known[-2::-1]), is_disputed(known, sides)) for known in exact]
    return sorted(found, key=lambda town: (town.last["ended"], town.last["area_name"]), reverse=True)


def _exact_ones(acts: Sequence[Row]) -> list[Row]:
    """Return the acts without those that only repeat, less exactly dated, what another one says."""
    exact = [act for act in acts if act["accuracy"] == DateAccuracy.DAY]
    return [act for act in acts if act in exact or not any(_repeats(act, other) for other in exact)]


def _repeats(vague: Row, exact: Row) -> bool:
    return bool(vague["event_type"] == exact["event_type"] and vague["started_on"] <= exact["started_on"] <= vague["ended"])


def is_disputed(acts: Sequence[Row], sides: Sequence[Side]) -> bool:
    """Return whether who holds a town is disputed by its acts, the oldest first; an actor of no side disputes nothing."""
    if acts[-1]["status"] == EventStatus.DENIED:
        return True
    known = [side.name for side in sides]
    sided = [act for act in acts if lane_of(act, sides) in known]
    settled = max((k for k, act in enumerate(sided) if act["status"] in SETTLED), default=0)
    return len({lane_of(act, sides) for act in sided[settled:]}) > 1


def days_of_change(points: pd.DataFrame, events: pd.DataFrame) -> list[date]:
    """Return the days, in order, on which something begins, ends or was reported."""
    days = pd.concat([column.drop_duplicates() for column in (points["as_of"], events["started_on"], events["ended"])])
    return sorted(set(days.dropna()))


def next_day(days: Sequence[date], day: date, last: date) -> date | None:
    """Return the first of the days after a day, up to the last; None where nothing more comes."""
    following = bisect_right(days, day)
    return days[following] if following < len(days) and days[following] <= last else None
