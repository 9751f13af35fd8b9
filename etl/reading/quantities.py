"""Quantities: numbers with what bounds them, and not the numbers that count nothing.

Dates, years, ages, money, lengths, ordinals, resolutions, roads, weapons, scores and footnotes are not quantities. A
bare share ("80 per cent") is kept with `is_share`, for it may be a part of a total. Interval rules: counting rule 4.
"""

from dataclasses import replace
from fractions import Fraction

from etl.counting.intervals import BOUNDS as BOUNDED
from etl.frozen import frozen
from etl.reading.bounds import bound_after, bound_before, bound_beside
from etl.reading.lexicon import Lexicon
from etl.reading.not_counts import (
    chain_end,
    is_glued_name,
    is_number_of_something,
    is_year,
    measures,
)
from etl.reading.number_words import Numeral, is_part_alone
from etl.reading.numbers import read_numeral
from etl.reading.ranges import are_years, is_changed, raised_at, range_at, range_opener
from etl.reading.ratios import ratio_end
from etl.reading.sentences import split
from etl.reading.spans import Quantity
from etl.reading.tokens import Words, words_of
from etl.vocabulary import Quantifier

CODE_LENGTHS = (2, 4)
N_WORDS_TO_OWNED = 5
LEAST = {Quantifier.AT_MOST: 0, Quantifier.LESS_THAN: 0}
MOST = {Quantifier.AT_LEAST: 100, Quantifier.MORE_THAN: 100}


@frozen
class Counted:
    """A quantity and the words that hold it: from `first` to before `end`.

    `is_label`: it may be the name of something (Camp 4). `is_former`: a count that has changed since ("rose from 12 to 35").
    `is_further`: it comes on top of those counted before ("another 4,000"). `part`: the share it is of a whole, and what
    bounds it is its `bound`. `is_worked_out`: no word prints it, a share of a whole makes it.
    """

    first: int
    end: int
    quantity: Quantity
    is_label: bool = False
    is_digits: bool = False
    is_metres_perhaps: bool = False
    is_former: bool = False
    is_nobody: bool = False
    is_further: bool = False
    part: Fraction | None = None
    is_worked_out: bool = False
    bound: Quantifier = Quantifier.EXACT


def find_quantities(text: str, lexicon: Lexicon) -> list[Quantity]:
    """Return every quantity of a text in order."""
    found = []
    for sentence in split(text):
        found += [counted.quantity for counted in quantities_in(words_of(text, sentence, lexicon), lexicon)]
    return found


def quantities_in(words: Words, lexicon: Lexicon) -> list[Counted]:
    """Return the quantities of one sentence in order, none overlapping another."""
    found: list[Counted] = []
    opening, reached = lexicon.number_openers, 0
    for at in [at for at, word in enumerate(words.normal) if word in opening or word[0].isdecimal()]:
        if at < reached:
            continue
        left = found[-1].end if found else 0
        if words.normal[at] in opening and (special := _special(words, at, lexicon, left)):
            found.append(special)
            reached = special.end
        elif numeral := read_numeral(words, at, lexicon):
            counted, reached = _counted(words, at, numeral, lexicon, left)
            found += [counted] if counted else []
    return found


def _counted(words: Words, start: int, numeral: Numeral, lexicon: Lexicon, left: int) -> tuple[Counted | None, int]:
    """Return the quantity that starts with a numeral, or None, and the word to go on from."""
    if (skipped := chain_end(words, start, numeral)) or is_glued_name(words, start, lexicon):
        return None, max(skipped, numeral.end)
    if _counts_nothing(words, start, numeral, lexicon):
        upper = raised_at(words, start, numeral, lexicon)
        return None, upper[2] if upper else numeral.end
    if raised := _raised(words, start, numeral, lexicon, left):
        return raised, raised.end
    low, high, end = range_at(words, start, numeral, lexicon)
    is_dated = high is not None and words.word(end) in lexicon.words["months"]
    if high is not None and are_years(words, start, end, lexicon):
        return None, end
    if is_dated or (high is not None and measures(words, end, lexicon)):
        return None, end
    if high is None and (after_ratio := ratio_end(words, numeral, lexicon)):
        return _ratio_share(words, start, lexicon, left), after_ratio
    if percent := lexicon.percent.at(words.normal, end):
        first, quantifier = bound_before(words, start, left, lexicon)
        return _share(words, first, percent[0], low or numeral, high, quantifier), percent[0]
    value = (low or numeral).value
    if value is None and numeral.amount is not None:
        return None, end
    first, quantifier = bound_before(words, start, left, lexicon)
    end, quantifier = bound_after(words, end, quantifier, lexicon)
    if high is None:
        quantifier = bound_beside(words, first, end, quantifier, lexicon)
    first = first if high is None else min(first, range_opener(words, start, lexicon))
    end = _repeated_in_digits(words, end, value)
    rule, meant = _rule(numeral, high, quantifier)
    span = words.span(first, end)
    quantity = Quantity(span.start, span.end, rule, meant, *_printed(value, high))
    is_label = _is_label(words, start, lexicon)
    is_former = high is None and is_changed(words, start, lexicon) and bool(lexicon.words["to"] & set(words.normal[end:]))
    is_further = words.word(end) in lexicon.words["more"] or lexicon.further.before(words.normal, first, at_most=2) is not None
    is_metres = (high or numeral).is_metres_perhaps
    counted = Counted(first, end, quantity, is_label, numeral.is_digits, is_metres, is_former, is_further=is_further)
    return counted, end


