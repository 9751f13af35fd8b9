"""The numbered notes: one a row, numbered in the order in which a reader first meets them."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from components import captions, facts
from components.briefing import words
from components.briefing.material import Material
from components.briefing.model import Citation, Row
from components.mapping_words import named
from components.wording import _


class Notes:
    """The notes of one briefing while it is composed. Citing a row twice gives the same number."""

    def __init__(self, material: Material, *, with_remarks: bool) -> None:
        self._material = material
        self._with_remarks = with_remarks
        self._found: dict[str, Citation] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every note so far, in order."""
        return tuple(self._found.values())

    def figure(self, figure_id: str) -> int:
        """Return the number of the note of a figure."""
        if figure_id not in self._found:
            self._found[figure_id] = self._of_figure(self._material.figures[figure_id])
        return self._found[figure_id].number

    def of(self, rows: Iterable[Row]) -> tuple[int, ...]:
        """Return the numbers of the notes of the figures behind rows, each once: figures, claims, points of a series."""
        return tuple(dict.fromkeys(self.figure(row["figure_id"]) for row in rows))

    def of_events(self, events: Iterable[Row]) -> tuple[int, ...]:
        """Return the numbers of the notes of events, each once."""
        return tuple(dict.fromkeys(self.event(event) for event in events))

    def numbers_of(self, row_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of those rows that have a note already."""
        return tuple(self._found[row_id].number for row_id in row_ids if row_id in self._found)

    def event(self, event: Row) -> int:
        """Return the number of the note of an event."""
        if event["event_id"] not in self._found:
            self._found[event["event_id"]] = self._of_event(event)
        return self._found[event["event_id"]].number

    def offensive(self, offensive: Row) -> int:
        """Return the number of the note of an offensive."""
        if offensive["offensive_id"] not in self._found:
            self._found[offensive["offensive_id"]] = self._of_offensive(offensive)
        return self._found[offensive["offensive_id"]].number

    def cited_figures(self) -> list[tuple[int, Row]]:
        """Return the figures cited so far with their numbers, in order."""
        figures = self._material.figures
        return [(note.number, figures[row_id]) for row_id, note in self._found.items() if row_id in figures]

    def _of_figure(self, figure: Row) -> Citation:
        document = self._material.documents.get(figure["document_id"], {})
        return Citation(
            number=len(self._found) + 1,
            row_id=figure["figure_id"],
            words=words.published(figure["phrase"]),
            is_quote=True,
            speaker=words.published(figure["speaker"]),
            day=facts.as_of(figure),
            publisher=words.published(figure["publisher"]),
            published=_published(figure["published_on"]),
            title=_published_title(document),
            url=document.get("url"),
            also_in=self._repeated_by(figure),
            note=". ".join(remarks(figure, self._with_remarks)) or None,
        )

    def _repeated_by(self, figure: Row) -> tuple[str, ...]:
        claim = figure["claim_id"]
        others = [row for row in self._material.figures.values() if claim and row["claim_id"] == claim]
        return tuple(sorted({row["publisher"] for row in others if row["document_id"] != figure["document_id"]}))

    def _of_event(self, event: Row) -> Citation:
        document = self._material.documents.get(event["document_id"], {})
        return Citation(
            number=len(self._found) + 1,
            row_id=event["event_id"],
            words=words.published(event["phrase"] or facts.event_name(named(event))),
            is_quote=event["phrase"] is not None,
            speaker=words.published(event["speaker"]),
            day=captions.period(event["started_on"], event["ended_on"]),
            publisher=words.published(event["publisher"]),
            published=_published(document.get("published_on")),
            title=_published_title(document),
            url=event["url"] or document.get("url"),
            note=event["note"] if self._with_remarks else None,
        )

    def _of_offensive(self, offensive: Row) -> Citation:
        return Citation(
            number=len(self._found) + 1,
            row_id=offensive["offensive_id"],
            words=words.published(offensive["name"]),
            is_quote=False,
            speaker=words.published(offensive["publisher"]),
            day=span(offensive),
            publisher=words.published(offensive["publisher"]),
            published=_published(None),
            title=None,
            url=offensive["url"],
            note=offensive["summary"] if self._with_remarks else None,
        )


def _published_title(document: Row) -> str | None:
    return words.published(document["title"]) if document.get("title") else None


def _published(day: date | None) -> str:
    return _("published {day}").format(day=captions.day(day)) if day else _("publication day not known")


def span(offensive: Row) -> str:
    """Return the days of an offensive; an end that is not given, or not known yet, is said so."""
    if offensive["ended_on"] is None:
        return _("from {day}, end not known").format(day=captions.day(offensive["started_on"]))
    return captions.period(offensive["started_on"], offensive["ended_on"])


def remarks(figure: Row, with_note: bool) -> list[str]:
    """Return what must stand beside a number: the factor that made people of households, and where wanted the row's own note."""
    size, source = figure["household_size"], figure["household_size_source"]
    text = _("Households became people at {size} persons a household ({source})")
    is_converted = size is not None and figure["unit"] == "households"
    converted = [text.format(size=f"{size:g}", source=source)] if is_converted else []
    return [*converted, *([captions.sentence_case(figure["note"].rstrip("."))] if with_note and figure["note"] else [])]


def is_link(url: str | None) -> bool:
    """Return whether an address may be made a link: http and https only."""
    return url is not None and urlsplit(url).scheme in ("http", "https")


def address_in_print(note: Citation, *, is_short: bool) -> str | None:
    """Return an address as it is printed; where room is short the site stands for it, if the document has a title to look for.

    The link behind it stays whole.
    """
    if note.url is None or not (is_short and note.title and is_link(note.url)):
        return note.url
    return urlsplit(note.url).netloc.removeprefix("www.")
