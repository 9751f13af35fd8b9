"""What pages say beside a count: coverage, conflict, what came later, what surged; every number with its speaker."""

from dataclasses import replace
from datetime import date

import pytest

from components import remarks, selection
from components.viewpoint import NOW, Viewpoint
from etl.counting.rates import Coverage
from etl.counting.signals import Signal, Thresholds
from tests.components.frames import RUNNING, day, figure, marks_of, point, told

THEN = Viewpoint(known_on=date(2020, 1, 20))
FOUND = Coverage(n_reports=4, n_days=47, longest_gap=28, gap_from=date(2019, 12, 1), gap_to=date(2019, 12, 29))
SIGNAL = Signal(
    measure="new_displacement",
    unit="movements",
    area_code="SY07",
    area_name="Idleb",
    as_of=date(2020, 2, 29),
    level="medium",
    low=463_897,
    high=463_897,
    past_high=310_241,
    figure_ids=("f1", "f2"),
)
SPEAKERS = {"f1": "IDP Task Force", "f2": "OCHA"}


@pytest.mark.parametrize(
    ("found", "age", "is_known_on", "words"),
    [
        (
            FOUND,
            4,
            True,
            "There are reports for 4 of 47 days; the longest time without one is 28 days, 1 Dec 2019 to 29 Dec 2019. "
            "The last report is 4 days older than 20 Jan 2020, the day chosen. What happened in between is not known.",
        ),
        (
            None,
            1,
            False,
            "The last report is 1 day older than 20 Jan 2020, the last day of this dataset's period. "
            "What happened in between is not known.",
        ),
        (replace(FOUND, n_reports=1), 0, True, ""),
        (None, None, False, ""),
    ],
)
def test_coverage_and_the_age_of_the_last_report_are_said_in_words(found, age, is_known_on, words):
    assert remarks.coverage(found, age, date(2020, 1, 20), is_known_on=is_known_on) == words


def claims(*records):
    return selection.rows(marks_of(*records).assign(since=day("2019-12-01"), window=None, documents="OCHA; UN News"))


def test_the_strip_says_which_claim_is_recommended_and_why():
    shown = claims(
        figure("a", "2020-01-30", 520_000),
        figure("b", "2020-01-30", 700_000, speaker="James Jeffrey", role="triangulation", role_reason="another group"),
    )
    assert remarks.strip_why(shown) == [
        "Since 1 Dec 2019, recommended: OCHA, 520,000 people. Why: best-ranked group that reports this count."
    ]
    assert remarks.strip_alt(shown[0], shown).startswith(
        "2 claims by 2 speakers about 30 Jan 2020. Since 1 Dec 2019, recommended"
    )
    assert remarks.claim_words(shown[1]).splitlines() == [
        "James Jeffrey: 700,000 people",
        "“700,000”, in one document: OCHA; UN News",
        "triangulation (another group)",
    ]


def test_the_strip_says_when_it_shows_counts_that_are_not_the_same_and_by_which_profile():
    one, other = claims(figure("a", "2020-01-30", 1), figure("b", "2020-01-30", 2))
    assert "not the same count" not in remarks.strip_note([one, other])
    assert "not the same count" in remarks.strip_note([one, other | {"since": day("2019-11-01")}])
    assert "by profile emdat" in remarks.strip_note([one | {"rule_id": "emdat/exact"}])


def test_a_signal_says_where_when_how_much_what_it_beat_who_says_so_and_leads_to_its_figures():
    assert remarks.signal_lines([SIGNAL], SPEAKERS, Thresholds(), NOW) == [
        "**Idleb**, 30 days to 29 Feb 2020: about 464,000 movements (people newly displaced), higher than any such sum in the "
        "year before, whose highest was about 310,000. According to IDP Task Force, OCHA: [figure 1](figures?figure=f1), "
        "[figure 2](figures?figure=f2)."
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"level": "high"}, "more than 2 times as high as any such sum"),
        ({"high": 470_000}, "464,000 to 470,000 movements"),
        ({"high": None}, "at least 464,000 movements"),
    ],
)
def test_a_level_is_a_word_and_a_sum_an_interval(changes, words):
    assert words in remarks.signal_lines([replace(SIGNAL, **changes)], SPEAKERS, Thresholds(), NOW)[0]


def test_signals_stand_latest_first_and_keep_the_viewpoint_in_their_links():
    earlier = replace(SIGNAL, as_of=date(2020, 1, 31), figure_ids=("f1",))
    first, second = remarks.signal_lines([earlier, SIGNAL], SPEAKERS, Thresholds(), Viewpoint(date(2020, 3, 1), "acled"))
    assert "29 Feb 2020" in first
    assert "by profile acled: [figure 1](figures?figure=f1&known_on=2020-03-01&profile=acled)" in second
    assert "5,000" in remarks.signals_note(Thresholds())


def test_what_came_since_a_day_is_what_was_known_then_beside_what_is_known_today():
    old, new = told(point("2020-01-16", 350_000), point("2020-01-19", 358_000, quantifier="about", speaker="UN"))
    rows = remarks.came_rows([(None, new), (old, old | {"value": 360_000}), (old, None)], THEN)
    assert rows[0] == {
        "As of": "19 Jan 2020",
        "Known then": "nothing",
        "Known today": "[about 358,000](figures?figure=f-2020-01-19)",
        "Speaker": "UN",
    }
    assert (rows[1]["Known then"], rows[1]["Known today"]) == ("350,000", "[360,000](figures?figure=f-2020-01-16)")
    assert rows[2]["Known today"] == "no longer recommended"


@pytest.mark.parametrize(("n_points", "words"), [(14, "14 points of this count"), (0, "no point of this count")])
def test_how_much_came_is_counted_for_everything_and_for_the_count_shown(n_points, words):
    said = remarks.came_words(547, n_points, RUNNING)
    assert said.startswith("Until today 547 figures came, about every count;")
    assert words in said


def test_other_peoples_words_in_a_table_are_never_markdown():
    row = remarks.came_rows([(None, told(point("2020-01-16", 1, speaker="[x](http://a.example)"))[0])], THEN)[0]
    assert "[x](" not in row["Speaker"]
