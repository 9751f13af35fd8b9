"""Reading text, as ratios: to quantulum3 on the same text in the same run, of many documents to few, on one core.

    python -m tests.benchmarks.bench_reading [DOCUMENTS]

First how many times as fast as quantulum3 we find quantities, figures with dates, places and speakers, and everything that
`extract` prints: on articles of our own (`articles.txt`) about crises and about anything else, as most news is, and on the
sentences of the corpus, where nearly each holds a number. Readers take turns on one core; the shortest of their rounds counts.
Then `python -m etl extract` runs on a .jsonl of a tenth and of all of the documents: time for each document and peak memory
should stay the same. Quantulum3 is no dependency of ours; where it is not installed its ratios are skipped and it says so.
"""

import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.reading import extract, figures, render
from etl.reading.document import document_of
from etl.reading.extract import known_places, known_speakers
from etl.reading.lexicon import Lexicon
from etl.reading.quantities import find_quantities

HERE = Path(__file__).parent
CORPUS = HERE.parent / "corpus" / "en.toml"
PUBLISHED_ON = date(2020, 2, 12)
BETWEEN_ARTICLES = "\n=====\n"
N_OF_CRISES = 2
N_TEXTS = 20
N_SENTENCES = 24
N_DOCUMENTS = 20_000
N_NAMES = 5
ROUNDS = 5


def articles() -> list[str]:
    """Return whole articles, most of whose sentences hold no number."""
    return (HERE / "articles.txt").read_text(encoding="utf-8").split(BETWEEN_ARTICLES)


def corpus() -> list[str]:
    """Return texts made of the sentences of the corpus, those that report and those that do not in turn."""
    areas = tomllib.loads(CORPUS.read_text(encoding="utf-8")).values()
    every = [entry if isinstance(entry, str) else entry["text"] for area in areas for entry in area]
    return ["\n".join(every[(at * 5 + step) * 7 % len(every)] for step in range(N_SENTENCES)) for at in range(N_TEXTS)]


def read_quantities(text: str) -> object:
    """Return the quantities of a text."""
    return find_quantities(text, Lexicon.load("en"))


def read_figures(text: str) -> object:
    """Return the figures of a text with their dates, places and speakers."""
    return figures.read(document_of(text, published_on=PUBLISHED_ON), known_places(), known_speakers())


def read_everything(text: str) -> object:
    """Return the line that `extract` prints for a text: figures, events and problems."""
    reading = extract.read(document_of(text, published_on=PUBLISHED_ON), known_places(), known_speakers())
    return render.as_json_line(reading)


def best_seconds(readings: Sequence[Callable[[str], object]], texts: list[str]) -> list[float]:
    """Return the shortest processor time of several rounds over the texts for each reading, after one that warms up.

    Each reading has texts of its own in each round, so that nothing kept from one helps another. The readings take turns,
    so that what else the machine does slows them all.
    """
    rounds = [
        [seconds(read, _own(texts, f"{number} {turn}")) for turn, read in enumerate(readings)] for number in range(ROUNDS + 1)
    ]
    return [min(taken) for taken in zip(*rounds[1:], strict=True)]


def _own(texts: list[str], mark: str) -> list[str]:
    return [f"Text {at} of {mark}\n\n{text}" for at, text in enumerate(texts)]


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """Return the processor time of reading the texts."""
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def print_ratios() -> None:
    """Print how many times as fast as quantulum3 each reading is, or why that is skipped."""
    if importlib.util.find_spec("quantulum3") is None:
        print("ratio to quantulum3: skipped, it is not installed here")
        return
    with warnings.catch_warnings(action="ignore"):  # its classifier, which would slow it down, is not installed
        parser = importlib.import_module("quantulum3.parser")
    readings = {"quantities": read_quantities, "figures": read_figures, "everything": read_everything}
    of_crises, plain = articles()[:N_OF_CRISES], articles()[N_OF_CRISES:]
    for name, texts in (("articles on crises", of_crises), ("plain news", plain), ("corpus", corpus())):
        baseline, *taken = best_seconds([parser.parse, *readings.values()], texts)
        ratios = (f"{what} {baseline / one:.1f}" for what, one in zip(readings, taken, strict=True))
        print(f"{name}, times as fast as quantulum3: {', '.join(ratios)}")


def lines(n_documents: int) -> Iterator[str]:
    """Yield as many documents as lines of a .jsonl, no two alike, each with names that stand in no other."""
    texts = articles()
    for number in range(n_documents):
        names = ", ".join(_name(number * N_NAMES + at) for at in range(N_NAMES))
        text = f"Document {number}\n\n{texts[number % len(texts)]}\n\nReports came from {names}."
        yield json.dumps({"id": number, "text": text, "published_on": PUBLISHED_ON.isoformat()}) + "\n"


def _name(number: int) -> str:
    """Return a word that no other number has."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:07}").capitalize()


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command took: processor time in seconds, and the peak of its memory in MB."""

    seconds: float
    megabytes: float


def extracted(n_documents: int) -> Run:
    """Return what `python -m etl extract` takes for so many documents. Raises CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(lines(n_documents))
        command = [sys.executable, "-m", "etl", "extract", str(path), "--format", "jsonl"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=HERE.parents[1]) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def print_growth(n_documents: int) -> None:
    """Print how time for each document and peak memory grow from a tenth of the documents to all; starting up is left out."""
    n_few = max(1, n_documents // 10)
    start, few, many = extracted(1), extracted(n_few), extracted(n_documents)
    each_of_few, each = ((run.seconds - start.seconds) / number for run, number in ((few, n_few), (many, n_documents)))
    print(f"{n_documents:,} documents to {n_few:,}, time for each: {each / each_of_few:.2f} times ({each * 1000:.2f} ms)")
    print(f"{n_documents:,} documents to {n_few:,}, memory: {many.megabytes / few.megabytes:.2f} times ({many.megabytes:.0f} MB)")


if __name__ == "__main__":
    print_ratios()
    print_growth(int(sys.argv[1]) if len(sys.argv) > 1 else N_DOCUMENTS)
