"""Links: which cue says what a number counts. The nearest wins, as a reader would take it; too far is no link."""

from dataclasses import replace
from itertools import pairwise

from etl.reading.cues import FAR, Found, Link, asides_of, link_after, link_before
from etl.reading.items import Item, unit_of
from etl.reading.lexicon import Cue, Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import MEASURES, Unit

N_WORDS_AWAY = 40
ATTRIBUTIVE_COST = 2.4
EXPLICIT_COST = 0.6
VERB_AT_MOST = 4.2
AFTER_RELATIVE_AT_MOST = 3.2
WITH_NOUN_AT_MOST = 6.2
ALONE_AT_MOST = 3.4
NAME_AT_MOST = 2.0
UNMEASURED_COST = 1.0
FEWEST_RESIDENTS = 50
POPULATION_AT_MOST = 1.45
BUILDINGS_AT_MOST = 4.0
OTHERS_COST = {"part": 0.4, "alone": 1.0, "counted": 3.2}
ACTOR_MEASURES = frozenset(("killed", "injured", "detained", "deployed", "missing"))
HOUSING = "buildings_destroyed"
CLOSED = "facilities_closed"


def links_of(words: Words, items: list[Item], cues: list[Found], lexicon: Lexicon) -> list[Link | None]:
    """Return the cue of each item, or None where none is near enough."""
    asides = asides_of(words, [(item.first, item.end) for item in items if item.is_part], lexicon)
    links = [_link(words, items, position, cues, lexicon, asides) for position in range(len(items))]
    return _inherited(words, items, links, cues, lexicon)


def _link(
    words: Words, items: list[Item], position: int, cues: list[Found], lexicon: Lexicon, asides: frozenset[int]
) -> Link | None:
    """Return the cue that says what the number counts, or None where none is near enough."""
    item = items[position]
    noun_link = verb_link = None
    for found in cues:
        if found.first - item.end > N_WORDS_AWAY or item.first - found.end > N_WORDS_AWAY:
            continue
        for cue in found.cues:
            is_outside = found.first in asides and item.first not in asides and not _is_attributive(item, found)
            if is_outside or not _fits(words, items, position, found, cue, lexicon):
                continue
            if _is_attributive(item, found):
                measure = lexicon.sections.get("attributive", {}).get(
                    " ".join(words.normal[found.first : found.end]), cue.measure
                )
                noun_link = noun_link or Link(replace(cue, measure=measure), found, ATTRIBUTIVE_COST, True)
                continue
            cost = UNMEASURED_COST * (cue.measure not in MEASURES) + _cost(words, items, position, found, cue, lexicon, asides)
            if noun_link is None and _is_relative(words, item, found, cue, lexicon):
                noun_link = Link(cue, found, cost, True)
                continue
            if cost > _loosest(cue, item):
                continue
            if item.is_whole and (not 0 <= found.first - item.end <= 1 or found.is_passive or cue.side != "either"):
                continue
            if verb_link is None or cost < verb_link.cost:
                verb_link = Link(cue, found, cost)
    return _chosen(item, noun_link, verb_link, lexicon)


def _inherited(
    words: Words, items: list[Item], links: list[Link | None], cues: list[Found], lexicon: Lexicon
) -> list[Link | None]:
    """Return the links, a number alone sharing that of its neighbour in an enumeration: "3,000 in Aleppo and 2,000 in Idlib"."""
    shared = list(links)
    for left, right in pairwise(range(len(items))):
        if not _are_enumerated(words, items[left], items[right], cues, lexicon):
            continue
        for alone, neighbour in ((left, right), (right, left)):
            link = links[neighbour]
            if link is not None and not link.is_attributive and shared[alone] is None and _may_share(items[alone]):
                shared[alone] = replace(link, cost=link.cost + 1)
    return shared


def _may_share(item: Item) -> bool:
    return item.is_alone and not item.is_whole and not item.counting.is_name


def _are_enumerated(words: Words, left: Item, right: Item, cues: list[Found], lexicon: Lexicon) -> bool:
    between = words.normal[left.end : right.first]
    has_cue = any(left.end <= found.first < right.first for found in cues)
    return not has_cue and 1 < len(between) <= 7 and (between[-1] == "," or between[-1] in lexicon.words["and"])


def _loosest(cue: Cue, item: Item) -> float:
    """Return the most a link may cost by what it links: those said of much else must stand close."""
    if cue.measure == "population":
        return POPULATION_AT_MOST
    return BUILDINGS_AT_MOST if unit_of(item) is Unit.BUILDINGS else FAR


def _is_attributive(item: Item, found: Found) -> bool:
    """Say whether the cue stands between the number and its noun: "3,000 displaced families"."""
    if item.counted.end <= found.first < item.counting.end:
        return True
    return item.twin is not None and item.first <= found.first < item.end


