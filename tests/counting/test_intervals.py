"""Counting rule 4: words become intervals by a named rule, and an open side stays open."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.counting.intervals import PROFILES, Interval, interval_of, last_digit_power, quantifier_of, significant_digits
from etl.errors import UnknownWord

NUMBERS = st.integers(min_value=1, max_value=10**9)
POWERS = st.integers(min_value=1, max_value=9).map(lambda exponent: 10**exponent)
RULES_OF_A_NUMBER = ("exact", "about", "nearly", "at_least", "more_than", "at_most", "less_than")
VAGUE_WORDS = ("couple", "few", "plural")


def ends(interval):
    """The two ends, with infinity for an open side."""
    low = -math.inf if interval.low is None else interval.low
    return low, math.inf if interval.high is None else interval.high


def claims_no_less(bigger, smaller):
    """Whether neither end of the first lies below that of the second."""
    return all(one >= other for one, other in zip(ends(bigger), ends(smaller), strict=True))


@pytest.mark.parametrize(
    ("number", "power", "digits"),
    [(948_000, 1_000, 3), (900_000, 100_000, 1), (961_300, 100, 4), (308_214, 1, 6), (10, 10, 1), (7, 1, 1), (0, 1, 1)],
)
def test_the_last_digit_that_is_not_zero_says_how_exactly_a_number_was_printed(number, power, digits):
    assert last_digit_power(number) == power
    assert significant_digits(number) == digits


@pytest.mark.parametrize(
    ("rule", "value", "low", "high"),
    [
        ("exact", 308_214, 308_214, 308_214),
        ("about", 284_000, 283_500, 284_500),
        ("about", 900_000, 850_000, 950_000),
        ("about", 1, 1, 1),
        ("nearly", 390_000, 385_000, 390_000),
        ("nearly", 1_000_000, 500_000, 1_000_000),
        ("at_least", 948_000, 948_000, None),
        ("more_than", 312_000, 312_000, None),
        ("at_most", 300_000, None, 300_000),
        ("less_than", 300_000, None, 300_000),
    ],
)
def test_a_number_with_a_qualifier_claims(rule, value, low, high):
    assert interval_of(rule, value=value) == Interval(low, value, high)


@pytest.mark.parametrize("rule", ["exact", "about", "nearly", "at_least", "at_most"])
def test_an_interval_alone_tells_what_bounded_its_number(rule):
    interval = interval_of(rule, value=2_600)
    assert quantifier_of(interval.low, interval.value, interval.high) == rule


def test_an_interval_without_a_number_lies_between_its_ends():
    assert quantifier_of(2_000, None, 9_999) == "between"


@pytest.mark.parametrize(
    ("profile", "rule", "value", "low", "high"),
    [
        ("acled", "more_than", 312_000, 312_000, None),
        ("emdat", "more_than", 312_000, 312_000, 312_000),
        ("emdat", "about", 284_000, 284_000, 284_000),
        ("wikimpacts", "about", 560, 550, 570),
        ("wikimpacts", "nearly", 700, 600, 800),
        ("wikimpacts", "at_least", 700, 700, 800),
        ("wikimpacts", "more_than", 700, 701, 801),
        ("wikimpacts", "at_most", 700, 600, 700),
        ("wikimpacts", "less_than", 700, 599, 699),
        ("wikimpacts", "about", 1, 1, 2),
        ("d4d", "nearly", 390_000, 390_000, 390_000),
    ],
)
def test_a_number_with_a_qualifier_claims_under_other_conventions(profile, rule, value, low, high):
    assert interval_of(rule, value=value, profile=profile) == Interval(low, value, high)


def test_a_range_is_its_mean_where_a_convention_says_so():
    assert interval_of("between", low=80_000, high=82_000, profile="emdat") == Interval(81_000, None, 81_000)


def test_between_two_numbers_claims_both_and_no_number_between_them():
    assert interval_of("between", low=80_000, high=82_000) == Interval(80_000, None, 82_000)


@pytest.mark.parametrize(
    ("phrase", "rule", "profile", "low", "high"),
    [
        ("hundreds", "plural_100", "interval", 200, 999),
        ("thousands", "plural_1000", "interval", 2_000, 9_999),
        ("tens of thousands", "plural_10000", "interval", 20_000, 99_999),
        ("hundreds of thousands", "plural_100000", "interval", 200_000, 999_999),
        ("millions", "plural_1000000", "interval", 2_000_000, 9_999_999),
        ("at least several hundred", "at_least_few_100", "interval", 300, None),
        ("up to several thousand", "at_most_few_1000", "interval", None, 9_000),
        ("more than a couple of dozen", "more_than_couple_12", "wikimpacts", 24, None),
        ("at least dozens", "at_least_dozens", "acled", 12, None),
        ("thousands", "plural_1000", "acled", 1_000, None),
        ("hundreds of thousands", "plural_100000", "acled", 100_000, None),
        ("dozens", "dozens", "acled", 12, None),
        ("thousands", "plural_1000", "emdat", 2_000, None),
        ("hundreds of thousands", "plural_100000", "emdat", 200_000, None),
        ("thousands", "plural_1000", "wikimpacts", 2_000, 9_000),
        ("hundreds of thousands", "plural_100000", "wikimpacts", 200_000, 900_000),
        ("dozens", "dozens", "wikimpacts", 24, 108),
        ("thousands", "plural_1000", "d4d", 5_500, 5_500),
        ("hundreds of thousands", "plural_100000", "d4d", 550_000, 550_000),
        ("dozens", "dozens", "d4d", 55, 55),
    ],
)
def test_one_phrase_claims_under_each_published_convention(phrase, rule, profile, low, high):
    found = interval_of(rule, profile=profile)
    assert (found.low, found.high) == (low, high), phrase


@pytest.mark.parametrize(
    ("phrase", "rule", "low", "high"),
    [
        ("a couple", "couple_1", 2, 3),
        ("a couple of hundred", "couple_100", 200, 300),
        ("a few thousand", "few_1000", 3_000, 9_000),
        ("several hundred", "few_100", 300, 900),
        ("a dozen", "dozen", 12, 12),
        ("dozens", "dozens", 24, 99),
        ("scores", "scores", 40, 99),
    ],
)
def test_a_vague_word_claims_by_default(phrase, rule, low, high):
    found = interval_of(rule)
    assert (found.low, found.high) == (low, high), phrase


@pytest.mark.parametrize(
    "smaller_first", [("dozen", "dozens"), ("dozens", "plural_100"), ("scores", "plural_100"), ("few_10", "few_100")]
)
def test_a_bigger_phrase_never_claims_less_than_a_smaller_one(smaller_first):
    smaller, bigger = (interval_of(rule) for rule in smaller_first)
    assert claims_no_less(bigger, smaller)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("word", VAGUE_WORDS)
@given(one=POWERS, other=POWERS)
def test_a_bigger_magnitude_never_gives_a_smaller_interval(word, profile, one, other):
    smaller, bigger = (interval_of(f"{word}_{magnitude}", profile=profile) for magnitude in sorted((one, other)))
    assert claims_no_less(bigger, smaller)


# Wikimpacts reaches a step s below "up to N" as well, so that it belongs to the next test alone.
@pytest.mark.parametrize("profile", sorted(set(PROFILES) - {"wikimpacts"}))
@pytest.mark.parametrize("rule", ["exact", "at_least", "more_than", "at_most", "less_than"])
@given(one=NUMBERS, other=NUMBERS)
def test_a_bigger_number_never_gives_a_smaller_interval(rule, profile, one, other):
    smaller, bigger = (interval_of(rule, value=value, profile=profile) for value in sorted((one, other)))
    assert claims_no_less(bigger, smaller)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("rule", RULES_OF_A_NUMBER)
@given(one=NUMBERS, other=NUMBERS, power=POWERS)
def test_a_bigger_number_printed_as_exactly_never_gives_a_smaller_interval(rule, profile, one, other, power):
    # Only among equally exact numbers: "about 1,000" reaches from 500 to 1,500 and so lies on both sides of "about 1,001".
    numbers = sorted(number // 10 * 10 * power + power for number in (one, other))
    smaller, bigger = (interval_of(rule, value=value, profile=profile) for value in numbers)
    assert claims_no_less(bigger, smaller)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("rule", RULES_OF_A_NUMBER)
@given(number=NUMBERS)
def test_the_printed_number_lies_in_its_interval_and_is_kept(rule, profile, number):
    found = interval_of(rule, value=number, profile=profile)
    low, high = ends(found)
    # "more than 5" begins at 6 where a convention takes the words at their word.
    assert low - 1 <= number <= high + 1
    assert found.value == number


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("word", VAGUE_WORDS)
@given(magnitude=POWERS)
def test_a_vague_word_has_a_lower_end_and_no_printed_number(word, profile, magnitude):
    found = interval_of(f"{word}_{magnitude}", profile=profile)
    low, high = ends(found)
    assert 0 < low <= high
    assert found.value is None


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_names_where_it_is_published(profile):
    assert PROFILES[profile].citation


@pytest.mark.parametrize("rule", ["roughly", "plural", "many_1000", "", "1000"])
def test_a_rule_nobody_defined_is_refused(rule):
    with pytest.raises(UnknownWord):
        interval_of(rule, value=5)


@pytest.mark.parametrize("rule", ["plural_1000", "dozens"])
def test_a_profile_nobody_defined_is_refused_with_the_names_there_are(rule):
    with pytest.raises(UnknownWord, match="interval, acled"):
        interval_of(rule, profile="guess")


@pytest.mark.parametrize("rule", RULES_OF_A_NUMBER)
def test_a_rule_of_a_number_needs_the_number(rule):
    with pytest.raises(UnknownWord, match="needs a printed number"):
        interval_of(rule)
