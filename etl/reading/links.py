"""Links: which cue says what a number counts. The nearest wins, as a reader would take it; too far is no link."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from etl.reading.asides import asides_of
from etl.reading.cues import CASUALTIES, FAR, POPULATION, Found, Link, link_after, link_before
from etl.reading.enumerations import inherited, is_told_alone
from etl.reading.fits import HOUSING, fits
from etl.reading.items import Item, unit_of
from etl.reading.lexicon import Cue, Lexicon
from etl.reading.objects import has_own_object, may_have_object
from etl.reading.relatives import is_relative, with_clause
from etl.reading.tokens import Words
from etl.vocabulary import MEASURES, Term, Unit

N_WORDS_AWAY = 40
ATTRIBUTIVE_COST = 2.4
EXPLICIT_COST = 0.6
VERB_AT_MOST = 4.2
AFTER_RELATIVE_AT_MOST = 3.2
NEED, REFUGEES = "people_in_need", "refugees"
WITH_NOUN_AT_MOST = 6.2
ALONE_AT_MOST = 3.4
NAME_AT_MOST = 2.0
UNMEASURED_COST = 1.0
POPULATION_AT_MOST = 1.45
NEVER = -1.0
WHERE_AT_MOST: dict[tuple[str, str], float] = {
    (Term.FORCED_TO_FLEE, Term.REFUGEE): 1.0,
    (Term.RELOCATED, Term.EVACUATED): 3.5,
    (Term.RELOCATED, Term.FORCED_TO_FLEE): 1.0,
}
CASUALTIES_AT_MOST = 3.6
BUILDINGS_AT_MOST = 4.0
MOVES = frozenset(("new_displacement", "returns", "refugee_arrivals"))
CLOSING = frozenset(",)")
ILLNESS = "illness"
OWNED_COST = 5.0
WHOLE_COST = 1.5
ACROSS_COST = 1.5
OTHERS_COST = {"part": 0.4, "alone": 1.0, "counted": 3.2}


def links_of(words: Words, items: list[Item], cues: list[Found], lexicon: Lexicon) -> list[Link | None]:
    """Return the cue of each item, or None where none is near enough."""
    if not cues:
        return [None] * len(items)
    asides = asides_of(words, [(item.first, item.end) for item in items if item.is_part], lexicon)
    cues = [_up_to_number(found, items) for found in cues]
    links = [_link(words, items, position, cues, lexicon, asides) for position in range(len(items))]
    return inherited(words, items, links, cues, lexicon)


def _up_to_number(found: Found, items: list[Item]) -> Found:
    """Return a cue that runs into the words that bound a number ("the figure is close to 80,000") as ending before them."""
    for item in items:
        if found.first < item.counted.first < found.end:
            return replace(found, end=item.counted.first)
    return found


def _link(
    words: Words, items: list[Item], position: int, cues: list[Found], lexicon: Lexicon, asides: frozenset[int]
) -> Link | None:
    """Return the cue that says what the number counts, or None where none is near enough."""
    item = items[position]
    first = item.first
    noun_link = verb_link = None
    for found in _in_reach(items, position, cues):
        is_attributive = _is_attributive(item, found)
        is_outside = found.first in asides and first not in asides and not is_attributive
        is_outside = is_outside or _is_inside_which(words, item, found, asides, lexicon)
        for cue in found.cues:
            if is_outside or (is_attributive and cue.side == "after") or not fits(words, items, position, found, cue, lexicon):
                continue
            if is_attributive:
                noun_link = _fuller(noun_link, _attributive_link(words, found, cue, lexicon))
                continue
            told_of = with_clause(item, items, noun_link, found)
            cost = UNMEASURED_COST * (cue.measure not in MEASURES and cue.measure != ILLNESS) + _cost(
                words, items, position, told_of, found, cue, lexicon, asides
            )
            is_told_of = noun_link is None and is_relative(words, item, found, cue, lexicon, asides)
            if is_told_of and not _harms_another(items, found, cues):
                is_past = not lexicon.words["clause_pluperfect"].isdisjoint(words.normal[item.end : found.end])
                noun_link = Link(cue, found, cost, True, is_past=is_past)
            if (noun_link is not None and noun_link.found is found) or cost > _loosest(cue, item, found):
                continue
            if item.is_whole and not _tells_of_whole(words, item, found, cue, lexicon):
                continue
            where = _told_where(item, verb_link, found, cue, cost)
            if where or verb_link is None or cost < verb_link.cost:
                verb_link = Link(where or cue, found, cost)
    return _chosen(item, noun_link, verb_link, lexicon)


def _fuller(link: Link | None, other: Link) -> Link:
    """Return the first of two links of a noun, or the one with a measure: "9,400 newly arrived displaced people"."""
    return other if link is None or (link.cue.measure not in MEASURES and other.cue.measure in MEASURES) else link


def _is_inside_which(words: Words, item: Item, found: Found, asides: frozenset[int], lexicon: Lexicon) -> bool:
    """Say whether a number stands in a clause about something, the cue behind it: "the ship, which carried 224, was sent on"."""
    at = item.first
    while at - 1 in asides:
        at -= 1
    is_which = words.word(at) == "," and words.word(at + 1) in lexicon.words["clause_which"]
    return is_which and item.first in asides and found.first >= item.end and found.first not in asides


def _in_reach(items: list[Item], position: int, cues: list[Found]) -> Iterator[Found]:
    """Yield the cues that may tell of a number, by where they stand: in "339 dead, 1 million hit" the dead are the 339."""
    item, before = items[position], items[:position]
    has_own = any(found.first == item.end for found in cues)
    for found in cues:
        is_near = found.first - item.end <= N_WORDS_AWAY and item.first - found.end <= N_WORDS_AWAY
        if is_near and not (has_own and any(max(other.counting.end, other.counted.end) == found.first for other in before)):
            yield found


def _tells_of_whole(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a cue right behind a whole tells of it: "300 of the 900 displaced", not "of its 900 residents had fled"."""
    if found.is_passive or cue.side != "either":
        return False
    gap, opener = found.first - item.end, words.word(item.end)
    if opener in lexicon.words["to"]:
        return False  # forced a third of its 900 residents to flee
    return gap == 0 or (gap == 1 and opener not in lexicon.words["clause_have"])


