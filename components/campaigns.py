"""What the page of offensives says: campaigns with phases and events, and the meanwhile around them. Words only, no streamlit.

Displacement and offensives share days, nothing else: the words say meanwhile.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

import pandas as pd

from components import facts
from components.captions import Row, amount, counted, day, number, period, plain
from components.charts.intervals import Interval
from components.selection import SeriesKey, rows
from components.viewpoint import Viewpoint
from etl.counting.intervals import DEFAULT_PROFILE
from etl.counting.meanwhile import CAUTION, WINDOWS, Association
from etl.vocabulary import MEASURES

HINT = "Click a mark, or select a row, to see who said it and the link."
MEANWHILE = "What the running total said in the days before and after: the same days, not a cause."
SIDES = ("before", "after")
STATUSES = {
    "confirmed": "{} confirmed by both sides or a third",
    "reported": "{} reported",
    "claimed": "{} claimed by a party to it",
    "denied": "{} denied",
}
EVENT_COLUMNS = {
    "days": "Day",
    "what": "Event",
    "actor": "Who acted",
    "opponent": "Against",
    "status": "Status",
    "speaker": "According to",
    "publisher": "Published by",
    "url": "Document",
}


def opening(campaign: Row, n_phases: int, n_known: Mapping[str, int]) -> str:
    """Return one sentence: the campaign, its days, and how many of its events are known in which way."""
    known = [words.format(number(n_known[status])) for status, words in STATUSES.items() if status in n_known]
    return (
        f"{campaign['name']}: {ended(campaign)}, with {counted(n_phases, 'phase')} in this register "
        f"and {counted(sum(n_known.values()), 'event')}: {', '.join(known) or 'none known'}."
    )


def ended(offensive: Row) -> str:
    """Return the days of an offensive; an end that is not known in words."""
    if offensive["ended_on"] is None:
        return f"{day(offensive['started_on'])}, end not known"
    return period(offensive["started_on"], offensive["ended_on"])


def phase_rows(offensives: Iterable[Row]) -> list[dict[str, str]]:
    """Return the table of a campaign and its phases: name, days, how exactly known, who gives them, with the link."""
    return [
        {
            "Campaign and phases": plain(one["name"]),
            "Days": ended(one) + _known(one),
            "Days according to": outside(one["url"], one["publisher"]),
        }
        for one in offensives
    ]


def outside(url: str | None, words: str) -> str:
    """Return a markdown link to a document, only to http or https; else the words alone."""
    if url and urlsplit(url).scheme in ("http", "https"):
        return f"[{plain(words)}]({quote(url, safe=':/?&=#%~+,;@')})"
    return plain(words)


def event_rows(events: pd.DataFrame) -> pd.DataFrame:
    """Return the events as a reader's table, in their order: day, what, who, status, who says so, who published it."""
    told = rows(events)
    return events.assign(
        days=[_days(event) for event in told],
        what=[facts.event_name(event) for event in told],
    )[list(EVENT_COLUMNS)].reset_index(drop=True)


def _days(event: Row) -> str:
    return period(event["started_on"], event["ended_on"]) + _known(event)


def _known(dated: Row) -> str:
    accuracy = facts.ACCURACIES.get(dated["accuracy"] or "day")
    return f" ({accuracy})" if accuracy else ""


def offensive_choice(offensive: Row) -> str:
    """Return an offensive as a reader chooses it."""
    return f"{offensive['name']} (from {day(offensive['started_on'])})"


def event_choice(event: Row) -> str:
    """Return an event as a reader chooses it."""
    return f"{facts.event_name(event)}, {day(event['started_on'])}"


def not_running(key: SeriesKey) -> str:
    """Return why the meanwhile cannot be shown beside this count."""
    label = MEASURES[key.measure].label
    return f"The meanwhile needs a running total of people who left the area; {label} in {key.area_name}, as chosen, is none."


def rows_around(around: pd.DataFrame, record_id: str) -> list[dict[str, Any]]:
    """Return the rows of the meanwhile of one offensive or event, before and after, the shorter windows first."""
    found = rows(around[around["id"].eq(record_id)])
    counts = [{name: None if row[name] is None else int(row[name]) for name in ("low", "value", "high")} for row in found]
    told = [row | count for row, count in zip(found, counts, strict=True)]
    return sorted(told, key=lambda row: (SIDES.index(row["side"]), row["window_days"]))


