"""The types of events on the chart: in the address, in the chart, and unknown ones ignored."""

import json

import pytest

from tests.components.app import assert_runs, opened

pytestmark = pytest.mark.usefixtures("built")


def drawn(app):
    (events,) = [one for one in json.loads(app.get("plotly_chart")[0].proto.spec)["data"] if one["name"] == "events"]
    return set(events["marker"]["symbol"])


def pills(app):
    (found,) = [one for one in app.pills if one.key == "event types shown"]
    return found


def test_every_type_that_occurs_is_drawn_and_has_its_pill():
    app = opened()
    assert_runs(app)
    assert {"airstrike", "town_captured"} <= set(pills(app).value)
    assert {"triangle-down", "square"} <= drawn(app)


def test_a_type_that_the_address_leaves_out_is_not_drawn():
    app = opened(without="airstrike.town_captured")
    assert_runs(app)
    assert {"airstrike", "town_captured"}.isdisjoint(pills(app).value)
    assert drawn(app).isdisjoint({"triangle-down", "square"})


def test_a_type_that_is_none_is_ignored():
    assert pills(opened(without="airstrike.elephant")).value == [one for one in pills(opened()).value if one != "airstrike"]


def test_a_click_leaves_a_type_out_and_the_next_one_brings_it_back():
    app = opened()
    every = pills(app).value
    pills(app).set_value([one for one in every if one != "shelling"]).run()
    assert_runs(app)
    assert "triangle-down-open" not in drawn(app)
    pills(app).set_value(every).run()
    assert "triangle-down-open" in drawn(app)
