"""Every number, day and sentence a reader sees, formatted once. Pure: no streamlit, no plotly.

A missing number is said in words and never printed as zero; an open side stays open ("more than 948,000").
"""

import html
import math
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components.selection import SeriesKey
from etl.counting.intervals import DEFAULT_PROFILE
from etl.vocabulary import MEASURES

Row = Mapping[str, Any]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOT_REPORTED = "not reported"
HINT_CHART = "Click a mark to see who said it, the words and the link."
HINT_TABLE = "Select a row to see who said it, the words and the link."

QUANTIFIERS = {
    "exact": "{}",
    "about": "about {}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "at_most": "at most {}",
    "less_than": "fewer than {}",
    "nearly": "nearly {}",
}

UNITS = {
    "persons": "people",
    "households": "households",
    "movements": "movements",
    "buildings": "buildings",
    "facilities": "facilities",
    "percent": "per cent",
}

ROLES = {"recommended": "Recommended", "triangulation": "Triangulation", "superseded": "Superseded"}

VERBS = {
    "population": "lived",
    "idps": "were living in displacement",
    "new_displacement": "had been newly displaced",
    "returns": "had returned",
    "refugees": "were living as refugees",
    "refugee_arrivals": "had arrived as refugees",
    "people_in_need": "were in need of humanitarian help",
    "killed": "had been killed",
    "injured": "had been injured",
    "buildings_destroyed": "had been destroyed",
    "facilities_closed": "were out of service",
}
"""What the counted did, for a sentence that begins with their number."""


def number(count: int) -> str:
    """Return a whole number with separators: 948,000."""
    return f"{count:,}"


def counted(count: int, noun: str) -> str:
    """Return a number of things: `1 claim`, `2 claims`."""
    return f"{number(count)} {noun}" + ("" if count == 1 else "s")


def day(when: date | None) -> str:
    """Return a day as 28 Jan 2020; a missing one in words."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}" if when else "day not given"


def day_of_year(when: date) -> str:
    """Return a day as 28 Jan, where an axis gives the year."""
    return f"{when.day} {MONTHS[when.month - 1]}"


def period(first: date | None, last: date | None) -> str:
    """Return a period as `1 Dec 2019 to 3 Mar 2020`, or its one day."""
    if first is None or last is None or first == last:
        return day(last or first)
    return f"{day(first)} to {day(last)}"


def amount(low: int | None, value: int | None, high: int | None, quantifier: str) -> str:
    """Return what the words claim: `more than 948,000`, `200,000 to 999,999`; `not reported` where there is nothing."""
    if value is not None:
        return QUANTIFIERS.get(quantifier, "{}").format(number(value))
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    return f"at most {number(high)}" if high is not None else NOT_REPORTED


def printed(point: Row) -> str:
    """Return a point of a series as its speaker said it, without a unit; never the band, which is what others say too."""
    return amount(point["own_low"], point["value"], point["own_high"], point["quantifier"])


def convention(row: Row) -> str:
    """Return the rule profile that read the words of a number, `by profile acled`; empty for the default one."""
    profile = (row.get("rule_id") or DEFAULT_PROFILE).partition("/")[0]
    return "" if profile == DEFAULT_PROFILE else f"by profile {profile}"


def _joined(*words: str) -> str:
    return ", ".join(part for part in words if part)


def plain(text: str) -> str:
    """Return text that markdown shows as it is: other people's words never become links, images or headings."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]()<>#+-!|~$:" else letter for letter in text)


def where(key: SeriesKey) -> str:
    """Return the area as a sentence needs it: `in`, `from` or `to` it."""
    if key.measure in ("new_displacement", "returns", "refugee_arrivals") and key.area_role == "destination":
        return f"and arrived in {key.area_name}" if key.measure == "new_displacement" else f"to {key.area_name}"
    return f"in {key.area_name}"


def basis(key: SeriesKey) -> str:
    """Return how a count counts: the running total's first day, its windows, or the day of a stock."""
    if key.window:
        return f"{key.window} by {key.window}"
    if key.kind == "stock":
        return "stock on a day" + (f", displaced since {day(key.since)}" if key.since else "")
    return f"running total since {day(key.since)}" if key.since else "total, first day not given"


def first_day(claim: Row) -> str:
    """Return from when a claim counts: its window, its first day, or that none is given; a stock counts a day."""
    if claim["window"]:
        return f"In that {claim['window']}"
    if claim["since"]:
        return f"Since {day(claim['since'])}"
    return "On that day" if claim["kind"] == "stock" else "First day not given"


def choice(key: SeriesKey) -> str:
    """Return the line by which a reader chooses this count among those of its area and measure."""
    roles = {"origin": "from here", "destination": "to here", "present": "here", None: ""}
    parts = (basis(key), UNITS[key.unit] if key.unit != "persons" else "", roles[key.area_role])
    words = ", ".join(part for part in parts if part)
    return words[0].upper() + words[1:]


