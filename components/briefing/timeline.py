"""What happened meanwhile: the turning points in sentences, the offensives and the events as tables."""

from collections.abc import Iterable, Sequence

from components import captions, facts
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Bullets, Cited, Grid, Paragraph, Row, Section
from components.briefing.notes import Notes, span
from components.mapping_words import named
from components.wording import N_, _
from etl.vocabulary import EventStatus

ONE_SIDED = (EventStatus.CLAIMED, EventStatus.DENIED)
LEFT_OUT = N_(
    "Left out here and told in the technical briefing: air strikes and shelling, advances and encirclements, towns entered and "
    "not taken, diplomacy, and what one side only says."
)


def turning_points(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the campaigns of the period and the turning points of the crisis, in sentences."""
    campaigns = [_campaign(row, notes) for row in material.offensives if row["part_of"] is None]
    turns = [_turn(row, notes, audience) for row in material.events if row["event_id"] in turning_events(material)]
    items = (*campaigns, *turns)
    return Section("turning_points", _("Meanwhile"), (Bullets(items),)) if items else None


def _campaign(row: Row, notes: Notes) -> Cited:
    told = {"name": row["name"], "days": span(row), "parties": _parties(row), "publisher": row["publisher"]}
    return Cited(_("{name}: {days}; {parties}; days according to {publisher}.").format(**told), (notes.offensive(row),))


def _turn(row: Row, notes: Notes, audience: Audience) -> Cited:
    told = f"{_when(row)}: {words.happened(row, is_brief=audience.is_brief)}; {facts.status(row)}."
    return Cited(told, (notes.event(row),))


def _when(event: Row) -> str:
    return facts.exactly(captions.period(event["started_on"], event["ended_on"]), event)


def turning_events(material: Material) -> set[str]:
    """Return the ids of the events that the crisis file calls turning points."""
    return {point.event_id for point in material.crisis.turning_points if point.event_id}


def _parties(offensive: Row) -> str:
    return words.listed(part.strip() for part in offensive["parties"].split(";"))


def told(material: Material, audience: Audience) -> list[Row]:
    """Return the events an audience is told: all, or those of its types that more than one side stands behind."""
    turns = turning_events(material)
    return [event for event in material.events if event["event_id"] in turns or _is_told(event, audience)]


def _is_told(event: Row, audience: Audience) -> bool:
    if audience.event_types is None:
        return True
    return event["event_type"] in audience.event_types and event["status"] not in ONE_SIDED


def grouped(events: Iterable[Row]) -> list[list[Row]]:
    """Return the events, those that say the same together: what, where and on which first day."""
    groups: dict[tuple[str, object, str], list[Row]] = {}
    for event in events:
        groups.setdefault((event["event_type"], event["started_on"], facts.event_name(named(event))), []).append(event)
    return list(groups.values())


def in_short(group: Sequence[Row]) -> str:
    """Return events that say the same in a few words: day, what and where."""
    return f"{captions.day(group[0]['started_on'])}, {facts.event_name(named(group[0]))}"


def timeline(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the offensives and events of the period as tables: days, place, who, who says so."""
    events = told(material, audience)
    if not events and not material.offensives:
        return None
    by = (_("Days"), _("Offensive"), _("Days according to"))
    offensives = Grid(
        _("Offensives: the campaigns, then their phases"),
        by,
        tuple(_offensive_row(row, notes, audience) for row in material.offensives),
    )
    groups = grouped(events) if audience.event_types is not None else [[event] for event in events]
    columns = (_("Day"), _("What, where and who"), _("Who says so"))
    rows = tuple(_event_row(group, notes, audience) for group in groups)
    blocks = tuple(grid for grid in (offensives, Grid(_("Events"), columns, rows)) if grid.rows)
    rest = (Paragraph((Cited(_(LEFT_OUT)),)),) if len(events) < len(material.events) else ()
    return Section("timeline", _("Meanwhile: offensives and events"), (*blocks, *rest))


def _offensive_row(row: Row, notes: Notes, audience: Audience) -> tuple[Cited, ...]:
    has_parties = row["part_of"] is None or audience.event_types is None
    name = _("{name}: {parties}").format(name=row["name"], parties=_parties(row)) if has_parties else words.published(row["name"])
    return Cited(span(row)), Cited(name, (notes.offensive(row),)), Cited(words.published(row["publisher"]))


def _event_row(group: Sequence[Row], notes: Notes, audience: Audience) -> tuple[Cited, ...]:
    first = group[0]
    deaths = [words.killed(event) for event in group]
    acted = words.acted if audience.event_types is None else words.actor
    # Who names no actor adds nothing beside one who does.
    telling = [event for event in group if event["actor"]] or [first]
    what = words.apart((facts.event_name(named(first)), *map(acted, telling), *deaths))
    return (
        Cited(words.apart(map(_when, group))),
        Cited(what, notes.of_events(group)),
        Cited(words.apart(map(facts.status, group))),
    )
