"""Small gazetteers, series and events for the tests of the map."""

from components import mapping, selection
from components.charts.lanes import Side
from components.selection import SeriesKey
from etl import tables
from tests.components.frames import day, event, events, point, points

SIDES = (Side("Government", ("government",)), Side("Opposition", ("opposition", "turk")))
MONTHLY = SeriesKey("new_displacement", "flow", "movements", "", "each place", None, None, "month")
SINCE = SeriesKey("new_displacement", "flow", "persons", "", "each place", None, day("2019-12-01"), None)


def area(code, name, level, latitude=None, longitude=None, **changes):
    record = {"area_code": code, "name": name, "level": level, "latitude": latitude, "longitude": longitude}
    return record | {"place_kind": "town", "source": "GeoNames, CC BY 4.0"} | changes


AREAS = tables.AREAS.frame(
    [
        area("SY07", "Idleb", 1, 35.8, 36.7, parent_code="SY", place_kind="governorate"),
        area("SY0703", "Harim district", 2, 36.1, 36.6, parent_code="SY07", place_kind="district"),
        area("SY070301", "Dana sub-district", 3, 36.24, 36.73, parent_code="SY0703", place_kind="subdistrict"),
        area("C4126", "Al-Dana", 4, 36.21, 36.77, parent_code="SY070301"),
        area("C3916", "Saraqeb", 4, 35.86, 36.81, parent_code="SY07"),
        area("C3985", "Maaret al-Numan", 4, 35.65, 36.68, parent_code="SY07"),
        area("C6389", "Bab al-Hawa", 4, parent_code="SY070301", place_kind="border_crossing"),
        area("SY-NW", "Northwest Syria", None, place_kind="group"),
    ]
)
NAMES = dict(zip(AREAS["area_code"], AREAS["name"], strict=True))


def month(code, value, as_of="2020-02-29", **changes):
    record = {"area_code": code, "area_name": NAMES.get(code), "unit": "movements", "window": "month", "since": None}
    return point(as_of, value) | record | {"area_role": "destination", "figure_id": f"f-{code}-{as_of}"} | changes


def total(code, value, as_of, **changes):
    return month(code, value, as_of, **({"unit": "persons", "window": None, "since": day("2019-12-01")} | changes))


def shown(*records, **words):
    """Those points as the map's records, with the words that their figures would bring."""
    frame = mapping.placed(points(*records), AREAS)
    said = {"phrase": "the words", "role": "recommended", "role_reason": "best-ranked", "rule_id": "default/exact"}
    return [row | said | words for row in selection.rows(frame)]


def took(event_id, ended, actor="Syrian government forces", *, code="C3916", **changes):
    record = {"area_code": code, "area_name": NAMES[code], "actor": actor, "place_accuracy": "point", "ended_on": day(ended)}
    return event(event_id, ended) | record | changes


def happened(*records):
    return mapping.dated(mapping.placed(events(*records), AREAS))


def towns(*records, until="2020-06-30"):
    return mapping.towns(mapping.acts(happened(*records)), day(until), SIDES)
