"""A page's address is asked whether the app lives under it, and says where it does, without an error."""

import re
from pathlib import Path

import pytest
from starlette.requests import Request

from components.api import probes

CONTENTS = Path(probes.__file__).parents[1] / "contents.py"


@pytest.mark.parametrize("page", probes.PAGES)
@pytest.mark.parametrize("name", probes.ASKED)
def test_a_page_is_not_the_root_of_the_app(page, name):
    path = f"/{page}/_stcore/{name}"
    (route,) = [one for one in probes.routes() if one.path == path]
    answer = route.endpoint(Request({"type": "http", "path": path, "headers": [], "server": ("localhost", 80)}))
    assert answer.status_code == 300
    assert answer.headers["link"] == f'</_stcore/{name}>; rel="alternate"'
    assert "location" not in answer.headers


def test_every_page_of_the_app_is_known():
    assert set(re.findall(r'url_path="(\w+)"', CONTENTS.read_text(encoding="utf-8"))) == set(probes.PAGES)
