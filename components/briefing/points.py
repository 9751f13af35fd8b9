"""One count of a selection: its key and its recommended points, each as its speaker said it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from components import selection
from components.briefing.model import Row
from components.selection import SeriesKey


@dataclass(frozen=True, slots=True)
class Count:
    """One series of the selection: its key and its recommended points.

    `own_low` and `own_high` are what a point's own words claim; `low` and `high` are the band.
    """

    key: SeriesKey
    points: tuple[Row, ...]

    @property
    def last(self) -> Row:
        """The last recommended point; there is always one."""
        return self.points[-1]


def read_count(series: pd.DataFrame, key: SeriesKey, figures: pd.DataFrame, known: Mapping[str, Row]) -> Count:
    """Return the count of a key; each point brings the phrase of its figure, from `known` by the id of a figure."""
    points = selection.rows(selection.with_own_words(selection.points(series, key), figures))
    return Count(key, tuple(point | {"phrase": known[point["figure_id"]]["phrase"]} for point in points))


def standing_on(points: Iterable[Row], day: date) -> Row | None:
    """Return the last recommended point up to a day, or None before the first."""
    return max((point for point in points if point["as_of"] <= day), key=lambda point: point["as_of"], default=None)


def last_of_others(counts: Iterable[Count], measure: str, most: int) -> list[tuple[SeriesKey, Row]]:
    """Return the last point of every other measure, each on one basis, the latest report first."""
    return selection.latest_of_each(((count.key, count.last) for count in counts if count.key.measure != measure), most)
