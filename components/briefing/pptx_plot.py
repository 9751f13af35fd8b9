"""A chart that PowerPoint knows as its own: marks and lines over a sheet that its reader can open and edit.

One kind serves all: points in a plane of days and counts. The marks are what was reported; the lines through them (how long a
number stood, what words allow) take their ends from the cells of the marks, so that a number that is edited moves its lines too.
"""

from dataclasses import dataclass, replace
from datetime import date

EPOCH = date(1899, 12, 30)
"""The day from which a sheet counts its days."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was reported: its day and count, the ends of what its words allow, its shape, its label, the words that go with it."""

    day: date
    count: float
    low: float | None = None
    high: float | None = None
    symbol: str = "circle"
    is_hollow: bool = False
    label: str = ""
    label_at: str = "r"
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the sheet: the marks it belongs to (by their place in the plot), the place of the mark, and the column."""

    marks: int
    place: int
    column: str


@dataclass(frozen=True, slots=True)
class End:
    """One end of a line: a day of the sheet and a count (none where a line stops), and the cells they are taken from."""

    day: float
    count: float | None
    day_from: Cell | None = None
    count_from: Cell | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks that belong together: their name, ink and size in points."""

    name: str
    marks: tuple[Mark, ...]
    ink: str
    size: int = 7
    in_legend: bool = True


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one look, each through two or more ends; between two of them is a gap."""

    name: str
    lines: tuple[tuple[End, ...], ...]
    ink: str
    width: float = 1
    is_dotted: bool = False

    @property
    def ends(self) -> tuple[End, ...]:
        """The ends one after the other; where a line stops the day is told again, without a count."""
        return tuple(end for line in self.lines for end in (*line, replace(line[-1], count=None, count_from=None)))[:-1]


@dataclass(frozen=True, slots=True)
class Plot:
    """A whole chart: its lines (drawn first) and marks, the days and counts of its axes, the heads of the columns of words.

    `inner` is where the plot lies: left, top, width and height as shares of the frame.
    """

    marks: tuple[Marks, ...]
    lines: tuple[Lines, ...]
    first: date
    last: date
    top: float
    step: float
    day_step: int
    columns: tuple[str, ...]
    heads: tuple[str, str, str]
    inner: tuple[float, float, float, float]
    has_counts: bool = True
    has_legend: bool = True
    language: str = "en"


def serial(day: date) -> int:
    """Return a day as a sheet counts it."""
    return (day - EPOCH).days


def lengths(plot: Plot) -> list[int]:
    """Return how many rows each series has, marks before lines; the one drawn first has as many as the longest.

    LibreOffice forgets a series that stands before a longer one.
    """
    found = [*(len(marks.marks) for marks in plot.marks), *(len(lines.ends) for lines in plot.lines)]
    found[len(plot.marks) if plot.lines else 0] = max(found)
    return found


def starts(plot: Plot) -> list[int]:
    """Return the row of the sheet (from 1) in which each series has its head: marks, then lines, an empty row after each."""
    rows = [1]
    for n_rows in lengths(plot):
        rows.append(rows[-1] + n_rows + 2)
    return rows[:-1]


def points_of(plot: Plot) -> list[list[tuple[float, float | None]]]:
    """Return the day and the count of every row of each series, as many as `lengths` says."""
    found: list[list[tuple[float, float | None]]] = [[(serial(mark.day), mark.count) for mark in one.marks] for one in plot.marks]
    found += [[(end.day, end.count) for end in lines.ends] for lines in plot.lines]
    return [[*rows, *[(rows[-1][0], None)] * (n - len(rows))] for rows, n in zip(found, lengths(plot), strict=True)]
