"""The letters of print: one family that holds Latin and Arabic, from a package, so that every machine sets the same page.

FiraGO (SIL Open Font License) comes with `pymupdf-fonts`, packed in modules; typst and matplotlib want files. What it lacks is
looked for in DejaVu Sans, which comes with matplotlib, and what both lack is shown as a replacement mark.
"""

import atexit
import shutil
import tempfile
import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

FAMILIES = ("FiraGO", "DejaVu Sans")
STYLES = ("Regular", "Bold", "Italic")
UNITS = 100.0
"""The size in points at which words are measured."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
REFUSED = "\ufeff\u202d\u202e"
"""The mark of byte order, which a PDF must not hold, and the overrides of direction, by which a name could turn what follows."""
UNSHAPED = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
"""Kinds of code points that are no letters: controls, halves of pairs, private and unassigned ones, breaks of lines."""


@cache
def folders() -> tuple[Path, ...]:
    """Return the folders with the files of the fonts; ours lasts as long as the process."""
    folder = Path(tempfile.mkdtemp(prefix="nuzuh-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for style in STYLES:
        (folder / f"FiraGO-{style}.ttf").write_bytes(content(style))
    return folder, Path(mpl.get_data_path()) / "fonts" / "ttf"


def content(style: str) -> bytes:
    """Return the file of our family in one of `STYLES`."""
    return bytes(import_module(f"pymupdf_fonts.FiraGO_{style}").fontbuffer)


@cache
def use_in_charts() -> None:
    """Let matplotlib measure and draw with the letters of the page, and with no others that a machine may have."""
    manager = font_manager.fontManager
    for path in sorted(folders()[0].iterdir()):
        manager.addfont(path)
    manager.ttflist = [font for font in manager.ttflist if font.name in FAMILIES]
    mpl.rcParams["font.family"] = list(FAMILIES)


@cache
def width(words: str, size: float) -> float:
    """Return how wide words are in points, written at a size in points; bold ones are a little wider."""
    font, shapes = _measuring()
    font.set_text("".join(letter for letter in words if ord(letter) in shapes), 0, flags=LoadFlags.NO_HINTING)
    return float(font.get_width_height()[0]) / 64 / UNITS * size


@cache
def _measuring() -> tuple[FT2Font, frozenset[int]]:
    font = FT2Font(str(folders()[0] / "FiraGO-Regular.ttf"))
    font.set_size(UNITS, 72)
    return font, frozenset(font.get_charmap())


@cache
def _letters() -> frozenset[int]:
    ours, others = folders()
    files = (ours / "FiraGO-Regular.ttf", others / "DejaVuSans.ttf")
    return frozenset(code for path in files for code in FT2Font(str(path)).get_charmap())


def printable(words: Any) -> Any:
    """Return words, or lists and records of words, with a mark for every letter that no font here can show.

    A PDF for every reader may not hold a letter without a shape, and a control character has none.
    """
    if isinstance(words, str):
        return "".join(letter if _has_shape(letter) else UNKNOWN for letter in words)
    if isinstance(words, dict):
        return {name: printable(value) for name, value in words.items()}
    return [printable(value) for value in words] if isinstance(words, list | tuple) else words


def _has_shape(letter: str) -> bool:
    kind = unicodedata.category(letter)
    if letter in "\n\t" or kind == "Cf":
        return letter not in REFUSED
    return kind not in UNSHAPED and ord(letter) in _letters()
