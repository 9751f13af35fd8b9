"""Marks and rows say who, which words, which days, which rule, and state what is not known."""

import pytest

from components import facts, selection
from tests.components.frames import day, event, events, figure, figures, marks_of, offensive, offensives


def one(frame):
    return selection.rows(frame)[0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "948,000 people"),
        ({"quantifier": "more_than", "people_high": None}, "more than 948,000 people"),
        ({"unit": "households", "reported_value": 178_689}, "948,000 people"),
        ({"unit": "households", "quantifier": "about", "reported_value": 178_689}, "948,000 people"),
        ({"unit": "households", "people_low": 900_000, "people_high": 996_000}, "about 948,000 people"),
        ({"unit": "households", "quantifier": "nearly", "people_high": None}, "at least 948,000 people"),
        ({"unit": "households", "people_low": 900_000, "people_high": None}, "at least 900,000 people"),
        ({"unit": "households", "people_low": None, "people_high": 996_000}, "at most 996,000 people"),
        (
            {"unit": "households", "reported_value": 178_689, "people_low": None, "people_value": None, "people_high": None},
            "178,689 households",
        ),
        ({"unit": "percent", "people_low": None, "people_value": None, "people_high": None, "reported_value": 80}, "80 per cent"),
        ({"unit": "movements"}, "948,000 movements"),
    ],
)
def test_a_claim_is_said_in_the_unit_it_counts(changes, words):
    assert facts.claimed(one(figures(figure("a", "2020-02-23", 948_000, **changes)))) == words


def test_pointing_at_a_claim_says_speaker_words_days_documents_role_and_reason():
    claim = one(
        marks_of(figure("a", "2020-02-23", 948_000, accuracy="week", published_on=day("2020-02-25"))).assign(n_documents=5)
    )
    words = facts.claim_hover(claim)
    assert words.split("<br>")[:5] == [
        "<b>OCHA: 948,000 people</b>",
        "“948,000”",
        "as of 23 Feb 2020 (day known to the week)",
        "published 25 Feb 2020",
        "in 5 documents: one claim",
    ]
    assert "Recommended: best-ranked group that reports this" in words


def test_a_missing_day_of_publication_is_a_stated_gap():
    claim = one(marks_of(figure("a", "2020-02-23", 948_000)))
    assert "publication day not known; the as-of day stands in" in facts.claim_hover(claim)
    assert ("Published by", "OCHA, publication day not known; the as-of day stands in") in facts.figure_facts(claim, None)


def test_markup_in_a_phrase_is_text():
    claim = one(marks_of(figure("a", "2020-02-23", 948_000, phrase="<img src=x onerror=alert(1)>")))
    assert "<img" not in facts.claim_hover(claim)
    assert "&lt;img" in facts.claim_hover(claim)


def test_a_figure_that_takes_no_part_says_why():
    left_out = one(
        figures(figure("a", "2020-02-23", 948_000, role=None, role_reason="it is not asserted: forecast", modality="forecast"))
    )
    found = dict(facts.figure_facts(left_out, {"title": "Flash update", "licence": "CC BY 4.0"}))
    assert found["Role"] == "takes no part in series: it is not asserted: forecast"
    assert found["Modality"] == "forecast"
    assert found["Document"] == "Flash update"


def test_an_open_side_is_said_to_be_open():
    found = dict(facts.figure_facts(one(figures(figure("a", "2020-02-23", 948_000, people_high=None))), None))
    assert found["Rule"] == "interval/exact makes it 948,000 to open"


def test_pointing_at_an_event_says_place_date_actor_and_who_says_so():
    words = facts.event_hover(one(events(event("e", "2020-02-06", status="claimed", opponent="opposition factions"))))
    assert words.split("<br>") == [
        "<b>Town captured: Saraqeb</b>",
        "6 Feb 2020",
        "Syrian government forces against opposition factions",
        "claimed, according to SANA",
    ]


def test_deaths_nobody_reported_are_not_zero():
    assert "Deaths reported" not in dict(facts.event_facts(one(events(event("e", "2020-02-06")))))
    told = one(events(event("e", "2020-02-06", killed_low=9, killed_value=9, killed_high=9)))
    assert dict(facts.event_facts(told))["Deaths reported"] == "9"


def test_an_offensive_without_an_end_says_so():
    words = facts.offensive_hover(one(offensives(offensive("o", "2019-12-19", None))))
    assert "19 Dec 2019 to end not given" in words
    assert "Syrian government forces; opposition factions" in words


def test_the_readers_table_keeps_rows_and_order():
    frame = figures(figure("b", "2020-02-23", 948_000), figure("a", "2020-01-27", 390_000, role=None))
    shown = facts.table(frame)
    assert shown["figure_id"].tolist() == ["b", "a"]
    assert shown["claimed"].tolist() == ["948,000 people", "390,000 people"]
    assert shown["measure"].tolist() == ["people newly displaced"] * 2
    assert shown["role"].isna().tolist() == [False, True]
