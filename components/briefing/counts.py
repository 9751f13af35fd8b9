"""The sections that tell counts: key figures, other measures, the chart, the series, and what other speakers said."""

from collections.abc import Iterable

from components import captions, facts, legends
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Count, Material, beside, standing_on
from components.briefing.model import Block, Bullets, Card, Cards, Cited, Drawing, Grid, Paragraph, Row, Section
from components.briefing.notes import Notes
from components.charts import lanes
from etl.vocabulary import MEASURES, Kind, Quantifier

KINDS = {"flow": "Flows: movements in a period", "stock": "Stocks: people on a day"}
LATEST = 3
"""How many disagreements a one-page briefing tells: the latest."""


def key_figures(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the last recommended number, its change since the one before, and the first report of the count."""
    count = material.count
    if count is None:
        return None
    told = captions.headlines(count.key, list(count.points), n_claims=0, n_speakers=0)[:-1]
    backing = [(count.last,), count.points[-2:]]
    cards = [
        Card(
            label,
            Cited(number, _notes(notes, points)),
            tuple(lines),
            _quote(points[-1], audience) if points is backing[0] else None,
        )
        for (label, number, lines), points in zip(told, backing, strict=False)
    ]
    began = words.began(count)
    more = (Paragraph((Cited(began, _notes(notes, count.points[:1])),)),) if began else ()
    return Section("key_figures", "Key figures", (Cards("", count.key.kind, tuple(cards)), *more))


def also_reported(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the last number of every other measure, flows apart from stocks: each on its own basis, never added."""
    fullest: dict[str, Count] = {}
    for count in sorted(material.others, key=lambda count: (_is_partial(count), -len(count.points))):
        if count.key.measure != material.measure:
            fullest.setdefault(count.key.measure, count)
    chosen = sorted(fullest.values(), key=lambda count: list(MEASURES).index(count.key.measure))
    groups = [
        Cards(
            title, kind, tuple(_also(count, notes, audience) for count in chosen if count.key.kind == kind)[: audience.most_cards]
        )
        for kind, title in KINDS.items()
    ]
    blocks = tuple(group for group in groups if group.cards)
    return Section("also_reported", f"Also reported for {material.area_name}", blocks) if blocks else None


def _is_partial(count: Count) -> bool:
    # A stock of those displaced since a day is not all people displaced.
    return count.key.kind == Kind.STOCK and count.key.since is not None


def _also(count: Count, notes: Notes, audience: Audience) -> Card:
    label, number, lines = captions.also(count.key, count.last)
    return Card(label, Cited(number, _notes(notes, [count.last])), tuple(lines), _quote(count.last, audience))


def _quote(point: Row, audience: Audience) -> str | None:
    return str(point["phrase"]) if audience.quotes or point["quantifier"] == Quantifier.VAGUE else None


def _notes(notes: Notes, rows: Iterable[Row]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(notes.figure(row["figure_id"]) for row in rows))


def chart(material: Material, notes: Notes, audience: Audience) -> Section:
    """Return the chart of the count above offensives and events; where there is no count, of these alone."""
    campaigns = tuple(row for row in material.offensives if row["part_of"] is None)
    drawing = Drawing(
        title=_chart_title(material, notes),
        subtitle=legends.chart_subtitle(material.count.key) if material.count else "Offensives and events, as reported.",
        alt=_alt(material),
        caption=_chart_caption(material, notes, audience),
        first=material.first,
        last=material.last,
        points=material.count.points if material.count else (),
        claims=material.claims,
        events=() if audience.is_brief else material.events,
        offensives=campaigns if audience.is_brief else material.offensives,
        turning_points=material.crisis.turning_points,
        sides=lanes.sides_of(material.crisis.fields),
    )
    return Section("chart", "What was reported, and meanwhile", (drawing,))


def _chart_title(material: Material, notes: Notes) -> Cited:
    if material.count is None:
        return Cited("No count in this period")
    first, last = material.count.points[0], material.count.last
    return Cited(legends.chart_title(material.count.key, first, last), _notes(notes, (first, last)))


def _alt(material: Material) -> str:
    if material.count is None:
        return "No count in this period. Offensives as bars and events as marks on their days."
    title = legends.chart_title(material.count.key, material.count.points[0], material.count.last)
    return words.alt(title, material.count.last)


def _chart_caption(material: Material, notes: Notes, audience: Audience) -> Cited:
    if material.count is None:
        return Cited("")
    points = material.count.points
    licences = {material.documents[claim["document_id"]]["licence"] for claim in material.claims}
    line = words.chart_caption(points, licences)
    if audience.is_brief:
        return Cited(line, _notes(notes, points[-1:]))
    return Cited(f"{line} {words.READING}", _notes(notes, points))


def series(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return every recommended point of the count, and every claim about it, as tables."""
    if material.count is None:
        return None
    claims = Grid(
        f"Every claim about this count: {words.measured(material.count.key)}",
        ("As of", "Speaker", "Claim", "Words", "Role, and why"),
        tuple(_claim_row(claim, notes) for claim in material.claims),
    )
    return Section("series", "The count, report by report", (points_grid(material.count, material, notes), claims))


def points_grid(count: Count, material: Material, notes: Notes) -> Grid:
    """Return the recommended points of one series: one kind, one unit, one first day, so one table."""
    columns = ("As of", "Recommended", "Claims of that day", "Change since the report before", "Speaker")
    rows = tuple(
        (
            Cited(captions.day(point["as_of"])),
            Cited(captions.printed(point), _notes(notes, [point])),
            Cited(words.band(point), _notes(notes, [point, *_same_day(point, count, material)])),
            Cited(words.changed(point), _notes(notes, count.points[max(k - 1, 0) : k + 1])) if k else Cited(""),
            Cited(point["speaker"]),
        )
        for k, point in enumerate(count.points)
    )
    return Grid(f"{count.key.area_name}: {words.measured(count.key)}", columns, rows)


def _same_day(point: Row, count: Count, material: Material) -> list[Row]:
    if count is not material.count:
        return []
    return [claim for claim in material.claims if claim["as_of"] == point["as_of"]]


def _claim_row(claim: Row, notes: Notes) -> tuple[Cited, ...]:
    note = _notes(notes, [claim])
    role = captions.ROLES.get(claim["role"] or "", "No role")
    return (
        Cited(captions.day(claim["as_of"])),
        Cited(claim["speaker"]),
        Cited(facts.claimed(claim), note),
        Cited(f"“{claim['phrase']}”", note),
        Cited(f"{role}: {claim['role_reason']}", note),
    )


def disagreements(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the claims whose words leave no room for the recommended number of their day, or the last before it."""
    if material.count is None:
        return None
    apart = [claim for claim in beside(material) if _is_apart(claim, standing_on(material.count.points, claim["as_of"]))]
    if not apart:
        return None
    told = apart[-LATEST:] if audience.is_brief else apart
    columns = ("As of", "Speaker", "Claim", "Recommended at the time", "Why it stands beside")
    width = 4 if audience.is_brief else 5
    rows = tuple(_apart_row(claim, material.count, notes)[:width] for claim in told)
    which = "the latest claims" if len(told) < len(apart) else "claims"
    caption = f"Not smoothed: {which} that leave no room for the recommended number"
    return Section("disagreements", "Where speakers differ", (Grid(caption, columns[:width], rows),))


def _is_apart(claim: Row, point: Row | None) -> bool:
    if point is None:
        return True
    low, high = claim["people_low"], claim["people_high"]
    is_above = low is not None and point["own_high"] is not None and low > point["own_high"]
    return is_above or (high is not None and point["own_low"] is not None and high < point["own_low"])


def _apart_row(claim: Row, count: Count, notes: Notes) -> tuple[Cited, ...]:
    point = standing_on(count.points, claim["as_of"])
    then = f"{captions.printed(point)} ({captions.day(point['as_of'])})" if point else "none yet"
    note = _notes(notes, [claim])
    return (
        Cited(captions.day(claim["as_of"])),
        Cited(claim["speaker"]),
        Cited(facts.claimed(claim), note),
        Cited(then, _notes(notes, [point]) if point else ()),
        Cited(claim["role_reason"], note),
    )


def other_counts(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return what counts the same measure from other first days, in other units or windows; where tables are wanted, whole."""
    same = [count for count in material.others if count.key.measure == material.measure]
    if audience.shows_row_ids:
        blocks: tuple[Block, ...] = tuple(points_grid(count, material, notes) for count in material.others)
    else:
        items = tuple(Cited(words.told(count), _notes(notes, [count.last])) for count in sorted(same, key=_by_start))
        blocks = (Bullets(items),) if items else ()
    lead = Paragraph((Cited("Other first days, windows, units or measures: never added to the count above or joined with it."),))
    return Section("other_counts", "Counted differently", (lead, *blocks)) if blocks else None


def _by_start(count: Count) -> tuple[str, str]:
    return str(count.key.since or ""), str(count.last["as_of"])
