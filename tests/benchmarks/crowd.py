"""A build of the default crisis grown to a million figures and a million events: each row of it many times, never twice the same.

    python -m tests.benchmarks.crowd FOLDER [ROWS]

A copy says another number (up to a tenth more) on a day up to four weeks later, so that the copies crowd the days, places and
lines of the default crisis instead of making new ones.
"""

import os
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from etl import crises, pipeline, store
from etl.columns import arrow_frame
from etl.counting.count import count
from etl.tables import TABLES

ROWS = 1_000_000
DAYS = 28
SIDES = [f"{unit}_{side}" for unit in ("reported", "people") for side in ("low", "value", "high")]
SHIFTED = ["as_of", "known_from", "published_on", "started_on", "ended_on"]


def grown(name: str, id_column: str, n_rows: int) -> pd.DataFrame:
    """Return so many rows made from the rows of a table of the live build, each with an id of its own."""
    frame = store.read(name)
    row = np.arange(n_rows) % len(frame)
    copy = np.arange(n_rows) // len(frame)
    found = frame.iloc[row].reset_index(drop=True)
    found[id_column] = found[id_column].astype(str) + "-" + pd.Series(copy).astype(str)
    for side in found.columns.intersection(SIDES):
        found[side] = (found[side].astype("Float64") * (1 + copy % 101 / 1000)).round().astype("Int64")
    for day in found.columns.intersection(SHIFTED):
        found[day] = (pd.to_datetime(found[day]) + pd.to_timedelta(copy % DAYS, unit="D")).dt.date
    return arrow_frame(TABLES[name].arrow(found))


def build(folder: Path, n_rows: int = ROWS) -> None:
    """Write the build into a folder of tables and leave it live there."""
    os.environ["NUZUH_DATA"] = str(folder)
    pipeline.build()
    small = {name: store.read(name) for name in TABLES}
    crisis = crises.read_crisis(small["builds"]["crisis"].iloc[0])
    counted = count(grown("figures", "figure_id", n_rows), crisis)
    large = small | {"events": grown("events", "event_id", n_rows)}
    large |= {"figures": counted.figures, "claims": counted.claims, "series": counted.series}
    n = {name: len(frame) for name, frame in large.items()}
    sys.stdout.write(f"{n}\n")
    build_id = f"{small['builds']['build_id'].iloc[0]}-grown"
    large["builds"] = large["builds"].assign(build_id=build_id)
    with store.new_build(build_id) as new:
        for name, table in TABLES.items():
            new.write(table, large[name])


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROWS)