def _is_relative(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether the cue only describes those counted, so that a verb may follow: "people who fled are in camps"."""
    between = words.normal[item.end : found.first]
    if item.is_alone and len(between) == 2 and between[0] in lexicon.words["of"]:
        return True  # 3,000 of those displaced
    if item.is_alone or found.first < item.end or found.is_passive or len(between) > 2:
        return False
    if between:
        return between[0] in lexicon.words["clause_relative"]
    return cue.side == "either" or cue.measure == "population"


def _fits(words: Words, items: list[Item], position: int, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a thing of that unit can be counted by that measure."""
    item = items[position]
    if found.first < item.counted.end and found.end > item.counted.first:
        return False
    if any(_names(other, found) for other in items if other is not item):
        return False
    if item.counted.is_nobody:
        return cue.measure in ("killed", "injured")
    if cue.measure == "population" and (item.counted.quantity.value or FEWEST_RESIDENTS) < FEWEST_RESIDENTS:
        return False
    if cue.measure == HOUSING:
        return _can_be_housing(words, items, position, found, lexicon)
    return _can_be_people(item, found, cue)


def _can_be_people(item: Item, found: Found, cue: Cue) -> bool:
    """Say whether what an item counts can flee, return or die; homes can only be evacuated, facilities closed."""
    noun = item.counting.noun
    if noun is None:
        return cue.measure != CLOSED
    if noun.is_actor:
        return cue.measure in ACTOR_MEASURES
    if noun.unit is Unit.BUILDINGS:
        return cue.term == "evacuated" and _stand_together(item, found)
    return (cue.measure == CLOSED) is (noun.unit is Unit.FACILITIES)


def _can_be_housing(words: Words, items: list[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether an item counts homes, or people whose homes the words speak of."""
    item = items[position]
    noun = item.counting.noun
    if noun is None:
        return not item.counting.is_name and (_follows_homes(items[:position]) or _is_of_homes(words, found, lexicon))
    if noun.unit is Unit.BUILDINGS:
        return True
    return not noun.is_actor and noun.unit is not Unit.FACILITIES and _speaks_of_homes(words, item, found, lexicon)


def _follows_homes(items: list[Item]) -> bool:
    return any(unit_of(item) is Unit.BUILDINGS for item in items)


def _is_of_homes(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether homes stand by the cue itself: "houses damaged: 430"."""
    near = words.normal[max(0, found.first - 1) : found.end + 1]
    return any(word in lexicon.nouns and lexicon.nouns[word].unit is Unit.BUILDINGS for word in near)


def _names(item: Item, found: Found) -> bool:
    """Say whether the cue belongs to the noun of another number: the "shelters" of "412 shelters" shelter no one."""
    return item.counting.noun is not None and item.counted.end <= found.first < item.counting.end


def _stand_together(item: Item, found: Found) -> bool:
    gap = found.first - item.end if item.end <= found.first else item.first - found.end
    return 0 <= gap <= 3


def _speaks_of_homes(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether homes stand between people and what befell them: "300 families whose homes were destroyed"."""
    between = words.normal[found.end : item.first] if found.end <= item.first else words.normal[item.end : found.first]
    return any(word in lexicon.nouns and lexicon.nouns[word].unit is Unit.BUILDINGS for word in between)


def _cost(
    words: Words, items: list[Item], position: int, found: Found, cue: Cue, lexicon: Lexicon, asides: frozenset[int]
) -> float:
    item = items[position]
    if item.end <= found.first:
        has_object = any(_is_object(words, other, found, lexicon) for other in items)
        cost = link_before(words, item.end, found, cue, lexicon, asides, has_object=has_object)
        crossed = [other for other in items[position + 1 :] if other.end <= found.first]
    elif found.end <= item.first:
        cost = link_after(words, item.first, found, cue, lexicon, asides)
        crossed = [other for other in items[:position] if other.first >= found.end]
    else:
        return FAR * 2
    return cost + sum(_crossing_cost(other, found) for other in crossed)


def _is_object(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a number stands right behind the cue, so that it is the number of the cue and not one before."""
    between = words.normal[found.end : item.first]
    return item.first >= found.end and (not between or (len(between) <= 2 and bool(lexicon.further.at(between, 0))))


def _crossing_cost(other: Item, found: Found) -> float:
    """Return what it costs to reach a cue across another number, more where the cue stands right behind that one."""
    if other.is_part:
        return OTHERS_COST["part"]
    return OTHERS_COST["alone" if other.is_alone and other.end != found.first else "counted"]


def _chosen(item: Item, noun_link: Link | None, verb_link: Link | None, lexicon: Lexicon) -> Link | None:
    """Return the link of the verb where it is near enough, joined with what the noun itself says."""
    if verb_link and verb_link.cost > _limit(item):
        verb_link = None
    if noun_link is None or verb_link is None:
        return verb_link or (replace(noun_link, cost=EXPLICIT_COST) if noun_link else None)
    said = replace(noun_link, cost=EXPLICIT_COST)
    if noun_link.cue.measure in ("killed", "injured"):
        return said
    if noun_link.cue.measure == verb_link.cue.measure:
        return said if verb_link.found.first < item.first or noun_link.cue.measure != "idps" else verb_link
    if measure := _combined(noun_link.cue, verb_link.cue, lexicon):
        is_of_verb = verb_link.cue.measure == measure and noun_link.cue.measure != "refugees"
        term = verb_link.cue.term if is_of_verb else noun_link.cue.term
        return replace(verb_link, cue=replace(verb_link.cue, measure=measure, term=term))
    if (noun_link.cue.measure in MEASURES) is not (verb_link.cue.measure in MEASURES):
        return said if noun_link.cue.measure in MEASURES or verb_link.cost > VERB_AT_MOST else verb_link
    if noun_link.cost < ATTRIBUTIVE_COST and noun_link.cue.measure == "new_displacement":
        return verb_link if verb_link.cost <= AFTER_RELATIVE_AT_MOST and verb_link.found.first > noun_link.found.first else said
    return verb_link if verb_link.cost <= VERB_AT_MOST else said


def _combined(noun: Cue, verb: Cue, lexicon: Lexicon) -> str | None:
    """Return the measure that a noun's cue and a verb's cue make together: refugees who fled are arrivals."""
    return lexicon.combined.get(f"{noun.measure}+{verb.term}") or lexicon.combined.get(f"{noun.measure}+{verb.measure}")


def _limit(item: Item) -> float:
    if item.counting.is_name:
        return NAME_AT_MOST
    if item.is_alone and item.counted.quantity.value == 1 and not item.counted.is_digits:
        return 0.5
    return ALONE_AT_MOST if item.is_alone else WITH_NOUN_AT_MOST
