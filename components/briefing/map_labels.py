"""Names on the paper map that hide neither one another nor a mark; those that come first choose first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from components.briefing import fonts
from components.briefing.map_ground import Frame
from components.charts.labels import Box

FONT, SMALL = 10.5, 9.0
LINE = 12.0
GAP = 2.5
HIDDEN = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """Lines that want to stand beside a mark of this radius. A number is always said, a name of the ground only where it is free.

    `worth` is what it costs another label to cover the mark; a place of the ground worth nothing has no mark without its name.
    """

    lines: tuple[str, ...]
    at: tuple[float, float]
    radius: float
    is_number: bool = False
    is_ground: bool = False
    worth: float = 4

    @property
    def size(self) -> float:
        """How large it is written, in points."""
        return SMALL if self.is_ground else FONT


@dataclass(frozen=True, slots=True)
class Label:
    """A wish that found room: where its first line begins (a corner, or the middle above), on which side, and what it covers.

    `far` is how far it stands off: then a thin line joins it to its mark.
    """

    wish: Wish
    at: tuple[float, float]
    side: str
    box: Box
    far: float = 0


def placed(wishes: Sequence[Wish], frame: Frame) -> list[Label]:
    """Return the labels that find room; a number that finds none stands where it hides least."""
    marks = [(_mark(wish), wish.worth) for wish in wishes if wish.worth]
    found: list[Label] = []
    for wish in wishes:
        tries = [label for label in _tries(wish) if _is_inside(label.box, frame)]
        if not tries or not frame.holds(wish.at, margin=6):
            continue
        cost, _, label = min((_cost(label, found, marks), k, label) for k, label in enumerate(tries))
        if wish.is_number or cost < max(wish.worth, 0.1):
            found.append(label)
    return found


def _cost(label: Label, found: Iterable[Label], marks: Iterable[tuple[Box, float]]) -> float:
    own = _mark(label.wish)
    # Another name hidden is worse than a mark that shows around its edges, and that worse than a line to the name.
    taken = [other.box for other in found] + [_mark(other.wish) for other in found if not other.wish.worth]
    hidden = HIDDEN * sum(map(label.box.meets, taken))
    return hidden + sum(worth for mark, worth in marks if mark != own and label.box.meets(mark)) + label.far / 26


def _mark(wish: Wish) -> Box:
    return around(wish.at, min(wish.radius, 7))


def around(at: tuple[float, float], radius: float) -> Box:
    """Return the square around a point of the paper."""
    return Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)


def _tries(wish: Wish) -> Iterator[Label]:
    (x, y), height = wish.at, len(wish.lines) * LINE
    for far in (0,) if wish.is_ground and not wish.worth else (0, 13) if wish.is_ground else (0, 13, 28):
        away = wish.radius + GAP + far
        corner = away * 0.75
        places = [
            (away, height / 2, "left"),
            (-away, height / 2, "right"),
            (0, away + height, "center"),
            (0, -away, "center"),
            (corner, corner + height * 0.6, "left"),
            (corner, -corner + height * 0.4, "left"),
            (-corner, corner + height * 0.6, "right"),
            (-corner, -corner + height * 0.4, "right"),
        ]
        # A large circle has room for its own number.
        within = [(0, height / 2, "center")] if wish.is_number and not far else []
        for dx, dy, side in [*places, *within]:
            yield Label(wish, (x + dx, y + dy), side, _box(wish, x + dx, y + dy, side), far)


def _box(wish: Wish, x: float, top: float, side: str) -> Box:
    width = max(fonts.width(line, wish.size) for line in wish.lines) + 2
    left = x - {"left": 0, "center": width / 2, "right": width}[side]
    return Box(left, top - len(wish.lines) * LINE, left + width, top)


def _is_inside(box: Box, frame: Frame) -> bool:
    corners = ((box.left, box.bottom), (box.right, box.top))
    return all(frame.holds(corner, margin=3) for corner in corners)
