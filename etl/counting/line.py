"""The walk through one series: which claim of each day moves the line, and why the others do not (rules 7 and 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl.counting.claims import OPEN_HIGH, Numbers
from etl.crises import Choice, SpeakerGroup
from etl.vocabulary import Role

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
    is_dated: np.ndarray
    rank: np.ndarray
    group: np.ndarray
    numbers: Numbers
    speakers: np.ndarray
    accuracy: np.ndarray
    is_converted: np.ndarray
    is_running: np.ndarray
    is_window: np.ndarray
    names: np.ndarray


@dataclass(slots=True)
class Line:
    """The claims of one series in time order, the best of each day first, and the walk through them."""

    claims: Claims
    positions: list[int]
    verdicts: Verdicts
    groups: Sequence[SpeakerGroup]
    choices: Mapping[int, Choice]

    def walk(self) -> None:
        """Give every claim of the line its role and reason."""
        standing = self._drop_superseded()
        group = self._best_group(standing)
        last: int | None = None
        last_day: int | None = None
        previous: dict[str, int] = {}
        chosen = {int(self.claims.day[p]): p for p in standing if int(self.claims.rows[p]) in self.choices}
        for position in standing:
            choice = chosen.get(int(self.claims.day[position]))
            if choice is not None and choice != position:
                self._say(position, Role.TRIANGULATION, f"a person chose {self._name(choice)}: {self._choice(choice).why}")
                continue
            if choice is None and self.claims.group[position] != group:
                self._say(position, Role.TRIANGULATION, self._other_group(position, group))
                continue
            day = int(self.claims.day[position])
            objection = self._objection(position, last, last_day == day, previous) if choice is None else None
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
            if self._is_later(latest[key], position) and int(self.claims.rows[position]) not in self.choices:
                later = _day_text(self.claims.known[latest[key]])
                self._say(position, Role.SUPERSEDED, f"{key[0]} gave another number for the same day on {later}")
            else:
                standing.append(position)
        return standing

    def _choice(self, position: int) -> Choice:
        return self.choices[int(self.claims.rows[position])]

    def _is_later(self, one: int, other: int) -> bool:
        """Whether one claim replaces another: surely published later, and not only a conversion of households."""
        if not (self.claims.is_dated[one] and self.claims.is_dated[other]):
            return False
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
        if int(self.claims.rows[position]) in self.choices:
            choice = self._choice(position)
            return f"chosen by {choice.who} on {choice.when.day} {choice.when:%b %Y}: {choice.why}"
        group = int(self.claims.group[position])
        if group >= len(self.groups):
            return f"{self.claims.speakers[position]} reports on this count most, and no ranked group does"
        return f"best-ranked group that reports this count: {self.groups[group].name}"


def _day_text(days: int) -> str:
    day = np.datetime64(int(days), "D").item()
    return f"{day.day} {day:%b %Y}"
