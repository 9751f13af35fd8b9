"""The words of the field, each defined once.

Every allowed value of every table column, every filter and every caption comes from here. Adding a measure is one
entry in `MEASURES`. The terms follow IDMC (quantifier, unit, role, accuracy) and UN OCHA (p-codes, levels).
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Whether a measure describes people on a day or movements in a period."""

    STOCK = "stock"
    FLOW = "flow"


class Unit(StrEnum):
    """What one counted thing is. Units are never added across."""

    PERSONS = "persons"
    HOUSEHOLDS = "households"
    MOVEMENTS = "movements"
    BUILDINGS = "buildings"
    FACILITIES = "facilities"
    PERCENT = "percent"


class Quantifier(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    BETWEEN = "between"
    VAGUE = "vague"


class Role(StrEnum):
    """Which of several claims counts, in IDMC's words."""

    RECOMMENDED = "recommended"
    TRIANGULATION = "triangulation"
    SUPERSEDED = "superseded"


class Modality(StrEnum):
    """Whether the words say that it happened. Only asserted figures enter series."""

    ASSERTED = "asserted"
    HYPOTHETICAL = "hypothetical"
    FORECAST = "forecast"
    NEGATED = "negated"
    TARGET = "target"


class DateAccuracy(StrEnum):
    """How exactly a day is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class PlaceAccuracy(StrEnum):
    """How exactly a place is known. Less exact than adm3 is never drawn as a dot."""

    POINT = "point"
    ADM3 = "adm3"
    ADM2 = "adm2"
    ADM1 = "adm1"
    ADM0 = "adm0"


class AreaRole(StrEnum):
    """What the area is to the people counted."""

    ORIGIN = "origin"
    DESTINATION = "destination"
    PRESENT = "present"


class Subgroup(StrEnum):
    """The part of the people a figure counts. Everything but `all` is a part of a total and never added to it."""

    ALL = "all"
    CHILDREN = "children"
    WOMEN = "women"
    WOMEN_AND_CHILDREN = "women_and_children"
    MEN = "men"
    ELDERLY = "elderly"
    CIVILIANS = "civilians"
    IN_CAMPS = "in_camps"
    OUTSIDE_CAMPS = "outside_camps"
    IN_OPEN = "in_open"
    IN_TENTS = "in_tents"
    IN_UNFINISHED_BUILDINGS = "in_unfinished_buildings"
    IN_PRECARIOUS_SHELTER = "in_precarious_shelter"
    OTHER = "other"


class Window(StrEnum):
    """The length of the periods of a series of flows over windows; running totals have none."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class EventType(StrEnum):
    """What happened, one dated incident at a time."""

    OFFENSIVE_LAUNCHED = "offensive_launched"
    GROUND_ADVANCE = "ground_advance"
    TOWN_ENTERED = "town_entered"
    TOWN_CAPTURED = "town_captured"
    ENCIRCLEMENT = "encirclement"
    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    COUNTER_OFFENSIVE = "counter_offensive"
    ROAD_SECURED = "road_secured"
    WITHDRAWAL = "withdrawal"
    CEASEFIRE = "ceasefire"
    CORRIDOR_OPENED = "corridor_opened"
    DIPLOMATIC = "diplomatic"
    OTHER = "other"


class EventStatus(StrEnum):
    """Who stands behind an event: told, claimed by a party to it, denied, or confirmed by both or by a third."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    DENIED = "denied"
    CONFIRMED = "confirmed"


class Term(StrEnum):
    """The way people moved or were affected, in IDMC's terms."""

    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    FORCED_TO_FLEE = "forced_to_flee"
    RELOCATED = "relocated"
    SHELTERED = "sheltered"
    IN_RELIEF_CAMP = "in_relief_camp"
    HOMELESS = "homeless"
    DESTROYED_HOUSING = "destroyed_housing"
    PARTIALLY_DESTROYED_HOUSING = "partially_destroyed_housing"
    RETURNED = "returned"
    REFUGEE = "refugee"
    STRANDED = "stranded"
    AFFECTED = "affected"
    KILLED = "killed"
    INJURED = "injured"
    CLOSED = "closed"
    RESIDENT = "resident"
    IN_NEED = "in_need"


class Cause(StrEnum):
    """What displacement is put down to. Missing where the words do not say."""

    CONFLICT = "conflict"
    DISASTER = "disaster"
    DEVELOPMENT = "development"
    OTHER = "other"


class Confidence(StrEnum):
    """How much of the figure was explicit in what was read."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Stage(StrEnum):
    """Where in the build a problem was met."""

    READ = "read"
    MENTIONS = "mentions"
    PLACES = "places"
    CHECKS = "checks"
    CORRECTIONS = "corrections"
    COUNTING = "counting"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted: its kind, how a caption names it, its definition and its HXL tag."""

    kind: Kind
    label: str
    definition: str
    hxl: str


MEASURES: dict[str, Measure] = {
    "population": Measure(
        Kind.STOCK, "people living there", "People living in the area on a day, displaced or not.", "#population"
    ),
    "idps": Measure(
        Kind.STOCK, "people living in displacement", "Internally displaced people in the area on a day.", "#affected+idps"
    ),
    "new_displacement": Measure(
        Kind.FLOW,
        "people newly displaced",
        "Movements of people forced from home in a period; one person may count twice.",
        "#affected+displaced",
    ),
    "returns": Measure(
        Kind.FLOW, "people returned", "Movements of displaced people back home in a period.", "#affected+returned"
    ),
    "refugees": Measure(
        Kind.STOCK, "refugees", "People who fled across a border, living in the area on a day.", "#affected+refugees"
    ),
    "refugee_arrivals": Measure(
        Kind.FLOW, "refugee arrivals", "People who crossed a border to flee, in a period.", "#affected+refugees+arrivals"
    ),
    "people_in_need": Measure(
        Kind.STOCK, "people in need", "People who need humanitarian help on a day, as the speaker defines it.", "#inneed"
    ),
    "killed": Measure(Kind.FLOW, "people killed", "Deaths in a period.", "#affected+killed"),
    "injured": Measure(Kind.FLOW, "people injured", "Injuries in a period.", "#affected+injured"),
    "buildings_destroyed": Measure(
        Kind.FLOW, "buildings destroyed", "Homes and other buildings destroyed in a period.", "#impact+buildings"
    ),
    "facilities_closed": Measure(
        Kind.STOCK, "facilities closed", "Health facilities, schools and the like out of service on a day.", "#impact+facilities"
    ),
}
