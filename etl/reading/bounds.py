"""Bounds: the words that say a number is the least, the most or about what is meant, before it, behind it or behind its noun."""

from etl.reading.ages import DASHES
from etl.reading.lexicon import Lexicon
from etl.reading.numbers import read_numeral
from etl.reading.tokens import Words
from etl.vocabulary import Quantifier

FARTHEST_VERB = 3  # words of "exceeded the-number of-the-dead", as Arabic puts it
BY_STRENGTH = (
    Quantifier.MORE_THAN,
    Quantifier.AT_LEAST,
    Quantifier.AT_MOST,
    Quantifier.LESS_THAN,
    Quantifier.NEARLY,
    Quantifier.ABOUT,
    Quantifier.EXACT,
)


def bound_before(words: Words, start: int, left: int, lexicon: Lexicon) -> tuple[int, Quantifier]:
    """Return where the words that bound the number start, and what they say; a bound wins over "about"."""
    first = at = start
    kinds: list[Quantifier] = []
    while at > left:
        if words.word(at - 1) in lexicon.words["onto_digits"] and words.is_glued(at) and at == start:
            at -= 1
        if found := lexicon.quantifiers_before.before(words.normal, at):
            if found[0] < left or _goes_up(words, found[0], lexicon):
                break
            first = at = found[0]
            kinds.append(found[1][0])
        elif further := lexicon.further.before(words.normal, at, at_most=2):
            at = further[0]
        else:
            break
    return first, min(kinds, key=BY_STRENGTH.index, default=Quantifier.EXACT)


def _goes_up(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether "up to" there is how far a number went: "the toll has gone up to 373"."""
    is_up = words.word(index) in lexicon.words["clause_compared"] and words.word(index + 1) in lexicon.words["to"]
    return is_up and words.word(index - 1) in lexicon.words["change gone"]


def bound_after(words: Words, end: int, quantifier: Quantifier, lexicon: Lexicon) -> tuple[int, Quantifier]:
    """Return the word after a number with what bounds it right behind it ("3,000 or more"), and what that says."""
    at = end + (words.word(end) in DASHES and words.is_glued(end))
    found = lexicon.quantifiers_after.at(words.normal, at) or lexicon.quantifiers_after.at(words.normal, end)
    if not found or read_numeral(words, found[0], lexicon):
        return end, quantifier
    if quantifier not in (Quantifier.EXACT, Quantifier.ABOUT):
        return end, quantifier
    return found[0], found[1][0]


def bound_beside(words: Words, first: int, end: int, quantifier: Quantifier, lexicon: Lexicon) -> Quantifier:
    """Return what bounds a number from farther off: behind its noun ("53 people at least"), or its verb ("has passed 300")."""
    if quantifier not in (Quantifier.EXACT, Quantifier.ABOUT):
        return quantifier
    if words.word(end) in lexicon.nouns and (found := _behind_noun(words, end + 1, lexicon)):
        return found[1]
    if reached := lexicon.bounds["reached"].before(words.normal, first, at_most=FARTHEST_VERB):
        return reached[1][0]
    return quantifier


def end_of_bound(words: Words, end: int, lexicon: Lexicon) -> int:
    """Return the word after what bounds a number behind its noun, a comma that closes it passed; 0 where nothing does."""
    found = _behind_noun(words, end, lexicon)
    return found[0] + (words.word(end) == words.word(found[0]) == ",") if found else 0


def _behind_noun(words: Words, at: int, lexicon: Lexicon) -> tuple[int, Quantifier] | None:
    found = lexicon.bounds["behind_noun"].at(words.normal, at)
    if found is None or words.word(found[0]) in lexicon.words["no_bound"] or read_numeral(words, found[0], lexicon):
        return None
    return found[0], found[1][0]
