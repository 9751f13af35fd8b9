"""Which series there are, and the claims that may stand on one axis with each. Pure: frames in, frames out.

One axis holds one count: the same measure, unit, area, area role, first day and window. So a stock never meets a
flow, persons never meet movements, and two running totals with different first days never share a line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

from etl.counting.keys import with_keys
from etl.crises import Crisis
from etl.vocabulary import MEASURES, Kind, Unit

KEY = ["measure", "kind", "unit", "area_code", "area_name", "area_role", "since", "window"]
SPOKEN = ("people_low", "people_value", "people_high")
RANK_OF_ROLE = {"recommended": 0, "triangulation": 1, "superseded": 2}


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """What the points of one series have in common."""

    measure: str
    kind: str
    unit: str
    area_code: str
    area_name: str
    area_role: str | None
    since: date | None
    window: str | None
    n_points: int = field(default=0, compare=False)

    @property
    def slug(self) -> str:
        """A short name for the address line, unique within area and measure."""
        start = self.since.isoformat() if self.since else "any"
        return "-".join(part for part in (self.window or start, self.unit, self.area_role) if part)


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as plain records, a missing value as None."""
    columns = {str(name): _cells(frame[name]) for name in frame.columns}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _cells(column: pd.Series) -> list[Any]:
    if isinstance(column.dtype, pd.ArrowDtype):
        cells: list[Any] = pa.array(column).to_pylist()
        return cells
    return column.astype(object).where(column.notna(), None).tolist()


def keys(series: pd.DataFrame) -> list[SeriesKey]:
    """Return the keys of the series there are, the one with the most points first."""
    sized = series.groupby(KEY, dropna=False, observed=True).size().sort_values(ascending=False, kind="stable")
    named = sized.rename("n_points").reset_index()
    return [key_of(row) for row in rows(named)]


def key_of(point: dict[str, Any]) -> SeriesKey:
    """Return the key of the series that a point stands on."""
    name = point["area_name"] or point["area_code"] or "an area not coded"
    return SeriesKey(**{part: point[part] for part in KEY} | {"area_name": name}, n_points=point.get("n_points", 0))


def unreported(crisis: Crisis, areas: pd.DataFrame) -> SeriesKey:
    """Return the key of the count a crisis opens with, without a point: nothing of it has been reported."""
    named = identified(areas, "area_code", crisis.area)
    name = named["name"] if named else crisis.area
    kind = MEASURES[crisis.default_measure].kind
    return SeriesKey(crisis.default_measure, kind, Unit.PERSONS, crisis.area, name, "origin", crisis.default_since, None)


def default_key(found: Iterable[SeriesKey], *, since: date | None = None) -> SeriesKey:
    """Return the series a page opens with: more than one point, the crisis's first day, totals before windows, persons."""
    return min(
        found,
        key=lambda key: (
            key.n_points < 2,
            key.since != since,
            key.window is not None,
            key.unit != "persons",
            key.area_role != "origin",
        ),
    )


def _matches(column: pd.Series, value: str | date | None) -> pd.Series:
    return (column.isna() if value is None else column.eq(value).fillna(False)).astype(bool)


def points(series: pd.DataFrame, key: SeriesKey) -> pd.DataFrame:
    """Return the points of one series, oldest first."""
    mask = pd.Series(True, index=series.index)
    for name in ("measure", "unit", "area_code", "area_role", "since", "window"):
        mask &= _matches(series[name], getattr(key, name))
    return series[mask].sort_values("as_of")


