"""Ranges: two numbers that bound one: "20,000-25,000", "between A and B", "two or three hundred", "dozens, if not hundreds"."""

from etl.counting.intervals import Interval, interval_of
from etl.reading.ages import DASHES
from etl.reading.lexicon import Lexicon
from etl.reading.not_counts import EARLIEST_YEAR, LATEST_YEAR, measures
from etl.reading.number_words import Numeral
from etl.reading.numbers import read_numeral
from etl.reading.tokens import Words

FIRST_YEAR = 1900  # of those that are years without more: 1,500 to 1,800 people are printed so too
WIDEST_RANGE = 200
BIGGEST_SHARED = 1_000  # of thousands of thousands nobody speaks
FARTHEST_RAISED = 3  # 40, if not 50; two numbers farther apart are two counts


def are_years(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether both numbers of a range are printed as years: between 1990 and 2010, 1895-1910."""
    printed = (words.raw[start], words.raw[end - 1])
    is_glued = words.word(start + 1) in DASHES and words.is_glued(start + 1) and words.word(end) not in lexicon.nouns
    earliest = EARLIEST_YEAR if is_glued else FIRST_YEAR
    return all(len(one) == 4 and one.isdecimal() and earliest <= int(one) <= LATEST_YEAR for one in printed)


def range_at(words: Words, start: int, numeral: Numeral, lexicon: Lexicon) -> tuple[Numeral | None, Numeral | None, int]:
    """Return the lower and the upper number of a range and the word after it; the upper is missing where there is no range."""
    if numeral.amount is None:
        return None, None, numeral.end
    at = _range_middle(words, start, numeral.end, lexicon)
    upper = read_numeral(words, at, lexicon) if 0 < at < len(words) else None
    if upper is None or upper.amount is None or upper.value is None:
        return None, None, numeral.end
    low = _scaled_like(words, numeral, upper, lexicon)
    is_range = low.value is not None and low.value < upper.value and low.value * WIDEST_RANGE >= upper.value
    if not is_range or measures(words, upper.end, lexicon) or is_changed(words, start, lexicon):
        return None, None, numeral.end
    return low, upper, upper.end


def _range_middle(words: Words, start: int, end: int, lexicon: Lexicon) -> int:
    """Return where the second number of a range may start, or 0."""
    word = words.word(end)
    is_between = words.word(start - 1) in lexicon.words["between"] or words.word(start - 2) in lexicon.words["between"]
    if is_between and word in lexicon.words["and"]:
        return _after_quantifier(words, end + 1, lexicon)
    if word in DASHES and not (word == "—" and not words.is_glued(end)):
        return end + 1
    if word in lexicon.words["to"]:
        return _after_quantifier(words, end + 1, lexicon)
    is_up = words.word(start - 1) in lexicon.words["from"] and words.word(end + 1) in lexicon.words["to"]  # from 300 up to 400
    return _after_quantifier(words, end, lexicon) if is_up else 0


def _after_quantifier(words: Words, index: int, lexicon: Lexicon) -> int:
    found = lexicon.quantifiers_before.at(words.normal, index)
    return found[0] if found else index


def _scaled_like(words: Words, low: Numeral, high: Numeral, lexicon: Lexicon) -> Numeral:
    """Return the lower number in the magnitude of the upper: 12 to 15 thousand, two or three hundred, 20-25,000."""
    if low.amount is None or high.value is None or low.is_scaled or low.amount >= 1000:
        return low
    for scale in (_last_magnitude(words, high, lexicon), *((1_000_000, 1000) if high.value % 1000 == 0 else ())):
        if scale > 1 and high.value // WIDEST_RANGE <= low.amount * scale < high.value:
            return Numeral(low.end, low.rule, low.amount * scale, True, low.is_digits)
    return low


def _last_magnitude(words: Words, numeral: Numeral, lexicon: Lexicon) -> int:
    """Return the product of the magnitude words that end a number: a hundred thousand of "three hundred thousand"."""
    scale, at = 1, numeral.end - 1
    while numeral.is_scaled and at > 0 and (step := lexicon.magnitudes.get(words.word(at)) or lexicon.sets.get(words.word(at))):
        scale, at = scale * step, at - 1
    return scale


def is_changed(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Say whether "from A to B" tells a change, so that B is the number and A is not."""
    if words.word(start - 1) in lexicon.words["clause_agent"]:
        return words.word(start - 2) in lexicon.words["change"] or words.word(start - 2) in lexicon.words["shrinking"]
    if words.word(start - 1) not in lexicon.words["from"]:
        return False
    return any(words.word(index) in lexicon.words["change gone"] for index in range(max(0, start - 4), start - 1))


def range_opener(words: Words, start: int, lexicon: Lexicon) -> int:
    """Return where the words of a range start: at "between" or "from" where one stands there."""
    openers = lexicon.words["between from"]
    return start - 1 if words.word(start - 1) in openers else start


def raised_at(words: Words, start: int, numeral: Numeral, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """Return the least and the most of a number that a second, vague one raises, and the word after it.

    "Hundreds, if not thousands", "hundreds to thousands": from the least of hundreds to the most of thousands.
    """
    joint = lexicon.raised.at(words.normal, numeral.end)
    at = joint[0] if joint else _second_vague(words, start, numeral, lexicon)
    upper = read_numeral(words, at, lexicon) if at else None
    if upper is None or (upper.amount is not None and numeral.amount is None) or _is_of_other(words, upper.end, lexicon):
        return None
    low, high = _claimed(_of_shared_magnitude(words, start, at, numeral, upper, lexicon)), _claimed(upper)
    if low is None or high is None or low.low is None or high.high is None:
        return None
    is_near = numeral.amount is None or (high.low or 0) <= FARTHEST_RAISED * low.low
    return (low.low, high.high, upper.end) if is_near and high.high > (low.high or 0) else None


def _second_vague(words: Words, start: int, numeral: Numeral, lexicon: Lexicon) -> int:
    """Return where the number may stand that a vague one goes up to ("dozens to hundreds"), or 0; "fell from hundreds" not."""
    if numeral.amount is not None or words.word(numeral.end) not in lexicon.words["to"] or is_changed(words, start, lexicon):
        return 0
    return numeral.end + 1 + (words.word(numeral.end + 1) in lexicon.words["stretches"])


def _of_shared_magnitude(words: Words, start: int, at: int, low: Numeral, high: Numeral, lexicon: Lexicon) -> Numeral:
    """Return the lower number in the magnitude that stands behind the upper only: "tens if not hundreds of thousands"."""
    vague, shared = lexicon.plurals.get(words.word(start), 0), lexicon.plurals.get(words.word(at), 0)
    is_bare = low.end == start + 1 and 0 < vague < shared < BIGGEST_SHARED
    if not is_bare or high.end == at + 1 or not high.rule.startswith("plural_"):
        return low
    return Numeral(low.end, f"plural_{vague * int(high.rule.removeprefix('plural_')) // shared}", is_scaled=True)


def _is_of_other(words: Words, end: int, lexicon: Lexicon) -> bool:
    return measures(words, end, lexicon) or lexicon.percent.at(words.normal, end) is not None


def _claimed(numeral: Numeral) -> Interval | None:
    return interval_of(numeral.rule, value=numeral.value) if numeral.amount is None or numeral.value is not None else None
