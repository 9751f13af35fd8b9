"""Bytes for readers to keep: CSV that opens rightly in a spreadsheet and says of each row who said it. No streamlit."""

import re

import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
CITATION = ["document_id", "title", "url", "licence", "accessed_on"]


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return the frame as CSV in UTF-8 with a byte order mark, so that Excel reads Arabic; a missing value is an empty cell.

    Text that a spreadsheet would run as a formula gets an apostrophe in front: excerpts are other people's words.
    """
    safe = frame.copy()
    for name in safe.columns:
        if pd.api.types.is_string_dtype(safe[name].dtype):
            text = safe[name].astype("string[pyarrow]")
            safe[name] = text.mask(text.str.startswith(FORMULA).fillna(False), "'" + text)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def cited(figures: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Return the figures with title, url and licence of the document each stands in, in the same order.

    Rows whose licence forbids passing them on are left out: looking is free, a file leaves the house.
    """
    closed = documents.loc[~documents["is_redistributable"].to_numpy(dtype=bool), "document_id"]
    rows = figures[~figures["document_id"].isin(closed)]
    return rows.merge(documents[CITATION], on="document_id", how="left", validate="many_to_one")


def file_name(what: str, filters: list[str], build: str) -> str:
    """Return a file name that says what was filtered and of which build: figures_sy-nw_ocha_<build>.csv."""
    parts = [re.sub(r"[^a-z0-9]+", "-", part.casefold()).strip("-")[:40] for part in (what, *filters, build)]
    return "_".join(part for part in parts if part) + ".csv"
