"""Cues that ran over words which say something else: a number, or what befell people before they came where they are."""

from etl.reading.lexicon import Cue, Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import MEASURES

SAME = "same"


def held_back(words: Words, first: int, end: int, cues: list[Cue], lexicon: Lexicon) -> tuple[int, int, list[Cue]]:
    """Return the cue that counts of one that a form of "be" opens, with its first word and the word behind it."""
    if cues[0].measure == SAME and words.word(first) in lexicon.words["clause_adding"]:
        return _told_within(words, first, end, cues, lexicon)
    if end - first < 3 or words.word(first) not in lexicon.words["clause_be"]:
        return first, end, cues
    if words.word(first + 1)[0].isdecimal():
        return _behind_number(words, first, end, cues, lexicon)
    return _of_participle(words, first, end, cues, lexicon)


def _behind_number(words: Words, first: int, end: int, cues: list[Cue], lexicon: Lexicon) -> tuple[int, int, list[Cue]]:
    """Return the cue behind a number that a longer one ran over: of "there are 3,450 in relief camps" only "in relief camps"."""
    found = lexicon.cues.at(words.normal, first + 2)
    return (first + 2, *found) if found and found[1][0].measure else (first, end, cues)


def _of_participle(words: Words, first: int, end: int, cues: list[Cue], lexicon: Lexicon) -> tuple[int, int, list[Cue]]:
    """Return the cue of what befell people and not of where they are then: of "were displaced in 40 centres" only the verb."""
    if words.word(first + 1) not in lexicon.words["clause_moved"]:
        return first, end, cues
    both, verb = lexicon.cues.at(words.normal[first : first + 2], 0), lexicon.cues.at(words.normal, first + 1)
    return (first, first + 2, both[1]) if both else (first + 1, *verb) if verb else (first, end, cues)


def _told_within(words: Words, first: int, end: int, cues: list[Cue], lexicon: Lexicon) -> tuple[int, int, list[Cue]]:
    """Return the cue inside one of a total that says of what it is: "bringing the number of displaced families to"."""
    within = ((at, found) for at in range(first + 1, end) if (found := lexicon.cues.at(words.normal, at)))
    return next(((at, *found) for at, found in within if found[0] <= end and found[1][0].measure in MEASURES), (first, end, cues))
