"""Events in prose: who did what to which place, when, and who says so."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import tables
from etl.reading.document import document_of
from etl.reading.events import find_events
from etl.reading.extract import known_places, known_speakers

CORPUS = Path(__file__).parents[1] / "corpus"
PUBLISHED_ON = "2020-01-28"
COLUMNS = {"type": "event_type", "area": "area_code"}


def cases(language):
    lines = tomllib.loads((CORPUS / f"events_{language}.toml").read_text(encoding="utf-8"))["text"]
    return [pytest.param(line, language, id=line["text"][:60]) for line in lines]


def read(text, *, language="en", published_on=PUBLISHED_ON):
    day = date.fromisoformat(published_on) if published_on else None
    document = document_of(text, publisher="The Paper", published_on=day, language=language)
    return find_events(document, known_places(), known_speakers())


def seen(event, expected):
    """Return of an event what the corpus line names."""
    days = [str(event["started_on"]), str(event["ended_on"])] if event["ended_on"] else []
    return {name: days if name == "days" else event[COLUMNS.get(name, name)] or "" for name in expected}


@pytest.mark.parametrize(("line", "language"), [*cases("en"), *cases("ar")])
def test_a_sentence_reports_these_events_and_no_others(line, language):
    events, problems = read(line["text"], language=language, published_on=line.get("published_on", PUBLISHED_ON))
    assert [event["event_type"] for event in events] == [expected["type"] for expected in line["events"]]
    assert [seen(event, expected) for event, expected in zip(events, line["events"], strict=True)] == line["events"]
    if "problems" in line:
        assert [problem["reason"] for problem in problems] == line["problems"]


def test_a_third_of_the_sentences_report_nothing():
    lines = tomllib.loads((CORPUS / "events_en.toml").read_text(encoding="utf-8"))["text"]
    assert sum(not line["events"] for line in lines) * 3 >= len(lines)


def test_the_phrase_of_every_event_stands_in_the_text_at_its_span():
    for case in cases("en"):
        text = case.values[0]["text"]
        for event in read(text)[0]:
            assert text[event["span_start"] : event["span_end"]] == event["phrase"]


def test_the_events_of_the_corpus_pass_the_checks_of_their_table():
    events = [event for case in cases("en") for event in read(case.values[0]["text"])[0]]
    tables.EVENTS.check(tables.EVENTS.frame(events))


WORDS = st.sampled_from(
    "captured entered Saraqeb Idlib the town of on Monday in August rebels by , . if denied that said to \n “ ” 2012 was".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=300))
def test_no_text_is_too_strange_and_every_span_is_exact(text):
    events, problems = read(text)
    for row in (*events, *problems):
        assert text[row["span_start"] : row["span_end"]] == row.get("phrase", row.get("excerpt"))
