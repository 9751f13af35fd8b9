"""Who, when and how surely: the parts of an event around the words that name it."""

from collections.abc import Sequence

from etl.frozen import frozen
from etl.reading.event_words import FALL, EventWords, Trigger
from etl.reading.spans import DateMention, PlaceMention, Span
from etl.vocabulary import DateAccuracy, EventStatus

N_CHARS_OBJECT = 90
N_CHARS_DATE = 160
CLAUSE_MARKS = ";:"


@frozen
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
    before, cues = clause.before(), clause.words.before
    if cues["unreal_before"].search(before) or _only_names(clause, before):
        return True
    if clause.words.cues["bare"].fullmatch(clause.trigger.words(clause.text)) and cues["infinitive"].search(before):
        return True
    found = list(cues["unreal_clause"].finditer(before, Span(0, len(before))))
    if found and before.count(",", found[-1].end()) < 2 and not any(mark in before[found[-1].end() :] for mark in CLAUSE_MARKS):
        return True
    return cues["negated"].search(before) is not None and not cues["denied"].search(before)


def _only_names(clause: Clause, before: str) -> bool:
    """Say whether the words are a noun: a push into the province, or the subject of what would follow ("capturing it would")."""
    trigger, cues = clause.trigger.words(clause.text), clause.words.cues
    if cues["noun_forms"].match(trigger) and clause.words.before["noun_before"].search(before):
        return True
    is_subject = cues["subject"].search(trigger) is not None
    return is_subject and cues["unreal_after"].match(clause.text, clause.trigger.end, clause.sentence.end) is not None


def status_of(clause: Clause, *, is_party: bool) -> EventStatus:
    """Return denied or claimed where the words or a speaker who is a party to the event say so, else reported."""
    before, cues = clause.before(), clause.words.before
    if cues["denied"].search(before):
        return EventStatus.DENIED
    return EventStatus.CLAIMED if is_party or cues["claimed"].search(before) else EventStatus.REPORTED


def is_passive(clause: Clause) -> bool:
    """Say whether the place stands before the trigger: it "was captured", it "fell to" someone; who "is capturing" acts."""
    is_active = clause.words.cues["progressive"].match(clause.trigger.words(clause.text)) is not None
    return clause.trigger.built == FALL or (not is_active and clause.words.before["be"].search(clause.before()) is not None)


def date_of(clause: Clause) -> DateMention | None:
    """Return the day or period told for the event: the nearest in its part of the sentence, those after it first."""
    inside = [date for date in clause.dates if clause.trigger.start <= date.start and date.end <= clause.trigger.end]
    if inside:
        return inside[0]  # launched on Saturday an offensive
    if clause.words.before["over_days"].search(clause.before()):
        return None
    dates = [date for date in clause.dates if not _is_of_another_time(clause, date)]
    following = [date for date in dates if date.start >= clause.trigger.end]
    after = [date for date in following if not clause.between(clause.trigger.end, date.start)]
    if len(after) > 1 and not is_dated(after[0]) and _is_in_aside(clause, after[0]):
        after = after[1:]
    if after and after[0].start - clause.trigger.end < N_CHARS_DATE:
        return after[0]
    before = [date for date in dates if date.end <= clause.trigger.start]
    shared = [date for date in following if _is_shared(clause, date)]
    return next(iter([*before[-1:], *after, *shared]), None)


def _is_of_another_time(clause: Clause, date: DateMention) -> bool:
    """Say whether a date only tells since or until when something is so: "the first time since Monday", "held since 2012"."""
    if date.relation == "until" or (date.relation == "since" and date.accuracy is DateAccuracy.YEAR):
        return True
    return clause.words.cues["not_when"].search(clause.text, clause.sentence.start, date.start) is not None


def _is_in_aside(clause: Clause, date: DateMention) -> bool:
    """Say whether a date belongs to what is told of the place in passing: "which it lost in 2012"."""
    return clause.words.cues["relative"].search(clause.text, clause.trigger.end, date.start) is not None


def _is_shared(clause: Clause, date: DateMention) -> bool:
    """Say whether only what the same actor did next stands before a date: "captured Hass and advanced on Kafr Nabl on Monday"."""
    between = [other for other in clause.others if clause.trigger.end <= other.start < date.start]
    return all(clause.words.cues["goes_on"].search(clause.text, clause.trigger.end, other.start) for other in between)


def actor_of(clause: Clause) -> Span | None:
    """Return who acted: named before an active verb, after "by", after a verb of falling or as those it was lost to."""
    if _is_loss(clause):
        won_by = clause.words.cues["won_by"].search(clause.text, clause.trigger.end, clause.sentence.end)
        return _after(clause, won_by.end()) if won_by else None
    return _subject(clause)


def _is_loss(clause: Clause) -> bool:
    """Say whether those who act are the ones who lose: "the army lost control of Saraqeb to the rebels"."""
    return clause.words.cues["lost"].match(clause.text, clause.trigger.start, clause.trigger.end) is not None


def _subject(clause: Clause) -> Span | None:
    if is_passive(clause):
        return _after(clause, clause.trigger.end if clause.trigger.built == FALL else None)
    candidates = [
        Span(*found.span())
        for found in clause.words.actor.finditer(clause.text, clause.sentence.start, clause.trigger.end)
        if found.start() <= clause.trigger.start
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


def is_civil(clause: Clause, actor: Span | None) -> bool:
    """Say whether those who moved are no party to a war: an aid convoy, families."""
    before = clause.before()
    last = max(before.rfind(mark) for mark in (*CLAUSE_MARKS, ","))
    return actor is None and not is_passive(clause) and clause.words.cues["civil"].search(before, last + 1) is not None


def _is_helper(clause: Clause, span: Span) -> bool:
    before = clause.text[max(clause.sentence.start, span.start - N_CHARS_OBJECT) : span.start]
    return clause.words.cues["not_acting"].search(before) is not None


def _after(clause: Clause, start: int | None) -> Span | None:
    if start is None:
        by = clause.words.cues["by"].search(clause.text, clause.trigger.end, clause.sentence.end)
        if by is None or by.start() - clause.trigger.end > N_CHARS_OBJECT:
            return None
        start = by.end()
    near, match = range(start, start + len("the advancing ") + 1), clause.words.actor.match
    found = next((found for at in near if (found := match(clause.text, at, clause.sentence.end))), None)
    return Span(*found.span()) if found else None


def opponent_of(clause: Clause) -> Span | None:
    """Return from whom or against whom, where the words say it, or who lost."""
    if _is_loss(clause):
        return _subject(clause)
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
