"""Numbers alone of what is neither people nor homes: "24 of 31 streets", "the number of centres fell from 164 to 106"."""

from etl.reading.lexicon import Lexicon
from etl.reading.nouns import counting_at
from etl.reading.quantities import Counted
from etl.reading.tokens import Words
from etl.vocabulary import Unit

PARTING = frozenset(",;:")
LONGEST_ANNOUNCEMENT = 14  # words of "the number of centres in the two provinces has gone down from 164 to"


def is_of_things(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number alone counts what is neither people nor homes."""
    if words.word(counted.end) in lexicon.words["clause_against"]:
        return True  # 54,000 were vaccinated against measles and 48,000 against polio
    tests = (_is_out_of_things, _is_among_things, _is_of_things_before, _is_of_places, _is_number_of_places)
    return any(is_so(words, counted, lexicon) for is_so in tests)


def _is_out_of_things(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number is out of a number of things that are neither people nor homes: "24 of 31 streets"."""
    of_at = counted.end + (words.word(counted.end) in lexicon.words["clause_whole"])  # "5 out of 23 settlements"
    of_at -= words.word(counted.end) in lexicon.words["of"]
    at = of_at + 1
    at += words.word(at) in lexicon.words["clause_whole_through"]
    if words.word(of_at) not in lexicon.words["of"] or not (words.word(at)[:1].isdecimal() or words.word(at) in lexicon.numbers):
        return False
    return counting_at(words, at + 1, {}, {}, lexicon).is_foreign


def _is_among_things(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number is of what stands before it and is no people: "the camps are among 187 pitched"."""
    is_among = words.word(counted.first - 1) in lexicon.words["clause_among"]
    who = lexicon.nouns.get(words.word(counted.first - 3))
    return (
        is_among and words.word(counted.first - 2) in lexicon.words["clause_be"] and (who is None or who.unit is not Unit.PERSONS)
    )


def _is_of_things_before(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number alone tells how many of the places right before it there are: "has the most centres, with 37"."""
    at = counted.first - 2 - (words.word(counted.first - 2) == ",")
    noun = lexicon.nouns.get(words.word(at))
    is_place = (noun is not None and noun.unit is Unit.FACILITIES) or words.word(at) in lexicon.words["noun_camps"]
    is_last = not words.word(counted.end)[:1].isalpha()
    return words.word(counted.first - 1) in lexicon.words["clause_beside"] and is_place and is_last


def _is_number_of_places(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number alone is of places that the words before it announce: "the number of centres fell from 164 to 106"."""
    for at in range(counted.first - 1, max(-1, counted.first - LONGEST_ANNOUNCEMENT), -1):
        if (announced := lexicon.number_of.at(words.normal, at)) is None:
            continue
        told = words.normal[announced[0] : counted.first]
        if not PARTING.isdisjoint(told) or any(lexicon.openers.at(words.normal, index) for index in range(at, counted.first)):
            return False
        if not lexicon.words["clause_moved clause_those"].isdisjoint(told):
            return False  # the number of displaced in camps
        sheltering, places = lexicon.words["noun_sheltering"], lexicon.words["noun_camps noun_sheltering"]
        nouns = [lexicon.nouns[word] for word in told if word in lexicon.nouns and word not in sheltering]
        is_place = any(noun.unit is Unit.FACILITIES for noun in nouns) or not places.isdisjoint(told[:3])
        return is_place and all(noun.unit is Unit.FACILITIES for noun in nouns)
    return False


def _is_of_places(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number alone is of the places that people live in: "the residents of four of them"."""
    return (
        words.word(counted.first - 1) in lexicon.words["of"] and words.word(counted.first - 2) in lexicon.words["clause_residing"]
    )
