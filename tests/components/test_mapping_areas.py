"""Which places lie in a wide area, and which wide areas have something to show."""

import pytest

from components.mapping_areas import nesting
from etl import tables
from tests.components.mapped import AREAS, area

GROUPED = tables.AREAS.frame(
    [
        *AREAS[AREAS["area_code"].ne("SY-NW")].astype(object).where(AREAS.notna(), None).to_dict("records"),
        area("SY-NW", "Northwest Syria", None, place_kind="group", parent_code="SY", members="SY07;SY02"),
        area("SY-HARIM", "Harim and more", None, place_kind="group", parent_code="SY07", members="SY0703"),
        area("SY02", "Aleppo", 1, 36.2, 37.1, parent_code="SY", place_kind="governorate"),
    ]
)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("C4126", {"C4126"}),
        ("SY0703", {"SY0703", "SY070301", "C4126", "C6389"}),
        ("SY-HARIM", {"SY-HARIM", "SY0703", "SY070301", "C4126", "C6389"}),
        ("SY07", {"SY07", "SY0703", "SY070301", "C4126", "C6389", "C3916", "C3985"}),
        ("SY02", {"SY02"}),
    ],
)
def test_an_area_holds_what_lies_in_it_however_deep(code, expected):
    assert nesting(GROUPED).within(code) == expected


def test_a_group_holds_its_members_with_all_in_them():
    found = nesting(GROUPED).within("SY-NW")
    assert {"SY07", "SY02", "C3916", "C4126"} <= found
    assert "SY" not in found


def test_only_wide_areas_with_a_mark_in_them_are_offered_the_widest_first():
    assert nesting(GROUPED).holding(["C4126"]) == ["SY-NW", "SY07", "SY-HARIM", "SY0703"]
    assert nesting(GROUPED).holding(["C3916"]) == ["SY-NW", "SY07"]
    assert nesting(GROUPED).holding([]) == []
