"""Rule 2. A stock and a flow never share a column, an axis or a sum; what would count something twice is refused in words."""

import pytest

from etl.counting.guards import Total, require_one_axis, require_one_line, total
from etl.errors import (
    CannotAddPart,
    CannotCombine,
    CannotMixAreas,
    CannotMixCounts,
    CannotMixKinds,
    CannotMixMeasures,
    CannotMixSince,
    CannotMixUnits,
    CannotSumStock,
)
from tests.spec.tables import AREAS, counted, figures_of

MONTHS = """
    words   | period_start | as_of      | accuracy | area_code
    308,214 | 2019-12-01   | 2019-12-31 | month    | SY07
    464,830 | 2020-01-01   | 2020-01-31 | month    | SY07
"""


def test_flows_of_one_count_over_periods_that_do_not_overlap_add_up() -> None:
    assert total(figures_of(MONTHS), AREAS) == Total(low=773_044, value=773_044, high=773_044, n_figures=2)


def test_a_sum_is_an_interval_and_open_where_one_of_its_figures_is() -> None:
    figures = figures_of("""
        words             | period_start | as_of
        about 284,000     | 2019-12-01   | 2019-12-29
        more than 312,000 | 2019-12-30   | 2020-01-08
    """)
    assert total(figures, AREAS) == Total(low=595_500, value=596_000, high=None, n_figures=2)


@pytest.mark.parametrize(
    ("error", "why", "table"),
    [
        (CannotSumStock, "describe the same people", """
            measure | words     | as_of      | document_id
            idps    | 2,700,000 | 2020-01-31 | one
            idps    | 2,800,000 | 2020-02-29 | one"""),
        (CannotMixCounts, "two rounds", """
            measure | words     | as_of      | area_code | document_id
            idps    | 2,700,000 | 2020-01-31 | SY07      | round 1
            idps    | 2,800,000 | 2020-01-31 | SY        | round 2"""),
        (CannotMixKinds, "never share an axis or a sum", """
            measure          | words     | period_start | as_of
            idps             | 2,700,000 |              | 2020-01-31
            new_displacement | 464,830   | 2020-01-01   | 2020-01-31"""),
        (CannotMixMeasures, "count different things", """
            measure          | words   | period_start | as_of
            returns          | 126,000 | 2020-01-01   | 2020-01-31
            new_displacement | 464,830 | 2020-01-01   | 2020-01-31"""),
        (CannotMixUnits, "households and persons", """
            unit       | words   | period_start | as_of
            households | 20,000  | 2019-12-01   | 2019-12-31
            persons    | 464,830 | 2020-01-01   | 2020-01-31"""),
        (CannotMixCounts, "Monitor and OCHA", """
            speaker | words   | period_start | as_of
            OCHA    | 284,000 | 2019-12-01   | 2019-12-29
            Monitor | 100,000 | 2019-12-30   | 2020-01-08"""),
        (CannotMixCounts, "destination and origin", """
            area_role   | words   | period_start | as_of
            origin      | 284,000 | 2019-12-01   | 2019-12-29
            destination | 100,000 | 2019-12-30   | 2020-01-08"""),
        (CannotAddPart, "already inside its total", """
            id    | is_part_of | words   | area_code | period_start | as_of
            total |            | 312,000 | SY        | 2019-12-01   | 2020-01-08
            part  | total      | 30,000  | SY07      | 2019-12-01   | 2020-01-08"""),
        (CannotAddPart, "all and children", """
            subgroup | words   | period_start | as_of
            all      | 312,000 | 2019-12-01   | 2020-01-08
            children | 187,000 | 2020-01-09   | 2020-01-10"""),
        (CannotMixAreas, "Idleb is already inside Syria", """
            area_code | words   | period_start | as_of
            SY        | 308,214 | 2019-12-01   | 2019-12-31
            SY07      | 214,500 | 2019-12-01   | 2019-12-31"""),
        (CannotMixAreas, "named group", """
            area_code | words   | period_start | as_of
            NW        | 308,214 | 2019-12-01   | 2019-12-31
            SY07      | 214,500 | 2019-12-01   | 2019-12-31"""),
        (CannotMixSince, "overlap", """
            words   | period_start | as_of
            328,418 | 2019-11-01   | 2020-01-03
            284,000 | 2019-12-01   | 2019-12-29"""),
        (CannotMixSince, "without a first", """
            words   | period_start | as_of
            700,000 |              | 2020-01-30
            284,000 | 2019-12-01   | 2019-12-29"""),
    ],
)  # fmt: skip
def test_a_sum_is_refused_and_the_error_says_why(error: type[CannotCombine], why: str, table: str) -> None:
    with pytest.raises(error, match=why):
        total(figures_of(table), AREAS)


@pytest.mark.parametrize(
    ("error", "table"),
    [
        (CannotMixSince, """
            words   | period_start | as_of
            328,418 | 2019-11-01   | 2020-01-03
            284,000 | 2019-12-01   | 2019-12-29"""),
        (CannotMixSince, """
            words   | period_start | as_of      | accuracy
            308,214 | 2019-12-01   | 2019-12-31 | month
            284,000 | 2019-12-01   | 2019-12-29 | day"""),
        (CannotMixAreas, """
            words   | area_role   | period_start | as_of
            308,214 | origin      | 2019-12-01   | 2019-12-30
            284,000 | destination | 2019-12-01   | 2019-12-29"""),
        (CannotMixUnits, """
            words   | unit      | period_start | as_of
            308,214 | movements | 2019-12-01   | 2019-12-30
            284,000 | persons   | 2019-12-01   | 2019-12-29"""),
    ],
)  # fmt: skip
def test_what_is_a_series_of_its_own_is_refused_on_one_line(error: type[CannotCombine], table: str) -> None:
    with pytest.raises(error):
        require_one_line(counted(table).series)


def test_a_column_that_mixes_stock_years_and_flow_years_is_refused_as_a_series() -> None:
    # The trap of a real file: 2012 and 2014 are people displaced on a day, 2016 to 2021 movements in a year.
    column = figures_of("""
        measure          | words     | period_start | as_of      | area_code
        idps             | 1,000,000 |              | 2014-12-31 | SY07
        new_displacement | 500,000   | 2016-01-01   | 2016-12-31 | SY07
    """)
    with pytest.raises(CannotMixKinds):
        require_one_axis(column)
