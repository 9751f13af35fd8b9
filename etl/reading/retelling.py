"""Events told more than once: the headline tells what the text tells again, and the lead describes the town it names later.

What has a day, a code and a speaker of its own stays. Two speakers who say different things stay two.
"""

from dataclasses import dataclass

from etl.reading.event_parts import is_dated
from etl.reading.spans import DateMention, PlaceMention, Span
from etl.vocabulary import EventStatus, EventType

N_CHARS_TO_NAME = 600


@dataclass(frozen=True, slots=True)
class Found:
    """One event as found: its trigger and parts."""

    event_type: EventType
    span: Span
    place: PlaceMention | None
    date: DateMention | None
    actor: Span | None
    opponent: Span | None
    count: Span | None
    status: EventStatus
    speaker: str


def told_once(events: list[Found], publisher: str) -> list[Found]:
    """Return the events without those told again by the same speaker, or by the headline: what has a day and a speaker stays."""
    kept: list[Found] = []
    for found in sorted(events, key=lambda one: (not is_dated(one.date), _code(one) is None, one.speaker == publisher)):
        if not any(_is_same(found, other, publisher) or _is_named_later(found, other) for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda event: event.span.start)


def _is_same(one: Found, other: Found, publisher: str) -> bool:
    code, other_code = _code(one), _code(other)
    if (one.event_type, one.status, code) != (other.event_type, other.status, other_code) or code is None:
        return False
    days = [(event.date.first, event.date.last) for event in (one, other) if event.date and is_dated(event.date)]
    if one.speaker != other.speaker and publisher not in (one.speaker, other.speaker):
        return False
    return len(days) < 2 or days[0] == days[1]


def _code(found: Found) -> str | None:
    return found.place.area_code if found.place else None


def _is_named_later(found: Found, other: Found) -> bool:
    """Say whether a town that is only described, on no day, is the one that the next sentences name for the same event."""
    if found.place is None or found.place.level is None or is_dated(found.date):
        return False
    is_described = found.place.is_inferred or found.place.name[:1].islower()  # not "the town of Qwerty", which we do not know
    is_described = is_described and _code(found) in (None, _code(other))
    is_next = 0 <= other.span.start - found.span.end <= N_CHARS_TO_NAME
    return is_described and is_next and other.event_type is found.event_type and _code(other) is not None
