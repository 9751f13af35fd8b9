"""Enumerations: numbers told together share what is told of one of them: "3,000 in Aleppo and 2,000 in Idlib fled"."""

from dataclasses import replace
from itertools import pairwise

from etl.reading.cues import Found, Link
from etl.reading.fits import ACTOR_MEASURES
from etl.reading.items import Item, unit_of
from etl.reading.lexicon import Lexicon
from etl.reading.next_numbers import is_inserted
from etl.reading.tokens import Words
from etl.vocabulary import MEASURES, Unit

LONGEST_JOINT = 7  # words between the numbers of an enumeration
DESCRIBED = 2  # a word and a comma
TOGETHER_COST = 0.5
GAPS = frozenset("—–-")
OBJECT_AT_MOST = 1.9
LONGEST_ASIDE, LONGEST_GAP = 10, 6
FEWEST_OF_PLACE = 100  # behind a name a smaller number may be an age
OF_PLACES = frozenset(("refugees", "idps", "refugee_arrivals", "new_displacement"))
CLOSING = frozenset(".,;:)")


def inherited(
    words: Words, items: list[Item], links: list[Link | None], cues: list[Found], lexicon: Lexicon
) -> list[Link | None]:
    """Return the links, a number alone sharing that of its neighbour in an enumeration: "3,000 in Aleppo and 2,000 in Idlib"."""
    shared = list(links)
    for left, right in pairwise(range(len(items))):
        pair = (words, items[left], items[right], links[left], lexicon)
        if links[right] is None and (_goes_without_verb(*pair) or _is_elsewhere(*pair)):
            shared[right] = links[left]
        if not _are_enumerated(words, items, left, cues, lexicon):
            continue
        shared[left] = _told_together(shared[left], links[right], items[right])
        if _share_noun(words, items[left], items[right], lexicon) and not _is_object_of_its_own(items[left], links, left):
            shared[left] = links[right]
        for alone, neighbour in ((left, right), (right, left)):
            link = links[neighbour]
            if link is None or link.is_attributive or shared[alone] is not None:
                continue
            if _may_share(words, items[alone], items[neighbour], lexicon):
                shared[alone] = replace(link, cost=link.cost + 1)
    _share_back(words, items, shared, cues, lexicon)
    for left, right in pairwise(range(len(items))):
        pair = (words, items[left], items[right], shared[left], lexicon)
        if shared[right] is None and (_is_next_object(*pair) or _is_gapped(*pair)):
            shared[right] = shared[left]
    return [_of_its_part(words, items, shared, position, lexicon) for position in range(len(items))]


def _share_back(words: Words, items: list[Item], shared: list[Link | None], cues: list[Found], lexicon: Lexicon) -> None:
    """Share what is told behind the last of several with the first: "900 from Rono, 70 from Mabu and 50 from Sele fled"."""
    for left, right in reversed(list(pairwise(range(len(items))))):
        link = shared[right]
        if link is None or shared[left] is not None or link.is_attributive or link.found.first < items[right].end:
            continue
        following = shared[right + 1] if right + 1 < len(items) else None
        is_of_list = items[right].is_alone and following is not None and following.cue.measure == link.cue.measure
        is_alike = is_of_list or _may_share(words, items[left], items[right], lexicon)
        if is_alike and not items[left].is_whole and _are_enumerated(words, items, left, cues, lexicon):
            shared[left] = link


def _is_next_object(words: Words, left: Item, right: Item, link: Link | None, lexicon: Lexicon) -> bool:
    """Say whether a number of people is one more object of the verb before another: "killed six rebels and two soldiers".

    Nothing may be told of it itself: not in "killed six rebels and two soldiers were hurt".
    """
    if link is None or link.is_attributive or link.found.end > left.first or unit_of(right) is not Unit.PERSONS:
        return False
    if unit_of(left) is not Unit.PERSONS or left.is_part or right.is_part or link.cost > OBJECT_AT_MOST:
        return False
    if right.counting.noun and right.counting.noun.is_actor and link.cue.measure not in ACTOR_MEASURES:
        return False
    between = words.normal[left.end : right.first]
    is_list = between and (between[-1] in lexicon.words["and"] or between == [","])
    if not is_list or len(between) > LONGEST_ASIDE:
        return False
    is_joined = len(between) == 1 or between[0] in (",", *lexicon.words["and"], *lexicon.words["to"])
    if not is_joined and not _is_place(words, left.end, right.first - 1, lexicon):
        return False
    return words.word(right.end) in lexicon.words["clause_behind_object"] and not _is_told_of(words, right.end, lexicon)


