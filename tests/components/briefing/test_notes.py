"""What stands beside a number in a note."""

import pytest

from components.briefing.notes import remarks


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("households", ["Households became people at 6.05 persons a household (text)"]), ("persons", [])],
)
def test_a_factor_is_told_where_it_made_people_of_households_and_not_where_people_were_counted(unit, expected):
    figure = {"unit": unit, "household_size": 6.05, "household_size_source": "text", "note": None}
    assert remarks(figure, with_note=True) == expected
