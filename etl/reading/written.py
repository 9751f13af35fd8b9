"""A day or period as written, to the days it means."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from etl.frozen import frozen
from etl.reading import days
from etl.reading.days import Period
from etl.vocabulary import DateAccuracy

OPEN_ACCURACY = {"days": DateAccuracy.WEEK, "weeks": DateAccuracy.MONTH}


@frozen
class Written:
    """The parts of a date as written, the words of its language, and what it may refer to.

    `before` finds the date named before it, for "the same day"; `is_future`: the clause looks ahead.
    """

    parts: Mapping[str, str]
    lexicon: Mapping[str, Any]
    published_on: date | None
    before: Callable[[], Period | None]
    is_future: bool

    def number(self, name: str) -> int:
        """Return a part written in digits, or a day of the month in words."""
        written = self.parts[name]
        return int(written) if written.isdecimal() else int(self.word(name, self.lexicon["dates"]["ordinals"]))

    def word(self, name: str, table: Mapping[str, Any]) -> Any:
        """Return what a table of the lexicon says of a part, whatever its case and white space."""
        return table[" ".join(self.parts[name].lower().rstrip(".").split())]

    @property
    def year(self) -> int | None:
        """The year, where written."""
        return int(self.parts["year"]) if "year" in self.parts else None

    @property
    def month(self) -> int:
        """The month as a number."""
        return int(self.word("month", self.lexicon["months"]))

    @property
    def weekday(self) -> int:
        """The weekday as a number, Monday 0."""
        return int(self.word("weekday", self.lexicon["weekdays"]))

    @property
    def quarter(self) -> int:
        """Which quarter or half."""
        return int(self.word("quarter", self.lexicon["dates"]["quarters"]))


def meaning(kind: str, written: Written) -> Period | None:
    """Return the days meant, or None for a day that does not exist (31 February)."""
    try:
        return MEANINGS[kind](written)
    except (ValueError, OverflowError):
        return None


def _iso(written: Written) -> Period:
    return days.one_day(date(written.number("year"), written.number("month_number"), written.number("day")))


def _numeric(written: Written) -> Period:
    """Return the day of 28/01/2020 or 01/28/2020; 05/04/2020 may be either and has no day."""
    first, second, year = (written.number(name) for name in ("first", "second", "year"))
    if first > 12 or first == second:
        return days.one_day(date(year, second, first))
    return days.one_day(date(year, first, second) if second > 12 else None)


def _day(written: Written, name: str = "day") -> Period:
    month, day, year = written.month, written.number(name), written.year
    if year is None and written.published_on is not None:
        year = days.year_of_day(month, day, written.published_on, written.is_future)
    leap = date(2000, month, day)
    return days.one_day(leap.replace(year=year) if year is not None else None)


def _days(written: Written) -> Period:
    last = _day(written, "day2").last
    return Period(last.replace(day=written.number("day")) if last else None, last, DateAccuracy.DAY)


def _part(written: Written) -> Period:
    part = str(written.word("part", written.lexicon["dates"]["parts"]))
    return days.part_of_month(part, written.month, written.year, written.published_on)


def _month(written: Written) -> Period:
    return days.month_of(written.month, written.year, written.published_on)


def _last_month(written: Written) -> Period:
    return days.month_of(written.month, None, written.published_on, is_last=True)


def _month_last_year(written: Written) -> Period:
    year = written.published_on.year - 1 if written.published_on else None
    return days.month_of(written.month, year, written.published_on)


def _weekday(written: Written) -> Period:
    return days.weekday_of(written.weekday, written.published_on, is_next=written.is_future)


def _next_weekday(written: Written) -> Period:
    return days.weekday_of(written.weekday, written.published_on, is_next=True)


def _last_weekday(written: Written) -> Period:
    return days.weekday_of(written.weekday, written.published_on, is_last=True)


def _quarter(written: Written) -> Period:
    return days.months_of(written.number("year"), 3 * written.quarter - 2, 3)


def _quarter_last_year(written: Written) -> Period:
    if written.published_on is None:
        return Period(None, None, DateAccuracy.MONTH)
    return days.months_of(written.published_on.year - 1, 3 * written.quarter - 2, 3)


def _half(written: Written) -> Period:
    return days.months_of(written.number("year"), 1 if written.quarter == 1 else 7, 6)


def _year(written: Written) -> Period:
    return days.year_of(written.number("year"), written.published_on)


def _new_year(written: Written) -> Period:
    return days.one_day(date(written.number("year"), 1, 1))


def _end_year(written: Written) -> Period:
    return days.one_day(date(written.number("year"), 12, 31))


def _word(written: Written) -> Period:
    word = str(written.word("word", written.lexicon["dates"]["words"]))
    return days.word_period(word, written.published_on, written.before() if word in days.REFERRING else None)


def _past(written: Written) -> Period:
    table = written.lexicon["dates"]
    if "dual" in written.parts:
        return days.before_publication(2, str(written.word("dual", table["duals"])), written.published_on)
    text = " ".join(written.parts["number"].lower().split()) if "number" in written.parts else "1"
    number = int(table["numbers"].get(text) or text)
    return days.before_publication(number, str(written.word("unit", table["units"])), written.published_on)


def _ago(written: Written) -> Period:
    span = _past(written)
    return Period(span.first, span.first, span.accuracy)


def _open(written: Written) -> Period:
    unit = str(written.word("unit", written.lexicon["dates"]["units"]))
    return Period(None, written.published_on, OPEN_ACCURACY.get(unit, DateAccuracy.YEAR))


MEANINGS: Mapping[str, Callable[[Written], Period]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day": _day,
    "days": _days,
    "part": _part,
    "month": _month,
    "month_year": _month,
    "month_last_year": _month_last_year,
    "last_month": _last_month,
    "weekday": _weekday,
    "next_weekday": _next_weekday,
    "last_weekday": _last_weekday,
    "quarter": _quarter,
    "quarter_last_year": _quarter_last_year,
    "half": _half,
    "year": _year,
    "new_year": _new_year,
    "end_year": _end_year,
    "word": _word,
    "past": _past,
    "ago": _ago,
    "open": _open,
}
