"""Small counts at fine places are shown as "fewer than N": five people in a village can be found.

A crisis file may set a floor:

    [small_numbers]
    floor = 10      # counts surely under this are not shown
    level = 3       # at areas of this level and finer: sub-districts and places

A count under the floor becomes what a speaker who says "fewer than 10" would have claimed: quantifier less_than, 10 the
printed number and the upper end, the lower end open. Tables without a quantifier keep the upper end alone, as 9. What would
give the number away goes with it: words, spans, excerpts, changes. The build keeps the counts; `select` applies the rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from etl import crises, store
from etl.counting.intervals import DEFAULT_PROFILE
from etl.errors import CannotRead
from etl.tables import surely
from etl.vocabulary import Quantifier, Unit

OF_PEOPLE = [Unit.PERSONS.value, Unit.HOUSEHOLDS.value, Unit.MOVEMENTS.value]
OPEN_ABOVE = [Quantifier.AT_LEAST.value, Quantifier.MORE_THAN.value]
FINEST = 4


@dataclass(frozen=True, slots=True)
class Floor:
    """The floor of a crisis: the least count that is shown, and the codes of the areas coarse enough for every count."""

    least: int
    coarse: frozenset[str]

    @property
    def words(self) -> str:
        """What stands for a count under the floor."""
        return f"fewer than {self.least}"

    @property
    def note(self) -> str:
        """What a row says that was changed."""
        return f"Counts {self.words} are not shown at places this small."


def floor_of(build: str) -> Floor | None:
    """Return the floor of the crisis a build was made for, or None where its file sets none.

    Raises CannotRead for a rule that cannot be understood.
    """
    crisis = crises.read_crisis(store.read("builds", build)["crisis"].iloc[0])
    if "small_numbers" not in crisis.fields:
        return None
    rule: Mapping[str, Any] = crisis.fields["small_numbers"]
    if set(rule) != {"floor", "level"} or not _is_whole(rule["floor"], 1) or not _is_whole(rule["level"], 0, FINEST):
        raise CannotRead(f"{crisis.crisis_id}.toml: [small_numbers] needs floor, 1 or more, and level, 0 to {FINEST}")
    least, level = rule["floor"], rule["level"]
    areas = store.read("areas", build)
    # A named group has no level and is never one small place.
    coarse = areas.loc[surely(areas["level"] < level) | areas["level"].isna().to_numpy(), "area_code"]
    return Floor(least, frozenset(coarse))


def _is_whole(number: Any, least: int, most: int | None = None) -> bool:
    return type(number) is int and number >= least and (most is None or number <= most)


def floored(name: str, frame: pd.DataFrame, floor: Floor | None) -> pd.DataFrame:
    """Return the rows of a table with every count under the floor replaced; without a floor, the same frame.

    A place that could not be coded counts as fine. "At least 5" stays: it does not say that there were few.
    """
    if floor is None or frame.empty or name not in RULES:
        return frame
    return RULES[name](frame.copy(), floor)


def _is_fine(frame: pd.DataFrame, floor: Floor) -> np.ndarray:
    is_coarse: np.ndarray = frame["area_code"].isin(list(floor.coarse)).to_numpy(dtype=bool)
    return ~is_coarse


def _is_under(frame: pd.DataFrame, high: str, floor: Floor) -> np.ndarray:
    under: np.ndarray = surely(frame[high] < floor.least) & _is_fine(frame, floor)
    return under


def _of_people(frame: pd.DataFrame) -> np.ndarray:
    units: np.ndarray = frame["unit"].isin(OF_PEOPLE).to_numpy(dtype=bool)
    return units


def _figures(frame: pd.DataFrame, floor: Floor) -> pd.DataFrame:
    in_people = frame[["people_low", "people_value", "people_high"]].notna().any(axis=1).to_numpy(dtype=bool)
    is_closed = ~frame["quantifier"].isin(OPEN_ABOVE).to_numpy(dtype=bool)
    printed = frame["reported_high"].fillna(frame["reported_value"])
    is_printed_under = surely(printed < floor.least) & is_closed & _is_fine(frame, floor)
    under = (_is_under(frame, "people_high", floor) | (~in_people & is_printed_under)) & _of_people(frame)
    converted = under & in_people & surely(frame["unit"] == Unit.HOUSEHOLDS)
    frame.loc[under, ["reported_low", "reported_value", "reported_high", "people_low", "people_value"]] = None
    # Households that became people are shown as people: their own number would tell the other.
    frame.loc[under & ~converted, "reported_value"] = floor.least
    frame.loc[under & in_people, ["people_value", "people_high"]] = floor.least
    frame.loc[under, "quantifier"] = Quantifier.LESS_THAN.value
    frame.loc[under, "rule_id"] = f"{DEFAULT_PROFILE}/{Quantifier.LESS_THAN.value}"
    frame.loc[under, "phrase"] = floor.words
    frame.loc[under, "note"] = floor.note
    frame.loc[under, ["span_start", "span_end", "role_reason"]] = None
    # A sentence may hold the small number of another figure.
    frame.loc[_is_fine(frame, floor), "excerpt"] = None
    return frame


def _claims(frame: pd.DataFrame, floor: Floor) -> pd.DataFrame:
    under = _is_under(frame, "people_high", floor) & _of_people(frame)
    frame.loc[under, ["people_low", "people_value"]] = None
    frame.loc[under, "people_high"] = floor.least - 1
    return frame


def _series(frame: pd.DataFrame, floor: Floor) -> pd.DataFrame:
    is_open = frame["quantifier"].isin(OPEN_ABOVE).to_numpy(dtype=bool)
    is_ours = _of_people(frame) & _is_fine(frame, floor)
    is_enough = surely(frame["value"] >= floor.least)
    under = is_ours & (surely(frame["high"] < floor.least) | (surely(frame["value"] < floor.least) & ~is_open))
    # Where speakers differ, the least claim of the day may be under the floor though the recommended one is not.
    frame.loc[under | (is_ours & is_enough & surely(frame["low"] < floor.least)), "low"] = None
    # A change tells the number before.
    was_enough = surely(frame["value"] - frame["change_value"] >= floor.least)
    frame.loc[is_ours & ~(is_enough & was_enough), ["change_low", "change_value", "change_high"]] = None
    frame.loc[under & surely(frame["high"] < floor.least), "high"] = floor.least
    frame.loc[under, "value"] = floor.least
    frame.loc[under, "quantifier"] = Quantifier.LESS_THAN.value
    return frame


def _events(frame: pd.DataFrame, floor: Floor) -> pd.DataFrame:
    under = _is_under(frame, "killed_high", floor) | _is_under(frame, "killed_value", floor)
    frame.loc[under, ["killed_low", "killed_value", "phrase", "span_start", "span_end"]] = None
    frame.loc[under, "killed_high"] = floor.least - 1
    frame.loc[under, "note"] = f"Deaths: {floor.words}. {floor.note}"
    return frame


def _problems(frame: pd.DataFrame, floor: Floor) -> pd.DataFrame:
    """Return the problems without their excerpts: where a place or a day was not understood, the words may hold any count."""
    frame["excerpt"] = pd.Series(None, index=frame.index, dtype=frame["excerpt"].dtype)
    return frame


RULES = {"figures": _figures, "claims": _claims, "series": _series, "events": _events, "problems": _problems}