def _counts_nothing(words: Words, start: int, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Say whether a number is a year, a part of something, cut off in front, or of what nobody counts here."""
    if is_number_of_something(words, start, numeral.end, lexicon) or is_year(words, start, numeral, lexicon):
        return True
    return is_part_alone(words, start, numeral, lexicon) or _is_cut(words, start)


def _is_cut(words: Words, start: int) -> bool:
    """Say whether a number is only what stands behind the point: .5 million."""
    return words.word(start - 1) == "." and words.is_glued(start) and not words.is_glued(start - 1)


def _raised(words: Words, start: int, numeral: Numeral, lexicon: Lexicon, left: int) -> Counted | None:
    """Return a number that a second one raises as one quantity: "hundreds, if not thousands,"; the comma behind it is passed."""
    if (found := raised_at(words, start, numeral, lexicon)) is None:
        return None
    low, high, end = found
    span = words.span(bound_before(words, start, left, lexicon)[0], end)
    is_closed = words.word(end) == "," and "," in words.normal[start:end]
    return Counted(start, end + is_closed, Quantity(span.start, span.end, "between", Quantifier.BETWEEN, low=low, high=high))


def _is_label(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Say whether a number names something, itself or as one of several: camp 4; wards 4, 6 and 7, not "of Ward 3, 480 fled"."""
    joints, at = lexicon.words["and to"] | {","}, start
    if words.word(start - 1) == "," and words.word(start + 1) not in joints:
        return False
    while words.word(at - 1) in joints and words.word(at - 2)[:1].isdecimal():
        at -= 2
    return lexicon.labels_before.before(words.normal, at, at_most=3) is not None or _is_code(words, start, lexicon)


def _is_code(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Say whether capitals before a number make a code with it: "clones RIC 118 and NAB 12"; not "in KP 12", "FLOODS KILL 12"."""
    code = words.raw[start - 1] if start else ""
    is_capital = code.isalpha() and code.isupper() and CODE_LENGTHS[0] <= len(code) <= CODE_LENGTHS[1]
    if not is_capital or code.lower() in lexicon.nouns or words.word(start - 2) in lexicon.words["noun_ends"]:
        return False
    return any(raw[:1].islower() for raw in words.raw)


def _repeated_in_digits(words: Words, end: int, value: int | None) -> int:
    """Return the word after "(50)" where a number in words is repeated in digits, else the end given."""
    if words.word(end) == "(" and words.word(end + 2) == ")" and words.word(end + 1).replace(",", "") == str(value):
        return end + 3
    return end


def _rule(numeral: Numeral, high: Numeral | None, quantifier: Quantifier) -> tuple[str, Quantifier]:
    if high is not None:
        return "between", Quantifier.BETWEEN
    if numeral.amount is None:
        bound = f"{quantifier.value}_" if quantifier.value in BOUNDED else ""
        return bound + numeral.rule, Quantifier.VAGUE
    if quantifier is Quantifier.EXACT:
        return numeral.rule, quantifier
    return quantifier.value, quantifier


def _nobody(words: Words, start: int, lexicon: Lexicon) -> Counted | None:
    """Return "no one" as a count of none, which is worth saying only of deaths and injuries."""
    if (match := lexicon.nobody.at(words.normal, start)) is None:
        return None
    span = words.span(start, match[0])
    return Counted(start, match[0], Quantity(span.start, span.end, "exact", Quantifier.EXACT, value=0), is_nobody=True)


def _fraction_share(words: Words, start: int, lexicon: Lexicon, left: int) -> Counted | None:
    """Return two-thirds of, about half of, over a third of (something that is no magnitude) as a share in per cent."""
    parts, at = lexicon.numbers.get(words.word(start), 1), start
    at += words.word(start) in lexicon.numbers or words.word(start) in lexicon.words["articles"]
    at += words.word(at) == "-"
    if words.word(at) not in lexicon.fractions or not _is_of_whole(words, at + 1, lexicon):
        return None
    numeral = read_numeral(words, start, lexicon)
    if numeral is not None and numeral.end > at:
        return None
    over, under = lexicon.fractions[words.word(at)]
    return _part(words, start, at + 1, Fraction(over * parts, under), lexicon, left)


def _special(words: Words, start: int, lexicon: Lexicon, left: int) -> Counted | None:
    """Return a share in words, or no one at all, that starts at a word; else None."""
    word = words.word(start)
    if word in lexicon.words["most"] or word in lexicon.words["all"]:
        return _greater_part(words, start, lexicon, left)
    return _fraction_share(words, start, lexicon, left) or _nobody(words, start, lexicon)


def _greater_part(words: Words, start: int, lexicon: Lexicon, left: int) -> Counted | None:
    """Return "most of its (900 residents)" as more than half, "almost all of its (900 residents)" as nearly the whole."""
    is_of = words.word(start + 1) in lexicon.words["of"]
    if not any(words.word(at)[:1].isdecimal() for at in range(start + 1 + is_of, start + 1 + N_WORDS_TO_OWNED)):
        return None
    is_most = words.word(start) in lexicon.words["most"]
    behind = words.word(start + 1 + is_of)
    is_owned = is_of or behind in lexicon.words["clause_owned"]
    if (is_most and not is_of) or not is_owned or behind[:1].isdecimal():
        return None  # a majority of 102, nearly all but 20
    share = _part(words, start, start + 1, Fraction(1, 1 + is_most), lexicon, left)
    if not is_most:
        return share if share.bound is Quantifier.NEARLY else None
    span, quantifier = words.span(start, start + 1), Quantifier.MORE_THAN
    quantity = Quantity(span.start, span.end, quantifier.value, quantifier, value=50, is_share=True)
    return replace(share, first=start, quantity=quantity, bound=quantifier)


def _is_of_whole(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether what a part is of follows: "of" it, or a number that has an owner, "half the town's 20,000 people"."""
    if words.word(index) in lexicon.words["of"]:
        return True
    is_named = words.word(index) in lexicon.words["clause_owned"]
    return is_named and any(words.word(at)[:1].isdecimal() for at in range(index + 1, index + N_WORDS_TO_OWNED))


def _ratio_share(words: Words, start: int, lexicon: Lexicon, left: int) -> Counted | None:
    """Return one in four of, three out of ten of (those counted) as a share; without "of" a ratio counts nothing."""
    numeral = read_numeral(words, start, lexicon)
    if numeral is None or numeral.value is None or not (end := ratio_end(words, numeral, lexicon)):
        return None
    base = read_numeral(words, end - 1, lexicon)
    if base is None or not base.value or words.word(end) not in lexicon.words["of"]:
        return None
    return _part(words, start, end, Fraction(numeral.value, base.value), lexicon, left)


def _part(words: Words, start: int, end: int, part: Fraction, lexicon: Lexicon, left: int) -> Counted:
    """Return a part of a whole in per cent, with what bounds it."""
    low, rest = divmod(100 * part.numerator, part.denominator)
    first, quantifier = bound_before(words, start, left, lexicon)
    span = words.span(first, end)
    if rest:  # 33 or 34, which over and under open
        low, high = LEAST.get(quantifier, low), MOST.get(quantifier, low + 1)
        quantity = Quantity(span.start, span.end, "between", Quantifier.BETWEEN, low=low, high=high, is_share=True)
    else:
        quantity = Quantity(span.start, span.end, quantifier.value, quantifier, value=low, is_share=True)
    return Counted(first, end, quantity, part=part, bound=quantifier)


def _share(words: Words, start: int, end: int, low: Numeral, high: Numeral | None, quantifier: Quantifier) -> Counted | None:
    span = words.span(start, end)
    if low.value is None or low.value > 100 or (high is not None and (high.value or 101) > 100):
        return None
    rule, meant = _rule(low, high, quantifier)
    quantity = Quantity(span.start, span.end, rule, meant, *_printed(low.value, high), is_share=True)
    return Counted(start, end, quantity, part=None if high else Fraction(low.value, 100), bound=quantifier)


def _printed(value: int | None, high: Numeral | None) -> tuple[int | None, int | None, int | None]:
    """Return low, value and high as printed: one number, or the two of a range."""
    return (None, value, None) if high is None else (value, None, high.value)
