"""The settings of the dashboard: known to Streamlit, hardened for the public, in the colours of the charts."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config

from components.palette import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[1]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEMES = [("light", LIGHT), ("dark", DARK)]


def names(settings: dict, prefix: str = "") -> Iterator[str]:
    for key, value in settings.items():
        yield from names(value, f"{prefix}{key}.") if isinstance(value, dict) else [f"{prefix}{key}"]


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_streamlit_knows_every_setting():
    assert set(names(CONFIG)) <= set(config.get_config_options())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.toolbarMode", "viewer"),
        ("server.enableAgentApi", False),
        ("server.fileWatcherType", "none"),
        ("server.headless", True),
    ],
)
def test_a_public_server_tells_and_asks_nothing_it_need_not(name, value):
    section, key = name.split(".")
    assert CONFIG[section][key] == value


@pytest.mark.parametrize(("theme", "palette"), THEMES)
def test_the_pages_have_the_colours_of_the_charts(theme, palette):
    colours = CONFIG["theme"][theme]
    assert colours["backgroundColor"] == palette.background
    assert colours["textColor"] == palette.ink
    assert colours["blueColor"] == colours["primaryColor"] == palette.displacement
    assert colours["redColor"] == palette.advance
    assert colours["orangeColor"] == palette.strikes
    assert colours["grayColor"] == palette.muted


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["textColor", "linkColor", "primaryColor"])
@pytest.mark.parametrize("background", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_can_be_read_on_every_background(theme, ink, background):
    colours = CONFIG["theme"][theme]
    assert contrast(colours[ink], colours[background]) >= 4.5


def test_the_words_of_a_page_have_the_blue_of_its_charts():
    readable = (ROOT / "components" / "readable.css").read_text(encoding="utf-8")
    assert f"light-dark({CONFIG['theme']['light']['linkColor']}, {CONFIG['theme']['dark']['linkColor']})" in readable


def test_body_text_is_fifteen_or_sixteen_pixels():
    assert CONFIG["theme"]["baseFontSize"] in (15, 16)
