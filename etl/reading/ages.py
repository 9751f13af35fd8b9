"""Ages, which count nobody: "men aged 41 and 47", "a woman of 58", "400,000 under five"."""

from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words

DASHES = frozenset("-–—‐‑−")
OLDEST, OLDEST_CHILD = 110, 18


def is_age(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the words around a number make it an age."""
    return _goes_on_age(words, start, end, lexicon) or _is_age_of_one(words, start, end, lexicon)


def _goes_on_age(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number goes on what is no count: "men aged 41 and 47", "ages 18 to 60"."""
    joined = words.word(start - 1) in lexicon.words["and"] | lexicon.words["to"] | DASHES
    before = words.word(start - 2)
    is_after_number = joined and (before[:1].isdecimal() or before in lexicon.numbers) and words.word(end) not in lexicon.nouns
    return is_after_number and lexicon.never_before.before(words.normal, start - 2, at_most=4) is not None


def _is_age_of_one(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number is the age of one person or of those counted: "a woman of 58 died", "400,000 under five"."""
    printed = words.word(start)
    number = lexicon.numbers.get(printed) or (int(printed) if printed.isdecimal() and len(printed) <= 3 else 0)
    if end - start != 1 or not 0 < number <= OLDEST or words.word(end) in lexicon.nouns:
        return False
    before = words.word(start - 2)
    if words.word(start - 1) in lexicon.words["noun_telling_age"]:
        return True
    if words.word(start - 1) in lexicon.words["of"]:
        return before in lexicon.words["noun_of_age"]
    is_bound = words.word(start - 1) in lexicon.words["noun_under"] and number <= OLDEST_CHILD
    return is_bound and (before[:1].isdecimal() or before in lexicon.magnitudes or before in lexicon.words["noun_young"])
