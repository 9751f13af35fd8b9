"""Part of a table: by area, measure, days, and by what was known on a day. The one filter of commands, pages and downloads."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from etl import crises, reference, store, tables
from etl.counting.count import Count, count
from etl.counting.intervals import DEFAULT_PROFILE
from etl.counting.profiles import with_profile
from etl.errors import UnknownMeasure, UnknownPlace
from etl.vocabulary import MEASURES

COUNTED = ("figures", "claims", "series")
DAY_COLUMN = {
    "figures": "as_of",
    "claims": "as_of",
    "series": "as_of",
    "events": "started_on",
    "offensives": "started_on",
    "documents": "published_on",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What to take of a table. A missing field takes everything."""

    area: str | None = None
    measure: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    known_on: date | None = None
    profile: str = DEFAULT_PROFILE


def select(name: str, selection: Selection, build: str | None = None) -> pd.DataFrame:
    """Return the selected rows of a table of the build.

    `area` is a code, a name or an alias. Raises UnknownTable, UnknownMeasure, UnknownPlace, NoBuild.
    """
    tables.table_named(name)
    build = build or store.live_build()
    frame = _as_known(name, selection.known_on, selection.profile, build)
    if selection.measure is not None and selection.measure not in MEASURES:
        raise UnknownMeasure(f"{selection.measure!r} is not a measure; there are {', '.join(MEASURES)}")
    if selection.measure is not None and "measure" in frame:
        frame = frame[frame["measure"] == selection.measure]
    if selection.area is not None and "area_code" in frame:
        frame = frame[tables.surely(frame["area_code"] == area_code(selection.area, build))]
    return _between(name, frame, selection).reset_index(drop=True)


def _between(name: str, frame: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    column = DAY_COLUMN.get(name)
    if column and selection.first_day:
        frame = frame[tables.surely(frame[column] >= selection.first_day)]
    if column and selection.last_day:
        frame = frame[tables.surely(frame[column] <= selection.last_day)]
    return frame


def counted(build: str, known_on: date | None = None, profile: str = DEFAULT_PROFILE) -> Count:
    """Return figures, claims and series of a build as known on a day and under a rule profile, roles given anew."""
    crisis = crises.read_crisis(store.read("builds", build)["crisis"].iloc[0])
    figures = with_profile(store.read("figures", build), profile, reference.read_reference().household_size)
    return count(figures, crisis, known_on)


def _as_known(name: str, known_on: date | None, profile: str, build: str | None) -> pd.DataFrame:
    """Return the table as it would have stood on a day: only what was published by then, roles recomputed (rule 13)."""
    if build is None or (known_on is None and (name not in COUNTED or profile == DEFAULT_PROFILE)):
        return store.read(name, build)
    if name in COUNTED:
        frame: pd.DataFrame = getattr(counted(build, known_on, profile), name)
        return frame
    return _published_by(name, known_on, build) if known_on else store.read(name, build)


def _published_by(name: str, known_on: date, build: str) -> pd.DataFrame:
    frame = store.read(name, build)
    if name == "events":
        return frame[tables.surely(frame["known_from"] <= known_on)]
    if name == "offensives":
        started = frame[tables.surely(frame["started_on"] <= known_on)]
        return started.assign(ended_on=started["ended_on"].where(started["ended_on"] <= known_on))
    if name == "documents":
        figures = store.read("figures", build)
        known = figures.loc[tables.surely(figures["known_from"] <= known_on), "document_id"]
        return frame[frame["document_id"].isin(known)]
    return frame


def area_code(name: str, build: str | None = None) -> str:
    """Return the code of an area of the build given by code, name or alias. Raises UnknownPlace for none, or for two."""
    areas = store.read("areas", build)[["area_code", "name", "aliases"]].astype(object)
    wanted = name.strip().casefold()
    codes: set[str] = set()
    for code, own, aliases in areas.to_numpy():
        names = [code, own, *([] if pd.isna(aliases) else aliases.split(";"))]
        if wanted in {text.strip().casefold() for text in names}:
            codes.add(code)
    if len(codes) != 1:
        many = f"names {len(codes)} areas: {', '.join(sorted(codes))}" if codes else "is no area we know"
        raise UnknownPlace(f"{name!r} {many}")
    return next(iter(codes))
