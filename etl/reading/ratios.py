"""Ratios, which count nobody by themselves: "one in five", "nine out of every ten", "two of three"."""

from etl.reading.lexicon import Lexicon
from etl.reading.number_words import Numeral
from etl.reading.numbers import read_numeral
from etl.reading.tokens import Words


def is_in_ratio(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number says of how many one is: "one child in 23 is homeless"."""
    if words.word(start - 1) not in lexicon.words["ratio"] or words.word(end) in lexicon.nouns:
        return False
    return words.word(start - 2) in lexicon.nouns and lexicon.numbers.get(words.word(start - 3)) == 1


def ratio_end(words: Words, numeral: Numeral, lexicon: Lexicon) -> int:
    """Return the word after a ratio such as "one in five" or "nine out of every ten", or 0."""
    at = numeral.end
    is_out = words.word(at) in lexicon.words["ratio_out"] and words.word(at + 1) in lexicon.words["of"]
    is_many = (numeral.value or 0) > 1  # two of three inhabitants; not "one of two men killed"
    is_of = is_many and words.word(at) in lexicon.words["of"] and words.word(at + 1) in lexicon.numbers
    if not (is_out or is_of or words.word(at) in lexicon.words["ratio"]) or (numeral.value or 100) > 10:
        return 0
    at += 1 + is_out
    if is_out and words.word(at)[:1].isdecimal() and words.word(at) != "10":
        return 0  # 5 out of 12 people in the car
    at += words.word(at) in lexicon.words["rate_per"]
    other = read_numeral(words, at, lexicon)
    return other.end if other and (numeral.value or 0) < (other.value or 0) <= 20 else 0
