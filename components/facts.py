"""What marks and rows say when pointed at or opened: figures, events and offensives in lines of words. No streamlit."""

import html
import textwrap
from collections.abc import Iterable

import pandas as pd

from components.captions import ROLES, UNITS, Row, amount, convention, daily, day, number, period, printed
from components.selection import rows
from components.wording import ngettext
from etl.vocabulary import MEASURES

ACCURACIES = {"week": "day known to the week", "month": "day known to the month", "year": "day known to the year"}


def claimed(figure: Row) -> str:
    """Return what a figure claims, in the unit it counts: `about 586,000 people`."""
    low, value, high = counted_sides(figure)
    # Households that became people count as people; those without a factor stay households.
    unit = "persons" if _is_people(figure) and figure["unit"] == "households" else figure["unit"]
    return f"{amount(low, value, high, figure['quantifier'])} {UNITS[unit]}"


def counted_sides(figure: Row) -> tuple[int | None, int | None, int | None]:
    """Return low, value and high of a figure in what it counts: people where it is people or became so, else as reported."""
    unit = "people" if _is_people(figure) else "reported"
    return figure[f"{unit}_low"], figure[f"{unit}_value"], figure[f"{unit}_high"]


def _is_people(figure: Row) -> bool:
    return any(figure[f"people_{side}"] is not None for side in ("low", "value", "high"))


def publication(figure: Row) -> str:
    """Return when a figure was published; a stated gap where that is not known."""
    if figure["published_on"] is None:
        return "publication day not known; the as-of day stands in"
    return f"published {day(figure['published_on'])}"


def as_of(figure: Row) -> str:
    """Return the day a figure describes, with how exactly it is known."""
    accuracy = ACCURACIES.get(figure["accuracy"] or "day")
    return f"as of {day(figure['as_of'])}" + (f" ({accuracy})" if accuracy else "")


def repeated(n_documents: int) -> str:
    """Return how many documents carry a claim."""
    return "in one document" if n_documents == 1 else f"in {number(n_documents)} documents: one claim"


def hover(lines: Iterable[str | None], width: int = 52) -> str:
    """Return a hover text: each line wrapped, markup of other people's words made harmless, the first line bold."""
    wrapped = [textwrap.shorten(line, 260, placeholder=" …") for line in lines if line]
    blocks = ["<br>".join(html.escape(part, quote=False) for part in textwrap.wrap(line, width)) for line in wrapped]
    return "<br>".join([f"<b>{blocks[0]}</b>", *blocks[1:]])


