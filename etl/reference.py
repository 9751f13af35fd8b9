"""The facts we keep by hand in data/reference/: areas, speakers, household sizes, offensives, events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pycountry

from etl import cells, raw, tables
from etl.errors import CannotRead, UnknownPlace, UnknownWord
from etl.vocabulary import PlaceAccuracy

Record = dict[str, Any]
FOLDER = Path(__file__).resolve().parents[1] / "data" / "reference"
ACCURACY_BY_LEVEL = {
    0: PlaceAccuracy.ADM0,
    1: PlaceAccuracy.ADM1,
    2: PlaceAccuracy.ADM2,
    3: PlaceAccuracy.ADM3,
    4: PlaceAccuracy.POINT,
}


@dataclass(frozen=True, slots=True)
class HouseholdSize:
    """Persons per household in a country and year, with its bounds and where it is published."""

    country: str
    year: int
    size: float
    low: float
    high: float
    source: str
    url: str


@dataclass(frozen=True)
class Reference:
    """Everything kept by hand, read once. Records carry the column names of their tables."""

    areas: dict[str, Record]
    speakers: dict[str, Record]
    offensives: list[Record]
    events: list[Record]
    household_sizes: dict[tuple[str, int], HouseholdSize]

    @cached_property
    def _codes_by_name(self) -> dict[str, set[str]]:
        codes: dict[str, set[str]] = {}
        for code, area in self.areas.items():
            for name in (code, area["name"], area["name_ar"], *listed(area["aliases"])):
                if name:
                    codes.setdefault(name.casefold(), set()).add(code)
        return codes

    def area_code(self, name: str) -> str:
        """Return the code of an area given by code, name or alias. Raises UnknownPlace for none, or for two."""
        codes = self._codes_by_name.get(name.strip().casefold(), set())
        if len(codes) != 1:
            many = f"names {len(codes)} areas: {', '.join(sorted(codes))}" if codes else "is no area we know"
            raise UnknownPlace(f"{name!r} {many}")
        return next(iter(codes))

    def household_size(self, area_code: str, year: int) -> HouseholdSize | None:
        """Return the household size of the area's country in that year, or None where none is on file."""
        country = pycountry.countries.get(alpha_2=self._country_code(area_code))
        return self.household_sizes.get((country.alpha_3, year)) if country else None

    def _country_code(self, area_code: str) -> str:
        """Return the two letters of the area's country: its topmost parent, or the country a group's name begins with."""
        area = self.areas.get(area_code)
        while area is not None and area["parent_code"]:
            area_code, area = area["parent_code"], self.areas.get(area["parent_code"])
        return area_code.partition("-")[0][:2]

    @cached_property
    def speaker_names(self) -> dict[str, str]:
        """The canonical speaker by every name a text may use, case folded."""
        names = {}
        for speaker, record in self.speakers.items():
            for name in (speaker, *listed(record["aliases"])):
                names[name.casefold()] = speaker
        return names


def listed(cell: str | None) -> list[str]:
    """Return the parts of a semicolon-separated cell."""
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def read_reference(folder: Path = FOLDER) -> Reference:
    """Return the reference facts. Raises CannotRead naming file, row and column for any cell that is wrong."""
    areas = {area["area_code"]: area for area in read_table(folder / "areas.csv", tables.AREAS)}
    speakers = {record["speaker"]: record for record in read_table(folder / "speakers.csv", tables.SPEAKERS)}
    events = [_event(record, areas) for record in read_table(folder / "events.csv", tables.EVENTS, extra=("published_on",))]
    return Reference(
        areas=areas,
        speakers=speakers,
        offensives=read_table(folder / "offensives.csv", tables.OFFENSIVES),
        events=events,
        household_sizes=_household_sizes(folder / "household_sizes.csv"),
    )


def read_table(path: Path, table: tables.Table, extra: tuple[str, ...] = ()) -> list[Record]:
    """Return the typed records of a hand-kept CSV with columns of `table`; raises CannotRead at the first wrong cell."""
    return [
        {name: _value(path, row, name, cell, table, extra) for name, cell in texts.items()} for row, texts in raw.read_rows(path)
    ]


def _value(path: Path, row: int, name: str, cell: str, table: tables.Table, extra: tuple[str, ...]) -> Any:
    if name not in table.names and name not in extra:
        raise CannotRead(f"{path.name}: the table {table.name} has no column {name}")
    parse = cells.parse_day if name in extra else PARSERS[table.column(name).type]
    try:
        value = parse(cell)
    except UnknownWord as error:
        raise CannotRead(f"{path.name}, row {row}, column {name}: {error}") from error
    allowed = table.column(name).allowed if name in table.names else frozenset()
    if value is not None and allowed and value not in allowed:
        raise CannotRead(f"{path.name}, row {row}, column {name}: {value!r} is not one of {', '.join(sorted(allowed))}")
    return value


PARSERS: Mapping[Any, Callable[[str], Any]] = {
    tables.TEXT: cells.parse_text,
    tables.DAY: cells.parse_day,
    tables.COUNT: cells.parse_count,
    tables.REAL: cells.parse_real,
}


def _event(record: Record, areas: Mapping[str, Record]) -> Record:
    """Complete an event of the register with the area's name and point, and the day from which it is known."""
    published_on = record.pop("published_on", None)
    return place_event(record, areas) | {
        "source": "events",
        "known_from": published_on or record["ended_on"] or record["started_on"],
    }


def place_event(record: Record, areas: Mapping[str, Record]) -> Record:
    """Return an event with the name of its area; the point only where it is a sub-district or a place (counting rule 12)."""
    code = record.get("area_code")
    if code is None:
        return record
    if code not in areas:
        raise UnknownPlace(f"event {record.get('event_id')}: {code!r} is no area we know")
    area = areas[code]
    is_exact = area["level"] is not None and area["level"] >= 3
    return record | {
        "area_name": area["name"],
        "latitude": area["latitude"] if is_exact else None,
        "longitude": area["longitude"] if is_exact else None,
        "place_accuracy": record.get("place_accuracy") or _accuracy(area),
    }


def _accuracy(area: Record) -> str | None:
    return ACCURACY_BY_LEVEL[area["level"]].value if area["level"] is not None else None


def _household_sizes(path: Path) -> dict[tuple[str, int], HouseholdSize]:
    sizes = {}
    for row, texts in raw.read_rows(path):
        numbers = {name: cells.parse_real(texts[name]) for name in ("year", "size", "low", "high")}
        if missing := [name for name, number in numbers.items() if number is None]:
            raise CannotRead(f"{path.name}, row {row}: {', '.join(missing)} is missing")
        year = int(numbers["year"] or 0)
        sizes[texts["country"], year] = HouseholdSize(
            country=texts["country"],
            year=year,
            size=float(numbers["size"] or 0),
            low=float(numbers["low"] or 0),
            high=float(numbers["high"] or 0),
            source=texts["source"],
            url=texts["url"],
        )
    return sizes


def areas_frame(reference: Reference) -> pd.DataFrame:
    """Return the areas table."""
    return tables.AREAS.frame(reference.areas.values())
