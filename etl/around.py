"""Offensives and events of a build beside one running total: the meanwhile of a selection, for commands and pages alike."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from etl import crises, store
from etl.counting import meanwhile
from etl.counting.meanwhile import Association, Point
from etl.errors import CannotMixSince, NoBuild
from etl.select import Selection, select
from etl.tables import surely
from etl.vocabulary import AreaRole, Unit

COLUMNS = ["table", "id", "side", "window_days", "from_day", "to_day", "low", "value", "high", "n_claims"]


@dataclass(frozen=True)
class Around:
    """Offensives and events beside the points of one running total; what is asked of them is worked out when asked."""

    offensives: pd.DataFrame
    events: pd.DataFrame
    points: list[Point]

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The rows of the meanwhile: of the offensives, then of the events."""
        return _rows(self._rows_of(lambda frame: frame))

    def of(self, record_id: str) -> pd.DataFrame:
        """Return the rows of the meanwhile of one offensive or event."""
        return _rows(self._rows_of(lambda frame: frame[surely(frame.iloc[:, 0] == record_id)]))

    @cached_property
    def associations(self) -> tuple[Association, ...]:
        """The finding for each type of event."""
        return tuple(
            meanwhile.association(str(event_type), own["started_on"].dropna(), self.points)
            for event_type, own in self.events.groupby("event_type")
        )

    def _rows_of(self, asked: Callable[[pd.DataFrame], pd.DataFrame]) -> list[dict[str, Any]]:
        return [
            {"table": table, "id": row.pop(id_column)} | row
            for table, id_column, frame in (("offensives", "offensive_id", self.offensives), ("events", "event_id", self.events))
            for row in meanwhile.meanwhile(asked(frame[[id_column, "started_on"]]), id_column, self.points)
        ]


def _rows(rows: list[dict[str, Any]]) -> pd.DataFrame:
    # Whole numbers, also where an open end leaves a gap among them.
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(("low", "value", "high", "n_claims"), "Int64"))


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
    return Around(select("offensives", whole, build), select("events", whole, build), points)


def _points(selection: Selection, since: date | None, build: str) -> list[Point]:
    series = select("series", selection, build)
    own = (series["since"] == since) & (series["unit"] == Unit.PERSONS) & (series["area_role"] == AreaRole.ORIGIN)
    line = series.loc[surely(own)]
    if line.empty:
        raise CannotMixSince(f"there is no running total of {selection.measure} in {selection.area} since {since}")
    return meanwhile.points_of(line, select("figures", replace(selection, area=None, measure=None), build))
