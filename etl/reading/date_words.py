"""The words of dates of one language, compiled from `[dates]` of its lexicon."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from etl.reading.gate import gate_of, has_digit
from etl.reading.lexicon import Lexicon
from etl.reading.scanning import Scanner, Scanners, choice, construction, needed_words, together, without_optional
from etl.reading.spans import Span

IN_DIGITS = re.compile(r"\d(?:[/.]\d|(?<=1)9\d\d|(?<=2)0\d\d)")  # searched by its first digit, for speed
NO_DIGITS, ANY_DIGITS, DATES_IN_DIGITS = range(3)
RELATIONS = ("since", "before", "until", "on")  # the first of them that stands before a date holds
SPACE = r"[\s\u00a0-]{1,2}"


@dataclass(frozen=True, slots=True)
class DatePattern:
    """One way to write a date.

    A sentence must hold a word of each of `needs`, and `digits`: none, any, or those of a date in digits.
    """

    kind: str
    scanner: Scanner
    needs: tuple[frozenset[str], ...]
    digits: int

    def may_match(self, held: frozenset[str], digits: int) -> bool:
        """Say whether a sentence with these words and digits holds what the pattern takes."""
        return digits >= self.digits and not any(need.isdisjoint(held) for need in self.needs)


@dataclass(frozen=True, eq=False)
class DateWords:
    """The date patterns of one language, compiled from its lexicon. `relations` are in the order of RELATIONS."""

    lexicon: Mapping[str, Any]
    patterns: tuple[DatePattern, ...]
    openers: frozenset[str]
    vocabulary: frozenset[str]
    relations: Scanners
    before_month: re.Pattern[str]
    before_year: re.Pattern[str]
    not_after: re.Pattern[str]
    joins: re.Pattern[str]
    listing: re.Pattern[str]
    starts_range: re.Pattern[str]
    future: Scanner
    compared: re.Pattern[str]
    now: re.Pattern[str]
    issued: re.Pattern[str]


@lru_cache
def date_words(language: str) -> DateWords:
    """Return the compiled patterns of a language."""
    lexicon = Lexicon.load(language).sections
    section = lexicon["dates"]
    slots = _slots(lexicon)

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(_filled(text, slots), re.IGNORECASE)

    kinds = [("word", "{word}"), ("open", section["recent"]), *section["periods"], *section["points"]]
    patterns = tuple(_date_pattern(kind, text, pattern, lexicon) for kind, text in kinds)
    return DateWords(
        lexicon=lexicon,
        patterns=patterns,
        openers=frozenset(word for one in patterns if not one.digits for word in one.needs[0]),
        vocabulary=frozenset(word for one in patterns for need in one.needs for word in need),
        relations=together([construction(rf"(?<!\w)(?:{_filled(section[name], slots)})\s+\Z") for name in RELATIONS]),
        before_month=pattern(rf"(?<!\w){section['before_month']}\Z"),
        before_year=pattern(rf"(?<!\w){section['before_year']}\Z"),
        not_after=pattern(section["not_after"]),
        joins=pattern(rf"\s*{section['joins']}\s*"),
        listing=pattern(section["listing"]),
        starts_range=pattern(rf"(?<!\w){section['starts_range']}\s+\Z"),
        future=construction(_filled(section["future"], slots)),
        compared=pattern(section["compared"]),
        now=pattern(section["now"]),
        issued=pattern(section["issued"]),
    )


@lru_cache(maxsize=4096)
def possible_patterns(words: DateWords, held: frozenset[str], digits: int) -> tuple[DatePattern, ...]:
    """Return the patterns that a sentence with these words may hold; sentences hold the same few again and again."""
    return tuple(pattern for pattern in words.patterns if pattern.may_match(held, digits))


def _filled(text: str, slots: Mapping[str, str]) -> str:
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    return text


def _slots(lexicon: Mapping[str, Any]) -> dict[str, str]:
    section = lexicon["dates"]
    ordinals = "".join(f"|{word}" for word in _escaped(section.get("ordinals", {})))
    return {
        "not_after": section["not_after"],
        "word": f"(?P<word>{_choice(section['words'])})",
        "day2": r"(?P<day2>\d{1,2})",
        "day": rf"(?P<day>\d{{1,2}}{ordinals})",
        "month2": r"(?P<month_number>\d{2})",
        "month": rf"(?P<month>{_choice(lexicon['months'])})(?:\.(?=\s?[\d,]))?",
        "year": r"(?P<year>(?:19|20)\d\d)",
        "first": r"(?P<first>\d{1,2})",
        "second": r"(?P<second>\d{1,2})",
        "weekday": rf"(?P<weekday>{_choice(lexicon['weekdays'])})",
        "number": rf"(?P<number>\d{{1,3}}|{_choice(section['numbers'])})",
        "dual": rf"(?P<dual>{_choice(section.get('duals', {}))})",
        "unit": rf"(?P<unit>{_choice(section['units'])})",
        "part": rf"(?P<part>{_choice(section['parts'])})",
        "quarter": rf"(?P<quarter>{_choice(section['quarters'])})",
    }


def _date_pattern(kind: str, text: str, compiled: Callable[[str], re.Pattern[str]], lexicon: Mapping[str, Any]) -> DatePattern:
    opening = lexicon["dates"].get("opening", r"(?<![\w/])")
    scanner = construction(compiled(rf"{opening}{text.replace(' ', SPACE)}(?!\w)").pattern)
    if text == "{word}":
        escaped = _escaped(lexicon["dates"]["words"])
        scanner = choice(escaped, before=r"(?<![\w/])", after=r"(?!\w)", name="word")
    section, opener = lexicon["dates"], _opener(text, lexicon)
    needs = needed_words(_filled(text, {name: f"(?:{'|'.join(section[name + 's'])})" for name in ("part", "quarter")}))
    if opener is None:
        return DatePattern(kind, scanner, needs, DATES_IN_DIGITS)
    in_digits = ("{year}",) if section.get("ordinals") else ("{day}", "{year}")
    has_number = any(slot in without_optional(text) for slot in in_digits)
    return DatePattern(kind, scanner, (opener, *needs), ANY_DIGITS if has_number else NO_DIGITS)


def digits_in(text: str, sentence: Span) -> int:
    """Return whether a sentence has digits that may be a year or a whole date, any digits, or none."""
    if not has_digit(text, sentence):
        return NO_DIGITS
    return DATES_IN_DIGITS if IN_DIGITS.search(text, sentence.start, sentence.end) else ANY_DIGITS


def _opener(pattern: str, lexicon: Mapping[str, Any]) -> frozenset[str] | None:
    """Return the words one of which a sentence must hold for a pattern; None where it takes digits."""
    section = lexicon["dates"]
    if "{month}" in pattern:
        return gate_of(lexicon["months"]).words
    if "{weekday}" in pattern:
        return gate_of(lexicon["weekdays"]).words
    if "{quarter}" in pattern and "{year}" not in pattern:
        return gate_of(section["quarters"]).words
    if "{dual}" in pattern:
        return gate_of(section["duals"]).words
    if "{unit}" in pattern or "(?P<unit>" in pattern:
        return gate_of(section["units"]).words
    return gate_of(section["words"], lexicon["detection"]["common"]).words if "{word}" in pattern else None


def _choice(words: Iterable[str]) -> str:
    return "|".join(_escaped(words))


def _escaped(words: Iterable[str]) -> list[str]:
    return [re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)]
