"""What `export` writes for the selection of a briefing, and which numbers of a document are not in it.

For every format: `read_export(asked, folder)` once, then `strangers(text)` for the words of the document and
`untold(text, briefing)` for what the briefing says and the document lost. Marks of notes drawn as superscripts
must stand apart from the words they follow.
"""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from components import captions
from components.briefing.material import Asked
from components.briefing.model import Briefing, Bullets, Cards, Cited, Drawing, Grid, MapDrawing, Paragraph
from components.wording import speaking
from etl import crises
from etl.__main__ import main

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
NAMES = ("publisher", "licence", "speaker", "actor", "opponent", "area_as_reported", "parties", "name", "rule_id", "title")
"""Columns whose words are told as they are, with whatever number stands in them."""
LANGUAGES = ("en", "ar")


@cache
def dates(language: str) -> re.Pattern[str]:
    """Days as a briefing in a language writes them, with the year and without."""
    with speaking(language):
        months = [captions.day_of_year(date(2020, month, 2)).replace("2", "", 1).strip() for month in range(1, 13)]
    return re.compile(rf"\b\d{{1,2}} (?:{'|'.join(map(re.escape, months))})(?: \d{{4}})?(?!\d)")


def numbers_in(text: str) -> set[float]:
    """Return the numbers of a text, its days left aside."""
    for language in LANGUAGES:
        text = dates(language).sub(" ", text)
    return {float(number.replace(",", "")) for number in NUMBER.findall(text)}


def numbers_of(rows: Iterable[dict[str, str]]) -> set[float]:
    """Return every number of some rows of an export."""
    return {number for row in rows for cell in row.values() for number in numbers_in(cell)}


@dataclass(frozen=True)
class Export:
    """The export of one selection: its rows by the ids that notes carry, the series of the area, the numbers in names."""

    rows: dict[str, list[dict[str, str]]]
    series: list[dict[str, str]]
    names: set[float]
    settings: set[float]

    @property
    def numbers(self) -> set[float]:
        """Every number that a document about the selection may hold, days aside."""
        return (
            numbers_of(row for rows in self.rows.values() for row in rows) | numbers_of(self.series) | self.names | self.settings
        )

    def strangers(self, text: str, allowed: Iterable[float] = ()) -> set[float]:
        """Return the numbers of a document's words that the export lacks; `allowed` are pages, notes, ticks of an axis."""
        return numbers_in(without_links(text)) - self.numbers - set(allowed)


def without_links(text: str) -> str:
    """Return words without addresses of the web."""
    return re.sub(r"https?://\S+", " ", text)


def read_export(asked: Asked, folder: Path) -> Export:
    """Return what the command `export` writes for a selection: as known on its day, by its rule profile."""
    known = ["--known-on", str(asked.known_on)] if asked.known_on else []
    # Documents are described whatever the day: a figure is known by its own day, and its document comes along.
    figures, documents = _exported("figures", folder, *known, "--profile", asked.profile), _exported("documents", folder)
    everywhere = _exported("series", folder, *known, "--profile", asked.profile)
    series = _exported("series", folder, *known, "--profile", asked.profile, "--area", asked.area or "SY-NW")
    events, offensives = _exported("events", folder, *known), _exported("offensives", folder, *known)
    described = {row["document_id"]: row for row in documents}
    rows = {row["figure_id"]: [row, described[row["document_id"]]] for row in figures}
    for point in everywhere:
        rows[point["figure_id"]].append(point)
    rows |= {row["event_id"]: [row, described.get(row["document_id"], {})] for row in events}
    rows |= {row["offensive_id"]: [row] for row in offensives}
    told = [*figures, *documents, *events, *offensives]
    names = {number for row in told for name in NAMES for number in numbers_in(row.get(name, ""))}
    # How long a running sum is and how far it must rise is no report: the crisis file sets it.
    return Export(rows, series, names, {float(number) for number in crises.read_crisis().fields["signals"].values()})


def _exported(table: str, folder: Path, *options: str) -> list[dict[str, str]]:
    path = folder / f"{table}.csv"
    assert main(["export", table, *options, "-o", str(path)]) == 0
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(briefing: Briefing) -> list[str]:
    """Return the words of a briefing that stand in every format: opening, cards, sentences, tables, captions."""
    words = [briefing.opening.words]
    for section in briefing.sections:
        for block in section.blocks:
            words += [part.words for part in cited(block)]
    return words


def cited(block: object) -> list[Cited]:
    """Return the passages of a block, in the order in which they are read."""
    match block:
        case Cards(cards=cards):
            return [part for card in cards for part in (card.number, *(Cited(line, card.number.notes) for line in card.lines))]
        case Paragraph(sentences=parts) | Bullets(items=parts):
            return list(parts)
        case Grid(rows=rows):
            return [cell for row in rows for cell in row]
        case Drawing(title=title, caption=caption) | MapDrawing(title=title, caption=caption):
            return [title, caption]
    raise AssertionError(f"a block of an unknown kind: {block}")


def untold(text: str, briefing: Briefing) -> set[float]:
    """Return the numbers that a briefing says and the words of a document lack."""
    return {number for words in told(briefing) for number in numbers_in(words)} - numbers_in(text)