def changed(row: Row) -> str:
    """Return a change of the meanwhile as the interval it is; an open side stays open."""
    return number(row["low"]) if row["low"] == row["high"] else amount(row["low"], None, row["high"], "between")


def changes(told: Sequence[Row], key: SeriesKey) -> list[Interval]:
    """Return the intervals of the meanwhile for the chart, before and after."""
    return [
        Interval(
            words=f"{row['window_days']} days {row['side']}: {changed(row)} people, {counted(row['n_claims'], 'claim')}",
            low=row["low"],
            value=row["value"],
            high=row["high"],
            quantifier="about",
            hover=facts.hover((f"{changed(row)} {MEASURES[key.measure].label}", *_told_by(row))),
            heading=row["side"].capitalize(),
            is_strong=True,
        )
        for row in told
    ]


def _told_by(row: Row) -> tuple[str, str]:
    return f"between the reports of {day(row['from_day'])} and {day(row['to_day'])}", counted(row["n_claims"], "claim")


def change_rows(told: Iterable[Row], key: SeriesKey) -> list[dict[str, str]]:
    """Return the table of the meanwhile: window, from which report to which, change, number of claims."""
    return [
        {
            "Window": f"{row['window_days']} days {row['side']}",
            "From report to report": f"{day(row['from_day'])} to {day(row['to_day'])}",
            MEASURES[key.measure].label.capitalize(): changed(row),
            "Claims": number(row["n_claims"]),
        }
        for row in told
    ]


def meanwhile_alt(told: Sequence[Row], name: str, key: SeriesKey) -> str:
    """Return the accessible name of the meanwhile: every change in words."""
    parts = [f"{row['window_days']} days {row['side']} {changed(row)}" for row in told]
    return f"{MEASURES[key.measure].label.capitalize()} around {name}: {'; '.join(parts)}. Timing, not cause."


def meanwhile_notes(told: Sequence[Row], key: SeriesKey, speakers: Sequence[str], viewpoint: Viewpoint) -> list[str]:
    """Return what must stand under the meanwhile: its count and speakers, the windows without reports, the caution."""
    present = {(row["side"], row["window_days"]) for row in told}
    missing = [f"{n_days} days {side}" for side in SIDES for n_days in WINDOWS if (side, n_days) not in present]
    gap = (
        f"No row for {', '.join(missing)}: too few reports of this total stand near. That is a gap, not a zero."
        if missing
        else ""
    )
    by = "" if viewpoint.profile == DEFAULT_PROFILE else f", by profile {viewpoint.profile}"
    count = (
        f"Changes of the running total of {MEASURES[key.measure].label} in {key.area_name} since {day(key.since)}, according to "
        f"{', '.join(speakers)}{by}. A ring is the difference of the printed numbers, a bar what their words allow, an arrow an "
        "open side."
    )
    return [words for words in (count if told else "", gap, CAUTION) if words]


def associations(found: Sequence[Association]) -> list[str]:
    """Return for each type of event the finding in words, then in one sentence the types with too few reports."""
    told = [_association(one) for one in found if one.difference is not None and one.p_value is not None]
    few = [_type(one) for one in found if one.difference is None or one.p_value is None]
    return told + ([f"Too few reports to compare: {', '.join(few)}."] if few else [])


def _association(one: Association) -> str:
    difference, p_value = one.difference or 0.0, one.p_value or 0.0
    people = f"{number(abs(round(difference)))} {'more' if difference >= 0 else 'fewer'} people"
    chance = "p < 0.01" if p_value < 0.01 else f"p = {p_value:.2f}"
    missing = f"; {counted(one.n_without, 'event')} had too few reports" if one.n_without else ""
    return (
        f"{_type(one).capitalize()}: in the 14 days after {counted(one.n_events, 'such event')}, "
        f"{people} a day were reported than in the 14 days before (permutation {chance}{missing})."
    )


def _type(one: Association) -> str:
    return one.event_type.replace("_", " ")


def caution(found: Sequence[Association]) -> str:
    """Return the sentence of caution; where many types are compared, chance is named too."""
    n_compared = sum(one.difference is not None for one in found)
    return f"{CAUTION} Among {number(n_compared)} types compared, some differ by chance alone." if n_compared > 1 else CAUTION
