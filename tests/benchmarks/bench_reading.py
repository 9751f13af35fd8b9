"""Reading figures from text, as a ratio to quantulum3 on the same text, in the same run on one core.

    python -m tests.benchmarks.bench_reading [DOCUMENTS]

Prints the ratio for finding quantities and for whole figures with dates, places and speakers; then the seconds of processor
time and the peak of memory for a tenth and for all of the documents: time grows as they do, memory stays. Quantulum3 is no
dependency of ours; where it is not installed its ratios are skipped and it says so.
"""

import importlib.util
import sys
import time
import tomllib
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from etl.reading import figures
from etl.reading.document import document_of
from etl.reading.extract import known_places, known_speakers
from etl.reading.lexicon import Lexicon
from etl.reading.quantities import find_quantities

CORPUS = Path(__file__).parents[1] / "corpus" / "en.toml"
SENTENCES_A_DOCUMENT = 24
ROUNDS = 3


def sentences() -> list[str]:
    """Return the sentences of the corpus, those that report and those that do not in turn."""
    areas = tomllib.loads(CORPUS.read_text(encoding="utf-8")).values()
    every = [entry if isinstance(entry, str) else entry["text"] for area in areas for entry in area]
    return [every[index * 7 % len(every)] for index in range(len(every))]


def documents(n_documents: int) -> Iterator[str]:
    """Yield as many documents, no two alike."""
    every = sentences()
    for number in range(n_documents):
        chosen = [every[(number * 5 + step) % len(every)] for step in range(SENTENCES_A_DOCUMENT)]
        yield f"Document {number}\n" + "\n".join(chosen)


def read_figures(text: str) -> object:
    """Return the figures of a text with their dates, places and speakers."""
    document = document_of(text, language="en", published_on=date(2020, 2, 12))
    return figures.read(document, known_places(), known_speakers())


def read_quantities(text: str) -> object:
    """Return the quantities of a text."""
    return find_quantities(text, Lexicon.load("en"))


def seconds(read: Callable[[str], object], texts: Iterable[str]) -> float:
    """Return the processor time of reading the texts, one after the other."""
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def best_seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """Return the shortest of several rounds, after one that warms up."""
    read(texts[0])
    return min(seconds(read, texts) for _ in range(ROUNDS))


def print_ratios() -> None:
    """Print how many times faster than quantulum3 each reading is, or why that is skipped."""
    if importlib.util.find_spec("quantulum3") is None:
        print("ratio to quantulum3: skipped, it is not installed here")
        return
    from quantulum3 import parser

    texts = list(documents(20))
    baseline = best_seconds(parser.parse, texts)
    for name, read in (("quantities", read_quantities), ("figures", read_figures)):
        print(f"{name}: {baseline / best_seconds(read, texts):.1f} times as fast as quantulum3")


def print_growth(n_documents: int) -> None:
    """Print time and memory for a tenth and for all of the documents, streamed."""
    read_figures(next(documents(1)))
    for size in (n_documents // 10, n_documents):
        took = seconds(read_figures, documents(size))
        tracemalloc.start()
        seconds(read_figures, documents(min(size, 500)))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"{size:,} documents: {took:.2f} s, {took / size * 1000:.2f} ms each, peak {peak / 1e6:.1f} MB")


if __name__ == "__main__":
    print_ratios()
    print_growth(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
