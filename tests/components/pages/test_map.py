"""The map's page: a sentence, a day that plays, the map, what has no mark, and everything as a table."""

import json

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from components import mapping_view
from etl import store
from tests.components.app import SECONDS, SHELL, assert_runs, blocks, words
from tests.components.frames import day

pytestmark = pytest.mark.usefixtures("built")


def map_page(**address):
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS)
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page("pages/map.py").run()


def chart(app):
    return app.get("plotly_chart")[0].proto


def shown_day(app):
    return app.slider(key="day").value


def test_it_opens_with_the_fullest_day_and_says_who_counted():
    app = map_page()
    assert_runs(app)
    assert shown_day(app) == day("2020-02-29")
    assert "185,364 movements left Saraqab" in words(app).replace("\\", "")
    assert "according to HNAP" in words(app)
    assert len(app.get("plotly_chart")) == 1


def test_governorates_and_the_country_are_listed_and_never_drawn():
    app = map_page()
    assert "453,556 movements came to Idleb" in words(app)
    carried = {id_ for one in json.loads(chart(app).spec)["data"] for id_ in one.get("customdata", ())}
    figures = store.read("figures").set_index("figure_id")
    drawn = figures[figures.index.isin(carried)]
    assert len(drawn) == 8
    assert drawn["area_level"].ge(3).all()
    assert drawn["role"].eq("recommended").all()


def test_what_has_no_point_is_named_and_no_flow_is_invented():
    said = words(map_page()).replace("\\", "")
    assert "Bab al-Hawa" in said
    assert "no report here says in one statement from where and to where" in said
    assert "Salqin is already inside Salqin sub-district" in said


def test_the_chart_is_named_by_what_it_shows_and_stays_small():
    proto = chart(map_page(days="30"))
    assert "movements left Saraqab sub-district" in proto.alt
    assert len(proto.spec) < 300_000


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"day": "2020-01-20"}, "no number of people newly displaced was reported"),
        ({"count": "new_displacement-2019-12-01-persons", "day": "2020-03-06"}, "211,597 people came to Dana"),
        ({"count": "returns-month-movements", "day": "2020-04-15"}, "returned to Ariha"),
        ({"known_on": "2020-01-20"}, "As known on 20 Jan 2020"),
    ],
)
def test_a_view_is_a_link(address, expected):
    app = map_page(**address)
    assert_runs(app)
    assert expected in words(app).replace("\\", "")


@pytest.mark.parametrize(
    ("name", "value"), [("day", "someday"), ("day", "1999-01-01"), ("count", "unicorns"), ("days", "a thousand")]
)
def test_a_value_the_address_asks_for_in_vain_is_ignored_with_a_note(name, value):
    app = map_page(**{name: value})
    assert_runs(app)
    assert f"The address asks for {value}, which is not here" in words(app).replace("\\", "")
    assert shown_day(app) == day("2020-02-29")


def test_moving_the_slider_moves_the_sentence_the_chart_and_the_table():
    app = map_page(count="new_displacement-2019-12-01-persons")
    app.slider(key="day").set_value(day("2020-01-29")).run()
    assert_runs(app)
    assert "no number of people newly displaced" in words(app)
    app.slider(key="day").set_value(day("2020-01-30")).run()
    assert "more than 110,000 people left Saraqeb" in words(app)
    assert "more than 110,000" in list(app.dataframe[0].value["How many or who"])


def test_a_wide_area_shows_its_own_places_and_names_its_own_gaps():
    app = map_page(area="SY0703", day="2020-02-29")
    assert_runs(app)
    carried = {id_ for one in json.loads(chart(app).spec)["data"] for id_ in one.get("customdata", ())}
    figures = store.read("figures").set_index("figure_id")
    codes = set(figures[figures.index.isin(carried)]["area_code"])
    areas = store.read("areas").set_index("area_code")
    assert codes
    assert all(code.startswith("SY0703") or areas["parent_code"][code].startswith("SY0703") for code in codes)
    assert "453,556 movements came to Idleb" not in words(app).replace("\\", "")


def test_a_type_that_is_left_out_is_neither_drawn_nor_lost_from_the_table():
    def symbols(app):
        return {
            one for trace in json.loads(chart(app).spec)["data"] for one in np.ravel(trace.get("marker", {}).get("symbol", []))
        }

    app, every = map_page(days="30", without="town_captured"), map_page(days="30")
    assert "square" in symbols(every)
    assert "square" not in symbols(app)
    assert list(app.dataframe[0].value["What"]) == list(every.dataframe[0].value["What"])


def test_the_towns_along_a_road_stand_in_its_order():
    app = map_page(day="2020-03-06")
    (said,) = [one for one in blocks(app) if "Khan Sheikhoun: " in one]
    order = [said.index(f"{name}: ") for name in ("Khan Sheikhoun", "Maaret al-Numan", "Saraqeb")]
    assert "M5, in its order" in words(app)
    assert order == sorted(order)


def test_playing_goes_on_to_the_next_day_that_has_something_and_taking_hold_stops_it():
    app, everything = map_page(), mapping_view.outlook()
    app.toggle(key="play").set_value(True).run()
    assert_runs(app)
    assert shown_day(app) == mapping_view.next_day(mapping_view.counts(everything)[0], day("2020-02-29"), everything)
    app.slider(key="day").set_value(day("2020-01-30")).run()
    assert app.toggle(key="play").value is False
    assert shown_day(app) == day("2020-01-30")


def test_playing_stops_by_itself_at_the_last_day():
    app = map_page(day="2020-06-30")
    app.toggle(key="play").set_value(True).run()
    assert_runs(app)
    assert app.toggle(key="play").value is False


def test_a_disputed_town_is_said_to_be_disputed():
    app = map_page(day="2020-03-06")
    assert "Of these, 1 is disputed" in words(app).replace("\\", "")
    assert "Saraqeb: disputed" in list(app.dataframe[0].value["What"])


def test_a_link_to_a_mark_shows_its_evidence():
    figure = store.read("figures").query("area_name == 'Dana sub-district' and people_value == 211597").iloc[0]
    app = map_page(figure=figure["figure_id"])
    assert_runs(app)
    assert f"“{figure['phrase']}”" in blocks(app)
