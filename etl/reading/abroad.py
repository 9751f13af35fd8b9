"""Whether those who fled crossed a border: a country named as where they went makes them refugees, a province does not.

So does the country they are in where the words call them the people of another one: "Chad shelters 40,000 Sudanese".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.reading.context import inside
from etl.reading.cues import WHERE_THEY_STAY
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.spans import PlaceMention
from etl.vocabulary import AreaRole, Term

N_CHARS_TO_COUNTRY, N_CHARS_TO_NEIGHBOUR = 30, 120
N_CHARS_OF_HOST, N_CHARS_OF_NOUN, N_CHARS_OF_IN = 20, 60, 4
N_WORDS_OF_NATION = 2  # "South Sudanese", "displaced Syrians"
N_CHARS_TO_BOUND, PARTING = 80, frozenset(",;:.()")
N_WORDS_TO_ELSEWHERE = 4
N_CHARS_TO_NAMED, N_WORDS_TO_HOSTING = 250, 3
WORD = re.compile(r"[^\W\d_]+")


def told_where(text: str, mention: Mention, places: Sequence[PlaceMention], lexicon: Lexicon) -> Mention:
    """Return the mention, as one of refugees where they fled to another country and as one who fled where to no country."""
    if _is_next_door(text, mention, places, lexicon):
        mention = replace(mention, measure="new_displacement", term=Term.FORCED_TO_FLEE.value)
    if _is_among_others(text, mention, places, lexicon):
        measure = "refugees" if mention.measure == "idps" else "refugee_arrivals"
        return replace(mention, measure=measure, term=Term.REFUGEE.value, note="the people of another country")
    if not _is_abroad(text, mention, places, lexicon):
        return mention
    return replace(mention, measure="refugee_arrivals", term=Term.REFUGEE.value, note="fled to another country")


def _is_abroad(text: str, mention: Mention, places: Sequence[PlaceMention], lexicon: Lexicon) -> bool:
    """Say whether those who fled went to another country: one named behind the number or the cue as where they went."""
    if mention.measure != "new_displacement" or not (mention.term == Term.FORCED_TO_FLEE or _is_moved_on(mention)):
        return False
    return any(
        place.level == 0
        and place.role is AreaRole.DESTINATION
        and (
            0 <= place.start - mention.cue.end <= _farthest(text, place, mention.cue.end, lexicon)
            or _stands_between(place, mention)
        )
        and text[place.end : place.end + 2] not in ("'s", "’s")
        and not _is_elsewhere_in(text, place, lexicon)
        for place in inside(places, mention.sentence)
    )


def _is_elsewhere_in(text: str, place: PlaceMention, lexicon: Lexicon) -> bool:
    """Say whether those who fled stayed in the country: "fled to other parts of Georgia"."""
    before = text[max(0, place.start - N_CHARS_TO_COUNTRY) : place.start].lower().split()[-N_WORDS_TO_ELSEWHERE:]
    return not lexicon.words["clause_other_parts"].isdisjoint(before)


def _is_moved_on(mention: Mention) -> bool:
    """Say whether those displaced are told of before the cue, behind which a place may stand: "2,600 streamed into Guinea"."""
    return mention.term == Term.DISPLACED and mention.counted.quantity.end <= mention.cue.start


def _stands_between(place: PlaceMention, mention: Mention) -> bool:
    """Say whether a place stands between a number and its cue: "3,900 Mexicans entered Guatemala to escape"."""
    return mention.counted.quantity.end <= place.start and place.end <= mention.cue.start


def _is_among_others(text: str, mention: Mention, places: Sequence[PlaceMention], lexicon: Lexicon) -> bool:
    """Say whether those who stay somewhere are called the people of another country than the one they stay in."""
    if mention.measure != "idps" and not (mention.measure == "new_displacement" and mention.term in WHERE_THEY_STAY):
        return False
    if mention.is_alone and any(_hosts(text, mention, place, lexicon) for place in inside(places, mention.sentence)):
        return True
    home = _nation(text, mention, lexicon)
    if home and _it_hosts(text, mention, lexicon):
        named = [place for place in places if place.end <= mention.sentence.start and place.level == 0]
        return bool(named) and named[-1].area_code not in home and mention.sentence.start - named[-1].end <= N_CHARS_TO_NAMED
    return bool(home) and any(
        place.level == 0 and place.area_code is not None and place.area_code not in home and _is_host(text, mention, place)
        for place in inside(places, mention.sentence)
        if not (place.is_inferred and _last_word(text, place) in lexicon.words["clause_inside"])  # displaced within the country
    )


def _it_hosts(text: str, mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether "it" opens the sentence and hosts those counted: "It now hosts 36,000 Ethiopians"."""
    before = text[mention.sentence.start : mention.cue.start].lower().split()
    return 0 < len(before) <= N_WORDS_TO_HOSTING and before[0] in lexicon.words["clause_it"]


