"""What the live build holds, for the page of the data: rows page by page, dictionary, sources, build, addresses. No streamlit."""

import importlib.util
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd

from components import captions, paging
from components.viewpoint import NOW, Viewpoint
from components.wording import N_, _, ngettext
from etl import exports, pipeline, store, tables
from etl.exports import Export
from etl.select import DAY_COLUMN, select

ROWS_A_PAGE = 50
FORMS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
NOT_GIVEN = N_("not given")
FOLLOWING = frozenset(DAY_COLUMN)
"""The tables that are another one from another day's knowledge, or by other rules; the others are the build's own."""


def shared(name: str, build: str, form: str = "csv", viewpoint: Viewpoint = NOW) -> Export:
    """Return a table as it may leave: without what may not be passed on; CSV is for people, Parquet for machines."""
    return Export(name, viewpoint.selection, build, for_people=form == "csv")


def file_bytes(name: str, build: str, form: str, viewpoint: Viewpoint = NOW) -> bytes:
    """Return a whole table as the bytes of a file; CSV has the citation in every row and no text that runs as a formula."""
    return b"".join(exports.chunks(shared(name, build, form, viewpoint), form))


def rows_of(name: str, build: str, page: int) -> pd.DataFrame:
    """Return one page of a table as it stands in the build, the first being 1; only that part of the file is read."""
    return Export(name, NOW.selection, build, is_shared=False).page((page - 1) * ROWS_A_PAGE, ROWS_A_PAGE)[0]


def page_of(frame: pd.DataFrame, page: int) -> pd.DataFrame:
    """Return one page of a table that is in memory, the first being 1."""
    return frame.iloc[paging.rows_of(page, ROWS_A_PAGE)]


def n_rows(name: str, build: str) -> int:
    """Return how many rows a table of the build has; the record of the build itself is one."""
    counted: dict[str, int] = json.loads(store.read("builds", build)["n_rows"].iloc[0])
    return counted.get(name, 1)


def dictionary(name: str) -> pd.DataFrame:
    """Return the dictionary of a table, a row a column: what it means, the words allowed in it, what it holds, its HXL tag."""
    required = {column.name: column.required for column in tables.table_named(name).columns}
    return pd.DataFrame(
        {
            _("Column"): one["name"],
            _("Meaning"): _said(one["definition"]) + (f" {_allowed(one['allowed'])}" if "allowed" in one else ""),
            _("Holds"): captions.joined(one["type"], _said(one["unit"]), "" if required[one["name"]] else _("may be missing")),
            "HXL": one["hxl"],
        }
        for one in exports.dictionary(tables.table_named(name))
    )


def _said(words: str) -> str:
    return _(words) if words else ""


def _allowed(words: Sequence[str]) -> str:
    return _("Allowed: {words}.").format(words=", ".join(words))


def n_pages(rows: int) -> int:
    """Return how many pages that many rows fill, at least one."""
    return paging.n_pages(rows, ROWS_A_PAGE)


@cache
def n_sources() -> int:
    """Return how many sources are read; a running app takes up no new one."""
    return len(pipeline.source_modules())


def sources(build: str, viewpoint: Viewpoint = NOW) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each source with its terms, coverage and freshness in named lines; a day nobody gave is said to be so."""
    documents, figures = (select(name, viewpoint.selection, build) for name in ("documents", "figures"))
    return [_source(module.SOURCE, documents, figures) for module in pipeline.source_modules().values()]


def _source(source: Any, documents: pd.DataFrame, figures: pd.DataFrame) -> tuple[str, list[tuple[str, str]]]:
    own = documents[documents["source"] == source.name]
    count = int((figures["source"] == source.name).sum())
    return source.title, [
        (_("Publisher"), source.publisher),
        (_("Licence"), source.licence),
        (_("Coverage"), source.coverage),
        (_("Shown here"), f"{n_figures(count)}; {n_documents(len(own))}"),
        (_("Published"), _days(own["published_on"])),
        (_("Last taken"), _last(own["accessed_on"])),
    ]


def n_figures(count: int) -> str:
    """Return a number of figures in words."""
    return ngettext("{n} figure", "{n} figures", count).format(n=captions.number(count))


def n_documents(count: int) -> str:
    """Return a number of documents in words."""
    return ngettext("{n} document", "{n} documents", count).format(n=captions.number(count))


def _days(days: pd.Series) -> str:
    known = days.dropna()
    if known.empty:
        return _(NOT_GIVEN)
    period = captions.period(known.min(), known.max())
    if len(known) == len(days):
        return period
    return _("{period}; not given for {n}").format(period=period, n=captions.number(len(days) - len(known)))


def _last(days: pd.Series) -> str:
    known = days.dropna()
    return captions.day(known.max()) if len(known) else _(NOT_GIVEN)


def inputs(build: str) -> pd.DataFrame:
    """Return the files the build was made from, each with its SHA-256."""
    found = json.loads(store.read("builds", build)["inputs"].iloc[0])
    return pd.DataFrame([(one["path"], one["sha256"]) for one in found], columns=[_("File"), "SHA-256"])


def addresses(viewpoint: Viewpoint = NOW) -> tuple[tuple[str, str], ...]:
    """Return each address of the API with what it gives, as the API describes itself; none where there is no API.

    Those that take a viewpoint carry it.
    """
    query = viewpoint.address()
    return tuple((f"{path}?{query}" if query and follows else path, gives) for path, gives, follows in _described())


@cache
def _described() -> tuple[tuple[str, str, bool], ...]:
    if importlib.util.find_spec("components.api") is None:
        return ()
    from components.api import openapi

    described = {path: one["get"] for path, one in openapi.description()["paths"].items()}
    return tuple((path, one["summary"], _takes_viewpoint(one.get("parameters", []))) for path, one in described.items())


def _takes_viewpoint(parameters: Sequence[Mapping[str, Any]]) -> bool:
    return {"known_on", "profile"} <= {one["$ref"].rpartition("/")[2] if "$ref" in one else one["name"] for one in parameters}
