"""The page of the briefing: chosen in the address, shown in a frame of its own, and offered as the very file."""

import base64

import pytest
from streamlit.testing.v1 import AppTest

from components.briefing.files import file_of
from components.briefing.material import Asked
from tests.components.app import SECONDS, SHELL, assert_runs

pytestmark = pytest.mark.usefixtures("built")


def briefing_page(**address: str) -> AppTest:
    app = AppTest.from_file(str(SHELL), default_timeout=SECONDS)
    app.run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page("pages/briefing.py").run()


def shown(app: AppTest) -> bytes:
    (frame,) = app.get("iframe")
    return base64.b64decode(frame.proto.src.partition("base64,")[2])


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ({}, Asked(area="SY-NW")),
        ({"audience": "ministerial"}, Asked(area="SY-NW", audience="ministerial")),
        ({"area": "SY07", "audience": "media"}, Asked(area="SY07", audience="media")),
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


def test_the_file_can_be_downloaded():
    (button,) = briefing_page().get("download_button")
    assert button.proto.label == "Download this briefing"
