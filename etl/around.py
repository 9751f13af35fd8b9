"""Offensives and events of a build beside one running total: the meanwhile of a selection, for commands and pages alike."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from etl import crises, store
from etl.counting import meanwhile
from etl.counting.meanwhile import Association, Point
from etl.errors import CannotMixSince, NoBuild
from etl.select import Selection, select
from etl.tables import surely
from etl.vocabulary import AreaRole, Unit

COLUMNS = ["table", "id", "side", "window_days", "from_day", "to_day", "low", "value", "high", "n_claims"]


@dataclass(frozen=True, slots=True)
class Around:
    """The rows of the meanwhile (offensives, then events), and the finding for each type of event."""

    rows: pd.DataFrame
    associations: tuple[Association, ...]


def around(selection: Selection, since: date | None = None, build: str | None = None) -> Around:
    """Return what the running total of people who left the area says around its offensives and events.

    What the selection leaves open is the crisis file's. Raises CannotMixSince where there is no such running total.
    """
    build = build or store.live_build()
    if build is None:
        raise NoBuild("nothing has been built yet; run `python -m etl build`")
    crisis = crises.read_crisis(store.read("builds", build)["crisis"].iloc[0])
    selection = replace(selection, area=selection.area or crisis.area, measure=selection.measure or crisis.default_measure)
    points = _points(selection, since or crisis.default_since, build)
    whole = Selection(known_on=selection.known_on)
    events, offensives = select("events", whole, build), select("offensives", whole, build)
    rows = [
        {"table": table, "id": row.pop(id_column)} | row
        for table, id_column, frame in (("offensives", "offensive_id", offensives), ("events", "event_id", events))
        for row in meanwhile.meanwhile(frame, id_column, points)
    ]
    associations = tuple(
        meanwhile.association(str(event_type), own["started_on"].dropna(), points)
        for event_type, own in events.groupby("event_type")
    )
    frame = pd.DataFrame(rows, columns=COLUMNS)
    # Whole numbers, also where an open end leaves a gap among them.
    return Around(frame.astype(dict.fromkeys(("low", "value", "high", "n_claims"), "Int64")), associations)


def _points(selection: Selection, since: date | None, build: str) -> list[Point]:
    series = select("series", selection, build)
    own = (series["since"] == since) & (series["unit"] == Unit.PERSONS) & (series["area_role"] == AreaRole.ORIGIN)
    line = series.loc[surely(own)]
    if line.empty:
        raise CannotMixSince(f"there is no running total of {selection.measure} in {selection.area} since {since}")
    return meanwhile.points_of(line, select("figures", replace(selection, area=None, measure=None), build))
