"""Small frames for the tests of the dashboard: each names only what its test is about."""

from datetime import date
from typing import Any

import pandas as pd

from components import selection
from components.selection import SeriesKey
from etl import tables

RUNNING = SeriesKey("new_displacement", "flow", "persons", "SY-NW", "Northwest Syria", "origin", date(2019, 12, 1), None)
STOCK = SeriesKey("idps", "stock", "persons", "SY-NW", "Northwest Syria", "present", None, None)
MONTHLY = SeriesKey("new_displacement", "flow", "movements", "SY07", "Idleb", "destination", None, "month")


def day(text: str) -> date:
    return date.fromisoformat(text)


def figure(figure_id: str, as_of: str | None, value: int | None, **changes: Any) -> dict[str, Any]:
    record = {
        "figure_id": figure_id,
        "document_id": f"d-{figure_id}",
        "source": "register",
        "publisher": "OCHA",
        "speaker": "OCHA",
        "measure": "new_displacement",
        "kind": "flow",
        "unit": "persons",
        "quantifier": "exact",
        "reported_value": value,
        "people_low": value,
        "people_value": value,
        "people_high": value,
        "period_start": day("2019-12-01"),
        "as_of": day(as_of) if as_of else None,
        "accuracy": "day",
        "area_code": "SY-NW",
        "area_name": "Northwest Syria",
        "area_as_reported": "northwest Syria",
        "area_role": "origin",
        "subgroup": "all",
        "modality": "asserted",
        "phrase": f"{value:,}" if value is not None else "many",
        "rule_id": "interval/exact",
        "confidence": "high",
        "known_from": day(as_of) if as_of else None,
        "claim_id": f"c-{figure_id}",
        "role": "recommended",
        "role_reason": "best-ranked group that reports this count",
    }
    return record | changes


def figures(*records: dict[str, Any]) -> pd.DataFrame:
    return tables.FIGURES.frame(records)


def claims_of(frame: pd.DataFrame) -> pd.DataFrame:
    """The claims table those figures would have: the first figure of each claim speaks for it."""
    n_documents = frame.groupby("claim_id")["document_id"].nunique()
    first = frame.drop_duplicates("claim_id")
    names = [name for name in tables.CLAIMS.names if name in first.columns]
    return first[names].assign(n_documents=first["claim_id"].map(n_documents)).reset_index(drop=True)


def marks_of(*records: dict[str, Any]) -> pd.DataFrame:
    """Those figures as the claims a chart draws, one document each."""
    return figures(*records).assign(n_documents=1)


def point(as_of: str, value: int | None, **changes: Any) -> dict[str, Any]:
    record = {
        "measure": "new_displacement",
        "kind": "flow",
        "unit": "persons",
        "area_code": "SY-NW",
        "area_name": "Northwest Syria",
        "area_role": "origin",
        "since": day("2019-12-01"),
        "as_of": day(as_of),
        "low": value,
        "value": value,
        "high": value,
        "quantifier": "exact",
        "figure_id": f"f-{as_of}",
        "speaker": "OCHA",
        "n_claims": 1,
        "n_speakers": 1,
        "is_revision": False,
    }
    return record | changes


def points(*records: dict[str, Any]) -> pd.DataFrame:
    """Points of series with what their own words claim, here the band itself where the test does not say otherwise."""
    own = [{"own_low": one.pop("own_low", one["low"]), "own_high": one.pop("own_high", one["high"])} for one in records]
    frame = tables.SERIES.frame(records)
    columns = {name: pd.array([row[name] for row in own], dtype=pd.ArrowDtype(tables.COUNT)) for name in ("own_low", "own_high")}
    return frame.assign(**columns)


def told(*records: dict[str, Any]) -> list[dict[str, Any]]:
    return selection.rows(points(*records))


def event(event_id: str, started_on: str, **changes: Any) -> dict[str, Any]:
    record = {
        "event_id": event_id,
        "event_type": "town_captured",
        "started_on": day(started_on),
        "accuracy": "day",
        "area_name": "Saraqeb",
        "actor": "Syrian government forces",
        "status": "reported",
        "speaker": "SANA",
        "publisher": "SANA",
        "leaning": "government",
        "confidence": "high",
        "source": "register",
    }
    return record | changes


def events(*records: dict[str, Any]) -> pd.DataFrame:
    return tables.EVENTS.frame(records)


def offensive(offensive_id: str, started_on: str, ended_on: str | None, **changes: Any) -> dict[str, Any]:
    record = {
        "offensive_id": offensive_id,
        "name": f"Offensive {offensive_id}",
        "started_on": day(started_on),
        "ended_on": day(ended_on) if ended_on else None,
        "accuracy": "day",
        "parties": "Syrian government forces;opposition factions",
        "summary": "What happened.",
        "publisher": "OCHA",
        "url": "https://example.org/offensive",
    }
    return record | changes


def offensives(*records: dict[str, Any]) -> pd.DataFrame:
    return tables.OFFENSIVES.frame(records)
