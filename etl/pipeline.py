"""The build, read top to bottom: raw files to figures and events, to claims and series, to one folder of tables."""

import hashlib
import importlib
import json
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from etl import corrections, crises, publications, raw, reference, sources, store, tables
from etl.counting import households
from etl.counting.count import Count, count
from etl.errors import SourceChanged, UnknownSource, UnknownWord
from etl.figures import complete
from etl.sources import Received, Source
from etl.vocabulary import Stage

RAW = Path(__file__).resolve().parents[1] / "data" / "raw"
RULES_VERSION = "1"
"""Raised whenever a counting rule changes what a build says; stands in every build."""

Progress = Callable[[str, int, int], None]
STEPS = ("Reading the reference facts", "Reading the sources", "Checking the figures", "Counting", "Writing the tables")


def quiet(step: str, done: int, total: int) -> None:
    """Show no progress."""


def source_modules() -> dict[str, ModuleType]:
    """Return every source by name: each file in etl/sources/ is one."""
    names = sorted(module.name for module in pkgutil.iter_modules(sources.__path__))
    return {name: importlib.import_module(f"etl.sources.{name}") for name in names}


def source_module(name: str) -> ModuleType:
    """Return the module of a source. Raises UnknownSource with the names there are."""
    modules = source_modules()
    if name not in modules:
        raise UnknownSource(f"there is no source {name!r}; there are {', '.join(modules)}")
    return modules[name]


def build(crisis_id: str | None = None, progress: Progress = quiet) -> str:
    """Build every table of a crisis and make them live at once; return the build id.

    Raises the errors of `etl.errors`; whatever goes wrong, the last good build stays what readers see.
    """
    started_at = datetime.now(UTC)
    progress(STEPS[0], 0, len(STEPS))
    crisis = crises.read_crisis(crisis_id)
    known = reference.read_reference()
    inputs = _inputs(crisis)
    progress(STEPS[1], 1, len(STEPS))
    received = _receive(crisis, known)
    progress(STEPS[2], 2, len(STEPS))
    received.documents, received.figures = publications.join(received.documents, received.figures)
    figures = _figures(received, known)
    progress(STEPS[3], 3, len(STEPS))
    counted = count(tables.FIGURES.frame(figures), crisis)
    progress(STEPS[4], 4, len(STEPS))
    frames = _frames(received, known, counted)
    digest = hashlib.sha256(json.dumps([RULES_VERSION, inputs]).encode()).hexdigest()
    build_id = f"{started_at:%Y%m%dT%H%M%S%f}-{digest[:8]}"
    with store.new_build(build_id) as new:
        for name, frame in frames.items():
            new.write(tables.TABLES[name], frame)
        new.write(tables.BUILDS, _build_record(build_id, crisis.crisis_id, started_at, inputs, frames))
    progress("Done", len(STEPS), len(STEPS))
    return build_id


@dataclass(frozen=True, slots=True)
class RawFile:
    """One raw file and the source that reads it."""

    path: Path
    module: ModuleType

    @property
    def source(self) -> Source:
        """What the source says of itself."""
        source: Source = self.module.SOURCE
        return source


def raw_files(crisis: crises.Crisis) -> list[RawFile]:
    """Return the raw files of a crisis in a fixed order. Raises SourceChanged for a file its source does not recognise."""
    files = []
    for name in crisis.sources:
        module = source_module(name)
        for path in sorted(path for path in (RAW / module.SOURCE.raw_folder).glob("*") if path.suffix != ".toml"):
            if not module.sniff(path):
                raise SourceChanged(f"{path.name} has not the layout of the source {name}")
            files.append(RawFile(path, module))
    return files


def _receive(crisis: crises.Crisis, known: reference.Reference) -> Received:
    received = Received()
    n_figures = dict.fromkeys(crisis.sources, 0)
    for file in raw_files(crisis):
        one = file.module.read(file.path, known)
        n_figures[file.source.name] += len(one.figures)
        received.extend(one)
    for name, number in n_figures.items():
        if number < (least := source_module(name).SOURCE.figures_at_least):
            raise SourceChanged(f"the source {name} gave {number} figures, fewer than the {least} it always gave")
    return received


def _figures(received: Received, known: reference.Reference) -> list[dict[str, Any]]:
    """Return the figures completed, corrected and converted; one that cannot be completed becomes a problem."""
    figures = []
    for figure in received.figures:
        try:
            figures.append(complete(figure, known.areas))
        except UnknownWord as error:
            received.problems.append(_rejected(figure, str(error)))
    figures = corrections.correct(figures, corrections.read_corrections())
    return [households.convert(figure, known.household_size) for figure in figures]


def _rejected(figure: dict[str, Any], reason: str) -> dict[str, Any]:
    return {
        "stage": Stage.CHECKS.value,
        "source": figure["source"],
        "document_id": figure["document_id"],
        "reason": reason,
        "excerpt": figure["phrase"],
        "span_start": figure.get("span_start"),
        "span_end": figure.get("span_end"),
    }


def _frames(received: Received, known: reference.Reference, counted: Count) -> dict[str, pd.DataFrame]:
    events = [*known.events, *(reference.place_event(event, known.areas) for event in received.events)]
    documents = {document["document_id"]: document for document in received.documents}
    return {
        "documents": tables.DOCUMENTS.frame(documents.values()),
        "figures": counted.figures,
        "claims": counted.claims,
        "series": counted.series,
        "offensives": tables.OFFENSIVES.frame(known.offensives),
        "events": tables.EVENTS.frame(events),
        "areas": tables.AREAS.frame(known.areas.values()),
        "speakers": tables.SPEAKERS.frame(known.speakers.values()),
        "problems": tables.PROBLEMS.frame(received.problems),
    }


def _inputs(crisis: crises.Crisis) -> list[dict[str, str]]:
    """Return path and sha256 of every file that decides what a build says."""
    files = {
        f"data/crises/{crisis.crisis_id}.toml": crises.FOLDER / f"{crisis.crisis_id}.toml",
        "data/corrections.toml": corrections.PATH,
        **{f"data/reference/{path.name}": path for path in sorted(reference.FOLDER.glob("*.csv"))},
        **{f"data/raw/{file.source.raw_folder}/{file.path.name}": file.path for file in raw_files(crisis)},
    }
    return [{"path": name, "sha256": raw.sha256_of(path)} for name, path in files.items()]


def _build_record(
    build_id: str, crisis_id: str, started_at: datetime, inputs: list[dict[str, str]], frames: dict[str, pd.DataFrame]
) -> pd.DataFrame:
    return tables.BUILDS.frame(
        [
            {
                "build_id": build_id,
                "crisis": crisis_id,
                "started_at": started_at,
                "finished_at": datetime.now(UTC),
                "inputs": json.dumps(inputs),
                "n_rows": json.dumps({name: len(frame) for name, frame in frames.items()}),
                "rules": RULES_VERSION,
            }
        ]
    )
