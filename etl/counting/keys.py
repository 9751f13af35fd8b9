"""What makes two figures comparable: the key of a series, as whole columns at once.

Two numbers stand on one line only when they count the same thing (measure, unit, everyone rather than a part) in the same
area and role of the area, from the same first day (running totals) or over the same length of time (windows).
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from etl.vocabulary import Kind, Modality, Subgroup, Unit, Window

Codes = np.ndarray
SERIES_KEY = ("measure", "counted_unit", "area_code", "area_role", "since", "window")
COUNTABLE = frozenset({Unit.PERSONS, Unit.HOUSEHOLDS, Unit.MOVEMENTS, Unit.BUILDINGS, Unit.FACILITIES})


def codes_of(values: pd.Series) -> Codes:
    """Return small whole numbers that are equal where the values are; a missing value equals a missing value."""
    encoded = pc.dictionary_encode(pa.array(values), null_encoding="encode")
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    codes: Codes = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return codes


def group_codes(columns: Iterable[Codes]) -> Codes:
    """Return one number a row that is equal where all columns are, dense from 0."""
    combined: Codes | None = None
    for column in columns:
        if combined is None:
            combined = column
            continue
        combined = _dense(combined * (int(column.max(initial=0)) + 1) + column)
    return _dense(combined) if combined is not None else np.empty(0, dtype=np.int64)


def _dense(values: Codes) -> Codes:
    return pd.factorize(values)[0].astype(np.int64)


def runs(ordered: Codes) -> tuple[np.ndarray, np.ndarray]:
    """Return where each run of equal values starts and ends, of values that are in order."""
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return starts, np.append(starts[1:], len(ordered))[: len(starts)]


def days_of(values: pd.Series) -> np.ndarray:
    """Return dates as datetime64[D], NaT where missing."""
    days = pc.cast(pc.cast(pa.array(values), pa.int32()), pa.int64())
    missing = np.datetime64("NaT", "D").astype(np.int64)
    whole: np.ndarray = pc.fill_null(days, pa.scalar(missing)).to_numpy().astype("datetime64[D]")
    return whole


def with_keys(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures with counted_unit, since and window: where each stands among the series.

    A flow with month accuracy over exactly one calendar month is a window of a monthly series, likewise for a single day,
    seven days with week accuracy and a calendar year; any other flow is a running total of its first day.
    """
    is_flow = (figures["kind"] == Kind.FLOW).to_numpy(dtype=bool)
    window = _window(figures, is_flow)
    since = figures["period_start"].where(pd.Series(window, index=figures.index).isna(), None)
    return figures.assign(counted_unit=_counted_unit(figures), since=since, window=pd.array(window, dtype="string[pyarrow]"))


def _counted_unit(figures: pd.DataFrame) -> pd.Series:
    """Households that were converted count as persons, all else as its unit."""
    households = figures["unit"] == Unit.HOUSEHOLDS
    converted = figures[["people_low", "people_value", "people_high"]].notna().any(axis=1)
    return figures["unit"].mask((households & converted).to_numpy(dtype=bool), Unit.PERSONS.value)


def _window(figures: pd.DataFrame, is_flow: np.ndarray) -> np.ndarray:
    start, end = days_of(figures["period_start"]), days_of(figures["as_of"])
    accuracy = figures["accuracy"].astype(object).to_numpy()
    month, year = start.astype("datetime64[M]"), start.astype("datetime64[Y]")
    month_end = (month + 1).astype("datetime64[D]") - 1
    year_end = (year + 1).astype("datetime64[D]") - 1
    lengths = {
        Window.DAY: (start == end) & (accuracy == "day"),
        Window.WEEK: (end - start == np.timedelta64(6, "D")) & (accuracy == "week"),
        Window.MONTH: (start == month.astype("datetime64[D]")) & (end == month_end) & (accuracy == "month"),
        Window.YEAR: (start == year.astype("datetime64[D]")) & (end == year_end) & (accuracy == "year"),
    }
    window = np.full(len(figures), None, dtype=object)
    for name, fits in lengths.items():
        window[is_flow & fits] = name.value
    return window


def unfit_reasons(figures: pd.DataFrame) -> np.ndarray:
    """Return for each figure why it takes no part in series (None where it does).

    Absence is not zero and a part is not a total: such figures are kept, shown as such, and left out (rules 1, 10, 11).
    """
    reasons = np.full(len(figures), None, dtype=object)
    modality = figures["modality"].to_numpy(dtype=object)
    number = figures[["people_low", "people_value", "people_high"]].isna().all(axis=1).to_numpy(dtype=bool)
    checks = (
        (modality != Modality.ASSERTED.value, "it is not asserted: " + pd.Series(modality, dtype=object)),
        ((figures["subgroup"] != Subgroup.ALL).to_numpy(dtype=bool), "it counts a part of the people"),
        (_is_part_of_same_area(figures), "it is part of a total of the same area"),
        (~figures["counted_unit"].isin(COUNTABLE).to_numpy(dtype=bool), "it is a share, not a count"),
        (number, "it has no number of its own unit to count"),
        (figures["as_of"].isna().to_numpy(dtype=bool), "its day is not given"),
        (figures["area_code"].isna().to_numpy(dtype=bool), "its place could not be coded"),
    )
    for is_unfit, reason in reversed(checks):
        reasons[is_unfit] = reason if isinstance(reason, str) else reason.to_numpy()[is_unfit]
    return reasons


def _is_part_of_same_area(figures: pd.DataFrame) -> np.ndarray:
    parts = figures["is_part_of"].notna().to_numpy(dtype=bool)
    is_same = np.zeros(len(figures), dtype=bool)
    if not parts.any():
        return is_same
    columns = ["measure", "area_code", "area_role"]
    totals = figures.drop_duplicates("figure_id").set_index("figure_id")[columns]
    own = figures.loc[parts, columns].astype(object).where(lambda frame: frame.notna(), None)
    whole = totals.reindex(figures.loc[parts, "is_part_of"]).astype(object)
    whole = whole.where(whole.notna(), None)
    same = [tuple(mine) == tuple(theirs) for mine, theirs in zip(own.to_numpy(), whole.to_numpy(), strict=True)]
    is_same[np.flatnonzero(parts)] = same
    return is_same
