"""A report handed in: read, shown as text, offered as CSV, forgotten on request."""

import base64
from datetime import date

import pytest

from tests.components.app import assert_runs, papers, words
from tests.components.intake.files import HOSTILE, WORDS
from tests.components.pages.trust import page, pressed

pytestmark = pytest.mark.usefixtures("built")


def after(text):
    app = page("read")
    app.text_area(key="text").set_value(text)
    return pressed(app, "Read it")


def test_it_opens_with_a_form_and_says_what_is_taken_and_kept():
    app = page("read")
    assert_runs(app)
    assert "at most 2 MB" in words(app)
    assert "Nothing is stored" in words(app)
    assert not app.dataframe


def test_the_example_is_read():
    app = pressed(pressed(page("read"), "Use an example text"), "Read it")
    assert_runs(app)
    assert "This text reports 5 figures and 1 event" in words(app)
    assert [button.proto.label for button in app.get("download_button")] == [
        "Download the figures as CSV",
        "Download the events as CSV",
    ]


@pytest.mark.parametrize(("profile", "low", "high"), [("interval", 2_000, 9_999), ("emdat", 2_000, None)])
def test_vague_words_become_the_interval_of_the_readers_profile(profile, low, high):
    app = page("read", profile=profile)
    app.text_area(key="text").set_value("Thousands of people fled Saraqeb, OCHA said on 3 February 2020.")
    row = pressed(app, "Read it").dataframe[0].value.iloc[0]
    assert row["Low"] == low
    assert (row["High"] if high else row.isna()["High"]) == (high or True)


def test_a_report_published_after_the_day_one_looks_from_says_so():
    app = page("read", known_on="2020-01-20")
    app.text_area(key="text").set_value(f"3 February 2020. {WORDS}")
    app.date_input(key="published").set_value(date(2020, 2, 3))
    assert "published after 20 Jan 2020" in words(pressed(app, "Read it"))


def test_a_figure_keeps_its_words_interval_and_speaker():
    app = after(WORDS)
    assert_runs(app)
    row = app.dataframe[0].value.iloc[0]
    assert (row["Words"], row["Low"], row["Speaker"]) == ("more than 800,000", 800_000, "OCHA")
    assert row["High"] is None or row.isna()["High"]


@pytest.mark.parametrize(("text", "sentence"), [("", "it is empty"), ("word " * 50_000, "250,000 characters")])
def test_what_cannot_be_read_is_a_sentence(text, sentence):
    app = after(text)
    assert_runs(app)
    assert sentence in words(app)
    assert not app.dataframe


def test_a_text_that_reports_nothing_is_not_a_zero():
    app = after("The weather was fine in the mountains and it stayed that way for the rest of the day.")
    assert_runs(app)
    assert "That is not a zero" in words(app)


def test_hostile_words_stand_in_a_frame_of_no_origin_and_nowhere_in_markdown():
    app = after(f"{WORDS} {HOSTILE}")
    assert_runs(app)
    assert "markdown.png" not in "".join(element.value for element in (*app.markdown, *app.caption, *app.subheader))
    app.text_input(key="publisher").set_value("<img src=x> **Desk**")
    next(button for button in app.button if button.label == "Read it").click().run()
    assert "<img src=x> **Desk**" in words(app)
    assert "<img" not in papers(app)
    (frame,) = app.get("iframe")
    assert frame.proto.src.startswith("data:text/html")
    assert b"<img" not in base64.b64decode(frame.proto.src.partition("base64,")[2])


def test_what_is_forgotten_is_gone_and_another_session_never_saw_it():
    app = after(WORDS)
    assert not page("read").dataframe
    app = pressed(app, "Forget it")
    assert_runs(app)
    assert not app.dataframe
    assert not app.text_area(key="text").value
