"""Vague numbers that tell how many those before them are: "people fled by the thousands", "the dead number in the hundreds"."""

from etl.frozen import frozen
from etl.reading.lexicon import Lexicon, Noun
from etl.reading.quantities import Counted
from etl.reading.tokens import Words
from etl.vocabulary import Quantifier

FARTHEST_SUBJECT = 8
PARTING = frozenset(",;:()")


@frozen
class Told:
    """Whom a number in such words counts, None where a cue says it, and the words at which it is to be seen as standing."""

    noun: Noun | None
    stands: tuple[int, int]


def told_in_manner(words: Words, counted: Counted, left: int, lexicon: Lexicon) -> Told | None:
    """Return whom a number with "by the", "in their" before it counts; None where nobody stands before it from `left` on."""
    first, end = counted.first, counted.end
    is_vague = counted.quantity.quantifier is Quantifier.VAGUE and words.word(end) not in lexicon.words["of"]
    if not is_vague or words.word(first - 1) not in lexicon.words["clause_manner_articles"]:
        return None
    if words.word(first - 2) not in lexicon.words["clause_manner"]:
        return None
    if words.word(first - 3) in lexicon.words["clause_numbering"]:
        return Told(lexicon.nouns.get(words.word(first - 4)), (first - 2, end))
    for at in range(first - 3, max(left, first - FARTHEST_SUBJECT) - 1, -1):
        if words.word(at) in PARTING:
            return None
        noun = lexicon.nouns.get(words.word(at))
        if noun is not None and not noun.is_singular:
            return Told(noun, (at, at + 1))
    return None
