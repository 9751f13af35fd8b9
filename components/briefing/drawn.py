"""A figure of matplotlib as a file: an element of a page, an SVG of its own, a PNG. The same figure gives the same bytes."""

import html
import io
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from components.briefing import fonts
from components.directions import FSI, PDI

# Text stays text: it can be read aloud, searched and checked, and a dollar sign in it starts no formula. The salt names what a
# drawing refers to, the same each time.
mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "nuzuh", "axes.unicode_minus": False, "text.parse_math": False})

RIGHT_TO_LEFT, LEFT_TO_RIGHT, END, RIGHT = "\u202b", "\u202a", "\u202c", "\u200f"
"""Embeddings: the marks of direction that have a place in the fonts, where the isolates of sentences have none.

A number behind an embedded name would run with the name; the mark of a right-to-left letter between them holds it back.
"""
SPACES = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def line(axes: Axes, days: Sequence[float], counts: Sequence[float], **looks: Any) -> Line2D:
    """Add a line or a mark and return it. `Axes.plot` would measure each time what the axes have to show: it is settled."""
    made = Line2D(days, counts, **looks)
    axes.add_artist(made)
    return made


def settle(figure: Figure) -> None:
    """Make the words of a figure such that every format can show them: in their own direction, no letter without a shape.

    Marks above and below letters are left out: joined ones are kept as letters of their own, and the vowel signs of Arabic say
    nothing that a label needs. A PDF for every reader does not take them in a drawing.
    """
    for text in figure.findobj(Text):
        text.set_text(_settled(text.get_text()))


def _settled(words: str) -> str:
    letters = unicodedata.normalize("NFC", words).replace(FSI, LEFT_TO_RIGHT).replace(PDI, END + RIGHT)
    plain = fonts.printable("".join(letter for letter in letters if letter in (LEFT_TO_RIGHT, END, RIGHT) or _is_drawn(letter)))
    is_turned = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in plain)
    return f"{RIGHT_TO_LEFT}{plain}{END}" if is_turned else str(plain)


def _is_drawn(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf" and not unicodedata.category(letter).startswith("M")


def as_element(figure: Figure, *, alt: str, name: str) -> str:
    """Return a figure as an `<svg>` element of a page: named, scalable, its ids beginning with its own name."""
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    body = text.getvalue()
    body = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", body[body.index("<svg") :], flags=re.DOTALL)
    body = _lightened(body)
    body = re.sub(r"<[^>]+>", lambda tag: re.sub(r"(\.\d)\d+", r"\1", tag[0]), re.sub(r"\n\s*", "\n", body))
    # Two drawings stand in one page, and ids must not meet.
    body = re.sub(r'(id="|href="#|url\(#)(?!n\d+")', rf"\g<1>{name}-", body)
    head = f'<svg role="img" aria-label="{html.escape(alt)}" viewBox='
    return re.sub(r"<svg[^>]*?viewBox=", lambda _: head, body, count=1, flags=re.DOTALL).rstrip()


def _lightened(body: str) -> str:
    """Return a drawing without what says nothing: groups of one mark, and ids that nothing in it refers to.

    The ids of scales stay: by them a reader of the file knows their numbers for numbers that nobody reported.
    """
    referred = set(re.findall(r'(?:href="#|url\(#)([^")]*)', body))
    kept = re.sub(r' id="([^"]*)"', lambda found: found[0] if found[1] in referred or "scale-" in found[1] else "", body)
    # A link to a note stays on its page.
    kept = kept.replace(' target="_blank"', "")
    mark = r"<use[^>]*/>|<path[^>]*/>|<text[^>]*>[^<]*</text>|<a[^>]*>\s*<use[^>]*/>\s*</a>"
    flat = re.sub(rf"<g>\s*({mark})?\s*</g>", r"\1", kept).replace(">\n<", "><").replace(" \n", " ")
    return re.sub(rf"<g>\s*(<g clip-path[^>]*>\s*(?:{mark})\s*</g>)\s*</g>", r"\1", flat)


def as_file(element: str) -> str:
    """Return an `<svg>` element as a file of its own, which has to say what its links are written in."""
    return element.replace("<svg", f"<svg {SPACES}", 1)
