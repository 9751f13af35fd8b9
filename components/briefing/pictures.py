"""A drawing as a PNG for files that hold pictures: sharp on paper, on white, the same bytes each time."""

import io

from components.briefing import chart
from components.briefing.model import Briefing, Drawing, MapDrawing

SHARPNESS = 3
"""Dots of the picture for each pixel of the drawing: 216 to an inch."""


def picture_of(drawing: Drawing | MapDrawing, briefing: Briefing) -> bytes | None:
    """Return a drawing as a PNG, or None where there is none yet for its kind."""
    if isinstance(drawing, MapDrawing):
        return None
    size = chart.BRIEF if briefing.is_brief else chart.WIDE
    figure = chart.draw(drawing, size, briefing.note_of)
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=72 * SHARPNESS, facecolor="white", metadata={"Software": None})
    return written.getvalue()
