"""What the table of figures offers, finds and shows page by page, kept by build: many rows are narrowed once."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from components import data, downloads, facts, paging, selection
from components.kept import kept
from components.sheet import Sheet, sheet
from components.viewpoint import NOW, Viewpoint
from components.wording import N_, language, speaking

ANY = "any"
COLUMNS = {
    "as_of": N_("As of"),
    "speaker": N_("Speaker"),
    "claimed": N_("Claim"),
    "people_value": N_("Number"),
    "measure": N_("Measure"),
    "area_name": N_("Area"),
    "role": N_("Role"),
    "phrase": N_("Words"),
    "published_on": N_("Published"),
    "publisher": N_("Publisher"),
    "period_start": N_("Since"),
}
"""The columns of the reader's table, by their titles."""
ROWS_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen of the figures: areas as code and name, measures and speakers, each in its order."""

    areas: dict[str, str]
    measures: list[str]
    speakers: list[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the table of figures is to show; ANY and an empty text take everything."""

    area: str
    measure: str
    speaker: str
    role: str
    words: str
    first: date | None
    last: date | None

    def in_words(self) -> list[str]:
        """Return the filters in use, for the name of a file."""
        chosen = [value for value in (self.area, self.measure, self.speaker, self.role) if value != ANY]
        days = [f"from-{self.first}" if self.first else "", f"to-{self.last}" if self.last else ""]
        return [*chosen, self.words, *days]


@dataclass(frozen=True, slots=True)
class Found:
    """The figures that fit: where they stand in the table, newest first, of how many, and how many have no publication day.

    `n_speakers` say them, and `first` to `last` are the days they describe, missing where none gives one.
    """

    positions: np.ndarray
    n_all: int
    n_undated: int
    n_speakers: int
    first: date | None
    last: date | None

    @property
    def n(self) -> int:
        """How many figures fit."""
        return len(self.positions)

    @property
    def n_pages(self) -> int:
        """How many pages they fill, at least one."""
        return paging.n_pages(self.n, ROWS_A_PAGE)


def offered(viewpoint: Viewpoint = NOW) -> Offered:
    """Return what a reader can choose of the figures."""
    return _offered(data.build(), viewpoint, language())


@kept(16)
def _offered(build_id: str, viewpoint: Viewpoint, spoken: str) -> Offered:
    with speaking(spoken):
        figures = data.read("figures", build_id, viewpoint)
    return Offered(
        areas=dict(selection.pairs(figures, "area_code", "area_name")),
        measures=sorted(figures["measure"].unique()),
        speakers=sorted(figures["speaker"].unique(), key=str.casefold),
    )


def find(wanted: Wanted, viewpoint: Viewpoint = NOW) -> Found:
    """Return which figures of the live build fit."""
    return _find(wanted, data.build(), viewpoint, language())


@kept(32)
def _find(wanted: Wanted, build_id: str, viewpoint: Viewpoint, spoken: str) -> Found:
    with speaking(spoken):
        figures = data.read("figures", build_id, viewpoint)
    fitting = narrowed(figures, wanted)
    days = fitting["as_of"].dropna()
    return Found(
        fitting.index.to_numpy(),
        len(figures),
        n_undated=int(fitting["published_on"].isna().sum()),
        n_speakers=int(fitting["speaker"].nunique()),
        first=None if days.empty else days.min(),
        last=None if days.empty else days.max(),
    )


def narrowed(figures: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """Return the figures that fit, newest first."""
    mask = pd.Series(True, index=figures.index)
    chosen = {"area_code": wanted.area, "measure": wanted.measure, "speaker": wanted.speaker, "role": wanted.role}
    for column, value in chosen.items():
        if value != ANY:
            mask &= figures[column].eq(value).fillna(False).astype(bool)
    if wanted.words:
        mask &= _holds(figures, wanted.words)
    if wanted.first:
        mask &= figures["as_of"].ge(wanted.first).fillna(False).astype(bool)
    if wanted.last:
        mask &= figures["as_of"].le(wanted.last).fillna(False).astype(bool)
    return figures[mask].sort_values(["as_of", "speaker", "figure_id"], ascending=[False, True, True], na_position="last")


def _holds(figures: pd.DataFrame, words: str) -> pd.Series:
    columns = ("phrase", "excerpt", "note", "area_as_reported", "publisher", "speaker")
    found = [figures[name].str.contains(words, case=False, regex=False).fillna(False) for name in columns]
    return pd.concat(found, axis=1).any(axis=1).astype(bool)


def page(wanted: Wanted, number: int, viewpoint: Viewpoint = NOW) -> Sheet:
    """Return a page of the figures that fit as a reader's table, the first page being 1."""
    return _page(wanted, number, data.build(), viewpoint, language())


@kept(32)
def _page(wanted: Wanted, number: int, build_id: str, viewpoint: Viewpoint, spoken: str) -> Sheet:
    positions = _find(wanted, build_id, viewpoint, spoken).positions[paging.rows_of(number, ROWS_A_PAGE)]
    with speaking(spoken):
        found = facts.table(data.read("figures", build_id, viewpoint).iloc[positions])
    return sheet(found[list(COLUMNS)], found["figure_id"])


def csv(wanted: Wanted, viewpoint: Viewpoint, build_id: str) -> bytes:
    """Return all figures of a build that fit as CSV, each with speaker, publisher, url and licence."""
    with data.speaking_of(build_id):
        figures = data.table("figures", viewpoint).iloc[find(wanted, viewpoint).positions]
        return downloads.csv_bytes(downloads.cited(data.as_stored(figures), data.table("documents", viewpoint)))
