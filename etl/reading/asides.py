"""Asides: the words of brackets, between dashes and of inserted clauses, which part nothing from nothing."""

from collections.abc import Sequence

from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words

SPACED_DASHES = frozenset("–—-")
OPENERS_OF_ASIDES = frozenset(",(")
FIRST_ASIDE, LONGEST_ASIDE = 3, 16
LONGEST_APPOSITION = 12
LONGEST_LIST = 3
LONGEST_TELLING = 6  # ", the hospital in Rono said,"


def asides_of(words: Words, parts: Sequence[tuple[int, int]], lexicon: Lexicon) -> frozenset[int]:
    """Return the words of brackets and of inserted clauses ("..., many of them children, ..."): they part nothing."""
    skipped = set() if SPACED_DASHES.isdisjoint(words.normal) else _between_dashes(words)
    if OPENERS_OF_ASIDES.isdisjoint(words.normal):
        return frozenset(skipped)
    opened: int | None = None
    for index, word in enumerate(words.normal):
        if word == ";" and opened is not None and words.word(opened) == ",":
            opened = None  # "with 174, among them 32 children; 26 had died on the way, she said"
        if opened is not None and word == "," and _is_listed(words, index, lexicon):
            continue
        if opened is not None and word in (",", ")"):
            skipped.update(range(opened, index + 1))
            opened = index if word == "," and _inserts(words, index, parts, lexicon) else None
        elif word == "(" or (word == "," and _inserts(words, index, parts, lexicon)):
            opened = index
    if opened is not None and lexicon.parts["after"].at(words.normal, opened + 2):
        skipped.update(range(opened, len(words)))  # ..., most of them in tents.
    return frozenset(skipped)


def _between_dashes(words: Words) -> set[int]:
    """Return the words of what two dashes set apart ("people – most of them children – fled")."""
    skipped: set[int] = set()
    opened = 0
    for index, word in enumerate(words.normal):
        if word not in SPACED_DASHES:
            continue
        if word != "—" and (words.is_glued(index) or words.is_glued(index + 1)):
            continue
        if opened and index - opened <= LONGEST_ASIDE:
            skipped.update(range(opened, index + 1))
            opened = 0
        else:
            opened = index if index >= FIRST_ASIDE else 0
    return skipped


def _inserts(words: Words, comma: int, parts: Sequence[tuple[int, int]], lexicon: Lexicon) -> bool:
    following = words.word(comma + 1)
    if following in lexicon.words["clause_inserted"] or following in lexicon.words["clause_relative"]:
        return True
    if following in lexicon.words["articles"] and _is_apposition(words, comma, lexicon):
        return True
    is_told = not lexicon.words["clause_telling"].isdisjoint(words.normal[comma + 2 : comma + LONGEST_TELLING])
    return is_told or any(0 <= first - comma <= 4 and "," not in words.normal[comma + 1 : first] for first, _ in parts)


def _is_listed(words: Words, comma: int, lexicon: Lexicon) -> bool:
    """Say whether a comma only stands between the names of an aside: ", most of them from Rono, Kalo and Bari, ..."."""
    names = [words.raw[at][:1].isupper() for at in (comma - 1, comma + 1, comma + 3) if at < len(words)]
    is_list = words.word(comma + 2) in lexicon.words["and"] and len(names) == LONGEST_LIST and all(names)
    return is_list and "," in words.normal[comma + 4 : comma + 4 + LONGEST_LIST]


def _is_apposition(words: Words, comma: int, lexicon: Lexicon) -> bool:
    """Say whether a comma opens what only says what a name is: "in Rono, a town in the hills, ..."; no verb stands in it."""
    if not words.raw[comma - 1][:1].isupper():
        return False
    verbs, endings = lexicon.words["clause_be clause_have"], tuple(lexicon.words["clause_past_endings"])
    for at in range(comma + 1, min(len(words), comma + LONGEST_APPOSITION)):
        word = words.word(at)
        if word == ",":
            return True
        if word in verbs or word[:1].isdecimal() or (endings and word.endswith(endings)) or not word.isalpha():
            return False
    return False
