"""What a reader of an earlier briefing could know: the same selection, as known on the day of that briefing (rule 13)."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from components import selection
from components.briefing.names import with_names
from components.briefing.points import Count, read_counts
from components.selection import SeriesKey
from etl.select import Selection, select


@dataclass(frozen=True, slots=True)
class Earlier:
    """The knowledge of an earlier day: the counts of the area within the period, and the events known by then.

    `count` is the one the briefing is about, missing where nothing of it was known.
    """

    day: date
    count: Count | None
    others: tuple[Count, ...]
    event_ids: frozenset[str]


def read_earlier(
    known: Selection, build: str, areas: pd.DataFrame, *, area_code: str, key: SeriesKey | None, first: date, last: date
) -> Earlier:
    """Return what a selection with a day of knowledge finds of an area in a period, its areas named as `areas` names them."""
    series, figures, events = (select(name, known, build) for name in ("series", "figures", "events"))
    here = with_names(selection.between(series[series["area_code"].eq(area_code).fillna(False)], first, last), areas)
    counts = read_counts(here, figures)
    return Earlier(
        known.known_on or date.max,
        count=next((count for count in counts if count.key == key), None),
        others=tuple(count for count in counts if count.key != key),
        event_ids=frozenset(events["event_id"]),
    )
