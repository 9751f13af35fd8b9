"""Phrases as paths in a tree of words, so that finding the longest one at a place costs no more than reading it.

In a pattern `a|b` stands for either word, `?a|b` may be left out, `*` is any word, `@name` any word of a class, and `~`
marks where the number stands.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, Final, Generic, TypeVar

NUMBER_HERE: Final = "~"
END: Final = ""
ANY: Final = "*"

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases by their words, each with what it means; the longest one wins. A word may also be met by a class it is in."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._root: dict[str, Any] = {}
        self._classes = classes or {}
        self._last_words: set[str] = set()
        self._first_words: frozenset[str] | None = None

    def add(self, words: Iterable[str], meaning: Meaning) -> None:
        """Remember a meaning of a phrase; a phrase may have several."""
        node, word = self._root, END
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(END, []).append(meaning)
        self._last_words.add(word)
        self._first_words = None

    def find(self, words: list[str]) -> Iterator[tuple[int, int, list[Meaning]]]:
        """Yield (first word, word after the last, meanings) of each longest phrase in order, none overlapping another."""
        starters = self._starters()
        if starters.isdisjoint(words):
            return
        reached = 0
        for start, word in enumerate(words):
            if word in starters and start >= reached and (found := self.at(words, start)):
                reached = found[0]
                yield start, found[0], found[1]

    def at(self, words: list[str], start: int) -> tuple[int, list[Meaning]] | None:
        """Return the end of the longest phrase that starts there and its meanings, or None."""
        starters = self._first_words if self._first_words is not None else self._starters()
        if start >= len(words) or words[start] not in starters:
            return None
        if self._classes:
            return self._wider_at(words, start)
        best: tuple[int, list[Meaning]] | None = None
        node: dict[str, Any] | None = self._root
        for index in range(start, len(words)):
            node = node.get(words[index]) if node else None
            if node is None:
                break
            if END in node:
                best = index + 1, node[END]
        return best

    def before(self, words: list[str], end: int, *, at_most: int = 6) -> tuple[int, list[Meaning]] | None:
        """Return the start of the longest phrase that ends there and its meanings, or None."""
        if end <= 0 or words[end - 1] not in self._last_words:
            return None
        for start in range(max(0, end - at_most), end):
            if words[start] in self._root and (found := self._exactly(words, start, end)):
                return start, found
        return None

    def _starters(self) -> frozenset[str]:
        """Return every word a phrase may start with, itself or by a class it is in."""
        if self._first_words is None:
            wide = (word for word, names in self._classes.items() if ANY in self._root or not self._root.keys().isdisjoint(names))
            self._first_words = frozenset(self._root).union(wide)
        return self._first_words

    def _wider_at(self, words: list[str], start: int) -> tuple[int, list[Meaning]] | None:
        """Return the longest phrase where words are also met by class, so that several paths are open, the wider first."""
        best: tuple[int, list[Meaning]] | None = (start, self._root[END]) if END in self._root else None
        paths = [self._root]
        for index in range(start, len(words)):
            word = words[index]
            names = (*self._classes.get(word, ()), ANY)[::-1] if word[0].isalnum() else self._classes.get(word, ())[::-1]
            paths = [node[name] for node in paths for name in (*names, word) if name in node]
            if not paths:
                break
            if ends := [node[END] for node in paths if END in node]:
                best = index + 1, ends[0]
        return best

    def _exactly(self, words: list[str], start: int, end: int) -> list[Meaning] | None:
        node = self._root
        for index in range(start, end):
            if words[index] not in node:
                return None
            node = node[words[index]]
        found: list[Meaning] | None = node.get(END)
        return found


def expanded(pattern: str) -> Iterator[tuple[str, ...]]:
    """Yield every phrase a pattern stands for: `a|b` either, `?a|b` may be left out. The mark of the number is dropped."""
    slots = []
    for slot in pattern.replace(NUMBER_HERE + " ", "").replace(" " + NUMBER_HERE, "").split(" "):
        choices = slot.removeprefix("?").split("|")
        slots.append([(choice,) for choice in choices] + ([()] if slot.startswith("?") and len(slot) > 1 else []))
    for combination in product(*slots):
        yield tuple(word for words in combination for word in words)


def phrases_of(patterns: Iterable[tuple[str, Meaning]], classes: Mapping[str, tuple[str, ...]] | None = None) -> Phrases[Meaning]:
    """Return the patterns as phrases with their meanings; `@name` in a pattern stands for any word of that class."""
    phrases: Phrases[Meaning] = Phrases(classes)
    for pattern, meaning in patterns:
        for words in expanded(pattern):
            phrases.add(words, meaning)
    return phrases
