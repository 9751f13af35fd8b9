"""What a sentence says around a number: its day or period, its place, its speaker, and what it is put down to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from etl.frozen import frozen
from etl.reading.date_words import date_words
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.spans import DateMention, PlaceMention, Span, SpeakerMention
from etl.reading.speech_words import speech_words
from etl.vocabulary import MEASURES, AreaRole, Cause, DateAccuracy, Kind

N_CHARS_OF_SPEECH = 14
CLAUSE_MARKS = ",;،؛"
N_CHARS_AWAY = 160
RUNNING = ("since", "past")
ROLE_AWAY = 40
MANY = 100_000  # more than a place of the gazetteer's lowest levels is left without its name in the sentence
OF_SETTLEMENTS = (3, 4)
OF_COUNTRIES = ("refugees", "refugee_arrivals")
N_CHARS_OF_VERB, N_WORDS_OF_VERB = 45, 6
N_CHARS_OF_BUILDING = 20
OF_SPEAKER = "the place is the country of who speaks"

Where = TypeVar("Where", bound=Span)


@frozen
class Day:
    """When: columns period_start, as_of and accuracy, what was inferred, and whether the sentence itself tells it."""

    period_start: date | None = None
    as_of: date | None = None
    accuracy: DateAccuracy | None = None
    note: str = ""
    is_told: bool = True


def around(mention: Mention) -> Span:
    """Return the stretch from the number to its cue."""
    quantity, cue = mention.counted.quantity, mention.cue
    return Span(min(quantity.start, cue.start), max(quantity.end, cue.end))


def distance(span: Span, other: Span) -> int:
    """Return how many characters part two spans; 0 where they touch or overlap."""
    return max(0, other.start - span.end, span.start - other.end)


def inside(mentions: Iterable[Where], sentence: Span) -> list[Where]:
    """Return the mentions that stand in a sentence, in order."""
    return [mention for mention in mentions if sentence.start <= mention.start and mention.end <= sentence.end]


def day_of(
    text: str,
    mention: Mention,
    dates: Sequence[DateMention],
    speakers: Sequence[SpeakerMention],
    published_on: date | None,
    *,
    lexicon: Lexicon,
) -> Day:
    """Return when, by the nearest date of the clause or else of the sentence; where it gives none, the day of publication."""
    here, span = inside(dates, mention.sentence), around(mention)
    near = [found for found in here if found.last and distance(span, found) <= N_CHARS_AWAY]
    near = [found for found in near if not _is_of_compared(text, mention.counted.quantity, found, lexicon)]
    near = [found for found in near if not (_is_of_relative(text, mention, found, lexicon) or _is_of_thing(text, found, lexicon))]
    if not near:
        return (
            Day(None, published_on, DateAccuracy.DAY, "dated by its publication", False) if published_on else Day(is_told=False)
        )
    said = inside(speakers, mention.sentence)
    of_speech = [one for one in here if _is_of_speech(one, said) or _opens_speech(text, one, lexicon)]
    found = near[0]
    if len(near) > 1:
        quantity = mention.counted.quantity
        found = min(near, key=lambda one: (one in of_speech, _cut_off(text, quantity, one, lexicon), distance(span, one)))
    if found in of_speech and found.relation != "since":
        return Day(None, found.last, found.accuracy, "dated by the day it was said")
    if found.relation in RUNNING:
        told = [one for one in here if one in of_speech or _follows_speech(text, one, lexicon)]
        found = _up_to_the_telling(found, told, published_on)
    near = [found, *near]
    if MEASURES[mention.measure].kind is Kind.STOCK:
        return _day_of_stock(near, found)
    return Day(found.first, found.last, found.accuracy)


def _up_to_the_telling(found: DateMention, told: Sequence[DateMention], published_on: date | None) -> DateMention:
    """Return a period that runs up to now as ending on the day on which the sentence says that it was told."""
    if found.last is None or found.last != published_on or not told:
        return found
    back = found.last - (told[-1].last or found.last)
    first = found.first - back if found.first and found.relation == "past" else found.first
    return replace(found, first=first, last=found.last - back) if back else found


def _day_of_stock(near: Sequence[DateMention], found: DateMention) -> Day:
    """Return the day a stock describes and since when: "on 17 April 854,000 displaced since December remained so"."""
    since = found if found.relation == "since" else next((one for one in near if one.relation == "since"), None)
    on = next((one for one in near if one.relation == "on"), found) if found.relation == "since" else found
    return Day(since.first if since else None, on.last, on.accuracy)


def _cut_off(text: str, span: Span, found: DateMention, lexicon: Lexicon) -> int:
    """Return how far a date is parted from a number: 2 by a clause of its own ("while 300 fled on Monday"), 1 by a comma."""
    gap = text[found.end : span.start] if found.end <= span.start else text[span.end : found.start]
    if not any(mark in gap for mark in CLAUSE_MARKS):
        return 0
    return 1 + (speech_words(lexicon.language).clause.search(gap) is not None)


def _is_of_compared(text: str, span: Span, found: DateMention, lexicon: Lexicon) -> bool:
    """Say whether a date is that of what a number was once: "12 million in May, and now 10", "10 million, up from 8 in May"."""
    words = date_words(lexicon.language)
    if found.end <= span.start:
        return found.relation not in RUNNING and words.now.search(text, found.end, span.start) is not None
    return words.compared.search(text, span.end, found.start) is not None


def _is_of_relative(text: str, mention: Mention, found: DateMention, lexicon: Lexicon) -> bool:
    """Say whether a date is that of a clause about those counted: "people who fled in 2021 have returned", "displaced in 2021".

    In "people who on Monday returned" it is not.
    """
    start = mention.counted.quantity.end
    if not start <= found.start <= found.end <= mention.cue.start:
        return False
    before = text[start : found.start].lower().split()
    verbs = lexicon.words["clause_be clause_have"]  # those who live there were on Monday evacuated
    is_relative = not lexicon.words["clause_relative"].isdisjoint(before[:-2]) and verbs.isdisjoint(before[-2:-1])
    return is_relative or not lexicon.words["clause_moved"].isdisjoint(before[-2:-1])


def _is_of_thing(text: str, found: DateMention, lexicon: Lexicon) -> bool:
    """Say whether a month or year only tells since when something is there: "staying in a school built in 1960"."""
    before = text[max(0, found.start - N_CHARS_OF_BUILDING) : found.start].lower().split()
    is_long = found.accuracy in (DateAccuracy.MONTH, DateAccuracy.YEAR)
    return is_long and not lexicon.words["clause_dated"].isdisjoint(before[-2:-1])


def _is_of_speech(found: DateMention, speakers: Sequence[SpeakerMention]) -> bool:
    """Say whether a date stands by the words that credit the speaker: it is then the day of the statement."""
    return found.relation == "on" and any(distance(speaker, found) <= N_CHARS_OF_SPEECH for speaker in speakers)


def _opens_speech(text: str, found: DateMention, lexicon: Lexicon) -> bool:
    """Say whether what was said opens right behind a day: "in a report published on Monday that ..."."""
    return found.relation == "on" and speech_words(lexicon.language).that.match(text, found.end) is not None


def _follows_speech(text: str, found: DateMention, lexicon: Lexicon) -> bool:
    """Say whether a day stands right behind a verb of speech: "said on Monday", "told reporters late on Monday"."""
    before = text[max(0, found.start - N_CHARS_OF_VERB) : found.start].lower().split()
    return found.relation == "on" and not lexicon.words["speech_verbs"].isdisjoint(before[-N_WORDS_OF_VERB:])


def place_of(
    text: str,
    mention: Mention,
    places: Sequence[PlaceMention],
    title_places: Sequence[PlaceMention] = (),
    numbers: Sequence[Span] = (),
    speakers: Sequence[SpeakerMention] = (),
) -> tuple[PlaceMention | None, str]:
    """Return the place of a number and what was inferred: the nearest of its sentence, else the last one before it.

    Where another of the `numbers` of the document went is not where this one is. Of a country that is only named as who speaks,
    "Russia's defence ministry", it is not certain: there is no place where the text before tells of one inside another country.
    """
    span, is_many = around(mention), mention.counted.quantity.fewest >= MANY
    named = [_beside(place) for place in inside(places, mention.sentence) if not place.is_of_road]
    here = [
        place for place in named if not _is_of_another(mention, place, numbers) and not (is_many and _is_apart(text, span, place))
    ]
    speaking = [place for place in here if mention.measure not in OF_COUNTRIES and _speaks(place, speakers)]
    heard = [place for place in here if place.area_code and not _acts(place)]
    if speaking and not heard and _is_elsewhere(mention, places, title_places, speaking[-1]):
        return None, ""
    if here:
        best = min(
            here, key=lambda place: (place.area_code is None, _acts(place), distance(span, place) + _role_cost(place, mention))
        )
        return best, OF_SPEAKER if best in speaking else "place settled by what precedes it" if best.is_inferred else ""
    before = [place for place in places if place.end <= mention.sentence.start and place.area_code and not place.is_landmark]
    for known in (before, title_places):
        if fitting := [place for place in known if not (is_many and place.level in OF_SETTLEMENTS)]:
            where = [place for place in fitting if mention.measure in OF_COUNTRIES or not _acts(place)]
            named = [place for place in where if not (place.is_inferred and place.level == 0)]
            return (named or where or fitting)[-1], "place inferred from the text before it"
    return None, ""


def _speaks(place: PlaceMention, speakers: Sequence[SpeakerMention]) -> bool:
    """Say whether a country is only named as, or by, someone who says something: "Turkey said", "Russia's defence ministry"."""
    return _acts(place) and any(place.start < speaker.end and speaker.start < place.end for speaker in speakers)


def _is_elsewhere(
    mention: Mention, places: Sequence[PlaceMention], title_places: Sequence[PlaceMention], country: PlaceMention
) -> bool:
    """Say whether the last place told of before a sentence is one inside another country."""
    before = [place for place in places if place.end <= mention.sentence.start] or title_places
    told = [place for place in before if place.area_code and not place.is_landmark and not _acts(place)]
    return bool(told) and told[-1].level != 0 and not (told[-1].area_code or "").startswith(country.area_code or "-")


def _is_of_another(mention: Mention, place: PlaceMention, numbers: Sequence[Span]) -> bool:
    """Say whether those of a number behind this one went to a place: "12 were killed, and 3,000 fled to Azaz"."""
    end = mention.counted.quantity.end
    return place.role is AreaRole.DESTINATION and any(end <= number.start < place.start for number in numbers)


def _beside(place: PlaceMention) -> PlaceMention:
    """Return a place; what lies "west of" a town is not the town and has no code."""
    return replace(place, area_code=None, level=None) if place.is_landmark and place.level in OF_SETTLEMENTS else place


def _is_apart(text: str, span: Span, place: PlaceMention) -> bool:
    """Say whether a town stands in another part of the sentence: "the push into Saraqeb, which ..., displaced 300,000"."""
    return place.level in OF_SETTLEMENTS and any(mark in text[place.end + 1 : span.start] for mark in CLAUSE_MARKS)


def _acts(place: PlaceMention) -> bool:
    """Say whether a country may be named for what it does and not for where people are: "Turkey and Russia agreed"."""
    return place.level == 0 and place.role is None


def _role_cost(place: PlaceMention, mention: Mention) -> int:
    """Return how much farther a place counts whose role does not suit: people leave an origin and live where they are."""
    suited = AreaRole.PRESENT if MEASURES[mention.measure].kind is Kind.STOCK else AreaRole.ORIGIN
    return 0 if place.role in (suited, None) and not _acts(place) else ROLE_AWAY


def only_cause(mentions: Iterable[Mention]) -> Cause | None:
    """Return the one cause that the sentences of mentions name, or None where they name none or several."""
    names = {cause for mention in mentions for cause in mention.causes}
    return Cause(names.pop()) if len(names) == 1 else None


def place_columns(place: PlaceMention | None, gazetteer: Any) -> dict[str, Any]:
    """Return the place columns of a figure; empty where the text gives no place."""
    if place is None:
        return {}
    area = gazetteer.areas.get(place.area_code) if gazetteer is not None and place.area_code else None
    return {
        "area_code": place.area_code,
        "area_name": area.name if area else None,
        "area_as_reported": place.name,
        "area_level": place.level,
        "area_role": place.role.value if place.role else None,
    }
