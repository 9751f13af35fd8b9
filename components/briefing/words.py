"""The sentences only a briefing needs; numbers and days come formatted from `captions`. "Meanwhile", never "because".

No sentence here holds a number of its own: a count of our rows would be a number nobody reported.
"""

import textwrap
from collections.abc import Iterable
from datetime import date

from components import captions, directions, terms, wording
from components.briefing.model import Row
from components.briefing.points import Count
from components.facts import event_name
from components.mapping_words import named
from components.selection import SeriesKey
from components.wording import N_, _, ngettext
from etl.vocabulary import Quantifier

RIGHT_TO_LEFT = "\u200f"
"""An invisible letter of a right-to-left script."""
TWICE = ("new_displacement", "returns")
"""Measures of movements: one person may count twice."""
OWN_WORDS = "own words"
OWN = N_("digests of the documents in our own words")
"""How the licence of a document kept as a digest is called in its sidecar, and what that is to a reader."""
KINDS = {"flow": N_("a flow"), "stock": N_("a stock")}


def published(text: str) -> str:
    """Return other people's words as they published them; held apart where the page is written the other way."""
    return directions.isolated(text) if wording.direction() == "rtl" else text


def listed(names: Iterable[str]) -> str:
    """Return other people's names and words in one list, each once."""
    return _onwards(_(", ").join(published(name) for name in dict.fromkeys(names)))


def apart(parts: Iterable[str]) -> str:
    """Return parts of a sentence that stand each on its own; empty ones are left out."""
    return _onwards(_("; ").join(part for part in dict.fromkeys(parts) if part))


def _onwards(text: str) -> str:
    # A list of names held apart has no letter of its own, and would run the other way inside a sentence from right to left.
    return f"{RIGHT_TO_LEFT}{text}" if text.startswith(directions.FSI) else text


def measured(key: SeriesKey) -> str:
    """Return what is counted and how: the measure, its kind, its unit, its first day or windows."""
    basis, kind = captions.basis(key), _(KINDS[key.kind])
    if key.unit == "persons":
        return _("{measure}: {basis} ({kind})").format(measure=terms.measure(key.measure), basis=basis, kind=kind)
    parts = {"measure": terms.measure(key.measure), "unit": terms.unit(key.unit), "basis": basis, "kind": kind}
    return _("{measure}, in {unit}: {basis} ({kind})").format(**parts)


def known(known_on: date | None) -> str:
    """Return what was known: all the build holds, or what was published by a day."""
    if known_on is None:
        return _("all that the build holds")
    return _("what was published by {day}").format(day=captions.day(known_on))


def opening(count: Count) -> str:
    """Return the first sentence, which a minister could read aloud; vague words are given as they were said."""
    sentence = captions.opening(count.key, count.last)
    if count.last["quantifier"] != Quantifier.VAGUE:
        return sentence
    said = _("The words were “{phrase}”; the numbers are the widest those words allow.").format(phrase=count.last["phrase"])
    return f"{sentence} {said}"


def nothing(measure: str, area: str, first: date, last: date) -> str:
    """Return that nothing was reported on a measure: a gap, not a zero."""
    words = {"measure": terms.measure(measure), "area": area, "days": captions.period(first, last)}
    return _("No report on {measure} in {area} was found for {days}. That is a gap, not a zero.").format(**words)


def began(count: Count) -> str:
    """Return what the count first was in the period; empty where there is one report only, and for windows."""
    first = count.points[0]
    if len(count.points) < 2 or count.key.window:
        return ""
    words = {"amount": captions.printed(first), "day": captions.day(first["as_of"]), "speaker": first["speaker"]}
    return _("The first report of this count in the period was {amount} on {day}, according to {speaker}.").format(**words)


def band(point: Row) -> str:
    """Return the envelope of the claims of a day; an open side stays open."""
    low, high = point["low"], point["high"]
    if low is not None and low == high:
        return captions.number(low)
    return captions.amount(low, None, high, "")


def changed(point: Row) -> str:
    """Return the change since the point before; empty for the first, and said where a speaker lowered its own total."""
    if point["days"] is None:
        return ""
    change = captions.change(point["change_low"], point["change_high"])
    return _("{change}, lowered by its speaker").format(change=change) if point["is_revision"] else change


def alt(title: str, last: Row) -> str:
    """Return the chart's accessible name: what it shows."""
    return _(
        "{title}, according to {speaker}. Steps rise from report to report and end with the last one; grey marks are other "
        "claims. Below, on the same days, offensives as bars and events as marks."
    ).format(title=title, speaker=last["speaker"])


def chart_caption(points: Iterable[Row], licences: Iterable[str]) -> str:
    """Return the line under a chart: the speakers of the line, the last as-of, the terms of the documents."""
    rows = list(points)
    return _("Line: {speakers}; last as of {day}. Terms: {terms}.").format(
        speakers=listed(row["speaker"] for row in rows),
        day=captions.day(max(row["as_of"] for row in rows)),
        terms=under(licences),
    )


def under(licences: Iterable[str]) -> str:
    """Return under which terms documents stand: as published, and said of what we put into words ourselves."""
    return apart(_(OWN) if licence == OWN_WORDS else published(licence) for licence in sorted(licences))


def short(text: str, most: int) -> str:
    """Return text for a drawing, cut at a word; the drawing itself makes it harmless."""
    return textwrap.shorten(text, most, placeholder=" …")


READING = N_(
    "Blue is recommended, grey another claim. A dot is exact, a ring is about, a triangle points to where the number may lie, "
    "a bar is a range; on shaded days speakers differ. A number stands until the next report. The same days mean meanwhile only."
)


def happened(event: Row, *, is_brief: bool = False) -> str:
    """Return an event in a line: what, where, who (and where there is room against whom), and the deaths it reports."""
    who = actor(event) if is_brief else acted(event)
    return apart((event_name(named(event)), who, killed(event)))


def actor(event: Row) -> str:
    """Return who acted, as published; a gap in words."""
    return published(event["actor"]) if event["actor"] else _("actor not given")


def acted(event: Row) -> str:
    """Return who acted, and against whom."""
    if not event["opponent"]:
        return actor(event)
    return _("{actor} against {opponent}").format(actor=actor(event), opponent=event["opponent"])


def killed(event: Row) -> str:
    """Return the deaths an event reports, in words; empty where none are stated."""
    low, value, high = (event[f"killed_{side}"] for side in ("low", "value", "high"))
    if low is None and value is None and high is None:
        return ""
    # The word before a single number says how its open side lies.
    bound = "at_least" if high is None else "at_most" if low is None else "exact"
    one = value if value is not None else low if low == high else None
    words = ngettext("{amount} person reported killed", "{amount} people reported killed", one if one is not None else 2)
    return words.format(amount=captions.amount(low, one, high, bound))


def method(speaker_groups: Iterable[str]) -> tuple[str, ...]:
    """Return how it was counted, in five lines; the groups of speakers, the best-ranked first, as the crisis file names them."""
    return (
        _(
            "Every number was read in a public document and is given as its speaker meant it; more than, nearly, about and vague "
            "words are kept as intervals by a named rule."
        ),
        _(
            "Repeats of one statement are one claim. Of the claims about one day one is recommended, the others stand beside it; "
            "nothing is averaged. The ranking of speakers, best first: {ranking}."
        ).format(ranking=apart(map(published, speaker_groups))),
        _("Totals with different first days, stocks and flows, people and movements, an area and its parts are never added."),
        _("What was not reported stays empty: a gap is not a zero, and nothing is filled in between two reports."),
        _("Offensives and events are shown beside the count as what happened meanwhile; nothing here says what moved people."),
    )
