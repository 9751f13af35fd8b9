"""One crisis a file in data/crises/: title, window, areas, default measure, baseline, speaker ranking."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from etl import raw
from etl.errors import CannotRead, UnknownCrisis
from etl.figures import figure_id_of

FOLDER = Path(__file__).resolve().parents[1] / "data" / "crises"
DEFAULT_CRISIS = "nw-syria-2019-20"


@dataclass(frozen=True, slots=True)
class SpeakerGroup:
    """Speakers who publish one and the same count, and why they are taken together."""

    name: str
    speakers: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A person's choice of the recommended figure of its day: who chose, when and why. It overrules the rules."""

    figure_id: str
    who: str
    when: date
    why: str


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A day a chart names: the word beside it and the event behind it."""

    day: date
    label: str
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Crisis:
    """What a dataset is about. `speaker_groups` stand in order of rank, the best first."""

    crisis_id: str
    title: str
    summary: str
    first_day: date
    last_day: date
    area: str
    areas: tuple[str, ...]
    default_measure: str
    default_since: date | None
    sources: tuple[str, ...]
    speaker_groups: tuple[SpeakerGroup, ...]
    turning_points: tuple[TurningPoint, ...]
    choices: tuple[Choice, ...]
    fields: dict[str, Any]


def crisis_ids(folder: Path = FOLDER) -> list[str]:
    """Return the ids of the crises there are."""
    return sorted(path.stem for path in folder.glob("*.toml"))


def read_crisis(crisis_id: str | None = None, folder: Path = FOLDER) -> Crisis:
    """Return a crisis, the default one without an id. Raises UnknownCrisis, or CannotRead for a file that lacks a field."""
    crisis_id = crisis_id or DEFAULT_CRISIS
    if crisis_id not in crisis_ids(folder):
        raise UnknownCrisis(f"there is no crisis {crisis_id!r}; there are {', '.join(crisis_ids(folder))}")
    fields = raw.read_toml(folder / f"{crisis_id}.toml")
    try:
        return _crisis(crisis_id, fields)
    except KeyError as error:
        raise CannotRead(f"{crisis_id}.toml does not say {error.args[0]}") from error


def _crisis(crisis_id: str, fields: dict[str, Any]) -> Crisis:
    return Crisis(
        crisis_id=crisis_id,
        title=fields["title"],
        summary=fields["summary"],
        first_day=fields["window"]["from"],
        last_day=fields["window"]["to"],
        area=fields["area"],
        areas=tuple(fields["areas"]),
        default_measure=fields["default_measure"],
        default_since=fields.get("default_since"),
        sources=tuple(fields["sources"]),
        speaker_groups=tuple(
            SpeakerGroup(name=group["name"], speakers=tuple(group["speakers"]), reason=group["reason"])
            for group in fields["speaker_group"]
        ),
        turning_points=tuple(
            TurningPoint(day=point["date"], label=point["label"], event_id=point.get("event_id"))
            for point in fields.get("turning_points", [])
        ),
        choices=tuple(_choice(entry) for entry in fields.get("choice", [])),
        fields=fields,
    )


def _choice(entry: dict[str, Any]) -> Choice:
    figure_id = entry["figure_id"] if "figure_id" in entry else figure_id_of("register", entry["register_id"])
    return Choice(figure_id=figure_id, who=entry["who"], when=entry["when"], why=entry["why"])
