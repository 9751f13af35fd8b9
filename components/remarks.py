"""What pages say of a count beside showing it: how well it is covered, where speakers differ, what came later, what surged.

Words only, no streamlit. Numbers and days are formatted by `captions`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from components import facts
from components.captions import ROLES, UNITS, Row, amount, convention, counted, day, first_day, number, period, plain, printed
from components.selection import SeriesKey
from components.viewpoint import Viewpoint
from components.wording import _
from etl.counting.intervals import DEFAULT_PROFILE
from etl.counting.rates import Coverage
from etl.counting.signals import Signal, Thresholds
from etl.vocabulary import MEASURES

LEVELS = {"medium": "higher than any such sum", "high": "more than {factor:g} times as high as any such sum"}
NO_TRAFFIC_LIGHT = (
    "A running sum of {days} days is listed when it reaches {floor} and is higher than every such sum of the {past} days before. "
    "The sums are computed, not reported: each month is spread evenly over its days, and the sums are rounded. "
    "It compares reports with reports: it says nothing of why people moved, and a month that nobody reported cannot be listed."
)


def coverage(found: Coverage | None, age: int | None, until: date, *, is_known_on: bool) -> str:
    """Return in words how well reports cover the days, and how old the last one is."""
    words = []
    if found and found.n_reports > 1:
        words.append(
            f"There are reports for {number(found.n_reports)} of {number(found.n_days)} days; "
            f"the longest time without one is {counted(found.longest_gap, 'day')}, {period(found.gap_from, found.gap_to)}."
        )
    if age:
        end = f"{day(until)}, the day chosen" if is_known_on else f"{day(until)}, the last day of this dataset's period"
        words.append(f"The last report is {counted(age, 'day')} older than {end}. What happened in between is not known.")
    return " ".join(words)


def strip_title(figure: Row) -> str:
    """Return the heading of the claims about one day."""
    return f"What was claimed about {day(figure['as_of'])}"


def strip_why(claims: Sequence[Row]) -> list[str]:
    """Return one line for each recommended claim: which it is and why."""
    return [
        f"{first_day(claim)}, recommended: {claim['speaker']}, {facts.claimed(claim)}. Why: {claim['role_reason']}."
        for claim in claims
        if claim["role"] == "recommended"
    ]


def strip_note(claims: Sequence[Row]) -> str:
    """Return how to read the strip."""
    is_mixed = len({first_day(claim) for claim in claims}) > 1
    apart = "Totals with different first days are shown beside one another and are not the same count. " if is_mixed else ""
    profile = f", {convention(claims[0])}" if claims and convention(claims[0]) else ""
    return f"{apart}A bar is what the words allow{profile}, an arrow an open side; blue is recommended."


def strip_alt(figure: Row, claims: Sequence[Row]) -> str:
    """Return the accessible name of the strip: how many claims, how many speakers, which is recommended."""
    n_speakers = len({claim["speaker"] for claim in claims})
    said = f"{counted(len(claims), 'claim')} by {counted(n_speakers, 'speaker')} about {day(figure['as_of'])}."
    return " ".join([said, *strip_why(claims)])


def first_of(n_shown: int, n_all: int) -> str:
    """Return that only the first of many claims stand here."""
    words = _("The first {n} of {n_all} claims; the others are in the table of figures.")
    return words.format(n=number(n_shown), n_all=number(n_all))


def claim_words(claim: Row) -> str:
    """Return a claim of the strip in full: who, how many, the words, the documents, its role and why."""
    role = ROLES.get(claim["role"] or "", "No role").lower()
    why = f" ({claim['role_reason']})" if claim["role_reason"] else ""
    where = f"{facts.repeated(claim['n_documents'])}: {claim['documents']}"
    return f"{claim['speaker']}: {facts.claimed(claim)}\n“{claim['phrase']}”, {where}\n{role}{why}"


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
    what = f"{_sum(signal)} {UNITS[signal.unit]} ({MEASURES[signal.measure].label})"
    said = ", ".join(dict.fromkeys(speakers[figure_id] for figure_id in signal.figure_ids))
    profile = f", by profile {viewpoint.profile}" if viewpoint.profile != DEFAULT_PROFILE else ""
    links = ", ".join(link(figure_id, f"figure {k}", viewpoint) for k, figure_id in enumerate(signal.figure_ids, 1))
    return (
        f"**{plain(signal.area_name)}**, {thresholds.days} days to {day(signal.as_of)}: {what}, "
        f"{LEVELS[signal.level].format(factor=thresholds.high_factor)} in the year before, whose highest was "
        f"about {number(_rounded(signal.past_high))}. According to {plain(said)}{profile}: {links}."
    )


def _sum(signal: Signal) -> str:
    """Return a computed sum in words: rounded, since no one printed it."""
    low, high = _rounded(signal.low), None if signal.high is None else _rounded(signal.high)
    return f"about {number(low)}" if low == high else amount(low, None, high, "between")


def _rounded(count: int) -> int:
    """Return a computed number to three digits, so that it does not pass for a printed one."""
    step: int = 10 ** max(0, len(str(count)) - 3)
    return round(count / step) * step


def signals_note(thresholds: Thresholds) -> str:
    """Return what a signal is and what it is not."""
    return NO_TRAFFIC_LIGHT.format(days=thresholds.days, floor=number(thresholds.floor), past=thresholds.past_days)


def link(figure_id: str, words: str, viewpoint: Viewpoint) -> str:
    """Return a link, as markdown, to the evidence of a figure on the page of figures, from the same viewpoint."""
    return f"[{words}](figures?{viewpoint.address(figure=figure_id)})"


def came_title(viewpoint: Viewpoint) -> str:
    """Return the heading of what came after the day chosen."""
    return f"What came since {day(viewpoint.known_on)}"


def came_words(n_figures: int, n_points: int, key: SeriesKey) -> str:
    """Return in a sentence how much came: on everything, and on the count that is shown."""
    points = f"{counted(n_points, 'point')} of this count" if n_points else "no point of this count"
    label = MEASURES[key.measure].label
    return f"Until today {counted(n_figures, 'figure')} came, about every count; {points} ({label}) came or changed."


def came_rows(changes: Iterable[tuple[Row | None, Row | None]], viewpoint: Viewpoint) -> list[dict[str, str]]:
    """Return the table of the points that came or changed: as of, what was known then, what is known today, by whom, link."""
    rows, today = [], Viewpoint(profile=viewpoint.profile)
    for before, after in changes:
        point = after or before
        if point is None:
            continue
        rows.append(
            {
                "As of": day(point["as_of"]),
                "Known then": printed(before) if before else "nothing",
                "Known today": link(after["figure_id"], printed(after), today) if after else "no longer recommended",
                "Speaker": plain(point["speaker"]),
            }
        )
    return rows
