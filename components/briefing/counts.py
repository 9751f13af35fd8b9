"""The sections that tell counts: key figures, other measures, the chart, the series, and what is counted differently."""

from collections.abc import Iterable
from datetime import timedelta

from components import captions, facts, legends
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Block, Card, Cards, Cited, Drawing, Grid, Paragraph, Row, Section
from components.briefing.notes import Notes
from components.briefing.points import Count, last_of_others
from components.briefing.timeline import told
from components.charts import lanes
from components.selection import SeriesKey
from components.wording import N_, _
from etl.vocabulary import Quantifier

KINDS = {"flow": N_("Flows: movements in a period"), "stock": N_("Stocks: people on a day")}
MOST_POINTS = 24
"""How many points of its chart a shorter briefing has notes for: the latest."""
LATELY = timedelta(days=21)
"""How far before the last report another count's last report may lie to be told in a shorter briefing."""


def key_figures(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the last recommended number, its change since the one before, and the first report of the count."""
    count = material.count
    if count is None:
        return None
    cards_told = captions.headlines(count.key, list(count.points), n_claims=0, n_speakers=0)[:-1]
    backing = [(count.last,), count.points[-2:]]
    cards = [
        Card(label, Cited(number, notes.of(points)), tuple(lines), _quote(points[-1], audience) if points is backing[0] else None)
        for (label, number, lines), points in zip(cards_told, backing, strict=False)
    ]
    began = words.began(count)
    more = (Paragraph((Cited(began, notes.of(count.points[:1])),)),) if began else ()
    return Section("key_figures", _("Key figures"), (Cards("", count.key.kind, tuple(cards)), *more))


def also_reported(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the last number of other measures, flows apart from stocks: each on its own basis, never added."""
    chosen = last_of_others(material.others, material.measure, audience.most_cards)
    groups = [
        Cards(_(title), kind, tuple(_also(key, point, notes, audience) for key, point in chosen if key.kind == kind))
        for kind, title in KINDS.items()
    ]
    blocks = tuple(group for group in groups if group.cards)
    title = _("Also reported for {area}").format(area=material.area_name)
    return Section("also_reported", title, blocks) if blocks else None


def _also(key: SeriesKey, point: Row, notes: Notes, audience: Audience) -> Card:
    label, number, lines = captions.also(key, point)
    return Card(label, Cited(number, notes.of([point])), tuple(lines), _quote(point, audience))


def _quote(point: Row, audience: Audience) -> str | None:
    return words.published(point["phrase"]) if audience.quotes or point["quantifier"] == Quantifier.VAGUE else None


def chart(material: Material, notes: Notes, audience: Audience) -> Section:
    """Return the chart of the count above offensives and events; where there is no count, of these alone."""
    campaigns = tuple(row for row in material.offensives if row["part_of"] is None)
    drawing = Drawing(
        title=_chart_title(material, notes),
        subtitle=_chart_subtitle(material),
        alt=_alt(material),
        caption=_chart_caption(material, notes, audience),
        first=material.first,
        last=material.last,
        points=material.count.points if material.count else (),
        claims=material.claims,
        events=() if audience.is_brief else tuple(told(material, audience)),
        offensives=campaigns if audience.is_brief else material.offensives,
        turning_points=material.crisis.turning_points,
        sides=lanes.sides_of(material.crisis.fields),
    )
    return Section("chart", _("What was reported, and meanwhile"), (drawing,))


def _chart_title(material: Material, notes: Notes) -> Cited:
    if material.count is None:
        return Cited(_("No count in this period"))
    first, last = material.count.points[0], material.count.last
    return Cited(legends.chart_title(material.count.key, first, last), notes.of((first, last)))


def _chart_subtitle(material: Material) -> str:
    if material.count is None:
        return _("Offensives and events, as reported.")
    return legends.chart_subtitle(material.count.key, material.count.last)


def _alt(material: Material) -> str:
    if material.count is None:
        return _("No count in this period. Offensives as bars and events as marks on their days.")
    title = legends.chart_title(material.count.key, material.count.points[0], material.count.last)
    return words.alt(title, material.count.last)


def _chart_caption(material: Material, notes: Notes, audience: Audience) -> Cited:
    if material.count is None:
        return Cited("")
    points = material.count.points
    licences = {material.documents[claim["document_id"]]["licence"] for claim in material.claims}
    line = words.chart_caption(points, licences)
    if audience.is_brief:
        return Cited(line, notes.of(points[-1:]))
    cited = points if audience.shows_every_table else points[-MOST_POINTS:]
    return Cited(f"{line} {_(words.READING)}", notes.of(cited))


def series(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return every recommended point of the count, and every claim about it, as tables."""
    if material.count is None:
        return None
    points = points_grid(material.count, material, notes)
    claims = Grid(
        _("Every claim about this count: {count}").format(count=words.measured(material.count.key)),
        (_("As of"), _("Speaker"), _("Claim"), _("Words"), _("Role, and why")),
        tuple(_claim_row(claim, notes) for claim in material.claims),
    )
    return Section("series", _("The count, report by report"), (points, claims))


def points_grid(count: Count, material: Material, notes: Notes) -> Grid:
    """Return the recommended points of one series: one kind, one unit, one first day, so one table."""
    columns = (_("As of"), _("Recommended"), _("Claims of that day"), _("Change since the report before"), _("Speaker"))
    rows = tuple(
        (
            Cited(captions.day(point["as_of"])),
            Cited(captions.printed(point), notes.of([point])),
            Cited(words.band(point), notes.of([point, *_same_day(point, count, material)])),
            Cited(words.changed(point), notes.of(count.points[max(k - 1, 0) : k + 1])) if k else Cited(""),
            Cited(words.published(point["speaker"])),
        )
        for k, point in enumerate(count.points)
    )
    return Grid(f"{count.key.area_name}: {words.measured(count.key)}", columns, rows)


def _same_day(point: Row, count: Count, material: Material) -> list[Row]:
    if count is not material.count:
        return []
    return [claim for claim in material.claims if claim["as_of"] == point["as_of"]]


def _claim_row(claim: Row, notes: Notes) -> tuple[Cited, ...]:
    note = notes.of([claim])
    return (
        Cited(captions.day(claim["as_of"])),
        Cited(words.published(claim["speaker"])),
        Cited(facts.claimed(claim), note),
        Cited(words.published(facts.quoted(claim["phrase"])), note),
        Cited(facts.role(claim, none=_("No role")), note),
    )


def other_counts(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return what counts the same measure from other first days, in other units or windows; where tables are wanted, whole."""
    lead = _("Other first days, windows, units or measures: never added to the count above or joined with it.")
    if audience.shows_every_table:
        blocks: tuple[Block, ...] = tuple(points_grid(count, material, notes) for count in material.others)
    else:
        same = [count for count in material.others if count.key.measure == material.measure]
        late = sorted((count for count in same if _is_late(count, material)), key=lambda count: count.last["as_of"])
        late = late[-audience.most_rows :] if audience.most_rows else late
        if len(late) < len(same):
            lead = " ".join((lead, _("Those last reported much earlier stand in the technical briefing.")))
        blocks = (_others_grid(late, notes),) if late else ()
    return Section("other_counts", _("Counted differently"), (Paragraph((Cited(lead),)), *blocks)) if blocks else None


def _is_late(count: Count, material: Material) -> bool:
    return material.count is None or count.last["as_of"] >= material.count.last["as_of"] - LATELY


def _others_grid(counts: Iterable[Count], notes: Notes) -> Grid:
    rows = tuple(_other_row(count, notes) for count in sorted(counts, key=_by_start))
    return Grid(_("The last report of each"), (_("How it counts"), _("Number"), _("Speaker"), _("As of")), rows)


def _other_row(count: Count, notes: Notes) -> tuple[Cited, ...]:
    last, key = count.last, count.key
    role = _("to the area") if key.area_role == "destination" else None
    return (
        Cited(captions.sentence_case(captions.joined(captions.basis(key), role))),
        Cited(captions.printed_count(last, key.unit), notes.of([last])),
        Cited(words.published(last["speaker"])),
        Cited(captions.day(last["as_of"])),
    )


def _by_start(count: Count) -> tuple[str, str]:
    return str(count.key.since or ""), str(count.last["as_of"])
