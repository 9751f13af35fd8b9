"""The text with its figures and events marked, as a page for a frame. Every letter of it is escaped; its policy forbids the rest.

The page comes from a data address, so it has no origin and cannot reach the page around it; the template escapes all that is put
into it; and its policy allows no script, no picture and no request, should the first two ever fail.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, select_autoescape

from components.palette import Palette

FOLDER = Path(__file__).parent
LETTERS_A_LINE = 80
PIXELS_A_LINE = 26
LEAST, MOST = 140, 560


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that report something: where they stand and what they are called under the text (1, 2, E1)."""

    start: int
    end: int
    name: str
    is_event: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: whether it is marked, and the names of the marks that end with it."""

    words: str
    is_figure: bool
    is_event: bool
    names: tuple[str, ...]


def marks_of(figures: Iterable[tuple[int, int]], events: Iterable[tuple[int, int]]) -> list[Mark]:
    """Return the marks of spans in the order of the tables: figures are 1, 2, events E1, E2."""
    counted = [Mark(start, end, str(number)) for number, (start, end) in enumerate(figures, start=1)]
    return counted + [Mark(start, end, f"E{number}", is_event=True) for number, (start, end) in enumerate(events, start=1)]


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """Return the whole text in order, cut wherever a mark begins or ends; marks may overlap."""
    known = list(marks)
    cuts = sorted({0, len(text), *(mark.start for mark in known), *(mark.end for mark in known)})
    return [_piece(text, start, end, known) for start, end in pairwise(cuts)]


def _piece(text: str, start: int, end: int, marks: list[Mark]) -> Piece:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return Piece(
        words=text[start:end],
        is_figure=any(not mark.is_event for mark in over),
        is_event=any(mark.is_event for mark in over),
        names=tuple(mark.name for mark in over if mark.end == end),
    )


def page(text: str, marks: Iterable[Mark], colours: Palette) -> str:
    """Return the marked text as an HTML page."""
    return _template().render(pieces=pieces(text, marks), colours=colours)


def framed(html: str) -> str:
    """Return a page as an address for a frame."""
    return f"data:text/html;charset=utf-8;base64,{base64.b64encode(html.encode(errors='replace')).decode()}"


def marks_in(sentence: str, phrase: str) -> list[Mark]:
    """Return the mark of a phrase in its sentence; none where the sentence holds it twice, and which one is meant is not said."""
    begins = sentence.find(phrase)
    return [Mark(begins, begins + len(phrase), "")] if sentence.count(phrase) == 1 else []


def height(text: str, *, least: int = LEAST, letters_a_line: int = LETTERS_A_LINE) -> int:
    """Return how many pixels the frame needs, up to where it scrolls inside itself."""
    n_lines = sum(1 + len(line) // letters_a_line for line in text.split("\n"))
    return max(least, min(MOST, 60 + n_lines * PIXELS_A_LINE))


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
    )
    return environment.get_template("marked.html.jinja")
