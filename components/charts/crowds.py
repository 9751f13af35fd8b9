"""Marks too close to be told apart become one mark that says for how many it stands. No streamlit.

A chart of a few hundred marks is drawn whole. Beyond that the plot is cut into cells, coarser and coarser, until one mark a cell
is few enough; what can be told apart by shape or colour keeps marks of its own. Nothing is left out of a number: the line, the
band and every table are made from all claims, and the mark says how many others it stands for.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from components.charts.canvas import REFERENCE, UPPER
from components.selection import rows

MOST_CLAIMS = 200
MOST_EVENTS = 200
MOST_POINTS = 1_000
MARK = 11.0
"""Pixels a mark needs: nearer ones cannot be pointed at one by one."""
N_HERE = "n_here"
Cells = Callable[[float], pd.DataFrame]


def claims(frame: pd.DataFrame, *, first: date, last: date, top: float) -> pd.DataFrame:
    """Return the claims to draw, at most about MOST_CLAIMS, each with how many it stands for as `n_here`.

    Of a cell the claim published last is drawn. Recommended claims and others, and marks of different shape, stay apart.
    """
    day_px, count_px = _day_px(first, last), UPPER / top
    days, heights = _days(frame["as_of"], first), _heights(frame)
    kept = frame[["role", "quantifier"]]

    def cells(step: float) -> pd.DataFrame:
        return kept.assign(day=days * day_px // step, height=heights * count_px // step)

    return _one_a_cell(frame, cells, MOST_CLAIMS, ["known_from", "figure_id"])


def events(frame: pd.DataFrame, *, first: date, last: date, lane: Callable[[dict[str, Any]], str]) -> pd.DataFrame:
    """Return the events to draw, at most about MOST_EVENTS, each with how many it stands for as `n_here`.

    Of a cell the last event is drawn. Types, lanes and how sure an event is stay apart.
    """
    days, day_px = _days(frame["started_on"], first), _day_px(first, last)
    kinds = frame[["event_type", "actor"]].drop_duplicates()
    lanes = kinds.assign(lane=[lane(kind) for kind in rows(kinds)])
    kept = frame[["event_type", "actor", "status"]].merge(lanes, how="left").drop(columns="actor").set_axis(frame.index)

    def cells(step: float) -> pd.DataFrame:
        return kept.assign(day=days * day_px // step)

    return _one_a_cell(frame, cells, MOST_EVENTS, ["started_on", "event_id"])


def points(frame: pd.DataFrame, *, first: date, last: date) -> pd.DataFrame:
    """Return the points that a line needs: all, or of each two pixels the first, the last, the lowest and the highest."""
    if len(frame) <= MOST_POINTS or frame["window"].notna().any():
        return frame
    values = frame["value"].to_numpy(dtype="float64", na_value=np.nan)
    told = pd.DataFrame({"cell": _days(frame["as_of"], first) * _day_px(first, last) // 2, "value": values}, index=frame.index)
    by_height = told.sort_values(["cell", "value"], kind="stable")
    ends = [part.drop_duplicates("cell", keep=keep).index for part in (told, by_height) for keep in ("first", "last")]
    vague = told.index[told["value"].isna()]
    return frame.loc[frame.index.isin(vague.union(ends[0]).union(ends[1]).union(ends[2]).union(ends[3]))]


def _one_a_cell(frame: pd.DataFrame, cells: Cells, most: int, order: list[str]) -> pd.DataFrame:
    if len(frame) <= most:
        return frame.assign(**{N_HERE: 1})
    step, cell = MARK, _numbered(cells(MARK))
    while cell.max() >= most and step < REFERENCE:
        step *= 2
        cell = _numbered(cells(step))
    n_here = np.bincount(cell)
    ordered = frame[order].assign(cell=cell).sort_values(["cell", *order])
    drawn = ordered.drop_duplicates("cell", keep="last")
    return frame.loc[drawn.index].assign(**{N_HERE: n_here[drawn["cell"]]}).sort_values(order)


def _numbered(cells: pd.DataFrame) -> np.ndarray:
    return cells.groupby(list(cells.columns), dropna=False, sort=False, observed=True).ngroup().to_numpy()


def _day_px(first: date, last: date) -> float:
    return REFERENCE / max((last - first).days, 1)


def _days(column: pd.Series, first: date) -> np.ndarray:
    days = column.astype("datetime64[us]").to_numpy().astype("datetime64[D]")
    return (days - np.datetime64(first)).astype("int64")


def _heights(frame: pd.DataFrame) -> np.ndarray:
    known = frame["people_value"].fillna(frame["people_low"]).fillna(frame["people_high"])
    return known.to_numpy(dtype="float64", na_value=np.nan)
