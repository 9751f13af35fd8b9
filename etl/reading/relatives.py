"""Clauses that describe those counted, so that another verb may follow: "the 300 people who fled are in camps"."""

from dataclasses import replace

from etl.reading.cues import NAMES_OF_PEOPLE, Found, Link
from etl.reading.fits import AFFECTED
from etl.reading.items import Item
from etl.reading.lexicon import Cue, Lexicon
from etl.reading.objects import has_own_object
from etl.reading.tokens import Words

LONGEST_RELATIVE, LONGEST_OWNER = 4, 6  # "who had already", "of the hill community"


def is_relative(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon, asides: frozenset[int]) -> bool:
    """Say whether the cue only describes those counted, so that a verb may follow: "people who fled are in camps"."""
    if found.first < item.end:
        return False
    asides = frozenset() if item.first in asides else asides  # both stand in it: ", which hosts 300 and says it rescued 90,"
    between = [words.normal[index] for index in range(item.end, found.first) if index not in asides]
    if words.word(found.first) in lexicon.words["clause_relative"] and cue.side != "after":
        return len(between) <= LONGEST_OWNER and between[:1] == list(lexicon.words["of"])  # of those "who left"
    if words.word(found.first) in lexicon.words["clause_finite"]:
        return bool(between) and _describes(between, item, found, cue, lexicon)  # "35,000 people live in"
    if item.is_alone and found.first == item.end and words.word(found.end) in lexicon.words["clause_have"]:
        return words.word(found.first) in lexicon.words["clause_moved"]  # 900 displaced have returned
    return _describes(between, item, found, cue, lexicon) and not has_own_object(words, found, lexicon)


def _describes(between: list[str], item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether the words between a number and a cue make the cue describe those counted."""
    if item.is_alone:
        is_whole_told = len(between) == 2 and between[0] in lexicon.words["of"]  # 3,000 of those displaced
        return is_whole_told and cue.side == "either"
    if between == list(lexicon.words["of"]) and cue.measure in NAMES_OF_PEOPLE:
        return True  # 430 families of displaced persons returned
    if between and not lexicon.words["clause_adverbs"].issuperset(between):  # 6,000 people recently evicted are in camps
        return _opens_relative(between, lexicon)
    return not found.is_passive and (cue.side == "either" or cue.measure in ("population", AFFECTED))


def _opens_relative(between: list[str], lexicon: Lexicon) -> bool:
    """Say whether the words before a cue open a clause about those counted: "members of the community who had"."""
    at = next((index for index, word in enumerate(between) if word in lexicon.words["clause_relative"]), None)
    if at is None or len(between) - at > LONGEST_RELATIVE:
        return False
    is_owned = between[0] in lexicon.words["of from"]
    return at == 0 or (at <= LONGEST_OWNER and is_owned and all(map(str.isalnum, between[:at])))


def with_clause(item: Item, items: list[Item], noun_link: Link | None, found: Found) -> Item:
    """Return the item up to the end of the clause that describes it, where a verb follows: "people who fled are in camps"."""
    if noun_link is None or noun_link.found.first < item.end or found.first < noun_link.found.end:
        return item
    is_crossed = any(noun_link.found.end <= other.first < found.first for other in items)
    return item if is_crossed else replace(item, reach=noun_link.found.end)
