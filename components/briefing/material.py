"""What a briefing is made from: one selection of one build, read once through the filter that exports and pages use.

A selection is a crisis, an area, a period, the day from whose knowledge we look, and the rule profile. What it does not say comes
from the crisis file: the area, the measure, the first day of its running total.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from components import captions, horizon, mapping, selection, wording
from components.briefing.audiences import DEFAULT_AUDIENCE
from components.briefing.earlier import Earlier, read_earlier
from components.briefing.model import Row
from components.briefing.names import named, with_names
from components.briefing.places import Places, codes_within, read_places
from components.briefing.points import Count, read_counts
from components.crisis_words import in_language, with_own_names
from components.selection import SeriesKey
from components.wording import _
from etl import crises, store
from etl.counting import signals
from etl.counting.intervals import DEFAULT_PROFILE, profile_named
from etl.counting.signals import Signal
from etl.crises import Crisis
from etl.errors import CannotRead, NoBuild
from etl.select import Selection, area_code, select
from etl.vocabulary import MEASURES, Role

MOST_CITED = 5_000
"""How many claims, points and events a briefing may have to cite: some four times the default crisis. Beyond that no reader
reads it to its end, and a page of tens of megabytes opens nowhere."""
SELECTED = ("series", "claims", "figures", "events", "offensives")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a briefing is asked for. A missing field is taken from the crisis.

    `reviewed_by` signs it, at `reviewed_at` (UTC). `previous` is the day on which the previous briefing was known, where it is
    wanted what changed since then.
    """

    crisis_id: str = crises.DEFAULT_CRISIS
    area: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    known_on: date | None = None
    audience: str = DEFAULT_AUDIENCE
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None
    language: str = wording.DEFAULT
    profile: str = DEFAULT_PROFILE
    previous: date | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """The rows of one selection on one build. `inside` are the codes of the area and its parts.

    `count` is missing where nothing was reported; `others` are all further series.
    `earlier` is what was known on the day of the previous briefing, missing where none is asked for.
    """

    asked: Asked
    build: Row
    crisis: Crisis
    area_code: str
    area_name: str
    inside: frozenset[str]
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
    signals: tuple[Signal, ...]
    earlier: Earlier | None

    @property
    def hash(self) -> str:
        """The SHA-256 of the selection: the same words for the same selection, whatever the build or the language."""
        asked = [self.crisis.crisis_id, self.area_code, self.measure, self.count.key.slug if self.count else None]
        days = [str(day) if day else None for day in (self.first, self.last, self.asked.known_on, self.asked.previous)]
        return hashlib.sha256(json.dumps([*asked, *days, self.asked.profile, self.asked.audience]).encode()).hexdigest()


def read_material(asked: Asked, build: str | None = None) -> Material:
    """Return the rows of a selection, all of one build (the live one by default), areas named in the language of the moment.

    Raises NoBuild, UnknownCrisis, UnknownPlace, UnknownWord for a profile there is not, or CannotRead for a build of another
    crisis, for days the wrong way round, for a previous briefing that is not earlier, and for more than a briefing can cite.
    """
    profile_named(asked.profile)
    build = build or _live_build()
    crisis = _crisis(asked, build)
    code = area_code(asked.area or crisis.area, build)
    areas = named(store.read("areas", build))
    known = Selection(known_on=asked.known_on, profile=asked.profile)
    tables = {name: _spoken(name, with_names(select(name, known, build), areas), crisis) for name in SELECTED}
    here = tables["series"][tables["series"]["area_code"].eq(code).fillna(False)]
    key = _key(here, crisis, asked)
    first, last = _period(asked, crisis, key, here)
    figures, within = tables["figures"], selection.between(here, first, last)
    claims = _claims(figures, tables["claims"], key, first, last)
    events = selection.between(tables["events"], first, last, start="started_on", end="ended_on")
    _refuse_too_much(len(claims) + len(events) + len(within))
    counts = read_counts(within, figures)
    inside = codes_within(areas, code)
    shown = set(areas["area_code"]) if code == crisis.area else inside
    return Material(
        asked=asked,
        build=selection.rows(store.read("builds", build))[0],
        crisis=horizon.as_known(crisis, tables["events"], asked.known_on),
        area_code=code,
        area_name=dict(selection.pairs(areas, "area_code", "name"))[code],
        inside=frozenset(inside),
        measure=key.measure if key else crisis.default_measure,
        first=first,
        last=last,
        count=next((count for count in counts if count.key == key), None),
        others=tuple(count for count in counts if count.key != key),
        claims=_rows(claims),
        uncoded=_uncoded(figures, first, last),
        figures={row["figure_id"]: row for row in selection.rows(figures)},
        documents={row["document_id"]: row for row in selection.rows(store.read("documents", build))},
        events=_rows(mapping.placed(events, areas).sort_values(["started_on", "event_id"])),
        offensives=_rows(selection.ongoing(tables["offensives"], first, last)),
        places=read_places(tables, areas, first, last, inside=shown, key=key, crisis=crisis),
        signals=_signals(tables, crisis, first, last, shown),
        earlier=_earlier(asked, build, areas, code, key, first, last),
    )


