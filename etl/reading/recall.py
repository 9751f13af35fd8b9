"""How many figures of the register the reader finds again in our digests of the same reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

NUMBER = ("measure", "unit", "reported_low", "reported_value", "reported_high")
WHERE_AND_WHEN = ("area_code", "as_of")
REGISTER, DIGESTS = "register", "folder"


@dataclass(frozen=True, slots=True)
class Recall:
    """Counts over the reports that have a digest.

    `n_figures`: what the register takes from those reports; `n_numbers`: read again with their measure, unit and number;
    `n_complete`: read again with their area and day as well; `missed`: the figure_ids not read again.
    """

    n_documents: int
    n_figures: int
    n_numbers: int
    n_complete: int
    missed: tuple[str, ...]


def found_again(figures: pd.DataFrame, documents: pd.DataFrame) -> Recall:
    """Return how many register figures are found again, given the figures and documents tables of a build.

    A digest goes with the register's document of the same publisher and title. A digest leaves out what it likes, so the share
    found says how much of the register can be followed back to words, and not how well the reader reads.
    """
    reports = {document["document_id"]: (document["publisher"], document["title"]) for document in _rows(documents)}
    digests = {reports[row["document_id"]] for row in _rows(documents) if row["source"] == DIGESTS}
    rows = [(reports.get(row["document_id"]), row) for row in _rows(figures)]
    read = [(report, row) for report, row in rows if row["source"] == DIGESTS]
    sought = [(report, row) for report, row in rows if row["source"] == REGISTER and report in digests]
    numbers = {(report, _values(row, NUMBER)) for report, row in read}
    complete = {(report, _values(row, NUMBER + WHERE_AND_WHEN)) for report, row in read}
    missed = [row["figure_id"] for report, row in sought if (report, _values(row, NUMBER)) not in numbers]
    return Recall(
        n_documents=len(digests & {report for report, _ in sought}),
        n_figures=len(sought),
        n_numbers=len(sought) - len(missed),
        n_complete=sum((report, _values(row, NUMBER + WHERE_AND_WHEN)) in complete for report, row in sought),
        missed=tuple(missed),
    )


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.astype(object).to_dict("records")]


def _values(row: Mapping[str, Any], names: tuple[str, ...]) -> tuple[Any, ...]:
    """Return the values of some columns; every kind of missing value is None."""
    return tuple(None if pd.isna(row[name]) else row[name] for name in names)
