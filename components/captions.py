"""Every number, day and sentence a reader sees, formatted once. Pure: no streamlit, no plotly.

A missing number is said in words and never printed as zero; an open side stays open ("more than 948,000").
"""

import html
import math
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components import directions, terms
from components.selection import SeriesKey
from components.sentences import HERE, IN_THAT_WINDOW, IN_THE_WINDOW, MONTHS, OPENINGS, QUANTIFIERS, WINDOWED
from components.wording import N_, _, direction, ngettext
from etl.counting.intervals import DEFAULT_PROFILE

Row = Mapping[str, Any]

ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in r"\`*_{}[]()<>#+-!|~$:"})
"""What markdown would take for a mark, and how it is written to be read as it is."""

HINT_CHART = N_("Click a mark to see who said it, the words and the link.")
HINT_TABLE = N_("Select a row to see who said it, the words and the link.")

UNITS, ROLES, counted = terms.UNITS, terms.ROLES, terms.counted


def number(count: int) -> str:
    """Return a whole number with separators: 948,000."""
    return f"{count:,}"


def day(when: date | None) -> str:
    """Return a day as 28 Jan 2020; a missing one in words."""
    if when is None:
        return _("day not given")
    return _("{day} {month} {year}").format(day=when.day, month=_(MONTHS[when.month - 1]), year=when.year)


def day_of_year(when: date) -> str:
    """Return a day as 28 Jan, where an axis gives the year."""
    return _("{day} {month}").format(day=when.day, month=_(MONTHS[when.month - 1]))


def month_of_axis(month: int) -> str:
    """Return the name of a month where there is little room: the last of the two in use, `كانون الثاني/يناير`."""
    return _(MONTHS[month - 1]).rpartition("/")[2]


def day_of_axis(when: date, *, has_year: bool = False) -> str:
    """Return a day as the axis under it writes its month: `28 يناير`, and `3 مارس 2020` with its year."""
    words = _("{day} {month} {year}") if has_year else _("{day} {month}")
    return words.format(day=when.day, month=month_of_axis(when.month), year=when.year)


def period(first: date | None, last: date | None) -> str:
    """Return a period as `1 Dec 2019 to 3 Mar 2020`, or its one day."""
    if first is None or last is None or first == last:
        return day(last or first)
    return _("{first} to {last}").format(first=day(first), last=day(last))


def amount(low: int | None, value: int | None, high: int | None, quantifier: str) -> str:
    """Return what the words claim: `more than 948,000`, `200,000 to 999,999`; `not reported` where there is nothing."""
    if value is not None:
        return _(QUANTIFIERS[quantifier]).format(n=number(value)) if quantifier in QUANTIFIERS else number(value)
    if low is not None and high is not None:
        return _("{low} to {high}").format(low=number(low), high=number(high))
    if low is not None:
        return _("at least {n}").format(n=number(low))
    return _("at most {n}").format(n=number(high)) if high is not None else _("not reported")


def quantity(low: int | None, value: int | None, high: int | None, quantifier: str, unit: str) -> str:
    """Return what the words claim with its unit: `more than 948,000 people`, `1 household`."""
    nearest = next((count for count in (value, high, low) if count is not None), 0)
    return terms.amount(amount(low, value, high, quantifier), nearest, unit)


def printed(point: Row) -> str:
    """Return a point of a series as its speaker said it, without a unit; never the band, which is what others say too."""
    return amount(point["own_low"], point["value"], point["own_high"], point["quantifier"])


def printed_count(point: Row, unit: str) -> str:
    """Return a point of a series as its speaker said it, with its unit."""
    return quantity(point["own_low"], point["value"], point["own_high"], point["quantifier"], unit)


def convention(row: Row) -> str:
    """Return the rule profile that read the words of a number, `by profile acled`; empty for the default one."""
    return by_profile((row.get("rule_id") or DEFAULT_PROFILE).partition("/")[0])


def by_profile(profile: str) -> str:
    """Return a rule profile as words that stand beside a number, `by profile acled`; empty for the default one."""
    return "" if profile == DEFAULT_PROFILE else _("by profile {profile}").format(profile=profile)


