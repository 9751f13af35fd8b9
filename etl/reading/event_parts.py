"""Who, where, when and how surely: the parts of an event around the words that name it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.reading.event_words import FALL, PATTERN, VERB, EventWords, Trigger
from etl.reading.spans import DateMention, PlaceMention, Span
from etl.vocabulary import DateAccuracy, EventStatus, EventType

N_CHARS_OBJECT = 90
N_CHARS_BACK = 110
N_CHARS_DATE = 160
CLAUSE_MARKS = ";:"
LOOSE_END = re.compile(r"[;:.]\s|,\s(?:and|but|while|as|killing)\s")
NEEDS_OBJECT = frozenset((EventType.TOWN_CAPTURED, EventType.TOWN_ENTERED, EventType.GROUND_ADVANCE, EventType.ROAD_SECURED))


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, the places and dates in it, and the other triggers, around one trigger."""

    text: str
    sentence: Span
    trigger: Trigger
    others: Sequence[Trigger]
    places: Sequence[PlaceMention]
    dates: Sequence[DateMention]
    words: EventWords

    def before(self) -> str:
        """Return the sentence up to the trigger."""
        return self.text[self.sentence.start : self.trigger.start]

    def between(self, start: int, end: int) -> bool:
        """Say whether another trigger lies between two points."""
        return any(start <= other.start < end for other in self.others)


def is_unreal(clause: Clause) -> bool:
    """Say whether the words only imagine, plan, fear or rule out the event."""
    before, cues = clause.before(), clause.words.cues
    if cues["unreal_before"].search(before) or _only_names(clause, before):
        return True
    found = list(cues["unreal_clause"].finditer(before))
    if found and before.count(",", found[-1].end()) < 2 and not any(mark in before[found[-1].end() :] for mark in CLAUSE_MARKS):
        return True
    return cues["negated"].search(before) is not None and not cues["denied"].search(before)


def _only_names(clause: Clause, before: str) -> bool:
    """Say whether the words are a noun: a push into the province, or the subject of what would follow ("capturing it would")."""
    trigger, cues = clause.trigger.words(clause.text), clause.words.cues
    if cues["noun_forms"].match(trigger) and cues["noun_before"].search(before):
        return True
    is_subject = cues["subject"].search(trigger) is not None
    return is_subject and cues["unreal_after"].match(clause.text, clause.trigger.end, clause.sentence.end) is not None


def status_of(clause: Clause, *, is_party: bool) -> EventStatus:
    """Return denied or claimed where the words or a speaker who is a party to the event say so, else reported."""
    before, cues = clause.before(), clause.words.cues
    if cues["denied"].search(before):
        return EventStatus.DENIED
    return EventStatus.CLAIMED if is_party or cues["claimed"].search(before) else EventStatus.REPORTED


def is_passive(clause: Clause) -> bool:
    """Say whether the place stands before the trigger: it "was captured", it "fell to" someone; who "is capturing" acts."""
    is_active = clause.words.cues["progressive"].match(clause.trigger.words(clause.text)) is not None
    return clause.trigger.built == FALL or (not is_active and clause.words.cues["be"].search(clause.before()) is not None)


def places_of(clause: Clause) -> list[PlaceMention]:
    """Return the places the event is about: the object and those joined to it by "and"; else the subject of a passive."""
    if not is_passive(clause) and (found := list(_object(clause))):
        return found
    return _subject(clause)


def _object(clause: Clause) -> Iterator[PlaceMention]:
    """Yield the place after the trigger, or in it, and those joined to it."""
    end = clause.trigger.start if clause.trigger.built == PATTERN else clause.trigger.end
    is_first = True
    for place in clause.places:
        if place.start < end:
            continue
        gap = clause.text[max(end, min(clause.trigger.end, place.start)) : place.start]
        if len(gap) > N_CHARS_OBJECT or clause.between(end, place.start):
            return
        if not (_reaches(clause, gap) if is_first else clause.words.cues["and"].fullmatch(gap)):
            return
        yield _beside(clause, gap, place)
        end, is_first = place.end, False


def _beside(clause: Clause, gap: str, place: PlaceMention) -> PlaceMention:
    """Return a place; what was taken near a town is not the town, and has no code."""
    near = clause.words.cues["near"].search(gap)
    if near is None or clause.trigger.event_type not in NEEDS_OBJECT:
        return place
    return replace(place, start=place.start - len(gap) + near.start(), area_code=None, level=None)


def _reaches(clause: Clause, gap: str) -> bool:
    """Say whether a verb's object, or the place of a strike or a campaign, can stand behind the words of a gap."""
    if clause.trigger.event_type not in NEEDS_OBJECT:
        return LOOSE_END.search(gap) is None
    if clause.words.cues["not_object"].match(gap):
        return False
    return clause.words.object.fullmatch(gap) is not None or _skips_count(clause, gap)


