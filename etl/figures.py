"""A reported number becomes a row of the figures table: what the words say, completed with what follows from them."""

import hashlib
from collections.abc import Mapping
from typing import Any

from etl.counting.intervals import DEFAULT_PROFILE, interval_of
from etl.errors import UnknownPlace
from etl.vocabulary import MEASURES

Record = dict[str, Any]
ID_LENGTH = 16
OF_A_PLACE = frozenset(("killed", "injured", "buildings_destroyed", "facilities_closed"))


def figure_id_of(*parts: str) -> str:
    """Return the stable hash of what makes a figure that figure: its source and its place in the document or register."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]


def complete(figure: Record, areas: Mapping[str, Record]) -> Record:
    """Return the figure with kind, interval, area name and level, and the day it counts as known from.

    The record carries the interval rule without its profile in `rule_id`; people_* given by the document itself
    (one fact in two units) are kept. Raises UnknownPlace for a code that is no area, UnknownWord for a rule.
    """
    return (
        figure
        | _interval(figure)
        | _area(figure, areas)
        | {
            "kind": MEASURES[figure["measure"]].kind.value,
            # People leave, come or stay; deaths and buildings happen in an area whatever a text's prepositions say.
            "area_role": None if figure["measure"] in OF_A_PLACE else figure.get("area_role"),
            "known_from": figure.get("published_on") or figure.get("as_of"),
        }
    )


def _interval(figure: Record) -> Record:
    rule = figure["rule_id"].rpartition("/")[2]
    claimed = interval_of(
        rule, low=figure.get("reported_low"), value=figure.get("reported_value"), high=figure.get("reported_high")
    )
    given = {name: figure.get(name) for name in ("people_low", "people_value", "people_high")}
    if all(number is None for number in given.values()) and figure["unit"] != "households":
        given = {"people_low": claimed.low, "people_value": claimed.value, "people_high": claimed.high}
    return given | {"rule_id": f"{DEFAULT_PROFILE}/{rule}"}


def _area(figure: Record, areas: Mapping[str, Record]) -> Record:
    code = figure.get("area_code")
    if code is None:
        return {"area_name": None, "area_level": None}
    if code not in areas:
        raise UnknownPlace(f"{code!r} is no area we know")
    return {"area_name": areas[code]["name"], "area_level": areas[code]["level"]}
