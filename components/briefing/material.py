"""What a briefing is made from: one selection of one build, read once through the filter that exports and pages use.

A selection is a crisis, an area, a period, and the day from whose knowledge we look. What it does not say comes from the
crisis file: the area, the measure, the first day of its running total.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from components import selection, wording
from components.briefing import places
from components.briefing.audiences import DEFAULT_AUDIENCE
from components.briefing.model import Row
from components.briefing.places import Places
from components.selection import SeriesKey
from etl import crises, store
from etl.crises import Crisis
from etl.errors import CannotRead, NoBuild
from etl.select import Selection, area_code, select
from etl.vocabulary import MEASURES, Role

AFTERWARDS = timedelta(days=42)
"""How far the period runs on after the last recommended report where none is asked for, as on the overview."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a briefing is asked for. A missing field is taken from the crisis."""

    crisis_id: str = crises.DEFAULT_CRISIS
    area: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    known_on: date | None = None
    audience: str = DEFAULT_AUDIENCE
    reviewed_by: str | None = None
    language: str = wording.DEFAULT


@dataclass(frozen=True, slots=True)
class Count:
    """One series of the selection: its key and its recommended points.

    `own_low` and `own_high` are what a point's own words claim; `low` and `high` are the band.
    """

    key: SeriesKey
    points: tuple[Row, ...]

    @property
    def last(self) -> Row:
        """The last recommended point; there is always one."""
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Material:
    """The rows of one selection on one build. `count` is missing where nothing was reported; `others` are all further series."""

    asked: Asked
    build: Row
    crisis: Crisis
    area_code: str
    area_name: str
    measure: str
    first: date
    last: date
    count: Count | None
    others: tuple[Count, ...]
    claims: tuple[Row, ...]
    uncoded: tuple[Row, ...]
    figures: dict[str, Row]
    documents: dict[str, Row]
    events: tuple[Row, ...]
    offensives: tuple[Row, ...]
    places: Places

    @property
    def hash(self) -> str:
        """The SHA-256 of the selection: the same words for the same selection, whatever the build."""
        asked = [self.crisis.crisis_id, self.area_code, self.measure, self.count.key.slug if self.count else None]
        days = [str(day) if day else None for day in (self.first, self.last, self.asked.known_on)]
        return hashlib.sha256(json.dumps([*asked, *days, self.asked.audience]).encode()).hexdigest()


def read_material(asked: Asked, build: str | None = None) -> Material:
    """Return the rows of a selection, all of one build (the live one by default).

    Raises NoBuild, UnknownCrisis, UnknownPlace, or CannotRead for a build of another crisis and for days the wrong way round.
    """
    build = build or store.live_build()
    if build is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    crisis = _crisis(asked, build)
    code = area_code(asked.area or crisis.area, build)
    tables = {name: select(name, Selection(known_on=asked.known_on), build) for name in ("series", "claims", "figures", "events")}
    here = tables["series"][tables["series"]["area_code"].eq(code).fillna(False)]
    key = _key(here, crisis, asked)
    first, last = _period(asked, crisis, key, here)
    figures, within = tables["figures"], selection.between(here, first, last)
    known = {row["figure_id"]: row for row in selection.rows(figures)}
    counts = [_count(within, one, figures, known) for one in selection.keys(within)]
    documents, areas = (store.read(name, build) for name in ("documents", "areas"))
    return Material(
        asked=asked,
        build=selection.rows(store.read("builds", build))[0],
        crisis=crisis,
        area_code=code,
        area_name=dict(selection.pairs(areas, "area_code", "name"))[code],
        measure=key.measure if key else crisis.default_measure,
        first=first,
        last=last,
        count=next((count for count in counts if count.key == key), None),
        others=tuple(count for count in counts if count.key != key),
        claims=_claims(figures, tables["claims"], key, first, last),
        uncoded=_uncoded(figures, first, last),
        figures=known,
        documents={row["document_id"]: row for row in selection.rows(documents)},
        events=_events(tables["events"], first, last),
        offensives=_rows(selection.ongoing(select("offensives", Selection(known_on=asked.known_on), build), first, last)),
        places=places.read_places(tables, areas, first, last, within=None if code == crisis.area else code, crisis=crisis),
    )


