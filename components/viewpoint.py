"""From whose knowledge, and by which convention, a page speaks: `known_on` and the rule profile. No streamlit."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import pandas as pd

from components.captions import day
from etl.counting.intervals import DEFAULT_PROFILE, PROFILES
from etl.select import Selection

HINDSIGHT = "This record was written afterwards; what it says of days after the one chosen is not shown."


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """The day by which everything shown had been published (None: today), and the rule profile for vague words."""

    known_on: date | None = None
    profile: str = DEFAULT_PROFILE

    @property
    def selection(self) -> Selection:
        """What `etl.select` takes for it."""
        return Selection(known_on=self.known_on, profile=self.profile)

    def in_words(self) -> list[str]:
        """Return what the name of a file says of it; nothing for today and the default profile."""
        known = [f"known-on-{self.known_on}"] if self.known_on else []
        return known + ([f"profile-{self.profile}"] if self.profile != DEFAULT_PROFILE else [])

    def address(self, **more: str) -> str:
        """Return the part of an address that leads to the same view: `figure=1&known_on=2020-01-20`."""
        known = {"known_on": self.known_on.isoformat()} if self.known_on else {}
        profile = {"profile": self.profile} if self.profile != DEFAULT_PROFILE else {}
        return urlencode(more | known | profile)


NOW = Viewpoint()
"""All that is known today, read by the default profile."""


def sentences(viewpoint: Viewpoint) -> list[str]:
    """Return what a page says of its viewpoint; nothing for today and the default profile."""
    known = f"As known on {day(viewpoint.known_on)}: only what had been published by then is shown and counted."
    rules = f"Words are read by profile {viewpoint.profile}. {PROFILES[viewpoint.profile].citation}"
    return [known] * bool(viewpoint.known_on) + [rules] * (viewpoint.profile != DEFAULT_PROFILE)


def profile_name(profile: str) -> str:
    """Return a profile as a reader chooses it."""
    return f"{profile} (default)" if profile == DEFAULT_PROFILE else profile


def without_hindsight(offensives: pd.DataFrame, known_on: date) -> pd.DataFrame:
    """Return offensives as a day knew them: of one that had not ended by then the name, parties and outcome are left out.

    Days after `known_on` are already missing (`etl.select`); names such as "December to March" would tell them again.
    """
    is_open = offensives["ended_on"].isna()
    kinds = ["Offensive" if is_whole else "Phase" for is_whole in offensives["part_of"].isna()]
    begun = [f"{kind} begun on {day(first)}" for kind, first in zip(kinds, offensives["started_on"], strict=True)]
    return offensives.assign(
        name=offensives["name"].mask(is_open, pd.Series(begun, index=offensives.index, dtype=offensives["name"].dtype)),
        parties=offensives["parties"].mask(is_open, "named afterwards"),
        summary=offensives["summary"].mask(is_open, HINDSIGHT),
    )
