"""Phrases as paths in a tree of words, so that finding the longest one at a place costs no more than reading it.

In a pattern `a|b` stands for either word, `?a|b` may be left out, `*` is any word, `@name` any word of a class, and `~`
marks where the number stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Final, Generic, TypeVar

NUMBER_HERE: Final = "~"
END: Final = ""
ANY: Final = "*"

Meaning = TypeVar("Meaning")
Node = dict[str, Any]


@dataclass(slots=True)
class Read(Generic[Meaning]):
    """Every path through the tree that the words read so far open at once, the wider first, and what the widest to end means.

    `after` is what each next word makes of them, worked out when it is first read.
    """

    paths: Sequence[Node]
    meanings: list[Meaning] | None
    after: dict[str, "Read[Meaning] | None"] = field(default_factory=dict)


class Phrases(Generic[Meaning]):
    """Phrases by their words, each with what it means; the longest one wins. A word may also be met by a class it is in."""

    def __init__(self, classes: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._root: Node = {}
        self._classes = classes or {}
        self._wide: set[str] = set()  # first words of phrases in which any word may stand
        self._vocabulary: set[str] = set(self._classes)
        self._first_words: set[str] = set()
        self._begun: set[str] = set()
        self._last_words: set[str] = set()
        self._nothing: Read[Meaning] = Read([self._root], None)

    def add(self, words: Iterable[str], meaning: Meaning) -> None:
        """Remember a meaning of a phrase; a phrase may have several. One without words is left out."""
        node, path = self._root, tuple(words)
        if not path:
            return
        for word in path:
            node = node.setdefault(word, {})
        node.setdefault(END, []).append(meaning)
        self._last_words.add(path[-1])
        self._vocabulary.update(path)
        if ANY in path:
            self._wide.add(path[0])
        self._nothing.after.clear()
        if path[0] not in self._begun:
            self._begun.add(path[0])
            self._first_words |= {path[0], *(word for word, names in self._classes.items() if path[0] in (ANY, *names))}

    def may_stand_in(self, words: list[str]) -> bool:
        """Say whether a word stands there that a phrase can begin with."""
        return not self._first_words.isdisjoint(words)

    def find(self, words: list[str]) -> Iterator[tuple[int, int, list[Meaning]]]:
        """Yield (first word, word after the last, meanings) of each longest phrase in order, none overlapping another."""
        if self._first_words.isdisjoint(words):
            return
        reached = 0
        for start, word in enumerate(words):
            if word in self._first_words and start >= reached and (found := self.at(words, start)):
                reached = found[0]
                yield start, found[0], found[1]

    def at(self, words: list[str], start: int) -> tuple[int, list[Meaning]] | None:
        """Return the end of the longest phrase that starts there and its meanings, or None."""
        if start >= len(words) or (word := words[start]) not in self._first_words:
            return None
        if self._classes or word in self._wide:
            return self._wider_at(words, start)
        best: tuple[int, list[Meaning]] | None = None
        node, index = self._root[word], start + 1
        while node is not None:
            if END in node:
                best = index, node[END]
            node = node.get(words[index]) if index < len(words) else None
            index += 1
        return best

    def before(self, words: list[str], end: int, *, at_most: int = 6) -> tuple[int, list[Meaning]] | None:
        """Return the start of the longest phrase that ends there and its meanings, or None."""
        if end <= 0 or words[end - 1] not in self._last_words:
            return None
        for start in range(max(0, end - at_most), end):
            if words[start] in self._root and (found := self._exactly(words, start, end)):
                return start, found
        return None

    def _wider_at(self, words: list[str], start: int) -> tuple[int, list[Meaning]] | None:
        """Return the longest phrase where words are also met by class."""
        best: tuple[int, list[Meaning]] | None = None
        read = self._nothing
        for index in range(start, len(words)):
            word = words[index]
            if word not in self._vocabulary:
                word = ANY if word[0].isalnum() else END  # one entry for all of them, so that memory stays bounded
            following = read.after[word] if word in read.after else self._read_on(read, word)
            if following is None:
                break
            read = following
            if read.meanings:
                best = index + 1, read.meanings
        return best

    def _read_on(self, read: Read[Meaning], word: str) -> Read[Meaning] | None:
        """Return, and keep, what a next word makes of the paths that are open."""
        classes = self._classes.get(word, ())[::-1]
        names = (ANY, *classes, word) if word[:1].isalnum() else (*classes, word)
        paths = [node[name] for node in read.paths for name in names if name and name in node]
        ends = (node[END] for node in paths if END in node)
        read.after[word] = Read(paths, next(ends, None)) if paths else None
        return read.after[word]

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
