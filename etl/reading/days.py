"""Days and periods worked out from the day of publication: in the past, unless the words say otherwise."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from etl.frozen import frozen
from etl.vocabulary import DateAccuracy

DAY = timedelta(days=1)
SATURDAY = 5
NEAR_FUTURE = timedelta(days=150)
PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 10), "end": (21, 31)}

STEPS = {"same day": 0, "day before": -1, "day after": 1}
THAT_DAY = "that day"
REFERRING = frozenset((*STEPS, THAT_DAY))  # words that mean a day named before them


@frozen
class Period:
    """The first and the last day meant, and how exactly. Missing days need a day of publication that is not known."""

    first: date | None
    last: date | None
    accuracy: DateAccuracy


def one_day(day: date | None) -> Period:
    """Return the period of a single day."""
    return Period(day, day, DateAccuracy.DAY)


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return (date(year + month // 12, month % 12 + 1, 1)) - DAY


def months_before(day: date, n_months: int) -> date:
    """Return the same day so many months earlier, or the last day of that month where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 - n_months, 12)
    return min(date(years, month + 1, 1) + (day.day - 1) * DAY, last_of_month(years, month + 1))


def year_of_day(month: int, day: int, published_on: date, is_future: bool) -> int:
    """Return the year of a day given without one: the last such day, or the next where the words look ahead and it is near."""
    year = published_on.year
    if (month, day) > (published_on.month, published_on.day):
        is_near = date(year, month, 1) - published_on < NEAR_FUTURE
        return year if is_future and is_near else year - 1
    ahead = date(year + 1, month, 1)
    behind = published_on - date(year, month, 1)
    return year + 1 if is_future and ahead - published_on < NEAR_FUTURE < behind else year


def month_of(month: int, year: int | None, published_on: date | None, is_last: bool = False) -> Period:
    """Return a whole month; without a year the last one begun by publication, or before it where the words say last."""
    if year is None:
        if published_on is None:
            return Period(None, None, DateAccuracy.MONTH)
        is_over = month < published_on.month or (month == published_on.month and not is_last)
        year = published_on.year if is_over else published_on.year - 1
    return until_publication(Period(date(year, month, 1), last_of_month(year, month), DateAccuracy.MONTH), published_on)


def until_publication(period: Period, published_on: date | None) -> Period:
    """Return the period cut at the day of publication where it had begun and not ended by then."""
    if published_on and period.first and period.last and period.first <= published_on < period.last:
        return Period(period.first, published_on, period.accuracy)
    return period


def part_of_month(part: str, month: int, year: int | None, published_on: date | None) -> Period:
    """Return the first, middle or last ten days of a month."""
    whole = month_of(month, year, published_on)
    if whole.first is None:
        return Period(None, None, DateAccuracy.WEEK)
    first, last = PARTS[part]
    month_end = last_of_month(whole.first.year, month).day
    return until_publication(
        Period(whole.first.replace(day=first), whole.first.replace(day=min(last, month_end)), DateAccuracy.WEEK), published_on
    )


def weekday_of(weekday: int, published_on: date | None, *, is_last: bool = False, is_next: bool = False) -> Period:
    """Return the latest such weekday up to publication; before it for `is_last`, the first after it for `is_next`."""
    if published_on is None:
        return one_day(None)
    if is_next:
        return one_day(published_on + (((weekday - published_on.weekday() - 1) % 7) + 1) * DAY)
    n_back = (published_on.weekday() - weekday) % 7
    return one_day(published_on - ((7 if is_last and n_back == 0 else n_back) * DAY))


def before_publication(number: int, unit: str, published_on: date | None) -> Period:
    """Return the span of so many hours, days, weeks, months or years up to the day of publication."""
    accuracy = {"weeks": DateAccuracy.WEEK, "months": DateAccuracy.MONTH, "years": DateAccuracy.YEAR}.get(unit, DateAccuracy.DAY)
    if published_on is None:
        return Period(None, None, accuracy)
    return Period(days_ago(number, unit, published_on), published_on, accuracy)


def days_ago(number: int, unit: str, published_on: date) -> date:
    """Return the day so long before publication; hours count as the days they touch."""
    if unit == "months":
        return months_before(published_on, number)
    if unit == "years":
        return months_before(published_on, 12 * number)
    n_days = {"hours": -(-number // 24), "days": number, "weeks": 7 * number}[unit]
    return published_on - n_days * DAY


def year_of(year: int, published_on: date | None) -> Period:
    """Return a whole year, cut at publication."""
    return until_publication(Period(date(year, 1, 1), date(year, 12, 31), DateAccuracy.YEAR), published_on)


def months_of(year: int, first_month: int, n_months: int) -> Period:
    """Return a quarter or a half of a year."""
    return Period(date(year, first_month, 1), last_of_month(year, first_month + n_months - 1), DateAccuracy.MONTH)


def word_period(word: str, published_on: date | None, before: Period | None) -> Period:
    """Return what a word for a day or period means; `same day` and its neighbours refer to the day named before.

    `that day` is that day too, or else the day of publication: "earlier in the day".
    """
    if word in STEPS:
        day = before.last if before and before.accuracy is DateAccuracy.DAY else None
        return one_day(day + STEPS[word] * DAY if day else None)
    if word == THAT_DAY:
        day = before.last if before and before.accuracy is DateAccuracy.DAY and before.first == before.last else published_on
        return one_day(day)
    if published_on is None:
        return Period(None, None, WORD_ACCURACY.get(word, DateAccuracy.DAY))
    return _from_publication(word, published_on)


WORD_ACCURACY = {
    "this week": DateAccuracy.WEEK, "last week": DateAccuracy.WEEK, "this month": DateAccuracy.MONTH,
    "last month": DateAccuracy.MONTH, "this year": DateAccuracy.YEAR, "last year": DateAccuracy.YEAR,
    "end of last year": DateAccuracy.MONTH, "end of year": DateAccuracy.DAY,
}  # fmt: skip


def _from_publication(word: str, today: date) -> Period:
    return Period(*_spans(today)[word], WORD_ACCURACY.get(word, DateAccuracy.DAY))


@lru_cache(maxsize=64)
def _spans(today: date) -> Mapping[str, tuple[date, date]]:
    """Return the days that words mean on a day; kept, for a text is full of them."""
    monday, first, new_year = today - today.weekday() * DAY, today.replace(day=1), today.replace(month=1, day=1)
    saturday = today - ((today.weekday() - SATURDAY) % 7) * DAY
    return {
        "weekend": (saturday, min(saturday + DAY, today)),
        "today": (today, today),
        "yesterday": (today - DAY, today - DAY),
        "two days before": (today - 2 * DAY, today - 2 * DAY),
        "tomorrow": (today + DAY, today + DAY),
        "overnight": (today - DAY, today),
        "this week": (monday, today),
        "this month": (first, today),
        "this year": (new_year, today),
        "last week": (monday - 7 * DAY, monday - DAY),
        "last month": (months_before(first, 1), first - DAY),
        "last year": (months_before(new_year, 12), new_year - DAY),
        "since new year": (new_year, today),
        "since first": (first, today),
        "new year": (new_year, new_year),
        "first": (first, first),
        "end of last year": (months_before(new_year, 1), new_year - DAY),
        "end of year": (today.replace(month=12, day=31), today.replace(month=12, day=31)),
    }
