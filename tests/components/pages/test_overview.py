"""The first page: one sentence, the numbers with speaker and day, the chart, and where it is from."""

import json

import pytest

from tests.components.app import assert_runs, opened, words

pytestmark = pytest.mark.usefixtures("built")


def chart(app):
    return app.get("plotly_chart")[0].proto


def test_it_opens_with_the_sentence_the_headlines_and_the_chart():
    app = opened()
    assert_runs(app)
    assert "According".lower() in words(app)
    assert "961,300" in words(app)
    assert "as of 3 Mar 2020" in words(app)
    assert len(app.get("plotly_chart")) == 1


def test_the_chart_has_an_accessible_name_that_says_the_takeaway():
    assert "people newly displaced" in chart(opened()).alt.lower()


def test_marks_send_ids_and_the_chart_stays_small():
    spec = chart(opened()).spec
    carried = [one.get("customdata", ()) for one in json.loads(spec)["data"]]
    assert all(isinstance(value, str) and " " not in value for ids in carried for value in ids)
    assert len(spec) < 300_000


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"measure": "idps"}, "were living in displacement"),
        (
            {"area": "SY07", "measure": "new_displacement", "series": "month-movements-destination"},
            "movements of people newly displaced to",
        ),
        ({"series": "2019-11-01-persons-origin"}, "since 1 Nov 2019"),
    ],
)
def test_a_view_is_a_link(address, expected):
    app = opened(**address)
    assert_runs(app)
    assert expected in words(app)


@pytest.mark.parametrize(("name", "value"), [("area", "nowhere"), ("measure", "unicorns"), ("series", "yesterday")])
def test_a_value_the_address_asks_for_in_vain_is_ignored_with_a_note(name, value):
    app = opened(**{name: value})
    assert_runs(app)
    assert f"The address asks for {value}, which is not here" in words(app)
    assert "961,300" in words(app)


def test_an_address_is_text_never_markup():
    app = opened(area="![x](http://a.example/b.png)")
    assert_runs(app)
    assert "![x](http" not in words(app)


def test_only_series_of_the_area_and_measure_are_offered():
    app = opened(measure="idps")
    assert all("stock" in option.lower() for option in app.selectbox(key="series").options)


def test_choosing_a_measure_changes_the_sentence():
    app = opened()
    app.selectbox(key="measure").select("returns").run()
    assert_runs(app)
    assert "had returned" in words(app)


def test_a_period_without_a_report_is_a_gap_in_words():
    app = opened()
    app.date_input(key="from").set_value("2020-05-01").run()
    assert_runs(app)
    assert "That is a gap, not a zero." in words(app)
    assert not app.get("plotly_chart")


def test_a_first_day_after_the_last_shows_the_whole_period():
    app = opened()
    app.date_input(key="from").set_value("2020-03-01")
    app.date_input(key="to").set_value("2020-01-01").run()
    assert_runs(app)
    assert "284,000 on 29 Dec 2019" in words(app)


def test_windows_are_also_shown_by_area():
    app = opened(area="SY07", series="month-movements-destination")
    assert len(app.get("plotly_chart")) == 2


def test_the_page_says_of_which_build_it_speaks():
    assert "Counting rules version" in words(opened())
