"""What pages say of a count beside showing it: how well it is covered, where speakers differ, what came later, what surged.

Words only, no streamlit. Numbers and days are formatted by `captions`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from components import facts, reasons, terms
from components.captions import (
    Row,
    amount,
    by_profile,
    convention,
    counted,
    day,
    first_day,
    joined,
    number,
    period,
    plain,
    printed,
)
from components.selection import SeriesKey
from components.viewpoint import Viewpoint
from components.wording import N_, _, ngettext
from etl.counting.rates import Coverage
from etl.counting.signals import Signal, Thresholds

LEVELS = {
    "medium": N_(
        "**{area}**, {days} days to {day}: {what}, higher than any such sum in the year before, whose highest was "
        "about {past}. According to {who}: {links}."
    ),
    "high": N_(
        "**{area}**, {days} days to {day}: {what}, more than {factor} times as high as any such sum in the year before, "
        "whose highest was about {past}. According to {who}: {links}."
    ),
}
NO_TRAFFIC_LIGHT = N_(
    "A running sum of {days} days is listed when it reaches {floor} and is higher than every such sum of the {past} days before. "
    "The sums are computed, not reported: each month is spread evenly over its days, and the sums are rounded. "
    "It compares reports with reports: it says nothing of why people moved, and a month that nobody reported cannot be listed."
)


def coverage(found: Coverage | None, age: int | None, until: date, *, is_known_on: bool) -> str:
    """Return in words how well reports cover the days, and how old the last one is."""
    words = []
    if found and found.n_reports > 1:
        there_are = ngettext(
            "There are reports for {n} of {all} days; the longest time without one is {gap}, {days}.",
            "There are reports for {n} of {all} days; the longest time without one is {gap}, {days}.",
            found.n_days,
        )
        gap = {"gap": counted(found.longest_gap, "day"), "days": period(found.gap_from, found.gap_to)}
        words.append(there_are.format(n=number(found.n_reports), all=number(found.n_days), **gap))
    if age:
        end = _("{day}, the day chosen") if is_known_on else _("{day}, the last day of this dataset's period")
        old = _("The last report is {age} older than {day}. What happened in between is not known.")
        words.append(old.format(age=counted(age, "day"), day=end.format(day=day(until))))
    return " ".join(words)


def strip_title(figure: Row) -> str:
    """Return the heading of the claims about one day."""
    return _("What was claimed about {day}").format(day=day(figure["as_of"]))


def strip_why(claims: Sequence[Row]) -> list[str]:
    """Return one line for each recommended claim: which it is and why."""
    why = _("{first_day}, recommended: {who}, {claim}. Why: {reason}.")
    return [
        why.format(
            first_day=first_day(claim),
            who=claim["speaker"],
            claim=facts.claimed(claim),
            reason=reasons.spoken(claim["role_reason"]),
        )
        for claim in claims
        if claim["role"] == "recommended"
    ]


def strip_note(claims: Sequence[Row]) -> str:
    """Return how to read the strip."""
    is_mixed = len({first_day(claim) for claim in claims}) > 1
    apart = [_("Totals with different first days are shown beside one another and are not the same count.")] * is_mixed
    allowed = joined(_("A bar is what the words allow"), convention(claims[0]) if claims else "")
    return " ".join([*apart, _("{bar}, an arrow an open side; blue is recommended.").format(bar=allowed)])


def strip_alt(figure: Row, claims: Sequence[Row]) -> str:
    """Return the accessible name of the strip: how many claims, how many speakers, which is recommended."""
    n_speakers = len({claim["speaker"] for claim in claims})
    said = _("{claims} by {speakers} about {day}.").format(
        claims=counted(len(claims), "claim"), speakers=counted(n_speakers, "speaker"), day=day(figure["as_of"])
    )
    return " ".join([said, *strip_why(claims)])


def first_of(n_shown: int, n_all: int) -> str:
    """Return that only the first of many claims stand here."""
    words = _("The first {n} of {n_all} claims; the others are in the table of figures.")
    return words.format(n=number(n_shown), n_all=number(n_all))


def claim_words(claim: Row) -> str:
    """Return a claim of the strip in full: who, how many, the words, the documents, its role and why."""
    role = terms.word(claim["role"]) if claim["role"] else _("no role")
    if claim["role_reason"]:
        role = _("{role} ({reason})").format(role=role, reason=reasons.spoken(claim["role_reason"]))
    where = _("{repeated}: {documents}").format(repeated=facts.repeated(claim["n_documents"]), documents=claim["documents"])
    return "\n".join((facts.claim_title(claim), joined(facts.quoted(claim["phrase"]), where), role))


def signal_lines(
    signals: Iterable[Signal], speakers: Mapping[str, str], thresholds: Thresholds, viewpoint: Viewpoint
) -> list[str]:
    """Return one line of markdown a signal, the latest first: where, when, the sum, what it beat, how much, who says so."""
    ordered = sorted(signals, key=lambda signal: signal.area_name)
    return [
        _signal(signal, speakers, thresholds, viewpoint)
        for signal in sorted(ordered, key=lambda signal: signal.as_of, reverse=True)
    ]


def _signal(signal: Signal, speakers: Mapping[str, str], thresholds: Thresholds, viewpoint: Viewpoint) -> str:
    summed = terms.amount(_sum(signal), _rounded(signal.low), signal.unit)
    profile = by_profile(viewpoint.profile)
    figures = enumerate(signal.figure_ids, 1)
    return _(LEVELS[signal.level]).format(
        area=plain(signal.area_name),
        days=thresholds.days,
        day=day(signal.as_of),
        what=_("{amount} ({measure})").format(amount=summed, measure=terms.measure(signal.measure)),
        factor=f"{thresholds.high_factor:g}",
        past=number(_rounded(signal.past_high)),
        who=joined(*dict.fromkeys(plain(speakers[figure_id]) for figure_id in signal.figure_ids), profile),
        links=_(", ").join([link(figure_id, _("figure {k}").format(k=k), viewpoint) for k, figure_id in figures]),
    )


def _sum(signal: Signal) -> str:
    """Return a computed sum in words: rounded, since no one printed it."""
    low, high = _rounded(signal.low), None if signal.high is None else _rounded(signal.high)
    return _("about {n}").format(n=number(low)) if low == high else amount(low, None, high, "between")


def _rounded(count: int) -> int:
    """Return a computed number to three digits, so that it does not pass for a printed one."""
    step: int = 10 ** max(0, len(str(count)) - 3)
    return round(count / step) * step


def signals_note(thresholds: Thresholds) -> str:
    """Return what a signal is and what it is not."""
    return _(NO_TRAFFIC_LIGHT).format(days=thresholds.days, floor=number(thresholds.floor), past=thresholds.past_days)


def link(figure_id: str, words: str, viewpoint: Viewpoint) -> str:
    """Return a link, as markdown, to the evidence of a figure on the page of figures, from the same viewpoint."""
    return f"[{words}](figures?{viewpoint.address(figure=figure_id)})"


def came_title(viewpoint: Viewpoint) -> str:
    """Return the heading of what came after the day chosen."""
    return _("What came since {day}").format(day=day(viewpoint.known_on))


def came_words(n_figures: int, n_points: int, key: SeriesKey) -> str:
    """Return in a sentence how much came: on everything, and on the count that is shown."""
    came = _("Until today {figures} came, about every count; no point of this count ({measure}) came or changed.")
    if n_points:
        came = _("Until today {figures} came, about every count; {points} of this count ({measure}) came or changed.")
    counts = {"figures": counted(n_figures, "figure"), "points": counted(n_points, "point")}
    return came.format(measure=terms.measure(key.measure), **counts)


def came_rows(changes: Iterable[tuple[Row | None, Row | None]], viewpoint: Viewpoint) -> list[dict[str, str]]:
    """Return the table of the points that came or changed: as of, what was known then, what is known today, by whom, link."""
    rows, today = [], Viewpoint(profile=viewpoint.profile)
    for before, after in changes:
        point = after or before
        if point is None:
            continue
        rows.append(
            {
                _("As of"): day(point["as_of"]),
                _("Known then"): printed(before) if before else _("nothing"),
                _("Known today"): link(after["figure_id"], printed(after), today) if after else _("no longer recommended"),
                _("Speaker"): plain(point["speaker"]),
            }
        )
    return rows
