"""Rule 9. Running totals keep the day they start; their change is an interval; a fall is marked as a revision, not hidden."""

import pytest

from tests.spec.tables import counted, same_table

SINCE = {"period_start": "2019-12-01"}


def test_totals_since_different_days_are_different_series() -> None:
    assert same_table(
        counted("""
        speaker | words             | period_start | as_of
        OCHA    | about 284,000     | 2019-12-01   | 2019-12-29
        OCHA    | more than 235,000 | 2019-12-12   | 2019-12-25
        Monitor | more than 328,418 | 2019-11-01   | 2020-01-03
    """).series,
        """
        since      | as_of      | value   | speaker
        2019-11-01 | 2020-01-03 | 328,418 | Monitor
        2019-12-01 | 2019-12-29 | 284,000 | OCHA
        2019-12-12 | 2019-12-25 | 235,000 | OCHA
    """,
    )


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ("284,000", "312,000", 28_000, 28_000),
        ("about 284,000", "about 312,000", 27_000, 29_000),
        ("nearly 390,000", "about 586,000", 195_500, 201_500),
        ("about 284,000", "more than 312,000", 27_500, None),
        ("more than 312,000", "nearly 350,000", 0, 38_000),
        ("about 586,000", "about 586,000", 0, 1_000),
    ],
)
def test_the_change_of_a_total_is_an_interval_and_never_below_zero(first: str, second: str, low: int, high: int | None) -> None:
    series = counted(
        f"""
        speaker | words    | as_of
        OCHA    | {first}  | 2020-01-01
        OCHA    | {second} | 2020-01-09
        """,
        **SINCE,
    ).series
    change = series.iloc[1]
    assert (int(change["days"]), int(change["change_low"])) == (8, low)
    assert change["change_high"] == high if high is not None else change.isna()["change_high"]


def test_a_total_its_speaker_lowers_is_marked_as_a_revision_and_shows_the_fall() -> None:
    assert same_table(
        counted(
            """
            speaker | words   | as_of
            OCHA    | 900,000 | 2020-02-17
            OCHA    | 860,000 | 2020-02-19
            """,
            **SINCE,
        ).series,
        """
        as_of      | value   | is_revision | change_low | change_high
        2020-02-17 | 900,000 | False       |            |
        2020-02-19 | 860,000 | True        | -40,000    | -40,000
        """,
    )


def test_a_total_without_a_start_stands_beside_and_is_never_recommended() -> None:
    count = counted("""
        speaker | words         | period_start | as_of
        OCHA    | nearly 390,000 | 2019-12-01  | 2020-01-27
        OCHA    | 700,000       |              | 2020-01-30
    """)
    assert list(count.figures["role"]) == ["recommended", "triangulation"]
    assert "no first day" in count.figures["role_reason"].iloc[1]
    assert list(count.series["value"]) == [390_000]


def test_months_are_a_series_of_their_own_and_never_join_a_running_total() -> None:
    assert same_table(
        counted("""
        speaker         | words   | unit      | period_start | as_of      | accuracy
        OCHA            | 284,000 | persons   | 2019-12-01   | 2019-12-29 | day
        OCHA            | 308,214 | movements | 2019-12-01   | 2019-12-31 | month
        OCHA            | 464,830 | movements | 2020-01-01   | 2020-01-31 | month
    """).series,
        """
        unit      | since      | window | as_of      | value   | change_value
        movements |            | month  | 2019-12-31 | 308,214 |
        movements |            | month  | 2020-01-31 | 464,830 | 156,616
        persons   | 2019-12-01 |        | 2019-12-29 | 284,000 |
    """,
    )
