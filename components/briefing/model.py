"""What a briefing is, whatever file it becomes: sections of a few kinds of blocks, and a numbered note behind every number.

A renderer draws these classes and nothing else: no frame reaches it. Words with a number in them are `Cited`, so that a number
without a note cannot be written by accident.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from components.charts.lanes import Side
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


@dataclass(frozen=True, slots=True)
class Drawing:
    """The chart as data: one count, and under it what happened on the same days."""

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


Block = Cards | Paragraph | Bullets | Grid | Drawing


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
    """From which build and selection a briefing was made, by which rules, and who signed it."""

    build_id: str
    built: str
    selection_hash: str
    rules: str
    profile: str
    reviewed_by: str | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing, ready for any renderer. `selection` names what was asked for, one pair a line.

    `name_parts` are the words a file of it is named by.
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
    shows_row_ids: bool = False

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
        """The words every page carries: DRAFT until a named person signs."""
        return "DRAFT, not reviewed" if self.is_draft else f"Reviewed by {self.imprint.reviewed_by}"
