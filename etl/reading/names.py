"""Known names in a text, found in one pass over its words: the longest name first, whatever its spelling key."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
Key = Callable[[str], str]
# A word starts with a letter; apostrophes and Arabic or combining marks may stand inside it. Hyphens part words.
WORD = re.compile(r"[^\W\d_][^\W_\u2019\u02BC]*(?:['’ʼ`´ʿʾ‘\u0300-\u036F\u064B-\u0652\u0670]+[^\W_]+)*")


COMMA = ","
COMMAS = (", ", "، ", ",\n")
GAP = re.compile(r"(?:\s{1,3}|\.|\s?[-‐‑–'’ʿʾ]\s?)\Z")


class Word(NamedTuple):
    """One word of a text and where it stands. A tuple, for nothing is made as often.

    `is_joined`: only a space or a hyphen parts it from the word before; `is_after_comma`: a comma does, as in some names.
    """

    text: str
    start: int
    end: int
    is_joined: bool
    is_after_comma: bool = False


class Indexed(Protocol):
    """Words by their place in order; IndexError beyond the last."""

    def __getitem__(self, position: int, /) -> Word: ...


class NextWords:
    """The words of a stretch of text, each read when it is first asked for: a name mostly ends before the stretch does."""

    def __init__(self, text: str, first: int, end_at: int) -> None:
        self._coming = _words(text, first, end_at)
        self._read: list[Word] = []

    def __bool__(self) -> bool:
        try:
            return bool(self[0])
        except IndexError:
            return False

    def __getitem__(self, position: int) -> Word:
        while len(self._read) <= position:
            word = next(self._coming, None)
            if word is None:
                raise IndexError(position)
            self._read.append(word)
        return self._read[position]


def words_of(text: str, first: int = 0, end_at: int | None = None) -> list[Word]:
    """Return the words of the text, or of a stretch of it, in order, numbers left out; a word cut by the stretch is left out."""
    return list(_words(text, first, len(text) if end_at is None else end_at))


def _words(text: str, first: int, end_at: int) -> Iterator[Word]:
    last, end = min(end_at, len(text)), -1
    for found in WORD.finditer(text, first, last):
        start, after = found.span()
        if after == last < len(text):
            return
        gap = text[end:start] if end >= 0 else ""
        is_joined = gap == " " or (end >= 0 and GAP.match(text, end, start) is not None)
        yield Word(found[0], start, after, is_joined, gap in COMMAS)
        end = after


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return the word in one case, with one kind of apostrophe and without a possessive ending."""
    return word.casefold().replace("’", "'").replace("ʼ", "'").removesuffix("'s")


@dataclass(slots=True)
class Names(Generic[T]):
    """Names and what each stands for. `key` makes the words of name and text comparable; an empty key is skipped over."""

    key: Key = folded
    _root: dict[Any, Any] = field(default_factory=dict)

    def add(self, phrase: str, meaning: T) -> None:
        """Add a phrase; one that has no word with a key is left out."""
        keys = [COMMA * word.is_after_comma + key for word in words_of(phrase) if (key := self.key(word.text))]
        if not keys:
            return
        node = self._root
        for key in keys:
            node = node.setdefault(key, {})
        meanings = node.setdefault(None, [])
        if meaning not in meanings:
            meanings.append(meaning)

    def may_begin(self, word: str) -> bool:
        """Say whether a phrase begins with the word, or with what follows an article."""
        key = self.key(word)
        return not key or key in self._root

    def match(self, words: Indexed, at: int) -> tuple[int, list[T]] | None:
        """Return the word after the longest phrase that starts at a word, and its meanings; None where none starts there."""
        key = self.key(words[at].text)
        if not key or key not in self._root:
            return None
        node, position = self._root[key], at + 1
        best = (position, node[None]) if None in node else None
        while len(node) > (None in node):
            try:
                word = words[position]
            except IndexError:
                break
            position += 1
            if not (word.is_joined or word.is_after_comma):
                break
            if key := self.key(word.text):
                key = COMMA + key if word.is_after_comma else key
                if key not in node:
                    break
                node = node[key]
                if None in node:
                    best = (position, node[None])
        return best

    def find(self, text: str) -> Iterator[tuple[int, int, list[T]]]:
        """Yield (start, end, meanings) of every phrase of a text in order, none overlapping another."""
        reached = 0
        for found in WORD.finditer(text):
            if found.start() >= reached and self.key(found[0]) in self._root:
                words = NextWords(text, found.start(), len(text))
                if match := self.match(words, 0):
                    reached = words[match[0] - 1].end
                    yield found.start(), reached, match[1]


def names_of(entries: Iterable[tuple[str, T]], key: Key = folded) -> Names[T]:
    """Return the phrases of (phrase, meaning) pairs."""
    phrases: Names[T] = Names(key)
    for phrase, meaning in entries:
        phrases.add(phrase, meaning)
    return phrases
