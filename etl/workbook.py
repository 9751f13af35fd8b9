"""Rows as an Excel workbook: the data, what each column means, where it comes from, and what was asked for.

Cells are written by type: a day is a day, a count a number, a text never a formula or a link. Rows go to disk as they come.
"""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from etl.columns import Table

ROWS_OF_A_SHEET = 1_048_576
CELL = 32_767
"""Excel's own limits: rows of a sheet, characters of a cell."""
TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WHEN = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The day every workbook names as its making, so that the same rows give the same bytes."""
DICTIONARY = ("column", "type", "unit", "hxl", "definition", "allowed")

Sheet = Sequence[Mapping[str, Any]]


def dictionary_rows(table: Table) -> list[dict[str, str]]:
    """Return one record a column: name, type, unit, HXL tag, definition, allowed words."""
    return [
        dict(
            zip(
                DICTIONARY,
                (one.name, str(one.type), one.unit, one.hxl, one.definition, ", ".join(sorted(one.allowed))),
                strict=True,
            )
        )
        for one in table.columns
    ]


def write_workbook(
    path: Path, frames: Iterable[pd.DataFrame], table: Table, *, sources: Sheet = (), selection: Sheet = (), hxl: bool = False
) -> None:
    """Write a workbook with the sheets data, dictionary, sources and selection.

    Raises ValueError for more rows than a sheet holds.
    """
    options = {"constant_memory": True, "in_memory": False, "default_date_format": "yyyy-mm-dd"} | TEXT_ONLY
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": f"Nuzuh: {table.name}", "comments": table.definition, "created": WHEN})
        data = book.add_worksheet("data")
        _head(data, table, hxl=hxl)
        row = 1 + hxl
        for frame in frames:
            for cells in table.arrow(frame).to_pylist():
                if row >= ROWS_OF_A_SHEET:
                    raise ValueError(f"a sheet holds {ROWS_OF_A_SHEET:,} rows at most")
                _write_row(data, row, cells.values())
                row += 1
        for name, records in (("dictionary", dictionary_rows(table)), ("sources", sources), ("selection", selection)):
            _write_records(book.add_worksheet(name), records)


def _head(sheet: Worksheet, table: Table, *, hxl: bool) -> None:
    sheet.freeze_panes(1 + hxl, 0)
    sheet.set_column(0, len(table.columns) - 1, 16)
    _write_row(sheet, 0, table.names)
    if hxl:
        _write_row(sheet, 1, (column.hxl for column in table.columns))


def _write_records(sheet: Worksheet, records: Sheet) -> None:
    sheet.set_column(0, 9, 28)
    if records:
        _write_row(sheet, 0, records[0])
    for row, record in enumerate(records, start=1):
        _write_row(sheet, row, record.values())


def _write_row(sheet: Worksheet, row: int, cells: Iterable[Any]) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, str):
            sheet.write_string(row, column, value[:CELL])
        elif isinstance(value, datetime):
            # Excel knows no zones: a moment is text, as everywhere else.
            sheet.write_string(row, column, value.isoformat())
        elif value is not None:
            sheet.write(row, column, value)


def xlsx_bytes(frame: pd.DataFrame, table: Table, *, sources: Sheet = (), selection: Sheet = (), hxl: bool = False) -> bytes:
    """Return a workbook of one frame, which may have some of the table's columns."""
    named = Table(table.name, table.definition, (), tuple(table.column(str(name)) for name in frame.columns))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write_workbook(path, [frame], named, sources=sources, selection=selection, hxl=hxl)
        return path.read_bytes()
