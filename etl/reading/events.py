"""Events in a document: who did what to which place, when, and who says so.

A trigger with a place or a date becomes an event, one without becomes a problem. What the words only imagine is none; an
incident dated by nothing but a year is background and becomes a problem too. Two speakers who say different things stay two.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, TypeVar

from etl.figures import figure_id_of
from etl.reading import event_parts as parts
from etl.reading.directory import Directory
from etl.reading.document import Document
from etl.reading.event_places import OF_TOWNS, described_town, may_be_noun, places_of
from etl.reading.event_words import VERB, EventWords, event_words
from etl.reading.gazetteer import Gazetteer
from etl.reading.groundwork import Groundwork
from etl.reading.retelling import Found, told_once
from etl.reading.spans import DateMention, PlaceMention, Span
from etl.reference import ACCURACY_BY_LEVEL
from etl.vocabulary import Confidence, DateAccuracy, EventType, Stage

Record = dict[str, Any]
S = TypeVar("S", bound=Span)
PARTY_LEANINGS = frozenset(("government", "turkey"))
NEEDS_PLACE = frozenset(
    (EventType.TOWN_CAPTURED, EventType.TOWN_ENTERED, EventType.GROUND_ADVANCE, EventType.ENCIRCLEMENT, EventType.WITHDRAWAL)
)
STRIKES = frozenset((EventType.AIRSTRIKE, EventType.SHELLING))
MOVES = frozenset((EventType.TOWN_ENTERED, EventType.GROUND_ADVANCE, EventType.WITHDRAWAL))
EXACT_LEVEL = 3
BACKGROUND = timedelta(days=730)


def find_events(document: Document, gazetteer: Gazetteer, directory: Directory) -> tuple[list[Record], list[Record]]:
    """Return the events of a document in order of the text, with the columns of the events table, and the problems."""
    groundwork = Groundwork(document, gazetteer, directory)
    events: list[Found] = []
    problems: list[Record] = []
    words = event_words(groundwork.lexicon.language)
    for clause in _clauses(groundwork, words):
        if not parts.is_unreal(clause):
            for found in _found(clause, groundwork, directory):
                reason = _lacks(found, groundwork)
                if reason:
                    problems.append(_problem(document, found.span, reason))
                else:
                    events.append(found)
    told = told_once(events, document.publisher)
    problems += [_problem(document, found.span, gap) for found in told for gap in _gaps(found)]
    return [_record(found, groundwork, gazetteer, directory) for found in told], problems


def _clauses(groundwork: Groundwork, words: EventWords) -> Iterator[parts.Clause]:
    text = groundwork.document.text
    for sentence in groundwork.sentences:
        triggers = words.triggers(text, sentence)
        if not triggers:
            continue
        places = _inside(groundwork.places, sentence)
        dates = groundwork.dates.inside(sentence)
        for trigger in triggers:
            others = [other for other in triggers if other is not trigger]
            yield parts.Clause(text, sentence, trigger, others, places, dates, words)


def _inside(mentions: list[S], sentence: Span) -> list[S]:
    """Return the mentions that begin in a sentence; mentions stand in the order of the text."""
    first = bisect_left(mentions, sentence.start, key=lambda mention: mention.start)
    after = bisect_left(mentions, sentence.end, lo=first, key=lambda mention: mention.start)
    return mentions[first:after]


def _found(clause: parts.Clause, groundwork: Groundwork, directory: Directory) -> Iterator[Found]:
    trigger = clause.trigger
    about = places_of(clause, described_town(clause, groundwork))
    places: list[PlaceMention | None] = [place for place in about if not _strikes(place, trigger.event_type)]
    count, actor = parts.count_of(clause), parts.actor_of(clause)
    event_type = _event_type(clause, places)
    if event_type in MOVES and parts.is_civil(clause, actor):
        return
    if event_type is None or (not places and count is None and (event_type in NEEDS_PLACE or may_be_noun(clause))):
        return
    speaker = groundwork.speaker_of(trigger)
    is_party = directory.leaning(speaker) in PARTY_LEANINGS or (
        speaker != groundwork.document.publisher and clause.words.cues["parties"].search(speaker) is not None
    )
    for place in places or [None]:
        ends = [trigger, *(span for span in (place, count) if span is not None)]
        yield Found(
            event_type=event_type,
            span=Span(min(span.start for span in ends), max(span.end for span in ends)),
            place=place,
            date=parts.date_of(clause),
            actor=actor,
            opponent=parts.opponent_of(clause),
            count=count,
            status=parts.status_of(clause, is_party=is_party),
            speaker=speaker,
        )


def _strikes(place: PlaceMention, event_type: EventType) -> bool:
    """Say whether a country by the words for a strike is who struck and not where: "shelling by the regime and Russia"."""
    return event_type in STRIKES and place.level == 0 and place.role is None


def _event_type(clause: parts.Clause, places: list[PlaceMention | None]) -> EventType | None:
    """Return the type, a road's own where the place is a road; None for "secured" and the like without one."""
    trigger = clause.trigger
    named = [place for place in places if place]
    is_before = bool(named) and named[-1].end <= trigger.start
    start = named[0].start if is_before else trigger.start
    end = max((place.end for place in named), default=trigger.end)
    about_road = clause.words.cues["roads"].search(clause.text, start, min(end + len(" motorway"), clause.sentence.end))
    if trigger.event_type is EventType.TOWN_ENTERED and any(_stands_for_region(clause, place) for place in named):
        return EventType.GROUND_ADVANCE
    if about_road and trigger.event_type is EventType.TOWN_CAPTURED and trigger.built == VERB:
        return EventType.ROAD_SECURED
    if trigger.event_type is EventType.ROAD_SECURED and not about_road:
        return None
    return trigger.event_type


