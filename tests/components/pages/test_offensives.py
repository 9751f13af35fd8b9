"""The page of offensives: a campaign with phases and events, each date with source and status, and the meanwhile."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.components.app import SECONDS, SHELL, assert_runs
from tests.components.app import words as marked

pytestmark = pytest.mark.usefixtures("built")


def words(app: AppTest) -> str:
    """What a reader reads, without the marks that keep other people's words from being markdown."""
    return marked(app).replace("\\", "")


def offensives_page(**address: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS)
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page("pages/offensives.py").run()


def test_it_opens_with_the_latest_campaign_its_phases_and_its_events():
    app = offensives_page()
    assert_runs(app)
    assert "Offensive of December 2019 to March 2020: 19 Dec 2019 to 5 Mar 2020, with 6 phases" in words(app)
    phases, events = app.table[0].value, app.dataframe[0].value
    assert "Western Aleppo" in phases["Campaign and phases"].tolist()
    assert phases["Days according to"].str.contains(r"\(https?://").all()
    assert {"claimed", "confirmed", "reported"} <= set(events["status"])
    assert events["speaker"].notna().all()


def test_another_campaign_is_a_link():
    app = offensives_page(campaign="nw-2019")
    assert_runs(app)
    assert "Advance on Khan Sheikhoun" in app.table[0].value["Campaign and phases"].tolist()


def test_the_meanwhile_says_days_intervals_claims_and_its_caution():
    app = offensives_page(around="nw-winter-m5")
    assert_runs(app)
    changes = app.table[1].value
    assert changes["Window"].tolist() == ["7 days before", "14 days before", "7 days after", "14 days after", "30 days after"]
    assert changes["People newly displaced"].tolist()[-1].startswith("at least ")
    assert "No row for 30 days before: too few reports" in words(app)
    assert "not what caused it" in words(app)


def test_where_the_running_total_has_no_report_there_is_no_row_and_it_is_said():
    app = offensives_page(campaign="nw-2019")
    assert_runs(app)
    assert all("Window" not in table.value for table in app.table)
    assert "No row for 7 days before, 14 days before, 30 days before, 7 days after, 14 days after, 30 days after" in words(app)


def test_beside_a_stock_the_page_says_why_there_is_no_meanwhile():
    app = offensives_page(measure="idps")
    assert_runs(app)
    assert "The meanwhile needs a running total" in words(app)
    assert "Over all events of a type" not in words(app)
    assert all("Type of event" not in table.value for table in app.table)


def test_over_all_events_of_a_type_there_is_a_row_for_each_type_that_can_be_compared():
    app = offensives_page()
    compared = app.table[-1].value
    assert "Airstrike" in compared["Type of event"].tolist()
    assert all(words.endswith(" people a day") for words in compared["14 days after, against before"])
    assert "some differ by chance alone" in words(app)
    assert "people newly displaced in Northwest Syria since 1 Dec 2019, according to CCCM Cluster" in words(app)


def test_known_on_a_day_it_says_nothing_of_what_came_later():
    app = offensives_page(known_on="2020-01-20")
    assert_runs(app)
    assert "As known on 20 Jan 2020" in words(app)
    assert "Offensive begun on 19 Dec 2019" in words(app)
    tables = [app.table[0].value.to_string(), app.dataframe[0].value.to_string(), app.get("plotly_chart")[0].proto.spec]
    everything = "\n".join([words(app), *tables])
    assert "Town captured: Saraqeb" not in everything
    assert "Maaret al-Numan, Saraqeb and the M5" not in everything
    assert "March 2020" not in everything


def test_before_any_offensive_was_known_there_is_a_gap():
    app = offensives_page(known_on="2019-04-02")
    assert_runs(app)
    assert "No offensive is known from this day." in words(app)


@pytest.mark.parametrize(("name", "value"), [("campaign", "crusade"), ("around", "nothing")])
def test_what_is_not_there_is_ignored_with_a_note(name, value):
    app = offensives_page(**{name: value})
    assert_runs(app)
    assert f"The address asks for {value}, which is not here" in words(app)


def test_a_link_to_an_event_shows_who_says_so():
    app = offensives_page(figure="20200206-town-cap-saraqeb")
    assert_runs(app)
    assert "Status: " in words(app)
