"""What a briefing is, whatever file it becomes: sections of a few kinds of blocks, and a numbered note behind every number.

A renderer draws these classes and nothing else: no frame reaches it. Words with a number in them are `Cited`, so that a number
without a note cannot be written by accident.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from components.charts.lanes import Side
from components.wording import _, speaking
from etl.crises import TurningPoint

Row = dict[str, Any]
"""A record of a table, a missing value as None."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence or the words of a cell, with the numbers of the notes that back them."""

    words: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One key figure: its label, the number as its speaker meant it, the lines that say who and when, the words where quoted."""

    label: str
    number: Cited
    lines: tuple[str, ...]
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Key figures of one kind. A stock and a flow never stand in the same row."""

    title: str
    kind: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that follow each other."""

    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences that stand each on its own."""

    items: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: what it holds, the heads of its columns, and rows of as many cells."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cited, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """The chart as data: one count, and under it what happened on the same days. Its rows cannot be hashed; it is itself only."""

    title: Cited
    subtitle: str
    alt: str
    caption: Cited
    first: date
    last: date
    points: tuple[Row, ...]
    claims: tuple[Row, ...]
    events: tuple[Row, ...]
    offensives: tuple[Row, ...]
    turning_points: tuple[TurningPoint, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A mark of the map: a place with what was reported of it, and the row that says so.

    `role` is `origin` (people left), `destination` (people came) or `event` (somebody took, entered or attacked a town). `words`
    are the number as its speaker meant it, or what was done to the town; a circle is drawn for `size`. `precision` is `point` or
    `adm3` (known to the sub-district). `event_type`, `side` (of `sides`, or a lane) and `is_disputed` belong to events.
    """

    row_id: str
    name: str
    latitude: float
    longitude: float
    role: str
    words: str
    low: int | None = None
    value: int | None = None
    high: int | None = None
    precision: str = "point"
    event_type: str | None = None
    side: str | None = None
    is_disputed: bool = False

    @property
    def size(self) -> int | None:
        """The number a circle is drawn for: the printed one, else the known side of a range; None for an event."""
        return next((side for side in (self.value, self.low, self.high) if side is not None), None)


@dataclass(frozen=True, slots=True)
class MapRoad:
    """A road as straight lines through towns: (latitude, longitude) of each."""

    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A town that is named for orientation only."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """The map as data: one count by place and the towns that events name, over roads. Numbers of places are never added."""

    title: Cited
    alt: str
    caption: Cited
    places: tuple[MapPlace, ...]
    roads: tuple[MapRoad, ...]
    labels: tuple[MapLabel, ...]
    sides: tuple[Side, ...] = ()


Block = Cards | Paragraph | Bullets | Grid | Drawing | MapDrawing


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `name` is the same in every format."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered note: the row it stands for, the words, who said them, who published them, when, and where to read them."""

    number: int
    row_id: str
    words: str
    is_quote: bool
    speaker: str
    day: str
    publisher: str
    published: str
    title: str | None
    url: str | None
    also_in: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """From which build and selection a briefing was made, by which rules, who signed it, and when (in words)."""

    build_id: str
    built: str
    built_at: datetime
    selection_hash: str
    rules: str
    profile: str
    reviewed_by: str | None
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing, ready for any renderer. `selection` names what was asked for, one pair a line.

    `is_brief` is one page, `is_whole` leaves nothing out; `shows_row_ids` makes of the notes an annex with the id of each row.
    `most_pages` is how long it may be on paper, where that is limited. `name_parts` are the words a file of it is named by.
    `direction` is `ltr` or `rtl`, as `language` is written.
    """

    title: str
    for_whom: str
    selection: tuple[tuple[str, str], ...]
    opening: Cited
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    imprint: Imprint
    name_parts: tuple[str, ...] = ()
    is_brief: bool = False
    most_pages: int | None = None
    shows_row_ids: bool = False
    is_whole: bool = False
    language: str = "en"
    direction: str = "ltr"

    @property
    def note_of(self) -> dict[str, int]:
        """The number of the note of each row that has one, by the id of the row."""
        return {citation.row_id: citation.number for citation in self.citations}

    @property
    def is_draft(self) -> bool:
        """Whether nobody has signed it yet."""
        return self.imprint.reviewed_by is None

    @property
    def standing(self) -> str:
        """The words every page carries, in its language: DRAFT until a named person signs."""
        name, when = self.imprint.reviewed_by, self.imprint.reviewed
        with speaking(self.language):
            if name is None:
                return _("DRAFT, not reviewed")
            if when is None:
                return _("Reviewed by {name}").format(name=name)
            return _("Reviewed by {name}, {when}").format(name=name, when=when)
