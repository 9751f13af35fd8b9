"""Parts of a total: "including seven children", "2,000 of them", "Faryab (9,674)", "up by 182 families".

Told by the words around a number; numbers that merely add up to a total are found in `sums`.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from etl.reading.lexicon import Lexicon
from etl.reading.nouns import Counting
from etl.reading.number_words import has_and_written_on
from etl.reading.quantities import Counted
from etl.reading.tokens import Words
from etl.vocabulary import Subgroup, Unit

if TYPE_CHECKING:
    from etl.reading.items import Item

LONGEST_BRACKET, LONGEST_LIST = 14, 7
LIST_MARKS = frozenset("–—:-")


def is_part_of_total(words: Words, counted: Counted, counting: Counting, items: Sequence["Item"], lexicon: Lexicon) -> bool:
    """Say whether the words make a number a part of one before it; `items` are those before it in the sentence."""
    if found := lexicon.parts["after"].at(words.normal, counted.end):
        return not (counted.quantity.is_share and _is_of_others(words, found[0], lexicon))
    if is_rise(words, counted, lexicon):
        return True
    if not items:
        return False
    if are_among_them(words, counting.end, lexicon):
        return True
    return (
        lexicon.parts["before"].before(words.normal, counted.first) is not None
        or _is_inside_insertion(words, counted, lexicon)
        or _goes_on_part(words, counted, counting, items, lexicon)
        or _is_in_brackets(words, counted, counting, items)
        or _is_placed_beside(words, counted, counting, items[-1], lexicon)
        or _is_out_of_first(words, counted, counting, items[0], lexicon)
    )


def _is_of_others(words: Words, end: int, lexicon: Lexicon) -> bool:
    """Say whether a share is of a group that it names itself: "9,800 have returned, or 80 per cent of those who fled"."""
    return words.word(end - 1) in lexicon.words["clause_those"] and words.word(end) in lexicon.words["clause_relative"]


def are_among_them(words: Words, end: int, lexicon: Lexicon) -> bool:
    """Say whether words behind a number only tell who is among others, of whom the next verb tells: "279 children among them"."""
    return words.word(end) in lexicon.words["clause_among"] and words.word(end + 1) in lexicon.words["clause_them"]


def is_told_of_part(words: Words, behind: Sequence["Item"], first: int, lexicon: Lexicon) -> bool:
    """Say whether a verb that starts at `first` tells of a part named right before it: "admitted 380, and 31 of them died"."""
    ends = (lexicon.parts["after"].at(words.normal, item.counted.end) for item in behind if item.is_part)
    return any(found is not None and first - 1 <= found[0] <= first for found in ends)


def _is_out_of_first(words: Words, counted: Counted, counting: Counting, whole: "Item", lexicon: Lexicon) -> bool:
    """Say whether the sentence opens with what a number is out of: "Of the 1,400 displaced, 1,300 are in schools"."""
    is_opening = whole.is_whole and words.word(0) in lexicon.words["clause_whole"] and words.word(counted.first - 1) == ","
    are_homes = whole.counting.noun is not None and whole.counting.noun.unit is Unit.BUILDINGS  # each has a fate of its own
    return is_opening and not are_homes and _is_smaller(counted, whole) and _may_be_of(counting, whole)


def _is_placed_beside(words: Words, counted: Counted, counting: Counting, total: "Item", lexicon: Lexicon) -> bool:
    """Say whether a number alone says where some of those before it are: "65,000 displaced people, with 45,000 in camps".

    A dash or a colon opens a list of places: "46,000 fled: 33,000 in Rono and 13,000 in Mabu".
    """
    before = words.word(counted.first - 1)
    is_beside = before in lexicon.words["clause_beside"] and words.word(counted.first - 2) == ","
    if counting.noun is not None or words.word(counted.end) not in lexicon.words["clause_within"]:
        return False
    is_placed = is_beside or (before in LIST_MARKS and words.raw[min(counted.end + 1, len(words) - 1)][:1].isupper())
    return is_placed and not total.is_part and not total.is_alone and _is_smaller(counted, total)


def _is_inside_insertion(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number stands in a list of who is among those counted: "including the driver with two children"."""
    for index in range(counted.first - 1, max(0, counted.first - LONGEST_LIST), -1):
        if not words.word(index)[:1].isalpha():
            return False
        if words.word(index) in lexicon.words["clause_including"]:
            return True
    return False


