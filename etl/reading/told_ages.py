"""Ages told beside those counted: "the teacher, 27,", "people over 65", "the youngest was 14"."""

from etl.reading.lexicon import Lexicon
from etl.reading.quantities import Counted
from etl.reading.tokens import Words
from etl.vocabulary import Unit

OLDEST = 120
ENDS = frozenset((".", "", ";"))
N_WORDS_TO_OLDEST = 7  # "the youngest of those killed in the blast was 14"


def is_age(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number without a noun is an age."""
    at = counted.end + 1
    if words.word(counted.end) in lexicon.words["clause_be"] and words.word(at) in lexicon.words["age_bounds"]:
        return words.word(at + 1)[:1].isdecimal()  # 19 are under 35, of whom no more is told
    if _is_span(words, counted, lexicon):
        return True
    if (counted.quantity.value or OLDEST) >= OLDEST:
        return False
    is_then = words.word(counted.end) in lexicon.words["clause_at_age"]
    if is_then and words.word(counted.end + 1) in lexicon.words["clause_one_person"]:
        return True  # who was 19 when she fled
    return _is_between_commas(words, counted) or _bounds_age(words, counted, lexicon) or _is_of_oldest(words, counted, lexicon)


def _is_span(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a range right behind people tells how old they are: "men between 18 and 60 may not leave"."""
    noun, span = lexicon.nouns.get(words.word(counted.first - 1)), counted.quantity.interval
    is_who = noun is not None and noun.unit is Unit.PERSONS and not noun.is_singular
    return is_who and span.value is None and 0 < (span.low or 0) < (span.high or OLDEST) < OLDEST


def is_age_in_brackets(words: Words, counted: Counted) -> bool:
    """Say whether a number in brackets is the age of the one named before it: "among them Said Xyz (40)"."""
    is_bracketed = words.word(counted.first - 1) == "(" and words.word(counted.end) == ")"
    is_named = words.raw[counted.first - 2][:1].isupper() if counted.first > 1 else False
    return is_bracketed and is_named and (counted.quantity.value or OLDEST) < OLDEST


def _is_between_commas(words: Words, counted: Counted) -> bool:
    if words.word(counted.first - 1) != ",":
        return False
    is_named = all(at >= 0 and words.raw[at][:1].isupper() and words.raw[at][1:].islower() for at in _names_before(counted))
    return words.word(counted.end) == "," or (counted.is_digits and words.word(counted.end) in ENDS and is_named)


def _names_before(counted: Counted) -> tuple[int, int]:
    """Return where the first and last name of one whose age follows them stand: "Father Said Xyz, 86."."""
    return counted.first - 3, counted.first - 2


def _bounds_age(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether people on one side of an age are counted before it: "2,800 people over 65", "of the women 19 are under 35"."""
    if words.word(counted.first) not in lexicon.words["age_bounds"] or counted.end == counted.first + 1:
        return False
    before = words.word(counted.first - 1)
    noun = lexicon.nouns.get(before)
    if before in lexicon.words["clause_them clause_relative clause_everybody"]:
        return True  # half of them under five, everybody over 60
    if noun is not None and noun.unit is Unit.PERSONS and not noun.is_singular:
        return True
    who = words.word(counted.first - 2)
    return before in lexicon.words["clause_be"] and (who[:1].isdecimal() or who in lexicon.numbers)


def _is_of_oldest(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number tells how old the oldest or youngest is."""
    if words.word(counted.first - 1) not in lexicon.words["clause_be"]:
        return False
    near = words.normal[max(0, counted.first - N_WORDS_TO_OLDEST) : counted.first]
    return not lexicon.words["oldest"].isdisjoint(near)
