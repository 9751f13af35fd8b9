"""How long a cold process takes to write a briefing in every format, as a ratio to a bare import of pandas and matplotlib.

`python -m tests.benchmarks.bench_briefing` prints both medians and their ratio; exit 1 when it is over the bound. Both are
processes of their own, run in turn, so that what else the machine does meets both.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from components.briefing.files import FORMATS
from etl import crises, pipeline

BOUND = 6.0
RUNS = 7
BARE = (sys.executable, "-c", "import pandas, matplotlib")


def seconds(command: tuple[str, ...]) -> float:
    """Return how long a process takes; raises CalledProcessError for one that fails."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def measure(folder: Path) -> tuple[float, float]:
    """Return the median seconds of a briefing of the default crisis and of the bare imports, after one run of each."""
    os.environ["NUZUH_DATA"] = str(folder / "tables")
    pipeline.build()
    options = ("--crisis", crises.DEFAULT_CRISIS, "--format", ",".join(FORMATS), "-o", str(folder / "files"))
    ours = (sys.executable, "-m", "components.briefing", *options)
    runs = [(seconds(ours), seconds(BARE)) for _ in range(RUNS + 1)][1:]
    briefings, bare = zip(*runs, strict=True)
    return statistics.median(briefings), statistics.median(bare)


def main() -> int:
    """Print the comparison; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = measure(Path(folder))
    ratio = ours / bare
    print(
        f"briefing as {', '.join(FORMATS)}: {ours:.2f} s; import pandas, matplotlib: {bare:.2f} s; "
        f"{ratio:.2f} times (bound {BOUND})"
    )
    return 0 if ratio <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main())
