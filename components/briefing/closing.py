"""How it was counted, and whose words these are, under which terms."""

from components import directions
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Bullets, Cited, Section
from components.briefing.notes import Notes
from components.wording import _


def method(material: Material, notes: Notes, audience: Audience) -> Section:
    """Return how it was counted, in five lines."""
    lines = words.method(group.name for group in material.crisis.speaker_groups)
    return Section("method", _("Method in five lines"), (Bullets(tuple(Cited(line) for line in lines)),))


def sources(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return whose documents are cited so far, under which terms."""
    terms: dict[str, set[str]] = {}
    for _number, figure in notes.cited_figures():
        licence = material.documents[figure["document_id"]]["licence"]
        terms.setdefault(licence, set()).add(figure["publisher"])
    figures = [Cited(_terms(licence, names)) for licence, names in sorted(terms.items())]
    ids = {row["figure_id"] for _number, row in notes.cited_figures()}
    others = _listed({directions.bare(note.publisher) for note in notes.citations if note.row_id not in ids})
    events = _("Events and offensives, credited to their publishers: {publishers}.").format(publishers=others)
    items = (*figures, *([Cited(events)] if others else []))
    return Section("sources", _("Sources and terms"), (Bullets(items),)) if items else None


def _terms(licence: str, publishers: set[str]) -> str:
    return _("{publishers}. Terms: {licence}.").format(publishers=_listed(publishers), licence=words.under([licence]))


def _listed(publishers: set[str]) -> str:
    return words.listed(sorted(publishers, key=str.casefold))