def opening(key: SeriesKey, point: Row) -> str:
    """Return one sentence a minister could read aloud: who said how many, where, since when."""
    words = printed(point)
    when = f"On {day(point['as_of'])}" if key.kind == "stock" else f"By {day(point['as_of'])}"
    if key.window:
        when = f"In the {key.window} to {day(point['as_of'])}"
    since = f" since {day(key.since)}" if key.since and key.kind == "flow" else ""
    subject, who = f"{words} {UNITS[key.unit]}", _joined(point["speaker"], convention(point))
    if key.unit == "movements":
        label = MEASURES[key.measure].label
        return f"{when}, {words} movements of {label} {_moved(key)}{since} were counted by {who}."
    return f"{when}, {subject} {VERBS[key.measure]} {where(key)}{since}, according to {who}."


def _moved(key: SeriesKey) -> str:
    return f"{'to' if key.area_role == 'destination' else 'from'} {key.area_name}"


def label(text: str, most: int = 60) -> str:
    """Return text for a chart: shortened, and markup made harmless."""
    return html.escape(textwrap.shorten(text, most, placeholder=" …"), quote=False)


def headlines(key: SeriesKey, told: Sequence[Row], *, n_claims: int, n_speakers: int) -> list[tuple[str, str, list[str]]]:
    """Return the headline cards: label, number in words, and the lines that say who and when."""
    last = told[-1]
    label = MEASURES[key.measure].label.capitalize()
    first = (label, printed(last), [f"{UNITS[key.unit]}, {basis(key)}", _said(last)])
    told_by = ("Who reported", counted(n_claims, "claim"), [f"by {counted(n_speakers, 'speaker')} in the days shown"])
    return [first, *([_change(key, told)] if len(told) > 1 and not key.window else []), told_by]


def also(key: SeriesKey, point: Row) -> tuple[str, str, list[str]]:
    """Return the card of another measure: label, number in words, and the lines that say who and when."""
    label = MEASURES[key.measure].label.capitalize()
    return label, f"{printed(point)} {UNITS[key.unit]}", [basis(key), _said(point)]


def _said(point: Row) -> str:
    return _joined(point["speaker"], f"as of {day(point['as_of'])}", convention(point))


def _change(key: SeriesKey, told: Sequence[Row]) -> tuple[str, str, list[str]]:
    last, before = told[-1], told[-2]
    label = f"Change since {day(before['as_of'])}"
    who = f"{before['speaker']}, then {last['speaker']}" if before["speaker"] != last["speaker"] else last["speaker"]
    words = [f"{UNITS[key.unit]} in {number(last['days'])} days", _joined(who, convention(last))]
    return label, change(last["change_low"], last["change_high"]), words


def change(low: int | None, high: int | None) -> str:
    """Return a change between two reports as the interval it is; an open side stays open."""
    if low is None and high is None:
        return "not known"
    if low is None or high is None:
        return f"at most {signed(high)}" if high is not None else f"at least {signed(low)}"
    return signed(low) if low == high else f"{signed(low)} to {signed(high)}"


def daily(low: float | None, high: float | None) -> str:
    """Return people per day as the interval it is, rounded outwards to whole people; an open side stays open."""
    least, most = None if low is None else math.floor(low), None if high is None else math.ceil(high)
    words = number(least) if least is not None and least == most else amount(least, None, most, "between")
    return f"{words} a day"


def signed(count: int | None) -> str:
    """Return a change with its sign; no change is 0."""
    return NOT_REPORTED if count is None else f"{count:+,}".replace("-", "−") if count else "0"


def ignored(asked: str, shown: str) -> str:
    """Return the note beside a filter whose value in the address is not there."""
    return f"The address asks for {plain(asked[:40])}, which is not here; {plain(shown)} is shown."


def built(build: Row) -> str:
    """Return the line that says of which build a page speaks."""
    when = build["finished_at"]
    n_rows = {name: number(n) for name, n in build["rows"].items()}
    return (
        f"Built {day(when)}, {when:%H:%M} UTC, from {n_rows['documents']} documents: {n_rows['figures']} figures, "
        f"{n_rows['events']} events, {n_rows['problems']} problems. Counting rules version {build['rules']}."
    )


def nothing_shown(key: SeriesKey) -> str:
    """Return the sentence of a period without a report: a gap, not a zero."""
    what = f"{MEASURES[key.measure].label} in {plain(key.area_name)}"
    return f"Nothing was reported on {what} in this period. That is a gap, not a zero."


def shown(n_rows: int, n_all: int) -> str:
    """Return how many rows a table shows of how many."""
    return f"{number(n_rows)} of {number(n_all)} figures" if n_rows != n_all else f"{number(n_all)} figures"


def publication_note(n_unknown: int) -> str:
    """Return the stated gap: how many figures have no day of publication."""
    return f"Publication day not known for {number(n_unknown)} of these figures; the as-of day stands in." if n_unknown else ""
