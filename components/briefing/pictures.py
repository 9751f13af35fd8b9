"""The drawings of a document of pages: the size they have there, and as a PNG for files that hold no SVG.

A picture is made of the same SVG that the PDF prints: what is drawn once looks the same in every file.
"""

from functools import lru_cache
from typing import cast

from components.briefing import chart, drawn
from components.briefing import map as print_map
from components.briefing.model import Briefing, Drawing, MapDrawing
from components.briefing.typesetting import compiler

WIDTH = 840
"""How many points a picture is wide; at `DOTS` an inch it is sharp on paper, where it is printed some 17 cm wide."""
DOTS = 180
PAGE = f"""#set page(width: {WIDTH}pt, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%)"""


def svg_of(drawing: Drawing | MapDrawing, briefing: Briefing) -> str:
    """Return a drawing as an `<svg>` element in the size of a page of its briefing."""
    if isinstance(drawing, MapDrawing):
        return print_map.svg(drawing, briefing.note_of)
    if briefing.is_brief:
        return chart.svg(drawing, chart.LINE)
    return chart.svg(drawing, chart.SHORT if briefing.most_pages else chart.PAGE)


def picture_of(drawing: Drawing | MapDrawing, briefing: Briefing) -> bytes:
    """Return a drawing as a PNG, sharp on paper and on white; the same bytes each time."""
    if isinstance(drawing, Drawing) and briefing.is_brief:
        # On one page of Word it stands beside its words.
        return _png(chart.svg(drawing, chart.BRIEF))
    return _png(svg_of(drawing, briefing))


@lru_cache(maxsize=4)
def _png(svg: str) -> bytes:
    content = compiler(PAGE.encode()).compile(format="png", ppi=DOTS, sys_inputs={"drawing": drawn.as_file(svg)})
    # Typed for formats of many files too; here it is one.
    return cast("bytes", content)
