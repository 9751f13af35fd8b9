"""Enumerations: numbers told together share what is told of one of them: "3,000 in Aleppo and 2,000 in Idlib fled"."""

from dataclasses import replace
from itertools import pairwise

from etl.reading.cues import Found, Link
from etl.reading.items import Item, unit_of
from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import MEASURES

LONGEST_JOINT = 7  # words between the numbers of an enumeration
TOGETHER_COST = 0.5


def inherited(
    words: Words, items: list[Item], links: list[Link | None], cues: list[Found], lexicon: Lexicon
) -> list[Link | None]:
    """Return the links, a number alone sharing that of its neighbour in an enumeration: "3,000 in Aleppo and 2,000 in Idlib"."""
    shared = list(links)
    for left, right in pairwise(range(len(items))):
        if not _are_enumerated(words, items[left], items[right], cues, lexicon):
            continue
        shared[left] = _told_together(shared[left], links[right], items[right])
        for alone, neighbour in ((left, right), (right, left)):
            link = links[neighbour]
            if link is None or link.is_attributive or shared[alone] is not None:
                continue
            if _may_share(words, items[alone], items[neighbour], lexicon):
                shared[alone] = replace(link, cost=link.cost + 1)
    return [_of_its_part(words, items, shared, position, lexicon) for position in range(len(items))]


def _told_together(link: Link | None, following: Link | None, last: Item) -> Link | None:
    """Return the link of a number as near as that of the one joined to it, where one verb behind them tells of both."""
    if link is None or following is None or link.found is not following.found or following.found.first < last.end:
        return link
    return replace(link, cost=min(link.cost, following.cost + TOGETHER_COST))


def _of_its_part(words: Words, items: list[Item], links: list[Link | None], position: int, lexicon: Lexicon) -> Link | None:
    """Return the link, a total told of only behind a part in passing sharing that: "400, including 85 pupils, are in camps"."""
    link, following = links[position], items[position + 1] if position + 1 < len(items) else None
    if following is None or not following.is_part or items[position].is_part or (link and link.cue.measure in MEASURES):
        return link
    shown, of_part = lexicon.parts_before.before(words.normal, following.counted.first), links[position + 1]
    is_by_the_way = shown is not None and words.word(shown[0]) in lexicon.words["clause_inserted"]
    if link and of_part and "," not in words.normal[following.end : of_part.found.first]:
        return link  # 400 are affected, including 85 in camps
    if of_part is None or not is_by_the_way or of_part.found.first < following.end or of_part.cue.measure not in MEASURES:
        return link
    return replace(of_part, cost=of_part.cost + 1)


def _may_share(words: Words, item: Item, neighbour: Item, lexicon: Lexicon) -> bool:
    """Say whether a number may be told of by the words of its neighbour: one alone, or the first of several of one kind."""
    is_one = item.counted.quantity.value == 1 and not item.counted.is_digits
    if item.is_whole or item.counting.is_name or is_one:
        return False
    is_told = not lexicon.words["clause_be"].isdisjoint(words.normal[item.end : neighbour.first])
    return item.is_alone or (item.end <= neighbour.first and unit_of(item) is unit_of(neighbour) and not is_told)


def _are_enumerated(words: Words, left: Item, right: Item, cues: list[Found], lexicon: Lexicon) -> bool:
    between = words.normal[left.end : right.first]
    has_cue = any(left.end <= found.first < right.first for found in cues)
    if has_cue or not 0 < len(between) <= LONGEST_JOINT:
        return False
    is_joined = between[-1] in lexicon.words["and"]  # "two adults and three children were hurt"
    return is_joined if len(between) == 1 else is_joined or between[-1] == ","
