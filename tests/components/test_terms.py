"""The vocabulary in words: every value has its words, marked for translation, and English stays what the vocabulary says."""

import pytest

from components import sentences, terms
from components.wording import DEFAULT, language, speaking, translations
from etl import vocabulary
from etl.counting import meanwhile
from etl.counting.intervals import PROFILES
from etl.vocabulary import MEASURES, Unit

VALUES = [
    value
    for kind in (
        *(
            vocabulary.Kind,
            vocabulary.Window,
            vocabulary.EventType,
            vocabulary.EventStatus,
            vocabulary.Role,
            vocabulary.Quantifier,
        ),
        *(vocabulary.AreaRole, vocabulary.Modality, vocabulary.Confidence, vocabulary.Subgroup),
    )
    for value in kind
]


def test_every_measure_stands_in_the_tables_with_its_label_and_definition():
    assert set(terms.LABELS) == {measure.label for measure in MEASURES.values()}
    assert set(terms.DEFINITIONS) == {measure.definition for measure in MEASURES.values()}


def test_every_value_of_the_vocabulary_stands_in_the_tables():
    assert {terms.word(value) for value in VALUES} <= set(terms.WORDS)
    assert {value.replace("_", " ") for value in VALUES if value not in terms.SPELLED} <= set(terms.WORDS)
    assert set(terms.UNITS) == set(terms.AMOUNTS) == set(Unit)
    assert set(terms.ROLES) == set(vocabulary.Role)


def test_a_word_with_a_hyphen_keeps_it():
    assert terms.word("counter_offensive") == "counter-offensive"
    assert terms.word("town_captured") == "town captured"


def test_what_etl_says_is_repeated_to_the_letter():
    assert sentences.CAUTION == meanwhile.CAUTION
    assert set(sentences.CITATIONS) == {profile.citation for profile in PROFILES.values()}


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_is_named_in_the_language(name):
    assert terms.measure(name) == MEASURES[name].label
    with speaking("ar"):
        assert terms.measure(name) == translations("ar").gettext(MEASURES[name].label) != MEASURES[name].label
        assert terms.definition(name) != MEASURES[name].definition


@pytest.mark.parametrize(
    ("count", "of", "english", "arabic"),
    [
        (1, "claim", "1 claim", "إفادة واحدة"),
        (2, "claim", "2 claims", "إفادتان"),
        (5, "claim", "5 claims", "5 إفادات"),
        (49, "claim", "49 claims", "49 إفادة"),
        (11, "day", "11 days", "11 يومًا"),
        (100, "day", "100 days", "100 يوم"),
        (1_326, "figure", "1,326 figures", "1,326 رقمًا"),
    ],
)
def test_things_are_counted_by_the_plurals_of_the_language(count, of, english, arabic):
    assert language() == DEFAULT
    assert terms.counted(count, of) == english
    with speaking("ar"):
        assert terms.counted(count, of) == arabic


@pytest.mark.parametrize(
    ("words", "count", "english", "arabic"),
    [
        ("1", 1, "1 person", "1 شخص"),
        ("7", 7, "7 people", "7 أشخاص"),
        ("961,300", 961_300, "961,300 people", "961,300 شخص"),
        ("948,011", 948_011, "948,011 people", "948,011 شخصًا"),
    ],
)
def test_a_number_takes_the_noun_it_asks_for(words, count, english, arabic):
    assert terms.amount(words, count, "persons") == english
    with speaking("ar"):
        assert terms.amount(words, count, "persons") == arabic
