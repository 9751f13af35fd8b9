"""What the map shows of one count on one day, and what it is read by. No streamlit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.mapping import Town
from components.selection import SeriesKey
from components.viewpoint import NOW, Viewpoint

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What everything on the map is read by: the build, the language, the viewpoint, and the wide area it is narrowed to."""

    build_id: str
    spoken: str
    viewpoint: Viewpoint = NOW
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """One count on one day, what had happened to towns by then, and the other events of the days up to it."""

    count: SeriesKey
    first: date
    day: date
    points: Sequence[Row]
    towns: Sequence[Town]
    events: Sequence[Row]
    n_events: int
    flows: Sequence[tuple[Row, Row]]
    nested: str | None
    licences: Sequence[str]
    outlook: Outlook

    @property
    def n_days(self) -> int:
        """How many days of events it shows."""
        return (self.day - self.first).days + 1

    @property
    def people(self) -> list[Row]:
        """The numbers whose place is exact enough for a circle."""
        return [point for point in self.points if point["is_placed"]]

    @property
    def wider(self) -> list[Row]:
        """The numbers of places too wide or unknown for a circle."""
        return [point for point in self.points if not point["is_placed"]]

    @property
    def marked(self) -> list[Row]:
        """The events that have a mark."""
        return [event for event in self.events if event["is_placed"]]
