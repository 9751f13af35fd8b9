"""The page of the briefing: chosen in the address, shown in a frame of its own, and offered as the very file."""

import base64
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from components.briefing.files import FORMATS, file_of
from components.briefing.material import Asked
from components.desk import MIME
from tests.components.app import SECONDS, WHOLE, assert_runs, went_to

pytestmark = pytest.mark.usefixtures("built")


def briefing_page(**address: str) -> AppTest:
    app = AppTest.from_file(str(WHOLE), default_timeout=SECONDS)
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return went_to(app, "briefing")


def shown(app: AppTest) -> bytes:
    (frame,) = app.get("iframe")
    return base64.b64decode(frame.proto.src.partition("base64,")[2])


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ({}, Asked(area="SY-NW")),
        ({"audience": "ministerial"}, Asked(area="SY-NW", audience="ministerial")),
        ({"area": "SY07", "audience": "media"}, Asked(area="SY07", audience="media")),
        ({"known_on": "2020-02-20", "profile": "acled"}, Asked(area="SY-NW", known_on=date(2020, 2, 20), profile="acled")),
        ({"previous": "2020-02-15"}, Asked(area="SY-NW", previous=date(2020, 2, 15))),
        ({"briefing_lang": "ar"}, Asked(area="SY-NW", language="ar")),
        ({"lang": "ar"}, Asked(area="SY-NW", language="ar")),
    ],
)
def test_the_frame_shows_the_file_that_the_address_asks_for(address, asked):
    app = briefing_page(**address)
    assert_runs(app)
    assert shown(app) == file_of(asked, "html").content


def test_an_audience_that_is_none_is_named_and_the_default_shown():
    app = briefing_page(audience="everyone")
    assert_runs(app)
    assert any("everyone" in caption.value for caption in app.caption)
    assert shown(app) == file_of(Asked(area="SY-NW"), "html").content


def test_every_format_can_be_downloaded():
    buttons = briefing_page().get("download_button")
    assert len(buttons) == len(FORMATS)
    assert set(FORMATS) <= set(MIME)


def test_a_previous_briefing_that_is_not_earlier_is_said_and_nothing_is_shown():
    app = briefing_page(known_on="2020-02-01", previous="2020-02-15")
    assert_runs(app)
    assert any("is not before" in info.value for info in app.info)
    assert not app.get("iframe")


def test_a_named_person_signs_it_and_can_take_that_back():
    app = briefing_page()
    app.text_input(key="reviewer").input(" The reviewer ").run()
    app.button(key="sign").click().run()
    assert_runs(app)
    page = shown(app).decode()
    assert "Reviewed by The reviewer, " in page
    assert "DRAFT" not in page
    app.button(key="unsign").click().run()
    assert "DRAFT, not reviewed" in shown(app).decode()


def test_a_signature_holds_for_what_was_signed_alone():
    app = briefing_page()
    app.text_input(key="reviewer").input("The reviewer").run()
    app.button(key="sign").click().run()
    app.selectbox(key="audience").select("ministerial").run()
    assert "DRAFT, not reviewed" in shown(app).decode()


def test_nobody_signs_with_an_empty_name():
    app = briefing_page()
    app.text_input(key="reviewer").input("  ").run()
    app.button(key="sign").click().run()
    assert "DRAFT, not reviewed" in shown(app).decode()


def test_the_areas_are_named_in_the_language_of_the_page():
    areas = next(box for box in briefing_page(lang="ar").selectbox if box.key == "area")
    assert "شمال غرب سوريا" in areas.options
    assert "Northwest Syria" not in areas.options
