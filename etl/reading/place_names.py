"""Names of places in a text, in Latin and in Arabic letters, with every area each may mean."""

import re
from collections.abc import Iterator

from etl.reading.gazetteer import Gazetteer
from etl.reading.names import NextWords, Word, words_of
from etl.reading.spelling import ARTICLES, POSSESSIVE, is_arabic

LONGEST_NAME = 64
N_WORDS_NAME = 8
LONGEST_ABBREVIATION = 4
COMPOUND = re.compile(r"-[a-z]+ed\b|-(?:born|based|run|led)\b")
ARABIC_LETTER = re.compile(r"[\u0621-\u064A]")
ARTICLE_BEFORE = re.compile(rf"(?<![\w'’])(?:{'|'.join(sorted(ARTICLES))})[-\s]\Z")
ARTICLE_TAILS = frozenset(article[-2:] for article in ARTICLES)
CAPITALS = "A-Z\u00c0-\u00de"
# A capital, or the first letter of a compass word: searched by its first letter, which is what makes it fast.
CANDIDATE = re.compile(
    rf"[{CAPITALS}nsew](?<![\w'’].)"
    rf"(?:(?<=[{CAPITALS}])[^\W_]*(?:['’ʼ`´ʿʾ‘][^\W_]+)*"
    r"|(?<!-.)(?:(?<=n)orth|(?<=s)outh|(?<=e)ast|(?<=w)est)[a-z]*)",
    re.DOTALL,
)
Found = tuple[int, int, list[str], bool]
"""Start, end, the codes it may mean, and whether it is spelt as we spell it."""


def named_places(text: str, gazetteer: Gazetteer, clitics: re.Pattern[str] | None) -> list[Found]:
    """Return every name in order of the text. `clitics` are letters that a language writes together with a name."""
    found = [*_latin_names(text, gazetteer)]
    if ARABIC_LETTER.search(text):
        found = sorted([*found, *_arabic_names(text, gazetteer, clitics)])
    return [
        name
        for name in found
        if name[2] and not COMPOUND.match(text, name[1]) and not _is_another(text[name[0] : name[1]], name[2], gazetteer)
    ]


def _is_another(written: str, codes: list[str], gazetteer: Gazetteer) -> bool:
    """Say whether a name only looks like that of a country: "Car crashes" are not of the CAR, and Mação is not Macao."""
    is_small = len(written) <= LONGEST_ABBREVIATION and not written.isupper()
    is_foreign = not written.isascii() and not is_arabic(written[0])
    if not (is_small or is_foreign) or any(gazetteer.areas[code].level != 0 for code in codes):
        return False
    names = [name for code in codes for name in gazetteer.areas[code].names if not is_arabic(name)]
    if is_small:
        alike = [name for name in names if name.casefold() == written.casefold()]
        return bool(alike) and all(map(str.isupper, alike))
    return all(_bare(name) != _bare(written) for name in names)


def _bare(name: str) -> str:
    return name.casefold().replace("’", "'")


def _latin_names(text: str, gazetteer: Gazetteer) -> Iterator[Found]:
    """Yield the names in Latin letters; only words with a capital and compass words can begin one, or an article before them."""
    end = 0
    for candidate in CANDIDATE.finditer(text):
        start = candidate.start()
        is_begun = gazetteer.may_begin(candidate[0])
        if not is_begun and text[start - 3 : start - 1] not in ARTICLE_TAILS:
            continue
        for first in (_article_before(text, start), start if is_begun else None):
            if first is None or first < end:
                continue
            words = NextWords(text, first, first + LONGEST_NAME)
            if words and (match := gazetteer.codes_at(words, 0)):
                last = words[match[0] - 1]
                end = last.end - (2 if POSSESSIVE.search(last.text) else 0)
                yield first, end, match[1], match[2]
                break


def _article_before(text: str, start: int) -> int | None:
    """Return where an article right before a word starts, which may begin the name ("al-Bab"; not "as Turkey closed it")."""
    if text[start - 3 : start - 1] not in ARTICLE_TAILS:
        return None
    article = ARTICLE_BEFORE.search(text, max(0, start - 5), start)
    return article.start() if article else None


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
