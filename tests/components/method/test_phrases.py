"""A phrase becomes the interval that the build makes of it, under each convention."""

import pytest

from components.method import phrases
from etl import store
from etl.counting.intervals import PROFILES


@pytest.mark.parametrize(
    ("phrase", "ends"),
    [
        ("hundreds of thousands", ("200,000", "999,999")),
        ("more than 312,000", ("312,000", "open")),
        ("nearly 900,000", ("850,000", "900,000")),
    ],
)
def test_the_default_profile_stands_first_with_the_interval_of_the_rules(phrase, ends):
    shown = phrases.table(phrases.quantity_in(phrase))
    assert (shown["From"].iloc[0], shown["To"].iloc[0]) == ends
    assert shown["Profile"].tolist() == list(PROFILES)


@pytest.mark.parametrize("phrase", ["", "people fled", "<img src=x>", "on 3 March 2020"])
def test_words_without_an_amount_have_no_interval(phrase):
    assert phrases.quantity_in(phrase) is None


def test_a_long_text_is_read_only_so_far():
    assert phrases.quantity_in("a " * phrases.LONGEST + "5,000 people") is None


def test_the_phrases_offered_are_those_of_the_data(built):
    figures = store.read("figures")
    offered = phrases.examples(figures)
    assert set(offered) <= set(figures["phrase"])
    assert all(phrases.quantity_in(phrase) for phrase in offered)
