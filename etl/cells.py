"""Cells of hand-kept and received tables to values. A cell that cannot be understood says so; it never becomes a default."""

from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from etl.errors import UnknownMeasure, UnknownUnit, UnknownWord
from etl.vocabulary import MEASURES, Unit

W = TypeVar("W", bound=StrEnum)


def parse_text(cell: str) -> str | None:
    """Return the text, or None for an empty cell."""
    return cell.strip() or None


def parse_day(cell: str) -> date | None:
    """Return the ISO day, or None for an empty cell. Raises UnknownWord for anything else."""
    if not cell.strip():
        return None
    try:
        return date.fromisoformat(cell.strip())
    except ValueError as error:
        raise UnknownWord(f"{cell!r} is not a day written as 2020-01-28") from error


def parse_count(cell: str) -> int | None:
    """Return the whole number, or None for an empty cell. Raises UnknownWord for fractions, signs and words."""
    if not cell.strip():
        return None
    number = _decimal(cell)
    if number < 0 or number != number.to_integral_value():
        raise UnknownWord(f"{cell!r} is not a whole count")
    return int(number)


def parse_real(cell: str) -> float | None:
    """Return the number, or None for an empty cell. Raises UnknownWord for words."""
    return float(_decimal(cell)) if cell.strip() else None


def _decimal(cell: str) -> Decimal:
    try:
        number = Decimal(cell.strip())
    except InvalidOperation as error:
        raise UnknownWord(f"{cell!r} is not a number") from error
    if not number.is_finite():
        raise UnknownWord(f"{cell!r} is not a number")
    return number


def parse_word(cell: str, words: type[W]) -> W | None:
    """Return the word of the vocabulary, or None for an empty cell. Raises UnknownWord, or UnknownUnit for a unit."""
    if not cell.strip():
        return None
    try:
        return words(cell.strip())
    except ValueError as error:
        raised = UnknownUnit if words is Unit else UnknownWord
        raise raised(f"{cell!r} is not one of {', '.join(words)}") from error


def parse_measure(cell: str) -> str:
    """Return the measure. Raises UnknownMeasure, also for an empty cell: a number of nothing is no figure."""
    if cell.strip() not in MEASURES:
        raise UnknownMeasure(f"{cell!r} is not a measure; there are {', '.join(MEASURES)}")
    return cell.strip()
