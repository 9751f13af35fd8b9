"""Where sentences end, and where a full stop does not end one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.sentences import split


def sentences(text):
    return [span.words(text) for span in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith of the U.N. said so.",
        "The U.S. Army said 1.5 million fled.",
        "It began on Jan. 5 in the north.",
        "See No. 5 of the series.",
        "Gen. A. B. Khan spoke at 5 p.m. on Monday.",
        "About 9.300 people (approx. 2,000 families) fled.",
    ],
)
def test_abbreviations_initials_and_decimal_points_end_no_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They fled. Others stayed.", ["They fled.", "Others stayed."]),
        ('"They fled." He stayed.', ['"They fled."', "He stayed."]),
        ("Is it over? No! 300 fled.", ["Is it over?", "No!", "300 fled."]),
        ("Thousands flee as army nears\nBEIRUT — The army came.", ["Thousands flee as army nears", "BEIRUT — The army came."]),
        ("- 300 families displaced\n- 200 evacuated", ["- 300 families displaced", "- 200 evacuated"]),
        ("One line.\n\nAnother line", ["One line.", "Another line"]),
        ("She said.- Others stayed.", ["She said.-", "Others stayed."]),
        (
            "He said so. READ MORE: Floods reach the port The town of Belo lies low. It rained.",
            ["He said so.", "READ MORE: Floods reach the port", "The town of Belo lies low.", "It rained."],
        ),
        ("He said so READ MORE: Floods reach", ["He said so", "READ MORE: Floods reach"]),
        ("فر الآلاف. عاد المئات؟ نعم", ["فر الآلاف.", "عاد المئات؟", "نعم"]),
    ],
)
def test_stops_line_breaks_and_bullets_end_a_sentence(text, parts):
    assert sentences(text) == parts


def test_a_hard_wrapped_paragraph_is_not_cut_at_its_line_breaks():
    text = "About 3,000 people fled the town of Saraqeb in the last\nweek, and more are on the road to the border today."
    assert sentences(text) == [text]


@given(st.text(max_size=300))
def test_sentences_cover_every_word_in_order_on_any_text(text):
    found = split(text)
    assert "".join("".join(span.words(text).split()) for span in found) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_a_table_without_stops_is_read_in_pieces_cut_at_white_space():
    text = "3,000 displaced " * 500
    found = split(text)
    assert len(found) > 1
    assert all(len(span.words(text)) < 2_000 and not span.words(text).startswith(",") for span in found)
