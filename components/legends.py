"""What stands around a chart: its title, how to read its marks, its sources, its accessible name. No streamlit."""

from collections.abc import Iterable

import pandas as pd

from components import terms
from components.captions import Row, basis, convention, daily, day, joined, number, period, printed, said, sentence_case
from components.selection import SeriesKey, rows
from components.wording import N_, _, ngettext


def chart_title(key: SeriesKey, first: Row, last: Row) -> str:
    """Return in words what the chart shows: from where the count went to where, and when."""
    measure = terms.measure(key.measure).capitalize()
    if first["as_of"] == last["as_of"] or key.window:
        return _("{measure} in {area}").format(measure=measure, area=key.area_name)
    days = {"first_day": day(first["as_of"]), "last_day": day(last["as_of"])}
    from_to = _("{measure}: {first} on {first_day}, {last} on {last_day}")
    return from_to.format(measure=measure, first=printed(first), last=printed(last), **days)


def chart_subtitle(key: SeriesKey, last: Row | None = None) -> str:
    """Return what is counted: measure, area, since when, stock or flow, as reported, and by which profile if not the default."""
    is_moving = key.measure in ("new_displacement", "returns")
    flow = _("a flow: one person may be counted twice") if is_moving else _("a flow")
    counts = _("{basis} ({kind})").format(basis=basis(key), kind=_("a stock") if key.kind == "stock" else flow)
    what = joined(key.area_name, terms.unit(key.unit), counts, convention(last or {}))
    return _("{what}. Below: offensives and events of the same days.").format(what=what)


def alt(key: SeriesKey, first: Row, last: Row, n_claims: int, n_events: int) -> str:
    """Return the chart's accessible name: what it shows, not that it is a chart."""
    drawn = ngettext(
        "{title}, according to {who}. {n} claim is drawn, and below it {events} on the same days.",
        "{title}, according to {who}. {n} claims are drawn, and below them {events} on the same days.",
        n_claims,
    )
    events = terms.counted(n_events, "event")
    return drawn.format(title=chart_title(key, first, last), who=last["speaker"], n=number(n_claims), events=events)


def key(quantifiers: Iterable[str], *, has_band: bool) -> str:
    """Return how to read the marks, for the quantifiers that occur, as markdown."""
    shapes = (
        (_("● exact"), {"exact"}),
        (_("○ about"), {"about"}),
        (_("△ at least, more than"), {"at_least", "more_than"}),
        (_("▽ nearly, at most"), {"nearly", "at_most", "less_than"}),
        (_("┃ a range"), {"between", "vague"}),
    )
    present = set(quantifiers)
    marks = [words for words, group in shapes if group & present]
    band = [_("shaded: speakers differ that day, an arrow where a side is open")] if has_band else []
    return " · ".join([_("**━ recommended**, grey: other claims"), *marks, _("thin bar: what the words allow"), *band])


EVENT_SHAPES = {
    N_("★ offensive launched"): {"offensive_launched"},
    N_("■ captured"): {"town_captured"},
    N_("► entered"): {"town_entered"},
    N_("▷ advance"): {"ground_advance"},
    N_("◆ road secured"): {"road_secured"},
    N_("⊗ encircled"): {"encirclement"},
    N_("◄ counter-offensive"): {"counter_offensive"},
    N_("◁ withdrawal"): {"withdrawal"},
    N_("▼ air strike"): {"airstrike"},
    N_("▽ shelling"): {"shelling"},
    N_("● ceasefire"): {"ceasefire"},
    N_("○ corridor"): {"corridor_opened"},
    N_("◇ diplomacy"): {"diplomatic"},
    N_("× other"): {"other"},
}


PALER = N_("paler: claimed by one side only, or denied")


def events_key(event_types: Iterable[str]) -> str:
    """Return how to read the marks of the events, for the types that occur."""
    present = set(event_types)
    shapes = [_(words) for words, types in EVENT_SHAPES.items() if types & present]
    return " · ".join([*shapes, _(PALER)]) if shapes else ""


def reading_note() -> str:
    """Return what the chart does not say by itself."""
    return _(
        "Each number stands until the next report; the line ends with the last one. Marks that would hide one another are set "
        "side by side, with a thin line to their day. Events that one side only claims, or that are denied, are paler. "
        "What happened on the same days is shown as meanwhile, not as a cause."
    )


def differs(told: Iterable[Row]) -> bool:
    """Return whether speakers differ on any day that is shown, so that a band is drawn."""
    return any(point["n_speakers"] > 1 and point["low"] != point["high"] for point in told)


def sources(points: Iterable[Row], documents: Iterable[Row]) -> str:
    """Return the line under a chart: speakers of the recommended figures, last as-of, publishers and their licences."""
    rows = list(points)
    return _("Recommended figures: {speakers}; last as of {day}. Licences: {licences}.").format(
        speakers=_listed(dict.fromkeys(row["speaker"] for row in reversed(rows))),
        day=day(max(row["as_of"] for row in rows)),
        licences=terms_of_use(row["licence"] for row in documents),
    )


def terms_of_use(licences: Iterable[str]) -> str:
    """Return licences, each once and apart from the next: many are sentences, with commas and semicolons of their own."""
    return _listed(dict.fromkeys(licences), between=_(" · "))


def _listed(words: Iterable[str], most: int = 4, between: str | None = None) -> str:
    names = list(words)
    first, n_more = (between or _(", ")).join(names[:most]), len(names) - most
    return ngettext("{names} and {n} more", "{names} and {n} more", n_more).format(names=first, n=n_more) if n_more > 0 else first


def windows_title(key: SeriesKey) -> str:
    """Return the heading of the small charts by area."""
    title = _("{measure}, {window}, by area")
    return title.format(measure=terms.measure(key.measure).capitalize(), window=basis(key))


def windows_note(key: SeriesKey) -> str:
    """Return what the small charts leave out."""
    note = _("The areas with the highest {window}, on one scale. No bar: not reported, or too small to see.")
    return note.format(window=terms.word(key.window or "month"))


def rates_alt(key: SeriesKey, rates: pd.DataFrame) -> str:
    """Return the accessible name of the change per day: its highest stretch."""
    told = rows(rates)
    highest = max(told, key=lambda rate: rate["rate_value"] or rate["rate_low"] or 0)
    days, most = period(highest["from_day"], highest["to_day"]), daily(highest["rate_low"], highest["rate_high"])
    alt = _("Change per day of {measure}: highest from {days}, {most}.")
    return alt.format(measure=terms.measure(key.measure), days=days, most=most)


def rates_note(key: SeriesKey, last: Row) -> str:
    """Return how to read the change per day, its speaker and last day."""
    note = _(
        "{units} a day between two reports of this total: the bar is what the words allow, the line the "
        "printed numbers, an arrow an open side. A mean: on which of the days is not said. A lowered total has no rate. "
        "Last report: {said}."
    )
    return note.format(units=sentence_case(terms.unit(key.unit)), said=said(last))
