"""What the page of offensives says: campaigns with phases and events, and the meanwhile around them. Words only, no streamlit.

Displacement and offensives share days, nothing else: the words say meanwhile.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

import pandas as pd

from components import facts, terms
from components.captions import Row, amount, by_profile, counted, day, joined, number, period, plain
from components.charts.intervals import Interval
from components.selection import SeriesKey, rows
from components.sentences import CAUTION
from components.viewpoint import Viewpoint
from components.wording import N_, NN_, _, ngettext
from etl.counting.meanwhile import WINDOWS, Association

HINT = N_("Click a mark, or select a row, to see who said it and the link.")
MEANWHILE = N_("What the running total said in the days before and after: the same days, not a cause.")
SIDES = {"before": NN_("{n} day before", "{n} days before"), "after": NN_("{n} day after", "{n} days after")}
HEADINGS = {"before": N_("Before"), "after": N_("After")}
STATUSES = {
    "confirmed": N_("{n} confirmed by both sides or a third"),
    "reported": N_("{n} reported"),
    "claimed": N_("{n} claimed by a party to it"),
    "denied": N_("{n} denied"),
}
EVENT_COLUMNS = {
    "days": N_("Day"),
    "what": N_("Event"),
    "actor": N_("Who acted"),
    "opponent": N_("Against"),
    "status": N_("Status"),
    "speaker": N_("According to"),
    "publisher": N_("Published by"),
    "url": N_("Document"),
}


def opening(campaign: Row, n_phases: int, n_known: Mapping[str, int]) -> str:
    """Return one sentence: the campaign, its days, and how many of its events are known in which way."""
    known = [_(words).format(n=number(n_known[status])) for status, words in STATUSES.items() if status in n_known]
    return _("{name}: {days}, with {phases} in this register and {events}: {known}.").format(
        name=campaign["name"],
        days=ended(campaign),
        phases=counted(n_phases, "phase"),
        events=counted(sum(n_known.values()), "event"),
        known=joined(*known) or _("none known"),
    )


def ended(offensive: Row) -> str:
    """Return the days of an offensive; an end that is not known in words."""
    if offensive["ended_on"] is None:
        return _("{day}, end not known").format(day=day(offensive["started_on"]))
    return period(offensive["started_on"], offensive["ended_on"])


def phase_rows(offensives: Iterable[Row]) -> list[dict[str, str]]:
    """Return the table of a campaign and its phases: name, days, how exactly known, who gives them, with the link."""
    return [
        {
            _("Campaign and phases"): plain(one["name"]),
            _("Days"): facts.exactly(ended(one), one),
            _("Days according to"): outside(one["url"], one["publisher"]),
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
        days=[facts.exactly(period(event["started_on"], event["ended_on"]), event) for event in told],
        what=[facts.event_name(event) for event in told],
        status=[terms.word(event["status"]) for event in told],
    )[list(EVENT_COLUMNS)].reset_index(drop=True)


def offensive_choice(offensive: Row) -> str:
    """Return an offensive as a reader chooses it."""
    return _("{name} (from {day})").format(name=offensive["name"], day=day(offensive["started_on"]))


def event_choice(event: Row) -> str:
    """Return an event as a reader chooses it."""
    return joined(facts.event_name(event), day(event["started_on"]))


def not_running(key: SeriesKey) -> str:
    """Return why the meanwhile cannot be shown beside this count."""
    words = _("The meanwhile needs a running total of people who left the area; {measure} in {area}, as chosen, is none.")
    return words.format(measure=terms.measure(key.measure), area=key.area_name)


def rows_around(around: pd.DataFrame, record_id: str) -> list[dict[str, Any]]:
    """Return the rows of the meanwhile of one offensive or event, before and after, the shorter windows first."""
    found = rows(around[around["id"].eq(record_id)])
    counts = [{name: None if row[name] is None else int(row[name]) for name in ("low", "value", "high")} for row in found]
    told = [row | count for row, count in zip(found, counts, strict=True)]
    return sorted(told, key=lambda row: (list(SIDES).index(row["side"]), row["window_days"]))


def changed(row: Row) -> str:
    """Return a change of the meanwhile as the interval it is; an open side stays open."""
    return number(row["low"]) if row["low"] == row["high"] else amount(row["low"], None, row["high"], "between")


def changes(told: Sequence[Row], key: SeriesKey) -> list[Interval]:
    """Return the intervals of the meanwhile for the chart, before and after."""
    return [
        Interval(
            words=_("{window}: {change}").format(
                window=window(row), change=joined(_people(row), counted(row["n_claims"], "claim"))
            ),
            low=row["low"],
            value=row["value"],
            high=row["high"],
            quantifier="about",
            hover=facts.hover((_counting(row, key), *_told_by(row))),
            heading=_heading(row),
            is_strong=True,
        )
        for row in told
    ]


def window(row: Row) -> str:
    """Return a window of the meanwhile in words: `14 days before`."""
    forms, n_days = SIDES[row["side"]], row["window_days"]
    return ngettext(*forms, n_days).format(n=number(n_days))


def _heading(row: Row) -> str:
    side = row["side"]
    return _(HEADINGS[side])


def _people(row: Row) -> str:
    nearest = next((count for count in (row["value"], row["high"], row["low"]) if count is not None), 0)
    return terms.amount(changed(row), nearest, "persons")


def _counting(row: Row, key: SeriesKey) -> str:
    return _("{change} {measure}").format(change=changed(row), measure=terms.measure(key.measure))


def _told_by(row: Row) -> tuple[str, str]:
    between = _("between the reports of {first} and {last}").format(first=day(row["from_day"]), last=day(row["to_day"]))
    return between, counted(row["n_claims"], "claim")


def change_rows(told: Iterable[Row], key: SeriesKey) -> list[dict[str, str]]:
    """Return the table of the meanwhile: window, from which report to which, change, number of claims."""
    return [
        {
            _("Window"): window(row),
            _("From report to report"): _("{first} to {last}").format(first=day(row["from_day"]), last=day(row["to_day"])),
            terms.measure(key.measure).capitalize(): changed(row),
            _("Claims"): number(row["n_claims"]),
        }
        for row in told
    ]


def meanwhile_alt(told: Sequence[Row], name: str, key: SeriesKey) -> str:
    """Return the accessible name of the meanwhile: every change in words."""
    parts = [_("{window} {change}").format(window=window(row), change=changed(row)) for row in told]
    alt = _("{measure} around {name}: {changes}. Timing, not cause.")
    return alt.format(measure=terms.measure(key.measure).capitalize(), name=name, changes=_("; ").join(parts))


def meanwhile_notes(told: Sequence[Row], key: SeriesKey, speakers: Sequence[str], viewpoint: Viewpoint) -> list[str]:
    """Return what must stand under the meanwhile: its count and speakers, the windows without reports, the caution."""
    present = {(row["side"], row["window_days"]) for row in told}
    windows = [{"side": side, "window_days": n_days} for side in SIDES for n_days in WINDOWS]
    missing = [window(one) for one in windows if (one["side"], one["window_days"]) not in present]
    gap = _("No row for {windows}: too few reports of this total stand near. That is a gap, not a zero.")
    by = by_profile(viewpoint.profile)
    count = _(
        "Changes of the running total of {measure} in {area} since {day}, according to {who}. A ring is the difference of the "
        "printed numbers, a bar what their words allow, an arrow an open side."
    ).format(measure=terms.measure(key.measure), area=key.area_name, day=day(key.since), who=joined(*speakers, by))
    return [
        words for words in (count if told else "", gap.format(windows=joined(*missing)) if missing else "", _(CAUTION)) if words
    ]


def association_rows(found: Iterable[Association]) -> list[dict[str, str]]:
    """Return the table of what is compared, a row a type of event: how many of all, the difference, and chance."""
    return [
        {
            _("Type of event"): _type(one).capitalize(),
            _("Compared"): _("{n} of {all}").format(n=number(one.n_events), all=number(one.n_events + one.n_without)),
            _("14 days after, against before"): _difference(one.difference),
            _("Chance"): "p < 0.01" if one.p_value < 0.01 else f"p = {one.p_value:.2f}",
        }
        for one in found
        if one.difference is not None and one.p_value is not None
    ]


def _difference(difference: float) -> str:
    n_people = abs(round(difference))
    more = NN_("{n} more person a day", "{n} more people a day")
    fewer = NN_("{n} fewer person a day", "{n} fewer people a day")
    return ngettext(*(more if difference >= 0 else fewer), n_people).format(n=number(n_people))


def comparison(key: SeriesKey, speakers: Sequence[str], viewpoint: Viewpoint) -> str:
    """Return what the table of types compares, according to whom, and how its columns are to be read."""
    by = by_profile(viewpoint.profile)
    words = _(
        "How many more or fewer a day were reported in the 14 days after such events than in the 14 days before: {measure} in "
        "{area} since {day}, according to {who}. Compared are the events with enough reports on both sides, of all of that "
        "type. Chance is a permutation test: how often days drawn at random differ as much."
    )
    return words.format(measure=terms.measure(key.measure), area=key.area_name, day=day(key.since), who=joined(*speakers, by))


def not_compared(found: Iterable[Association]) -> str:
    """Return in one sentence the types with too few reports, or nothing."""
    few = [_type(one) for one in found if one.difference is None or one.p_value is None]
    return _("Too few reports to compare: {types}.").format(types=joined(*few)) if few else ""


def _type(one: Association) -> str:
    return terms.word(one.event_type)


def caution(found: Sequence[Association]) -> str:
    """Return the sentence of caution; where many types are compared, chance is named too."""
    n_compared = sum(one.difference is not None for one in found)
    if n_compared < 2:
        return _(CAUTION)
    among = _("{caution} Among {n} types compared, some differ by chance alone.")
    return among.format(caution=_(CAUTION), n=number(n_compared))
