"""Rule 11. Parts stay parts: never added to their total, and no area to the area that contains it."""

import pytest

from tests.spec.tables import counted, same_table


def test_a_part_of_a_total_of_the_same_area_is_left_out() -> None:
    count = counted(
        """
        id    | words   | is_part_of
        total | 126,000 |
        part  | 106,000 | total
        """,
        measure="returns", period_start="2020-03-06", as_of="2020-04-17",
    )  # fmt: skip
    assert list(count.series["value"]) == [126_000]


def test_a_part_in_another_area_is_a_series_of_that_area_and_never_added_to_its_total() -> None:
    count = counted(
        """
        id    | words   | is_part_of | area_code | area_role
        total | 312,000 |            | NW        | origin
        part  | 30,000  | total      | SY07      | destination
        """,
        period_start="2019-12-01", as_of="2020-01-08",
    )  # fmt: skip
    assert same_table(
        count.series,
        """
        area_code | value
        NW        | 312,000
        SY07      | 30,000
    """,
    )


@pytest.mark.parametrize("column", ["unit", "area_role"])
def test_movements_and_people_and_leaving_and_arriving_never_share_a_line(column: str) -> None:
    one, other = {"unit": ("persons", "movements"), "area_role": ("origin", "destination")}[column]
    assert len(counted(
        f"""
        words   | {column} | as_of
        452,623 | {one}    | 2019-07-14
        330,000 | {other}  | 2019-07-20
        """,
        period_start="2019-05-01",
    ).series["change_value"].dropna()) == 0  # fmt: skip
