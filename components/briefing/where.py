"""The sections that tell where: the map. Numbers of places stand side by side and are never added."""

from components import mapping_words
from components.briefing.audiences import Audience
from components.briefing.material import Material
from components.briefing.model import Cited, MapDrawing, MapLabel, MapPlace, MapRoad, Row, Section
from components.briefing.notes import Notes
from components.briefing.places import Places
from components.captions import UNITS, day, printed
from components.charts.lanes import lane_of
from components.mapping import Town
from etl.vocabulary import AreaRole, PlaceAccuracy

SUBDISTRICT = 3


def map_of(material: Material, notes: Notes, audience: Audience) -> Section | None:
    """Return the map of the places people left and came to, and of the towns that events name; None where nothing has a place."""
    places = material.places
    people = [point for point in places.points if point["is_placed"]]
    if not people and not places.towns:
        return None
    marks = [*(_person(point) for point in people), *(_town(town, places) for town in places.towns)]
    drawing = MapDrawing(
        title=Cited(_title(places)),
        alt=_alt(places, people),
        caption=Cited(_caption(material, people), _notes(notes, people, places)),
        places=tuple(marks),
        roads=tuple(_road(name, stops) for name, stops in places.ground.roads.items()),
        labels=tuple(MapLabel(name, latitude, longitude) for name, longitude, latitude in places.ground.towns),
        sides=places.sides,
    )
    return Section("map", "Where", (drawing,))


def _notes(notes: Notes, people: list[Row], places: Places) -> tuple[int, ...]:
    told = [notes.figure(point["figure_id"]) for point in people]
    return tuple(dict.fromkeys([*told, *(notes.event(town.last) for town in places.towns)]))


def _road(name: str, stops: tuple[tuple[str, float, float], ...]) -> MapRoad:
    return MapRoad(name, tuple((latitude, longitude) for _, longitude, latitude in stops))


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
        words=mapping_words.CONFLICT if town.is_disputed else mapping_words.ACTS[town.last["event_type"]],
        precision=_precision(town.last),
        event_type=town.last["event_type"],
        side=lane_of(town.last, places.sides),
        is_disputed=town.is_disputed,
    )


def _precision(row: Row) -> str:
    is_wide = row["level"] == SUBDISTRICT or row.get("place_accuracy") == PlaceAccuracy.ADM3
    return str(PlaceAccuracy.ADM3 if is_wide else PlaceAccuracy.POINT)


def _title(places: Places) -> str:
    if places.count is None:
        return "Towns that somebody took or entered, as reported"
    roles = {point["area_role"] for point in places.points if point["is_placed"]}
    both = "Places that people left and came to"
    what = both if len(roles) > 1 else "Places that people left" if AreaRole.ORIGIN in roles else "Places that people came to"
    when = mapping_words.when(places.points[0])
    return f"{what}: {when[0].lower()}{when[1:]}, in {UNITS[places.count.unit].replace('people', 'persons')}"


def _alt(places: Places, people: list[Row]) -> str:
    told = "; ".join(f"{printed(point)} {mapping_words.moved(point)}" for point in people)
    towns = "; ".join(f"{town.last['area_name']}: {_town(town, places).words}" for town in places.towns)
    return ". ".join(part for part in (f"Map. {_title(places)}", told, towns) if part) + "."


def _caption(material: Material, people: list[Row]) -> str:
    speakers = ", ".join(dict.fromkeys(point["speaker"] for point in people))
    licences = sorted({material.documents[point["document_id"]]["licence"] for point in people})
    said = f"Numbers: {speakers}; last as of {day(max(point['as_of'] for point in people))}. " if people else ""
    terms = f"Terms: {'; '.join(licences)}. " if licences else ""
    return (
        f"{said}{terms}A circle's area is the number; numbers of places are never added. Shapes are towns that somebody took, "
        "entered or attacked by then. Roads are straight lines through towns; a place less exact than a sub-district has no mark."
    )