def claim_hover(claim: Row) -> str:
    """Return what pointing at a claim says: speaker, words, days, documents, role and why."""
    role = ROLES.get(claim["role"] or "", "Takes no part in the series")
    reason = f"{role}: {claim['role_reason']}" if claim["role_reason"] else role
    phrase = f"“{claim['phrase']}”"
    return hover(
        (
            f"{claim['speaker']}: {claimed(claim)}",
            phrase,
            as_of(claim),
            publication(claim),
            repeated(claim["n_documents"]),
            reason,
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


def event_name(event: Row) -> str:
    """Return an event in short: `Town captured: Saraqib`."""
    kind = "Event" if event["event_type"] == "other" else event["event_type"].replace("_", " ").capitalize()
    place = event["area_name"] or event["area_as_reported"]
    return f"{kind}: {place}" if place else kind


def event_hover(event: Row) -> str:
    """Return what pointing at an event says: what, where, when, who, and who says so."""
    accuracy = ACCURACIES.get(event["accuracy"] or "day")
    when = period(event["started_on"], event["ended_on"]) + (f" ({accuracy})" if accuracy else "")
    who = event["actor"] or "actor not given"
    against = f" against {event['opponent']}" if event["opponent"] else ""
    said = f"{event['status']}, according to {event['speaker']}"
    return hover((event_name(event), when, who + against, said, event["note"], crowd(event)))


def offensive_hover(offensive: Row) -> str:
    """Return what pointing at an offensive says: its name, days, parties and who gives the days."""
    ended = day(offensive["ended_on"]) if offensive["ended_on"] else "end not given"
    return hover(
        (
            offensive["name"],
            f"{day(offensive['started_on'])} to {ended}",
            offensive["parties"].replace(";", "; "),
            offensive["summary"],
            f"days from {offensive['publisher']}",
        )
    )


def window_hover(point: Row) -> str:
    """Return what pointing at a window's bar says: area, number with unit, the window, speaker."""
    return hover(
        (
            f"{point['area_name']}: {printed(point)} {UNITS[point['unit']]}",
            f"{point['window']} to {day(point['as_of'])}",
            f"according to {point['speaker']}",
            convention(point),
        )
    )


def rate_hover(rate: Row) -> str:
    """Return what pointing at a daily rate says: its days and the people a day, as an interval."""
    days = period(rate["from_day"], rate["to_day"])
    return hover((daily(rate["rate_low"], rate["rate_high"]), days, f"mean of {number(rate['days'])} days between two reports"))


def table(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures as a reader's table: the same rows in the same order, with the claim in words and words for codes."""
    return figures.assign(
        claimed=[claimed(row) for row in rows(figures)],
        measure=figures["measure"].map({name: measure.label for name, measure in MEASURES.items()}),
        role=figures["role"].map(ROLES),
    ).reset_index(drop=True)


def claim_title(figure: Row) -> str:
    """Return the heading of a figure's evidence."""
    return f"{figure['speaker']}: {claimed(figure)}"


def repeat_lines(figures: list[Row], n_all: int) -> list[str]:
    """Return the other documents of a claim, a line each, and how many more there are."""
    lines = [repeat_line(figure) for figure in figures]
    rest = n_all - len(figures)
    return [*lines, ngettext("and {n} more", "and {n} more", rest).format(n=number(rest))] if rest else lines


def repeat_line(figure: Row) -> str:
    """Return another document of a claim in one line."""
    return f"{figure['publisher']}, {publication(figure)}: “{figure['phrase']}”"


def _given(facts: Iterable[tuple[str, str | None]]) -> list[tuple[str, str]]:
    return [(name, words) for name, words in facts if words]


def figure_facts(figure: Row, document: Row | None) -> list[tuple[str, str]]:
    """Return the facts behind a figure, in the order a reader asks for them; a gap is stated."""
    measure = MEASURES[figure["measure"]]
    start = f"from {day(figure['period_start'])}" if figure["period_start"] else "first day not given"
    place = figure["area_as_reported"] or figure["area_name"] or "place not given"
    coded = f"{place}, coded as {figure['area_name']} ({figure['area_code']})" if figure["area_code"] else f"{place}, not coded"
    size = figure["household_size"]
    household = f"{size:g} persons a household ({figure['household_size_source']})" if size else None
    role = ROLES.get(figure["role"] or "", "takes no part in series")
    return _given(
        (
            ("Speaker", figure["speaker"]),
            ("Published by", f"{figure['publisher']}, {publication(figure)}"),
            ("Document", document["title"] if document else None),
            ("Counts", f"{measure.label} ({measure.kind})" + (f"; {start}" if measure.kind == "flow" else "")),
            ("Day", as_of(figure)),
            ("Place", coded),
            ("Who", None if figure["subgroup"] == "all" else figure["subgroup"].replace("_", " ")),
            ("Households", household),
            ("Rule", f"{figure['rule_id']} makes it {_interval(figure)}"),
            ("Role", f"{role}: {figure['role_reason']}" if figure["role_reason"] else role),
            ("Modality", None if figure["modality"] == "asserted" else figure["modality"]),
            ("Confidence", figure["confidence"]),
            ("Note", figure["note"]),
            ("Licence", document["licence"] if document else None),
        )
    )


def _interval(figure: Row) -> str:
    low, high = figure["people_low"], figure["people_high"]
    return f"{number(low) if low is not None else 'open'} to {number(high) if high is not None else 'open'}"


def event_facts(event: Row) -> list[tuple[str, str]]:
    """Return the facts behind an event; a gap is stated."""
    killed = amount(event["killed_low"], event["killed_value"], event["killed_high"], "exact")
    has_killed = any(event[name] is not None for name in ("killed_low", "killed_value", "killed_high"))
    return _given(
        (
            ("Day", period(event["started_on"], event["ended_on"])),
            ("Known", ACCURACIES.get(event["accuracy"] or "day")),
            ("Place", event["area_as_reported"] or event["area_name"] or "place not given"),
            ("Who acted", event["actor"] or "not given"),
            ("Against", event["opponent"]),
            ("Status", f"{event['status']}, according to {event['speaker']}"),
            ("Published by", f"{event['publisher']} ({event['leaning']})"),
            ("Words", f"“{event['phrase']}”" if event["phrase"] else None),
            ("Deaths reported", killed if has_killed else None),
            ("Note", event["note"]),
        )
    )


def offensive_facts(offensive: Row) -> list[tuple[str, str]]:
    """Return the facts behind an offensive."""
    ended = day(offensive["ended_on"]) if offensive["ended_on"] else "end not given"
    return _given(
        (
            ("Days", f"{day(offensive['started_on'])} to {ended}"),
            ("Known", ACCURACIES.get(offensive["accuracy"])),
            ("Parties", offensive["parties"]),
            ("What happened", offensive["summary"]),
            ("Days according to", offensive["publisher"]),
        )
    )
