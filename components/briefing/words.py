"""The sentences only a briefing needs; numbers and days come formatted from `captions`. "Meanwhile", never "because".

No sentence here holds a number of its own: a count of our rows would be a number nobody reported.
"""

import textwrap
from collections.abc import Iterable
from datetime import date

from components import captions
from components.briefing.material import Count, Material
from components.briefing.model import Row
from components.facts import ACCURACIES, event_name
from components.selection import SeriesKey
from etl.vocabulary import MEASURES, Quantifier

TWICE = ("new_displacement", "returns")
"""Measures of movements: one person may count twice."""


def measured(key: SeriesKey) -> str:
    """Return what is counted and how: the measure, its kind, its unit, its first day or windows."""
    unit = "" if key.unit == "persons" else f", in {captions.UNITS[key.unit]}"
    return f"{MEASURES[key.measure].label}{unit}: {captions.basis(key)} (a {key.kind})"


def known(known_on: date | None) -> str:
    """Return what was known: all the build holds, or what was published by a day."""
    return f"what was published by {captions.day(known_on)}" if known_on else "all that the build holds"


def opening(count: Count) -> str:
    """Return the first sentence, which a minister could read aloud; vague words are given as they were said."""
    sentence = captions.opening(count.key, count.last)
    if count.last["quantifier"] != Quantifier.VAGUE:
        return sentence
    return f"{sentence} The words were “{count.last['phrase']}”; the numbers are the widest those words allow."


def nothing(material: Material) -> str:
    """Return that nothing was reported on the measure of the crisis: a gap, not a zero."""
    label = MEASURES[material.crisis.default_measure].label
    days = captions.period(material.first, material.last)
    return f"No report on {label} in {material.area_name} was found for {days}. That is a gap, not a zero."


def began(count: Count) -> str:
    """Return what the count first was in the period; empty where there is one report only, and for windows."""
    first = count.points[0]
    if len(count.points) < 2 or count.key.window:
        return ""
    return f"The first report of this count in the period was {captions.printed(first)} on {captions.day(first['as_of'])}."


def told(count: Count) -> str:
    """Return a count's last point in a sentence: on which basis, how many, who, as of when."""
    last, key = count.last, count.key
    basis = captions.basis(key)
    who = f"{last['speaker']}, as of {captions.day(last['as_of'])}"
    roles = {"origin": "from the area", "destination": "to the area"}
    role = f", {roles[key.area_role]}" if key.area_role in roles else ""
    return f"{basis[0].upper()}{basis[1:]}{role}: {amount(count.last, key.unit)}, according to {who}."


def amount(point: Row, unit: str) -> str:
    """Return a point's number as its speaker meant it, with its unit."""
    return f"{captions.printed(point)} {captions.UNITS[unit]}"


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
    return captions.change(point["change_low"], point["change_high"]) + (
        ", lowered by its speaker" if point["is_revision"] else ""
    )


def alt(title: str, last: Row) -> str:
    """Return the chart's accessible name: what it shows."""
    return (
        f"{title}, according to {last['speaker']}. Steps rise from report to report and end with the last one; grey marks are "
        "other claims. Below, on the same days, offensives as bars and events as marks."
    )


def chart_caption(points: Iterable[Row], licences: Iterable[str]) -> str:
    """Return the line under a chart: the speakers of the line, the last as-of, the terms of the documents."""
    rows = list(points)
    speakers = ", ".join(dict.fromkeys(row["speaker"] for row in rows))
    return (
        f"Line: {speakers}; last as of {captions.day(max(row['as_of'] for row in rows))}. Terms: {'; '.join(sorted(licences))}."
    )


def short(text: str, most: int) -> str:
    """Return text for a drawing, cut at a word; the drawing itself makes it harmless."""
    return textwrap.shorten(text, most, placeholder=" …")


READING = (
    "Blue is recommended, grey another claim. A dot is exact, a ring is about, a triangle points to where the number may lie, "
    "a bar is a range; on shaded days speakers differ. A number stands until the next report. The same days mean meanwhile only."
)


def happened(event: Row, *, is_brief: bool = False) -> str:
    """Return an event in a line: what, where, who (and where there is room against whom), and the deaths it reports."""
    who = (event["actor"] or "actor not given") if is_brief else acted(event)
    return "; ".join(part for part in (event_name(event), who, killed(event)) if part)


def acted(event: Row) -> str:
    """Return who acted, and against whom."""
    against = f" against {event['opponent']}" if event["opponent"] else ""
    return (event["actor"] or "actor not given") + against


def killed(event: Row) -> str:
    """Return the deaths an event reports, in words; empty where none are stated."""
    low, value, high = (event[f"killed_{side}"] for side in ("low", "value", "high"))
    if low is None and value is None and high is None:
        return ""
    # The word before a single number says how its open side lies.
    bound = "at_least" if high is None else "at_most" if low is None else "exact"
    one = value if value is not None else low if low == high else None
    return f"{captions.amount(low, one, high, bound)} {'person' if one == 1 else 'people'} reported killed"


def standing(event: Row) -> str:
    """Return who stands behind an event, and how."""
    return f"{event['status']}, according to {event['speaker']}"


def when(event: Row) -> str:
    """Return the days of an event, and how exactly they are known."""
    accuracy = ACCURACIES.get(event["accuracy"] or "day")
    return captions.period(event["started_on"], event["ended_on"]) + (f" ({accuracy})" if accuracy else "")


def place(event: Row) -> str:
    """Return the place of an event as its publisher wrote it."""
    return event["area_as_reported"] or event["area_name"] or "place not given"


def method(material: Material) -> tuple[str, ...]:
    """Return how it was counted, in five lines."""
    ranking = "; ".join(group.name for group in material.crisis.speaker_groups)
    return (
        "Every number was read in a public document and is given as its speaker meant it; more than, nearly, about and vague "
        "words are kept as intervals by a named rule.",
        "Repeats of one statement are one claim. Of the claims about one day one is recommended, the others stand beside it; "
        f"nothing is averaged. The ranking of speakers, best first: {ranking}.",
        "Totals with different first days, stocks and flows, people and movements, an area and its parts are never added.",
        "What was not reported stays empty: a gap is not a zero, and nothing is filled in between two reports.",
        "Offensives and events are shown beside the count as what happened meanwhile; nothing here says what moved people.",
    )
