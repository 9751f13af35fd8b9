"""The page of the method: the README's words, and what the rules do in the live data."""

import re

import pytest

from components.method import readme
from etl.counting.intervals import PROFILES
from tests.components.app import assert_runs, words
from tests.components.pages.trust import page

pytestmark = pytest.mark.usefixtures("built")


def unmarked(markdown):
    return re.sub(r"[`*]", "", markdown)


def test_it_says_the_rules_the_limits_and_the_words_as_the_readme_does():
    app = page("method")
    assert_runs(app)
    said = words(app)
    assert [rule.words for rule in readme.rules() if unmarked(rule.words) not in said] == []
    assert [point for point in readme.points("What it does not claim") if unmarked(point) not in said] == []
    assert app.table[-1].value.iloc[:, 0].tolist() == [word for word, _ in readme.table("The words")]


def test_every_rule_has_an_example_from_the_data():
    said = words(page("method"))
    assert "875,000" in said
    assert "holds no example" not in said


def test_the_examples_are_those_of_the_viewpoint():
    app = page("method", known_on="2020-01-20", profile="acled")
    assert_runs(app)
    assert "As known on 20 Jan 2020" in words(app)
    assert "875,000" not in words(app)


def test_a_chosen_phrase_becomes_an_interval_under_each_profile():
    app = page("method")
    app.selectbox(key="phrase").set_value("hundreds of thousands").run()
    assert_runs(app)
    shown = app.table[0].value
    assert shown["Profile"].tolist() == list(PROFILES)
    assert shown["From"].iloc[0] == "200,000"


@pytest.mark.parametrize("asked", ["half a million", "hundreds of thousands"])
def test_a_phrase_in_the_address_is_read_as_one_that_was_typed(asked):
    app = page("method", phrase=asked)
    assert_runs(app)
    assert app.selectbox(key="phrase").value == asked
    assert app.query_params["phrase"] in (asked, [asked])
    assert app.table[0].value["Profile"].tolist() == list(PROFILES)


def test_the_first_phrase_offered_needs_no_place_in_the_address():
    assert "phrase" not in page("method").query_params


def test_an_address_without_a_number_in_its_phrase_is_told_so():
    app = page("method", phrase="the weather")
    assert_runs(app)
    assert "No number and no vague amount was read in these words." in words(app)


def test_a_reader_who_comes_back_by_the_same_address_finds_the_phrase_of_it():
    app = page("method")
    offered = app.selectbox(key="phrase").options[1]
    app.query_params["phrase"] = offered
    app.run()
    app.switch_page("pages/figures.py").run()
    app.query_params["phrase"] = offered
    app.switch_page("pages/method.py").run()
    assert app.selectbox(key="phrase").value == offered
