"""Rule 10. Only asserted figures of a known day and place enter series; the rest is kept and says why it stays out."""

import pytest

from tests.spec.tables import counted


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
