"""Where an event took place: what the verb acts on, not the landmarks that say where that lies.

What was taken near, south of or on the outskirts of a town is not the town; it is kept as it is worded, without a code. A
town that is only described is the one the headline or the next sentence names for such an event, else it is kept as it is
worded as well.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from etl.reading.event_parts import N_CHARS_OBJECT, Clause, is_passive
from etl.reading.event_words import FALL, NOUN, PATTERN, VERB
from etl.reading.groundwork import Groundwork
from etl.reading.places import find_places, headline_of
from etl.reading.spans import PlaceMention, Span
from etl.vocabulary import EventType

TOWN_LEVEL = 4
N_CHARS_BACK = 110
NAME_MARKS = ' ,:–—-("“'
LOOSE_END = re.compile(r"[;:.]\s|,\s(?:and|but|while|as|killing)\s")
OF_TOWNS = frozenset((EventType.TOWN_CAPTURED, EventType.TOWN_ENTERED))
NEEDS_OBJECT = OF_TOWNS | {EventType.GROUND_ADVANCE, EventType.ROAD_SECURED, EventType.WITHDRAWAL}
OF_CAMPAIGNS = frozenset(
    (EventType.OFFENSIVE_LAUNCHED, EventType.COUNTER_OFFENSIVE, EventType.CEASEFIRE, EventType.CORRIDOR_OPENED)
)


def places_of(clause: Clause, named_town: PlaceMention | None = None) -> list[PlaceMention]:
    """Return the places the event is about: the object and those joined to it by "and"; else the subject of a passive."""
    if _is_struck(clause) and (found := _subject(clause)):
        return found
    if clause.trigger.event_type is EventType.WITHDRAWAL:
        return list(_object(clause))
    if not is_passive(clause):
        if described := _described(clause, named_town):
            return [described]
        if found := list(_object(clause)):
            return found
    return _subject(clause)


def described_town(clause: Clause, groundwork: Groundwork) -> PlaceMention | None:
    """Return the town that a clause just describes, where the headline or the next sentence names it for such an event."""
    if clause.trigger.event_type not in OF_TOWNS or _settlement(clause) is None:
        return None
    if town := _town_in_headline(clause, groundwork):
        return town
    following = next((one for one in groundwork.sentences if one.start >= clause.sentence.end), None)
    if following is None:
        return None
    named = [place for place in groundwork.places if following.start <= place.start < following.end]
    if named and named[0].start == following.start and clause.words.cues["called_town"].match(clause.text, named[0].end):
        return named[0] if named[0].level == TOWN_LEVEL else None
    return _only_town(named) if _tells_of_towns(clause, clause.text, following) else None


def _town_in_headline(clause: Clause, groundwork: Groundwork) -> PlaceMention | None:
    headline = headline_of(groundwork.document)
    if not _tells_of_towns(clause, headline, Span(0, len(headline))):
        return None
    return _only_town(find_places(headline, groundwork.gazetteer, groundwork.lexicon))


def _tells_of_towns(clause: Clause, text: str, sentence: Span) -> bool:
    return any(trigger.event_type in OF_TOWNS for trigger in clause.words.triggers(text, sentence))


def _only_town(places: Iterable[PlaceMention]) -> PlaceMention | None:
    """Return the town that places name where it is the only one, apart from those that a road runs to."""
    towns = [place for place in places if place.level == TOWN_LEVEL and place.area_code and not place.is_of_road]
    return towns[0] if len({town.area_code for town in towns}) == 1 else None


def _settlement(clause: Clause) -> re.Match[str] | None:
    """Return the words that describe one town without naming it ("a key rebel-held town"), or None; a name may follow them."""
    if clause.trigger.built != VERB:
        return None
    found = clause.words.cues["settlement"].match(clause.text, clause.trigger.end, clause.sentence.end)
    following = next((place for place in clause.places if place.start >= clause.trigger.end), None)
    if found is None or following is None:
        return found
    is_named = following.start < found.end() or not clause.text[found.end() : following.start].strip(NAME_MARKS)
    return None if is_named else found


def _described(clause: Clause, named_town: PlaceMention | None) -> PlaceMention | None:
    """Return a town that is only described: the one named for it, else as worded where the words say in what area it lies."""
    found = _settlement(clause) if clause.trigger.event_type in OF_TOWNS else None
    if found is None:
        return None
    start, end = found.span(1)
    if named_town is not None:
        code, level = named_town.area_code, named_town.level
        return PlaceMention(start, end, clause.text[start:end], code, level, is_inferred=True)
    area = next((place for place in clause.places if place.start >= end), None)
    if area is None or not clause.words.cues["inside"].fullmatch(clause.text, end, area.start) or _is_landmark(clause, area):
        return None
    return PlaceMention(start, area.end, clause.text[start : area.end], None, TOWN_LEVEL)


def _object(clause: Clause) -> Iterator[PlaceMention]:
    """Yield the place after the trigger, or in it, and those joined to it."""
    end = clause.trigger.start if clause.trigger.built == PATTERN else clause.trigger.end
    is_first = True
    for place in clause.places:
        if place.start < end or _is_party(clause, place) or _is_owner(clause, place):
            continue
        gap = clause.text[max(end, min(clause.trigger.end, place.start)) : place.start]
        if len(gap) > N_CHARS_OBJECT or clause.between(end, place.start):
            return
        if not is_first and (_is_landmark(clause, place) or not clause.words.cues["and"].fullmatch(gap)):
            return
        if is_first and (not _reaches(clause, gap) or _owns_object(clause, place)):
            return
        yield _beside(clause, gap, place)
        end, is_first = place.end, False


def _is_party(clause: Clause, place: PlaceMention) -> bool:
    """Say whether a country is one that brokers or signs: "a truce brokered by Russia and Turkey"."""
    if place.level != 0 or clause.trigger.event_type not in OF_CAMPAIGNS:
        return False
    return clause.words.cues["party"].search(clause.text, clause.sentence.start, place.start) is not None


def _is_owner(clause: Clause, place: PlaceMention) -> bool:
    """Say whether a place only says in which province the next one lies: "Idlib's Maaret al-Numan"."""
    owned = clause.words.cues["owned"].match(clause.text, place.end)
    return owned is not None and any(other.start == owned.end() for other in clause.places)


def _owns_object(clause: Clause, place: PlaceMention) -> bool:
    """Say whether what was left or taken is something of the place: "withdrew from Turkey's proposal"."""
    return _needs_object(clause) and clause.words.cues["owner"].match(clause.text, place.end) is not None


def _needs_object(clause: Clause) -> bool:
    return clause.trigger.event_type in NEEDS_OBJECT


def _is_landmark(clause: Clause, place: PlaceMention) -> bool:
    """Say whether a place only says where another lies: "south of Maaret al-Numan"."""
    return clause.words.cues["landmark"].match(place.words(clause.text)) is not None


def _beside(clause: Clause, gap: str, place: PlaceMention) -> PlaceMention:
    """Return a place; what was taken or struck near a town, or is a part of it, is not the town and has no code."""
    if clause.trigger.event_type in OF_CAMPAIGNS:
        return place
    near, cues = clause.words.cues["near"].search(gap), clause.words.cues
    if clause.trigger.event_type is EventType.TOWN_CAPTURED:
        near = near or cues["part"].search(gap)
        if own := cues["own_part"].match(clause.text, place.end, clause.sentence.end):
            return replace(place, end=own.end(), area_code=None, level=None)
    if near is None and not _is_landmark(clause, place):
        return place
    start = place.start - len(gap) + near.start() if near else place.start
    return replace(place, start=start, area_code=None, level=None)


def _reaches(clause: Clause, gap: str) -> bool:
    """Say whether a verb's object, or the place of a strike or a campaign, can stand behind the words of a gap."""
    if not _needs_object(clause) and not may_be_noun(clause):
        return LOOSE_END.search(gap) is None
    if clause.words.cues["not_object"].match(gap):
        return False
    return clause.words.object.fullmatch(gap) is not None or _skips_count(clause, gap)


