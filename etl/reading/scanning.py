"""Finding patterns only where a word begins as one of them does: what a plain search finds, in a fraction of its time."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Final

from etl.reading.gate import LETTERS, LOWER_LETTERS, N_SENTENCES, Gate, gate_of_first_words, lower_words_in
from etl.reading.spans import Span

N_LETTERS: Final = 3
NOT_INSIDE_A_WORD: Final = ("\\b", "(?<!\\w)", "(?<![\\w/])")
LOOKS_BEHIND: Final = re.compile(r"\(\?<[!=][^()]*\)|\\b")
NOTHING: Final = re.compile(r"\(\?:\|*\)")
OPTIONAL: Final = re.compile(r"\(\?:((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)[?*]")
PLAIN_WORD: Final = re.compile(r"([^\W\d_]+)-?")
OPTIONAL_END: Final = re.compile(r"([^\W\d_]+)([^\W\d_])\?")
GROUP: Final = re.compile(r"\(\?(?::|p<\w+>)", re.IGNORECASE)
WORD_ENDS: Final = (" ", "-", "'", "’", "\\ ", "\\-", "\\s")
MAY_BE_LEFT_OUT: Final = ("?", "*", "{")


class Starts(dict[str, Sequence[int]]):
    """Where words of a stretch of text start with some letters, looked up when first asked for; `letters` are all that do."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._stretch = text, start, end
        self._spaced = ""
        self.letters = frozenset([word[:N_LETTERS] for word in lower_words_in(text, start, end)])

    def __missing__(self, letters: str) -> Sequence[int]:
        text, first, end = self._stretch
        if not self._spaced:
            stretch = text[first:end]
            if not stretch.isascii():
                self |= dict.fromkeys(self.letters, ())
                for found in LETTERS.finditer(text, first, end):
                    begun = found[0][:N_LETTERS].lower()
                    self[begun] = (*self.get(begun, ()), found.start())
                return self[letters]
            self._spaced = f" {stretch.translate(LOWER_LETTERS)} "
        places = self[letters] = _places(self._spaced, letters, first)
        return places


def _places(spaced: str, letters: str, first: int) -> list[int]:
    """Return where words start with the letters, or are the letters where these are fewer than all that is asked for."""
    words, places = f" {letters}" if len(letters) == N_LETTERS else f" {letters} ", []
    at = spaced.find(words)
    while at >= 0:
        places.append(first + at)
        at = spaced.find(words, at + 1)
    return places


starts_of = lru_cache(maxsize=N_SENTENCES)(Starts)  # kept for a while, since many patterns ask for the same


@dataclass(frozen=True, slots=True)
class Scanner:
    """A pattern, and for each start of a word what it can match there; without those starts it is searched for everywhere."""

    whole: re.Pattern[str]
    by_start: Mapping[str, re.Pattern[str]] | None

    def finditer(self, text: str, sentence: Span) -> Iterable[re.Match[str]]:
        """Return every match in a sentence in order, none overlapping another."""
        if self.by_start is None:
            return self.whole.finditer(text, sentence.start, sentence.end)
        return self._matches(text, self.by_start, sentence.start, sentence.end)

    def search(self, text: str, first: int = 0) -> re.Match[str] | None:
        """Return the first match in a text that does not begin before a place."""
        if self.by_start is None:
            return self.whole.search(text, first)
        return next(iter(self._matches(text, self.by_start, 0, len(text), first)), None)

    def _matches(
        self, text: str, by_start: Mapping[str, re.Pattern[str]], start: int, end: int, first: int = 0
    ) -> Iterable[re.Match[str]]:
        places = starts_of(text, start, end)
        held = places.letters & by_start.keys()
        if not held:
            return ()
        tries = sorted([(place, letters) for letters in held for place in places[letters] if place >= first])
        return _matches_at(text, tries, by_start, end)


@dataclass(frozen=True, slots=True)
class Scanners:
    """Scanners that are asked together, in one pass over what words start with.

    `by_start` has, for each start of a word, the positions of the scanners that can match there and what they match;
    `anywhere` are the positions of those that are searched for everywhere.
    """

    each: Sequence[Scanner]
    by_start: Mapping[str, Sequence[tuple[int, re.Pattern[str]]]]
    anywhere: Sequence[int]

    def finditer(self, text: str, sentence: Span) -> list[tuple[int, re.Match[str]]]:
        """Return the matches in a sentence, each with the position of its scanner, a scanner after the other."""
        places = starts_of(text, sentence.start, sentence.end)
        held = places.letters & self.by_start.keys()
        tries = [(at, place, pattern) for start in held for at, pattern in self.by_start[start] for place in places[start]]
        found = [(at, match) for at in self.anywhere for match in self.each[at].finditer(text, sentence)]
        last, reached = -1, 0
        for at, place, pattern in sorted(tries):  # no scanner has two patterns at one place
            if at != last:
                last, reached = at, 0
            if place >= reached and (match := pattern.match(text, place, sentence.end)):
                reached = match.end()
                found.append((at, match))
        return sorted(found, key=itemgetter(0)) if self.anywhere else found


def together(scanners: Sequence[Scanner]) -> Scanners:
    """Return scanners to be asked together."""
    by_start: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for at, scanner in enumerate(scanners):
        for start, pattern in (scanner.by_start or {}).items():
            by_start.setdefault(start, []).append((at, pattern))
    return Scanners(scanners, by_start, [at for at, scanner in enumerate(scanners) if scanner.by_start is None])


