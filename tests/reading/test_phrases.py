"""Phrases of a list: the longest wins, words may be left out or be any, and a class stands for its words."""

import pytest

from etl.reading.phrases import phrases_of

CLASSES = {"camp": ("@shelter",), "tents": ("@shelter",)}


@pytest.mark.parametrize(
    ("patterns", "words", "expected"),
    [
        (["fled"], "they fled home", [(1, 2)]),
        (["fled", "fled home"], "they fled home", [(1, 3)]),
        (["fled|left home"], "they left home", [(1, 3)]),
        (["fled ?their homes"], "they fled homes", [(1, 3)]),
        (["plan by ?* ?* to move"], "a plan by the mayor to move them", [(1, 7)]),
        (["plan by ?* ?* to move"], "a plan by to move them", [(1, 5)]),
        (["plan by ?* to move"], "a plan by the old mayor to move", []),
        (["plan by ?* to move"], "a plan by , to move", []),
        (["in ?the @shelter"], "slept in the tents", [(1, 4)]),
        (["in ?* @shelter"], "slept in white tents and in camp", [(1, 4), (5, 7)]),
    ],
)
def test_the_longest_pattern_that_the_words_fit_is_found(patterns, words, expected):
    phrases = phrases_of(((pattern, True) for pattern in patterns), CLASSES if "@" in patterns[0] else None)
    assert [(first, end) for first, end, _ in phrases.find(words.split())] == expected
