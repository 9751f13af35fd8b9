"""Which language a text is in, from its letters and its commonest words.

The commonest words of a language are in its lexicon file, under `[detection]`; those of languages we cannot read are here, so
that Spanish is not taken for English. A text that could be either stays without a language.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from etl.reading.lexicon import FOLDER, Lexicon

N_CHARS_READ = 2_000
FEW_COMMON, SHARE_KNOWN = 2, 0.6
LETTERS = re.compile(r"[^\W\d_]+")
NOT_ASCII = re.compile(r"[^\x00-\x7F]+")
NOT_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
LETTERS_ALONE = dict.fromkeys(NOT_LETTERS, " ")
ARABIC = re.compile(r"[\u0621-\u064A]+")
PERSIAN_OR_URDU = re.compile(r"[\u067E\u0686\u0698\u06A9\u06AF\u06CC\u06D2\u0679\u0688\u0691]")
LATIN = re.compile(r"[A-Za-z\u00C0-\u024F]+")
OTHER_LATIN: Mapping[str, frozenset[str]] = {
    "fr": frozenset("le la les des du et une est dans pour qui sur au par avec plus ont été".split()),
    "es": frozenset("el la los las de del y en que por con una para se han más".split()),
    "de": frozenset("der die das und den von zu mit sich auf für ist im dem nicht wurden".split()),
    "pt": frozenset("o os as do da dos das e em que para com uma não mais foram".split()),
    "it": frozenset("il gli di del della e che per con una sono nel più dei".split()),
    "tr": frozenset("ve bir bu için ile olarak olan da çok daha sonra".split()),
    "nl": frozenset("de het een van en in dat zijn voor met op niet zijn".split()),
    "id": frozenset("yang dan di dari untuk dengan ini pada itu tidak orang".split()),
}


@cache
def lexicon_file(language: str) -> Mapping[str, Any]:
    """Return the lexicon file of a language as it stands, for words that are asked of every language at once."""
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def readable_languages() -> tuple[str, ...]:
    """Return the languages that have a lexicon, as ISO 639-1 codes."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where its words do not settle it."""
    sample = text[:N_CHARS_READ]
    if sample.isascii():
        return _latin_language(sample) if LATIN.search(sample) else None
    foreign = "".join(NOT_ASCII.findall(sample))
    n_ascii = len(sample.encode("ascii", "ignore").translate(None, NOT_LETTERS))
    n_latin, n_arabic = n_ascii + _n_letters(LATIN, foreign), _n_letters(ARABIC, foreign)
    n_other = n_ascii + _n_letters(LETTERS, foreign) - n_latin - n_arabic
    if n_arabic > max(n_latin, n_other):
        return None if len(PERSIAN_OR_URDU.findall(sample)) > n_arabic // 50 else "ar"
    if n_latin <= n_other:
        return None
    return _latin_language(sample)


def _words_of(sample: str) -> list[str]:
    return sample.translate(LETTERS_ALONE).split() if sample.isascii() else LETTERS.findall(sample)


def _n_letters(runs: re.Pattern[str], sample: str) -> int:
    return sum(map(len, runs.findall(sample)))


@cache
def _common_words() -> Mapping[str, tuple[str, ...]]:
    """Return the commonest words of the languages in Latin letters, each with the languages that it is common in."""
    by_language = {"en": lexicon_file("en")["detection"]["common"], **OTHER_LATIN}
    every = sorted({word for words in by_language.values() for word in words})
    return {word: tuple(language for language, words in by_language.items() if word in words) for word in every}


def _latin_language(sample: str) -> str | None:
    words = Counter(_words_of(sample.casefold()))
    counts = dict.fromkeys(("en", *OTHER_LATIN), 0)
    common = _common_words()
    for word in words.keys() & common.keys():
        for language in common[word]:
            counts[language] += words[word]
    best = max(counts.values())
    leaders = [language for language, count in counts.items() if count == best]
    if best <= FEW_COMMON and _is_mostly_known(words):
        return "en"  # a headline has few words that every text has
    if best == 0:
        return "en" if sample.isascii() else None
    return "en" if "en" in leaders else leaders[0]


def _is_mostly_known(words: Counter[str]) -> bool:
    """Say whether the lexicon of English knows most words of a text, names and all."""
    known = Lexicon.load("en").known
    return sum(count for word, count in words.items() if word in known) >= SHARE_KNOWN * words.total()
