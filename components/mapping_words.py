"""What the map says in words: its opening sentence, its accessible name, what marks say, what has no mark. No streamlit."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from components import captions, facts
from components.captions import UNITS, day, number, printed
from components.charts.lanes import SYMBOLS, Side, lane_of
from components.legends import EVENT_SHAPES
from components.mapping import Town, is_of_town
from components.mapping_ground import Ground
from components.selection import SeriesKey
from etl.vocabulary import MEASURES

Row = dict[str, Any]

LEVELS = {0: "somewhere in the country", 1: "somewhere in the governorate", 2: "somewhere in the district"}
ACTS = {"town_captured": "captured", "town_entered": "entered", "counter_offensive": "counter-offensive"}
CONFLICT = "disputed"
TABLE = ["id", "Day", "What", "How many or who", "Said by", "On the map"]
HINT = captions.HINT_TABLE
NO_FLOW = (
    "No line joins two places: no report here says in one statement from where and to where people went. "
    "Who left and who arrived are counted apart."
)


def count_name(count: SeriesKey) -> str:
    """Return the line by which a reader chooses what the circles count."""
    places = captions.counted(count.n_points, "mark")
    return f"{MEASURES[count.measure].label.capitalize()}, {UNITS[count.unit]}, {captions.basis(count)} ({places})"


def moved(point: Row) -> str:
    """Return what a number says of its place: `left Saraqeb`, `came to Dana sub-district`."""
    if point["measure"] == "returns":
        return f"returned to {point['area_name']}"
    return f"{'left' if point['area_role'] == 'origin' else 'came to'} {point['area_name']}"


def when(point: Row) -> str:
    """Return the days a number stands for: its window, or the day by which it was counted."""
    if point["window"] and point["window"] != "day":
        return f"In the {point['window']} to {day(point['as_of'])}"
    return f"{'On' if point['window'] else 'By'} {day(point['as_of'])}"


def told(point: Row) -> str:
    """Return a number in one line: when, how many left or came to where, and who says so."""
    return f"{when(point)}, {printed(point)} {UNITS[point['unit']]} {moved(point)}, according to {point['speaker']}"


def opening(count: SeriesKey, placed: Sequence[Row], towns: Sequence[Town], shown: date) -> str:
    """Return the sentence a minister could read aloud: the highest number of each side with its speaker, and the towns."""
    if not placed:
        label = MEASURES[count.measure].label
        return f"For {day(shown)} no number of {label} was reported for a place exact enough to be drawn. {taken(towns, shown)}"
    sides = [[point for point in placed if point["area_role"] == role] for role in ("origin", "destination")]
    highest = [told(max(side, key=size)) for side in sides if side]
    only = "the only number" if len(placed) == 1 else "the highest number" if len(highest) == 1 else "the highest numbers"
    first, *others = highest
    also = "".join(f"; {words[0].lower()}{words[1:]}" for words in others)
    return f"{first}{also}: {only} drawn here. {taken(towns, shown)}"


def taken(towns: Sequence[Town], shown: date) -> str:
    """Return how many towns somebody had taken, entered or attacked by a day, and how many of them are disputed."""
    if not towns:
        return f"No report up to {day(shown)} says that a town drawn here was taken or entered."
    words = (
        f"By {day(shown)}, {captions.counted(len(towns), 'town')} had been reported or claimed as captured, entered or attacked"
    )
    disputed = sum(town.is_disputed for town in towns)
    return f"{words}; {number(disputed)} of them {'is' if disputed == 1 else 'are'} disputed." if disputed else f"{words}."


def size(point: Row) -> int:
    """Return the number a circle is drawn for: the printed one, else the known side of a range."""
    return next((point[side] for side in ("value", "own_low", "own_high") if point[side] is not None), 0)


def point_hover(point: Row) -> str:
    """Return what pointing at a circle says: how many, where, in which words, when, who says so, and its role."""
    role = captions.ROLES.get(point["role"] or "", "Takes no part in the series")
    reason = f"{role}: {point['role_reason']}" if point["role_reason"] else role
    lines = (told(point), f"“{point['phrase']}”", exactness(point), reason, captions.convention(point))
    return facts.hover(lines)


def exactness(row: Row) -> str:
    """Return how exactly a place is known, and why a row that has no mark has none."""
    if not row["is_placed"]:
        if row["level"] is None:
            return "somewhere in a wider area" if row["area_code"] else "place not coded"
        return LEVELS.get(row["level"]) or _without_mark(row)
    is_wide = row["level"] == 3 or row.get("place_accuracy") == "adm3"
    return "in or near, known to the sub-district" if is_wide else "place known"


def _without_mark(row: Row) -> str:
    if row.get("place_accuracy") not in (None, "point", "adm3"):
        return "place not known to the sub-district"
    return "no point known under clear terms"


def town_hover(town: Town) -> str:
    """Return what pointing at a town says: the last statement with actor, status and speaker, then those before it."""
    head = f"{town.last['area_name']}: {CONFLICT}" if town.is_disputed else town.last["area_name"]
    return facts.hover((head, _act(town.last), exactness(town.last), *[f"before: {_act(act)}" for act in town.before[:3]]))


def _act(act: Row) -> str:
    who = act["actor"] or "actor not given"
    days = captions.period(act["started_on"], act["ended_on"])
    return f"{ACTS[act['event_type']]} by {who}, {days}, {act['status']} according to {act['speaker']}"


def named(event: Row) -> Row:
    """Return an event under the name the report gives its place, where our area is wider than that."""
    is_wider = event["level"] is None or event["level"] < 4
    return event | {"area_name": event["area_as_reported"] or event["area_name"]} if is_wider else event


def events_hover(events: Sequence[Row]) -> str:
    """Return what pointing at a place of events says: the latest in full, the others in short."""
    short = [f"also {facts.event_name(named(event))}, {day(event['started_on'])}, {event['status']}" for event in events[1:4]]
    rest = [f"and {captions.counted(len(events) - 4, 'event')} more here"] if len(events) > 4 else []
    return "<br>".join([facts.event_hover(named(events[0])), exactness(events[0]), *map(captions.label, short), *rest])


def key_people(count: SeriesKey, top: int) -> str:
    """Return how to read the circles, as markdown."""
    arrived = "● returned there" if count.measure == "returns" else "● came there"
    return f":blue[○ left the place · {arrived}]; the area of a circle is the number, the largest of all days {number(top)}"


KEY_TILES = (
    "Blue discs: people, darker where they came, paler where they left; the area of a disc is the number. Small discs: towns "
    "and events. Point at one to see what it is."
)
"""How to read the marks on tiles, which are all discs."""


def key_marks(towns: Sequence[Town], events: Iterable[Row]) -> str:
    """Return how to read the shapes of towns and events, for those that occur."""
    present = {event["event_type"] for event in events if not is_of_town(event)}
    present |= {town.last["event_type"] for town in towns if not town.is_disputed}
    shapes = [words for words, types in EVENT_SHAPES.items() if types & present]
    if any(town.is_disputed for town in towns):
        shapes.append("⋈ disputed: another side claims it, or it is denied")
    return " · ".join([*shapes, "paler: claimed by one side only, or denied"]) if shapes else ""


def key_sides(sides: Sequence[Side]) -> str:
    """Return which colour is whose, as markdown; of two sides the second has a dot in its towns too."""
    if len(sides) < 2:
        return ""
    one, other = (captions.plain(side.name) for side in sides[:2])
    second = f"**black, on a dark page white, and a dot in the town's mark: {other}**"
    return f":red[red: {one}] · {second} · orange: strikes · grey: others"


def table_note(first: date, last: date) -> str:
    """Return what the rows of the table are, in their order."""
    days = captions.period(first, last)
    return f"The numbers, the highest first; the events of {days}; the towns captured, entered or attacked by then. {HINT}"


def first_of(last: date, days: int) -> date:
    """Return the first of so many days that end with a day."""
    return last - timedelta(days=days - 1)


def alt(count: SeriesKey, placed: Sequence[Row], towns: Sequence[Town], n_events: int, shown: date) -> str:
    """Return the map's accessible name: what it shows, not that it is a map."""
    return f"{opening(count, placed, towns, shown)} {captions.counted(n_events, 'place')} with other events of these days marked."


