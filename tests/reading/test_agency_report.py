"""One report as news agencies write them, in our own words: every figure and event with its speaker and its day."""

from datetime import date

import pytest

from etl.reading.document import document_of
from etl.reading.extract import known_places, known_speakers, read

REPORT = """\
BEIRUT — Syrian government troops entered the rebel-held town of Maaret al-Numan in Idlib province
on Tuesday, a war monitor and residents said.

The Syrian Observatory for Human Rights, a Britain-based monitor, said army units seized control
of Kfar Roummah earlier in the day and were closing in on the town's centre from the west. Rebels
have held the town since 2012. In August, the army wrested another key town, Khan Sheikhoun, from
them.

"Hundreds of thousands of people have been uprooted since December," Naji Xyz, a regional U.N.
relief official, said on Monday. The month-old offensive, backed by Moscow, has driven hundreds of
thousands from their homes. Thousands more were leaving the area on Tuesday, activists said.

Idlib province, the last bastion of the opposition, holds 3 million civilians. Capturing Saraqeb
would open the road to Aleppo, where government forces this week began a fresh offensive west of
the city. A 150-member committee on the constitution has not met since November.
"""


@pytest.fixture(scope="module")
def reading():
    document = document_of(REPORT, publisher="The Agency", published_on=date(2020, 1, 28), language="en")
    return read(document, known_places(), known_speakers())


def unwrapped(row):
    return " ".join(row["phrase"].split())


def figure(reading, phrase):
    return next(one for one in reading.figures if unwrapped(one) == phrase)


def test_it_gives_these_figures_and_no_other(reading):
    assert sorted((unwrapped(one), one["measure"]) for one in reading.figures) == [
        ("3 million", "population"),
        ("Hundreds of thousands", "new_displacement"),
        ("Thousands", "new_displacement"),
        ("hundreds of thousands", "new_displacement"),
    ]


def test_the_population_is_that_of_the_province(reading):
    assert figure(reading, "3 million")["area_code"] == "SY07"


def test_a_quote_is_credited_to_the_person_and_dated_by_the_day_it_was_said(reading):
    quoted = figure(reading, "Hundreds of thousands")
    assert (quoted["speaker"], quoted["period_start"], quoted["as_of"]) == ("Naji Xyz", date(2019, 12, 1), date(2020, 1, 27))


def test_what_no_one_is_credited_with_is_the_agency_s(reading):
    assert figure(reading, "hundreds of thousands")["speaker"] == "The Agency"


def test_those_who_leave_on_the_day_are_dated_by_it(reading):
    leaving = figure(reading, "Thousands")
    assert (leaving["speaker"], leaving["as_of"]) == ("activists", date(2020, 1, 28))


def test_it_gives_these_events_and_no_capture_of_what_may_fall_next(reading):
    day, august = date(2020, 1, 28), (date(2019, 8, 1), date(2019, 8, 31))
    assert [(one["event_type"], one["area_code"], one["started_on"], one["ended_on"]) for one in reading.events] == [
        ("town_entered", "C3985", day, day),
        ("town_captured", "C3984", day, day),
        ("ground_advance", "C3985", day, day),
        ("town_captured", "C3987", *august),
        ("offensive_launched", "C1007", date(2020, 1, 27), day),
    ]


def test_every_span_stands_in_the_text(reading):
    for row in [*reading.figures, *reading.events]:
        assert REPORT[row["span_start"] : row["span_end"]] == row["phrase"]
