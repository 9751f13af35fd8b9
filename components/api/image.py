"""The chart as a picture that can stand alone: its title above, its source below, inside the file."""

import io
import textwrap
import threading
from functools import lru_cache

import matplotlib as mpl
from matplotlib.figure import Figure
from starlette.requests import Request
from starlette.responses import Response

from components.api import answers, asked
from components.api.problems import Problem
from components.api.view import PARAMETERS, Seen, read_view
from components.briefing import chart
from components.palette import PRINT

MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
TITLE, TEXT, LINE, MARGIN = 15, 11, 15, 12
LETTERS = 112
"""Characters of a line of text as wide as the chart."""
DENSITY = 144
MOST_DAYS = 3_700
"""Ten years: the longest period a chart shows; a longer one would be a picture of nothing."""
DRAWING = threading.Lock()  # matplotlib keeps fonts and settings in one place for all threads


def image(request: Request) -> Response:
    """Return the chart of a series as SVG or PNG."""
    form = request.path_params["format"]
    if form not in MEDIA_TYPES:
        raise Problem(404, f"a chart does not come as {form[:20]!r}; it comes as {', '.join(MEDIA_TYPES)}")
    found, build = asked.read(request, PARAMETERS), answers.live()
    key = tuple(sorted(found.items()))
    return answers.answer(request, build, MEDIA_TYPES[form], lambda: _picture(answers.tag_of(request, build), key, build, form))


@lru_cache(maxsize=64)
def _picture(tag: str, found: tuple[tuple[str, object], ...], build: str, form: str) -> bytes:
    seen = read_view(dict(found), build)
    with DRAWING:
        return picture(seen, form)


def picture(seen: Seen, form: str) -> bytes:
    """Return the bytes of a chart; the same view gives the same bytes. Raises Problem for a period too long to draw."""
    checked_period(seen)
    figure = chart.draw(seen.drawing, chart.WIDE, {})
    _frame(figure, seen)
    buffer = io.BytesIO()
    if form == "png":
        figure.savefig(buffer, format="png", dpi=DENSITY, metadata={"Software": None, "Title": seen.drawing.title.words})
    else:
        with mpl.rc_context({"svg.hashsalt": "nuzuh"}):
            figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Title": seen.drawing.title.words})
    return buffer.getvalue()


def checked_period(seen: Seen) -> None:
    """Raise Problem for a period too long to draw."""
    if (seen.drawing.last - seen.drawing.first).days > MOST_DAYS:
        raise Problem(400, f"from, to: a chart shows {MOST_DAYS:,} days at most", [("from", "the period is too long to draw")])


def _frame(figure: Figure, seen: Seen) -> None:
    """Make room above and below the plots for what they show and whose numbers they are."""
    above = textwrap.wrap(seen.drawing.title.words, 80)
    under = [*textwrap.wrap(seen.drawing.subtitle, LETTERS), *textwrap.wrap(seen.source, LETTERS)]
    under += textwrap.wrap(f"Nuzuh, build {seen.built['build_id']}. Meanwhile, not because.", LETTERS)
    height = figure.get_figheight() * 72
    head, foot = len(above) * (TITLE + 6) + MARGIN, len(under) * LINE + MARGIN
    whole = height + head + foot
    for axes in figure.axes:
        box = axes.get_position()
        axes.set_position((box.x0, (box.y0 * height + foot) / whole, box.width, box.height * height / whole))
    figure.set_figheight(whole / 72)
    figure.patch.set_visible(True)
    figure.patch.set_facecolor(PRINT.background)
    left = MARGIN / (figure.get_figwidth() * 72)
    for row, text in enumerate(above):
        y = 1 - (MARGIN / 2 + row * (TITLE + 6)) / whole
        figure.text(left, y, _literal(text), va="top", fontsize=TITLE, weight="bold", color=PRINT.ink)
    for row, text in enumerate(under):
        figure.text(left, (foot - 4 - row * LINE) / whole, _literal(text), va="top", fontsize=TEXT, color=PRINT.muted)


def _literal(text: str) -> str:
    """Return text in which matplotlib reads no formula."""
    return text.replace("$", r"\$")
