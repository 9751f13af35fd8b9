"""One key for the many spellings of a name. Two names with one key are two candidates, never a guess.

`plain` levels case, accents and apostrophes. `latinised` levels what transcriptions of Arabic names differ in: the article
(al-, an-, as-), long and doubled letters, e/i and ou/oo/u, -eb/-ib/-ab, a closing -h. `arabic` levels Arabic spelling.
"""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset("al el ul il an as ash ad adh ar at ath az en es er ed".split())
POSSESSIVE = re.compile(r"['’]s$")
APOSTROPHES = re.compile(r"['’ʼ`´ʿʾ‘]")
VOWELS = (
    (re.compile(r"ou|oo|uo|o"), "u"),
    (re.compile(r"ee|ei|ey|ay|ai|ie|ii|y|e(?!$)"), "i"),
    (re.compile(r"aa"), "a"),
)
DOUBLED = re.compile(r"(.)\1")
CLOSED_END = re.compile(r"[ai]([^aiu]+)$")
OPEN_END = re.compile(r"(?:ah|ih|a|i?e)$")
SPELT = {
    "kfar": "kafr", "kafar": "kafr", "kfr": "kafr", "kefr": "kafr", "kufr": "kafr", "kafer": "kafr",
    "tell": "tal", "tall": "tal", "tel": "tal",
    "jebel": "jabal", "jabel": "jabal", "djebel": "jabal",
    "maarat": "maaret", "maarrat": "maaret", "marat": "maaret", "marrat": "maaret", "maarit": "maaret", "maara": "maaret",
    "khaan": "khan", "abou": "abu", "bou": "abu", "dayr": "deir", "der": "deir", "dair": "deir",
}  # fmt: skip
COMPASS = {"northern": "north", "southern": "south", "eastern": "east", "western": "west", "northwestern": "northwest",
           "northeastern": "northeast", "southwestern": "southwest", "southeastern": "southeast"}  # fmt: skip
DIRECTIONS = frozenset(("north", "south", "east", "west", *COMPASS.values()))
ARABIC_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي", "\u0640")
ARABIC_MARKS = re.compile(r"[\u064B-\u0652\u0670\u0653-\u0655]")


@lru_cache(maxsize=65_536)
def plain(word: str) -> str:
    """Return the word without case, accents and apostrophes; every Arabic article becomes `al`, `northern` becomes `north`."""
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    word = APOSTROPHES.sub("", POSSESSIVE.sub("", word)).casefold()
    if word in ARTICLES:
        return "al"
    return COMPASS.get(word, word)


@lru_cache(maxsize=65_536)
def latinised(word: str) -> str:
    """Return the key of a word of an Arabic name in Latin letters; empty for the article."""
    word = plain(word)
    if word == "al":
        return ""
    word = SPELT.get(word, word)
    for pattern, vowel in VOWELS:
        word = pattern.sub(vowel, word)
    word = DOUBLED.sub(r"\1", word.replace("gh", "g").replace("dh", "d"))
    return OPEN_END.sub("a", CLOSED_END.sub(r"a\1", word))


@lru_cache(maxsize=65_536)
def arabic(word: str) -> str:
    """Return the key of an Arabic word: without marks and stretching, one form of alif, ya and ta marbuta, no article."""
    word = ARABIC_MARKS.sub("", word).translate(ARABIC_LETTERS)
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def is_arabic(word: str) -> bool:
    """Return whether a word is written in Arabic letters."""
    return "\u0600" <= word[:1] <= "\u06ff"
