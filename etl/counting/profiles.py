"""Another convention for the same words: every interval recomputed from the mention, nothing reported ever changed (rule 4)."""

import numpy as np
import pandas as pd

from etl import tables
from etl.counting.households import FindSize, convert
from etl.counting.intervals import DEFAULT_PROFILE, Interval, interval_of, profile_named
from etl.counting.keys import codes_of, group_codes

MENTION = ("rule_id", "reported_low", "reported_value", "reported_high")
PEOPLE = {"people_low": "low", "people_value": "value", "people_high": "high"}


def with_profile(figures: pd.DataFrame, profile: str, find_size: FindSize) -> pd.DataFrame:
    """Return the figures with the intervals of a profile; raises UnknownWord for a profile there is not.

    Converted households are converted again with their sourced factor. People that a text itself gives beside families
    were printed as such and stay.
    """
    profile_named(profile)
    if profile == DEFAULT_PROFILE or figures.empty:
        return figures
    rules = figures["rule_id"].str.rpartition("/")[2]
    changed = figures.assign(rule_id=(profile + "/" + rules).astype(figures["rule_id"].dtype))
    households = (figures["unit"] == "households").to_numpy(dtype=bool)
    people = _intervals(changed, np.flatnonzero(~households), profile)
    converted = np.flatnonzero(households & figures["household_size"].notna().to_numpy(dtype=bool))
    blank = dict.fromkeys(PEOPLE)
    for row, record in zip(converted, changed.iloc[converted].astype(object).to_dict("records"), strict=True):
        known = {str(name): None if pd.isna(value) else value for name, value in record.items()}
        again = convert(known | blank, find_size)
        for name in PEOPLE:
            people[name][row] = again[name]
    return changed.assign(**{name: pd.array(cells.tolist(), dtype=pd.ArrowDtype(tables.COUNT)) for name, cells in people.items()})


def _intervals(figures: pd.DataFrame, rows: np.ndarray, profile: str) -> dict[str, np.ndarray]:
    """Return people_* of all figures, those of `rows` anew: one interval for each different mention."""
    people = {name: figures[name].astype(object).where(figures[name].notna(), None).to_numpy(copy=True) for name in PEOPLE}
    mentions = figures.iloc[rows][list(MENTION)]
    which = group_codes([codes_of(mentions[name]) for name in MENTION])
    _, first = np.unique(which, return_index=True)
    intervals = [_interval(mention, profile) for mention in mentions.iloc[first].astype(object).to_numpy()]
    for name, end in PEOPLE.items():
        people[name][rows] = np.array([getattr(interval, end) for interval in intervals], dtype=object)[which]
    return people


def _interval(mention: np.ndarray, profile: str) -> Interval:
    rule, *numbers = mention.tolist()
    low, value, high = (None if pd.isna(number) else int(number) for number in numbers)
    return interval_of(rule.rpartition("/")[2], low=low, value=value, high=high, profile=profile)
