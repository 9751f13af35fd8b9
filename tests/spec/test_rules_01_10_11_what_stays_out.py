"""Rules 1, 10 and 11. Gaps stay gaps; only asserted totals of a known day and place enter series. The rest says why not."""

import pytest

from tests.spec.tables import counted, same_table


def test_days_without_a_report_have_no_row_and_no_zero() -> None:
    assert same_table(
        counted(
            """
            words   | as_of
            284,000 | 2019-12-29
            312,000 | 2020-01-08
            """,
            period_start="2019-12-01",
        ).series,
        """
        as_of      | value   | days
        2019-12-29 | 284,000 |
        2020-01-08 | 312,000 | 10
        """,
    )


def test_a_vague_word_has_an_interval_and_no_value() -> None:
    assert same_table(
        counted("""
        words             | period_start | as_of
        tens of thousands | 2019-12-16   | 2019-12-20
    """).series,
        """
        as_of      | low    | value | high
        2019-12-20 | 20,000 |       | 99,999
    """,
    )


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("modality", "hypothetical", "it is not asserted: hypothetical"),
        ("modality", "forecast", "it is not asserted: forecast"),
        ("modality", "negated", "it is not asserted: negated"),
        ("modality", "target", "it is not asserted: target"),
        ("subgroup", "children", "it counts a part of the people"),
        ("unit", "percent", "it is a share, not a count"),
        ("unit", "households", "it has no number of its own unit to count"),
        ("as_of", "", "its day is not given"),
        ("area_code", "", "its place could not be coded"),
    ],
)
def test_what_is_no_total_of_a_known_day_and_place_is_kept_and_left_out(column: str, cell: str, reason: str) -> None:
    given = {"period_start": "2019-12-01", "as_of": "2019-12-29", "published_on": "2019-12-30"}
    given.pop(column, None)
    count = counted(f"words | {column}\n80 | {cell}", **given)
    assert len(count.series) == 0
    assert list(count.figures["role_reason"]) == [reason]
    assert count.figures["role"].isna().all()


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
