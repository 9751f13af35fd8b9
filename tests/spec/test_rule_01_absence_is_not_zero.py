"""Rule 1. Absence is not zero: no count is filled in, no row is invented, gaps stay gaps."""

from etl.counting.guards import total
from tests.spec.tables import AREAS, counted, figures_of, same_table


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


def test_the_sum_of_no_figures_is_unknown_and_not_zero() -> None:
    assert total(figures_of("words | as_of\n1 | 2020-01-01").iloc[:0], AREAS) is None
