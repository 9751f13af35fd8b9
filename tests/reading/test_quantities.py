"""Which numbers are quantities, how they are bounded, and what counts nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.counting.intervals import interval_of
from etl.reading.lexicon import Lexicon
from etl.reading.quantities import find_quantities

ENGLISH = Lexicon.load("en")


def read(text):
    return [(text[q.start : q.end], q.quantifier.value, q.low, q.value, q.high) for q in find_quantities(text, ENGLISH)]


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("948,000", 948_000),
        ("9 300", 9_300),
        ("9\u202f300", 9_300),
        ("3,57,243", 357_243),
        ("a hundred and twenty", 120),
        ("a thousand two hundred", 1_200),
        ("a hundred and fifty thousand", 150_000),
        ("six thousand, two hundred and twenty", 6_220),
        ("three million, five hundred thousand", 3_500_000),
        ("a quarter-of-a-million", 250_000),
        ("1.2 lakh", 120_000),
        ("2 crore", 20_000_000),
        ("1.5m", 1_500_000),
        ("350k", 350_000),
        ("3 mn", 3_000_000),
        ("10, 000", 10_000),
        ("12.500", 12_500),
        ("1.234 million", 1_234_000),
        ("1,5 million", 1_500_000),
        ("a quarter of a million", 250_000),
        ("half a million", 500_000),
        ("three quarters of a million", 750_000),
        ("a million and a half", 1_500_000),
        ("one and a half million", 1_500_000),
        ("one and a quarter million", 1_250_000),
        ("1 and a half million", 1_500_000),
        ("1 ½ million", 1_500_000),
        ("1/2 million", 500_000),
        ("one point five million", 1_500_000),
        ("two point two five million", 2_250_000),
        ("two-and-three-quarter million", 2_750_000),
        ("a pair", 2),
        ("a trio", 3),
        ("nine hundred and twenty-one", 921),
        ("eight hundred and fifty thousand", 850_000),
        ("twelve thousand five hundred", 12_500),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("fifty (50)", 50),
        ("forty", 40),
        ("2½ million", 2_500_000),
        ("3¼ million", 3_250_000),
        ("1 1/2 million", 1_500_000),
        ("4.2 M", 4_200_000),
        ("2 lakh 30 thousand", 230_000),
        ("1 million 200 thousand", 1_200_000),
    ],
)
def test_a_number_is_read_as_written(phrase, value):
    assert read(f"{phrase} people fled") == [(phrase, "exact", None, value, None)]


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("tens", 20, 99),
        ("hundreds", 200, 999),
        ("thousands", 2_000, 9_999),
        ("tens of thousands", 20_000, 99_999),
        ("tens-of-thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("hundreds-of-thousands", 200_000, 999_999),
        ("10,000s", 20_000, 99_999),
        ("Handful", 3, 9),
        ("millions", 2_000_000, 9_999_999),
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("a few hundred", 300, 900),
        ("several thousand", 3_000, 9_000),
        ("several hundreds of thousands", 300_000, 900_000),
        ("a couple of hundred", 200, 300),
        ("a few dozen", 36, 108),
        ("several", 3, 9),
        ("hundred of thousands", 200_000, 999_999),
        ("10s of thousands", 20_000, 99_999),
        ("100s", 200, 999),
    ],
)
def test_vague_words_become_one_interval(phrase, low, high):
    (quantity,) = find_quantities(f"{phrase} of people fled", ENGLISH)
    interval = interval_of(quantity.rule)
    assert (quantity.quantifier.value, interval.low, interval.value, interval.high) == ("vague", low, None, high)


@pytest.mark.parametrize(
    ("phrase", "quantifier", "value"),
    [
        ("more than 3,000", "more_than", 3_000),
        ("well over 100,000", "more_than", 100_000),
        ("at least 40", "at_least", 40),
        ("at least another 7,500", "at_least", 7_500),
        ("no fewer than 20", "at_least", 20),
        ("3,000 or more", "at_least", 3_000),
        ("3,000+", "at_least", 3_000),
        ("300-plus", "at_least", 300),
        ("up to 20", "at_most", 20),
        ("as many as 350k", "at_most", 350_000),
        ("fewer than 50", "less_than", 50),
        ("nearly two million", "nearly", 2_000_000),
        ("close to 100,000", "nearly", 100_000),
        ("some 430", "about", 430),
        ("an estimated 3.1 million", "about", 3_100_000),
        ("more than an estimated 5,000", "more_than", 5_000),
        ("up to an estimated 3,000", "at_most", 3_000),
        ("a total of 1,200", "exact", 1_200),
        ("~800", "about", 800),
        ("5,000-odd", "about", 5_000),
        ("close on 3,000", "nearly", 3_000),
        ("better than 1,000", "more_than", 1_000),
        ("well above 400", "more_than", 400),
        ("at the very least 40", "at_least", 40),
        ("a little under 2,000", "nearly", 2_000),
        ("maybe 2,000", "about", 2_000),
        ("something like 1,500", "about", 1_500),
        ("somewhere in the neighbourhood of 1,500", "about", 1_500),
        ("1,500-ish", "about", 1_500),
        ("forty-some", "about", 40),
        ("600 and counting", "at_least", 600),
    ],
)
def test_the_words_that_bound_a_number_belong_to_it(phrase, quantifier, value):
    assert read(f"{phrase} people fled") == [(phrase, quantifier, None, value, None)]


@pytest.mark.parametrize(
    ("text", "quantifier", "value"),
    [
        ("53 people at least fled", "at_least", 53),
        ("Eighty families at the most fled", "at_most", 80),
        ("300 people or more fled", "at_least", 300),
        ("200 people, perhaps more, fled", "at_least", 200),
        ("some 1,500 residents and counting have fled", "at_least", 1_500),
        ("100 people or so fled", "about", 100),
        ("The toll has passed 300", "more_than", 300),
        ("The toll has risen past 300", "more_than", 300),
        ("The number of evacuees neared 1,000", "nearly", 1_000),
        ("53 people at least twice", "exact", 53),
        ("53 people at least 20 of whom", "exact", 53),
        ("200 people or more than half", "exact", 200),
        ("In the past 300 people fled", "exact", 300),
    ],
)
def test_what_bounds_a_number_from_behind_its_noun_or_by_its_verb_is_heard(text, quantifier, value):
    assert read(text)[0][1:] == (quantifier, None, value, None)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("between 20,000 and 25,000", 20_000, 25_000),
        ("20,000-25,000", 20_000, 25_000),
        ("20,000 – 25,000", 20_000, 25_000),
        ("20-25,000", 20_000, 25_000),
        ("12 to 15 thousand", 12_000, 15_000),
        ("1.2-1.5 million", 1_200_000, 1_500_000),
        ("some 3,000 to 4,000", 3_000, 4_000),
        ("two or three", 2, 3),
        ("two or three hundred", 200, 300),
        ("four to five dozen", 48, 60),
        ("from 300 to 400", 300, 400),
        ("from 300 up to 400", 300, 400),
    ],
)
def test_two_numbers_of_a_range_are_one_quantity(phrase, low, high):
    assert read(f"{phrase} people fled") == [(phrase, "between", low, None, high)]


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("hundreds, if not thousands", 200, 9_999),
        ("thousands, possibly tens of thousands", 2_000, 99_999),
        ("dozens or even hundreds", 24, 999),
        ("dozens or hundreds", 24, 999),
        ("hundreds and possibly thousands", 200, 9_999),
        ("hundreds to thousands", 200, 9_999),
        ("hundreds to low thousands", 200, 9_999),
        ("tens if not hundreds of thousands", 20_000, 999_999),
        ("tens or even hundreds of thousands", 20_000, 999_999),
        ("tens to hundreds of millions", 20_000_000, 999_999_999),
        ("dozens, if not hundreds of thousands", 24, 999_999),
        ("40, if not 50", 40, 50),
    ],
)
def test_a_number_that_a_second_one_raises_is_one_quantity(phrase, low, high):
    assert read(f"{phrase} people fled") == [(phrase, "between", low, None, high)]


@pytest.mark.parametrize("text", ["12 houses, or 15 per cent, burned", "about 300, or 2,000 people", "3,000, or 500 families"])
def test_two_counts_of_one_fact_are_no_range(text):
    assert "between" not in [quantifier for _, quantifier, _, _, _ in read(text)]


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("at least several hundred", 300, None),
        ("up to a few thousand", None, 9_000),
        ("dozens, perhaps more,", 24, None),
        ("over a couple of hundred", 200, None),
    ],
)
def test_a_vague_number_that_is_bounded_is_open_on_the_other_side(phrase, low, high):
    (quantity,) = find_quantities(f"{phrase} people fled", ENGLISH)
    assert (quantity.interval.low, quantity.interval.value, quantity.interval.high) == (low, None, high)


@pytest.mark.parametrize(
    ("phrase", "interval"),
    [
        ("more than half", (50, 50, None)),
        ("nearly half", (45, 50, 50)),
        ("about half", (45, 50, 55)),
        ("a third", (33, None, 34)),
        ("over a third", (33, None, 100)),
        ("less than two-thirds", (0, None, 67)),
    ],
)
def test_the_words_that_bound_a_share_belong_to_it(phrase, interval):
    (quantity,) = find_quantities(f"{phrase} of them fled", ENGLISH)
    found = quantity.interval
    assert quantity.is_share
    assert (found.low, found.value, found.high) == interval


def test_a_change_from_one_number_to_another_is_no_range():
    assert [value for _, _, _, value, _ in read("The number rose from 300 to 400 people")] == [300, 400]


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "since mid-2018",
        "on 5 May 2019",
        "on May 5, 2019",
        "2019-05-05",
        "5/5/2019",
        "at 10:30",
        "at 6 a.m.",
        "aged 12",
        "a 34-year-old",
        "$1.5 million",
        "3 million euros",
        "Rs 3 lakh",
        "15 km",
        "a wave 1.5m high",
        "0.5 per cent of",
        "the 12th round",
        "resolution 2504",
        "the M5 highway",
        "an F-16",
        "the G20",
        "COVID-19",
        "a Boeing 737",
        "a 150-member committee",
        "a 7.8-magnitude quake",
        "footnote [12]",
        "open 24/7",
        "one in five",
        "2.5 people",
        'a 17" screen',
        "a pipe of 12” diameter",
        "18- to 39-year-olds",
        "she was worth ?3.3m",
        "totalling \ufffd130,000 for injuries",
        "hundreds of years",
        "the pair fled",
        "one third were hurt",
        "two thirds have fled",
        "some .5 million people fled",
        "the trio of them",
        "thousands of dollars",
        "around 2006",
        "under the 1949 Harbour Act residents pay",
        "the civil war of 1861 to 1865",
        "a mother of five",
        "the speeches of 1895-1910",
        "30 to 40 million euros",
        "by 2030 the number of people",
    ],
)
def test_a_number_that_counts_nothing_is_no_quantity(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [("They killed 20 and half a million people fled", [20, 500_000]), ("three third-year students were killed", [3])],
)
def test_a_part_of_something_else_is_not_added_to_a_number(text, values):
    assert [value for _, _, _, value, _ in read(text)] == values


def test_a_year_before_a_number_stays_a_year():
    assert read("In 2014 5 people fled") == [("5", "exact", None, 5, None)]


@pytest.mark.parametrize("text", ['He said "they killed 17" on Monday', "“They killed 17” he said", "Around 2000 fled"])
def test_a_number_beside_a_mark_that_measures_others_is_a_quantity(text):
    assert len(read(text)) == 1


def test_a_year_like_number_before_people_counts_them():
    assert read("Some 2000 people fled") == [("Some 2000", "about", None, 2000, None)]


@given(st.integers(min_value=1, max_value=10**9))
def test_every_whole_number_is_read_back_from_its_digits(number):
    assert read(f"{number:,} people fled") == [(f"{number:,}", "exact", None, number, None)]


@given(st.sampled_from(["people", "families"]), st.integers(min_value=2, max_value=99), st.sampled_from([1_000, 1_000_000]))
def test_a_magnitude_word_multiplies_what_stands_before_it(noun, number, scale):
    word = {1_000: "thousand", 1_000_000: "million"}[scale]
    assert [value for _, _, _, value, _ in read(f"{number} {word} {noun} fled")] == [number * scale]


@given(st.text(max_size=200))
def test_spans_never_overlap_and_stand_in_order_on_any_text(text):
    found = find_quantities(text, ENGLISH)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("More than one thousand, ten of them children, fled.", [1_000, 10]),
        ("One thousand, two hundred of them children, fled.", [1_000, 200]),
        ("Some twenty thousand, fifty thousand and sixty thousand people fled.", [20_000, 50_000, 60_000]),
    ],
)
def test_a_comma_joins_no_two_numbers_of_their_own(text, values):
    assert [quantity.value for quantity in find_quantities(text, ENGLISH)] == values
