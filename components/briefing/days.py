"""Days as places on the paper chart's axis, and which of them are named."""

from datetime import date, datetime, timedelta


def start(day: date) -> float:
    """Return where a day begins on the axis."""
    return float(day.toordinal())


def noon(day: date) -> float:
    """Return the middle of a day, where its marks stand."""
    return start(day) + 0.5


def moment(when: datetime) -> float:
    """Return where a moment lies on the axis."""
    return start(when.date()) + (when.hour * 3600 + when.minute * 60 + when.second) / 86400


def named(first: date, last: date, most: int) -> list[date]:
    """Return the days named on the axis: first days of months, thinned to what fits, or for a short period some days apart."""
    days = [first + timedelta(days=k) for k in range((last - first).days + 1)]
    months = [day for day in days if day.day == 1]
    if len(months) >= 3:
        return months[:: -(-len(months) // most)]
    step = next((step for step in (1, 2, 7, 14) if len(days) / step <= most), 28)
    return days[::step]
