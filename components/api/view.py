"""What a chart or the page for slow links shows: one series, its claims, and what happened on the same days, as a drawing.

The rows come from `select`, so the numbers are those of tables, commands and pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from components import captions, horizon, legends, selection
from components.api.problems import Problem
from components.briefing.model import Cited, Drawing, Row
from components.charts import lanes
from components.selection import SeriesKey
from etl import crises, store
from etl.counting.intervals import DEFAULT_PROFILE
from etl.crises import Crisis
from etl.select import Selection, area_code, select

PARAMETERS = ("area", "measure", "series", "from", "to", "known_on", "profile")


@dataclass(frozen=True, slots=True)
class Seen:
    """One view: the series and those it could have been, the drawing of it, and the rows around."""

    crisis: Crisis
    key: SeriesKey
    choices: tuple[SeriesKey, ...]
    drawing: Drawing
    documents: tuple[Row, ...]
    built: Row
    note: str = ""

    @property
    def source(self) -> str:
        """The source line: speakers, last day, licences; a sentence where nothing was reported."""
        if not self.drawing.points:
            return captions.nothing_shown(self.key)
        return legends.sources(self.drawing.points, self.documents)


def read_view(found: Mapping[str, Any], build: str, *, is_lenient: bool = False) -> Seen:
    """Return the view that the parameters of an address ask for; what they leave open is the crisis's.

    Raises Problem for a measure or series the area does not have, and what `select` raises. A lenient one shows what the area
    has instead, with a note: of a form, all fields arrive whatever the reader changed.
    """
    record = selection.rows(store.read("builds", build))[0]
    crisis = crises.read_crisis(record["crisis"])
    known = Selection(known_on=found.get("known_on"), profile=found.get("profile", DEFAULT_PROFILE))
    area = area_code(found.get("area") or crisis.area, build)
    series = select("series", replace(known, area=area), build)
    keys = tuple(selection.keys(series))
    note = ""
    try:
        key = _key(keys, found, crisis)
    except Problem as problem:
        if not is_lenient or not keys:
            raise
        has_measure = any(key.measure == found.get("measure") for key in keys)
        note = f"{problem.detail}. Another is shown."
        key = _key(keys, {"measure": found["measure"]} if has_measure else {}, crisis)
    figures = select("figures", known, build)
    points = selection.with_own_words(selection.points(series, key), figures)
    first, last = horizon.days_shown(points, key, crisis, first=found.get("from"), last=found.get("to"), known_on=known.known_on)
    points = selection.between(points, first, last)
    claims = selection.claims(selection.keyed(figures), select("claims", known, build), key)
    claims = selection.between(claims, first, last)
    documents = store.lookup(
        "documents", ["document_id", "publisher", "licence", "title", "url"], build, "document_id", claims["document_id"]
    )
    events, offensives = (select(name, known, build) for name in ("events", "offensives"))
    crisis = horizon.as_known(crisis, events, known.known_on)
    drawing = _drawing(key, crisis, first, last, points, claims, _meanwhile(events, offensives, first, last))
    return Seen(crisis, key, keys, drawing, tuple(selection.rows(documents)), record, note)


def _key(keys: tuple[SeriesKey, ...], found: Mapping[str, Any], crisis: Crisis) -> SeriesKey:
    measures = list(dict.fromkeys(key.measure for key in keys))
    first = crisis.default_measure if crisis.default_measure in measures else next(iter(measures), None)
    measure = found.get("measure") or first
    here = [key for key in keys if key.measure == measure]
    if not keys:
        raise Problem(400, "nothing had been reported on this area by then: a gap, not a zero")
    if not here:
        sentence = f"there is no series of {measure} here; there are {', '.join(measures)}"
        raise Problem(400, f"measure: {sentence}", [("measure", sentence)])
    if "series" not in found:
        return selection.default_key(here, since=crisis.default_since)
    slugs = {key.slug: key for key in here}
    if found["series"] not in slugs:
        sentence = f"{found['series'][:40]!r} is no series of {measure} here; there are {', '.join(slugs)}"
        raise Problem(400, f"series: {sentence}", [("series", sentence)])
    return slugs[found["series"]]


def _meanwhile(events: pd.DataFrame, offensives: pd.DataFrame, first: date, last: date) -> tuple[pd.DataFrame, pd.DataFrame]:
    events = selection.between(events, first, last, start="started_on", end="ended_on")
    return events.sort_values(["started_on", "event_id"]), selection.ongoing(offensives, first, last)


def _drawing(
    key: SeriesKey,
    crisis: Crisis,
    first: date,
    last: date,
    points: pd.DataFrame,
    claims: pd.DataFrame,
    meanwhile: tuple[pd.DataFrame, pd.DataFrame],
) -> Drawing:
    told, (events, offensives) = selection.rows(points), meanwhile
    title = legends.chart_title(key, told[0], told[-1]) if told else f"{crisis.title}: nothing reported in this period"
    alt = legends.alt(key, told[0], told[-1], len(claims), len(events)) if told else title
    return Drawing(
        title=Cited(title),
        subtitle=legends.chart_subtitle(key, told[-1]) if told else "Offensives and events, as reported.",
        alt=alt,
        caption=Cited(captions.opening(key, told[-1]) if told else captions.nothing_shown(key)),
        first=first,
        last=last,
        points=tuple(told),
        claims=tuple(selection.rows(claims)),
        events=tuple(selection.rows(events)),
        offensives=tuple(selection.rows(offensives)),
        turning_points=crisis.turning_points,
        sides=lanes.sides_of(crisis.fields),
    )
