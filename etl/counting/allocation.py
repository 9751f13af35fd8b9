"""One figure for several places, or for a window of days, shared out: on request only, the total preserved exactly.

An allocated row is an assumption, not a report: its method is a column of every row, and nothing else of ours uses one unasked.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Any

from etl.counting.intervals import Interval
from etl.errors import CannotSumStock, UnknownPlace

Record = dict[str, Any]


class Method(StrEnum):
    """How a figure is shared out."""

    CONTAINING = "to_the_containing_area"
    EQUALLY = "equally"
    BY_POPULATION = "by_population"
    OVER_DAYS = "uniformly_over_days"


def share(number: int | None, weights: Sequence[int]) -> list[int | None]:
    """Return whole shares of a number that add up to it exactly: largest remainder first, then the earlier place.

    A missing number has missing shares. Raises ValueError for weights that are negative or all zero.
    """
    if number is None:
        return [None] * len(weights)
    if not weights or min(weights) < 0 or not sum(weights):
        raise ValueError("weights must be whole, not negative, and not all zero")
    exact = [Fraction(number * weight, sum(weights)) for weight in weights]
    shares = [int(part) for part in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: (shares[i] - exact[i], i))
    for i in by_remainder[: number - sum(shares)]:
        shares[i] += 1
    return list(shares)


def to_containing_area(area_codes: Sequence[str], areas: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the smallest area that contains all of them. Raises UnknownPlace where there is none."""
    chains = [_chain(code, areas) for code in area_codes]
    for code in chains[0] if chains else []:
        if all(code in chain for chain in chains):
            return code
    raise UnknownPlace(f"no area we know contains {', '.join(area_codes)}")


def _chain(code: str, areas: Mapping[str, Mapping[str, Any]]) -> list[str]:
    chain: list[str] = []
    current: str | None = code
    while current is not None and current not in chain:
        if current not in areas:
            raise UnknownPlace(f"{current!r} is no area we know")
        chain.append(current)
        current = areas[current]["parent_code"]
    return chain


def over_areas(
    people: Interval,
    area_codes: Sequence[str],
    method: Method,
    *,
    population: Mapping[str, int] | None = None,
    areas: Mapping[str, Mapping[str, Any]] | None = None,
) -> list[Record]:
    """Return a row an area (area_code, low, value, high, method) whose ends add up to the figure's exactly.

    `population` is needed by BY_POPULATION, `areas` by CONTAINING; raises UnknownPlace for an area they lack.
    """
    if method is Method.CONTAINING:
        return [_row({"area_code": to_containing_area(area_codes, areas or {})}, (people.low, people.value, people.high), method)]
    weights = [1] * len(area_codes)
    if method is Method.BY_POPULATION:
        known = population or {}
        if lost := [code for code in area_codes if code not in known]:
            raise UnknownPlace(f"no population is known for {', '.join(lost)}")
        weights = [known[code] for code in area_codes]
    ends = zip(*(share(end, weights) for end in (people.low, people.value, people.high)), strict=True)
    return [_row({"area_code": code}, own, method) for code, own in zip(area_codes, ends, strict=True)]


def over_days(people: Interval, first: date | None, last: date | None) -> list[Record]:
    """Return a row a day (day, low, value, high, method) whose ends add up to the figure's exactly.

    Raises CannotSumStock for a figure without a first day: people on a day cannot be spread over days.
    """
    if first is None or last is None or last < first:
        raise CannotSumStock("only a flow with a first and a last day can be spread over days")
    n_days = (last - first).days + 1
    ends = zip(*(share(end, [1] * n_days) for end in (people.low, people.value, people.high)), strict=True)
    return [_row({"day": first + timedelta(days=i)}, own, Method.OVER_DAYS) for i, own in enumerate(ends)]


def _row(where: Record, ends: tuple[int | None, ...], method: Method) -> Record:
    return where | {"low": ends[0], "value": ends[1], "high": ends[2], "method": method.value}
