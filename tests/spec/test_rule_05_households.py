"""Rule 5. Households become people by a sourced factor, over the whole interval; without one they stay households."""

from datetime import date
from typing import Any

import pytest

from etl.counting.households import convert, people_of
from etl.reference import HouseholdSize

SIZE = HouseholdSize(country="SYR", year=2019, size=5.0, low=4.5, high=5.7, source="a survey", url="https://example.org")


def households(rule: str, value: int, **fields: Any) -> dict[str, Any]:
    return {
        "unit": "households",
        "rule_id": f"interval/{rule}",
        "reported_value": value,
        "area_code": "SY07",
        "as_of": date(2019, 12, 17),
    } | fields


def factor(area_code: str, year: int) -> HouseholdSize | None:
    return SIZE if (area_code, year) == ("SY07", 2019) else None


@pytest.mark.parametrize(
    ("rule", "value", "low", "people", "high"),
    [
        ("exact", 38_649, 173_921, 193_245, 220_299),
        ("more_than", 19_898, 89_541, 99_490, None),
        ("nearly", 180_000, 787_500, 900_000, 1_026_000),
        ("plural_1000", None, 9_000, None, 56_994),
    ],
)
def test_the_factor_converts_the_whole_interval(rule: str, value: int, low: int, people: int | None, high: int | None) -> None:
    figure = convert(households(rule, value), factor)
    assert (figure["people_low"], figure["people_value"], figure["people_high"]) == (low, people, high)
    assert figure["household_size"] == 5.0
    assert "a survey" in figure["household_size_source"]


@pytest.mark.parametrize(("count", "size", "people"), [(1, 2.5, 3), (3, 1.5, 5), (5, 4.9, 25), (None, 5.0, None), (0, 5.0, 0)])
def test_rounding_is_half_up_and_missing_stays_missing(count: int | None, size: float, people: int | None) -> None:
    assert people_of(count, size) == people


@pytest.mark.parametrize(
    "fields",
    [
        {"as_of": date(2021, 1, 1)},
        {"area_code": "TR"},
        {"area_code": None},
        {"as_of": None},
        {"unit": "persons"},
        {"people_value": 109_408},
    ],
)
def test_without_a_factor_and_where_the_text_gives_the_people_nothing_is_converted(fields: dict[str, Any]) -> None:
    figure = households("exact", 100, **fields)
    assert convert(figure, factor) == figure
