"""Counting 1,000,000 figures in 1,000,000 areas, as a ratio to a pandas sort of the same frame by its six key columns.

    python -m tests.benchmarks.bench_counting [ROWS]

Prints the ratio for a quarter and for all of the rows: a ratio that stays put means that counting grows as sorting does.
"""

import sys
import time
from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa

from etl import tables
from etl.columns import arrow_frame
from etl.counting.count import count
from etl.crises import read_crisis

KEYS = ["measure", "unit", "area_code", "area_role", "period_start", "as_of"]
REPEATED = {
    "source": "bench", "publisher": "p", "speaker": "OCHA", "published_on": date(2020, 1, 30), "measure": "new_displacement",
    "kind": "flow", "unit": "persons", "quantifier": "exact", "period_start": date(2019, 12, 1), "as_of": date(2020, 1, 27),
    "accuracy": "day", "area_role": "origin", "subgroup": "all", "modality": "asserted", "phrase": "words",
    "rule_id": "interval/exact", "confidence": "high", "known_from": date(2020, 1, 30),
}  # fmt: skip


def figures(n_rows: int, n_areas: int) -> pd.DataFrame:
    """Return n_rows figures spread over n_areas, in no order."""
    numbers = np.random.default_rng(7)
    order = numbers.permutation(n_rows)
    people = numbers.integers(1, 1_000_000, n_rows)
    days = np.datetime64("2020-01-01") + (order // n_areas).astype("timedelta64[D]")
    varied = {
        "figure_id": pa.array([f"figure-{i:09d}" for i in order]),
        "document_id": pa.array([f"document-{i % 1000}" for i in order]),
        "area_code": pa.array([f"area-{i % n_areas:09d}" for i in order]),
        "as_of": pa.array(days),
    } | {name: pa.array(people) for name in ("reported_value", "people_low", "people_value", "people_high")}
    columns = []
    for column in tables.FIGURES.columns:
        if column.name in varied:
            columns.append(varied[column.name].cast(column.type))
        else:
            columns.append(pa.array([REPEATED.get(column.name)] * n_rows, type=column.type))
    return arrow_frame(pa.Table.from_arrays(columns, schema=tables.FIGURES.schema()))


def seconds(work: Callable[[], object]) -> float:
    """Return the best of three runs, in seconds."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main(n_rows: int) -> None:
    """Print seconds and ratios."""
    crisis = read_crisis()
    for rows, areas in ((n_rows // 4, n_rows // 4), (n_rows, n_rows), (n_rows, max(1, n_rows // 1000))):
        frame = figures(rows, areas)
        sort = seconds(lambda frame=frame: frame.sort_values(KEYS))
        counting = seconds(lambda frame=frame: count(frame, crisis))
        print(f"{rows:>9,} figures in {areas:>9,} areas: sort {sort:.2f} s, count {counting:.2f} s, ratio {counting / sort:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
