"""Rule 12. Places are coded by exact name or known alias; a name of two places, or of none, is refused."""

from typing import Any

import pytest

from etl.errors import UnknownPlace
from etl.reference import Reference


def area(name: str, aliases: str | None = None) -> dict[str, Any]:
    return {"name": name, "name_ar": None, "aliases": aliases, "level": 4, "parent_code": None}


REFERENCE = Reference(
    areas={"A": area("Saraqib", "Saraqeb;Saraqab"), "B": area("Dana", "Ad Dana"), "C": area("Dana, Hama", "Dana")},
    speakers={}, offensives=[], events=[], household_sizes={},
)  # fmt: skip


@pytest.mark.parametrize("name", ["Saraqib", "saraqeb", " Saraqab ", "A"])
def test_a_place_is_coded_by_code_name_or_alias(name: str) -> None:
    assert REFERENCE.area_code(name) == "A"


@pytest.mark.parametrize("name", ["Saraq", "Idlib", "", "Dana"])
def test_an_unknown_name_and_a_name_of_two_places_are_refused(name: str) -> None:
    with pytest.raises(UnknownPlace):
        REFERENCE.area_code(name)
