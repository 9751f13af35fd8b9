"""Days and periods in a text, relative to the day of publication and in the past unless the words say otherwise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from etl.reading.days import Period
from etl.reading.gate import Gate, gate_of, lower_words
from etl.reading.lexicon import Lexicon
from etl.reading.sentences import split
from etl.reading.spans import DateMention, Span
from etl.reading.written import Written, meaning
from etl.vocabulary import DateAccuracy

N_CHARS_BEFORE = 80
IN_DIGITS = re.compile(r"(?:19|20)\d\d|\d[/.]\d")
CLAUSE_END = re.compile(r"[.;:!?\n؛؟](?=\s)")
SPACE = r"[\s\u00a0-]{1,2}"
PAST_KINDS = frozenset(("past", "open"))
RUNNING_WORDS = frozenset(("since new year", "since first"))
N_CHARS_HEAD = 400
ONE_SENTENCE = 400
DATELINE_LENGTH = 60
DATELINE_END = re.compile(r"\s*(?:\([^)\n]{2,30}\)\s*[-–—]|[-–—]{1,2}\s)")
Match = tuple[str, re.Match[str]]


@dataclass(frozen=True)
class DateWords:
    """The date patterns of one language, compiled from its lexicon."""

    lexicon: Mapping[str, Any]
    patterns: tuple[tuple[str, re.Pattern[str], Gate | None], ...]
    relations: tuple[tuple[str, re.Pattern[str]], ...]
    before_month: re.Pattern[str]
    before_year: re.Pattern[str]
    not_after: re.Pattern[str]
    joins: re.Pattern[str]
    listing: re.Pattern[str]
    starts_range: re.Pattern[str]
    future: re.Pattern[str]
    issued: re.Pattern[str]


@lru_cache
def date_words(language: str) -> DateWords:
    """Return the compiled patterns of a language."""
    lexicon = Lexicon.load(language).sections
    section = lexicon["dates"]
    slots = _slots(lexicon)

    def pattern(text: str) -> re.Pattern[str]:
        for name, value in slots.items():
            text = text.replace("{" + name + "}", value)
        return re.compile(text, re.IGNORECASE)

    kinds = [("word", "{word}"), ("open", section["recent"]), *section["periods"], *section["points"]]
    return DateWords(
        lexicon=lexicon,
        patterns=tuple(
            (kind, pattern(rf"(?<![\w/]){text.replace(' ', SPACE)}(?!\w)"), _gate(text, lexicon)) for kind, text in kinds
        ),
        relations=tuple((name, pattern(rf"(?<!\w)(?:{section[name]})\s+\Z")) for name in ("since", "until", "on")),
        before_month=pattern(rf"(?<!\w){section['before_month']}\Z"),
        before_year=pattern(rf"(?<!\w){section['before_year']}\Z"),
        not_after=pattern(section["not_after"]),
        joins=pattern(rf"\s*{section['joins']}\s*"),
        listing=pattern(section["listing"]),
        starts_range=pattern(rf"(?<!\w){section['starts_range']}\s+\Z"),
        future=pattern(section["future"]),
        issued=pattern(section["issued"]),
    )


def _slots(lexicon: Mapping[str, Any]) -> dict[str, str]:
    section = lexicon["dates"]
    return {
        "not_after": section["not_after"],
        "word": f"(?P<word>{_choice(section['words'])})",
        "day2": r"(?P<day2>\d{1,2})",
        "day": r"(?P<day>\d{1,2})",
        "month2": r"(?P<month_number>\d{2})",
        "month": rf"(?P<month>{_choice(lexicon['months'])})(?:\.(?=\s?[\d,]))?",
        "year": r"(?P<year>(?:19|20)\d\d)",
        "first": r"(?P<first>\d{1,2})",
        "second": r"(?P<second>\d{1,2})",
        "weekday": rf"(?P<weekday>{_choice(lexicon['weekdays'])})",
        "number": rf"(?P<number>\d{{1,3}}|{_choice(section['numbers'])})",
        "unit": rf"(?P<unit>{_choice(section['units'])})",
        "part": rf"(?P<part>{_choice(section['parts'])})",
        "quarter": rf"(?P<quarter>{_choice(section['quarters'])})",
    }


def _gate(pattern: str, lexicon: Mapping[str, Any]) -> Gate | None:
    """Return the words one of which a sentence must hold for a pattern; None where it takes digits."""
    section = lexicon["dates"]
    if "{month}" in pattern:
        return gate_of(lexicon["months"])
    if "{weekday}" in pattern:
        return gate_of(lexicon["weekdays"])
    if "{unit}" in pattern or "(?P<unit>" in pattern:
        return gate_of(section["units"])
    return gate_of(section["words"]) if "{word}" in pattern else None


def _choice(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def find_dates(text: str, lexicon: Lexicon, published_on: date | None) -> list[DateMention]:
    """Return the days and periods of a text in order. Without a day of publication, those that need it have no days."""
    return list(_dates(text, lexicon.language, published_on))


@lru_cache(maxsize=2)
def _dates(text: str, language: str, published_on: date | None) -> tuple[DateMention, ...]:
    """Find the dates of a text; the last one is kept, for figures and events both ask for it."""
    words = date_words(language)
    mentions: list[DateMention] = []
    for kind, found in _longest(_matches(text, words)):
        before = Period(mentions[-1].first, mentions[-1].last, mentions[-1].accuracy) if mentions else None
        written = Written(_parts(found), words.lexicon, published_on, before, _looks_ahead(text, found.start(), words))
        if (period := meaning(kind, written)) is not None:
            mentions.append(_mention(text, kind, found, period, words, published_on))
    return tuple(_with_ranges(text, mentions, words))


def find_dateline(text: str, lexicon: Lexicon) -> date | None:
    """Return the day of publication that the head of a text gives: a full date in its dateline or after "as of", "published"."""
    words = date_words(lexicon.language)
    head = text[:N_CHARS_HEAD]
    for mention in find_dates(head, lexicon, None):
        if mention.accuracy is not DateAccuracy.DAY or mention.first is None or mention.first != mention.last:
            continue
        line_start = head.rfind("\n", 0, mention.start) + 1
        line_end = head.find("\n", mention.end)
        line = head[line_start : line_end if line_end >= 0 else len(head)]
        is_alone = len(line) < DATELINE_LENGTH and not line.rstrip().endswith(".")
        if (
            is_alone
            or DATELINE_END.match(head, mention.end)
            or words.issued.search(head[max(0, mention.start - N_CHARS_BEFORE) : mention.start])
        ):
            return mention.first
    return None


def _matches(text: str, words: DateWords) -> Iterator[Match]:
    for sentence in split(text) if len(text) > ONE_SENTENCE else [Span(0, len(text))]:
        held = frozenset(lower_words(text, sentence))
        has_digits = IN_DIGITS.search(text, sentence.start, sentence.end) is not None
        for kind, pattern, gate in words.patterns:
            if has_digits if gate is None else not gate.words.isdisjoint(held):
                for found in pattern.finditer(text, sentence.start, sentence.end):
                    if _is_date(text, kind, found, words):
                        yield kind, found


def _longest(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield matches in order of the text, none overlapping another; of two that start together the longer."""
    end = 0
    for kind, found in sorted(matches, key=lambda match: (match[1].start(), -match[1].end())):
        if found.start() >= end:
            yield kind, found
            end = found.end()