def _hosts(text: str, mention: Mention, place: PlaceMention, lexicon: Lexicon) -> bool:
    """Say whether a country itself hosts a bare number: "Germany hosts more than a million"; not "halls in Germany shelter 9"."""
    verb = text[mention.cue.start : mention.cue.end].lower().split()
    if place.level != 0 or place.area_code is None or lexicon.words["clause_receiving"].isdisjoint(verb):
        return False
    is_subject = place.end <= mention.cue.start and _last_word(text, place) not in lexicon.words["noun_ends of"]
    return is_subject and _is_host(text, mention, place)


def _last_word(text: str, place: PlaceMention) -> str:
    """Return the word before a place."""
    before = text[max(0, place.start - N_CHARS_TO_COUNTRY) : place.start].lower().split()
    return before[-1] if before else ""


def _nation(text: str, mention: Mention, lexicon: Lexicon) -> frozenset[str]:
    """Return the countries whose people the first words behind a number may be: "2 million displaced Syrians", "of Syrians"."""
    end = mention.counted.quantity.end
    told = [word for word in WORD.findall(text[end : end + N_CHARS_OF_NOUN].lower()) if word not in lexicon.words["noun_through"]]
    return next((lexicon.nationals[word] for word in told[:N_WORDS_OF_NATION] if word in lexicon.nationals), frozenset())


def _is_host(text: str, mention: Mention, place: PlaceMention) -> bool:
    """Say whether a country stands right before the cue, as who shelters them, or right behind it, as where they are."""
    if text[place.end : place.end + 2] in ("'s", "’s"):
        return False
    if place.end <= mention.cue.start:
        return mention.cue.end <= mention.counted.quantity.start and mention.cue.start - place.end <= N_CHARS_OF_HOST
    gap = place.start - mention.cue.end
    return 0 <= gap <= (N_CHARS_TO_COUNTRY if place.role in (AreaRole.PRESENT, AreaRole.DESTINATION) else N_CHARS_OF_IN)


def _farthest(text: str, place: PlaceMention, cue_end: int, lexicon: Lexicon) -> int:
    """Return how far behind the cue a country may stand: one called a neighbour is where they went however far."""
    last = _last_word(text, place)
    if last in lexicon.words["clause_bound_for"] and PARTING.isdisjoint(text[cue_end : place.start]):
        return N_CHARS_TO_BOUND  # fled the troubled northern state for Bangladesh
    is_neighbour = last in lexicon.words["clause_neighbouring"]
    return N_CHARS_TO_NEIGHBOUR if is_neighbour else N_CHARS_TO_COUNTRY


def _is_next_door(text: str, mention: Mention, places: Sequence[PlaceMention], lexicon: Lexicon) -> bool:
    """Say whether "into neighbouring ..." or "crossed into ..." goes on with a name that is no country's."""
    if mention.measure != "refugee_arrivals":
        return False
    last = text[mention.cue.start : mention.cue.end].lower().split()[-1]
    may_be_inside = lexicon.words["clause_neighbouring clause_crossing"]
    if last not in may_be_inside or not text[mention.cue.end + 1 : mention.cue.end + 2].isupper():
        return False
    return not any(place.level == 0 and 0 <= place.start - mention.cue.end <= 1 for place in places)
