"""How far a view of a series reaches: the days it shows, and what of the crisis file had happened by the day it is known on.

The dashboard, the charts of the API and the briefings ask here, so that none shows a day or names an event that another hides.
"""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from components.selection import SeriesKey
from etl.crises import Crisis

BEFORE = timedelta(days=2)
"""Some air around marks."""
AFTERWARDS = timedelta(days=42)
"""How far the default period runs on after the last recommended report, to show that nothing followed."""


def days_shown(
    points: pd.DataFrame, key: SeriesKey, about: Crisis, *, first: date | None, last: date | None, known_on: date | None
) -> tuple[date, date]:
    """Return the first and the last day of a view; what is not asked for follows from the reports within the crisis.

    The last one is never beyond the day the view is known on.
    """
    reported = points["as_of"].tolist() or [about.first_day]
    within = [day for day in reported if about.first_day <= day <= about.last_day] or reported
    # Windows fill their days, and a day more would let another window in.
    before, after = (timedelta(0), timedelta(0)) if key.window else (BEFORE, AFTERWARDS)
    begins = first or min(key.since or within[0].replace(day=1), within[0]) - before
    ends = last or within[-1] + after
    return begins, max(min(ends, known_on or ends), begins)


def as_known(about: Crisis, events: pd.DataFrame, known_on: date | None) -> Crisis:
    """Return the crisis with the turning points among the known events; one without an event is known on its day."""
    known, until = set(events["event_id"]), known_on or date.max
    turns = (turn for turn in about.turning_points if (turn.event_id in known if turn.event_id else turn.day <= until))
    return replace(about, turning_points=tuple(turns))
