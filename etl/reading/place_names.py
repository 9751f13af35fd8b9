"""Names of places in a text, in Latin and in Arabic letters, with every area each may mean."""

import re
from collections.abc import Iterator

from etl.reading.gazetteer import Gazetteer
from etl.reading.names import NextWords, Word, words_of
from etl.reading.spelling import ARTICLES, POSSESSIVE, is_arabic

LONGEST_NAME = 64
N_WORDS_NAME = 8
COMPOUND = re.compile(r"-[a-z]+ed\b|-(?:born|based|run|led)\b")
ARABIC_LETTER = re.compile(r"[\u0621-\u064A]")
CANDIDATE = re.compile(
    rf"(?<![\w'’])(?:(?:{'|'.join(sorted(ARTICLES))})[-\s])?[A-Z\u00C0-\u00DE][^\W_]*(?:['’ʼ`´ʿʾ‘][^\W_]+)*|(?<![\w-])(?:north|south|east|west)[a-z]*"
)
Found = tuple[int, int, list[str], bool]
"""Start, end, the codes it may mean, and whether it is spelt as we spell it."""


def named_places(text: str, gazetteer: Gazetteer, clitics: re.Pattern[str] | None) -> list[Found]:
    """Return every name in order of the text. `clitics` are letters that a language writes together with a name."""
    found = [*_latin_names(text, gazetteer)]
    if ARABIC_LETTER.search(text):
        found = sorted([*found, *_arabic_names(text, gazetteer, clitics)])
    return [name for name in found if name[2] and not COMPOUND.match(text, name[1])]


def _latin_names(text: str, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the names in Latin letters; only words with a capital and compass words can begin one."""
    end = 0
    for candidate in CANDIDATE.finditer(text):
        if candidate.start() < end or not gazetteer.may_begin(candidate[0]):
            continue
        words = NextWords(text, candidate.start(), candidate.start() + LONGEST_NAME)
        if words and (match := gazetteer.codes_at(words, 0)):
            last = words[match[0] - 1]
            end = last.end - (2 if POSSESSIVE.search(last.text) else 0)
            yield candidate.start(), end, match[1], match[2]


def _arabic_names(text: str, gazetteer: Gazetteer, clitics: re.Pattern[str] | None) -> Iterator[Found]:
    words, at = words_of(text), 0
    while at < len(words):
        match = _arabic_name(words, at, gazetteer, clitics) if is_arabic(words[at].text) else None
        if match is not None:
            yield match[1], words[match[0] - 1].end, match[2], True
        at = match[0] if match else at + 1


def _arabic_name(
    words: list[Word], at: int, gazetteer: Gazetteer, clitics: re.Pattern[str] | None
) -> tuple[int, int, list[str]] | None:
    """Return the word after a name, its first character and its codes; "and", "in", "to" may be written onto it."""
    word = words[at]
    if match := gazetteer.arabic_names.match(words, at):
        return match[0], word.start, match[1]
    clitic = clitics.match(word.text) if clitics else None
    if clitic is None or clitic.end() == len(word.text):
        return None
    rest, start = word.text[clitic.end() :], word.start + clitic.end()
    for form in (rest, "ال" + rest):
        window = [Word(form, start, word.end, is_joined=False), *words[at + 1 : at + N_WORDS_NAME]]
        if match := gazetteer.arabic_names.match(window, 0):
            return at + match[0], start, match[1]
    return None
