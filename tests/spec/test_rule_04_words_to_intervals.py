"""Rule 4. Words become intervals by a named rule; another published convention is one choice away and changes no word."""

import pytest

from etl.counting.profiles import with_profile
from tests.spec.tables import counted, figures_of, same_table

WORDS = """
    words                 | as_of
    948,000               | 2020-01-01
    about 284,000         | 2020-01-02
    nearly 390,000        | 2020-01-03
    more than 312,000     | 2020-01-04
    up to 185,000         | 2020-01-05
    200,000 to 250,000    | 2020-01-06
    thousands             | 2020-01-07
    tens of thousands     | 2020-01-08
    hundreds of thousands | 2020-01-09
"""


def test_every_wording_claims_its_interval_and_open_sides_stay_open() -> None:
    assert same_table(
        figures_of(WORDS),
        """
        phrase                | people_low | people_value | people_high | rule_id
        948,000               | 948,000    | 948,000      | 948,000     | interval/exact
        about 284,000         | 283,500    | 284,000      | 284,500     | interval/about
        nearly 390,000        | 385,000    | 390,000      | 390,000     | interval/nearly
        more than 312,000     | 312,000    | 312,000      |             | interval/more_than
        up to 185,000         |            | 185,000      | 185,000     | interval/at_most
        200,000 to 250,000    | 200,000    |              | 250,000     | interval/between
        thousands             | 2,000      |              | 9,999       | interval/plural_1000
        tens of thousands     | 20,000     |              | 99,999      | interval/plural_10000
        hundreds of thousands | 200,000    |              | 999,999     | interval/plural_100000
    """,
    )


@pytest.mark.parametrize(
    ("profile", "low", "high"),
    [
        ("interval", 200_000, 999_999),
        ("acled", 100_000, None),
        ("emdat", 200_000, None),
        ("wikimpacts", 200_000, 900_000),
        ("d4d", 550_000, 550_000),
    ],
)
def test_a_profile_recomputes_the_interval_from_the_mention(profile: str, low: int, high: int | None) -> None:
    figures = with_profile(figures_of(WORDS), profile, lambda area, year: None)
    vague = figures.iloc[-1]
    assert (vague["people_low"], None if figures["people_high"].isna().iloc[-1] else vague["people_high"]) == (low, high)
    assert vague["rule_id"] == f"{profile}/plural_100000"


@pytest.mark.parametrize("profile", ["acled", "emdat", "wikimpacts", "d4d"])
def test_a_profile_never_changes_what_was_reported_and_the_way_back_is_exact(profile: str) -> None:
    figures = figures_of(WORDS)
    changed = with_profile(figures, profile, lambda area, year: None)
    reported = ["reported_low", "reported_value", "reported_high", "phrase", "quantifier", "unit"]
    assert changed[reported].equals(figures[reported])
    assert list(changed["people_value"].dropna()) == list(figures["people_value"].dropna())


def test_the_series_follows_the_profile() -> None:
    report = "words | period_start | as_of\ntens of thousands | 2019-12-16 | 2019-12-20"
    assert list(counted(report).series["high"]) == [99_999]
    assert list(counted(report, profile="wikimpacts").series["high"]) == [90_000]
