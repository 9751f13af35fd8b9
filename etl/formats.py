"""A frame as the bytes of a file format."""

import io
import json
from collections.abc import Callable

import pandas as pd
import pyarrow.parquet as pq

from etl.tables import Table


def csv_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return UTF-8 CSV without a byte order mark, for machines; a missing value is an empty cell."""
    return frame.to_csv(index=False).encode()


def json_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return a JSON array of records; a missing value is null, a day is text as 2020-01-28."""
    return (json.dumps(table.arrow(frame).to_pylist(), ensure_ascii=False, default=str, indent=1) + "\n").encode()


def parquet_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return Parquet with the definitions in the field metadata."""
    buffer = io.BytesIO()
    pq.write_table(table.arrow(frame), buffer, compression="zstd")
    return buffer.getvalue()


FORMATS: dict[str, Callable[[pd.DataFrame, Table], bytes]] = {"csv": csv_bytes, "json": json_bytes, "parquet": parquet_bytes}