def _parts(found: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in found.groupdict().items() if value is not None}


def _is_date(text: str, kind: str, found: re.Match[str], words: DateWords) -> bool:
    """Say whether a bare month or year is one: "may" and "march" are verbs, and 2000 is a number too."""
    section, month = words.lexicon["dates"], found.groupdict().get("month")
    if month and section["capitalised"] and not month[0].isupper():
        return False
    left = text[max(0, found.start() - N_CHARS_BEFORE) : found.start()]
    if kind == "month" and month and month.lower() in section["months_also_words"]:
        return words.before_month.search(left) is not None
    if kind == "days" and words.listing.search(found.group()):
        return words.starts_range.search(left) is not None
    if kind == "year" and found.end() - found.start() == len("2020"):
        return words.before_year.search(left) is not None and words.not_after.match(text, found.end()) is not None
    return True


def _looks_ahead(text: str, start: int, words: DateWords) -> bool:
    return words.future.search(CLAUSE_END.split(text[max(0, start - N_CHARS_BEFORE) : start])[-1]) is not None


def _mention(
    text: str, kind: str, found: re.Match[str], period: Period, words: DateWords, published_on: date | None
) -> DateMention:
    start, end = found.span()
    relation = _relation(text, kind, found, period, words)
    first, last = period.first, period.last
    if relation == "since":
        last = published_on
    if relation == "until":
        first = None
    return DateMention(start, end, relation, first, last, period.accuracy)


def _relation(text: str, kind: str, found: re.Match[str], period: Period, words: DateWords) -> str:
    if kind in PAST_KINDS:
        return "past"
    if kind == "days":
        return "during"
    word = found.groupdict().get("word")
    if word and words.lexicon["dates"]["words"].get(" ".join(word.lower().split())) in RUNNING_WORDS:
        return "since"
    left = text[max(0, found.start() - N_CHARS_BEFORE) : found.start()]
    for name, cue in words.relations:
        if cue.search(left):
            return name
    return "on" if period.accuracy is DateAccuracy.DAY and period.first == period.last else "during"


def _with_ranges(text: str, mentions: list[DateMention], words: DateWords) -> list[DateMention]:
    """Return the mentions with "from A to B" and "A - B" joined to one period."""
    joined: list[DateMention] = []
    for mention in mentions:
        if joined and _is_range(text, joined[-1], mention, words):
            first = joined.pop()
            joined.append(_range(first, mention))
        else:
            joined.append(mention)
    return joined


def _is_range(text: str, first: DateMention, second: DateMention, words: DateWords) -> bool:
    if first.relation == "past" or second.relation == "past" or not words.joins.fullmatch(text, first.end, second.start):
        return False
    has_dash = text[first.end : second.start].strip() in ("-", "–", "—")
    return has_dash or words.starts_range.search(text[max(0, first.start - N_CHARS_BEFORE) : first.start]) is not None


def _range(first: DateMention, second: DateMention) -> DateMention:
    """Return the period between two days; a year written once, at the end, is the year of both."""
    start, end = first.first, second.last
    if start and end and start > end:
        years_apart = start.year - end.year
        start = start.replace(year=start.year - years_apart, day=min(start.day, 28 if start.month == 2 else start.day))
        if start > end:
            start = start.replace(year=start.year - 1)
    return replace(first, end=second.end, relation="during", first=start, last=end, accuracy=second.accuracy)
