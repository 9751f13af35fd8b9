"""Ages, which count nobody: "men aged 41 and 47", "a woman of 58", "400,000 under five"."""

from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import Unit

DASHES = frozenset("-–—‐‑−")
OLDEST, OLDEST_CHILD = 110, 18
N_WORDS_TO_ARTICLE = 3


def is_age(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the words around a number make it an age."""
    return _goes_on_age(words, start, end, lexicon) or _is_age_of_one(words, start, end, lexicon)


def _goes_on_age(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number goes on what is no count: "men aged 41 and 47", "ages 18 to 60"."""
    joined = words.word(start - 1) in lexicon.words["and to"] | DASHES
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
    bound = lexicon.quantifiers_before.before(words.normal, start)
    of_at = (bound[0] if bound else start) - 1  # "a girl of about ten"
    if words.word(of_at) in lexicon.words["of"]:
        return words.word(of_at - 1) in lexicon.words["noun_of_age"] or _is_one_person(words, of_at - 1, lexicon)
    if _is_or_older(words, start, end, lexicon):
        return True
    is_bound = words.word(start - 1) in lexicon.words["noun_under"] and number <= OLDEST_CHILD
    return is_bound and (before[:1].isdecimal() or before in lexicon.magnitudes or before in lexicon.words["noun_young"])


def _is_one_person(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a word names one person by what he or she does: "a volunteer", but no crew and no family."""
    noun = lexicon.nouns.get(words.word(index))
    is_agent = noun is not None and noun.is_singular and f"{words.word(index)}s".endswith(tuple(lexicon.words["noun_agents"]))
    return is_agent and not lexicon.words["noun_one"].isdisjoint(words.normal[max(0, index - N_WORDS_TO_ARTICLE) : index])


def _is_or_older(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number bounds the age of the people before it: "people 80 or older"."""
    who = lexicon.nouns.get(words.word(start - 1))
    is_who = who is not None and who.unit is Unit.PERSONS and not who.is_singular
    return is_who and words.word(end) in lexicon.words["and to"] and words.word(end + 1) in lexicon.words["noun_older"]
