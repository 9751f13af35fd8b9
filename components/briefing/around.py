"""The sections around the counts: what happened meanwhile, what is not known, how it was counted, whose words these are."""

from collections.abc import Iterable

from components import captions
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Bullets, Cited, Grid, Paragraph, Row, Section
from components.briefing.notes import Notes, span
from etl.vocabulary import EventStatus, EventType, PlaceAccuracy

WIDE = (PlaceAccuracy.ADM2, PlaceAccuracy.ADM1, PlaceAccuracy.ADM0)
ONE_SIDED = (EventStatus.CLAIMED, EventStatus.DENIED)
SIDES_SAY = (EventType.TOWN_CAPTURED, EventType.TOWN_ENTERED)
"""Events that parties to the fighting announce often: a shorter briefing tells those that others stand behind too."""
LEFT_OUT = (
    "Left out here and told in the technical briefing: air strikes and shelling, advances that took no town, diplomacy, and "
    "towns that one side only says were taken. All are in the chart."
)


def turning_points(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the campaigns of the period and the turning points of the crisis, in sentences."""
    campaigns = [
        Cited(f"{row['name']}: {span(row)}; {_parties(row)}; days according to {row['publisher']}.", (notes.offensive(row),))
        for row in material.offensives
        if row["part_of"] is None
    ]
    named = _turning_events(material)
    turns = [
        Cited(
            f"{words.when(row)}: {words.happened(row, is_brief=audience.is_brief)}; {words.standing(row)}.", (notes.event(row),)
        )
        for row in material.events
        if row["event_id"] in named
    ]
    items = (*campaigns, *turns)
    return Section("turning_points", "Meanwhile", (Bullets(items),)) if items else None


def _turning_events(material: Material) -> set[str]:
    return {point.event_id for point in material.crisis.turning_points if point.event_id}


def _parties(offensive: Row) -> str:
    return str(offensive["parties"]).replace(";", ", ")


def timeline(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the offensives and events of the period as tables: days, place, who, who says so."""
    told = [row for row in material.events if _is_told(row, material, audience)]
    if not told and not material.offensives:
        return None
    offensives = Grid(
        "Offensives: the campaigns, then their phases",
        ("Days", "Offensive", "Parties", "Days according to"),
        tuple(_offensive_row(row, notes) for row in material.offensives),
    )
    events = Grid("Events", ("Day", "What and where", "Who", "Who says so"), tuple(_event_row(row, notes) for row in told))
    blocks = tuple(grid for grid in (offensives, events) if grid.rows)
    rest = (Paragraph((Cited(LEFT_OUT),)),) if len(told) < len(material.events) else ()
    return Section("timeline", "Meanwhile: offensives and events", (*blocks, *rest))


def _is_told(event: Row, material: Material, audience: Audience) -> bool:
    if audience.event_types is None or event["event_id"] in _turning_events(material):
        return True
    is_told_by_one = event["event_type"] in SIDES_SAY and event["status"] in ONE_SIDED
    return event["event_type"] in audience.event_types and not is_told_by_one


def _offensive_row(row: Row, notes: Notes) -> tuple[Cited, ...]:
    return Cited(span(row)), Cited(row["name"], (notes.offensive(row),)), Cited(_parties(row)), Cited(row["publisher"])


def _event_row(row: Row, notes: Notes) -> tuple[Cited, ...]:
    note, kind = (notes.event(row),), row["event_type"].replace("_", " ").capitalize()
    deaths = words.killed(row)
    what = f"{kind}: {words.place(row)}"
    told = Cited(f"{what}; {deaths}" if deaths else what, note)
    return Cited(words.when(row)), told, Cited(words.acted(row)), Cited(words.standing(row))


def not_known(material: Material, notes: Notes, audience: Audience) -> Section:
    """Return the gaps, in words: where reports end, open sides, days and places that are not known, claims of one side."""
    is_whole = material.area_code == material.crisis.area
    items = [*_end_of_reports(material, notes), *_open_sides(material, notes), *_twice(material)]
    if not audience.is_brief:
        items += [*(_uncoded(material, notes) if is_whole else ()), *_one_sided(material, notes), *_wide_places(material, notes)]
    items += _unpublished(notes)
    return Section("not_known", "What is not known", (Bullets(tuple(items)),))


def _end_of_reports(material: Material, notes: Notes) -> Iterable[Cited]:
    if material.measure != material.crisis.default_measure or material.count is None:
        yield Cited(words.nothing(material))
    if material.count is None:
        return
    last = material.count.last
    if last["as_of"] < material.last:
        days = f"after {captions.day(last['as_of'])}, up to {captions.day(material.last)}"
        yield Cited(f"No recommended report of this count was found {days}. That is a gap, not a zero.", (_note(last, notes),))


def _open_sides(material: Material, notes: Notes) -> Iterable[Cited]:
    last = material.count.last if material.count else None
    if last and (last["own_high"] is None or last["own_low"] is None):
        side = "upper" if last["own_high"] is None else "lower"
        yield Cited(f"The {side} end of the last number, {captions.printed(last)}: none was given.", (_note(last, notes),))


def _twice(material: Material) -> Iterable[Cited]:
    if material.count and material.measure in words.TWICE:
        yield Cited("How many people are counted more than once: whoever moved twice may stand in this count twice.")


def _uncoded(material: Material, notes: Notes) -> Iterable[Cited]:
    for row in material.uncoded:
        place = row["area_as_reported"] or "a place not given"
        days = f"as of {captions.day(row['as_of'])}"
        text = f"Where exactly: “{row['phrase']}” ({place}, {row['speaker']}, {days}) has no common code and stands in no count."
        yield Cited(text, (_note(row, notes),))


def _one_sided(material: Material, notes: Notes) -> Iterable[Cited]:
    cited = {citation.row_id: citation.number for citation in notes.citations}
    found = tuple(cited[row["event_id"]] for row in material.events if row["status"] in ONE_SIDED and row["event_id"] in cited)
    if found:
        yield Cited("Whether it happened as told: these events are claimed by a party to them only, or denied by one.", found)


def _wide_places(material: Material, notes: Notes) -> Iterable[Cited]:
    cited = {citation.row_id: citation.number for citation in notes.citations}
    wide = [row for row in material.events if row["place_accuracy"] in (None, *WIDE)]
    found = tuple(cited[row["event_id"]] for row in wide if row["event_id"] in cited)
    if found:
        yield Cited("Where exactly these events took place: their places are known less exactly than the sub-district.", found)


def _unpublished(notes: Notes) -> Iterable[Cited]:
    found = tuple(number for number, figure in notes.cited_figures() if figure["published_on"] is None)
    if found:
        yield Cited("On which day these figures were published; the as-of day stands in.", found)


def _note(row: Row, notes: Notes) -> int:
    return notes.figure(row["figure_id"])


def method(material: Material, notes: Notes, audience: Audience) -> Section:
    """Return how it was counted, in five lines."""
    return Section("method", "Method in five lines", (Bullets(tuple(Cited(line) for line in words.method(material))),))


def sources(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return whose documents are cited so far, under which terms."""
    terms: dict[str, set[str]] = {}
    for _, figure in notes.cited_figures():
        licence = material.documents[figure["document_id"]]["licence"]
        terms.setdefault(licence, set()).add(figure["publisher"])
    figures = [
        Cited(f"{', '.join(sorted(names, key=str.casefold))}. Terms: {licence}.") for licence, names in sorted(terms.items())
    ]
    ids = {row["figure_id"] for _, row in notes.cited_figures()}
    others = sorted({note.publisher for note in notes.citations if note.row_id not in ids}, key=str.casefold)
    meanwhile = [Cited(f"Events and offensives, credited to their publishers: {', '.join(others)}.")] if others else []
    items = (*figures, *meanwhile)
    return Section("sources", "Sources and terms", (Bullets(items),)) if items else None
