"""The address of a page: what it asks for is heard once, and what the app wrote there is no wish."""

import pytest
from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st

    from components import address

    st.text(f"{address.asked('area')}")
    address.write("area", st.session_state.get("choice"))


@pytest.fixture
def app():
    return AppTest.from_function(page)


def said(app):
    return app.run().text[0].value


def test_an_address_that_asks_for_nothing_is_no_wish(app):
    assert said(app) == "None"


def test_a_wish_is_heard_until_a_choice_stands_in_its_place(app):
    app.query_params["area"] = "SY07"
    app.session_state["choice"] = "SY07"
    assert said(app) == "SY07"
    assert said(app) == "None"


def test_another_wish_is_heard_again(app):
    app.session_state["choice"] = "SY07"
    said(app)
    app.query_params["area"] = "SY02"
    assert said(app) == "SY02"


def test_a_choice_that_is_the_default_takes_the_wish_out_of_the_address(app):
    app.query_params["area"] = "nowhere"
    assert said(app) == "nowhere"
    assert "area" not in app.query_params
    assert said(app) == "None"
