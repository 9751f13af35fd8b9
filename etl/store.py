"""The only reader and writer of Parquet. A build is all or nothing.

A build is written to a hidden folder of its own, flushed to disk, renamed, and only then named in `current.json`,
which is replaced in one step. Whatever moment a build is killed at, readers see the last whole build.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import filelock
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl import tables
from etl.columns import arrow_frame
from etl.errors import CannotRead, NoBuild

ROOT = Path(__file__).resolve().parents[1]
CURRENT = "current.json"
PARTIAL = ".partial-"
KEPT_BUILDS = 3
"""Builds that stay on disk, so that a reader who began on an older one can finish."""
ROWS_A_GROUP = 16_384
"""Rows that Parquet keeps together: what one step of a stream holds in memory."""
ROWS_A_BATCH = 8_192
BYTES_READ_AHEAD = 65_536


def tables_folder() -> Path:
    """Return the folder of the builds: NUZUH_DATA, else data/tables of this checkout."""
    return Path(os.environ.get("NUZUH_DATA") or ROOT / "data" / "tables")


def live_build() -> str | None:
    """Return the id of the live build, or None when nothing has been built. Raises CannotRead for a broken pointer."""
    pointer = tables_folder() / CURRENT
    try:
        written = pointer.stat()
        return _named(pointer, (written.st_ino, written.st_mtime_ns, written.st_size))
    except FileNotFoundError:
        return None
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise CannotRead(f"{pointer.name} does not name a build; run `python -m etl build`") from error


@lru_cache(maxsize=8)
def _named(pointer: Path, written: tuple[int, int, int]) -> str:
    """Return the build that a pointer names; read once for each file that took its place, as a page asks some thirty times."""
    return str(json.loads(pointer.read_text(encoding="utf-8"))["build_id"])


def read(name: str, build: str | None = None) -> pd.DataFrame:
    """Return one table of the build (the live one by default), typed as declared.

    Pass the same `build` to several calls to read one whole build. Raises NoBuild, UnknownTable, or CannotRead for a
    file that is missing or broken.
    """
    with _open(name, build) as file:
        return arrow_frame(file.read())


def batches(name: str, build: str | None = None, start: int = 0) -> Iterator[pd.DataFrame]:
    """Return a table piece by piece from a row on, so that a large one never stands in memory; the index is the row's number.

    Raises what `read` raises, at the first piece.
    """
    with _open(name, build) as file:
        ends = np.cumsum([file.metadata.row_group(k).num_rows for k in range(file.num_row_groups)], dtype=np.int64)
        first = int(np.searchsorted(ends, start, side="right"))
        at = int(ends[first - 1]) if first else 0
        for batch in file.iter_batches(ROWS_A_BATCH, row_groups=range(first, len(ends))):
            skipped = max(start - at, 0)
            if skipped < batch.num_rows:
                frame = arrow_frame(pa.Table.from_batches([batch.slice(skipped)]))
                yield frame.set_axis(pd.RangeIndex(at + skipped, at + batch.num_rows))
            at += batch.num_rows


def lookup(name: str, columns: Sequence[str], build: str | None, key: str, wanted: Iterable[str]) -> pd.DataFrame:
    """Return some columns of the rows whose `key` is among the wanted, in their order. Raises what `read` raises."""
    values = pa.array(list(dict.fromkeys(wanted)), pa.string())
    with _open(name, build) as file:
        found = [
            batch.filter(pc.is_in(batch.column(key), value_set=values)).select(list(columns))
            for batch in file.iter_batches(ROWS_A_GROUP, columns=list({*columns, key}))
        ]
        schema = pa.schema([tables.table_named(name).column(column).field() for column in columns])
    return arrow_frame(pa.Table.from_batches(found, schema=found[0].schema if found else schema))


@contextmanager
def _open(name: str, build: str | None) -> Iterator[pq.ParquetFile]:
    """Give the Parquet file of a table; what goes wrong while it is read is CannotRead too."""
    table = tables.table_named(name)
    build = build or live_build()
    if build is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    path = tables_folder() / build / f"{name}.parquet"
    try:
        # A single file, read as such: a hive-style folder name must never add a column.
        with pq.ParquetFile(path, pre_buffer=False, buffer_size=BYTES_READ_AHEAD) as file:
            if file.schema_arrow.names != table.names:
                raise CannotRead(f"{path.name} of build {build} has other columns than this version; run `python -m etl build`")
            yield file
    except (OSError, pa.ArrowInvalid) as error:
        raise CannotRead(f"{path.name} of build {build} cannot be read; run `python -m etl build`") from error


@dataclass(frozen=True, slots=True)
class NewBuild:
    """A build being written. `write` refuses a frame that breaks its declaration."""

    build_id: str
    folder: Path

    def write(self, table: tables.Table, frame: pd.DataFrame) -> None:
        """Write one table; raises TableRejected with every problem of the frame."""
        table.check(frame)
        path = self.folder / f"{table.name}.parquet"
        pq.write_table(table.arrow(frame), path, compression="zstd", row_group_size=ROWS_A_GROUP)


@contextmanager
def new_build(build_id: str) -> Iterator[NewBuild]:
    """Give a build to write into; it goes live when the block ends, and leaves nothing behind when it raises.

    One build runs at a time in a folder; a second one waits for the first.
    """
    folder = tables_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with filelock.FileLock(folder / ".lock"):
        _remove(folder.glob(f"{PARTIAL}*"))
        partial = folder / f"{PARTIAL}{build_id}"
        partial.mkdir()
        try:
            yield NewBuild(build_id, partial)
            _go_live(folder, partial, build_id)
        finally:
            _remove([partial])


def _go_live(folder: Path, partial: Path, build_id: str) -> None:
    for path in [*partial.iterdir(), partial]:
        _flush(path)
    partial.rename(folder / build_id)
    pointer = folder / f"{CURRENT}.new"
    pointer.write_text(json.dumps({"build_id": build_id}) + "\n", encoding="utf-8")
    _flush(pointer)
    pointer.replace(folder / CURRENT)
    _flush(folder)
    _remove(_finished(folder)[:-KEPT_BUILDS])


def _finished(folder: Path) -> list[Path]:
    """Return the folders of finished builds, oldest first; build ids begin with the time."""
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(folders: Any) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