def wider(points: Sequence[Row]) -> list[tuple[str, list[str]]]:
    """Return the numbers of places too wide or unknown for a mark, the highest first, under who says so and when."""
    ordered = sorted(points, key=lambda point: (point["area_role"] != "origin", exactness(point), -size(point)))
    found: dict[str, list[str]] = {}
    for point in ordered:
        head = f"{exactness(point).capitalize()}. {when(point)}, according to {point['speaker']}:"
        found.setdefault(head, []).append(f"{printed(point)} {UNITS[point['unit']]} {moved(point)}")
    return list(found.items())


def table(points: Sequence[Row], towns: Sequence[Town], events: Sequence[Row]) -> pd.DataFrame:
    """Return all that a map shows and all that has no mark, one row each with the id of its record, in words."""
    ordered = sorted(points, key=lambda point: (not point["is_placed"], -size(point)))
    people = [_row(point["figure_id"], point, moved(point), printed(point), point["as_of"]) for point in ordered]
    held = [
        _row(town.last["event_id"], town.last, _town_word(town), town.last["actor"], town.last["started_on"]) for town in towns
    ]
    known = {town.last["event_id"] for town in towns}
    others = [event for event in events if event["event_id"] not in known]
    happened = [
        _row(event["event_id"], event, facts.event_name(named(event)), event["actor"], event["started_on"]) for event in others
    ]
    return pd.DataFrame([*people, *happened, *held], columns=TABLE)


