"""Where a longitude and a latitude lie on the paper map: one scale in both directions, the reported places in the middle."""

import math
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from components.briefing.model import MapDrawing

WIDTH, HEIGHT = 700, 385
LEGEND = 190
"""Points beside the ground for how to read it."""
AIR = 36
"""Points around the outermost place, for its circle and its name."""
CLOSEST = 1500.0
"""Points of a degree of latitude at the most: one place alone is shown with what lies around it."""
DEGREE = 111.2
"""Kilometres of a degree of latitude."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground that is shown: the middle of it in degrees, points a degree of latitude, and where it begins on the paper."""

    longitude: float
    latitude: float
    scale: float
    left: float

    @property
    def width(self) -> float:
        """The width of the ground in points."""
        return WIDTH - LEGEND

    @property
    def legend(self) -> float:
        """Where the legend begins."""
        return 0 if self.left else WIDTH - LEGEND

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place lies on the paper, in points from the lower left corner."""
        across = math.cos(math.radians(self.latitude)) * self.scale
        x = self.left + self.width / 2 + (longitude - self.longitude) * across
        return round(x, 2), round(HEIGHT / 2 + (latitude - self.latitude) * self.scale, 2)

    def holds(self, point: tuple[float, float], margin: float = 0) -> bool:
        """Return whether a point of the paper lies on the ground, so far from its rim."""
        return self.from_rim(point) >= margin

    def from_rim(self, point: tuple[float, float]) -> float:
        """Return how many points inside the rim of the ground a point lies."""
        x, y = point
        return min(x - self.left, self.left + self.width - x, y, HEIGHT - y)

    def kilometres(self, points: float) -> float:
        """Return how many kilometres so many points are."""
        return points / self.scale * DEGREE

    def window(self, axes: Axes) -> Rectangle:
        """Return the ground as something to clip lines with."""
        return Rectangle((self.left, 0), self.width, HEIGHT, transform=axes.transData)


def frame_of(drawing: MapDrawing, *, is_mirrored: bool) -> Frame:
    """Return the ground that holds every place; its legend stands at the right, or at the left where words run that way."""
    latitudes = [place.latitude for place in drawing.places]
    longitudes = [place.longitude for place in drawing.places]
    south, north, west, east = min(latitudes), max(latitudes), min(longitudes), max(longitudes)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = min(
        CLOSEST,
        (HEIGHT - 2 * AIR) / max(north - south, 1e-6),
        (WIDTH - LEGEND - 2 * AIR) / max((east - west) * squeeze, 1e-6),
    )
    return Frame((west + east) / 2, (south + north) / 2, scale, LEGEND if is_mirrored else 0)
