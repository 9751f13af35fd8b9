"""Small tables in, small tables out: the words of a spec turned into figures, and counts turned back into text."""

import re
from datetime import date
from typing import Any

import pandas as pd

from etl import tables
from etl.counting.count import Count, count
from etl.counting.profiles import with_profile
from etl.crises import Crisis, SpeakerGroup
from etl.figures import complete, figure_id_of

AREAS: dict[str, dict[str, Any]] = {
    "NW": {"name": "northwest", "level": None, "parent_code": None},
    "SY07": {"name": "Idleb", "level": 1, "parent_code": "SY"},
    "SY": {"name": "Syria", "level": 0, "parent_code": None},
}
PREFIXES = {
    "more than": "more_than",
    "at least": "at_least",
    "nearly": "nearly",
    "about": "about",
    "up to": "at_most",
    "fewer than": "less_than",
}
VAGUE = {"thousands": "plural_1000", "tens of thousands": "plural_10000", "hundreds of thousands": "plural_100000"}
DEFAULTS: dict[str, Any] = {
    "source": "spec",
    "publisher": "a publisher",
    "measure": "new_displacement",
    "unit": "persons",
    "accuracy": "day",
    "area_code": "NW",
    "area_role": "origin",
    "subgroup": "all",
    "modality": "asserted",
    "confidence": "high",
}
GROUPS = (
    SpeakerGroup(name="UN count", speakers=("OCHA", "CCCM Cluster", "UN spokesperson"), reason="one and the same count"),
    SpeakerGroup(name="UN agencies", speakers=("UNICEF", "UNHCR"), reason="pass on the count later"),
    SpeakerGroup(name="monitors", speakers=("Monitor",), reason="count for themselves"),
)
CRISIS = Crisis(
    crisis_id="spec",
    title="A crisis",
    summary="",
    first_day=date(2019, 1, 1),
    last_day=date(2020, 12, 31),
    area="NW",
    areas=("NW",),
    default_measure="new_displacement",
    default_since=None,
    sources=(),
    speaker_groups=GROUPS,
    turning_points=(),
    choices=(),
    fields={},
)


def rows_of(text: str) -> list[dict[str, str]]:
    """Return the rows of a table drawn with bars; its first line names the columns."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [dict(zip(lines[0], cells, strict=True)) for cells in lines[1:]]


def spoken(words: str) -> dict[str, Any]:
    """Return what number words say: quantifier, rule and the printed numbers."""
    if words in VAGUE:
        return {"quantifier": "vague", "rule_id": VAGUE[words]}
    numbers = [int(number.replace(",", "")) for number in re.findall(r"[\d,]+", words)]
    if len(numbers) == 2:
        return {"quantifier": "between", "rule_id": "between", "reported_low": numbers[0], "reported_high": numbers[1]}
    quantifier = next((q for prefix, q in PREFIXES.items() if words.startswith(prefix)), "exact")
    return {"quantifier": quantifier, "rule_id": quantifier, "reported_value": numbers[0]}


def figures_of(text: str, **defaults: Any) -> pd.DataFrame:
    """Return the figures of a table with the columns speaker, words and any of the figures table's.

    `known` is the day of publication; a row's `id` names it for is_part_of.
    """
    records = []
    for number, row in enumerate(rows_of(text)):
        given = {name: cell or None for name, cell in row.items()}
        words = given.pop("words") or ""
        name = given.pop("id", None) or str(number)
        figure = DEFAULTS | {"speaker": "OCHA"} | defaults | spoken(words) | {"phrase": words} | given
        figure["published_on"] = figure.pop("known", None) or figure.get("published_on")
        for column in ("published_on", "period_start", "as_of"):
            if isinstance(figure.get(column), str):
                figure[column] = date.fromisoformat(figure[column])
        for column in ("people_low", "people_value", "people_high"):
            figure[column] = int(figure[column]) if figure.get(column) else None
        figure["is_part_of"] = figure_id_of("spec", figure["is_part_of"]) if figure.get("is_part_of") else None
        figure |= {"figure_id": figure_id_of("spec", name), "document_id": figure.get("document_id") or f"document {number}"}
        records.append(complete(figure, AREAS))
    return tables.FIGURES.frame(records)


def counted(text: str, known_on: str | None = None, profile: str = "interval", crisis: Crisis = CRISIS, **defaults: Any) -> Count:
    """Return the count of a table of figures, as known on a day and under a profile where they are given."""
    figures = with_profile(figures_of(text, **defaults), profile, lambda area_code, year: None)
    return count(figures, crisis, date.fromisoformat(known_on) if known_on else None)


def drawn(frame: pd.DataFrame, columns: str) -> str:
    """Return a frame as a table drawn with bars; a missing cell is empty."""
    names = columns.split()
    lines = [names] + [
        ["" if pd.isna(value) else f"{value:,}" if type(value) is int else str(value) for value in row]
        for row in frame[names].astype(object).itertuples(index=False)
    ]
    widths = [max(len(line[i]) for line in lines) for i in range(len(names))]
    return "\n".join(" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)


def same_table(frame: pd.DataFrame, text: str) -> bool:
    """Whether a frame reads as the drawn table, spaces aside."""
    wanted = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    got = [[cell.strip() for cell in line.split("|")] for line in drawn(frame, " ".join(wanted[0])).splitlines()]
    assert got == wanted, "\n" + drawn(frame, " ".join(wanted[0]))
    return True
