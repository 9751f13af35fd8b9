"""What the live build holds, for the page of the data: rows page by page, dictionary, sources, build, addresses. No streamlit."""

import importlib.util
import json
from functools import cache
from typing import Any

import pandas as pd

from components import captions
from etl import exports, pipeline, store, tables
from etl.exports import Export
from etl.select import Selection

ROWS_A_PAGE = 50
FORMS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
NOT_GIVEN = "not given"


def shared(name: str, build: str, form: str = "csv") -> Export:
    """Return a table as it may leave: without what may not be passed on; CSV is for people, Parquet for machines."""
    return Export(name, Selection(), build, for_people=form == "csv")


def file_bytes(name: str, build: str, form: str) -> bytes:
    """Return a whole table as the bytes of a file; CSV has the citation in every row and no text that runs as a formula."""
    return b"".join(exports.chunks(shared(name, build, form), form))


def rows_of(name: str, build: str, page: int) -> pd.DataFrame:
    """Return one page of a table, the first being 1; only that part of the file is read."""
    return Export(name, Selection(), build, is_shared=False).page((page - 1) * ROWS_A_PAGE, ROWS_A_PAGE)[0]


def n_rows(name: str, build: str) -> int:
    """Return how many rows a table of the build has; the record of the build itself is one."""
    counted: dict[str, int] = json.loads(store.read("builds", build)["n_rows"].iloc[0])
    return counted.get(name, 1)


def n_pages(rows: int) -> int:
    """Return how many pages that many rows fill, at least one."""
    return max(1, -(-rows // ROWS_A_PAGE))


def dictionary(name: str) -> pd.DataFrame:
    """Return the dictionary of a table, a row a column: what it means, the words allowed in it, what it holds, its HXL tag."""
    required = {column.name: column.required for column in tables.table_named(name).columns}
    return pd.DataFrame(
        {
            "Column": one["name"],
            "Meaning": one["definition"] + (f" Allowed: {', '.join(one['allowed'])}." if "allowed" in one else ""),
            "Holds": ", ".join(filter(None, (one["type"], one["unit"], "" if required[one["name"]] else "may be missing"))),
            "HXL": one["hxl"],
        }
        for one in exports.dictionary(tables.table_named(name))
    )


def sources(build: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return each source with its terms, coverage and freshness in named lines; a day nobody gave is said to be so."""
    documents, figures = store.read("documents", build), store.read("figures", build)
    return [_source(module.SOURCE, documents, figures) for module in pipeline.source_modules().values()]


def _source(source: Any, documents: pd.DataFrame, figures: pd.DataFrame) -> tuple[str, list[tuple[str, str]]]:
    own = documents[documents["source"] == source.name]
    n_figures = int((figures["source"] == source.name).sum())
    return source.title, [
        ("Publisher", source.publisher),
        ("Licence", source.licence),
        ("Coverage", source.coverage),
        ("In this build", f"{captions.counted(n_figures, 'figure')} from {captions.counted(len(own), 'document')}"),
        ("Published", _days(own["published_on"])),
        ("Last taken", _last(own["accessed_on"])),
    ]


def _days(days: pd.Series) -> str:
    known = days.dropna()
    if known.empty:
        return NOT_GIVEN
    lacking = captions.number(len(days) - len(known))
    return captions.period(known.min(), known.max()) + (f"; {NOT_GIVEN} for {lacking}" if len(known) < len(days) else "")


def _last(days: pd.Series) -> str:
    known = days.dropna()
    return captions.day(known.max()) if len(known) else NOT_GIVEN


def inputs(build: str) -> pd.DataFrame:
    """Return the files the build was made from, each with its SHA-256."""
    found = json.loads(store.read("builds", build)["inputs"].iloc[0])
    return pd.DataFrame([(one["path"], one["sha256"]) for one in found], columns=["File", "SHA-256"])


@cache
def addresses() -> tuple[tuple[str, str], ...]:
    """Return each address of the API with what it gives, as the API describes itself; none where there is no API."""
    if importlib.util.find_spec("components.api") is None:
        return ()
    from components.api import openapi

    paths = openapi.description()["paths"]
    return tuple((path, described["get"]["summary"]) for path, described in paths.items())
