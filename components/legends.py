"""What stands around a chart: its title, how to read its marks, its sources, its accessible name. No streamlit."""

from collections.abc import Iterable

import pandas as pd

from components.captions import UNITS, Row, basis, convention, daily, day, number, period, printed
from components.selection import SeriesKey, rows
from etl.vocabulary import MEASURES


def chart_title(key: SeriesKey, first: Row, last: Row) -> str:
    """Return in words what the chart shows: from where the count went to where, and when."""
    label = MEASURES[key.measure].label
    if first["as_of"] == last["as_of"] or key.window:
        return f"{label.capitalize()} in {key.area_name}"
    return f"{label.capitalize()}: {printed(first)} on {day(first['as_of'])}, {printed(last)} on {day(last['as_of'])}"


def chart_subtitle(key: SeriesKey, last: Row | None = None) -> str:
    """Return what is counted: measure, area, since when, stock or flow, as reported, and by which profile if not the default."""
    is_moving = key.measure in ("new_displacement", "returns")
    kind = "a stock" if key.kind == "stock" else "a flow: one person may be counted twice" if is_moving else "a flow"
    profile = convention(last or {})
    words = f"{basis(key)} ({kind})" + (f", {profile}" if profile else "")
    return f"{key.area_name}, {UNITS[key.unit]}, {words}. Below: offensives and events of the same days."


def alt(key: SeriesKey, first: Row, last: Row, n_claims: int, n_events: int) -> str:
    """Return the chart's accessible name: what it shows, not that it is a chart."""
    return (
        f"{chart_title(key, first, last)}, according to {last['speaker']}. "
        f"{number(n_claims)} claims are drawn, and below them {number(n_events)} events on the same days."
    )


def key(quantifiers: Iterable[str], *, has_band: bool) -> str:
    """Return how to read the marks, for the quantifiers that occur, as markdown."""
    shapes = (
        ("● exact", {"exact"}),
        ("○ about", {"about"}),
        ("△ at least, more than", {"at_least", "more_than"}),
        ("▽ nearly, at most", {"nearly", "at_most", "less_than"}),
        ("┃ a range", {"between", "vague"}),
    )
    present = set(quantifiers)
    marks = [words for words, group in shapes if group & present]
    band = ["shaded: speakers differ that day, an arrow where a side is open"] if has_band else []
    return " · ".join([":blue[**━ recommended**], grey: other claims", *marks, "thin bar: what the words allow", *band])


EVENT_SHAPES = {
    "★ offensive launched": {"offensive_launched"},
    "■ captured": {"town_captured"},
    "▶ entered": {"town_entered"},
    "▷ advance": {"ground_advance"},
    "◆ road secured": {"road_secured"},
    "⊗ encircled": {"encirclement"},
    "◀ counter-offensive": {"counter_offensive"},
    "◁ withdrawal": {"withdrawal"},
    "▼ air strike": {"airstrike"},
    "▽ shelling": {"shelling"},
    "● ceasefire": {"ceasefire"},
    "○ corridor": {"corridor_opened"},
    "◇ diplomacy": {"diplomatic"},
    "× other": {"other"},
}


def events_key(event_types: Iterable[str]) -> str:
    """Return how to read the marks of the events, for the types that occur."""
    present = set(event_types)
    shapes = [words for words, types in EVENT_SHAPES.items() if types & present]
    return " · ".join([*shapes, "paler: claimed by one side only, or denied"]) if shapes else ""


def reading_note() -> str:
    """Return what the chart does not say by itself."""
    return (
        "Each number stands until the next report; the line ends with the last one. Marks that would hide one another are set "
        "side by side, with a thin line to their day. What happened on the same days is shown as meanwhile, not as a cause."
    )


def differs(told: Iterable[Row]) -> bool:
    """Return whether speakers differ on any day that is shown, so that a band is drawn."""
    return any(point["n_speakers"] > 1 and point["low"] != point["high"] for point in told)


def sources(points: Iterable[Row], documents: Iterable[Row]) -> str:
    """Return the line under a chart: speakers of the recommended figures, last as-of, publishers and their licences."""
    rows = list(points)
    speakers = _listed(dict.fromkeys(row["speaker"] for row in reversed(rows)))
    licences = _listed(dict.fromkeys(row["licence"] for row in documents))
    return f"Recommended figures: {speakers}; last as of {day(max(row['as_of'] for row in rows))}. Licences: {licences}."


def _listed(words: Iterable[str], most: int = 4) -> str:
    names = list(words)
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + rest


def windows_title(key: SeriesKey) -> str:
    """Return the heading of the small charts by area."""
    return f"{MEASURES[key.measure].label.capitalize()}, {key.window} by {key.window}, by area"


def windows_note(key: SeriesKey) -> str:
    """Return what the small charts leave out."""
    return f"The areas with the highest {key.window}, on one scale. No bar: not reported, or too small to see."


def rates_alt(key: SeriesKey, rates: pd.DataFrame) -> str:
    """Return the accessible name of the change per day: its highest stretch."""
    told = rows(rates)
    highest = max(told, key=lambda rate: rate["rate_value"] or rate["rate_low"] or 0)
    days, most = period(highest["from_day"], highest["to_day"]), daily(highest["rate_low"], highest["rate_high"])
    return f"Change per day of {MEASURES[key.measure].label}: highest from {days}, {most}."


def rates_note(key: SeriesKey, last: Row) -> str:
    """Return how to read the change per day, its speaker and last day."""
    profile = convention(last)
    by = f", {profile}" if profile else ""
    return (
        f"{UNITS[key.unit].capitalize()} a day between two reports of this total: the bar is what the words allow, the line the "
        f"printed numbers, an arrow an open side. A mean: on which of the days is not said. A lowered total has no rate. "
        f"Last report: {last['speaker']}, as of {day(last['as_of'])}{by}."
    )
