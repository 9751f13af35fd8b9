"""What marks and rows say when pointed at or opened: figures, events and offensives in lines of words. No streamlit."""

import html
import textwrap
from collections.abc import Iterable

import pandas as pd

from components import directions, reasons, terms
from components.captions import Row, amount, convention, daily, day, joined, lines, number, period, printed_count, quantity
from components.selection import rows
from components.wording import N_, _, ngettext, pgettext
from etl.counting.intervals import quantifier_of
from etl.vocabulary import MEASURES, Quantifier

ACCURACIES = {"week": N_("day known to the week"), "month": N_("day known to the month"), "year": N_("day known to the year")}


def claimed(figure: Row) -> str:
    """Return what a figure claims, in the unit it counts: `about 586,000 people`."""
    low, value, high = counted_sides(figure)
    if _is_people(figure) and figure["unit"] == "households":
        return _people_of_households(low, value, high, figure["quantifier"])
    return quantity(low, value, high, figure["quantifier"], figure["unit"])


def _people_of_households(low: int | None, value: int | None, high: int | None, quantifier: str) -> str:
    """Return what households that became people claim: what bounds the households says nothing of the people.

    An interval that is open on one side is told by its other side; a count under a floor stays told as such.
    """
    if quantifier == Quantifier.LESS_THAN and value == high:
        return quantity(low, value, high, quantifier, "persons")
    bound = low if high is None else high if low is None else value
    return quantity(low, bound, high, quantifier_of(low, bound, high), "persons")


def counted_sides(figure: Row) -> tuple[int | None, int | None, int | None]:
    """Return low, value and high of a figure in what it counts: people where it is people or became so, else as reported."""
    unit = "people" if _is_people(figure) else "reported"
    return figure[f"{unit}_low"], figure[f"{unit}_value"], figure[f"{unit}_high"]


def _is_people(figure: Row) -> bool:
    return any(figure[f"people_{side}"] is not None for side in ("low", "value", "high"))


def publication(figure: Row) -> str:
    """Return when a figure was published; a stated gap where that is not known."""
    if figure["published_on"] is None:
        return _("publication day not known; the as-of day stands in")
    return _("published {day}").format(day=day(figure["published_on"]))


def as_of(figure: Row) -> str:
    """Return the day a figure describes, with how exactly it is known."""
    return exactly(_("as of {day}").format(day=day(figure["as_of"])), figure)


def accuracy(dated: Row) -> str | None:
    """Return how exactly a day is known, where it is not known to the day."""
    code = dated["accuracy"]
    return _(ACCURACIES[code]) if code in ACCURACIES else None


def exactly(days: str, dated: Row) -> str:
    """Return a day or period with how exactly it is known, where it is not known to the day."""
    known = accuracy(dated)
    return _("{days} ({accuracy})").format(days=days, accuracy=known) if known else days


def repeated(n_documents: int) -> str:
    """Return how many documents carry a claim."""
    words = ngettext("in one document", "in {n} documents: one claim", n_documents)
    return words.format(n=number(n_documents))


def quoted(phrase: str) -> str:
    """Return the words of a document between quotation marks, as they are."""
    return f"“{phrase}”"


def hover(shown: Iterable[str | None], width: int = 52) -> str:
    """Return a hover text: each line wrapped, markup of other people's words made harmless, the first line bold."""
    short = [directions.closed(textwrap.shorten(line, 260, placeholder=" …")) for line in shown if line]
    blocks = ["<br>".join(html.escape(part, quote=False) for part in lines(line, width)) for line in short]
    return "<br>".join([f"<b>{blocks[0]}</b>", *blocks[1:]])


def claim_hover(claim: Row) -> str:
    """Return what pointing at a claim says: speaker, words, days, documents, role and why."""
    return hover(
        (
            claim_title(claim),
            quoted(claim["phrase"]),
            as_of(claim),
            publication(claim),
            repeated(claim["n_documents"]),
            role(claim, none=_("Takes no part in the series")),
            convention(claim),
            crowd(claim),
        )
    )