def may_be_noun(clause: Clause) -> bool:
    """Say whether a trigger is as often a noun, so that it names an event only where its place follows: "bombs Ariha"."""
    return clause.words.cues["also_noun"].fullmatch(clause.trigger.words(clause.text)) is not None


def _skips_count(clause: Clause, gap: str) -> bool:
    """Say whether only a number of villages stands before the place: "more than a dozen villages in" it."""
    found = clause.words.cues["count"].search(gap)
    return found is not None and clause.words.object.fullmatch(gap[: found.start()] + " " + gap[found.end() :]) is not None


def _subject(clause: Clause) -> list[PlaceMention]:
    earlier = [place for place in clause.places if place.end <= clause.trigger.start]
    if not earlier:
        return []
    if clause.trigger.built == PATTERN and clause.words.cues["there"].match(clause.text, clause.trigger.end):
        return earlier[-1:]
    if clause.trigger.built == PATTERN and earlier[0].level == 0 and earlier[0].start == clause.sentence.start:
        return []  # "Turkey announced a truce" says who, not where
    if clause.trigger.built == PATTERN:
        return earlier[:1] if clause.words.cues["opens"].fullmatch(clause.text, clause.sentence.start, earlier[0].start) else []
    earlier = _without_aside(clause, earlier)
    place, gap = earlier[-1], clause.text[earlier[-1].end : clause.trigger.start]
    if clause.trigger.built == FALL and clause.words.cues["victor"].search(clause.trigger.words(clause.text)) is None:
        return [place] if not gap.strip() and place.role is None and place.level == TOWN_LEVEL else []
    if len(gap) > N_CHARS_BACK or clause.between(place.end, clause.trigger.start):
        return []
    relative = clause.words.cues["relative"].search(gap)
    is_acted_on = relative and (not _needs_object(clause) or clause.words.actor.search(gap, relative.end()))
    is_apposed = clause.trigger.built == VERB and (gap.strip() == "," or (not gap.strip() and _is_by(clause)))
    if not (is_passive(clause) or is_acted_on or is_apposed or _is_struck(clause)):
        return []
    joined = [place]
    for other in reversed(earlier[:-1]):
        if _is_landmark(clause, joined[0]) or not clause.words.cues["and"].fullmatch(clause.text[other.end : joined[0].start]):
            break
        joined.insert(0, other)
    return joined


def _without_aside(clause: Clause, earlier: list[PlaceMention]) -> list[PlaceMention]:
    """Return the places up to the one that an aside before the verb only locates: "Nairab, near Saraqeb, was captured"."""
    text = clause.text
    if not text.startswith(",", earlier[-1].end):
        return earlier
    is_joined = clause.words.cues["and"].fullmatch
    for position in range(len(earlier) - 2, -1, -1):
        place, following = earlier[position], earlier[position + 1]
        is_list = is_joined(text, place.end, following.start) and not _is_landmark(clause, following)
        if text.startswith(",", place.end) and not is_list:
            return earlier[: position + 1]
    return earlier


def _is_struck(clause: Clause) -> bool:
    """Say whether strikes are what hit the place before them: "was hit by air strikes"."""
    return clause.trigger.built == NOUN and clause.words.before["struck"].search(clause.before()) is not None


def _is_by(clause: Clause) -> bool:
    return clause.words.cues["by"].match(clause.text[clause.trigger.end :].lstrip()) is not None
