"""What the map says in words: its opening sentence, its accessible name, its key and notes, what has no mark. No streamlit."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from components import captions, legends, terms
from components.captions import day, number
from components.charts.lanes import SYMBOLS, Side, lane_of
from components.mapping import Town
from components.mapping_ground import Ground
from components.selection import SeriesKey
from components.sentences import IN_THE_WINDOW
from components.wording import N_, _, ngettext

Row = dict[str, Any]

LEVELS = {
    0: N_("somewhere in the country"),
    1: N_("somewhere in the governorate"),
    2: N_("somewhere in the district"),
}
WENT = {
    "returns": N_("{when}, {count} returned to {place}, according to {who}"),
    "origin": N_("{when}, {count} left {place}, according to {who}"),
    "destination": N_("{when}, {count} came to {place}, according to {who}"),
}
WENT_SHORT = {
    "returns": N_("{count} returned to {place}"),
    "origin": N_("{count} left {place}"),
    "destination": N_("{count} came to {place}"),
}
WENT_LABEL = {"returns": N_("returned to {place}"), "origin": N_("left {place}"), "destination": N_("came to {place}")}
ACTS = {"town_captured": N_("captured"), "town_entered": N_("entered"), "counter_offensive": N_("counter-offensive")}
CONFLICT = N_("disputed")
NO_FLOW = N_(
    "No line joins two places: no report here says in one statement from where and to where people went. "
    "Who left and who arrived are counted apart."
)
KEY_TILES = N_(
    "Blue discs: people, darker where they came, paler where they left; the area of a disc is the number. Small discs: towns "
    "and events. Point at one to see what it is."
)
"""How to read the marks on tiles, which are all discs."""


def count_name(count: SeriesKey) -> str:
    """Return the line by which a reader chooses what the circles count."""
    words = captions.joined(captions.sentence_case(terms.measure(count.measure)), terms.unit(count.unit), captions.basis(count))
    return _("{count} ({marks})").format(count=words, marks=captions.counted(count.n_points, "mark"))


def _side(point: Row) -> str:
    return "returns" if point["measure"] == "returns" else str(point["area_role"])


def moved(point: Row) -> str:
    """Return what a number says of its place: `left Saraqeb`, `came to Dana sub-district`."""
    return _(WENT_LABEL[_side(point)]).format(place=point["area_name"])


def moved_count(point: Row) -> str:
    """Return a number with what it says of its place: `5,000 movements left Saraqeb`."""
    return _(WENT_SHORT[_side(point)]).format(count=captions.printed_count(point, point["unit"]), place=point["area_name"])


def when(point: Row) -> str:
    """Return the days a number stands for: its window, or the day by which it was counted."""
    window = point["window"]
    if window and window != "day":
        return _(IN_THE_WINDOW[window]).format(day=day(point["as_of"]))
    return (_("On {day}") if window else _("By {day}")).format(day=day(point["as_of"]))


def told(point: Row) -> str:
    """Return a number in one line: when, how many left or came to where, and who says so."""
    count = captions.printed_count(point, point["unit"])
    return _(WENT[_side(point)]).format(when=when(point), count=count, place=point["area_name"], who=point["speaker"])


def opening(count: SeriesKey, placed: Sequence[Row], towns: Sequence[Town], shown: date) -> str:
    """Return the sentence a minister could read aloud: the highest number of each side with its speaker, and the towns."""
    if not placed:
        gap = _("For {day} no number of {measure} was reported for a place exact enough to be drawn.")
        return f"{gap.format(day=day(shown), measure=terms.measure(count.measure))} {taken(towns, shown)}"
    sides = [[point for point in placed if point["area_role"] == role] for role in ("origin", "destination")]
    highest = [told(max(side, key=size)) for side in sides if side]
    return f"{_highest(highest, is_only=len(placed) == 1)} {taken(towns, shown)}"


def _highest(told_of: Sequence[str], *, is_only: bool) -> str:
    if len(told_of) > 1:
        one, other = told_of
        return _("{one}; {other}: the highest numbers drawn here.").format(one=one, other=other[:1].lower() + other[1:])
    words = _("{one}: the only number drawn here.") if is_only else _("{one}: the highest number drawn here.")
    return words.format(one=told_of[0])


def taken(towns: Sequence[Town], shown: date) -> str:
    """Return how many towns somebody had taken, entered or attacked by a day, and how many of them are disputed."""
    if not towns:
        return _("No report up to {day} says that a town drawn here was taken or entered.").format(day=day(shown))
    words = ngettext(
        "By {day}, {n} town had been reported or claimed as captured, entered or attacked.",
        "By {day}, {n} towns had been reported or claimed as captured, entered or attacked.",
        len(towns),
    ).format(day=day(shown), n=number(len(towns)))
    disputed = sum(town.is_disputed for town in towns)
    if not disputed:
        return words
    also = ngettext("Of these, {n} is disputed.", "Of these, {n} are disputed.", disputed).format(n=number(disputed))
    return f"{words} {also}"


def size(point: Row) -> int:
    """Return the number a circle is drawn for: the printed one, else the known side of a range."""
    return next((point[side] for side in ("value", "own_low", "own_high") if point[side] is not None), 0)


def named(event: Row) -> Row:
    """Return an event under the name the report gives its place, where our area is wider than that."""
    is_wider = event["level"] is None or event["level"] < 4
    return event | {"area_name": event["area_as_reported"] or event["area_name"]} if is_wider else event


def exactness(row: Row) -> str:
    """Return how exactly a place is known, and why a row that has no mark has none."""
    level = row["level"]
    if not row["is_placed"]:
        if level is None:
            return _("somewhere in a wider area") if row["area_code"] else _("place not coded")
        return _(LEVELS[level]) if level in LEVELS else _without_mark(row)
    is_wide = level == 3 or row.get("place_accuracy") == "adm3"
    return _("in or near, known to the sub-district") if is_wide else _("place known")


def _without_mark(row: Row) -> str:
    if row.get("place_accuracy") not in (None, "point", "adm3"):
        return _("place not known to the sub-district")
    return _("no point known under clear terms")


def key_people(count: SeriesKey, top: int) -> str:
    """Return how to read the circles, as markdown."""
    is_return = count.measure == "returns"
    circles = _("○ left the place · ● returned there") if is_return else _("○ left the place · ● came there")
    words = _("the area of a circle is the number, the largest of all days {n}").format(n=number(top))
    return _(":blue[{circles}]; {words}").format(circles=circles, words=words)


def key_disputed(towns: Sequence[Town]) -> str:
    """Return how a disputed town is marked, where there is one."""
    return _("⋈ disputed: another side claims it, or it is denied") if any(town.is_disputed for town in towns) else ""


def key_sides(sides: Sequence[Side], theme: str | None) -> str:
    """Return which colour is whose, as markdown; of two sides the second has a dot in its towns too."""
    paler = _(legends.PALER)
    if len(sides) < 2:
        return paler
    one, other = (captions.plain(_(side.name)) for side in sides[:2])
    on_dark, on_light = _("**white, and a dot in the town's mark: {side}**"), _("**black, and a dot in the town's mark: {side}**")
    second = (on_dark if theme == "dark" else on_light).format(side=other)
    first = _("red: {side}").format(side=one)
    return " · ".join([f":red[{first}]", second, _("orange: strikes"), _("grey: others"), paler])


def table_note(first: date, last: date) -> str:
    """Return what the rows of the table are, in their order."""
    words = _("The numbers, the highest first; the events of {days}; the towns captured, entered or attacked by then.")
    return f"{words.format(days=captions.period(first, last))} {_(captions.HINT_TABLE)}"


def first_of(last: date, days: int) -> date:
    """Return the first of so many days that end with a day."""
    return last - timedelta(days=days - 1)


def alt(count: SeriesKey, placed: Sequence[Row], towns: Sequence[Town], n_events: int, shown: date) -> str:
    """Return the map's accessible name: what it shows, not that it is a map."""
    events = ngettext("{n} other event of these days is marked.", "{n} other events of these days are marked.", n_events)
    return f"{opening(count, placed, towns, shown)} {events.format(n=number(n_events))}"