def crowd(row: Row) -> str:
    """Return for how many others a mark stands too; empty for one that stands for itself."""
    others = row.get("n_here", 1) - 1
    if not others:
        return ""
    words = ngettext(
        "{n} other is so near that this mark stands for it too",
        "{n} others are so near that this mark stands for them too",
        others,
    )
    return words.format(n=number(others))


def role(figure: Row, *, none: str) -> str:
    """Return the role of a figure with its reason, or what is said of one that has none."""
    words = terms.role(figure["role"], none)
    why = figure["role_reason"]
    return _("{role}: {reason}").format(role=words, reason=reasons.spoken(why)) if why else words


def event_name(event: Row) -> str:
    """Return an event in short: `Town captured: Saraqib`."""
    kind = _("Event") if event["event_type"] == "other" else terms.word(event["event_type"]).capitalize()
    place = event["area_name"] or event["area_as_reported"]
    return _("{kind}: {place}").format(kind=kind, place=place) if place else kind


def event_hover(event: Row) -> str:
    """Return what pointing at an event says: what, where, when, who, and who says so."""
    when = exactly(period(event["started_on"], event["ended_on"]), event)
    who = event["actor"] or _("actor not given")
    if event["opponent"]:
        who = _("{actor} against {opponent}").format(actor=who, opponent=event["opponent"])
    return hover((event_name(event), when, who, status(event), event["note"], crowd(event)))


def status(event: Row) -> str:
    """Return who stands behind an event, and who says so: `claimed, according to SANA`."""
    return _("{status}, according to {who}").format(status=terms.word(event["status"]), who=event["speaker"])


def offensive_hover(offensive: Row) -> str:
    """Return what pointing at an offensive says: its name, days, parties and who gives the days."""
    return hover(
        (
            offensive["name"],
            _days(offensive),
            _parties(offensive),
            offensive["summary"],
            _("days from {publisher}").format(publisher=offensive["publisher"]),
        )
    )


def _days(offensive: Row) -> str:
    if offensive["ended_on"] is None:
        return _("{first} to end not given").format(first=day(offensive["started_on"]))
    return _("{first} to {last}").format(first=day(offensive["started_on"]), last=day(offensive["ended_on"]))


def _parties(offensive: Row) -> str:
    return _("; ").join([party.strip() for party in offensive["parties"].split(";")])


def window_hover(point: Row) -> str:
    """Return what pointing at a window's bar says: area, number with unit, the window, speaker."""
    return hover(
        (
            _("{area}: {count}").format(area=point["area_name"], count=printed_count(point, point["unit"])),
            _("{window} to {day}").format(window=terms.word(point["window"]), day=day(point["as_of"])),
            _("according to {who}").format(who=point["speaker"]),
            convention(point),
        )
    )


def rate_hover(rate: Row) -> str:
    """Return what pointing at a daily rate says: its days and the people a day, as an interval."""
    days = period(rate["from_day"], rate["to_day"])
    mean = ngettext("mean of {n} day between two reports", "mean of {n} days between two reports", rate["days"])
    return hover((daily(rate["rate_low"], rate["rate_high"]), days, mean.format(n=number(rate["days"]))))


