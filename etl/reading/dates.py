"""Days and periods in a text, relative to the day of publication and in the past unless the words say otherwise."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache, partial

from etl.reading.date_words import RELATIONS, DateWords, date_words, digits_in, possible_patterns
from etl.reading.days import Period
from etl.reading.gate import N_SENTENCES, has_digit, lower_words
from etl.reading.lexicon import Lexicon
from etl.reading.sentences import split
from etl.reading.spans import DateMention, Span
from etl.reading.written import Written, meaning
from etl.vocabulary import DateAccuracy

N_CHARS_BEFORE = 80
CLAUSE_END = re.compile(r"[.;:!?\n؛؟](?=\s)")
KINDS_AHEAD = frozenset(("day", "days", "weekday"))
PAST_KINDS = frozenset(("past", "open"))
RUNNING_WORDS = frozenset(("since new year", "since first"))
N_CHARS_HEAD = 400
ONE_SENTENCE = 400
DATELINE_LENGTH = 60
DATELINE_END = re.compile(r"\s*(?:\([^)\n]{2,30}\)\s*[-–—]|[-–—]{1,2}\s)")
Match = tuple[str, re.Match[str]]


class Dates:
    """The days and periods of the sentences of a text, found when first asked for; none runs on from one to the next."""

    def __init__(self, text: str, sentences: Sequence[Span], lexicon: Lexicon, published_on: date | None) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._words = date_words(lexicon.language)
        self._published_on = published_on
        self._found: dict[int, list[DateMention]] = {}
        self._n_in_order = 0

    def every(self) -> list[DateMention]:
        """Return all of them in order."""
        return [mention for at in range(len(self._sentences)) for mention in self._joined(at)]

    def inside(self, stretch: Span) -> list[DateMention]:
        """Return those that begin in a sentence, or in a stretch of one."""
        at = bisect_right(self._starts, stretch.start) - 1
        return [mention for mention in self._joined(at) if stretch.start <= mention.start < stretch.end]

    def _joined(self, at: int) -> list[DateMention]:
        return _with_ranges(self._text, self._starts[0], self._of(at), self._words)

    def _of(self, at: int) -> list[DateMention]:
        """Return the dates of a sentence; nothing before the first of the sentences tells what they mean."""
        if at not in self._found:
            mentions = self._found[at] = []
            text, first, words = self._text, self._starts[0], self._words
            matches = _matches(text, self._sentences[at], words)
            for kind, found in _longest(match for match in matches if _is_date(text, first, match, words)):
                is_future = kind in KINDS_AHEAD and _looks_ahead(_left(text, first, found), words)
                written = Written(_parts(found), words.lexicon, self._published_on, partial(self._before, at), is_future)
                if (period := meaning(kind, written)) is not None:
                    mentions.append(_mention(text, first, kind, found, period, words, self._published_on))
        return self._found[at]

    def _before(self, at: int) -> Period | None:
        """Return the last date found so far up to a sentence, which "the same day" refers to."""
        while self._n_in_order < at:  # from the first on, so that each finds its own before it
            self._n_in_order += 1
            self._of(self._n_in_order - 1)
        last = next((self._found[index][-1] for index in range(at, -1, -1) if self._found[index]), None)
        return Period(last.first, last.last, last.accuracy) if last else None


def find_dates(text: str, lexicon: Lexicon, published_on: date | None) -> list[DateMention]:
    """Return the days and periods of a text in order. Without a day of publication, those that need it have no days."""
    return dates_of(text, lexicon, published_on).every()


def dates_of(text: str, lexicon: Lexicon, published_on: date | None) -> Dates:
    """Return the days and periods of a text, to be asked for by sentence."""
    sentences = split(text) if len(text) > ONE_SENTENCE else [Span(0, len(text))]
    return Dates(text, sentences, lexicon, published_on)


def find_dates_of(text: str, sentence: Span, lexicon: Lexicon, published_on: date | None) -> list[DateMention]:
    """Return the days and periods of one sentence in order, read by itself: no word before it says what they mean."""
    return Dates(text, [sentence], lexicon, published_on).every()


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


def _matches(text: str, sentence: Span, words: DateWords) -> tuple[Match, ...]:
    """Return what looks like a date in a sentence."""
    if words.openers.isdisjoint(lower_words(text, sentence)) and not has_digit(text, sentence):
        return ()
    return _matches_in(text, sentence.start, sentence.end, words)


@lru_cache(maxsize=N_SENTENCES)
def _matches_in(text: str, start: int, end: int, words: DateWords) -> tuple[Match, ...]:
    """Return what looks like a date in a stretch of text; kept for a while, since figures and events both ask for it."""
    sentence = Span(start, end)
    patterns = possible_patterns(words, lower_words(text, sentence) & words.vocabulary, digits_in(text, sentence))
    return tuple([(pattern.kind, found) for pattern in patterns for found in pattern.scanner.finditer(text, sentence)])


def _longest(matches: Iterable[Match]) -> Iterator[Match]:
    """Yield matches in order of the text, none overlapping another; of two that start together the longer."""
    end = 0
    for kind, found in sorted(matches, key=lambda match: (match[1].start(), -match[1].end())):
        if found.start() >= end:
            yield kind, found
            end = found.end()


def _parts(found: re.Match[str]) -> dict[str, str]:
    return {name: value for name, value in found.groupdict().items() if value is not None}


def _left(text: str, first: int, found: re.Match[str]) -> str:
    """Return the words before a match that may tell what it means."""
    return text[max(first, found.start() - N_CHARS_BEFORE) : found.start()]


def _is_date(text: str, first: int, match: Match, words: DateWords) -> bool:
    """Say whether a bare month or year is one: "may" and "march" are verbs, and 2000 is a number too."""
    kind, found = match
    section, month = words.lexicon["dates"], found["month"] if "month" in found.re.groupindex else None
    if month and section["capitalised"] and not month[0].isupper():
        return False
    if kind == "month" and month and month.lower() in section["months_also_words"]:
        return words.before_month.search(_left(text, first, found)) is not None
    if kind == "days" and words.listing.search(found.group()):
        return words.starts_range.search(_left(text, first, found)) is not None
    if kind == "year" and found.end() - found.start() == len("2020"):
        is_after_cue = words.before_year.search(_left(text, first, found)) is not None
        return is_after_cue and words.not_after.match(text, found.end()) is not None
    return True


def _looks_ahead(left: str, words: DateWords) -> bool:
    clause_start = max((found.end() for found in CLAUSE_END.finditer(left)), default=0)
    return words.future.search(left, clause_start) is not None


def _mention(
    text: str, first: int, kind: str, found: re.Match[str], period: Period, words: DateWords, published_on: date | None
) -> DateMention:
    relation = _relation(text, first, kind, found, period, words)
    if relation == "before":  # "before 2021" ends on the last day of 2020
        last = period.first - timedelta(days=1) if period.first else None
        return DateMention(*found.span(), "until", None, last, period.accuracy)
    return DateMention(
        *found.span(),
        relation,
        None if relation == "until" else period.first,
        published_on if relation == "since" else period.last,
        period.accuracy,
    )


def _relation(text: str, first: int, kind: str, found: re.Match[str], period: Period, words: DateWords) -> str:
    if kind in PAST_KINDS:
        return "past"
    if kind == "days":
        return "during"
    word = found["word"] if "word" in found.re.groupindex else None
    if word and words.lexicon["dates"]["words"].get(" ".join(word.lower().split())) in RUNNING_WORDS:
        return "since"
    left = _left(text, first, found)
    if cues := words.relations.finditer(left, Span(0, len(left))):
        return RELATIONS[cues[0][0]]
    return "on" if period.accuracy is DateAccuracy.DAY and period.first == period.last else "during"


def _with_ranges(text: str, first: int, mentions: list[DateMention], words: DateWords) -> list[DateMention]:
    """Return the mentions with "from A to B" and "A - B" joined to one period."""
    joined: list[DateMention] = []
    for mention in mentions:
        if joined and _is_range(text, first, joined[-1], mention, words):
            joined.append(_range(joined.pop(), mention))
        else:
            joined.append(mention)
    return joined


def _is_range(text: str, first: int, one: DateMention, other: DateMention, words: DateWords) -> bool:
    if one.relation == "past" or other.relation == "past" or not words.joins.fullmatch(text, one.end, other.start):
        return False
    has_dash = text[one.end : other.start].strip() in ("-", "–", "—")
    return has_dash or words.starts_range.search(text[max(first, one.start - N_CHARS_BEFORE) : one.start]) is not None


def _range(first: DateMention, second: DateMention) -> DateMention:
    """Return the period between two days; a year written once, at the end, is the year of both."""
    start, end = first.first, second.last
    if start and end and start > end:
        years_apart = start.year - end.year
        start = start.replace(year=start.year - years_apart, day=min(start.day, 28 if start.month == 2 else start.day))
        if start > end:
            start = start.replace(year=start.year - 1)
    return replace(first, end=second.end, relation="during", first=start, last=end, accuracy=second.accuracy)