def _told_where(item: Item, link: Link | None, found: Found, cue: Cue, cost: float) -> Cue | None:
    """Return what words behind a number make of those whom the word before it makes go; None where they make nothing.

    "Drove 800 across the border" makes refugees, "shifted 300 who live on the bank to safer places" evacuates, and so does
    "moved 300 out of the danger zone".
    """
    if link is None or found.first < item.end or link.found.end > item.first:
        return None
    if cost > WHERE_AT_MOST.get((link.cue.term, cue.term), NEVER):
        return None
    is_moved_out = (link.cue.term, cue.term) == (Term.RELOCATED, Term.FORCED_TO_FLEE)
    return replace(cue, term=Term.EVACUATED.value) if is_moved_out else cue


def _harms_another(items: list[Item], found: Found, cues: list[Found]) -> bool:
    """Say whether a verb of harm has a number as its object: in "12 rebels killed 30 soldiers" no rebel was killed.

    In the headline "12 killed 30 injured" the number has a cue of its own.
    """
    if found.is_passive or found.cues[0].measure not in CASUALTIES:
        return False
    return any(one.first == found.end and all(other.first != one.end for other in cues) for one in items)


def _attributive_link(words: Words, found: Found, cue: Cue, lexicon: Lexicon) -> Link:
    """Return the link of a cue right before its noun, where a participle says how people are and not what happened."""
    measures: dict[str, str] = lexicon.sections.get("attributive", {})
    measure = measures.get(" ".join(words.normal[found.first : found.end]), cue.measure)
    return Link(replace(cue, measure=measure), found, ATTRIBUTIVE_COST, True)