def _skips_count(clause: Clause, gap: str) -> bool:
    """Say whether only a number of villages stands before the place: "more than a dozen villages in" it."""
    found = clause.words.cues["count"].search(gap)
    return found is not None and clause.words.object.fullmatch(gap[: found.start()] + " " + gap[found.end() :]) is not None


def _subject(clause: Clause) -> list[PlaceMention]:
    earlier = [place for place in clause.places if place.end <= clause.trigger.start]
    if not earlier:
        return []
    if clause.trigger.built == PATTERN:
        return earlier[:1] if clause.words.cues["opens"].fullmatch(clause.text, clause.sentence.start, earlier[0].start) else []
    place, gap = earlier[-1], clause.text[earlier[-1].end : clause.trigger.start]
    if len(gap) > N_CHARS_BACK or clause.between(place.end, clause.trigger.start):
        return []
    is_relative = clause.words.cues["relative"].search(gap) is not None
    is_apposed = clause.trigger.built == VERB and (gap.strip() == "," or (not gap.strip() and _is_by(clause)))
    if not (is_passive(clause) or is_relative or is_apposed):
        return []
    joined = [place]
    for other in reversed(earlier[:-1]):
        if not clause.words.cues["and"].fullmatch(clause.text[other.end : joined[0].start]):
            break
        joined.insert(0, other)
    return joined


def _is_by(clause: Clause) -> bool:
    return clause.words.cues["by"].match(clause.text[clause.trigger.end :].lstrip()) is not None


def date_of(clause: Clause) -> DateMention | None:
    """Return the day or period told for the event: the nearest in its part of the sentence, those after it first."""
    after = [
        date for date in clause.dates if date.start >= clause.trigger.end and not clause.between(clause.trigger.end, date.start)
    ]
    if after and after[0].start - clause.trigger.end < N_CHARS_DATE:
        return after[0]
    before = [date for date in clause.dates if date.end <= clause.trigger.start]
    return before[-1] if before else (after[0] if after else None)


def actor_of(clause: Clause) -> Span | None:
    """Return who acted: named before an active verb, after "by" or after a verb of falling."""
    if is_passive(clause):
        return _after(clause, clause.trigger.end if clause.trigger.built == FALL else None)
    candidates = [
        Span(*found.span()) for found in clause.words.actor.finditer(clause.text, clause.sentence.start, clause.trigger.start)
    ]
    acting = [span for span in candidates if not _is_helper(clause, span)]
    if acting:
        return acting[-1]
    countries = [
        place for place in clause.places if place.level == 0 and place.end <= clause.trigger.start and place.role is None
    ]
    if countries:
        return Span(countries[-1].start, countries[-1].end)
    return _after(clause, None)


def _is_helper(clause: Clause, span: Span) -> bool:
    before = clause.text[max(clause.sentence.start, span.start - N_CHARS_OBJECT) : span.start]
    return clause.words.cues["not_acting"].search(before) is not None


def _after(clause: Clause, start: int | None) -> Span | None:
    if start is None:
        by = clause.words.cues["by"].search(clause.text, clause.trigger.end, clause.sentence.end)
        if by is None or by.start() - clause.trigger.end > N_CHARS_OBJECT:
            return None
        start = by.end()
    found = clause.words.actor.search(clause.text, start, clause.sentence.end)
    return Span(*found.span()) if found and found.start() - start <= len("the advancing ") else None


def opponent_of(clause: Clause) -> Span | None:
    """Return from whom or against whom, where the words say it."""
    for found in clause.words.cues["against"].finditer(clause.text, clause.trigger.end, clause.sentence.end):
        actor = clause.words.actor.match(clause.text, found.end(), clause.sentence.end)
        if actor:
            return Span(*actor.span())
    return None


def count_of(clause: Clause) -> Span | None:
    """Return the words for a number of places taken at once: "more than a dozen villages"."""
    text, start, end = clause.text, clause.trigger.end, clause.sentence.end
    reached = clause.words.object.match(text, start, end)
    starts = range(start, (reached.end() if reached else start) + 1)
    found = next((count for at in starts if (count := clause.words.cues["count"].match(text, at, end))), None)
    if found and clause.words.object.fullmatch(text[start : found.start()]):
        return Span(*found.span())
    return None


def is_dated(date: DateMention | None) -> bool:
    """Say whether a date is exact enough for an incident: a year alone is background."""
    return date is not None and date.accuracy is not DateAccuracy.YEAR and date.last is not None
