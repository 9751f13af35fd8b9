"""What a crisis file says in the language of the moment: `title_ar` beside `title`, and so for every word. Pure: no streamlit."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from components import reasons
from components.directions import bare
from components.wording import _, language
from etl.crises import Crisis

OURS = {"offensives": ("name", "parties", "summary"), "events": ("actor", "opponent")}
"""Columns of our own words, by table; in every table groups of areas have names of ours too."""
BETWEEN = ";"


def with_own_names(table: str, frame: pd.DataFrame, about: Crisis) -> pd.DataFrame:
    """Return rows of a table with our own names in the language of the moment; one the crisis file does not know stays."""
    names = about.fields.get("called", {}).get(language(), {})
    columns = [column for column in (*OURS.get(table, ()), "area_name") if column in frame]
    return frame.assign(**{column: _renamed(frame[column], names) for column in columns})


def _renamed(column: pd.Series, names: Mapping[str, str]) -> pd.Series:
    spoken = {text: _called(text, names) for text in column.dropna().unique()}
    return column.map(spoken).astype(column.dtype)


def _called(text: str, names: Mapping[str, str]) -> str:
    if text in names:
        return names[text]
    parts = [part.strip() for part in text.split(BETWEEN)]
    if all(part in names for part in parts):
        return bare(_("; ").join([names[part] for part in parts]))
    return reasons.spoken(text)


def in_language(about: Crisis) -> Crisis:
    """Return the crisis in the language of the moment; a word that its file has in English only stays English."""
    fields = _spoken(about.fields, language())
    turns = zip(about.turning_points, fields.get("turning_points", ()), strict=True)
    groups = zip(about.speaker_groups, fields["speaker_group"], strict=True)
    return replace(
        about,
        title=fields["title"],
        summary=fields["summary"],
        turning_points=tuple(replace(point, label=said["label"]) for point, said in turns),
        speaker_groups=tuple(replace(group, name=said["name"], reason=said["reason"]) for group, said in groups),
        fields=fields,
    )


def _spoken(found: Any, spoken: str) -> Any:
    if isinstance(found, list):
        return [_spoken(one, spoken) for one in found]
    if not isinstance(found, dict):
        return found
    return {name: _spoken(found.get(f"{name}_{spoken}", value), spoken) for name, value in found.items()}