def is_rise(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number tells by how much another one rose: "up by 182 families"."""
    return lexicon.parts["rises"].before(words.normal, counted.first) is not None


def is_whole(words: Words, counted: Counted, items: Sequence["Item"], lexicon: Lexicon) -> bool:
    """Say whether the number is what another number is out of: "3,000 of the 5,000 residents", "among the 900 evacuated"."""
    at = counted.first - 1
    endings = tuple(lexicon.words["clause_possessive_endings"])
    passed = lexicon.words["clause_whole_through clause_whole_people"]
    while at > 0 and (words.word(at) in passed or (endings and words.word(at).endswith(endings))):
        at -= 1
    if items and at < counted.first - 1 and words.word(at) in lexicon.words["clause_among"]:
        return True
    at += words.word(at) not in lexicon.words["clause_whole"] and words.word(at + 1) in lexicon.words["clause_whole"]
    if words.word(at) in lexicon.fractions and at < counted.first - 1:
        return True  # half the town's 20,000 people
    if at < 0 or words.word(at) not in lexicon.words["clause_whole"]:
        return False
    if words.word(at - 1) in lexicon.numbers and words.word(at - 2) in lexicon.words["ratio"]:
        return True  # one in three of its 9,000 people
    return at == 0 or not words.word(at - 1).isalpha() or bool(items and at in (items[-1].counted.end, items[-1].counting.end))


def _goes_on_part(words: Words, counted: Counted, counting: Counting, items: Sequence["Item"], lexicon: Lexicon) -> bool:
    """Say whether a number goes on a list of parts: "including 569,000 children and over 195,000 women"."""
    last = items[-1]
    if not last.is_part:
        return False
    between = words.normal[last.end : counted.first]
    if not between and has_and_written_on(words, counted.first, lexicon):
        return True
    if 0 < len(between) <= 2 and all(word == "," or word in lexicon.words["and"] for word in between):
        return True
    return _goes_on_clause(words, counted, counting, items, lexicon)


def _goes_on_clause(words: Words, counted: Counted, counting: Counting, items: Sequence["Item"], lexicon: Lexicon) -> bool:
    """Say whether a number opens one more clause about parts, and all of them fit: "of which 70 are in camps, 30 in schools"."""
    before = words.word(counted.first - 1)
    total = next((item for item in reversed(items) if not item.is_part), None)
    if total is None or not (before == "," or before in lexicon.words["and"]) or not _may_be_of(counting, total):
        return False
    parts = [item.counted.quantity.value for item in items[items.index(total) + 1 :]] + [counted.quantity.value]
    whole = total.counted.quantity.value
    return whole is not None and all(part is not None for part in parts) and sum(part or 0 for part in parts) <= whole


def _is_in_brackets(words: Words, counted: Counted, counting: Counting, items: Sequence["Item"]) -> bool:
    """Say whether a number stands in brackets behind a place or, for a group of people, behind the total itself."""
    opened = _bracket_before(words, counted.first)
    total = next((item for item in reversed(items) if item.end <= opened and not item.is_part), None)
    if total is None or not _is_smaller(counted, total) or not _may_be_of(counting, total):
        return False
    if total.is_alone and words.word(total.first - 1) == "(":
        return False  # Faryab (350) and Ghor (200)
    if total.end == opened:
        return counting.noun is not None and counting.noun.subgroup is not Subgroup.ALL
    return any(words.raw[at][:1].isupper() for at in (opened - 1, opened - 2))


def _bracket_before(words: Words, first: int) -> int:
    """Return where the bracket that holds a word was opened, or -1."""
    for index in range(first - 1, max(-1, first - LONGEST_BRACKET), -1):
        if words.word(index) in ("(", ")"):
            return index if words.word(index) == "(" else -1
    return -1


def _is_smaller(counted: Counted, total: "Item") -> bool:
    part, whole = counted.quantity.value, total.counted.quantity.value
    return part is not None and whole is not None and part < whole


def _may_be_of(counting: Counting, total: "Item") -> bool:
    """Say whether what a number counts can be a part of a total: the same thing, or nothing named."""
    return counting.noun is None or total.counting.noun is None or counting.noun.unit is total.counting.noun.unit