def joined(*words: str | None) -> str:
    """Return the words that there are with commas between them."""
    return _(", ").join([part for part in words if part])


def plain(text: str) -> str:
    """Return text that markdown shows as it is: other people's words never become links, images or headings."""
    return text.translate(ESCAPED)


def where(key: SeriesKey) -> str:
    """Return the area as a sentence needs it: `in`, `from` or `to` it."""
    if key.measure in ("new_displacement", "returns", "refugee_arrivals") and key.area_role == "destination":
        arrived = _("and arrived in {area}") if key.measure == "new_displacement" else _("to {area}")
        return arrived.format(area=key.area_name)
    return _("in {area}").format(area=key.area_name)


def basis(key: SeriesKey) -> str:
    """Return how a count counts: the running total's first day, its windows, or the day of a stock."""
    if key.window:
        return _(WINDOWED[key.window])
    if key.kind == "stock":
        return _("stock on a day, displaced since {day}").format(day=day(key.since)) if key.since else _("stock on a day")
    return _("running total since {day}").format(day=day(key.since)) if key.since else _("total, first day not given")


def first_day(claim: Row) -> str:
    """Return from when a claim counts: its window, its first day, or that none is given; a stock counts a day."""
    if window := claim["window"]:
        return _(IN_THAT_WINDOW[window])
    if claim["since"]:
        return _("Since {day}").format(day=day(claim["since"]))
    return _("On that day") if claim["kind"] == "stock" else _("First day not given")


def choice(key: SeriesKey) -> str:
    """Return the line by which a reader chooses this count among those of its area and measure."""
    unit = terms.unit(key.unit) if key.unit != "persons" else ""
    return sentence_case(joined(basis(key), unit, _(HERE[key.area_role]) if key.area_role else ""))


def sentence_case(words: str) -> str:
    """Return words with a capital at their start, and every name as it is."""
    return words[:1].upper() + words[1:]


def opening(key: SeriesKey, point: Row) -> str:
    """Return one sentence a minister could read aloud: who said how many, where, since when."""
    when = _("On {day}") if key.kind == "stock" else _("By {day}")
    when = (_(IN_THE_WINDOW[key.window]) if key.window else when).format(day=day(point["as_of"]))
    who = joined(point["speaker"], convention(point))
    count = printed_count(point, key.unit)
    if key.unit == "movements":
        moved = _("to {area}") if key.area_role == "destination" else _("from {area}")
        return _("{when}, {count} of {measure} {where} were counted by {who}.").format(
            when=when,
            count=count,
            measure=terms.measure(key.measure),
            where=_since(moved.format(area=key.area_name), key),
            who=who,
        )
    return _(OPENINGS[key.measure]).format(when=when, count=count, where=_since(where(key), key), who=who)


def _since(place: str, key: SeriesKey) -> str:
    if key.since is None or key.kind != "flow":
        return place
    return _("{where} since {day}").format(where=place, day=day(key.since))


def label(text: str, most: int = 60) -> str:
    """Return text for a chart: shortened, markup made harmless, and in a page from right to left with its own direction."""
    short = html.escape(textwrap.shorten(text, most, placeholder=" …"), quote=False)
    return directions.held(directions.closed(short)) if direction() == "rtl" else short


def lines(text: str, width: int) -> list[str]:
    """Return a text for a chart over several lines, each with its own direction in a page from right to left."""
    if direction() == "ltr":
        return textwrap.wrap(text, width)
    return [directions.held(line) for line in directions.wrapped(text, width)]


def headlines(key: SeriesKey, told: Sequence[Row], *, n_claims: int, n_speakers: int) -> list[tuple[str, str, list[str]]]:
    """Return the headline cards: label, number in words, and the lines that say who and when."""
    last = told[-1]
    first = (terms.measure(key.measure).capitalize(), printed(last), [joined(terms.unit(key.unit), basis(key)), said(last)])
    by = ngettext("by {n} speaker in the days shown", "by {n} speakers in the days shown", n_speakers)
    told_by = (_("Who reported"), counted(n_claims, "claim"), [by.format(n=number(n_speakers))])
    return [first, *([_change(key, told)] if len(told) > 1 and not key.window else []), told_by]