def _is_place(words: Words, first: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the words name only a place: "at Camp Rono"."""
    is_named = all(words.raw[at][:1].isupper() for at in range(first + 1, end))
    return end - first > 1 and words.word(first) in lexicon.words["clause_within"] and is_named


def _is_told_of(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Say whether a verb stands in the same clause from there on."""
    verbs = lexicon.words["clause_be clause_have clause_modal"]
    for at in range(start, len(words)):
        word = words.word(at)
        if word in CLOSING or lexicon.openers.at(words.normal, at) or word in lexicon.words["clause_relative"]:
            return False
        if word in verbs:
            return True
    return False


def _is_gapped(words: Words, left: Item, right: Item, link: Link | None, lexicon: Lexicon) -> bool:
    """Say whether a bare number behind the name of a place counts those of the number before: "and Jordan has 650,000"."""
    if (
        link is None
        or link.cue.measure not in OF_PLACES
        or not right.is_alone
        or (right.counted.quantity.value or 0) < FEWEST_OF_PLACE
    ):
        return False
    at = right.first - 1
    at -= words.word(at) in lexicon.words["clause_having"]
    named = at
    while at > left.end and words.raw[at][:1].isupper():
        at -= 1
    is_opened = words.word(at) in lexicon.words["and"] | {",", ";"} or lexicon.openers.at(words.normal, at) is not None
    is_closed = right.end >= len(words) or words.word(right.end) in CLOSING or words.word(right.end) in lexicon.words["and"]
    return is_opened and is_closed and at < named and at - left.end <= LONGEST_GAP


def _told_together(link: Link | None, following: Link | None, last: Item) -> Link | None:
    """Return the link of a number as near as that of the one joined to it, where one verb behind them tells of both."""
    if link is None or following is None or link.found is not following.found or following.found.first < last.end:
        return link
    return replace(link, cost=min(link.cost, following.cost + TOGETHER_COST))


def _share_noun(words: Words, item: Item, following: Item, lexicon: Lexicon) -> bool:
    """Say whether a number has the noun of the next one: "490 and 316 refugees"."""
    joint = words.normal[item.counted.end : following.counted.first]
    return item.is_alone and not following.is_alone and len(joint) == 1 and joint[0] in lexicon.words["and"]


def _is_object_of_its_own(item: Item, links: list[Link | None], position: int) -> bool:
    """Say whether words before a number tell of it and not of the next: "the toll has risen to five and 900 people fled"."""
    own, following = links[position], links[position + 1]
    return own is not None and own.found.end <= item.first and (following is None or own.found is not following.found)


def _goes_without_verb(words: Words, item: Item, following: Item, link: Link | None, lexicon: Lexicon) -> bool:
    """Say whether a number goes on with only a place: "300 people fled from Rono, 900 people from Mabu"."""
    noun = following.counting.noun
    if link is None or link.is_attributive or link.found.first < item.end or noun is None or noun.is_actor:
        return False
    before, behind = words.word(following.first - 1), words.word(following.end)
    is_joined = before == "," or before in lexicon.words["and"]
    is_placed = (behind in GAPS and not words.is_glued(following.end)) or behind in lexicon.words["from"]
    return is_joined and is_placed and not item.is_part and unit_of(item) is noun.unit


def _is_elsewhere(words: Words, item: Item, following: Item, link: Link | None, lexicon: Lexicon) -> bool:
    """Say whether a number only tells how many more there are in another place: "70 were killed in Rono and 30 in Mabu"."""
    if link is None or link.is_attributive or not item.end <= link.found.first < link.found.end < following.first:
        return False
    within, at = lexicon.words["clause_within"], following.end
    is_placed = words.word(link.found.end) in within and words.word(at) in within and at + 1 < len(words)
    is_joined = words.word(following.first - 1) in lexicon.words["and"] | {","}
    is_so = is_placed and is_joined and following.is_alone and not following.is_part
    if not is_so or words.word(at + 1) in lexicon.words["months"]:
        return False
    named = at + 1
    while named < len(words) and words.raw[named][:1].isupper():
        named += 1
    is_closed = named >= len(words) or words.word(named) in CLOSING or words.word(named) in lexicon.words["and"]
    return named > at + 1 and is_closed


def _of_its_part(words: Words, items: list[Item], links: list[Link | None], position: int, lexicon: Lexicon) -> Link | None:
    """Return the link, a total told of only behind a part in passing sharing that: "400, including 85 pupils, are in camps"."""
    link, following = links[position], items[position + 1] if position + 1 < len(items) else None
    if following is None or not following.is_part or items[position].is_part or (link and link.cue.measure in MEASURES):
        return link
    shown, of_part = lexicon.parts["before"].before(words.normal, following.counted.first), links[position + 1]
    is_by_the_way = shown is not None and words.word(shown[0]) in lexicon.words["clause_inserted"]
    if of_part and following.end <= of_part.found.first and "," not in words.normal[following.end : of_part.found.first]:
        return link  # 400 are affected, including 85 in camps
    if of_part is None or not is_by_the_way or of_part.found.first < following.end or of_part.cue.measure not in MEASURES:
        return link
    return replace(of_part, cost=of_part.cost + 1)


def _may_share(words: Words, item: Item, neighbour: Item, lexicon: Lexicon) -> bool:
    """Say whether a number may be told of by the words of its neighbour: one alone, or the first of several of one kind."""
    is_one = item.counted.quantity.value == 1 and not item.counted.is_digits
    if item.is_whole or item.counting.is_name or is_one or item.counted.is_nobody:
        return False
    if item.end <= neighbour.first and is_inserted(words, item, neighbour, lexicon):
        return False
    if item.end < neighbour.first and words.word(item.end) in lexicon.words["clause_own_verbs"]:
        return False  # another 90,000 left in 2020 and 12,000 came home
    if words.word(item.first - 1) in lexicon.words["clause_told_at"] and words.word(item.first - 2) in lexicon.words["change"]:
        return False  # the backlog stands at 143,000, and 40,000 people are housed
    verbs = lexicon.words["clause_be clause_have"]
    if neighbour.end <= item.first and words.word(item.end) in verbs:
        return False  # 100,000 lost their homes and 20,000 were left without food
    is_told = not lexicon.words["clause_be"].isdisjoint(words.normal[item.end : neighbour.first])
    is_first = item.end <= neighbour.first and not is_told and not is_told_alone(words, item, neighbour, lexicon)
    return item.is_alone or (is_first and unit_of(item) is unit_of(neighbour))


def is_told_alone(words: Words, item: Item, following: Item, lexicon: Lexicon) -> bool:
    """Say whether a verb tells only of the number behind an "and": "the flood hit 900 families and now 300 are in camps"."""
    joint = words.normal[item.end : following.first]
    if item.is_alone or not following.is_alone or lexicon.words["and"].isdisjoint(joint):
        return False
    is_joined = all(word in lexicon.words["and clause_by_now"] for word in joint)
    return is_joined and words.word(following.end) in lexicon.words["clause_be clause_have"]


def _are_enumerated(words: Words, items: list[Item], position: int, cues: list[Found], lexicon: Lexicon) -> bool:
    """Say whether the number at a position and the next one are told together: "two adults and three children were hurt"."""
    left, right = items[position : position + 2]
    between = words.normal[left.end : right.first]
    has_cue = any(left.end <= found.first < right.first for found in cues)
    if between and between[0] in lexicon.words["clause_be"]:
        return False  # 6 million are elsewhere in Sudan and 2 million are over the border
    if has_cue or not 0 < len(between) <= LONGEST_JOINT:
        return False
    if right.is_part and not left.is_part and lexicon.parts["after"].at(words.normal, right.counted.end):
        return False  # admitted 380 children, and 31 of them died
    if left.is_part and not right.is_part:
        return False  # 426 dead, of whom 105 were of the north, and 2,000 injured
    if len(between) == DESCRIBED and between[-1] == "," and words.raw[left.end].islower() and not left.is_alone:
        return False  # the fire left 300 people distraught, 12 dead
    is_joined = between[-1] in lexicon.words["and"]
    if len(between) == 1:
        return is_joined or (between == [","] and _opens_list(words, items[position : position + 3], lexicon))
    return is_joined or between[-1] == ","


def _opens_list(words: Words, items: list[Item], lexicon: Lexicon) -> bool:
    """Say whether a comma stands in for the "and" that follows: "120 men, 38 women and 19 children were killed"."""
    are_people = all(not item.is_alone and not item.is_part and unit_of(item) is Unit.PERSONS for item in items)
    between = words.normal[items[1].end : items[-1].first]
    return are_people and len(items) > 2 and bool(between) and between[-1] in lexicon.words["and"]