def _matches_at(
    text: str, places: Iterable[tuple[int, str]], by_start: Mapping[str, re.Pattern[str]], end: int
) -> Iterator[re.Match[str]]:
    reached = 0
    for place, start in places:
        if place >= reached and (found := by_start[start].match(text, place, end)):
            reached = found.end()
            yield found


def choice(alternatives: Sequence[str], *, before: str, after: str, name: str = "") -> Scanner:
    """Return the scanner of any of the alternatives, the first that fits, between what must stand before and after.

    `before` lets nothing start inside a word. With a name the alternatives are a named group of the matches.
    """
    opening = f"(?P<{name}>" if name else "(?:"

    def framed(some: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"{before}{opening}{'|'.join(some) or '(?!)'}){after}", re.IGNORECASE)

    groups: dict[str | None, list[str]] = {}
    for alternative in alternatives:
        for start in _starts_of(alternative):
            groups.setdefault(start, []).append(alternative)
    by_start = {start: framed(some) for start, some in groups.items() if start is not None}
    return Scanner(framed(alternatives), None if None in groups else by_start)


def construction(pattern: str) -> Scanner:
    """Return the scanner of one pattern."""
    whole = re.compile(pattern, re.IGNORECASE)
    starts = _starts_of(pattern) if pattern.startswith(NOT_INSIDE_A_WORD) else frozenset((None,))
    return Scanner(whole, None if None in starts else {start: whole for start in starts if start is not None})


def needed_words(pattern: str) -> tuple[frozenset[str], ...]:
    """Return sets of words of each of which every match holds one, in lower case: the plain words outside of what is optional."""
    required = without_optional(pattern.lower())
    if len(_parted(required, "|")) > 1:
        return ()
    return tuple(need for part in _parted(required, " ") if (need := _need(part)))


def gate_of_patterns(patterns: Iterable[str], common: Collection[str]) -> Gate:
    """Return the gate of patterns by words that each needs, long ones that are not common, or the word it begins with."""

    def least(words: Iterable[str]) -> tuple[bool, int]:
        return min((word not in common, len(word)) for word in words)

    return Gate(
        frozenset().union(
            *(max(needs, key=least) if (needs := needed_words(one)) else gate_of_first_words([one]).words for one in patterns)
        )
    )


def without_optional(pattern: str) -> str:
    """Return a pattern without the groups that may be left out."""
    return OPTIONAL.sub(_gap, pattern)


def _need(part: str) -> frozenset[str]:
    """Return the words one of which a part of a pattern takes: a plain word, or one of each alternative of a group."""
    if word := PLAIN_WORD.fullmatch(part):
        return frozenset((word[1],))
    if word := OPTIONAL_END.fullmatch(part):
        return frozenset((word[1], word[1] + word[2]))
    group = GROUP.match(part)
    if group is None or _group_end(part) != len(part):
        return frozenset()
    each = [needed_words(alternative) for alternative in _parted(part[group.end() : -1], "|")]
    return frozenset().union(*(needs[0] for needs in each)) if all(each) else frozenset()


def _gap(optional: re.Match[str]) -> str:
    """Return what stands for an optional group: nothing where it brings its own space, else a mark that joins its neighbours."""
    inner = optional[1]
    if inner.startswith(" ") and "|" not in inner:
        return ""
    return "" if all(part.endswith((" ", " )")) for part in _parted(inner, "|")) else "\0"


def _starts_of(pattern: str) -> frozenset[str | None]:
    """Return the letters that a word must start with for a pattern to begin there; None among them where some cannot be told."""
    pattern = NOTHING.sub("", LOOKS_BEHIND.sub("", pattern))
    alternatives = _parted(pattern, "|")
    if len(alternatives) > 1:
        return frozenset(start for alternative in alternatives for start in _starts_of(alternative))
    if group := GROUP.match(pattern):
        end = _group_end(pattern)
        starts, rest = _starts_of(pattern[group.end() : end - 1]), pattern[end:]
        if rest.lstrip("?*")[:1].isalpha():  # what stands in the group is no whole word
            starts = frozenset(start if start and len(start) == N_LETTERS else None for start in starts)
        return starts | _starts_of(rest[1:]) if rest.startswith(MAY_BE_LEFT_OUT) else starts
    return frozenset((_start_of(pattern),))


def _start_of(pattern: str) -> str | None:
    letters = LETTERS.match(pattern.lower())
    if letters is None:
        return None
    start, rest = letters[0], pattern[letters.end() :]
    is_whole = not rest or rest.startswith(WORD_ENDS)
    start = start[:-1] if rest.startswith(MAY_BE_LEFT_OUT) else start
    return start[:N_LETTERS] if is_whole or len(start) >= N_LETTERS else None


def _parted(pattern: str, divider: str) -> list[str]:
    """Return the parts of a pattern between the dividers that stand outside of brackets."""
    parts, depth = [""], 0
    for mark in pattern:
        depth += (mark in "([") - (mark in ")]")
        if mark == divider and depth == 0:
            parts.append("")
        else:
            parts[-1] += mark
    return parts


def _group_end(pattern: str) -> int:
    """Return where the group that opens a pattern ends."""
    depth = 0
    for at, mark in enumerate(pattern):
        depth += (mark == "(") - (mark == ")")
        if depth == 0:
            return at + 1
    return len(pattern)