def wider(points: Sequence[Row]) -> list[tuple[str, list[str]]]:
    """Return the numbers of places too wide or unknown for a mark, the highest first, under who says so and when."""
    ordered = sorted(points, key=lambda point: (point["area_role"] != "origin", exactness(point), -size(point)))
    found: dict[str, list[str]] = {}
    for point in ordered:
        words = _("{exactness}. {when}, according to {who}:")
        head = words.format(exactness=captions.sentence_case(exactness(point)), when=when(point), who=point["speaker"])
        found.setdefault(head, []).append(moved_count(point))
    return list(found.items())


def sources(points: Sequence[Row], licences: Sequence[str]) -> str:
    """Return the line under the map: speakers, the last as-of, and licences."""
    if not points:
        return _("No figure is shown.")
    words = _("Figures: {speakers}; last as of {day}. Licences: {licences}. Events: each with its own source.")
    return words.format(
        speakers=captions.joined(*dict.fromkeys(point["speaker"] for point in points)),
        day=day(max(point["as_of"] for point in points)),
        licences=legends.terms_of_use(licences),
    )


def ground_note(ground: Ground) -> str:
    """Return what the drawn ground is and leaves out."""
    drawn = _("The roads are straight lines through towns of our gazetteer, not surveyed ones.")
    if not ground.borders:
        drawn = _("The roads are straight lines through towns of our gazetteer, not surveyed ones; no borders are drawn.")
    missing = _("Not drawn, for want of a point: {places}.").format(places=captions.joined(*ground.without_point))
    without = ngettext(
        "{n} place of the gazetteer has no point under clear terms; what was reported there stands in the lists only.",
        "{n} places of the gazetteer have no point under clear terms; what was reported there stands in the lists only.",
        ground.n_without_point,
    ).format(n=number(ground.n_without_point))
    return " ".join([drawn, *([missing] if ground.without_point else []), without])


def symbol(town: Town, sides: Sequence[Side]) -> str:
    """Return the shape of a town's mark: what was last done, hollow with a dot for the second side; or that it is disputed."""
    if town.is_disputed:
        return "bowtie"
    shape = SYMBOLS[town.last["event_type"]]
    return f"{shape}-open-dot" if lane_of(town.last, sides) in [side.name for side in sides[1:]] else shape
