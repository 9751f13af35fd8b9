"""What the examples are taken from: the tables of one build, and the series the dashboard opens with."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from components import selection
from components.selection import SeriesKey
from components.viewpoint import NOW, Viewpoint
from etl import crises, store
from etl.crises import Crisis
from etl.select import select

Row = dict[str, Any]


@dataclass(frozen=True)
class Live:
    """One build from one viewpoint, its tables read when first asked for."""

    build: str
    viewpoint: Viewpoint = NOW

    def _table(self, name: str) -> pd.DataFrame:
        return select(name, self.viewpoint.selection, self.build)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The figures, what they claim and why they count."""
        return self._table("figures")

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims."""
        return self._table("claims")

    @cached_property
    def series(self) -> pd.DataFrame:
        """The points of every series."""
        return self._table("series")

    @cached_property
    def documents(self) -> pd.DataFrame:
        """The documents."""
        return self._table("documents")

    @cached_property
    def crisis(self) -> Crisis:
        """The crisis the build was made for."""
        return crises.read_crisis(store.read("builds", self.build)["crisis"].iloc[0])

    @cached_property
    def key(self) -> SeriesKey | None:
        """The series the dashboard opens with; None where the build has none of its area and measure."""
        about = self.crisis
        here = [key for key in selection.keys(self.series) if (key.area_code, key.measure) == (about.area, about.default_measure)]
        return selection.default_key(here, since=about.default_since) if here else None

    @cached_property
    def points(self) -> list[Row]:
        """The points of that series, oldest first, with what their own words claim."""
        if self.key is None:
            return []
        return selection.rows(selection.with_own_words(selection.points(self.series, self.key), self.figures))

    @cached_property
    def beside(self) -> list[Row]:
        """The claims that stand beside that series and are not its line, oldest first."""
        if self.key is None:
            return []
        claims = selection.claims(selection.keyed(self.figures), self.claims, self.key)
        return [row for row in selection.rows(claims) if row["role"] != "recommended"]

    def first(self, mask: pd.Series) -> Row | None:
        """Return the first figure where the mask is surely true, by day and id, or None."""
        found = self.figures[mask.fillna(False).astype(bool)].sort_values(["as_of", "figure_id"]).head(1)
        return selection.rows(found)[0] if len(found) else None
