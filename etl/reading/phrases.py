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

    def add(self, words: Iterable[str], meaning: Meaning) -> None:
        """Remember a meaning of a phrase; a phrase may have several."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(END, []).append(meaning)

    def find(self, words: list[str]) -> Iterator[tuple[int, int, list[Meaning]]]:
        """Yield (first word, word after the last, meanings) of each longest phrase in order, none overlapping another."""
        reached = 0
        for start, word in enumerate(words):
            if start < reached or (word not in self._root and word not in self._classes):
                continue
            if found := self.at(words, start):
                reached = found[0]
                yield start, found[0], found[1]

    def at(self, words: list[str], start: int) -> tuple[int, list[Meaning]] | None:
        """Return the end of the longest phrase that starts there and its meanings, or None."""
        if start >= len(words) or (words[start] not in self._root and words[start] not in self._classes):
            return None
        best: tuple[int, list[Meaning]] | None = None
        open_paths = [(self._root, start)]
        while open_paths:
            node, index = open_paths.pop()
            if END in node and (best is None or index > best[0]):
                best = index, node[END]
            if index < len(words):
                word = words[index]
                if word in node:
                    open_paths.append((node[word], index + 1))
                if self._classes:
                    open_paths += [(following, index + 1) for following in self._wider_steps(node, word)]
        return best

    def before(self, words: list[str], end: int, *, at_most: int = 6) -> tuple[int, list[Meaning]] | None:
        """Return the start of the longest phrase that ends there and its meanings, or None."""
        for start in range(max(0, end - at_most), end):
            if words[start] in self._root and (found := self._exactly(words, start, end)):
                return start, found
        return None

    def _wider_steps(self, node: dict[str, Any], word: str) -> list[dict[str, Any]]:
        """Return where any word, or a word of a class, leads from here."""
        steps = [node[name] for name in self._classes.get(word, ()) if name in node]
        if ANY in node and word[0].isalnum():
            steps.append(node[ANY])
        return steps

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
