"""Whether a cue behind a number tells of what stands between them, and not of that number: of the next one or of a place."""

from collections.abc import Sequence

from etl.reading.cues import Found
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.parts import is_told_of_part
from etl.reading.tokens import Words

N_WORDS_OF_THINGS, N_WORDS_TO_JOINT = 7, 3  # of "40 small villages have been", of "and more than 40"


def is_of_next(words: Words, items: Sequence[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a cue behind a number tells of what follows that: a part, another number, things counted, a place."""
    return (
        is_told_of_part(words, items[position + 1 :], found.first, lexicon)
        or _is_behind_part(words, items, position, found, lexicon)
        or _is_told_at_next(words, items, position, found, lexicon)
        or _is_of_things(words, items, position, found, lexicon)
        or _is_told_of_place(words, items[position], found, lexicon)
        or any(is_inserted(words, items[position], one, lexicon) for one in items[position + 1 : position + 2])
    )


def _is_behind_part(words: Words, items: Sequence[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether what is told of a part stands right behind it, and not behind the next number: "166 of them, and 51 fled"."""
    item = items[position]
    is_of_them = item.is_part and lexicon.parts["after"].at(words.normal, item.counted.end) is not None
    return is_of_them and any(other.first < found.first for other in items[position + 1 :])


def _is_told_at_next(words: Words, items: Sequence[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether the next number is told behind a cue: "put those killed at 35,000 and wounded at 79,000"."""
    is_joined = words.word(found.first - 1) in lexicon.words["and"]
    if not is_joined or words.word(found.end) not in lexicon.words["clause_told_at"]:
        return False
    return any(other.first == found.end + 1 for other in items[position + 1 :])


def _is_of_things(words: Words, items: Sequence[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether another clause counts things right before a cue: "300 families got tents, and 40 villages were evacuated".

    Things in one list with those counted share what is told of them: "700 homes and 20 bridges were destroyed".
    """
    end, joints = items[position].end, lexicon.words["and"]
    if words.word(end) == "," or words.word(end) in joints or words.word(end) in lexicon.words["clause_within"]:
        return False
    for at in range(found.first - 1, max(end, found.first - N_WORDS_OF_THINGS), -1):
        word = words.word(at)
        if not word[:1].isdecimal() and word not in lexicon.numbers:
            continue
        before = words.normal[max(end, at - N_WORDS_TO_JOINT) : at]
        is_joined = "," in before or not joints.isdisjoint(before)
        is_named = words.word(at + 1).isalpha() and words.word(at + 1) not in lexicon.words["clause_be clause_have"]
        return is_joined and is_named and not any(other.first <= at < other.end for other in items)
    return False


def _is_told_of_place(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a clause about a place closes before a cue: "the plant, where 57 workers made paint, was evacuated"."""
    at = item.first - 1
    at -= words.word(at) != "," and words.word(at - 1) == ","
    is_clause = words.word(at) == "," and words.word(at + 1) in lexicon.words["clause_where"]
    return is_clause and words.word(item.end) != "," and "," in words.normal[item.end : found.first]


def is_inserted(words: Words, item: Item, following: Item, lexicon: Lexicon) -> bool:
    """Say whether a bare number between commas goes on what is told before it: "12 died, nine from burns, and 30 were hurt"."""
    between = words.normal[item.end : following.first]
    is_next = between[-2:-1] == [","] and between[-1] in lexicon.words["and"]
    if not is_next or not item.is_alone or words.word(item.first - 1) != ",":
        return False
    is_placed = words.word(item.end) in lexicon.words["clause_within"]
    return not is_placed and words.word(following.end) in lexicon.words["clause_be clause_have"]
