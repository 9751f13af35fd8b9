"""An example of each counting rule out of the live build, made by the functions that make the build. None is written down here.

A rule of which the build holds no example gets none.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd

from components import captions, facts, reasons, selection, terms
from components.method.live import Live, Row
from components.wording import _, ngettext
from etl import corrections, select, store
from etl.cells import parse_measure
from etl.counting import guards
from etl.errors import CannotCombine, NuzuhError, UnknownPlace, UnknownWord
from etl.tables import surely

MOST = 3
NOBODYS_WORD = "nowhere"
IN_THE_TEXT = "text"
"""What household_size_source says where the document gives households and people (`etl.tables`)."""


def gap(live: Live) -> list[str]:
    """Rule 1: the longest time between two reports of the line."""
    steps = [(after["days"], before, after) for before, after in zip(live.points, live.points[1:], strict=False)]
    if not steps:
        return []
    days, before, after = max(steps, key=lambda step: step[0])
    words = ngettext(
        "Between {first} and {last}, {n} day apart, no number of this count is recommended; none is filled in.",
        "Between {first} and {last}, {n} days apart, no number of this count is recommended; none is filled in.",
        days,
    )
    first, last = captions.day(before["as_of"]), captions.day(after["as_of"])
    return [words.format(first=first, last=last, n=captions.number(days))]


def kinds_apart(live: Live) -> list[str]:
    """Rule 2: what is said when a stock and a flow are asked to share an axis."""
    one_of_each = live.series.drop_duplicates("kind")
    return _refused(guards.require_one_axis, one_of_each)


def words_kept(live: Live) -> list[str]:
    """Rule 3: a figure read from prose with the place of its words."""
    figure = live.first(live.figures["span_start"].notna() & live.figures["role"].eq("recommended"))
    if figure is None:
        return []
    title = selection.identified(live.documents, "document_id", figure["document_id"])
    where = (title["title"] if title else None) or _("its document")
    first, last = captions.number(figure["span_start"]), captions.number(figure["span_end"])
    words = _("Characters {first} to {last} of {document} ({publisher}) are {phrase}.")
    return [
        words.format(first=first, last=last, document=where, publisher=figure["publisher"], phrase=facts.quoted(figure["phrase"]))
    ]


def households(live: Live) -> list[str]:
    """Rule 5: a figure converted from households, or one that stayed in them for want of a factor."""
    is_household = live.figures["unit"].eq("households")
    has_size = is_household & live.figures["household_size"].notna()
    by_factor = live.first(has_size & live.figures["household_size_source"].ne(IN_THE_TEXT))
    if converted := by_factor or live.first(has_size):
        made = {"phrase": facts.quoted(converted["phrase"]), "claim": facts.claimed(converted)}
        if by_factor is None:
            return [_("{phrase} became {claim}: the document gives both numbers.").format(**made)]
        words = _("{phrase} became {claim}, by {size} a household: {source}.")
        return [words.format(**made, size=f"{converted['household_size']:g}", source=converted["household_size_source"])]
    kept = live.first(is_household)
    if kept is None:
        return []
    words = _("{phrase} stays {claim}: there is no factor for its place and day.")
    return [words.format(phrase=facts.quoted(kept["phrase"]), claim=facts.claimed(kept))]


def repeated(live: Live) -> list[str]:
    """Rule 6: the claim that most documents repeat."""
    if live.claims.empty:
        return []
    claim = selection.rows(live.claims.sort_values(["n_documents", "claim_id"], ascending=[False, True]).head(1))[0]
    figure = live.first(live.figures["claim_id"].eq(claim["claim_id"]))
    if figure is None or claim["n_documents"] < 2:
        return []
    told = captions.joined(figure["speaker"], facts.claimed(figure), facts.as_of(figure))
    return [_("{claim}: {repeats}.").format(claim=told, repeats=facts.repeated(claim["n_documents"]))]


def beside(live: Live) -> list[str]:
    """Rule 7: numbers below one already on the line, and why they do not move it; else any that stand beside it."""
    told = [(point["as_of"], point["value"]) for point in live.points if point["value"] is not None]

    def is_below(row: Row) -> bool:
        earlier = [value for day, value in told if day <= row["as_of"]]
        return bool(earlier) and row["people_value"] is not None and row["people_value"] < earlier[-1]

    leading = {speaker for group in live.crisis.speaker_groups[:1] for speaker in group.speakers}
    below = [row for row in live.beside if row["role"] == "triangulation" and row["speaker"] in leading and is_below(row)]
    return [_beside(live, row) for row in (below or live.beside)[:MOST]]


def _beside(live: Live, row: Row) -> str:
    told = captions.joined(facts.claim_title(row), facts.as_of(row), facts.quoted(row["phrase"]))
    reason = reasons.spoken(own_reason(live, row))
    return _("{claim}: {role}, {reason}.").format(claim=told, role=terms.word(row["role"]), reason=reason)


def own_reason(live: Live, row: Row) -> str:
    """Return why a claim has its role: of the reasons of its documents the one that fewest figures share.

    The others say only that they repeat the claim.
    """
    reasons = live.figures["role_reason"]
    of_claim = set(reasons[live.figures["claim_id"].eq(row["claim_id"]).fillna(False).astype(bool)].dropna())
    counts = reasons.value_counts()
    return str(min(of_claim, key=lambda reason: (int(counts[reason]), reason)))


def band(live: Live) -> list[str]:
    """Rule 8: the last day on which speakers differ."""
    wide = [point for point in live.points if point["n_speakers"] > 1 and point["low"] != point["high"]]
    if not wide:
        return []
    point = wide[-1]
    low, high = (_("open") if end is None else captions.number(end) for end in (point["low"], point["high"]))
    words = _("{day}: {claims} by {speakers}; the band is {low} to {high}.")
    claims, speakers = captions.counted(point["n_claims"], "claim"), captions.counted(point["n_speakers"], "speaker")
    return [words.format(day=captions.day(point["as_of"]), claims=claims, speakers=speakers, low=low, high=high)]


def change(live: Live) -> list[str]:
    """Rule 9: the last change of the line as an interval."""
    if len(live.points) < 2:
        return []
    before, last = live.points[-2:]
    words = ngettext(
        "{before} on {first}, then {after} on {last}: the change is {change}, in {n} day.",
        "{before} on {first}, then {after} on {last}: the change is {change}, in {n} days.",
        last["days"],
    )
    return [
        words.format(
            before=captions.printed(before),
            first=captions.day(before["as_of"]),
            after=captions.printed(last),
            last=captions.day(last["as_of"]),
            change=captions.change(last["change_low"], last["change_high"]),
            n=captions.number(last["days"]),
        )
    ]


def not_asserted(live: Live) -> list[str]:
    """Rule 10: a figure that is forecast, denied, a target or supposed."""
    figure = live.first(live.figures["modality"].ne("asserted"))
    if figure is None:
        return []
    why = reasons.spoken(figure["role_reason"]) if figure["role_reason"] else terms.word(figure["modality"])
    words = _("{phrase}, {speaker}: {reason}.")
    return [words.format(phrase=facts.quoted(figure["phrase"]), speaker=figure["speaker"], reason=why)]


def parts(live: Live) -> list[str]:
    """Rule 11: what is said when a part is asked to be added to its total."""
    part = live.first(live.figures["is_part_of"].isin(live.figures["figure_id"]))
    if part is None:
        return []
    both = live.figures[live.figures["figure_id"].isin([part["figure_id"], part["is_part_of"]])]
    return _refused(guards.require_no_parts, both)


def places(live: Live) -> list[str]:
    """Rule 12: a place that the document spells in another way, and a name that is none."""
    differs = live.figures["area_as_reported"].str.casefold().ne(live.figures["area_name"].str.casefold())
    figure = live.first(differs & live.figures["area_code"].notna())
    told = [_is_place(figure)] if figure else []
    try:
        select.area_code(NOBODYS_WORD, live.build)
    except UnknownPlace as error:
        return [*told, _refusal(error)]
    return told


def _is_place(figure: Row) -> str:
    words = _("{reported} is {area} ({code}).")
    return words.format(reported=facts.quoted(figure["area_as_reported"]), area=figure["area_name"], code=figure["area_code"])


def known_then(live: Live) -> list[str]:
    """Rule 13: how many figures were known on the days of the turning points."""
    days = [point.day for point in live.crisis.turning_points][:MOST]
    known_from = store.read("figures", live.build)["known_from"]  # how many were known asks nothing of roles: no new count
    counts = [int(surely(known_from <= day).sum()) for day in days]
    words = _("Known on {day}: {figures}.")
    return [
        words.format(day=captions.day(day), figures=captions.counted(n, "figure")) for day, n in zip(days, counts, strict=True)
    ]


def corrected(live: Live) -> list[str]:
    """Rule 14: the corrections on file."""
    words = _("{action}: {reason}.")
    return [words.format(action=one.action, reason=one.reason) for one in corrections.read_corrections()[:MOST]]


def unknown_word(live: Live) -> list[str]:
    """Rule 15: what is said of a measure nobody defined."""
    try:
        parse_measure(NOBODYS_WORD)
    except UnknownWord as error:
        return [_refusal(error)]
    return []


EXAMPLES: dict[int, Callable[[Live], list[str]]] = {
    1: gap,
    2: kinds_apart,
    3: words_kept,
    5: households,
    6: repeated,
    7: beside,
    8: band,
    9: change,
    10: not_asserted,
    11: parts,
    12: places,
    13: known_then,
    14: corrected,
    15: unknown_word,
}
"""The example of each rule by its number; rule 4 has a tool of its own on the page."""


def example(number: int, live: Live) -> list[str]:
    """Return the example of a rule in sentences; none where the build holds none."""
    return EXAMPLES[number](live) if number in EXAMPLES else []


def _refused(ask: Callable[[pd.DataFrame], Any], rows: pd.DataFrame) -> list[str]:
    try:
        ask(rows)
    except CannotCombine as error:
        return [_refusal(error)]
    return []


def _refusal(error: NuzuhError) -> str:
    return _("Asked for it, the code refuses: {error}.").format(error=reasons.spoken(str(error)))
