"""A download of 1,000,000 figures as CSV over loopback: its speed against bare `DataFrame.to_csv`, and what the server grows by.

    python -m tests.benchmarks.bench_downloads [ROWS]

Exit 1 when it is slower than a third of `to_csv` of the same rows in this process, or the server grew by 100 MB or more.
"""

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from etl import crises, store
from etl.tables import TABLES
from tests.benchmarks.bench_counting import figures
from tests.benchmarks.door import open_door

SPEED = 1 / 3
MEGABYTES = 100
FORMS = ("csv", "csv?for=people", "json", "parquet")
NOW = datetime(2020, 1, 1, tzinfo=UTC)


def build(folder: Path, n_rows: int) -> None:
    """Write a build with so many figures and the documents they stand in."""
    os.environ["NUZUH_DATA"] = str(folder)
    document = {"source": "bench", "publisher": "p", "licence": "CC BY 4.0", "is_redistributable": True}
    documents = [document | {"document_id": f"document-{k}", "url": f"https://example.org/{k}"} for k in range(1000)]
    record = {"build_id": "bench", "crisis": crises.DEFAULT_CRISIS, "inputs": "{}", "n_rows": "{}", "rules": "1"}
    rows = {"documents": documents, "builds": [record | {"started_at": NOW, "finished_at": NOW}]}
    with store.new_build("bench") as new:
        for name, table in TABLES.items():
            new.write(table, figures(n_rows, 1000) if name == "figures" else table.frame(rows.get(name, [])))


def main(n_rows: int) -> int:
    """Print the comparison; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder), n_rows)
        frame = store.read("figures")
        start = time.perf_counter()
        frame.to_csv(os.devnull, index=False)
        bare = time.perf_counter() - start
        del frame
        sys.stdout.write(f"bare to_csv of {n_rows:,} rows: {bare:.1f} s\n")
        with open_door(Path(folder)) as door:
            door.download("/api/v1/speakers.csv")
            failed = False
            for form in FORMS:
                before, start = door.megabytes(), time.perf_counter()
                n_bytes, most = door.download(f"/api/v1/figures.{form}")
                speed, growth = bare / (time.perf_counter() - start), most - before
                failed |= growth >= MEGABYTES or (form.startswith("csv") and speed < SPEED)
                sys.stdout.write(f"{form}: {n_bytes / 1e6:.0f} MB, {speed:.1f} x the speed of to_csv, grew by {growth:.0f} MB\n")
    sys.stdout.write(f"bounds: csv at least {SPEED:.2f} x, growth under {MEGABYTES} MB\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
