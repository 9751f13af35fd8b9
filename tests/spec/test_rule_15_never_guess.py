"""Rule 15. Never fall through to a default: an unknown measure, unit, code or cell is refused with the words not understood."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from etl import cells
from etl.counting.intervals import interval_of
from etl.errors import UnknownMeasure, UnknownUnit, UnknownWord
from etl.vocabulary import Quantifier, Unit


@pytest.mark.parametrize(
    ("parse", "cell", "error"),
    [
        (cells.parse_measure, "casualties", UnknownMeasure),
        (cells.parse_measure, "", UnknownMeasure),
        (lambda cell: cells.parse_word(cell, Unit), "people", UnknownUnit),
        (lambda cell: cells.parse_word(cell, Quantifier), "roughly", UnknownWord),
        (cells.parse_day, "28.1.2020", UnknownWord),
        (cells.parse_day, "2020-02-30", UnknownWord),
        (cells.parse_count, "1,000", UnknownWord),
        (cells.parse_count, "12.5", UnknownWord),
        (cells.parse_count, "-1", UnknownWord),
        (cells.parse_count, "nan", UnknownWord),
        (cells.parse_real, "north", UnknownWord),
        (lambda cell: interval_of(cell, value=5), "roughly", UnknownWord),
        (lambda cell: interval_of("exact", value=None), "", UnknownWord),
        (lambda cell: interval_of("plural_1000", profile=cell), "guess", UnknownWord),
    ],
)
def test_a_word_not_understood_is_refused_by_name(parse: Callable[[str], Any], cell: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse(cell)


@pytest.mark.parametrize(
    ("parse", "cell", "value"),
    [
        (cells.parse_day, "2020-01-28", date(2020, 1, 28)),
        (cells.parse_count, "4181.0", 4181),
        (cells.parse_count, "0", 0),
        (cells.parse_count, "", None),
        (cells.parse_day, " ", None),
        (cells.parse_real, "36.25", 36.25),
        (lambda cell: cells.parse_word(cell, Unit), "persons", Unit.PERSONS),
        (lambda cell: cells.parse_word(cell, Unit), "", None),
    ],
)
def test_an_empty_cell_is_missing_and_a_zero_is_a_zero(parse: Callable[[str], Any], cell: str, value: Any) -> None:
    assert parse(cell) == value
