"""What came between two days: the same build as known on each, side by side (counting rule 13)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from etl import store
from etl.counting.count import Count
from etl.counting.intervals import DEFAULT_PROFILE
from etl.select import counted
from etl.tables import SERIES, surely
from etl.vocabulary import Role

POINT = list(SERIES.key)
COLUMNS = ["change", "measure", "area_name", "since", "as_of", "speaker", "before", "after", "figure_id"]


@dataclass(frozen=True, slots=True)
class Diff:
    """The changes between two days, a row each: what changed, of which figure or point, from what to what."""

    rows: pd.DataFrame

    def of(self, change: str) -> pd.DataFrame:
        """Return the rows of one kind of change."""
        return self.rows[surely(self.rows["change"] == change)]


def diff(known_a: date, known_b: date, build: str | None = None, profile: str = DEFAULT_PROFILE) -> Diff:
    """Return what differs between the knowledge of two days. Raises NoBuild.

    Changes are: figure added; figure superseded (its speaker replaced it); figure withdrawn (it was recommended and is no
    longer, without being superseded); point added, changed, removed.
    """
    build = build or store.live_build()
    if build is None:
        store.read("figures", build)  # raises NoBuild with the words for it
    first, second = (counted(str(build), day, profile) for day in sorted((known_a, known_b)))
    rows = [*_figure_changes(first, second), *_point_changes(first, second)]
    return Diff(pd.DataFrame(rows, columns=COLUMNS))


def _figure_changes(first: Count, second: Count) -> list[dict[str, Any]]:
    before, after = (_by_id(count.figures) for count in (first, second))
    rows = [_row("figure added", figure, None, figure["phrase"]) for key, figure in after.items() if key not in before]
    for key, figure in before.items():
        now = after[key]["role"]
        if figure["role"] == now:
            continue
        if now == Role.SUPERSEDED:
            rows.append(_row("figure superseded", figure, figure["phrase"], after[key]["role_reason"]))
        elif figure["role"] == Role.RECOMMENDED:
            rows.append(_row("figure withdrawn", figure, figure["phrase"], after[key]["role_reason"]))
    return rows


def _point_changes(first: Count, second: Count) -> list[dict[str, Any]]:
    before, after = (_by_point(count.series) for count in (first, second))
    rows = [_row("point added", point, None, _number(point)) for key, point in after.items() if key not in before]
    rows += [_row("point removed", point, _number(point), None) for key, point in before.items() if key not in after]
    for key in before.keys() & after.keys():
        old, new = before[key], after[key]
        if any(old[name] != new[name] for name in ("value", "low", "high", "figure_id")):
            rows.append(_row("point changed", new, _number(old), _number(new)))
    return sorted(
        rows, key=lambda row: (row["change"], str(row["measure"]), str(row["area_name"]), str(row["since"]), row["as_of"])
    )


def _by_id(figures: pd.DataFrame) -> dict[str, dict[str, Any]]:
    return {figure["figure_id"]: figure for figure in _records(figures)}


def _by_point(series: pd.DataFrame) -> dict[tuple[Any, ...], dict[str, Any]]:
    return {tuple(point[name] for name in POINT): point for point in _records(series)}


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows with missing as None, so that two missing cells are the same."""
    cells = frame.astype(object)
    return [{str(name): value for name, value in row.items()} for row in cells.where(cells.notna(), None).to_dict("records")]


def _number(point: dict[str, Any]) -> str:
    """Return a point's number with its band; an open side is left out."""
    low, value, high = (None if point[name] is None else f"{point[name]:,}" for name in ("low", "value", "high"))
    return f"{value or 'no single number'} ({low or 'open'} to {high or 'open'})"


def _row(change: str, what: dict[str, Any], before: str | None, after: str | None) -> dict[str, Any]:
    since = what.get("since", what.get("period_start"))
    own = {name: what[name] for name in ("measure", "area_name", "as_of", "speaker", "figure_id")}
    return {"change": change, "since": since, "before": before, "after": after} | own