def table(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures as a reader's table: the same rows in the same order, with the claim in words and words for codes."""
    return figures.assign(
        claimed=[claimed(row) for row in rows(figures)],
        measure=figures["measure"].map({name: terms.measure(name) for name in MEASURES}),
        role=figures["role"].map({name: _(words) for name, words in terms.ROLES.items()}),
    ).reset_index(drop=True)


def claim_title(figure: Row) -> str:
    """Return the heading of a figure's evidence."""
    return _("{who}: {claim}").format(who=figure["speaker"], claim=claimed(figure))


def repeat_lines(figures: list[Row], n_all: int) -> list[str]:
    """Return the other documents of a claim, a line each, and how many more there are."""
    lines = [repeat_line(figure) for figure in figures]
    rest = n_all - len(figures)
    return [*lines, ngettext("and {n} more", "and {n} more", rest).format(n=number(rest))] if rest else lines


def repeat_line(figure: Row) -> str:
    """Return another document of a claim in one line."""
    return _("{who}: {claim}").format(who=joined(figure["publisher"], publication(figure)), claim=quoted(figure["phrase"]))


def _given(facts: Iterable[tuple[str, str | None]]) -> list[tuple[str, str]]:
    return [(name, words) for name, words in facts if words]


def figure_facts(figure: Row, document: Row | None) -> list[tuple[str, str]]:
    """Return the facts behind a figure, in the order a reader asks for them; a gap is stated."""
    return _given(
        (
            (_("Speaker"), figure["speaker"]),
            (_("Published by"), joined(figure["publisher"], publication(figure))),
            (_("Document"), document["title"] if document else None),
            (_("Counts"), _counts(figure)),
            (_("Day"), as_of(figure)),
            (_("Place"), _place(figure)),
            (_("Who"), None if figure["subgroup"] == "all" else terms.word(figure["subgroup"])),
            (_("Households"), _household(figure)),
            (_("Rule"), _("{rule} makes it {interval}").format(rule=figure["rule_id"], interval=_interval(figure))),
            (_("Role"), role(figure, none=_("takes no part in series"))),
            (_("Modality"), None if figure["modality"] == "asserted" else terms.word(figure["modality"])),
            (_("Confidence"), terms.word(figure["confidence"]) if figure["confidence"] else None),
            (_("Note"), figure["note"]),
            (_("Licence"), document["licence"] if document else None),
        )
    )


def _counts(figure: Row) -> str:
    kind = MEASURES[figure["measure"]].kind
    words = _("{measure} ({kind})").format(measure=terms.measure(figure["measure"]), kind=terms.word(kind))
    if kind != "flow":
        return words
    start = figure["period_start"]
    first = _("from {day}").format(day=day(start)) if start else _("first day not given")
    return _("{measure}; {start}").format(measure=words, start=first)


def _place(figure: Row) -> str:
    place = figure["area_as_reported"] or figure["area_name"] or _("place not given")
    if not figure["area_code"]:
        return _("{place}, not coded").format(place=place)
    return _("{place}, coded as {area} ({code})").format(place=place, area=figure["area_name"], code=figure["area_code"])


def _household(figure: Row) -> str | None:
    size, source = figure["household_size"], figure["household_size_source"]
    return _("{size} persons a household ({source})").format(size=f"{size:g}", source=source) if size else None


def _interval(figure: Row) -> str:
    ends = (_("open") if end is None else number(end) for end in (figure["people_low"], figure["people_high"]))
    return pgettext("interval", "{low} to {high}").format(**dict(zip(("low", "high"), ends, strict=True)))


def event_facts(event: Row) -> list[tuple[str, str]]:
    """Return the facts behind an event; a gap is stated."""
    killed = amount(event["killed_low"], event["killed_value"], event["killed_high"], "exact")
    published = _("{publisher} ({leaning})")
    has_killed = any(event[name] is not None for name in ("killed_low", "killed_value", "killed_high"))
    return _given(
        (
            (_("Day"), period(event["started_on"], event["ended_on"])),
            (_("Known"), accuracy(event)),
            (_("Place"), event["area_as_reported"] or event["area_name"] or _("place not given")),
            (_("Who acted"), event["actor"] or _("not given")),
            (_("Against"), event["opponent"]),
            (_("Status"), status(event)),
            (_("Published by"), published.format(publisher=event["publisher"], leaning=terms.word(event["leaning"]))),
            (_("Words"), quoted(event["phrase"]) if event["phrase"] else None),
            (_("Deaths reported"), killed if has_killed else None),
            (_("Note"), event["note"]),
        )
    )


def offensive_facts(offensive: Row) -> list[tuple[str, str]]:
    """Return the facts behind an offensive."""
    return _given(
        (
            (_("Days"), _days(offensive)),
            (_("Known"), accuracy(offensive)),
            (_("Parties"), _parties(offensive)),
            (_("What happened"), offensive["summary"]),
            (_("Days according to"), offensive["publisher"]),
        )
    )
