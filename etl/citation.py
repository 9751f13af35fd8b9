"""Who said it, who published it, where, and under which terms: what stands in every row that leaves for people to read."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from etl import store
from etl.tables import DOCUMENTS, Table, table_named

CITED = ("title", "publisher", "url", "licence")
KEPT_BY_HAND = "CC BY 4.0, credited to the publisher of the row"
"""The terms of offensives and events that we keep by hand (data/README.md); no document of the build stands behind them."""


def cited_table(name: str) -> Table:
    """Return the declaration of a table with the columns that `cite` adds."""
    table = table_named(name)
    if name not in _CITE:
        return table
    added = [DOCUMENTS.column(column) for column in CITED if column not in table.names]
    return replace(table, columns=(*table.columns, *(replace(column, required=False) for column in added)))


def cite(name: str, frame: pd.DataFrame, build: str) -> pd.DataFrame:
    """Return rows with title, publisher, url and licence of the document each stands in, in the same order.

    A claim is cited from the first document that made it and may be passed on, a point of a series from that of its figure.
    """
    return _CITE[name](frame, build)[cited_table(name).names] if name in _CITE else frame


def _documents(wanted: pd.Series, build: str) -> pd.DataFrame:
    return store.lookup("documents", ["document_id", *CITED], build, "document_id", wanted.dropna())


def _joined(frame: pd.DataFrame, build: str, documents_of: pd.Series) -> pd.DataFrame:
    """Return the rows with what they lack of the citation; `documents_of` gives the document of each row."""
    documents = _documents(documents_of, build).set_index("document_id")
    lacking = [column for column in CITED if column not in frame.columns]
    found = documents[lacking].reindex(documents_of.astype(object).to_numpy())
    return frame.assign(**{column: found[column].array for column in lacking})


def _of_figures(frame: pd.DataFrame, build: str) -> pd.DataFrame:
    return _joined(frame, build, frame["document_id"])


def _of_claims(frame: pd.DataFrame, build: str) -> pd.DataFrame:
    columns = ["claim_id", "document_id", "known_from", "figure_id"]
    figures = store.lookup("figures", columns, build, "claim_id", frame["claim_id"])
    documents = store.lookup("documents", ["document_id", "is_redistributable"], build, "document_id", figures["document_id"])
    told = figures.merge(documents, on="document_id", how="left").assign(is_closed=lambda joined: ~joined["is_redistributable"])
    ordered = told.sort_values(["is_closed", "known_from", "figure_id"])
    first = ordered.drop_duplicates("claim_id").set_index("claim_id")["document_id"]
    return _joined(frame, build, first.reindex(frame["claim_id"].astype(object).to_numpy()))


def _of_series(frame: pd.DataFrame, build: str) -> pd.DataFrame:
    figures = store.lookup("figures", ["figure_id", "document_id"], build, "figure_id", frame["figure_id"])
    documents_of = figures.set_index("figure_id")["document_id"]
    return _joined(frame, build, documents_of.reindex(frame["figure_id"].astype(object).to_numpy()))


def _of_events(frame: pd.DataFrame, build: str) -> pd.DataFrame:
    joined = _joined(frame, build, frame["document_id"])
    return joined.assign(licence=joined["licence"].where(frame["document_id"].notna().to_numpy(), KEPT_BY_HAND))


def _of_offensives(frame: pd.DataFrame, build: str) -> pd.DataFrame:
    licence = pd.Series(KEPT_BY_HAND, index=frame.index, dtype=pd.ArrowDtype(DOCUMENTS.column("licence").type))
    title = pd.Series(None, index=frame.index, dtype=licence.dtype)
    return frame.assign(title=title, licence=licence)


def _as_they_are(frame: pd.DataFrame, build: str) -> pd.DataFrame:
    return frame


_CITE: dict[str, Callable[[pd.DataFrame, str], pd.DataFrame]] = {
    "documents": _as_they_are,
    "figures": _of_figures,
    "claims": _of_claims,
    "series": _of_series,
    "events": _of_events,
    "offensives": _of_offensives,
}
