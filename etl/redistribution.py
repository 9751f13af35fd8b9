"""What may be passed on: rows read from a document whose licence forbids it stay here, and what leaves says which and why.

Everything on this machine may be looked at on this machine; this rule is for what leaves it: packages and the API.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd

from etl import store
from etl.columns import surely
from etl.select import Selection, batches, is_recounted, recounted

SAME_POINT = ["measure", "area_code", "area_role", "as_of"]
KEYS = {
    "documents": "document_id",
    "figures": "document_id",
    "events": "document_id",
    "problems": "document_id",
    "claims": "claim_id",
    "series": "figure_id",
}
"""The column by which a row of a table is traced to its documents. Other tables hold facts of our own."""
CHANGE = ["change_low", "change_value", "change_high", "days"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows of one table that stay here: of which source and publisher, how many, under which licence."""

    table: str
    source: str
    publisher: str
    licence: str
    n_rows: int

    @property
    def reason(self) -> str:
        """Which rows are left out and why, in a sentence."""
        rows = "1 row" if self.n_rows == 1 else f"{self.n_rows:,} rows"
        return (
            f"{rows} of {self.table} left out: from {self.publisher} ({self.source}), whose licence does not allow passing on: "
            f"{self.licence}"
        )


@dataclass(frozen=True)
class Terms:
    """Which rows must stay here. `documents` holds source, publisher and licence of each document that forbids passing on.

    `of` names, for the ids of each table's rows, the document that forbids it; `after` are points whose change counts from a
    point that stays here.
    """

    documents: Mapping[str, tuple[str, str, str]]
    of: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    after: frozenset[str] = frozenset()


def terms_of(build: str, selection: Selection) -> Terms:
    """Return what must stay here of a build as the selection knows it."""
    is_anew = is_recounted("series", selection)
    known = (selection.known_on, selection.profile) if is_anew else (None, Selection().profile)
    return _terms(str(store.tables_folder()), build, Selection(known_on=known[0], profile=known[1]))


@lru_cache(maxsize=8)
def _terms(folder: str, build: str, selection: Selection) -> Terms:
    documents = store.read("documents", build)
    closed = documents[~surely(documents["is_redistributable"])]
    if closed.empty:
        return Terms({})
    told = zip(closed["source"], closed["publisher"], closed["licence"], strict=True)
    forbidding = dict(zip(closed["document_id"], told, strict=True))
    is_anew = is_recounted("series", selection)
    known = recounted(build, selection.known_on, selection.profile) if is_anew else None
    figures, series = (known.figures, known.series) if known else (store.read("figures", build), store.read("series", build))
    claims = _claims(figures, forbidding)
    points = _points(figures, series, claims)
    documents_of = {one: one for one in forbidding}
    traced = dict.fromkeys(("documents", "figures", "events", "problems"), documents_of) | {"claims": claims, "series": points}
    return Terms(forbidding, traced, _after(series, points))


def _claims(figures: pd.DataFrame, forbidding: Mapping[str, object]) -> dict[str, str]:
    """Return the claims that no open document makes, each with a document that forbids passing it on."""
    told = figures[figures["claim_id"].notna()]
    is_closed = told["document_id"].isin(list(forbidding)).to_numpy(dtype=bool)
    closed = told[is_closed & ~told["claim_id"].isin(told.loc[~is_closed, "claim_id"]).to_numpy(dtype=bool)]
    return dict(zip(closed["claim_id"], closed["document_id"], strict=True))


def _points(figures: pd.DataFrame, series: pd.DataFrame, claims: Mapping[str, str]) -> dict[str, str]:
    """Return the points that rest on such a claim: their number is it, or their band and their count of claims hold it."""
    closed = figures[figures["claim_id"].isin(list(claims)) & figures["role"].notna()]
    rests = series[[*SAME_POINT, "figure_id"]].merge(closed[[*SAME_POINT, "document_id"]], on=SAME_POINT, how="inner")
    return dict(zip(rests["figure_id"], rests["document_id"], strict=True))


def _after(series: pd.DataFrame, points: Mapping[str, str]) -> frozenset[str]:
    is_left_out = series["figure_id"].isin(list(points)).to_numpy(dtype=bool)
    # Points of a series follow each other in the table; `days` is missing for the first of each.
    follows = series["days"].notna().to_numpy() & pd.Series(is_left_out).shift(1, fill_value=False).to_numpy(dtype=bool)
    return frozenset(series.loc[follows, "figure_id"])


def permitted(name: str, frame: pd.DataFrame, terms: Terms) -> pd.DataFrame:
    """Return the rows of a table that may be passed on. A change from a point left out goes with it, as for a first point."""
    if not terms.documents or name not in KEYS:
        return frame
    kept = frame[~_is_left_out(name, frame, terms)]
    if name == "series" and terms.after:
        kept = kept.copy()
        kept.loc[kept["figure_id"].isin(list(terms.after)).to_numpy(dtype=bool), CHANGE] = None
    return kept


def _is_left_out(name: str, frame: pd.DataFrame, terms: Terms) -> pd.Series:
    return frame[KEYS[name]].isin(list(terms.of[name])).astype(bool)


def left_out(name: str, selection: Selection, build: str) -> list[LeftOut]:
    """Return what stays here of a selection, a line for each source, publisher and licence; none where all may leave."""
    terms = terms_of(build, selection)
    if not terms.documents or name not in KEYS:
        return []
    counts: dict[tuple[str, str, str], int] = {}
    for frame in batches(name, selection, build):
        for row_id in frame.loc[_is_left_out(name, frame, terms), KEYS[name]]:
            told = terms.documents[terms.of[name][row_id]]
            counts[told] = counts.get(told, 0) + 1
    return [LeftOut(name, *told, n_rows) for told, n_rows in sorted(counts.items())]