def also(key: SeriesKey, point: Row) -> tuple[str, str, list[str]]:
    """Return the card of another measure: label, number in words, and the lines that say who and when."""
    return terms.measure(key.measure).capitalize(), printed_count(point, key.unit), [basis(key), said(point)]


def said(point: Row) -> str:
    """Return who gives a point of a series, for which day, and by which profile if not the default."""
    return joined(point["speaker"], _("as of {day}").format(day=day(point["as_of"])), convention(point))


def _change(key: SeriesKey, told: Sequence[Row]) -> tuple[str, str, list[str]]:
    last, before = told[-1], told[-2]
    who = last["speaker"]
    if before["speaker"] != who:
        who = _("{before}, then {last}").format(before=before["speaker"], last=who)
    in_days = ngettext("{unit} in {n} day", "{unit} in {n} days", last["days"])
    words = [in_days.format(unit=terms.unit(key.unit), n=number(last["days"])), joined(who, convention(last))]
    since = _("Change since {day}").format(day=day(before["as_of"]))
    return since, change(last["change_low"], last["change_high"]), words


def change(low: int | None, high: int | None) -> str:
    """Return a change between two reports as the interval it is; an open side stays open."""
    if low is None and high is None:
        return _("not known")
    if low is None or high is None:
        return _("at most {n}").format(n=signed(high)) if high is not None else _("at least {n}").format(n=signed(low))
    return signed(low) if low == high else _("{low} to {high}").format(low=signed(low), high=signed(high))


def daily(low: float | None, high: float | None) -> str:
    """Return people per day as the interval it is, rounded outwards to whole people; an open side stays open."""
    least, most = None if low is None else math.floor(low), None if high is None else math.ceil(high)
    words = number(least) if least is not None and least == most else amount(least, None, most, "between")
    return _("{n} a day").format(n=words)


def signed(count: int | None) -> str:
    """Return a change with its sign; no change is 0."""
    return _("not reported") if count is None else f"{count:+,}".replace("-", "−") if count else "0"


def ignored(asked: str, shown: str) -> str:
    """Return the note beside a filter whose value in the address is not there."""
    note = _("The address asks for {asked}, which is not here; {shown} is shown.")
    return note.format(asked=plain(asked[:40]), shown=plain(shown))


def built(build: Row) -> str:
    """Return the line that says of which build a page speaks."""
    when = build["finished_at"]
    return _(
        "Built {day}, {time} UTC, from {documents} documents: {figures} figures, {events} events, {problems} problems. "
        "Counting rules version {rules}."
    ).format(day=day(when), time=f"{when:%H:%M}", rules=build["rules"], **{name: number(n) for name, n in build["rows"].items()})


def nothing_shown(key: SeriesKey) -> str:
    """Return the sentence of a period without a report: a gap, not a zero."""
    gap = _("Nothing was reported on {measure} in {area} in this period. That is a gap, not a zero.")
    return gap.format(measure=terms.measure(key.measure), area=plain(key.area_name))


def shown(n_rows: int, n_all: int) -> str:
    """Return how many rows a table shows of how many."""
    if n_rows == n_all:
        return counted(n_all, "figure")
    return ngettext("{n} of {all} figure", "{n} of {all} figures", n_all).format(n=number(n_rows), all=number(n_all))


def fitting(n_rows: int, n_all: int, n_speakers: int, first: date | None, last: date | None) -> str:
    """Return the sentence above a table of figures: how many fit of how many, by how many speakers, about which days."""
    words = ngettext("{figures} by {n} speaker, as of {days}.", "{figures} by {n} speakers, as of {days}.", n_speakers)
    return words.format(figures=shown(n_rows, n_all), n=number(n_speakers), days=period(first, last))


def publication_note(n_unknown: int) -> str:
    """Return the stated gap: how many figures have no day of publication."""
    note = ngettext(
        "Publication day not known for {n} of these figures; the as-of day stands in.",
        "Publication day not known for {n} of these figures; the as-of day stands in.",
        n_unknown,
    )
    return note.format(n=number(n_unknown)) if n_unknown else ""
