"""What a crisis file says in the language of the moment: `title_ar` beside `title`, and so for every word. Pure: no streamlit."""

from dataclasses import replace
from typing import Any

from components.wording import language
from etl.crises import Crisis


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
