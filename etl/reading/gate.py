"""Which sentences are worth a closer look: those with a word that everything to be found there must hold."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from etl.reading.spans import Span

N_SENTENCES: Final = 256  # of which words are kept: those of a long article, and few enough to stay in fast memory
DIGITS: Final = re.compile(r"\d\d*")  # searched by its first digit, for speed
LETTERS: Final = re.compile(r"[^\W\d_]+")
# What makes plain text lower case with a space for whatever is no letter: every word stays in its place.
LOWER_LETTERS: Final = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)}


@dataclass(frozen=True, slots=True)
class Gate:
    """Opens for a sentence that holds at least one of its words, in any case."""

    words: frozenset[str]

    def opens(self, text: str, sentence: Span) -> bool:
        """Say whether the sentence holds one of the words."""
        return not self.words.isdisjoint(lower_words_in(text, sentence.start, sentence.end))


def lower_words(text: str, sentence: Span) -> frozenset[str]:
    """Return the words of a sentence in lower case, each once."""
    return lower_words_in(text, sentence.start, sentence.end)


@lru_cache(maxsize=N_SENTENCES)
def lower_words_in(text: str, start: int, end: int) -> frozenset[str]:
    """Return the words of a stretch of text in lower case, each once. Kept for a while, since several finders ask for them."""
    return frozenset(every_lower_word(text[start:end]))


def every_lower_word(text: str) -> list[str]:
    """Return the words of a text in lower case, as often as they stand there."""
    return text.translate(LOWER_LETTERS).split() if text.isascii() else LETTERS.findall(text.lower())


def has_digit(text: str, sentence: Span) -> bool:
    """Say whether a digit stands in a sentence."""
    starts, ends = _digits(text)
    at = bisect_right(ends, sentence.start)
    return at < len(starts) and starts[at] < sentence.end


@lru_cache(maxsize=4)
def _digits(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where runs of digits start and end in a text, found once for all of its sentences."""
    spans = [found.span() for found in DIGITS.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def gate_of(phrases: Iterable[str], common: Collection[str] = ()) -> Gate:
    """Return the gate of phrases by one word of each: the longest that is not common, the last of several such.

    A phrase without letters opens nothing.
    """
    split = (LETTERS.findall(phrase.lower()) for phrase in phrases)
    return Gate(frozenset(max(reversed(words), key=lambda word: (word not in common, len(word))) for words in split if words))


def gate_of_first_words(phrases: Iterable[str]) -> Gate:
    """Return the gate of phrases, some of them patterns, by the word each begins with."""
    return Gate(frozenset(found.group() for phrase in phrases if (found := LETTERS.match(phrase.lower()))))