def with_own_words(points: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Return the points with `own_low`, `own_high` and `rule_id`: what the recommended words claim, by which rule.

    `low` and `high` are the band, which is what the others say too.
    """
    columns = ["figure_id", "people_low", "people_high", "rule_id"]
    own = figures[columns].rename(columns={"people_low": "own_low", "people_high": "own_high"})
    return points.merge(own, on="figure_id", how="left", validate="many_to_one")


def keyed(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures that take part in series, with the key of the series each stands on or beside."""
    figures = figures[figures["role"].notna() & figures["as_of"].notna()]
    return with_keys(figures.reset_index(drop=True))


def claims(keyed_figures: pd.DataFrame, all_claims: pd.DataFrame, key: SeriesKey) -> pd.DataFrame:
    """Return one row a claim that may stand on one axis with the series, with `n_documents`.

    A total that names no first day may stand beside a running total; one with another first day may not (rule 9).
    """
    mask = _matches(keyed_figures["counted_unit"], key.unit)
    for name in ("measure", "area_code", "area_role", "window"):
        mask &= _matches(keyed_figures[name], getattr(key, name))
    mask &= _same_start(keyed_figures, key)
    return one_a_claim(keyed_figures[mask], all_claims)


def _same_start(figures: pd.DataFrame, key: SeriesKey) -> pd.Series:
    same = _matches(figures["since"], key.since)
    if key.kind != Kind.FLOW or key.since is None:
        return same
    return same | (figures["since"].isna() & figures["as_of"].ge(key.since)).astype(bool)


def one_a_claim(figures: pd.DataFrame, all_claims: pd.DataFrame) -> pd.DataFrame:
    """Return one row a claim, the figure that speaks for it, with how many documents repeat it."""
    told = figures.merge(all_claims[["claim_id", *SPOKEN, "n_documents"]], on="claim_id", suffixes=("", "_claimed"))
    speaks = pd.concat([_same(told[name], told[f"{name}_claimed"]) for name in SPOKEN], axis=1).all(axis=1)
    rank = told["role"].map(RANK_OF_ROLE).astype("int64")
    ordered = told.assign(is_repeat=~speaks, rank=rank).sort_values(["is_repeat", "rank", "known_from", "figure_id"])
    return ordered.drop_duplicates("claim_id")[[*figures.columns, "n_documents"]].sort_values(["as_of", "figure_id"])


def _same(one: pd.Series, other: pd.Series) -> pd.Series:
    return (one.eq(other).fillna(False) | (one.isna() & other.isna())).astype(bool)


def between(frame: pd.DataFrame, first: date, last: date, *, start: str = "as_of", end: str = "as_of") -> pd.DataFrame:
    """Return the rows that touch the period; a row without a start day does not, one without an end ends with its start."""
    ended = frame[end].fillna(frame[start])
    return frame[frame[start].le(last).fillna(False) & ended.ge(first).fillna(False)]


def ongoing(offensives: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """Return the offensives of the period, campaigns before their phases; one with no end given reaches to the last day."""
    ended = offensives["ended_on"].fillna(last)
    found = offensives[offensives["started_on"].le(last) & ended.ge(first)]
    return found.assign(is_phase=found["part_of"].notna()).sort_values(["is_phase", "started_on"]).drop(columns="is_phase")


def last_of_others(
    series: pd.DataFrame, figures: pd.DataFrame, key: SeriesKey, most: int
) -> list[tuple[SeriesKey, dict[str, Any]]]:
    """Return the last point of each other measure of the area, with its own words, the latest report first."""
    here = [other for other in keys(series) if other.area_code == key.area_code and other.measure != key.measure]
    return latest_of_each(((other, rows(with_own_words(points(series, other), figures))[-1]) for other in here), most)


def latest_of_each(told: Iterable[tuple[SeriesKey, dict[str, Any]]], most: int) -> list[tuple[SeriesKey, dict[str, Any]]]:
    """Return one of the last points of counts for each measure, on one basis, the latest report first."""
    last = list(told)
    # Of a stock all people come before those displaced since a day; then the latest report, then the fullest series.
    last.sort(key=lambda pair: (pair[0].kind == Kind.FLOW or pair[0].since is None, pair[1]["as_of"], pair[0].n_points))
    best = {other.measure: (other, point) for other, point in last}
    return sorted(best.values(), key=lambda pair: (pair[1]["as_of"], pair[0].measure), reverse=True)[:most]


def identified(frame: pd.DataFrame, column: str, wanted: str | None) -> dict[str, Any] | None:
    """Return the row with that id as a record, or None where there is none."""
    found = rows(frame[frame[column].eq(wanted).fillna(False)]) if wanted else []
    return found[0] if found else None


def like(series: pd.DataFrame, key: SeriesKey, most: int) -> pd.DataFrame:
    """Return the points of every area that counts like this series, of the areas with the highest points."""
    mask = pd.Series(True, index=series.index)
    for name in ("measure", "unit", "area_role", "window"):
        mask &= _matches(series[name], getattr(key, name))
    same = series[mask & series["value"].notna()]
    largest = same.groupby("area_name")["value"].max().sort_values(ascending=False).index[:most]
    return same[same["area_name"].isin(largest)]


def with_names(frame: pd.DataFrame, areas: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return the rows with `area_name` as a column of the areas gives it, such as `name_ar`; else as it is."""
    if column not in areas:
        return frame
    named = areas[areas[column].notna()]
    names = frame["area_code"].map(dict(zip(named["area_code"], named[column], strict=True)))
    return frame.assign(area_name=names.astype(frame["area_name"].dtype).fillna(frame["area_name"]))


def repeats(figures: pd.DataFrame, figure: dict[str, Any]) -> pd.DataFrame:
    """Return the other figures of the same claim."""
    return figures[_matches(figures["claim_id"], figure["claim_id"]) & figures["figure_id"].ne(figure["figure_id"])]


def conflict(keyed_figures: pd.DataFrame, all_claims: pd.DataFrame, figure_id: str) -> pd.DataFrame:
    """Return one row a claim about the measure, area, unit and day of a figure, with `since`, `window` and `n_documents`.

    Empty for a figure that takes no part in series. Those who count from the figure's own first day come first, then the
    others, each first day by itself: they are no one line (rule 9), but they are what a reader of that day was told.
    """
    asked = keyed_figures[keyed_figures["figure_id"].eq(figure_id).fillna(False)]
    if asked.empty:
        return one_a_claim(asked, all_claims)
    own = rows(asked)[0]
    mask = pd.Series(True, index=keyed_figures.index)
    for name in ("measure", "area_code", "area_role", "as_of", "counted_unit"):
        mask &= _matches(keyed_figures[name], own[name])
    found = one_a_claim(keyed_figures[mask], all_claims)
    is_other = ~(_matches(found["since"], own["since"]) & _matches(found["window"], own["window"]))
    rank = found["role"].map(RANK_OF_ROLE).astype("int64")
    order = ["is_other", "window", "since", "rank", "speaker", "figure_id"]
    return found.assign(is_other=is_other, rank=rank).sort_values(order)[found.columns]


def known_sides(point: Mapping[str, Any], claims: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Return the ends of the band of a point; an open one ends at the last known claim of its day."""
    known = [claim[name] for claim in claims if claim["as_of"] == point["as_of"] for name in SPOKEN if claim[name] is not None]
    known += [count for count in (point["low"], point["value"], point["high"]) if count is not None]
    low, high = point["low"], point["high"]
    return min(known) if low is None else low, max(known) if high is None else high


def n_each(column: pd.Series) -> dict[str, int]:
    """Return how many rows there are of each value that occurs, the most frequent first."""
    return {str(name): int(n) for name, n in column.value_counts().items()}


def pairs(frame: pd.DataFrame, code: str, name: str) -> list[tuple[str, str]]:
    """Return each code with its name, by name; rows without a code are left out."""
    found = frame[frame[code].notna()].drop_duplicates(code)
    return sorted(zip(found[code], found[name].fillna(found[code]), strict=True), key=lambda pair: pair[1].casefold())
