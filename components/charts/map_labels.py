"""Words on the map that hide neither one another nor a mark, on a narrow page and on a wide one. No streamlit."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.canvas import width_of
from components.charts.labels import Box

NARROW = 344
"""Width in pixels of the map on a page of 390 pixels."""
HEIGHT = 620
LETTER = 6.0
"""Width in pixels of a letter, rounded up."""
LINE = 14
GAP = 2
EDGE = 4
WIDEST = 3.0
"""How many times as wide as high the map may be; its ground is then drawn at its largest scale."""
SIDES = (("left", "middle"), ("right", "middle"), ("center", "bottom"), ("center", "top"))
BESIDE = (("center", "bottom"), ("center", "top"))
WITHIN = (("center", "middle"),)
CORNERS = (("left", "bottom"), ("left", "top"), ("right", "bottom"), ("right", "top"))


@dataclass(frozen=True, slots=True)
class Extent:
    """The ground that is shown, in degrees."""

    west: float
    east: float
    south: float
    north: float

    @property
    def squeeze(self) -> float:
        """How many degrees of longitude are as long as one of latitude."""
        return 1 / math.cos(math.radians((self.south + self.north) / 2))

    def scale(self, width: float) -> float:
        """Return the pixels of a degree of latitude on a map of this width."""
        return min(HEIGHT / (self.north - self.south), width * self.squeeze / (self.east - self.west))


@dataclass(frozen=True, slots=True)
class Wish:
    """A label and the mark it belongs to; `radius` is the mark's in pixels."""

    lines: tuple[str, ...]
    longitude: float
    latitude: float
    radius: float
    color: str
    size: int = 11
    is_bold: bool = False
    anchors: tuple[tuple[str, str], ...] = (*SIDES, *CORNERS)
    has_dot: bool = False
    """Whether the label brings a dot of its own, which no other word may cover."""
    may_cross_rings: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A wish that found room, and where: the side of the label that is turned to its mark."""

    wish: Wish
    anchor: tuple[str, str]


def extent_of(places: Iterable[tuple[float, float]], margin: float = 0.06) -> Extent:
    """Return the ground that holds all places (longitude, latitude) with some air around them."""
    known = list(places)
    longitudes, latitudes = [one[0] for one in known], [one[1] for one in known]
    across, up = (max(max(side) - min(side), 0.2) for side in (longitudes, latitudes))
    west, south = min(longitudes) - across * margin, min(latitudes) - up * margin
    return Extent(west, max(longitudes) + across * margin, south, max(latitudes) + up * margin)


Mark = tuple[float, float, float]
"""Longitude, latitude, and radius in pixels."""


def thinned(wishes: Sequence[Wish], marks: Sequence[Mark], extent: Extent, *, rings: Sequence[Mark] = ()) -> list[Label]:
    """Return the labels that find room; those that come first choose first, the others stay unsaid.

    No label covers one of the marks, but for one that may stand within its own. Through rings the ground shows, so that a
    label that may cross them does; a number may not, or it would seem to be that of another ring.
    """
    scales = (extent.scale(NARROW), extent.scale(NARROW * WIDEST))
    taken = [[_mark(mark, scale, extent) for mark in marks] for scale in scales]
    ringed = [[_mark(ring, scale, extent) for ring in rings] for scale in scales]
    found = []
    for wish in wishes:
        shy_of = taken if wish.may_cross_rings else [[*one, *other] for one, other in zip(taken, ringed, strict=True)]
        label = next((Label(wish, anchor) for anchor in wish.anchors if _has_room(wish, anchor, scales, shy_of, extent)), None)
        if label:
            found.append(label)
            for scale, boxes in zip(scales, taken, strict=True):
                boxes += [_box(wish, label.anchor, scale, extent), *_dot(wish, scale, extent)]
    return found


def _has_room(
    wish: Wish, anchor: tuple[str, str], scales: Sequence[float], taken: Sequence[Sequence[Box]], extent: Extent
) -> bool:
    own = (wish.longitude, wish.latitude, wish.radius)
    for scale, boxes in zip(scales, taken, strict=True):
        box, dot = _box(wish, anchor, scale, extent), _dot(wish, scale, extent)
        mine = _mark(own, scale, extent) if anchor in WITHIN else None
        if not _is_inside(box, scale, extent):
            return False
        if any(one.meets(other) for one in (box, *dot) for other in boxes if other != mine):
            return False
    return True


def _at(longitude: float, latitude: float, scale: float, extent: Extent) -> tuple[float, float]:
    return (longitude - extent.west) / extent.squeeze * scale, (latitude - extent.south) * scale


def _mark(mark: tuple[float, float, float], scale: float, extent: Extent) -> Box:
    x, y = _at(mark[0], mark[1], scale, extent)
    # The corners of a circle's box are free: the square of the same area keeps enough of it visible.
    half = mark[2] * 0.88
    return Box(x - half, y - half, x + half, y + half)


def _dot(wish: Wish, scale: float, extent: Extent) -> list[Box]:
    return [_mark((wish.longitude, wish.latitude, wish.radius), scale, extent)] if wish.has_dot else []


def _lines(wish: Wish, anchor: tuple[str, str]) -> tuple[str, ...]:
    """Return what is said beside a mark; within it there is room for the first line only."""
    return wish.lines[:1] if anchor in WITHIN else wish.lines


def _box(wish: Wish, anchor: tuple[str, str], scale: float, extent: Extent) -> Box:
    x, y = _at(wish.longitude, wish.latitude, scale, extent)
    dx, dy = _shift(wish, anchor)
    lines = _lines(wish, anchor)
    width = max(width_of(line, LETTER) for line in lines) * wish.size / 11 + 3
    height = LINE * len(lines) + 3
    left = x + dx - {"left": 0, "center": width / 2, "right": width}[anchor[0]]
    bottom = y + dy - {"bottom": 0, "middle": height / 2, "top": height}[anchor[1]]
    return Box(left, bottom, left + width, bottom + height)


def _shift(wish: Wish, anchor: tuple[str, str]) -> tuple[float, float]:
    if anchor in WITHIN:
        return 0, 0
    away = wish.radius + GAP
    is_corner = anchor[0] != "center" and anchor[1] != "middle"
    reach = away * 0.75 if is_corner else away
    return {"left": reach, "center": 0, "right": -reach}[anchor[0]], {"bottom": reach, "middle": 0, "top": -reach}[anchor[1]]


def _is_inside(box: Box, scale: float, extent: Extent) -> bool:
    right, top = _at(extent.east, extent.north, scale, extent)
    return box.left >= EDGE and box.bottom >= EDGE and box.right <= right - EDGE and box.top <= top - EDGE


def annotation(label: Label) -> dict[str, Any]:
    """Return a label as an annotation beside its mark."""
    wish, anchor = label.wish, label.anchor
    dx, dy = _shift(wish, anchor)
    first, *rest = _lines(wish, anchor)
    return {
        "text": "<br>".join([f"<b>{first}</b>" if wish.is_bold else first, *rest]),
        "x": round(wish.longitude, 4),
        "y": round(wish.latitude, 4),
        "xanchor": anchor[0],
        "yanchor": anchor[1],
        "xshift": round(dx),
        "yshift": round(dy),
        "align": anchor[0],
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": wish.size, "color": wish.color},
    }
