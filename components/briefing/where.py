"""The sections that tell where: the map, and from where people left and to where they came. Places are never added."""

from collections.abc import Iterable, Sequence

from components import captions, mapping_words, terms
from components.briefing import words
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Cited, Grid, MapDrawing, MapLabel, MapPlace, MapRoad, Paragraph, Row, Section
from components.briefing.notes import Notes
from components.briefing.places import Places
from components.briefing.timeline import told
from components.captions import day, printed
from components.charts.lanes import lane_of
from components.mapping import Town
from components.selection import SeriesKey
from components.sentences import IN_THE_WINDOW
from components.wording import N_, _
from etl.vocabulary import AreaRole, PlaceAccuracy

SUBDISTRICT = 3
TITLES = {
    (True, True): N_("Places that people left and came to: {when}, in {unit}"),
    (True, False): N_("Places that people left: {when}, in {unit}"),
    (False, True): N_("Places that people came to: {when}, in {unit}"),
}
MOVED = {"origin": N_("left {area}"), "destination": N_("came to {area}"), "returns": N_("returned to {area}")}
ACTS = {
    "town_captured": N_("captured"),
    "town_entered": N_("entered"),
    "counter_offensive": N_("counter-offensive"),
    "disputed": N_("disputed"),
}


def map_of(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the map of the places people left and came to, and of the towns that events name; None where nothing has a place."""
    places = material.places
    people = [point for point in places.points if point["is_placed"]]
    ids = {event["event_id"] for event in told(material, audience)}
    towns = [town for town in places.towns if town.last["event_id"] in ids]
    if not people and not towns:
        return None
    numbers = (*notes.of(people), *notes.of_events(town.last for town in towns))
    drawing = MapDrawing(
        title=Cited(_title(places, people)),
        alt=_alt(places, people, towns),
        caption=Cited(_caption(material, people), numbers),
        places=(*map(_person, people), *(_town(town, places) for town in towns)),
        roads=tuple(_road(name, stops) for name, stops in places.ground.roads.items()),
        labels=tuple(MapLabel(name, latitude, longitude) for name, longitude, latitude in places.ground.towns),
        sides=places.sides,
    )
    return Section("map", _("Where"), (drawing,))


def _road(name: str, stops: tuple[tuple[str, float, float], ...]) -> MapRoad:
    return MapRoad(name, tuple((latitude, longitude) for _name, longitude, latitude in stops))


def _person(point: Row) -> MapPlace:
    return MapPlace(
        row_id=point["figure_id"],
        name=point["area_name"],
        latitude=point["latitude"],
        longitude=point["longitude"],
        role=point["area_role"],
        words=printed(point),
        low=point["own_low"],
        value=point["value"],
        high=point["own_high"],
        precision=_precision(point),
    )


def _town(town: Town, places: Places) -> MapPlace:
    return MapPlace(
        row_id=town.last["event_id"],
        name=town.last["area_name"],
        latitude=town.last["latitude"],
        longitude=town.last["longitude"],
        role="event",
        words=_act(town),
        precision=_precision(town.last),
        event_type=town.last["event_type"],
        side=lane_of(town.last, places.sides),
        is_disputed=town.is_disputed,
    )


def _act(town: Town) -> str:
    act = "disputed" if town.is_disputed else town.last["event_type"]
    return _(ACTS[act])


def _precision(row: Row) -> str:
    is_wide = row["level"] == SUBDISTRICT or row.get("place_accuracy") == PlaceAccuracy.ADM3
    return str(PlaceAccuracy.ADM3 if is_wide else PlaceAccuracy.POINT)


def _title(places: Places, people: Sequence[Row]) -> str:
    if not people or places.count is None:
        return _("Towns that somebody took or entered, as reported")
    roles = {point["area_role"] for point in people}
    when = _when(people[0])
    title = _(TITLES[AreaRole.ORIGIN in roles, AreaRole.DESTINATION in roles])
    return title.format(when=when[:1].lower() + when[1:], unit=terms.unit(places.count.unit))


def _when(point: Row) -> str:
    words_of = IN_THE_WINDOW[point["window"]] if point["window"] else N_("By {day}")
    return _(words_of).format(day=day(point["as_of"]))


def _moved(point: Row) -> str:
    act = "returns" if point["measure"] == "returns" else point["area_role"]
    return _(MOVED[act]).format(area=point["area_name"])


def _alt(places: Places, people: Sequence[Row], towns: Sequence[Town]) -> str:
    numbers = words.apart(f"{printed(point)} {_moved(point)}" for point in people)
    acts = words.apart(f"{town.last['area_name']}: {_act(town)}" for town in towns)
    return ". ".join(part for part in (_("Map"), _title(places, people), numbers, acts) if part) + "."


def _caption(material: Material, people: Sequence[Row]) -> str:
    how = _(
        "A circle's area is the number; numbers of places are never added. Shapes are towns that somebody took, entered or "
        "attacked by then. Roads are straight lines through towns; a place less exact than a sub-district has no mark."
    )
    if not people:
        return how
    licences = {material.documents[point["document_id"]]["licence"] for point in people}
    said = _("Numbers: {speakers}; last as of {day}. Terms: {terms}.").format(
        speakers=words.listed(point["speaker"] for point in people),
        day=day(max(point["as_of"] for point in people)),
        terms=words.under(licences),
    )
    return f"{said} {how}"


def origin_and_destination(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return what was reported of the places people left and of those they came to, each count in tables of its own."""
    places, key = material.places, material.count.key if material.count else None
    # What the map prints already is not told again, except where tables are whole.
    rest = [point for point in places.points if audience.shows_every_table or not point["is_placed"]]
    found = [(key, places.same_count), (places.count, rest)]
    grids = [
        _grid(count, [point for point in points if _is_wanted(point, material, audience)], notes)
        for count, points in found
        if count
    ]
    told = tuple(grid for grid in grids if grid.rows)
    lead = _("Numbers of places stand side by side and are never added: whoever left one place is not followed to another.")
    return Section("places", _("Origin and destination"), (Paragraph((Cited(lead),)), *told)) if told else None


def _is_wanted(point: Row, material: Material, audience: Audience) -> bool:
    """Return whether a place is told: all where tables are whole, else those of the area with a mark or in the crisis file."""
    if audience.shows_every_table:
        return True
    return point["area_code"] in material.inside and (point["is_placed"] or point["area_code"] in material.crisis.areas)


def _grid(count: SeriesKey, points: Iterable[Row], notes: Notes) -> Grid:
    ordered = sorted(points, key=lambda one: (one["area_role"] != AreaRole.ORIGIN, -mapping_words.size(one), one["area_name"]))
    columns = (_("From and to"), _("Number"), _("Speaker"), _("As of"))
    return Grid(captions.sentence_case(words.measured(count)), columns, tuple(_place_row(point, notes) for point in ordered))


def _place_row(point: Row, notes: Notes) -> tuple[Cited, ...]:
    number = Cited(captions.printed_count(point, point["unit"]), notes.of([point]))
    return (
        Cited(captions.sentence_case(_moved(point))),
        number,
        Cited(words.published(point["speaker"])),
        Cited(captions.day(point["as_of"])),
    )
