"""The reader's language: from the address, kept from page to page, switched by a button, the same numbers in each."""

import pytest

from components import cards, data, languages, wording
from components.wording import speaking
from etl import store
from tests.components.app import assert_runs, figures_page, opened, went_to, words

pytestmark = pytest.mark.usefixtures("built")


def styles(app):
    return [element.proto.body for element in app.get("html")]


def is_turned(app):
    return any("direction: rtl" in style for style in styles(app))


def test_without_a_wish_the_page_is_english_from_left_to_right():
    app = opened()
    assert_runs(app)
    assert not is_turned(app)
    assert [button.label for button in app.button if button.key.startswith("speak_")] == ["العربية"]


@pytest.mark.parametrize("page", [opened, figures_page])
def test_the_address_chooses_the_language(page):
    app = page(lang="ar")
    assert_runs(app)
    assert is_turned(app)
    assert [button.label for button in app.button if button.key.startswith("speak_")] == ["English"]


def test_the_button_turns_the_page_and_turns_it_back():
    app = opened()
    app.button(key="speak_ar").click().run()
    assert_runs(app)
    assert is_turned(app)
    app.button(key="speak_en").click().run()
    assert_runs(app)
    assert not is_turned(app)


def test_the_choice_goes_along_to_the_next_page():
    app = opened(lang="ar")
    app = went_to(app, "figures")
    assert_runs(app)
    assert is_turned(app)


@pytest.mark.parametrize("asked", ["xx", "../ar", "AR"])
def test_a_language_there_is_not_is_ignored_with_a_note(asked):
    app = opened(lang=asked)
    assert_runs(app)
    assert not is_turned(app)
    assert "The address asks for" in words(app)


def test_outside_a_page_nobody_has_chosen_a_language():
    assert languages.of_reader() == wording.DEFAULT


def test_areas_are_named_in_the_language_and_a_file_keeps_the_names_of_the_table():
    stored = store.read("areas").set_index("area_code")
    with speaking("ar"):
        figures = data.table("figures")
        coded = figures[figures["area_code"].eq("SY-NW").fillna(False)]
        assert set(coded["area_name"]) == {stored["name_ar"]["SY-NW"]}
        as_stored = data.as_stored(figures)
    english = data.table("figures")
    assert figures.drop(columns="area_name").equals(english.drop(columns="area_name"))
    assert as_stored["area_name"].equals(english["area_name"])


@pytest.mark.parametrize(("language", "written"), [("en", "D MMM YYYY"), ("ar", "YYYY-MM-DD")])
def test_a_widget_writes_days_without_english_months_on_a_page_in_another_language(language, written):
    with speaking(language):
        assert cards.day_format() == written
