"""What a mark of the map says when pointed at, and all of it as rows: circles, towns, events. No streamlit."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from components import captions, facts, terms
from components.captions import day
from components.mapping import Town
from components.mapping_ground import Ground
from components.mapping_words import ACTS, CONFLICT, exactness, moved, named, size, told
from components.wording import N_, _, ngettext

Row = dict[str, Any]

DONE = {
    "town_captured": N_("captured by {actor}, {days}, {status}"),
    "town_entered": N_("entered by {actor}, {days}, {status}"),
    "counter_offensive": N_("attacked in a counter-offensive by {actor}, {days}, {status}"),
}
NAMED = 3
"""Earlier acts of a town, and further events of a place, that are told in full."""


def columns() -> list[str]:
    """Return the titles of the table's columns; the first one holds ids and is not shown."""
    return ["id", _("Day"), _("What"), _("How many or who"), _("Said by"), _("On the map")]


def point_hover(point: Row) -> str:
    """Return what pointing at a circle says: how many, where, in which words, when, who says so, and its role."""
    role = facts.role(point, none=_("Takes no part in the series"))
    return facts.hover((told(point), facts.quoted(point["phrase"]), exactness(point), role, captions.convention(point)))


def town_hover(town: Town) -> str:
    """Return what pointing at a town says: the last statement with actor, status and speaker, then those before it."""
    head = _("{place}: disputed").format(place=town.last["area_name"]) if town.is_disputed else town.last["area_name"]
    before = [_("before: {act}").format(act=act(one)) for one in town.before[:NAMED]]
    return facts.hover((head, act(town.last), exactness(town.last), *before))


def act(one: Row) -> str:
    """Return what somebody did to a town: `captured by government forces, 28 Jan 2020, reported, according to SANA`."""
    days = captions.period(one["started_on"], one["ended_on"])
    actor = one["actor"] or _("an actor not given")
    done = one["event_type"]
    return _(DONE[done]).format(actor=actor, days=days, status=facts.status(one))


def events_hover(events: Sequence[Row]) -> str:
    """Return what pointing at a place of events says: the latest in full, the others in short."""
    short = [_also(event) for event in events[1 : NAMED + 1]]
    more = len(events) - NAMED - 1
    words = ngettext("and {n} more event here", "and {n} more events here", more).format(n=captions.number(more))
    lines = [exactness(events[0]), *short, *([words] if more > 0 else [])]
    return "<br>".join([facts.event_hover(named(events[0])), *map(captions.label, lines)])


def _also(event: Row) -> str:
    words = _("also {event}, {day}, {status}")
    status = terms.word(event["status"])
    return words.format(event=facts.event_name(named(event)), day=day(event["started_on"]), status=status)


def table(points: Sequence[Row], towns: Sequence[Town], events: Sequence[Row]) -> pd.DataFrame:
    """Return all that a map shows and all that has no mark, one row each with the id of its record, in words."""
    ordered = sorted(points, key=lambda point: (not point["is_placed"], -size(point)))
    people = [_row(point["figure_id"], point, moved(point), captions.printed(point), point["as_of"]) for point in ordered]
    held = [
        _row(town.last["event_id"], town.last, _town_word(town), town.last["actor"], town.last["started_on"]) for town in towns
    ]
    known = {town.last["event_id"] for town in towns}
    others = [event for event in events if event["event_id"] not in known]
    happened = [
        _row(event["event_id"], event, facts.event_name(named(event)), event["actor"], event["started_on"]) for event in others
    ]
    return pd.DataFrame([*people, *happened, *held], columns=columns())


def _row(record_id: str, row: Row, what: str, much: str | None, when: date) -> tuple[str, date, str, str | None, str, str]:
    said = row["speaker"] if "figure_id" in row else captions.joined(terms.word(row["status"]), row["speaker"])
    return record_id, when, what, much, said, exactness(row)


def _town_word(town: Town) -> str:
    done = town.last["event_type"]
    word = _(CONFLICT if town.is_disputed else ACTS[done])
    return _("{place}: {what}").format(place=town.last["area_name"], what=word)


def along_roads(ground: Ground, towns: Sequence[Town]) -> list[tuple[str, list[str]]]:
    """Return for each road what is said of its towns by the day, in the order of the road; a road with none is left out."""
    held = {town.last["area_code"]: town for town in towns}
    found = []
    for road, codes in ground.by_road.items():
        known = [held[code] for code in codes if code in held]
        words = _("{road}, in its order: of {all} places, {n} had been reported or claimed as captured, entered or attacked")
        head = words.format(road=road, n=captions.number(len(known)), all=captions.number(len(codes)))
        found += [(head, [_on_road(town) for town in known])] if known else []
    return found


def _on_road(town: Town) -> str:
    words = _("{place}: disputed, last {act}") if town.is_disputed else _("{place}: {act}")
    now = words.format(place=town.last["area_name"], act=act(town.last))
    others = [one for one in town.before if one["actor"] != town.last["actor"]]
    return _("{now}; before that {act}").format(now=now, act=act(others[0])) if others else now
