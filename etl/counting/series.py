"""The recommended claims in time order, with their band and their change (counting rules 8 and 9)."""

import numpy as np
import pandas as pd
import pyarrow as pa
from pandas.api.extensions import ExtensionArray

from etl import tables
from etl.counting.claims import OPEN_HIGH, OPEN_LOW, Numbers
from etl.counting.keys import codes_of, days_of, group_codes
from etl.counting.line import Verdicts
from etl.vocabulary import Kind, Role

UNKNOWN = np.iinfo(np.int64).min


def build_series(
    figures: pd.DataFrame, on_line: np.ndarray, line: np.ndarray, numbers: Numbers, verdicts: Verdicts
) -> pd.DataFrame:
    """Return the series table.

    `on_line` are the rows that speak for the claims of series, `line` numbers the series of each row.
    """
    standing = on_line[verdicts.role[on_line] != Role.SUPERSEDED.value]
    day = days_of(figures["as_of"]).astype("int64")
    bands = _bands(figures, standing, line, day, numbers)
    recommended = standing[verdicts.role[standing] == Role.RECOMMENDED.value]
    recommended = recommended[np.lexsort((day[recommended], line[recommended]))]
    change = _change(figures, recommended, line, day, numbers, verdicts)
    band = bands.loc[recommended]
    own = figures.iloc[recommended]
    frame = own.assign(
        unit=own["counted_unit"],
        low=counts_of(band["low"].to_numpy(), OPEN_LOW),
        value=own["people_value"],
        high=counts_of(band["high"].to_numpy(), OPEN_HIGH),
        n_claims=counts_of(band["n_claims"].to_numpy()),
        n_speakers=counts_of(band["n_speakers"].to_numpy()),
        is_revision=pd.Series(verdicts.is_revision[recommended], dtype=pd.ArrowDtype(tables.FLAG)).array,
        **{name: counts_of(values) for name, values in change.items()},
    )
    # Alphabetical, so that the table never depends on the order in which files were read.
    in_order: pd.DataFrame = frame[tables.SERIES.names].sort_values(list(tables.SERIES.key), kind="stable")
    return in_order.reset_index(drop=True)


def counts_of(values: np.ndarray, missing: int = UNKNOWN) -> ExtensionArray:
    """Return whole numbers as a column of counts, missing where they are `missing`."""
    counts = pa.array(values.astype(np.int64), mask=values == missing)
    return pd.Series(counts, dtype=pd.ArrowDtype(tables.COUNT)).array


def _bands(figures: pd.DataFrame, standing: np.ndarray, line: np.ndarray, day: np.ndarray, numbers: Numbers) -> pd.DataFrame:
    """Return for each standing claim the envelope of all claims of its series and day. One open side opens the band."""
    same_day = group_codes([line[standing], day[standing]])
    frame = pd.DataFrame(
        {
            "same_day": same_day,
            # The smallest low is the envelope's low, and OPEN_LOW is smaller than any count; likewise for high.
            "low": numbers.low[standing],
            "high": numbers.high[standing],
            "speaker": codes_of(figures["speaker"].iloc[standing]),
        }
    )
    grouped = frame.groupby("same_day")
    envelope = grouped.agg(low=("low", "min"), high=("high", "max"), n_claims=("low", "size"))
    envelope["n_speakers"] = frame.drop_duplicates(["same_day", "speaker"]).groupby("same_day").size()
    bands = envelope.loc[same_day]
    bands.index = pd.Index(standing)
    return bands


def _change(
    figures: pd.DataFrame, rows: np.ndarray, line: np.ndarray, day: np.ndarray, numbers: Numbers, verdicts: Verdicts
) -> dict[str, np.ndarray]:
    """Return the change of the recommended count since the previous point, as an interval: [low2 - high1, high2 - low1].

    A running total cannot have shrunk unless its speaker revised it, so its least change is 0. An open side leaves the
    change open; nothing is guessed.
    """
    names = ("change_low", "change_value", "change_high", "days")
    change = {name: np.full(len(rows), UNKNOWN, dtype=np.int64) for name in names}
    at = np.flatnonzero(line[rows][1:] == line[rows][:-1]) + 1
    now, before = rows[at], rows[at - 1]
    change["days"][at] = day[now] - day[before]
    has_both = (numbers.value[now] >= 0) & (numbers.value[before] >= 0)
    change["change_value"][at[has_both]] = (numbers.value[now] - numbers.value[before])[has_both]
    is_closed = (numbers.low[now] != OPEN_LOW) & (numbers.high[before] != OPEN_HIGH)
    change["change_low"][at[is_closed]] = (numbers.low[now] - numbers.high[before])[is_closed]
    is_closed = (numbers.high[now] != OPEN_HIGH) & (numbers.low[before] != OPEN_LOW)
    change["change_high"][at[is_closed]] = (numbers.high[now] - numbers.low[before])[is_closed]
    is_total = ((figures["kind"] == Kind.FLOW) & figures["window"].isna()).to_numpy(dtype=bool)[now] & ~verdicts.is_revision[now]
    change["change_low"][at[is_total]] = np.maximum(0, change["change_low"][at[is_total]])
    return change
