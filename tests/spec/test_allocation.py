"""Allocation. A figure for several places or days is shared out only on request; the total is preserved exactly."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.counting.allocation import Method, over_areas, over_days, share
from etl.counting.intervals import Interval
from etl.errors import CannotSumStock, UnknownPlace

AREAS = {
    "SY": {"parent_code": None},
    "SY07": {"parent_code": "SY"},
    "SY0700": {"parent_code": "SY07"},
    "SY0701": {"parent_code": "SY07"},
    "SY02": {"parent_code": "SY"},
}
ABOUT = Interval(59_500, 60_000, 60_500)


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**7), min_size=1, max_size=40).filter(sum))
def test_shares_are_whole_and_add_up_exactly(number: int, weights: list[int]) -> None:
    shares = share(number, weights)
    assert sum(shares) == number
    assert all(abs(part - number * weight / sum(weights)) < 1 for part, weight in zip(shares, weights, strict=True))


@pytest.mark.parametrize(
    ("method", "values"),
    [(Method.EQUALLY, [20_000, 20_000, 20_000]), (Method.BY_POPULATION, [30_000, 20_000, 10_000])],
)
def test_a_figure_for_three_places_is_shared_by_the_method_named_in_every_row(method: Method, values: list[int]) -> None:
    rows = over_areas(ABOUT, ["A", "B", "C"], method, population={"A": 3, "B": 2, "C": 1})
    assert [row["value"] for row in rows] == values
    assert (sum(row["low"] for row in rows), sum(row["high"] for row in rows)) == (59_500, 60_500)
    assert {row["method"] for row in rows} == {method.value}


@pytest.mark.parametrize(
    ("places", "area"),
    [(["SY0700", "SY0701"], "SY07"), (["SY0700", "SY02"], "SY"), (["SY0700", "SY07"], "SY07"), (["SY02"], "SY02")],
)
def test_several_places_go_to_the_smallest_area_that_contains_them(places: list[str], area: str) -> None:
    rows = over_areas(ABOUT, places, Method.CONTAINING, areas=AREAS)
    assert [(row["area_code"], row["value"]) for row in rows] == [(area, 60_000)]


def test_a_window_is_spread_evenly_over_its_days_and_an_open_side_stays_open() -> None:
    rows = over_days(Interval(100, 100, None), date(2020, 1, 30), date(2020, 2, 1))
    assert [(row["day"].day, row["low"], row["high"]) for row in rows] == [(30, 34, None), (31, 33, None), (1, 33, None)]


def test_a_stock_is_never_spread_over_days() -> None:
    with pytest.raises(CannotSumStock):
        over_days(ABOUT, None, date(2020, 1, 30))


@pytest.mark.parametrize("method", [Method.BY_POPULATION, Method.CONTAINING])
def test_a_place_nothing_is_known_of_is_refused(method: Method) -> None:
    with pytest.raises(UnknownPlace):
        over_areas(ABOUT, ["Atlantis"], method, population={}, areas=AREAS)
