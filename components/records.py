"""One record and what stands behind it, kept by build: what a mark stands for, its document, the repeats and the other claims."""

from typing import Any

import pandas as pd

from components import data, selection
from components.kept import kept
from components.viewpoint import NOW, Viewpoint
from components.wording import language, speaking

MOST_REPEATS = 100
"""Documents of one claim that are listed one by one."""


def found(record_id: str | None, viewpoint: Viewpoint = NOW) -> tuple[str, dict[str, Any]] | None:
    """Return the table and the record a chart's mark stands for, or None for an id that is none."""
    return _found(record_id, data.build(), viewpoint, language()) if record_id else None


@kept(256)
def _found(record_id: str, build_id: str, viewpoint: Viewpoint, spoken: str) -> tuple[str, dict[str, Any]] | None:
    with speaking(spoken):
        for name, column in (("figures", "figure_id"), ("events", "event_id"), ("offensives", "offensive_id")):
            if record := selection.identified(data.read(name, build_id, viewpoint), column, record_id):
                return name, record
    return None


def evidence(figure: dict[str, Any], viewpoint: Viewpoint = NOW) -> dict[str, Any]:
    """Return what stands behind a figure: its document, other figures of its claim, and how many there are of these."""
    return _evidence(figure["figure_id"], figure["document_id"], figure["claim_id"], data.build(), viewpoint, language())


@kept(64)
def _evidence(
    figure_id: str, document_id: str, claim_id: str | None, build_id: str, viewpoint: Viewpoint, spoken: str
) -> dict[str, Any]:
    with speaking(spoken):
        figures, documents = (data.read(name, build_id, viewpoint) for name in ("figures", "documents"))
    repeats = selection.repeats(figures, {"figure_id": figure_id, "claim_id": claim_id})
    return {
        "document": selection.identified(documents, "document_id", document_id),
        "repeats": selection.rows(repeats.head(MOST_REPEATS)),
        "n_repeats": len(repeats),
    }


def conflict(figure: dict[str, Any], viewpoint: Viewpoint = NOW) -> pd.DataFrame:
    """Return every claim about the measure, area, unit and day of a figure, one row a claim, with `documents` in words."""
    return _conflict(figure["figure_id"], data.build(), viewpoint, language())


@kept(64)
def _conflict(figure_id: str, build_id: str, viewpoint: Viewpoint, spoken: str) -> pd.DataFrame:
    with speaking(spoken):
        claims, figures = (data.read(name, build_id, viewpoint) for name in ("claims", "figures"))
    found = selection.conflict(data.keyed_figures(build_id, viewpoint, spoken), claims, figure_id)
    told = figures[figures["claim_id"].isin(found["claim_id"])].drop_duplicates(["claim_id", "document_id"])
    return found.assign(documents=found["claim_id"].map(told.groupby("claim_id")["publisher"].agg("; ".join)))