def _loosest(cue: Cue, item: Item, found: Found) -> float:
    """Return the most a link may cost by what it links: those said of much else must stand close."""
    if cue.measure == POPULATION:
        return POPULATION_AT_MOST
    return BUILDINGS_AT_MOST + found.is_passive if unit_of(item) is Unit.BUILDINGS else FAR


def _is_attributive(item: Item, found: Found) -> bool:
    """Say whether the cue stands between the number and its noun: "3,000 displaced families"."""
    if item.counted.end <= found.first < item.counting.end:
        return True
    return item.twin is not None and item.first <= found.first < item.end


def _cost(
    words: Words, items: list[Item], position: int, item: Item, found: Found, cue: Cue, lexicon: Lexicon, asides: frozenset[int]
) -> float:
    """Return what it costs to connect the number at a position, seen as `item`, with a cue."""
    if item.end <= found.first:
        has_object = may_have_object(found) and (
            any(_is_object(words, other, found, lexicon) for other in items) or has_own_object(words, found, lexicon)
        )
        cost = link_before(words, item.end, found, cue, lexicon, asides, has_object=has_object)
        crossed = [other for other in items[position + 1 :] if other.end <= found.first]
    elif found.end <= item.first:
        cost = link_after(words, item.first, found, cue, lexicon, asides)
        crossed = [other for other in items[:position] if other.first >= found.end]
    else:
        return FAR * 2
    if len(items) == 1 and item is items[0]:
        return cost
    cost += OWNED_COST * (bool(crossed) and item.end <= found.first and is_told_alone(words, item, crossed[0], lexicon))
    cost += OWNED_COST * (found.end <= item.first and _belongs_to_another(item, items, found))
    cost += ACROSS_COST * (found.end <= item.first and _is_of_clause_before(words, items, position, found, lexicon))
    cost += WHOLE_COST * any(other.is_whole and other.end == found.first for other in items if other is not item)
    listed = [one for before, one in pairwise(crossed) if before.is_part and before.end == one.first - 1]  # 12 men and five boys
    return cost + sum(_crossing_cost(words, other, found, lexicon, is_listed=other in listed) for other in crossed)


def _belongs_to_another(item: Item, items: list[Item], found: Found) -> bool:
    """Say whether the cue stands right behind another number: in "41 dead, 15,000 guests" only 41 are dead."""
    if found.end >= item.first:
        return False
    return any(other.end == found.first for other in items if other is not item and not (other.is_alone and item.is_alone))


