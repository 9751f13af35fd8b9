"""The same colours mean the same everywhere, and all of them can be read."""

from dataclasses import fields

import pytest

from components import palette

INKS = ("ink", "muted", "displacement", "claim", "advance", "opposition", "strikes", "talks")
THEMES = (palette.LIGHT, palette.DARK, palette.PRINT)


def luminance(color: str) -> float:
    parts = [int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", INKS)
@pytest.mark.parametrize("theme", THEMES)
def test_every_ink_stands_out_from_its_ground(theme, name):
    lighter, darker = sorted((luminance(getattr(theme, name)), luminance(theme.background)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_written_one_way(theme):
    assert all(len(getattr(theme, field.name)) == 7 and getattr(theme, field.name)[0] == "#" for field in fields(theme))


@pytest.mark.parametrize(("theme", "expected"), [("dark", palette.DARK), ("light", palette.LIGHT), (None, palette.LIGHT)])
def test_the_palette_follows_the_readers_theme(theme, expected):
    assert palette.palette_of(theme) is expected


@pytest.mark.parametrize(("share", "color"), [(1.0, "#a3262a"), (0.0, "#ffffff"), (0.5, "#d19294")])
def test_a_paler_colour_is_the_colour_laid_over_its_ground(share, color):
    assert palette.mixed("#a3262a", "#ffffff", share) == color
