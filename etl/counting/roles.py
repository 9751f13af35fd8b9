"""One recommended figure a day, and why (counting rules 7 and 9).

A line follows one count: that of the best-ranked group of speakers who report on it. Groups count differently, so a step from
one to another would show a change that nobody reported; other groups stand beside the line as triangulation.

Inside the group, a day's recommended claim is a number before a vague word, then the one printed with more significant
digits, then the most exact date, then the latest published. The line then moves in time order, with two exceptions:

- a rounder number never moves it off an exacter one that its interval contains ("almost a million" after 961,300);
- a running total falls only when a speaker lowers its own number; that is marked as a revision. A lower number by another
  speaker of the group is triangulation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from etl.counting.claims import OPEN_HIGH, Numbers, codes_rank
from etl.counting.keys import codes_of, days_of, group_codes, runs
from etl.crises import SpeakerGroup
from etl.vocabulary import Kind, Role

ACCURACY_ORDER = {"day": 0, "week": 1, "month": 2, "year": 3}
UNRANKED = "no group of the crisis file"


@dataclass(slots=True)
class Verdicts:
    """For each claim (by the row that speaks for it): its role, the reason in words, and whether it lowered its own total."""

    role: np.ndarray
    reason: np.ndarray
    is_revision: np.ndarray


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verdict needs to know of the claims, as columns in one order."""

    rows: np.ndarray
    line: np.ndarray
    day: np.ndarray
    known: np.ndarray
    rank: np.ndarray
    group: np.ndarray
    numbers: Numbers
    speakers: np.ndarray
    accuracy: np.ndarray
    is_converted: np.ndarray
    is_running: np.ndarray
    is_window: np.ndarray
    names: np.ndarray


def decide(
    figures: pd.DataFrame, heads: np.ndarray, line: np.ndarray, numbers: Numbers, groups: Sequence[SpeakerGroup]
) -> Verdicts:
    """Return the verdicts on the claims that stand on a line. `heads` are their rows, `line` numbers the series of each row."""
    verdicts = Verdicts(
        role=np.full(len(figures), None, dtype=object),
        reason=np.full(len(figures), None, dtype=object),
        is_revision=np.zeros(len(figures), dtype=bool),
    )
    claims = _claims(figures, heads, line, numbers, groups)
    order = np.lexsort(
        (claims.names, -claims.known, claims.accuracy, claims.is_converted, -_digits(claims), claims.day, claims.line)
    )
    starts, ends = runs(claims.line[order])
    is_alone = (ends - starts) == 1
    alone = claims.rows[order[starts[is_alone]]]
    verdicts.role[alone] = Role.RECOMMENDED.value
    verdicts.reason[alone] = "the only claim of this count"
    for start, end in zip(starts[~is_alone], ends[~is_alone], strict=True):
        _Line(claims, order[start:end].tolist(), verdicts, groups).walk()
    return verdicts


def _claims(
    figures: pd.DataFrame, heads: np.ndarray, line: np.ndarray, numbers: Numbers, groups: Sequence[SpeakerGroup]
) -> Claims:
    own = figures.iloc[heads]
    rank_of = {speaker: rank for rank, group in enumerate(groups) for speaker in group.speakers}
    speaker_codes, names = pd.factorize(own["speaker"].to_numpy(dtype=object))
    ranks = (
        np.array([rank_of.get(name, len(groups)) for name in names], dtype=np.int64)[speaker_codes]
        if len(names)
        else speaker_codes
    )
    accuracy = own["accuracy"].map(ACCURACY_ORDER).to_numpy(dtype=np.float64, na_value=9.0)
    return Claims(
        rows=heads,
        line=line[heads],
        day=days_of(own["as_of"]).astype("int64"),
        known=days_of(own["known_from"]).astype("int64"),
        rank=ranks,
        # Speakers outside every group share the last rank but no count: each is a group of its own.
        group=np.where(ranks < len(groups), ranks, len(groups) + speaker_codes),
        numbers=Numbers(numbers.low[heads], numbers.value[heads], numbers.high[heads], numbers.digits[heads]),
        speakers=names[speaker_codes] if len(names) else np.empty(0, dtype=object),
        accuracy=accuracy,
        is_converted=own["household_size"].notna().to_numpy(dtype=bool),
        is_running=((own["kind"] == Kind.FLOW) & own["window"].isna()).to_numpy(dtype=bool),
        is_window=own["window"].notna().to_numpy(dtype=bool),
        names=codes_rank(own["figure_id"]),
    )


def _digits(claims: Claims) -> np.ndarray:
    return claims.numbers.digits


