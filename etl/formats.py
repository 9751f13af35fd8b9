"""Rows as the bytes of a file format, whole or piece by piece; a piece is a frame, so that no file need stand in memory.

For machines, CSV has no byte order mark and every text as it is. For people it opens rightly in a spreadsheet: a byte order
mark, lines that end as Excel ends them, and no text that runs as a formula. An HXL row under the header is an option of both.
"""

import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from etl.columns import Table
from etl.workbook import xlsx_bytes

FORMULA = r"^[=+\-@\t\r\n\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]"
"""How a text begins that a spreadsheet may run; the full-width signs are run under East Asian settings."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def harmless(table: pa.Table) -> pa.Table:
    """Return the rows with an apostrophe before each text that a spreadsheet would run: excerpts are other people's words."""
    columns = [_shown(column) if pa.types.is_string(column.type) else column for column in table.columns]
    return pa.Table.from_arrays(columns, schema=table.schema)


def _shown(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.if_else(pc.match_substring_regex(texts, FORMULA), pc.binary_join_element_wise("'", texts, ""), texts)


def hxl_row(table: Table) -> str:
    """Return the line of HXL hashtags that belongs under the header; a column without one has an empty cell."""
    return ",".join(column.hxl for column in table.columns)


def csv_chunks(frames: Iterable[pd.DataFrame], table: Table, *, for_people: bool = False, hxl: bool = False) -> Iterator[bytes]:
    """Yield UTF-8 CSV, the header first; a missing value is an empty cell, a text stands in quotes."""
    end = "\r\n" if for_people else "\n"
    head = ",".join(table.names) + end + (hxl_row(table) + end if hxl else "")
    yield (BYTE_ORDER_MARK if for_people else b"") + head.encode()
    options = pacsv.WriteOptions(include_header=False, quoting_style="needed", eol=end)
    for frame in frames:
        arrow = table.arrow(frame)
        buffer = io.BytesIO()
        pacsv.write_csv(harmless(arrow) if for_people else arrow, buffer, options)
        yield buffer.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in JSON")


def json_rows(frame: pd.DataFrame, table: Table) -> list[str]:
    """Return each row as a JSON object; a missing value is null, a day is text as 2020-01-28."""
    return [json.dumps(row, ensure_ascii=False, default=_cell) for row in table.arrow(frame).to_pylist()]


def json_chunks(frames: Iterable[pd.DataFrame], table: Table) -> Iterator[bytes]:
    """Yield a JSON array of records, one a line."""
    before = "[\n"
    for frame in frames:
        if rows := json_rows(frame, table):
            yield (before + ",\n".join(rows)).encode()
            before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


class _Sink(io.RawIOBase):
    """What Parquet writes, to be taken away piece by piece."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        """Return that it takes bytes."""
        return True

    def write(self, data: Any) -> int:
        """Keep the bytes until they are taken; return how many."""
        self._parts.append(bytes(data))
        return len(self._parts[-1])

    def take(self) -> bytes:
        """Return what was written since the last time."""
        taken, self._parts = b"".join(self._parts), []
        return taken


def parquet_chunks(frames: Iterable[pd.DataFrame], table: Table) -> Iterator[bytes]:
    """Yield Parquet with the definitions in the field metadata."""
    sink = _Sink()
    with pq.ParquetWriter(sink, table.schema(), compression="zstd") as writer:
        for frame in frames:
            if len(frame):
                writer.write_table(table.arrow(frame))
            yield sink.take()
    yield sink.take()


def csv_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return CSV for machines."""
    return b"".join(csv_chunks([frame], _narrowed(table, frame)))


def json_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return a JSON array of records."""
    return b"".join(json_chunks([frame], _narrowed(table, frame)))


def parquet_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return Parquet with the definitions in the field metadata."""
    return b"".join(parquet_chunks([frame], _narrowed(table, frame)))


def _narrowed(table: Table, frame: pd.DataFrame) -> Table:
    """Return the declaration of the columns a frame has, in its order."""
    columns: Sequence[str] = list(frame.columns)
    return Table(table.name, table.definition, (), tuple(table.column(name) for name in columns))


FORMATS: dict[str, Callable[[pd.DataFrame, Table], bytes]] = {
    "csv": csv_bytes,
    "json": json_bytes,
    "parquet": parquet_bytes,
    "xlsx": xlsx_bytes,
}
