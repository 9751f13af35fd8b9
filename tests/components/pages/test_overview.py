"""The first page: one sentence, the numbers with speaker and day, the chart, and where it is from."""

import json

import pytest

from tests.components.app import assert_runs, blocks, opened, papers, words

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


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("from", "2050-01-01", "every day"),
        ("to", "soon", "every day"),
        ("per_day", "perhaps", "no change per day"),
        ("without", "elephant", "every other type of event"),
    ],
)
def test_so_is_a_value_of_a_choice_that_ignores_it_without_a_word(name, value, shown):
    app = opened(**{name: value})
    assert_runs(app)
    assert f"The address asks for {value}, which is not here; {shown} is shown." in words(app).replace("\\", "")
    assert "961,300" in words(app)
    assert "The address asks for" not in words(app.run())


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


def test_known_on_a_day_the_last_point_is_that_days_and_the_page_says_so():
    app = opened(known_on="2020-01-20")
    assert_runs(app)
    read = words(app)
    assert "As known on 20 Jan 2020" in read
    assert "By 16 Jan 2020, about 350,000 people" in read
    assert "961,300" not in read
    assert "Saraqeb" not in read
    assert "Saraqeb captured" not in chart(app).spec


def test_what_came_since_is_listed_with_links_only_when_a_day_is_chosen():
    table = opened(known_on="2020-01-20").table[0].value
    assert table["As of"].tolist()[-1] == "3 Mar 2020"
    assert table["Known today"].tolist()[-1].startswith("[961,300](figures?figure=")
    assert not opened().table
    assert "What came since" not in words(opened())


@pytest.mark.parametrize("value", ["yesterday", "2020-13-01", "1999-01-01", "2999-01-01", "2020-01-20T00:00"])
def test_a_day_that_is_none_or_outside_the_data_is_ignored_with_a_note(value):
    app = opened(known_on=value)
    assert_runs(app)
    assert f"The address asks for {value}, which is not here; what is known today is shown." in words(app).replace("\\", "")
    assert "961,300" in words(app)


def test_on_a_day_before_any_report_there_is_a_gap_and_no_chart():
    app = opened(known_on="2019-04-01")
    assert_runs(app)
    assert "people newly displaced in Northwest Syria in this period. That is a gap, not a zero." in words(app)
    assert not app.get("plotly_chart")
    assert "What came since 1 Apr 2019" in words(app)


def test_the_profile_is_named_beside_every_number_it_made():
    app = opened(profile="acled")
    assert_runs(app)
    said = [line for line in blocks(app) if ", as of" in line]
    assert "Words are read by profile acled" in words(app)
    assert "according to CCCM Cluster, by profile acled" in words(app)
    assert said
    assert all("by profile acled" in line for line in said)
    assert "by profile" not in words(opened())


def test_a_profile_that_is_none_is_ignored_with_a_note():
    app = opened(profile="guess")
    assert_runs(app)
    assert "The address asks for guess, which is not here; interval (default) is shown." in words(app).replace("\\", "")


def test_a_profile_changes_the_band():
    def n_open_sides(app):
        traces = json.loads(chart(app).spec)["data"]
        return next(len(one["marker"]["angle"]) for one in traces if one["name"] == "open side")

    assert n_open_sides(opened(profile="emdat")) < n_open_sides(opened())


def test_the_change_per_day_is_there_when_asked_for():
    assert len(opened(per_day="true").get("plotly_chart")) == 2
    app = opened()
    app.toggle(key="per_day").set_value(True).run()
    assert_runs(app)
    assert len(app.get("plotly_chart")) == 2
    assert not opened(measure="idps").toggle


def test_a_click_on_a_claim_shows_all_claims_of_its_day_side_by_side():
    app = opened(figure="749811100cdfd07a")
    assert_runs(app)
    assert "What was claimed about 31 Jan 2020" in words(app)
    assert "Since 1 Dec 2019, recommended: UN Secretary-General, about 520,000 people. Why:" in words(app)
    assert "UNICEF: more than 586,000 people" in words(app)


def test_months_above_their_own_past_are_a_quiet_list_with_links():
    app = opened()
    assert "Months above their own past" in blocks(app, "h2")
    assert any(line.startswith("Idleb, 30 days to 29 Feb 2020: about 464,000 movements") for line in blocks(app, "li"))
    assert 'href="figures?figure=' in papers(app)


def test_how_old_the_last_report_is_stands_in_words():
    assert "The last report is 4 days older than 20 Jan 2020" in words(opened(known_on="2020-01-20"))
