"""One statement repeated is one claim (counting rule 6).

Figures of one speaker about the same thing and day are one claim when one is a rounder retelling of the other ("nearly
390,000" and 389,000); the exacter wording speaks for the claim. Never across speakers.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from etl.counting.intervals import last_digit_power
from etl.counting.keys import codes_of, days_of, group_codes, runs
from etl.vocabulary import Quantifier

STATEMENT = (
    "speaker",
    "measure",
    "counted_unit",
    "household_size",
    "area_code",
    "area_as_reported",
    "area_role",
    "subgroup",
    "modality",
    "period_start",
    "as_of",
)
OPEN_LOW, OPEN_HIGH = -1, np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Numbers:
    """The intervals of all figures as whole columns; an open side is OPEN_LOW or OPEN_HIGH, a missing number -1."""

    low: np.ndarray
    value: np.ndarray
    high: np.ndarray
    digits: np.ndarray

    @classmethod
    def of(cls, figures: pd.DataFrame) -> "Numbers":
        """Return the numbers of the figures. Digits printed with meaning are 0 for vague words."""
        low = figures["people_low"].to_numpy(dtype=np.int64, na_value=OPEN_LOW)
        value = figures["people_value"].to_numpy(dtype=np.int64, na_value=-1)
        high = figures["people_high"].to_numpy(dtype=np.int64, na_value=OPEN_HIGH)
        # Converted households were printed in households; all else is printed as counted, people beside families included.
        households = figures["reported_value"].to_numpy(dtype=np.int64, na_value=-1)
        printed = np.where(figures["household_size"].notna().to_numpy(dtype=bool), households, value)
        between = figures["reported_low"].to_numpy(dtype=np.int64, na_value=-1)
        return cls(low, value, high, _digits(np.where(printed >= 0, printed, between)))


def _digits(printed: np.ndarray) -> np.ndarray:
    """Return `intervals.significant_digits` of whole columns at once; 0 where nothing is printed."""
    rest = np.maximum(printed, 0)
    while (is_round := (rest > 0) & (rest % 10 == 0)).any():
        rest = np.where(is_round, rest // 10, rest)
    digits = (printed >= 0).astype(np.int64)
    while (rest := rest // 10).any():
        digits += rest > 0
    return digits


def gather(figures: pd.DataFrame, numbers: Numbers) -> tuple[np.ndarray, np.ndarray]:
    """Return for each figure the position of the figure that speaks for its claim, and of the first one published."""
    statement = group_codes([_statement_codes(figures, name) for name in STATEMENT])
    known = _known_order(figures)
    # Within a statement the most digits first, then the earliest published, then a bound before a bare number (retellings
    # drop "more than"; they do not invent it), then a figure whose words we hold, then the figure id.
    is_bare = (figures["quantifier"] == Quantifier.EXACT).to_numpy(dtype=bool)
    is_wordless = figures["span_start"].isna().to_numpy(dtype=bool)
    order = np.lexsort((codes_rank(figures["figure_id"]), is_wordless, is_bare, known, -numbers.digits, statement))
    head = np.arange(len(figures))
    for start, end in zip(*runs(statement[order]), strict=True):
        if end - start > 1:
            _gather_statement(order[start:end].tolist(), numbers, head)
    return head, _first_known(head, known)


def _statement_codes(figures: pd.DataFrame, name: str) -> np.ndarray:
    """Return the codes of a column; a place counts by its code, and by its wording only where there is no code."""
    if name == "area_as_reported":
        return codes_of(figures[name].where(figures["area_code"].isna(), None))
    return codes_of(figures[name])


def codes_rank(values: pd.Series) -> np.ndarray:
    """Return the alphabetical rank of each text, for an order that never depends on the order of the rows."""
    return values.rank(method="dense").to_numpy(dtype=np.int64)


def _known_order(figures: pd.DataFrame) -> np.ndarray:
    known = days_of(figures["known_from"])
    days = known.astype("int64")
    days[np.isnat(known)] = np.iinfo(np.int64).max
    return days


def _gather_statement(rows: list[int], numbers: Numbers, head: np.ndarray) -> None:
    heads: list[int] = []
    for row in rows:
        for other in heads:
            if _retells(row, other, numbers):
                head[row] = other
                break
        else:
            heads.append(row)


def _retells(row: int, other: int, numbers: Numbers) -> bool:
    """Whether a row may be a rounder retelling of another: same number, or an interval that holds the exacter number.

    An open side reaches one rounding step: "more than 500,000" retells 569,000, not 900,000.
    """
    value, exacter = int(numbers.value[row]), int(numbers.value[other])
    if value >= 0 and value == exacter:
        return True
    if exacter < 0:
        return bool(numbers.low[row] == numbers.low[other] and numbers.high[row] == numbers.high[other])
    if numbers.digits[row] >= numbers.digits[other]:
        return False
    step = last_digit_power(value) if value > 0 else 0
    low = numbers.low[row] if numbers.low[row] != OPEN_LOW else value - step
    high = numbers.high[row] if numbers.high[row] != OPEN_HIGH else value + step
    return bool(low <= exacter <= high)


def _first_known(head: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Return for each row the earliest published row of its claim."""
    order = np.lexsort((known, head))
    starts, _ = runs(head[order])
    first = np.empty(len(head), dtype=np.int64)
    first[head[order[starts]]] = order[starts]
    of_claim: np.ndarray = first[head]
    return of_claim
