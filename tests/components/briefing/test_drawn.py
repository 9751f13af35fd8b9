"""Words in a drawing: in their own direction, and none that a PDF cannot hold."""

import xml.etree.ElementTree as ET

import pytest
from matplotlib.figure import Figure

from components.briefing import drawn

RIGHT, LEFT, END = drawn.RIGHT_TO_LEFT, drawn.LEFT_TO_RIGHT, drawn.END


@pytest.mark.parametrize(
    ("words", "settled"),
    [
        ("CCCM Cluster", "CCCM Cluster"),
        ("هدنة، 6 مارس", f"{RIGHT}هدنة، 6 مارس{END}"),
        ("وفقًا لـ\u2068OCHA\u2069", f"{RIGHT}وفقا لـ{LEFT}OCHA{END}{drawn.RIGHT}{END}"),
        ("\u2068Truce\u2069، 6 مارس", f"{RIGHT}{LEFT}Truce{END}{drawn.RIGHT}، 6 مارس{END}"),
        ("e\u0301 \u200d\ufe0f漢", "é \N{REPLACEMENT CHARACTER}"),
    ],
    ids=[
        "latin",
        "arabic",
        "vowel signs and a name held apart",
        "a number behind a name",
        "joined accents, joiners and letters without a shape",
    ],
)
def test_words_are_settled(words, settled):
    figure = Figure()
    text = figure.text(0, 0, words)
    drawn.settle(figure)
    assert text.get_text() == settled


def test_a_drawing_of_its_own_says_that_it_is_svg():
    element = drawn.as_element(Figure(), alt='a "chart"', name="x")
    assert element.startswith('<svg role="img" aria-label="a &quot;chart&quot;" viewBox=')
    assert ET.fromstring(drawn.as_file(element)).tag == "{http://www.w3.org/2000/svg}svg"
