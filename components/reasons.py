"""What `etl` says in a few sentences of English, in the reader's language: why a figure has its role, why a sum is refused.

Each pattern is a sentence of `etl` with names in it; a reason that fits none is shown as it stands, since a guess would be false.
"""

import re
from functools import cache

from components import terms
from components.wording import DEFAULT, N_, _, language

SENTENCES = (
    N_("best-ranked group that reports this count: {group}"),
    N_("{speaker} reports on this count most, and no ranked group does"),
    N_("the only claim of this count"),
    N_("chosen by {who} on {day}: {why}"),
    N_("it lowers the speaker's own running total: a revision"),
    N_("it repeats a statement that another document words as exactly or better; of that one: {reason}"),
    N_("it names no first day: it can stand beside a running total and is never recommended"),
    N_("{speaker} gave another number for the same day on {day}"),
    N_("{speaker} counts apart ({own}); the line follows {line}"),
    N_("{speaker} stands in no group of the crisis file; the line follows {line}"),
    N_("it is a rounder number that contains {other}"),
    N_("{other} is the better claim of that day: {reason}"),
    N_("it is below {other}, and a running total falls only when a speaker lowers its own number"),
    N_("a number before a vague word"),
    N_("it is printed with more digits"),
    N_("people reported before households converted"),
    N_("its day is more exact"),
    N_("it was published later"),
    N_("it says the same as well"),
    N_("it is not asserted: {word}"),
    N_("it counts a part of the people"),
    N_("it is part of a total of the same area"),
    N_("it is a share, not a count"),
    N_("it has no number of its own unit to count"),
    N_("its day is not given"),
    N_("its place could not be coded"),
    N_("{number} by {speaker} for {day}"),
    N_("a stock is people on a day and a flow is movements in a period: they never share an axis or a sum"),
    N_("a part is already inside its total"),
    N_("{area} is already inside {wider}"),
    N_("{area} is a named group that may hold parts of the other areas"),
    N_("{name} is no area we know"),
    N_("{name} is not a measure; there are {measures}"),
    N_("Offensive begun on {day}"),
    N_("Phase begun on {day}"),
    N_("named afterwards"),
    N_("This record was written afterwards; what it says of days after the one chosen is not shown."),
)
"""Longer patterns stand before those that fit a part of them."""
NESTED = {"reason", "other"}


def spoken(reason: str) -> str:
    """Return a reason of the tables in the language of the moment; as it stands in English, or where no sentence fits."""
    if language() == DEFAULT:
        return reason
    for sentence in SENTENCES:
        if found := _pattern(sentence).fullmatch(reason):
            parts = {name: _part(name, part) for name, part in found.groupdict().items()}
            return _(sentence).format(**parts)
    return reason


def _part(name: str, part: str) -> str:
    if name in NESTED:
        return spoken(part)
    return _day(part) if name == "day" else terms.word(part) if name == "word" else part


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", sentence)
    return re.compile("".join(_group(piece) if k % 2 else re.escape(piece) for k, piece in enumerate(pieces)))


def _group(name: str) -> str:
    return rf"(?P<{name}>{r'[0-9]+ [A-Z][a-z]+ [0-9]+' if name == 'day' else '.+?'})"


def _day(text: str) -> str:
    """Return a day as the tables write it, `9 Feb 2020`, in the language of the moment."""
    number, month, year = text.split(" ")
    return _("{day} {month} {year}").format(day=number, month=_(month), year=year)
