"""Words that say many and give no number: never silent, never a figure."""

import pytest

from etl.reading.document import Document
from etl.reading.figures import read
from etl.reading.unnumbered import NO_NUMBER


def reasons(text):
    found, problems = read(Document(text=text, language="en", source="a.txt", document_id="a"))
    return len(found), [problem["reason"] for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Multiple families were evacuated from the block.",
        "Countless people have been displaced by decades of war.",
        "Numerous villagers were injured in the collapse.",
        "An unknown number of people were killed in the raid.",
        "Large numbers of civilians have fled the town.",
        "Entire families were killed in the strike.",
        "The storm destroyed many homes.",
        "So many young people have fled.",
    ],
)
def test_those_told_of_without_a_number_are_a_problem(text):
    assert reasons(text) == (0, [NO_NUMBER])


@pytest.mark.parametrize(
    "text",
    [
        "Multiple witnesses described the blast.",
        "Many roads were closed and the town was evacuated.",
        "The entire town fled.",
        "How many times have they been displaced?",
    ],
)
def test_words_that_count_no_people_are_no_problem(text):
    assert reasons(text) == (0, [])


def test_a_sentence_with_a_figure_says_enough():
    found, problems = reasons("At least 300 people were displaced and many others were injured.")
    assert found == 1
    assert NO_NUMBER not in problems