def _spoken(name: str, frame: pd.DataFrame, crisis: Crisis) -> pd.DataFrame:
    return frame if wording.language() == wording.DEFAULT else with_own_names(name, frame, crisis)


def _refuse_too_much(n_rows: int) -> None:
    if n_rows > MOST_CITED:
        words = _("This period holds {n} claims and events, more than the {most} a briefing can cite. Choose a shorter period.")
        raise CannotRead(words.format(n=captions.number(n_rows), most=captions.number(MOST_CITED)))


def _live_build() -> str:
    live = store.live_build()
    if live is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    return live


def _rows(frame: pd.DataFrame) -> tuple[Row, ...]:
    return tuple(selection.rows(frame))


def _crisis(asked: Asked, build: str) -> Crisis:
    crisis = crises.read_crisis(asked.crisis_id)
    built = store.read("builds", build)["crisis"].iloc[0]
    if built != crisis.crisis_id:
        raise CannotRead(f"the live build is of the crisis {built!r}; run `python -m etl build --crisis {crisis.crisis_id}`")
    return in_language(crisis)


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
    return reported[-1] + horizon.AFTERWARDS if reported else None


def _claims(figures: pd.DataFrame, claims: pd.DataFrame, key: SeriesKey | None, first: date, last: date) -> pd.DataFrame:
    if key is None:
        return claims.head(0)
    return selection.between(selection.claims(selection.keyed(figures), claims, key), first, last)


def _uncoded(figures: pd.DataFrame, first: date, last: date) -> tuple[Row, ...]:
    """Return the asserted figures of the period whose place has no code: they are in no series of any area."""
    found = selection.between(figures[figures["area_code"].isna() & figures["modality"].eq("asserted")], first, last)
    return _rows(found.sort_values(["as_of", "figure_id"]))


def _signals(tables: dict[str, pd.DataFrame], crisis: Crisis, first: date, last: date, inside: set[str]) -> tuple[Signal, ...]:
    """Return the surges of the period in the areas that the crisis file lists, the latest first."""
    series = tables["series"][tables["series"]["area_code"].isin(inside.intersection(crisis.areas))]
    found = signals.find_signals(series, tables["figures"], signals.thresholds_of(crisis))
    told = [one for one in found if first <= one.as_of <= last]
    return tuple(sorted(told, key=lambda one: (one.as_of, one.measure, one.area_code), reverse=True))


def _earlier(
    asked: Asked, build: str, areas: pd.DataFrame, code: str, key: SeriesKey | None, first: date, last: date
) -> Earlier | None:
    if asked.previous is None:
        return None
    if asked.known_on and asked.previous >= asked.known_on:
        raise CannotRead(
            f"the previous briefing's day, {asked.previous}, is not before {asked.known_on}, the day this one is known on"
        )
    known = Selection(known_on=asked.previous, profile=asked.profile)
    return read_earlier(known, build, areas, area_code=code, key=key, first=first, last=last)


def beside(material: Material) -> tuple[Row, ...]:
    """Return the claims that stand beside the line, oldest first: other speakers, and rounder numbers of the same ones."""
    return tuple(claim for claim in material.claims if claim["role"] == Role.TRIANGULATION)
