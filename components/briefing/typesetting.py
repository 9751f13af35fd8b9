"""typst as the briefing uses it: with the letters of print and no others, so that every machine sets and draws the same."""

from functools import cache
from typing import Any

import typst

from components.briefing import fonts


def compiler(template: Any) -> typst.Compiler:
    """Return a compiler of a template (a path, or its bytes) that knows our letters only."""
    return typst.Compiler(template, font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> typst.Fonts:
    folders = [str(folder) for folder in fonts.folders()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
