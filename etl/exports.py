"""One table as it leaves: the rows of `select` in a format, without what may not be passed on, and what a reader must know."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from etl import citation, crises, formats, store, tables
from etl.citation import cite, cited_table
from etl.columns import Table
from etl.errors import CannotRead
from etl.redistribution import LeftOut, left_out, permitted, terms_of
from etl.select import Selection, batches
from etl.workbook import write_workbook

HXL_FORMATS = ("csv", "xlsx")
SHEET_ROWS = 100_000
"""The most rows of a workbook: beyond that, CSV or Parquet open faster and lose nothing."""


@dataclass(frozen=True, slots=True)
class Export:
    """One table of a selection of a build. `for_people` adds the citation to each row and makes text harmless in spreadsheets.

    `is_shared` leaves out what may not be passed on; without it, everything that is on this machine is given.
    """

    name: str
    selection: Selection
    build: str
    for_people: bool = False
    hxl: bool = False
    is_shared: bool = True

    @property
    def table(self) -> Table:
        """The declaration of the columns that leave."""
        return cited_table(self.name) if self.for_people else tables.table_named(self.name)

    def frames(self, start: int = 0) -> Iterator[pd.DataFrame]:
        """Return the rows piece by piece, of the table's rows from `start` on. Raises what `select` raises, at the call."""
        pieces = batches(self.name, self.selection, self.build, start)
        if self.is_shared:
            terms = terms_of(self.build, self.selection)
            pieces = (permitted(self.name, piece, terms) for piece in pieces)
        return (cite(self.name, piece, self.build) for piece in pieces) if self.for_people else iter(pieces)

    def page(self, start: int, most: int) -> tuple[pd.DataFrame, int | None]:
        """Return at most so many rows from a row on, and the row the next page starts at; None where there is none."""
        found: list[pd.DataFrame] = []
        n_found = 0
        for piece in self.frames(start):
            found.append(piece.iloc[: most + 1 - n_found])
            n_found += len(found[-1])
            if n_found > most:
                break
        frame = pd.concat(found) if found else self.table.frame([])
        return frame.iloc[:most], int(frame.index[most]) if n_found > most else None

    def left_out(self) -> list[LeftOut]:
        """Return what stays here, and why."""
        return left_out(self.name, self.selection, self.build) if self.is_shared else []


def chunks(export: Export, form: str) -> Iterator[bytes]:
    """Return the bytes of an export as csv, json, parquet or xlsx, piece by piece. Raises what `select` raises, at the call.

    Raises CannotRead for an HXL row on a table whose columns have no tags, or in a format that has no place for one.
    """
    if export.hxl:
        checked_hxl(export.table)
        if form not in HXL_FORMATS:
            raise CannotRead(f"{form} has no row for HXL tags; it is for {' and '.join(HXL_FORMATS)}")
    if form == "xlsx":
        return _workbook_bytes(export)
    frames = export.frames()
    if form == "csv":
        return formats.csv_chunks(frames, export.table, for_people=export.for_people, hxl=export.hxl)
    if form == "json":
        return formats.json_chunks(frames, export.table)
    return formats.parquet_chunks(frames, export.table)


def _workbook_bytes(export: Export) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        workbook(export, path)
        return iter([path.read_bytes()])


def checked_hxl(table: Table) -> None:
    """Raise CannotRead for a table whose columns have no HXL tags."""
    if not any(column.hxl for column in table.columns):
        raise CannotRead(f"the columns of {table.name} have no HXL tags")


def workbook(export: Export, path: Path) -> None:
    """Write an export as an Excel workbook with the sheets data, dictionary, sources and selection.

    Raises CannotRead where there are more rows than a workbook takes.
    """
    if export.hxl:
        checked_hxl(export.table)
    shown = [{"what": name, "value": str(value)} for name, value in selection_record(export).items()]
    shown += [{"what": "left out", "value": one.reason} for one in export.left_out()]
    frames = _at_most(export.frames(), SHEET_ROWS)
    write_workbook(path, frames, export.table, sources=sources(export), selection=shown, hxl=export.hxl)


def _at_most(frames: Iterator[pd.DataFrame], most: int) -> Iterator[pd.DataFrame]:
    n_rows = 0
    for frame in frames:
        n_rows += len(frame)
        if n_rows > most:
            raise CannotRead(f"a workbook takes {most:,} rows at most; narrow the selection, or ask for csv or parquet")
        yield frame


def selection_record(export: Export) -> dict[str, Any]:
    """Return what was asked for, in the words of the command line; what was not narrowed is left out."""
    asked, build = export.selection, store.read("builds", export.build).iloc[0]
    record = {
        "table": export.name,
        "area": asked.area,
        "measure": asked.measure,
        "from": asked.first_day,
        "to": asked.last_day,
        "known_on": asked.known_on,
        "profile": asked.profile,
        "crisis": build["crisis"],
        "build_id": build["build_id"],
        "rules": build["rules"],
    }
    return {name: str(value) for name, value in record.items() if value is not None}


def sources(export: Export) -> list[dict[str, Any]]:
    """Return the publishers of the rows with the terms of each and how many rows are theirs, the most rows first."""
    name = export.name
    if "licence" not in cited_table(name).names:
        return []
    counts: Counter[tuple[str, str]] = Counter()
    plain = Export(name, export.selection, export.build, for_people=True, is_shared=export.is_shared)
    for frame in plain.frames():
        counts.update(zip(frame["publisher"], frame["licence"], strict=True))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return [{"publisher": publisher, "licence": licence, "n_rows": n_rows} for (publisher, licence), n_rows in ranked]


def about(export: Export) -> dict[str, Any]:
    """Return what a reader must know of an export: what was asked, the columns, publishers and terms, and what was left out."""
    return {
        "selection": selection_record(export),
        "definition": export.table.definition,
        "columns": dictionary(export.table),
        "sources": sources(export),
        "left_out": [{"table": one.table, "n_rows": one.n_rows, "reason": one.reason} for one in export.left_out()],
        "citation": cited_as(export.build),
    }


def dictionary(table: Table) -> list[dict[str, Any]]:
    """Return one record a column: name, type, unit, HXL tag, definition, allowed words."""
    return [
        {"name": one.name, "type": str(one.type), "unit": one.unit, "hxl": one.hxl, "definition": one.definition}
        | ({"allowed": sorted(one.allowed)} if one.allowed else {})
        for one in table.columns
    ]


def cited_as(build: str) -> str:
    """Return how to cite what leaves: by what it is, whom it rests on, and the rules that made it."""
    record = store.read("builds", build).iloc[0]
    title = crises.read_crisis(record["crisis"]).title
    return (
        f"Nuzuh, {title}: what was reported about displacement, counting rules version {record['rules']}. "
        f"Numbers are credited to the speaker and publisher of each row. Kept by hand: {citation.KEPT_BY_HAND}."
    )
