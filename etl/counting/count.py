"""Figures to claims, roles and series: the whole count, read top to bottom."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from etl import tables
from etl.counting import claims, keys, roles, series
from etl.counting.line import Verdicts
from etl.crises import Choice, Crisis
from etl.vocabulary import Kind, Role

REPEATS = "it repeats a statement that another document words as exactly or better"
NO_START = "it names no first day: it can stand beside a running total and is never recommended"


@dataclass(frozen=True, slots=True)
class Count:
    """The figures with claim, role and reason, and the claims and series that follow from them."""

    figures: pd.DataFrame
    claims: pd.DataFrame
    series: pd.DataFrame


def count(figures: pd.DataFrame, crisis: Crisis, known_on: date | None = None) -> Count:
    """Return the count of the figures (rows of the figures table), of those published by `known_on` where a day is given."""
    if known_on is not None:
        figures = figures[tables.surely(figures["known_from"] <= known_on)]
    figures = keys.with_keys(figures.reset_index(drop=True))
    numbers = claims.Numbers.of(figures)
    head, first = claims.gather(figures, numbers)
    reasons = keys.unfit_reasons(figures)
    is_fit = reasons == None  # noqa: E711  (an object array compared value by value)
    has_no_start = is_fit & ((figures["kind"] == Kind.FLOW) & figures["period_start"].isna()).to_numpy(dtype=bool)
    is_head = head == np.arange(len(figures))
    line = roles.line_codes(figures, keys.SERIES_KEY)
    on_line = np.flatnonzero(is_fit & ~has_no_start & is_head)
    choices = _choices(figures, head, crisis, known_on)
    verdicts = roles.decide(figures, on_line, line, numbers, crisis.speaker_groups, choices)
    verdicts.role[has_no_start & is_head] = Role.TRIANGULATION.value
    verdicts.reason[has_no_start & is_head] = NO_START
    figures = _with_roles(figures, head, first, verdicts, reasons)
    return Count(
        figures=figures[tables.FIGURES.names],
        claims=_claims_frame(figures, head, first, is_head),
        series=series.build_series(figures, on_line, line, numbers, verdicts),
    )


def _choices(figures: pd.DataFrame, head: np.ndarray, crisis: Crisis, known_on: date | None) -> dict[int, Choice]:
    """Return the choices made by `known_on`, by the row that speaks for the claim of the chosen figure."""
    if not crisis.choices:
        return {}
    row_of = {figure_id: row for row, figure_id in enumerate(figures["figure_id"])}
    made = [choice for choice in crisis.choices if known_on is None or choice.when <= known_on]
    return {int(head[row_of[choice.figure_id]]): choice for choice in made if choice.figure_id in row_of}


def _with_roles(
    figures: pd.DataFrame, head: np.ndarray, first: np.ndarray, verdicts: Verdicts, unfit: np.ndarray
) -> pd.DataFrame:
    """Return the figures with claim_id, role and reason; the repeats of a claim follow the figure that speaks for it."""
    is_repeat = (head != np.arange(len(figures))) & (unfit == None)  # noqa: E711
    role, reason = verdicts.role.copy(), np.where(unfit == None, verdicts.reason, unfit)  # noqa: E711
    role[is_repeat] = np.where(
        verdicts.role[head[is_repeat]] == Role.SUPERSEDED.value, Role.SUPERSEDED.value, Role.TRIANGULATION.value
    )
    told = [f"{REPEATS}; of that one: {reason[row]}" for row in head[is_repeat]]
    reason[is_repeat] = np.array(told, dtype=object)
    ids = figures["figure_id"].to_numpy(dtype=object)
    return figures.assign(
        claim_id=pd.array(np.char.add("c-", ids[first].astype(str)) if len(ids) else ids, dtype="string[pyarrow]"),
        role=pd.array(role, dtype="string[pyarrow]"),
        role_reason=pd.array(reason, dtype="string[pyarrow]"),
    )


def _claims_frame(figures: pd.DataFrame, head: np.ndarray, first: np.ndarray, is_head: np.ndarray) -> pd.DataFrame:
    """Return the claims table: the exactest wording of each statement, with its first publication and its documents."""
    documents = pd.DataFrame({"head": head, "document_id": keys.codes_of(figures["document_id"])})
    n_documents = documents.drop_duplicates().groupby("head").size().to_numpy()
    heads = np.flatnonzero(is_head)
    own = figures.iloc[heads]
    frame = own.assign(
        unit=own["counted_unit"],
        first_published_on=figures["known_from"].iloc[first[heads]].array,
        n_documents=series.counts_of(n_documents),
    )
    return frame[tables.CLAIMS.names].reset_index(drop=True)