@dataclass(slots=True)
class _Line:
    """The claims of one series in time order, the best of each day first, and the walk through them."""

    claims: Claims
    positions: list[int]
    verdicts: Verdicts
    groups: Sequence[SpeakerGroup]

    def walk(self) -> None:
        """Give every claim of the line its role and reason."""
        standing = self._drop_superseded()
        group = self._best_group(standing)
        last: int | None = None
        last_day: int | None = None
        previous: dict[str, int] = {}
        for position in standing:
            if self.claims.group[position] != group:
                self._say(position, Role.TRIANGULATION, self._other_group(position, group))
                continue
            day = int(self.claims.day[position])
            objection = self._objection(position, last, last_day == day, previous)
            if objection is None:
                self._recommend(position, last)
                last, last_day = position, day
            else:
                self._say(position, Role.TRIANGULATION, objection)
            previous[str(self.claims.speakers[position])] = position

    def _say(self, position: int, role: Role, reason: str) -> None:
        row = self.claims.rows[position]
        self.verdicts.role[row] = role.value
        self.verdicts.reason[row] = reason

    def _drop_superseded(self) -> list[int]:
        """Return what is left when a later figure by a speaker for a day has superseded the earlier one."""
        latest: dict[tuple[str, int], int] = {}
        for position in self.positions:
            key = (str(self.claims.speakers[position]), int(self.claims.day[position]))
            if key not in latest or self._is_later(position, latest[key]):
                latest[key] = position
        standing = []
        for position in self.positions:
            key = (str(self.claims.speakers[position]), int(self.claims.day[position]))
            if self._is_later(latest[key], position):
                later = _day_text(self.claims.known[latest[key]])
                self._say(position, Role.SUPERSEDED, f"{key[0]} gave another number for the same day on {later}")
            else:
                standing.append(position)
        return standing

    def _is_later(self, one: int, other: int) -> bool:
        """Whether one claim replaces another: published later, unless it is only a conversion of households."""
        if self.claims.is_converted[one] and not self.claims.is_converted[other]:
            return False
        return bool(self.claims.known[one] > self.claims.known[other])

    def _best_group(self, standing: list[int]) -> int:
        """Return the best rank; between speakers outside every group the one with most days, then the first published."""
        days: dict[int, set[int]] = {}
        for position in standing:
            days.setdefault(int(self.claims.group[position]), set()).add(int(self.claims.day[position]))

        def order(position: int) -> tuple[int, int, int, str]:
            group = int(self.claims.group[position])
            return (
                int(self.claims.rank[position]),
                -len(days[group]),
                int(self.claims.known[position]),
                str(self.claims.speakers[position]),
            )

        return int(self.claims.group[min(standing, key=order)])

    def _other_group(self, position: int, group: int) -> str:
        line = self.groups[group].name if group < len(self.groups) else self._speaker_of(group)
        own = int(self.claims.group[position])
        place = f"counts apart ({self.groups[own].name})" if own < len(self.groups) else f"stands in {UNRANKED}"
        return f"{self.claims.speakers[position]} {place}; the line follows {line}"

    def _speaker_of(self, group: int) -> str:
        return next(str(self.claims.speakers[p]) for p in self.positions if self.claims.group[p] == group)

    def _objection(self, position: int, last: int | None, is_same_day: bool, previous: dict[str, int]) -> str | None:
        """Why a claim of the line's own group does not move the line, or None where it does."""
        if last is None:
            return None
        if is_same_day:
            return f"{self._name(last)} is the better claim of that day: {self._better(last, position)}"
        if self.claims.is_window[position]:
            return None
        numbers = self.claims.numbers
        if numbers.digits[position] < numbers.digits[last] and self._contains(position, last):
            return f"it is a rounder number that contains {self._name(last)}"
        if self.claims.is_running[position] and self._is_below(position, last) and not self._lowers_its_own(position, previous):
            return f"it is below {self._name(last)}, and a running total falls only when a speaker lowers its own number"
        return None

    def _better(self, best: int, other: int) -> str:
        numbers, claims = self.claims.numbers, self.claims
        if numbers.digits[best] > numbers.digits[other]:
            return "a number before a vague word" if numbers.digits[other] == 0 else "it is printed with more digits"
        if claims.is_converted[other] and not claims.is_converted[best]:
            return "people reported before households converted"
        if claims.accuracy[best] < claims.accuracy[other]:
            return "its day is more exact"
        if claims.known[best] > claims.known[other]:
            return "it was published later"
        return "it says the same as well"

    def _name(self, position: int) -> str:
        value = int(self.claims.numbers.value[position])
        number = f"{value:,}" if value >= 0 else "the number"
        return f"{number} by {self.claims.speakers[position]} for {_day_text(self.claims.day[position])}"

    def _contains(self, outer: int, inner: int) -> bool:
        """Whether the interval of one claim holds the number of the other (all of it, where it has no single number)."""
        numbers = self.claims.numbers
        value = int(numbers.value[inner])
        low, high = (value, value) if value >= 0 else (int(numbers.low[inner]), int(numbers.high[inner]))
        return bool(numbers.low[outer] <= low and high <= numbers.high[outer])

    def _is_below(self, position: int, last: int) -> bool:
        numbers = self.claims.numbers
        if numbers.value[position] >= 0 and numbers.value[last] >= 0:
            return bool(numbers.value[position] < numbers.value[last])
        high = numbers.high[position]
        return bool(high != OPEN_HIGH and high < numbers.low[last])

    def _lowers_its_own(self, position: int, previous: dict[str, int]) -> bool:
        own = previous.get(str(self.claims.speakers[position]))
        return own is not None and self._is_below(position, own) and not self._contains(own, position)

    def _recommend(self, position: int, last: int | None) -> None:
        is_fall = last is not None and bool(self.claims.is_running[position]) and self._is_below(position, last)
        self.verdicts.is_revision[self.claims.rows[position]] = is_fall
        reason = "it lowers the speaker's own running total: a revision" if is_fall else self._why(position)
        self._say(position, Role.RECOMMENDED, reason)

    def _why(self, position: int) -> str:
        group = int(self.claims.group[position])
        if group >= len(self.groups):
            return f"{self.claims.speakers[position]} reports on this count most, and no ranked group does"
        return f"best-ranked group that reports this count: {self.groups[group].name}"


def _day_text(days: int) -> str:
    day = np.datetime64(int(days), "D").item()
    return f"{day.day} {day:%b %Y}"


def line_codes(figures: pd.DataFrame, key: Sequence[str]) -> np.ndarray:
    """Return the number of the series each row stands on."""
    return group_codes([codes_of(figures[name]) for name in key])