def _is_of_clause_before(words: Words, items: list[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a cue has a number before it and another clause opens behind it: "900 have returned, while 300 wait"."""
    has_subject = any(other.end <= found.first for other in items[:position])
    return has_subject and any(lexicon.openers.at(words.normal, index) for index in range(found.end, items[position].first))


def _is_object(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a number stands right behind the cue, so that it is the number of the cue and not one before."""
    between = words.normal[found.end : item.first]
    return item.first >= found.end and (not between or (len(between) <= 2 and bool(lexicon.further.at(between, 0))))


def _crossing_cost(words: Words, other: Item, found: Found, lexicon: Lexicon, *, is_listed: bool) -> float:
    """Return what it costs to reach a cue across another number, more where the cue stands right behind that one."""
    is_of_list = unit_of(other) is Unit.FACILITIES and (found.is_number or found.cues[0].measure == HOUSING)
    is_over = found.first > other.end and (found.is_passive or not CLOSING.isdisjoint(words.normal[other.end : found.first]))
    is_by_the_way = other.is_part and is_over and (is_listed or words.word(other.first - 1) not in lexicon.words["and"])
    if other.is_whole or is_of_list or is_by_the_way:
        return OTHERS_COST["part"]
    is_many = other.counted.quantity.value != 1  # "15 people fled and one was injured" tells of the one
    return OTHERS_COST["alone" if other.is_alone and other.end != found.first and is_many else "counted"]


def _chosen(item: Item, noun_link: Link | None, verb_link: Link | None, lexicon: Lexicon) -> Link | None:
    """Return the link of the verb where it is near enough, joined with what the noun itself says."""
    if verb_link and verb_link.cost > min(_limit(item), CASUALTIES_AT_MOST if verb_link.cue.measure in CASUALTIES else FAR):
        verb_link = None
    is_harmed = verb_link is not None and verb_link.cue.measure in CASUALTIES and verb_link.found.end == item.first
    is_ill = verb_link is not None and verb_link.cue.measure == ILLNESS  # three refugees have died of cholera
    if noun_link is None or verb_link is None or is_harmed or is_ill:  # killed 30 people who had fled
        return verb_link or (replace(noun_link, cost=EXPLICIT_COST) if noun_link else None)
    said = replace(noun_link, cost=EXPLICIT_COST)
    if (
        noun_link.cue.measure in CASUALTIES
        or _is_told_already(noun_link, verb_link)
        or _are_homes_hit(item, noun_link, verb_link)
    ):
        return said
    if verb_link.cue.measure == "returns" and verb_link.found.end == item.first:
        return verb_link  # the return of 3,000 people displaced in May
    if noun_link.cue.measure == verb_link.cue.measure:
        return said if verb_link.found.first < item.first or noun_link.cue.measure != "idps" else verb_link
    is_event = noun_link.cue.measure not in MEASURES or noun_link.cue.term == Term.EVACUATED
    if is_event and _is_said_right_behind(item, noun_link, verb_link):
        return said
    if measure := _combined(noun_link.cue, verb_link.cue, lexicon):
        is_of_verb = verb_link.cue.measure == measure and noun_link.cue.measure != REFUGEES
        term = verb_link.cue.term if is_of_verb else noun_link.cue.term
        return replace(verb_link, cue=replace(verb_link.cue, measure=measure, term=term))
    if (noun_link.cue.measure in MEASURES) is not (verb_link.cue.measure in MEASURES):
        return said if noun_link.cue.measure in MEASURES or verb_link.cost > VERB_AT_MOST else verb_link
    if noun_link.cost < ATTRIBUTIVE_COST and noun_link.cue.measure in MOVES:
        at_most = VERB_AT_MOST if noun_link.is_past else AFTER_RELATIVE_AT_MOST
        return verb_link if verb_link.cost <= at_most and verb_link.found.first > noun_link.found.first else said
    return verb_link if verb_link.cost <= VERB_AT_MOST else said


def _is_told_already(noun_link: Link, verb_link: Link) -> bool:
    """Say whether only the noun tells what befell them: "displaced families face hunger", "returnees from a refugee camp"."""
    if noun_link.cue.measure == "returns" and verb_link.found.is_noun:
        return verb_link.cue.measure == REFUGEES
    return verb_link.cue.measure == NEED and noun_link.cue.measure in MOVES


def _are_homes_hit(item: Item, noun_link: Link, verb_link: Link) -> bool:
    """Say whether those counted are told by what hit their homes, wherever they stay: "whose homes were swept away"."""
    is_before = verb_link.found.first > item.first
    return noun_link.cue.measure == HOUSING and is_before and verb_link.cue.term != Term.DISPLACED


def _is_said_right_behind(item: Item, noun_link: Link, verb_link: Link) -> bool:
    """Say whether the words right behind a noun say more of it than a verb farther before: "forced to go, with 900 affected"."""
    is_behind = noun_link.found.first >= item.end
    return is_behind and verb_link.found.end <= item.first and verb_link.cost > EXPLICIT_COST


def _combined(noun: Cue, verb: Cue, lexicon: Lexicon) -> str | None:
    """Return the measure that a noun's cue and a verb's cue make together: refugees who fled are arrivals."""
    return lexicon.combined.get(f"{noun.measure}+{verb.term}") or lexicon.combined.get(f"{noun.measure}+{verb.measure}")


def _limit(item: Item) -> float:
    if item.counting.is_name:
        return NAME_AT_MOST
    if item.is_alone and item.counted.quantity.value == 1 and not item.counted.is_digits:
        return 0.5
    return ALONE_AT_MOST if item.is_alone else WITH_NOUN_AT_MOST
