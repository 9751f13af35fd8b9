"""For whom a briefing is written: which sections it has, and how much of each."""

from dataclasses import dataclass

from components.wording import N_
from etl.errors import UnknownWord
from etl.vocabulary import EventType

TURNS = frozenset(
    {
        EventType.TOWN_CAPTURED,
        EventType.COUNTER_OFFENSIVE,
        EventType.ROAD_SECURED,
        EventType.CEASEFIRE,
        EventType.CORRIDOR_OPENED,
    }
)
"""The events a shorter briefing keeps beside turning points and offensives; which were left out is said in it."""


@dataclass(frozen=True, slots=True)
class Audience:
    """What one audience reads: its sections in order, how much of each, the events it is told, and whether words are quoted.

    `most_rows` are the rows of a table of claims (None: all). `shows_row_ids` adds the id of its row to every note;
    `shows_every_table` leaves nothing out; `most_pages` is how long it may be on paper.
    """

    name: str
    title: str
    sections: tuple[str, ...]
    most_cards: int
    most_rows: int | None
    event_types: frozenset[str] | None
    is_brief: bool = False
    most_pages: int | None = None
    quotes: bool = False
    shows_row_ids: bool = False
    shows_every_table: bool = False


MINISTERIAL = Audience(
    "ministerial",
    N_("For ministers: one page"),
    (
        "key_figures",
        "also_reported",
        "changes",
        "chart",
        "turning_points",
        "disagreements",
        "not_known",
    ),
    most_cards=3,
    most_rows=3,
    event_types=frozenset(),
    is_brief=True,
    most_pages=1,
)
COORDINATION = Audience(
    "coordination",
    N_("For coordination"),
    (
        "key_figures",
        "also_reported",
        "changes",
        "chart",
        "map",
        "places",
        "timeline",
        "disagreements",
        "surges",
        "other_counts",
        "not_known",
        "method",
        "sources",
    ),
    most_cards=4,
    most_rows=12,
    event_types=TURNS,
    most_pages=5,
)
MEDIA = Audience(
    "media",
    N_("For the media: figures with their words"),
    (
        "key_figures",
        "also_reported",
        "changes",
        "chart",
        "map",
        "places",
        "turning_points",
        "disagreements",
        "surges",
        "not_known",
        "method",
        "sources",
    ),
    most_cards=4,
    most_rows=12,
    event_types=TURNS,
    quotes=True,
)
TECHNICAL = Audience(
    "technical",
    N_("For technical readers: every table"),
    (
        "key_figures",
        "also_reported",
        "changes",
        "chart",
        "map",
        "series",
        "places",
        "disagreements",
        "other_counts",
        "surges",
        "timeline",
        "not_known",
        "method",
        "sources",
    ),
    most_cards=8,
    most_rows=None,
    event_types=None,
    quotes=True,
    shows_row_ids=True,
    shows_every_table=True,
)

AUDIENCES = {audience.name: audience for audience in (MINISTERIAL, COORDINATION, MEDIA, TECHNICAL)}
DEFAULT_AUDIENCE = COORDINATION.name


def audience_named(name: str) -> Audience:
    """Return an audience, or raise UnknownWord with the names there are."""
    if name not in AUDIENCES:
        raise UnknownWord(f"there is no audience {name!r}; there are {', '.join(AUDIENCES)}")
    return AUDIENCES[name]