def _rows(frame: pd.DataFrame) -> tuple[Row, ...]:
    return tuple(selection.rows(frame))


def _crisis(asked: Asked, build: str) -> Crisis:
    crisis = crises.read_crisis(asked.crisis_id)
    built = store.read("builds", build)["crisis"].iloc[0]
    if built != crisis.crisis_id:
        raise CannotRead(f"the live build is of the crisis {built!r}; run `python -m etl build --crisis {crisis.crisis_id}`")
    return crisis


def _key(here: pd.DataFrame, crisis: Crisis, asked: Asked) -> SeriesKey | None:
    """Return the series a briefing is about: the crisis's measure where the period has it, else the fullest series there is."""
    found = selection.keys(selection.between(here, asked.first_day or crisis.first_day, asked.last_day or crisis.last_day))
    if not found:
        return None
    measures = sorted(
        {key.measure for key in found}, key=lambda name: (name != crisis.default_measure, list(MEASURES).index(name))
    )
    return selection.default_key((key for key in found if key.measure == measures[0]), since=crisis.default_since)


def _period(asked: Asked, crisis: Crisis, key: SeriesKey | None, here: pd.DataFrame) -> tuple[date, date]:
    reported = selection.between(selection.points(here, key), crisis.first_day, crisis.last_day)["as_of"].tolist() if key else []
    starts = key.since if key and key.kind == "flow" else None
    first = asked.first_day or max(starts or (reported[0].replace(day=1) if reported else crisis.first_day), crisis.first_day)
    last = asked.last_day or min(day for day in (_end(reported), crisis.last_day, asked.known_on) if day)
    if first > last:
        raise CannotRead(f"the first day, {first}, is after the last, {last}; give --from a day before --to")
    return first, last


def _end(reported: list[date]) -> date | None:
    return reported[-1] + AFTERWARDS if reported else None


def _count(series: pd.DataFrame, key: SeriesKey, figures: pd.DataFrame, known: Mapping[str, Row]) -> Count:
    points = selection.rows(selection.with_own_words(selection.points(series, key), figures))
    return Count(key, tuple(point | {"phrase": known[point["figure_id"]]["phrase"]} for point in points))


def _claims(figures: pd.DataFrame, claims: pd.DataFrame, key: SeriesKey | None, first: date, last: date) -> tuple[Row, ...]:
    if key is None:
        return ()
    return _rows(selection.between(selection.claims(selection.keyed(figures), claims, key), first, last))


def _uncoded(figures: pd.DataFrame, first: date, last: date) -> tuple[Row, ...]:
    """Return the asserted figures of the period whose place has no code: they are in no series of any area."""
    found = selection.between(figures[figures["area_code"].isna() & figures["modality"].eq("asserted")], first, last)
    return _rows(found.sort_values(["as_of", "figure_id"]))


def _events(events: pd.DataFrame, first: date, last: date) -> tuple[Row, ...]:
    found = selection.between(events, first, last, start="started_on", end="ended_on")
    return _rows(found.sort_values(["started_on", "event_id"]))


def beside(material: Material) -> tuple[Row, ...]:
    """Return the claims that stand beside the line, oldest first: other speakers, and rounder numbers of the same ones."""
    return tuple(claim for claim in material.claims if claim["role"] == Role.TRIANGULATION)


def standing_on(points: Iterable[Row], day: date) -> Row | None:
    """Return the last recommended point up to a day, or None before the first."""
    return max((point for point in points if point["as_of"] <= day), key=lambda point: point["as_of"], default=None)
