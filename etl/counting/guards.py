"""What must never be added or drawn together: refused with a typed error that says why in one sentence (rules 2 and 11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from etl.counting.keys import days_of
from etl.errors import (
    CannotAddPart,
    CannotMixAreas,
    CannotMixCounts,
    CannotMixKinds,
    CannotMixMeasures,
    CannotMixSince,
    CannotMixUnits,
    CannotSumStock,
)
from etl.vocabulary import Kind, Subgroup

Areas = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of figures as an interval, in the unit of its figures; an open side of any of them leaves it open."""

    low: int | None
    value: int | None
    high: int | None
    n_figures: int


def total(figures: pd.DataFrame, areas: Areas) -> Total | None:
    """Return the sum of figures of one count, or None for no figures: nothing reported is not zero.

    `figures` has the columns of the figures table, `areas` the areas by code. Raises a CannotCombine wherever the sum would
    count something twice or add different things.
    """
    require_one_count(figures)
    require_no_parts(figures)
    require_no_stock_over_time(figures)
    require_no_nested_areas(figures, areas)
    require_no_overlap(figures)
    if figures.empty:
        return None
    return Total(_sum(figures["people_low"]), _sum(figures["people_value"]), _sum(figures["people_high"]), n_figures=len(figures))


def _sum(ends: pd.Series) -> int | None:
    return None if ends.isna().any() else int(ends.sum())


def require_one_axis(rows: pd.DataFrame) -> None:
    """Raise where rows of figures or series may not share an axis: other measures, kinds or units."""
    if _is_mixed(rows, "kind"):
        raise CannotMixKinds("a stock is people on a day and a flow is movements in a period: they never share an axis or a sum")
    if _is_mixed(rows, "measure"):
        raise CannotMixMeasures(f"{_both(rows, 'measure')} count different things")
    if _is_mixed(rows, "unit"):
        raise CannotMixUnits(f"{_both(rows, 'unit')} are different things and are never added")


def require_one_line(rows: pd.DataFrame) -> None:
    """Raise where rows of series may not stand on one line: they start on different days or differ in area or its role."""
    require_one_axis(rows)
    if _is_mixed(rows, "since") or _is_mixed(rows, "window"):
        raise CannotMixSince("running totals with different first days, and flows over windows, are series of their own")
    if _is_mixed(rows, "area_code") or _is_mixed(rows, "area_role"):
        raise CannotMixAreas("people who left, who came and who are in an area are different counts, as are two areas")


def require_one_count(figures: pd.DataFrame) -> None:
    """Raise where figures come from more than one count: several speakers, sources or documents' rounds for one day."""
    require_one_axis(figures)
    for column in ("source", "speaker", "area_role"):
        if column in figures and _is_mixed(figures, column):
            raise CannotMixCounts(f"{_both(figures, column)} count in ways of their own: choose one")
    stocks = figures[(figures["kind"] == Kind.STOCK).to_numpy(dtype=bool)]
    if not stocks.empty and _is_mixed(stocks, "document_id"):
        raise CannotMixCounts("two rounds, operations or reports of a stock describe the same people: choose one")


def require_no_parts(figures: pd.DataFrame) -> None:
    """Raise where a part would be added to its total, or parts of different kinds to one another."""
    if figures["is_part_of"].isin(figures["figure_id"]).any():
        raise CannotAddPart("a part is already inside its total")
    if _is_mixed(figures, "subgroup"):
        raise CannotAddPart(f"{_both(figures, 'subgroup')} overlap: everyone includes each part, and parts may overlap")
    if not figures.empty and figures["subgroup"].iloc[0] == Subgroup.OTHER:
        raise CannotAddPart("parts without a name of their own may overlap")


def require_no_stock_over_time(figures: pd.DataFrame) -> None:
    """Raise where stocks of different days would be added."""
    if not figures.empty and figures["kind"].iloc[0] == Kind.STOCK and _is_mixed(figures, "as_of"):
        raise CannotSumStock("stocks of different days describe the same people and cannot be added over time")


def require_no_nested_areas(figures: pd.DataFrame, areas: Areas) -> None:
    """Raise where an area would be added to one that contains it, or to a named group it may overlap."""
    codes = set(figures["area_code"].dropna())
    if len(codes) < 2:
        return
    for code in sorted(codes):
        if areas[code]["level"] is None:
            raise CannotMixAreas(f"{areas[code]['name']} is a named group that may hold parts of the other areas")
        parent = areas[code]["parent_code"]
        while parent:
            if parent in codes:
                raise CannotMixAreas(f"{areas[code]['name']} is already inside {areas[parent]['name']}")
            parent = areas[parent]["parent_code"] if parent in areas else None


def require_no_overlap(figures: pd.DataFrame) -> None:
    """Raise where the periods of two flows of one area overlap, as running totals with different first days always do."""
    flows = figures[(figures["kind"] == Kind.FLOW).to_numpy(dtype=bool)]
    if len(flows) < 2:
        return
    if flows["period_start"].isna().any() or flows["as_of"].isna().any():
        raise CannotMixSince("a flow without a first or a last day may overlap any other")
    ordered = flows.assign(first=days_of(flows["period_start"]), last=days_of(flows["as_of"])).sort_values(["area_code", "first"])
    previous = ordered.groupby("area_code", dropna=False)["last"].shift()
    if (ordered["first"] <= previous).any():
        raise CannotMixSince("the periods of two flows of one area overlap, so that their sum would count people twice")


def _is_mixed(rows: pd.DataFrame, column: str) -> bool:
    return column in rows and rows[column].nunique(dropna=False) > 1


def _both(rows: pd.DataFrame, column: str) -> str:
    return " and ".join(
        "unknown" if pd.isna(word) else str(word) for word in sorted(set(rows[column].astype(object)), key=str)[:3]
    )