def _stands_for_region(clause: parts.Clause, place: PlaceMention) -> bool:
    """Say whether a name is that of the region around the town of that name: "pushed into the Idlib stronghold"."""
    return place.level == 1 and clause.words.cues["wide"].match(clause.text, place.end) is not None


def _lacks(found: Found, groundwork: Groundwork) -> str:
    """Return why the words make no event, or ''."""
    if found.date is not None and found.date.accuracy is DateAccuracy.YEAR:
        return f"{found.event_type}: only the year is told; taken as background"
    if _is_long_past(found.date, groundwork.document.published_on):
        return f"{found.event_type}: years before the text was published; taken as background"
    if found.place is not None and _is_too_wide(found.place, found.event_type):
        return f"{found.event_type}: {found.place.name!r} is no town"
    if found.place is None and not parts.is_dated(found.date):
        return f"{found.event_type}: neither a place nor a day is told"
    return ""


def _is_long_past(told: DateMention | None, published_on: date | None) -> bool:
    return told is not None and told.last is not None and published_on is not None and published_on - told.last > BACKGROUND


def _is_too_wide(place: PlaceMention, event_type: EventType) -> bool:
    """Say whether a place is a country, which is not taken in a day, or called a province; "Idlib" alone may be the city."""
    if event_type not in NEEDS_PLACE or event_type is EventType.WITHDRAWAL:
        return False
    return place.level == 0 or (event_type in OF_TOWNS and place.level == 1 and len(place.name.split()) > 1)


def _gaps(found: Found) -> Iterator[str]:
    if not parts.is_dated(found.date):
        yield f"{found.event_type}: the day is not told"
    if found.place is not None and found.place.level is not None and not (found.place.area_code or found.place.candidates):
        yield f"{found.event_type}: place not coded: {found.place.name}"
    if found.place is not None and found.place.candidates:
        yield f"{found.event_type}: {found.place.name!r} may be {' or '.join(found.place.candidates)}"


def _record(found: Found, groundwork: Groundwork, gazetteer: Gazetteer, directory: Directory) -> Record:
    document, text = groundwork.document, groundwork.document.text
    date = found.date if parts.is_dated(found.date) else None
    last = date.last if date else None
    key = (document.document_id, str(found.span.start), str(found.span.end), found.event_type.value)
    return {
        "event_id": figure_id_of(*key, found.place.area_code or "" if found.place else ""),
        "offensive_id": None,
        "event_type": found.event_type.value,
        "started_on": (date.first or last) if date else None,
        "ended_on": last,
        "accuracy": date.accuracy.value if date else None,
        **_place_fields(found.place, text, gazetteer),
        "actor": found.actor.words(text) if found.actor else None,
        "opponent": found.opponent.words(text) if found.opponent else None,
        "status": found.status.value,
        "speaker": found.speaker,
        "publisher": document.publisher,
        "leaning": directory.leaning(document.publisher),
        "document_id": document.document_id,
        "phrase": found.span.words(text),
        "span_start": found.span.start,
        "span_end": found.span.end,
        "confidence": _confidence(found).value,
        "note": found.count.words(text) if found.count else None,
        "url": document.url,
        "source": document.source,
        "known_from": document.published_on or last,
    }


def _place_fields(place: PlaceMention | None, text: str, gazetteer: Gazetteer) -> Record:
    area = gazetteer.areas.get(place.area_code or "") if place else None
    is_exact = area is not None and area.level is not None and area.level >= EXACT_LEVEL
    accuracy = ACCURACY_BY_LEVEL[area.level] if area and area.level is not None else None
    return {
        "area_code": area.area_code if area else None,
        "area_name": area.name if area else None,
        "area_as_reported": place.words(text) if place else None,
        "latitude": area.latitude if area and is_exact else None,
        "longitude": area.longitude if area and is_exact else None,
        "place_accuracy": accuracy.value if accuracy else None,
    }


def _confidence(found: Found) -> Confidence:
    """Return high where place and day are both told outright, low where only one is told at all."""
    has_place = found.place is not None and found.place.area_code is not None
    has_day = found.date is not None and found.date.accuracy is DateAccuracy.DAY and parts.is_dated(found.date)
    if has_place and has_day and found.place and not found.place.is_inferred:
        return Confidence.HIGH
    return Confidence.MEDIUM if has_place else Confidence.LOW


def _problem(document: Document, span: Span, reason: str) -> Record:
    return {
        "stage": Stage.MENTIONS.value,
        "source": document.source,
        "document_id": document.document_id,
        "reason": reason,
        "excerpt": span.words(document.text),
        "span_start": span.start,
        "span_end": span.end,
    }
