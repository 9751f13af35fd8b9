"""The words of the field: what is a stock, what is a flow, and what every word looks like."""

import inspect
import re
from enum import StrEnum

import pytest

from etl import vocabulary

ENUMS = [one for _, one in inspect.getmembers(vocabulary, inspect.isclass) if issubclass(one, StrEnum) and one is not StrEnum]


@pytest.mark.parametrize(
    ("measure", "kind"),
    [
        ("population", "stock"),
        ("idps", "stock"),
        ("new_displacement", "flow"),
        ("returns", "flow"),
        ("refugees", "stock"),
        ("refugee_arrivals", "flow"),
        ("people_in_need", "stock"),
        ("killed", "flow"),
        ("injured", "flow"),
        ("buildings_destroyed", "flow"),
        ("facilities_closed", "stock"),
    ],
)
def test_a_measure_knows_whether_it_is_a_stock_or_a_flow(measure, kind):
    assert vocabulary.MEASURES[measure].kind == kind


@pytest.mark.parametrize("name", vocabulary.MEASURES)
def test_a_measure_has_all_that_a_caption_and_a_download_need(name):
    measure = vocabulary.MEASURES[name]
    assert re.fullmatch(r"[a-z_]+", name)
    assert re.fullmatch(r"[a-z][a-z ]+", measure.label)
    assert re.fullmatch(r"[A-Z].*\.", measure.definition)
    assert re.fullmatch(r"#[a-z]+(\+[a-z]+)*", measure.hxl)


def test_no_two_measures_share_a_label():
    labels = [measure.label for measure in vocabulary.MEASURES.values()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_a_word_is_its_name_in_small_letters(enum):
    assert [word.value for word in enum] == [word.name.lower() for word in enum]


@pytest.mark.parametrize(
    ("enum", "words"),
    [
        ("Kind", "stock flow"),
        ("Unit", "persons households movements buildings facilities percent"),
        ("Quantifier", "exact about at_least more_than at_most less_than nearly between vague"),
        ("Role", "recommended triangulation superseded"),
        ("Modality", "asserted hypothetical forecast negated target"),
        ("DateAccuracy", "day week month year"),
        ("PlaceAccuracy", "point adm3 adm2 adm1 adm0"),
        ("EventStatus", "reported claimed denied confirmed"),
    ],
)
def test_the_words_that_others_script_against_stay(enum, words):
    assert set(words.split()) <= {word.value for word in getattr(vocabulary, enum)}
