"""A drawing as a PNG for files that hold pictures: the print chart in the size of its document, or the map."""

from components.briefing import chart
from components.briefing import map as print_map
from components.briefing.model import Briefing, Drawing, MapDrawing


def picture_of(drawing: Drawing | MapDrawing, briefing: Briefing) -> bytes:
    """Return a drawing as a PNG, sharp on paper and on white; the same bytes each time."""
    if isinstance(drawing, MapDrawing):
        return print_map.png(drawing)
    return chart.png(drawing, chart.BRIEF if briefing.is_brief else None)
