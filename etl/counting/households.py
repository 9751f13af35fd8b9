"""Households become people by a sourced factor, shown wherever the number is shown (counting rule 5).

The whole interval is converted: its lower end with the factor's lower end, its upper end with the upper one, rounded half
up. Without a factor for the country and year, the figure stays in households.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from etl.counting.intervals import interval_of
from etl.reference import HouseholdSize

Record = dict[str, Any]
FindSize = Callable[[str, int], HouseholdSize | None]


def people_of(households: int | None, size: float) -> int | None:
    """Return households times persons per household, rounded half up; missing stays missing."""
    if households is None:
        return None
    return int((Decimal(households) * Decimal(str(size))).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def convert(figure: Record, find_size: FindSize) -> Record:
    """Return a figure reported in households with its people, its factor and the factor's source.

    A figure in another unit, one whose document gives the people itself, and one without a place, a day or a factor come
    back as they are.
    """
    has_people = any(figure.get(name) is not None for name in ("people_low", "people_value", "people_high"))
    if figure["unit"] != "households" or has_people or not figure.get("area_code") or not figure.get("as_of"):
        return figure
    size = find_size(figure["area_code"], figure["as_of"].year)
    if size is None:
        return figure
    claimed = interval_of(
        figure["rule_id"].rpartition("/")[2],
        low=figure.get("reported_low"),
        value=figure.get("reported_value"),
        high=figure.get("reported_high"),
        profile=figure["rule_id"].partition("/")[0],
    )
    return figure | {
        "people_low": people_of(claimed.low, size.low),
        "people_value": people_of(claimed.value, size.size),
        "people_high": people_of(claimed.high, size.high),
        "household_size": size.size,
        "household_size_source": f"{size.source} ({size.country} {size.year}: {size.size}, {size.low} to {size.high})",
    }
