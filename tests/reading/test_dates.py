"""Days and periods in prose, relative to the day of publication and in the past unless the words say otherwise."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.dates import dates_of, find_dateline, find_dates
from etl.reading.lexicon import Lexicon
from etl.reading.sentences import split

ENGLISH = Lexicon.load("en")
TUESDAY = date(2020, 1, 28)


def found(text, published_on=TUESDAY):
    """Return (words, relation, first, last, accuracy) of every date of a text."""
    mentions = find_dates(text, ENGLISH, published_on)
    days = [tuple(str(day) if day else None for day in (mention.first, mention.last)) for mention in mentions]
    return [(text[m.start : m.end], m.relation, *pair, m.accuracy.value) for m, pair in zip(mentions, days, strict=True)]


@pytest.mark.parametrize(
    ("text", "words", "relation", "first", "last", "accuracy"),
    [
        ("They entered the town on Tuesday.", "Tuesday", "on", "2020-01-28", "2020-01-28", "day"),
        ("On Monday, she said so.", "Monday", "on", "2020-01-27", "2020-01-27", "day"),
        ("It began on Wednesday.", "Wednesday", "on", "2020-01-22", "2020-01-22", "day"),
        ("It began last Tuesday.", "last Tuesday", "on", "2020-01-21", "2020-01-21", "day"),
        ("Talks will resume on Friday.", "Friday", "on", "2020-01-31", "2020-01-31", "day"),
        ("They meet next Monday.", "next Monday", "on", "2020-02-03", "2020-02-03", "day"),
        ("It was taken in August.", "August", "during", "2019-08-01", "2019-08-31", "month"),
        ("It was taken last August.", "last August", "during", "2019-08-01", "2019-08-31", "month"),
        ("Snow fell in January.", "January", "during", "2020-01-01", "2020-01-28", "month"),
        ("Before 2019 they lived there.", "2019", "until", None, "2018-12-31", "year"),
        ("They fled before 12 January.", "12 January", "until", None, "2020-01-11", "day"),
        ("They fled by 12 January.", "12 January", "until", None, "2020-01-12", "day"),
        ("They fled since 1 December.", "1 December", "since", "2019-12-01", "2020-01-28", "day"),
        ("They fled since December 1, 2019.", "December 1, 2019", "since", "2019-12-01", "2020-01-28", "day"),
        ("They fled from 1 to 29 December.", "1 to 29 December", "during", "2019-12-01", "2019-12-29", "day"),
        ("They fled between 12 and 25 December.", "12 and 25 December", "during", "2019-12-12", "2019-12-25", "day"),
        ("From 12 December to 5 January they fled.", "12 December to 5 January", "during", "2019-12-12", "2020-01-05", "day"),
        ("28 April - 6 May 2019", "28 April - 6 May 2019", "during", "2019-04-28", "2019-05-06", "day"),
        ("Over the past 48 hours they fled.", "Over the past 48 hours", "past", "2020-01-26", "2020-01-28", "day"),
        ("They fled in 24 hours.", "in 24 hours", "past", "2020-01-27", "2020-01-28", "day"),
        ("They fled in the last two months.", "in the last two months", "past", "2019-11-28", "2020-01-28", "month"),
        ("They fled over the past week.", "over the past week", "past", "2020-01-21", "2020-01-28", "week"),
        ("They fled in recent days.", "in recent days", "past", None, "2020-01-28", "week"),
        ("It lasted for more than a month.", "for more than a month", "past", "2019-12-28", "2020-01-28", "month"),
        ("They fled last week.", "last week", "during", "2020-01-20", "2020-01-26", "week"),
        ("They fled at the weekend.", "the weekend", "during", "2020-01-25", "2020-01-26", "day"),
        ("They fled since the weekend.", "the weekend", "since", "2020-01-25", "2020-01-28", "day"),
        ("The campaign, which began in December, drove them out.", "December", "since", "2019-12-01", "2020-01-28", "month"),
        ("They fled last year.", "last year", "during", "2019-01-01", "2019-12-31", "year"),
        ("In December last year they fled.", "December last year", "during", "2019-12-01", "2019-12-31", "month"),
        ("In early January they fled.", "early January", "during", "2020-01-01", "2020-01-10", "week"),
        ("Since mid-December they fled.", "mid-December", "since", "2019-12-11", "2020-01-28", "week"),
        ("So far this year they fled.", "So far this year", "since", "2020-01-01", "2020-01-28", "day"),
        ("Since the beginning of the year they fled.", "the beginning of the year", "since", "2020-01-01", "2020-01-28", "day"),
        ("28 January 2020", "28 January 2020", "on", "2020-01-28", "2020-01-28", "day"),
        ("On January 27 they fled.", "January 27", "on", "2020-01-27", "2020-01-27", "day"),
        ("On Jan. 27 they fled.", "Jan. 27", "on", "2020-01-27", "2020-01-27", "day"),
        ("On Tuesday, January 28, 2020", "Tuesday, January 28, 2020", "on", "2020-01-28", "2020-01-28", "day"),
        ("dated 2020-01-28", "2020-01-28", "on", "2020-01-28", "2020-01-28", "day"),
        ("dated 28/01/2020", "28/01/2020", "on", "2020-01-28", "2020-01-28", "day"),
        ("dated 05/04/2020, which may be either", "05/04/2020", "on", None, None, "day"),
        ("As of 8 January they had fled.", "8 January", "on", "2020-01-08", "2020-01-08", "day"),
        ("A conference will be held on 5 March.", "5 March", "on", "2020-03-05", "2020-03-05", "day"),
        ("Overnight they fled.", "Overnight", "during", "2020-01-27", "2020-01-28", "day"),
        ("They fled yesterday.", "yesterday", "on", "2020-01-27", "2020-01-27", "day"),
        ("It fell three weeks ago.", "three weeks ago", "during", "2020-01-07", "2020-01-07", "week"),
        ("Help is needed until the end of 2020.", "the end of 2020", "until", None, "2020-12-31", "day"),
        ("Rebels have held it since 2012.", "2012", "since", "2012-01-01", "2020-01-28", "year"),
        ("In the first quarter of 2020 they fled.", "the first quarter of 2020", "during", "2020-01-01", "2020-03-31", "month"),
    ],
)  # fmt: skip
def test_words_for_a_day_or_period_mean_these_days(text, words, relation, first, last, accuracy):
    assert found(text) == [(words, relation, first, last, accuracy)]


@pytest.mark.parametrize(
    "text",
    [
        "They may return and march home.",
        "Some of 2000 people fled.",
        "Perhaps May 20,000 people fled.",
        "The road of the 31 February 2020 does not exist.",
        "Resolution 2504 and the M5 road",
        "It was 5.12 metres and 12/5 of that.",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert found(text) == []


def test_the_same_day_is_the_day_named_before_it():
    assert [mention[2] for mention in found("They took it on Monday and the next town the same day.")] == ["2020-01-27"] * 2


@pytest.mark.parametrize("text", ["on Tuesday", "in August", "since 1 December", "over the past 48 hours", "last week", "today"])
def test_without_a_day_of_publication_words_that_need_it_mean_no_day(text):
    assert [(first, last) for _, _, first, last, _ in found(text, published_on=None)] == [(None, None)]


def test_without_a_day_of_publication_a_full_date_is_still_a_day():
    assert found("On 5 February 2020", published_on=None) == [("5 February 2020", "on", "2020-02-05", "2020-02-05", "day")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BEIRUT, Jan 28, 2020 (Wire) - People fled the town.", date(2020, 1, 28)),
        ("Recent developments\nSituation Report No. 9 - as of 26 February 2020\n\nPeople fled.", date(2020, 2, 26)),
        ("28 January 2020\n\nPeople fled the town.", date(2020, 1, 28)),
        ("On 5 December 2019 the town was hit and many people left it for the camps of the north.", None),
        ("BEIRUT, Jan 28 (Wire) - A day without its year is no day.", None),
        ("People fled.", None),
    ],
)
def test_the_head_of_a_text_may_say_when_it_was_published(text, day):
    assert find_dateline(text, ENGLISH) == day


@given(st.text(max_size=300), st.dates(), st.booleans())
def test_no_text_is_too_strange(text, day, is_known):
    for mention in find_dates(text, ENGLISH, day if is_known else None):
        assert 0 <= mention.start < mention.end <= len(text)


@given(
    st.sampled_from(
        [
            "on {} December",
            "since {} March",
            "between 1 and {} April",
            "over the past {} days",
            "{} weeks ago",
            "from 3 May to {} June 2019",
        ]
    ),
    st.integers(1, 999),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_a_period_never_ends_before_it_begins(template, number, day):
    for mention in find_dates(template.format(number), ENGLISH, day):
        assert mention.first is None or mention.last is None or mention.first <= mention.last


def test_dates_asked_for_by_sentence_are_those_of_the_whole_text():
    text = "\n".join(f"On {day} March fighting broke out, and {day} families left the same day." for day in range(1, 12))
    by_sentence = dates_of(text, ENGLISH, TUESDAY)
    last_first = [mention for sentence in reversed(split(text)) for mention in by_sentence.inside(sentence)]
    assert sorted(last_first, key=lambda mention: mention.start) == find_dates(text, ENGLISH, TUESDAY)
    assert [mention.first.day for mention in last_first] == [day for day in range(11, 0, -1) for _ in range(2)]
