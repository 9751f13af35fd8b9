"""A scanner finds what its pattern finds when searched for everywhere: whatever the lexicon says, nothing is lost to speed."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.reading.date_words import date_words, digits_in
from etl.reading.event_words import PATTERN, event_words
from etl.reading.gate import lower_words
from etl.reading.place_words import place_words
from etl.reading.places import described_spans
from etl.reading.scanning import Scanner, choice, construction, gate_of_patterns, needed_words
from etl.reading.sentences import split
from etl.reading.spans import Span
from etl.reading.speech_words import speech_words

CORPUS = Path(__file__).parents[1] / "corpus"
LANGUAGES = ("en", "ar")


def texts(language: str) -> Iterator[str]:
    for name in (f"{language}.toml", f"events_{language}.toml"):
        for entries in tomllib.loads((CORPUS / name).read_text(encoding="utf-8")).values():
            yield from (entry if isinstance(entry, str) else entry["text"] for entry in entries)


def scanners(language: str) -> list[Scanner]:
    events, speech, places, dates = event_words(language), speech_words(language), place_words(language), date_words(language)
    return [
        *events.scanners.each,
        *events.before.values(),
        *speech.cues.each,
        *(places.direction, places.level_before, places.inferred),
        *(scanner for _, scanner in places.roles),
        *(pattern.scanner for pattern in dates.patterns),
        *(dates.future, *dates.relations.each),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_scanners_find_in_the_corpus_what_a_plain_search_finds(language: str) -> None:
    for text in texts(language):
        for scanner in scanners(language):
            plain = [found.span() for found in scanner.whole.finditer(text)]
            assert [found.span() for found in scanner.finditer(text, Span(0, len(text)))] == plain
            left = text[: len(text) // 2]
            assert (scanner.search(left) is None) == (scanner.whole.search(left) is None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_of_a_date_is_passed_over_where_it_matches(language: str) -> None:
    for text in texts(language):
        for sentence in split(text):
            held = lower_words(text, sentence)
            for pattern in date_words(language).patterns:
                if pattern.scanner.whole.search(text, sentence.start, sentence.end):
                    assert pattern.may_match(held, digits_in(text, sentence))


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_described_nowhere_but_around_their_hints(language: str) -> None:
    words = place_words(language)
    for text in texts(language):
        assert described_spans(text, words) == [found.span() for found in words.described.finditer(text)]


@pytest.mark.parametrize(
    ("alternatives", "starts"),
    [
        (["said", "says"], {"sai", "say"}),
        (["estimates? (?:by|from)"], {"est"}),
        (["to", "in a statement"], {"to", "in"}),
        (["(?:homes?|houses) in", "from"], {"hom", "hou", "fro"}),
        (["(?<!still )displaced in"], {"dis"}),
        (["(?:(?<=troops )|(?<=army )|(?<!\\w))(?:were|was) inside"], {"wer", "was"}),
        (["(?:the )?town"], {"the", "tow"}),
        (["(?P<when>last|next) week"], {"las", "nex"}),
    ],
)
def test_the_start_of_an_alternative_is_told_from_its_first_letters(alternatives: list[str], starts: set[str]) -> None:
    by_start = choice(alternatives, before=r"(?<!\w)", after=r"(?!\w)").by_start
    assert by_start is not None
    assert set(by_start) == starts


@pytest.mark.parametrize("alternative", [r"\d+ people", "(?:to)?wn", r"(?:the )?\d+", "ex?perts", "to?wn", r"\w+ly"])
def test_an_alternative_that_may_start_anyhow_is_searched_for_everywhere(alternative: str) -> None:
    assert choice(["said", alternative], before=r"(?<!\w)", after=r"(?!\w)").by_start is None


def test_a_construction_that_may_begin_inside_a_word_is_searched_for_everywhere() -> None:
    assert construction("ceasefire").by_start is None
    assert construction(r"\b(?:ceasefire|truce)\b").by_start == {
        "cea": re.compile(r"\b(?:ceasefire|truce)\b", re.IGNORECASE),
        "tru": re.compile(r"\b(?:ceasefire|truce)\b", re.IGNORECASE),
    }


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("last {month}", [{"last"}]),
        ("the (?:past|last) {number} {unit}", [{"the"}, {"past", "last"}]),
        ("(?:the )?{quarter} quarter of {year}", [{"quarter"}, {"of"}]),
        ("(?:next|this coming) {weekday}", [{"next", "this"}]),
        (
            "(?:recent|(?:past|last) (?:few|several)|latest) (?P<unit>days|weeks)",
            [{"recent", "past", "last", "latest"}, {"days", "weeks"}],
        ),
        ("(?:mid-|end of) {month}", [{"mid", "end"}]),
        (r"(?:the|\d) week", [{"week"}]),
        (r"days?|the week", []),
        ("(?:the|a)?week", []),
        ("data shows?", [{"data"}, {"show", "shows"}]),
    ],
)
def test_words_outside_of_what_is_optional_are_needed(pattern: str, needed: list[set[str]]) -> None:
    assert [set(words) for words in needed_words(pattern)] == needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("according to", {"according"}),
        ("has said", {"said"}),
        ("put the number", {"number"}),
        ("estimates? (?:by|of)", {"estimate", "estimates"}),
        ("(?:as )?reported by", {"reported"}),
        (r"said\w*", {"said"}),
    ],
)
def test_a_gate_opens_by_the_words_of_a_pattern_that_are_rarest(pattern: str, words: set[str]) -> None:
    assert gate_of_patterns([pattern], {"has", "the", "to", "by", "of"}).words == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gates_of_speech_and_of_events_open_for_every_sentence_that_holds_one(language: str) -> None:
    speech, events = speech_words(language), event_words(language)
    for text in texts(language):
        for sentence in split(text):
            if any(scanner.whole.search(text, sentence.start, sentence.end) for scanner in speech.cues.each):
                assert speech.gate.opens(text, sentence)
            if any(built != PATTERN for built, _ in (events.meanings[at] for at, _ in events.scanners.finditer(text, sentence))):
                assert events.gate.opens(text, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lexicon_lets_most_patterns_be_found_by_their_starts(language: str) -> None:
    told = [scanner for scanner in scanners(language) if scanner.by_start is not None]
    assert len(told) > 10
