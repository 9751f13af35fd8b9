"""One count of a selection: its key and its recommended points, each as its speaker said it."""

from collections.abc import Iterable
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


def read_counts(series: pd.DataFrame, figures: pd.DataFrame) -> list[Count]:
    """Return every count of the series, the one with the most points first; each point brings the phrase of its figure."""
    told = selection.with_own_words(series, figures[["figure_id", "people_low", "people_high", "rule_id"]])
    phrases = dict(zip(figures["figure_id"], figures["phrase"], strict=True))
    points: dict[SeriesKey, list[Row]] = {}
    for row in selection.rows(told.sort_values("as_of", kind="stable")):
        points.setdefault(selection.key_of(row), []).append(row | {"phrase": phrases[row["figure_id"]]})
    return [Count(key, tuple(points[key])) for key in selection.keys(series)]


def standing_on(points: Iterable[Row], day: date) -> Row | None:
    """Return the last recommended point up to a day, or None before the first."""
    return max((point for point in points if point["as_of"] <= day), key=lambda point: point["as_of"], default=None)


def last_of_others(counts: Iterable[Count], measure: str, most: int) -> list[tuple[SeriesKey, Row]]:
    """Return the last point of every other measure, each on one basis, the latest report first."""
    return selection.latest_of_each(((count.key, count.last) for count in counts if count.key.measure != measure), most)