def _row(record_id: str, row: Row, what: str, much: str | None, when: date) -> tuple[str, date, str, str | None, str, str]:
    said = row["speaker"] if "figure_id" in row else f"{row['status']}, {row['speaker']}"
    return record_id, when, what, much, said, exactness(row)


def _town_word(town: Town) -> str:
    word = CONFLICT if town.is_disputed else ACTS[town.last["event_type"]]
    return f"{town.last['area_name']}: {word}"


def sources(points: Sequence[Row], licences: Sequence[str]) -> str:
    """Return the line under the map: speakers, the last as-of, and licences."""
    if not points:
        return "No figure is shown."
    speakers = ", ".join(dict.fromkeys(point["speaker"] for point in points))
    last = max(point["as_of"] for point in points)
    return f"Figures: {speakers}; last as of {day(last)}. Licences: {', '.join(licences)}. Events: each with its own source."


def ground_note(ground: Ground) -> str:
    """Return what the drawn ground is and leaves out."""
    borders = "" if ground.borders else "; no borders are drawn"
    missing = f" Not drawn, for want of a point: {', '.join(ground.without_point)}." if ground.without_point else ""
    return (
        f"The roads are straight lines through towns of our gazetteer, not surveyed ones{borders}.{missing} "
        f"{captions.counted(ground.n_without_point, 'place')} of the gazetteer have no point under clear terms; "
        "what was reported there stands in the lists only."
    )


def symbol(town: Town, sides: Sequence[Side]) -> str:
    """Return the shape of a town's mark: what was last done, hollow with a dot for the second side; or that it is disputed."""
    if town.is_disputed:
        return "bowtie"
    shape = SYMBOLS[town.last["event_type"]]
    return f"{shape}-open-dot" if lane_of(town.last, sides) in [side.name for side in sides[1:]] else shape
