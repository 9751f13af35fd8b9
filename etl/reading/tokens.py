"""The words of one sentence, with where each stands in the text. Finding is done on words, spans are given in characters."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from operator import sub
from typing import Final

from etl.frozen import frozen
from etl.reading.gate import N_SENTENCES
from etl.reading.lexicon import Lexicon
from etl.reading.spans import Span

MOST_WORDS: Final = 65_536
MARKS = "\u064b-\u0652\u0670\u0640"
LETTER = r"[^\W\d_]"
TOKEN = re.compile(
    r"[A-Za-z]++(?=[\s,.])"  # a plain word, as most are: tried first, for speed
    rf"|{LETTER}+(?:[{MARKS}]+{LETTER}*)*(?:['’]{LETTER}+)*"  # words, possessives, Arabic with vowel signs
    r"|\d+(?:[.,٬٫'’]\d+)*"  # 948,000 1.5 3,57,243
    r"|\S"
)


class ByIndex(dict[int, str]):
    """Words by their index; nothing beyond the ends of the sentence."""

    def __missing__(self, index: int) -> str:
        return ""


@frozen
class Words:
    """A sentence as words: `normal` in the lexicon's spelling, `raw` as printed, `starts` and `ends` in the text.

    `word(index)` is a word in the lexicon's spelling, or nothing beyond the ends of the sentence. Nothing is asked as often;
    so it is the look-up itself.
    """

    normal: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]
    word: Callable[[int], str]

    def __len__(self) -> int:
        return len(self.normal)

    def is_glued(self, index: int) -> bool:
        """Say whether no space stands between a word and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def span(self, first: int, end: int) -> Span:
        """Return where the words from `first` to before `end` stand in the text."""
        return Span(self.starts[first], self.ends[end - 1])


class NormalWords(dict[str, str]):
    """Words as printed with what the lexicon makes of them, each worked out once; emptied when full to bound memory."""

    def __init__(self, language: str) -> None:
        self._lexicon = Lexicon.load(language)

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        normal = self[word] = self._lexicon.normal(word)
        return normal


@cache
def normal_words(language: str) -> NormalWords:
    """Return the words of a language met so far."""
    return NormalWords(language)


def words_of(text: str, sentence: Span, lexicon: Lexicon) -> Words:
    """Return the words of a sentence, white space left out. Kept for a while, since several finders ask for them."""
    return _words_of(text, sentence.start, sentence.end, lexicon.language)


@lru_cache(maxsize=N_SENTENCES)
def _words_of(text: str, start: int, end: int, language: str) -> Words:
    raw = TOKEN.findall(text, start, end)
    at = start
    ends = [at := text.index(word, at) + len(word) for word in raw]  # nothing but white space parts one from the next
    starts = list(map(sub, ends, map(len, raw)))
    normal = list(map(normal_words(language).__getitem__, raw))
    return Words(normal, raw, starts, ends, ByIndex(enumerate(normal)).__getitem__)
