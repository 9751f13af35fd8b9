"""Part of a table: by area, measure, days, and by what was known on a day. The one filter of commands, pages and downloads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock

import pandas as pd

from etl import crises, reference, store, tables
from etl.counting.count import Count, count
from etl.counting.intervals import DEFAULT_PROFILE, profile_named
from etl.counting.profiles import with_profile
from etl.errors import NoBuild, UnknownMeasure, UnknownPlace
from etl.small_numbers import floor_of, floored
from etl.vocabulary import MEASURES

COUNTED = ("figures", "claims", "series")
KEPT_COUNTS = 2
"""How many counts for other days or rules stay in memory: pages of one question follow each other."""
_COUNTING = Lock()
HINDSIGHT = "This record was written afterwards; what it says of days after the one chosen is not shown."
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

    `area` is a code, a name or an alias. Counts under the crisis's floor are shown as such (`etl.small_numbers`). Raises
    UnknownTable, UnknownMeasure, UnknownPlace, UnknownWord for a profile there is not, NoBuild.
    """
    build = _checked(name, selection, build)
    keep = _keep(name, selection, build)
    frame = _recounted(name, selection, build) if is_recounted(name, selection) else store.read(name, build)
    return keep(frame).reset_index(drop=True)


def batches(name: str, selection: Selection, build: str | None = None, start: int = 0) -> Iterator[pd.DataFrame]:
    """Return the rows of `select` piece by piece, of the table's rows from `start` on; the index is the row's number there.

    One piece is in memory at a time, except where roles are counted anew. Raises what `select` raises, at the call.
    """
    build = _checked(name, selection, build)
    keep = _keep(name, selection, build)
    if is_recounted(name, selection):
        frame = _recounted(name, selection, build).iloc[start:]
        pieces = (frame.iloc[at : at + store.ROWS_A_BATCH] for at in range(0, len(frame), store.ROWS_A_BATCH))
        return map(keep, pieces)
    return map(keep, store.batches(name, build, start))


def _checked(name: str, selection: Selection, build: str | None) -> str:
    tables.table_named(name)
    profile_named(selection.profile)
    if selection.measure is not None and selection.measure not in MEASURES:
        raise UnknownMeasure(f"{selection.measure!r} is not a measure; there are {', '.join(MEASURES)}")
    build = build or store.live_build()
    if build is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    return build


def is_recounted(name: str, selection: Selection) -> bool:
    """Return whether a selection needs claims, roles and series counted anew: by another day's knowledge or other rules."""
    return name in COUNTED and (selection.known_on is not None or selection.profile != DEFAULT_PROFILE)


def _recounted(name: str, selection: Selection, build: str) -> pd.DataFrame:
    frame: pd.DataFrame = getattr(recounted(build, selection.known_on, selection.profile), name)
    return frame.reset_index(drop=True)


def recounted(build: str, known_on: date | None, profile: str) -> Count:
    """Return what `counted` returns, kept for the next call: nobody changes it."""
    with _COUNTING:
        return _kept_count(str(store.tables_folder()), build, known_on, profile)


@lru_cache(maxsize=KEPT_COUNTS)
def _kept_count(folder: str, build: str, known_on: date | None, profile: str) -> Count:
    return counted(build, known_on, profile)


def _keep(name: str, selection: Selection, build: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return the function from rows of a table to those selected, in their order and with their numbers."""
    code = area_code(selection.area, build) if selection.area is not None else None
    as_known = _published_by(name, selection.known_on, build) if name not in COUNTED and selection.known_on else None
    floor = floor_of(build)

    def keep(frame: pd.DataFrame) -> pd.DataFrame:
        frame = as_known(frame) if as_known else frame
        if selection.measure is not None and "measure" in frame:
            frame = frame[tables.surely(frame["measure"] == selection.measure)]
        if code is not None and "area_code" in frame:
            frame = frame[tables.surely(frame["area_code"] == code)]
        return floored(name, _between(name, frame, selection), floor)

    return keep


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


def _published_by(name: str, known_on: date, build: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return the function from rows to those that had been published by a day (rule 13)."""
    if name == "documents":
        figures = store.read("figures", build)
        known = set(figures.loc[tables.surely(figures["known_from"] <= known_on), "document_id"])
        return lambda frame: frame[frame["document_id"].isin(known)]
    if name == "events":
        return lambda frame: frame[tables.surely(frame["known_from"] <= known_on)]
    if name == "offensives":
        return lambda frame: _begun_by(frame, known_on)
    return lambda frame: frame


def _begun_by(offensives: pd.DataFrame, known_on: date) -> pd.DataFrame:
    """Return the offensives that had begun by a day; of one that had not ended, name, parties and outcome are left out.

    Our record was written afterwards, and names such as "December to March" tell the end.
    """
    begun = offensives[tables.surely(offensives["started_on"] <= known_on)]
    has_ended = tables.surely(begun["ended_on"] <= known_on)
    kinds = ["Offensive" if is_whole else "Phase" for is_whole in begun["part_of"].isna()]
    names = [f"{kind} begun on {first.day} {first:%b %Y}" for kind, first in zip(kinds, begun["started_on"], strict=True)]
    return begun.assign(
        ended_on=begun["ended_on"].where(has_ended),
        name=begun["name"].where(has_ended, pd.Series(names, index=begun.index, dtype=begun["name"].dtype)),
        parties=begun["parties"].where(has_ended, "named afterwards"),
        summary=begun["summary"].where(has_ended, HINDSIGHT),
    )


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
