"""One number as written, without what bounds it: 948,000; 9 300; 3,57,243; 1.5m; nine hundred and twenty-one; half a million.

Refuses what has no whole value (1.5 people) and leaves the meaning of vague words to the interval rules.
"""

import re
from dataclasses import replace
from fractions import Fraction
from unicodedata import numeric

from etl.reading.lexicon import Lexicon
from etl.reading.number_words import LARGEST, Amount, Numeral, and_a_part, bare_magnitude, factor, fraction, in_words, magnitude
from etl.reading.tokens import Words

GROUPED = re.compile(r"\d{1,3}(?:[,٬’']\d{3})+|\d{1,2}(?:[,٬]\d{2})+[,٬]\d{3}")
GROUP, LAKH = 3, re.compile(r"\d\d,\d{3}")  # digits of a group, and those behind the lakhs: 5, 71,128
DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
DECIMAL = re.compile(r"\d+[.,٫]\d+")
MOST_PARTS = 10
THOUSAND = 1000
MOST_WITH_PART = 10  # "20 and half a million" are two numbers
SCALES_WITH_S = frozenset(10**power for power in range(1, 7))
MAGNITUDES = (10**9, 10**6, 10**3, 100)
SEPARATORS = re.compile(r"[.,٬٫'’]")


def read_numeral(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    """Return the number that starts at a word, or None where none does."""
    numeral = _numeral(words, start, lexicon)
    return numeral and _gone_on(words, numeral, lexicon)


def _numeral(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    word = words.word(start)
    if word[:1].isdecimal():
        return _digits(words, start, lexicon)
    if word in lexicon.words["articles"]:
        return _after_article(words, start + 1, lexicon)
    if word in lexicon.few:
        return _few(words, start, lexicon, has_article=False)
    if word in lexicon.plurals:
        return _plural(words, start, lexicon)
    if word in lexicon.sets:
        return _set(words, start, lexicon, has_article=False)
    if word in lexicon.fractions or word in lexicon.numbers or word in lexicon.magnitudes:
        return fraction(words, start, lexicon) or in_words(words, start, lexicon) or bare_magnitude(words, start, lexicon)
    return None


def _gone_on(words: Words, numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Return the number with the digits that an "and" written onto them adds, as Arabic does: 30 thousand and542."""
    at, amount = numeral.end, numeral.amount
    if not numeral.is_scaled or amount is None or words.word(at) not in lexicon.words["written_on"] or not words.is_glued(at + 1):
        return numeral
    rest = _digits(words, at + 1, lexicon) if words.word(at + 1)[:1].isdecimal() else None
    scale = next((scale for scale in MAGNITUDES if amount % scale == 0), 1)
    if rest is None or rest.amount is None or rest.amount >= scale:
        return numeral
    return replace(numeral, end=rest.end, amount=amount + rest.amount)


def _digits(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    end, printed = _joined_groups(words, start, lexicon)
    amount = _amount(printed)
    if amount is None:
        return None
    if tens := _tens_with_s(words, end, printed, lexicon):
        return tens
    if with_part := _with_fraction(words, end, amount, lexicon):
        return with_part
    is_dotted = DOTTED.fullmatch(printed) is not None and printed.count(".") == 1
    if (suffix := lexicon.suffixes.get(words.word(end), 0)) and _is_suffix(words, end):
        if is_dotted:
            amount = Fraction(printed)
        return Numeral(end + 1, "exact", amount * suffix, True, True, is_metres_perhaps=words.word(end) == "m")
    scale, end_of_scale = magnitude(words, end, lexicon)
    if scale > 1:
        scaled = Numeral(end_of_scale, "exact", (Fraction(printed) if is_dotted else amount) * scale, True, True)
        return _with_smaller(words, scaled, scale, lexicon) if printed.isdecimal() else scaled
    return Numeral(end, "exact", amount, False, True, is_dotted=is_dotted)


def _with_smaller(words: Words, numeral: Numeral, scale: int, lexicon: Lexicon) -> Numeral:
    """Return the number with the smaller magnitude that goes on it: 2 lakh 30 thousand; 27 thousand 300."""
    rest = _digits(words, numeral.end, lexicon) if words.word(numeral.end).isdecimal() else None
    if rest is None or numeral.amount is None or rest.amount is None or rest.amount >= scale:
        return numeral
    if not rest.is_scaled and (scale != THOUSAND or len(words.raw[numeral.end]) != len(str(THOUSAND)) - 1):
        return numeral
    return replace(numeral, end=rest.end, amount=numeral.amount + rest.amount)


def _with_fraction(words: Words, end: int, amount: Amount, lexicon: Lexicon) -> Numeral | None:
    """Return a number with a fraction before its magnitude: 2½ million, 2 1/2 million, 1/2 million, 2 and a half million."""
    sign, slash, under = words.word(end), words.word(end + 1), words.word(end + 2)
    if len(sign) == 1 and sign.isnumeric() and not sign.isdecimal():
        part, at = Fraction(numeric(sign)).limit_denominator(MOST_PARTS), end + 1
    elif amount < MOST_WITH_PART and (joined := and_a_part(words, end, lexicon)):
        part, at = joined
    elif sign == "/" and slash.isdecimal() and 0 < amount < int(slash) <= MOST_PARTS:
        amount, part, at = 0, Fraction(amount) / int(slash), end + 2
    elif slash == "/" and sign.isdecimal() and under.isdecimal() and 0 < int(sign) < int(under) <= MOST_PARTS:
        part, at = Fraction(int(sign), int(under)), end + 3
    else:
        return None
    scale, at = magnitude(words, at, lexicon)
    return Numeral(at, "exact", (amount + part) * scale, True, True) if scale > 1 else None


def _tens_with_s(words: Words, end: int, printed: str, lexicon: Lexicon) -> Numeral | None:
    """Return vague tens, hundreds and thousands written in digits: 10s of thousands, 100s; else None."""
    if words.word(end) not in lexicon.words["plural_s"] or not words.is_glued(end):
        return None
    plain = SEPARATORS.sub("", printed) if GROUPED.fullmatch(printed) else printed
    scale = int(plain) if plain.isdecimal() and len(plain) < len(str(LARGEST)) else 0
    if scale not in SCALES_WITH_S:
        return None
    end, is_of = end + 1, words.word(end + 1) in lexicon.words["of"]
    more, at = _magnitude_of(words, end + is_of, lexicon)
    return Numeral(at if more > 1 else end, f"plural_{scale * more}", is_scaled=True)


def _is_suffix(words: Words, index: int) -> bool:
    """Say whether letters behind a number scale it: glued to it, longer than one letter, or a capital that is no metres."""
    following = words.is_glued(index + 1) and words.word(index + 1).isalnum()
    return (words.is_glued(index) or len(words.word(index)) > 1 or words.raw[index].isupper()) and not following


def _joined_groups(words: Words, start: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return the number with its groups parted by a space (9 300) or by a comma and a space (10, 000) put together."""
    printed, end = words.raw[start], start + 1
    is_dated = words.word(start - 1) in lexicon.words["months"]
    if not printed.isdecimal() or len(printed) > 3 or printed.startswith("0") or is_dated:
        return end, printed
    if words.word(end) == "," and words.is_glued(end) and _goes_on(words, start, lexicon):
        return end + 2, printed + words.raw[end + 1]
    while len(words.word(end)) == 3 and words.raw[end].isdecimal() and words.starts[end] == words.ends[end - 1] + 1:
        printed, end = printed + words.raw[end], end + 1
    return end, printed


def _goes_on(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Say whether digits behind a comma and a space go on a number: "10, 000", "displaced 27, 621 persons", "5, 71,128 homes"."""
    group, before = words.word(start + 2), words.word(start - 1)
    if group == "000":
        return True
    is_group = (len(group) == GROUP and group.isdecimal()) or (len(words.word(start)) < GROUP and LAKH.fullmatch(group))
    if not is_group or words.word(start + 3) not in lexicon.nouns:
        return False
    verbs = lexicon.words["clause_moved clause_befalling"]
    is_bound = before in verbs | lexicon.words["of from"]
    return is_bound or lexicon.quantifiers_before.before(words.normal, start) is not None


def _amount(printed: str) -> Amount | None:
    if printed.isdecimal():
        return int(printed) if len(printed) <= 12 and (printed == "0" or not printed.startswith("0")) else None
    if GROUPED.fullmatch(printed) or DOTTED.fullmatch(printed):
        return int(SEPARATORS.sub("", printed))
    if DECIMAL.fullmatch(printed) and len(printed) <= 16:
        whole, part = re.split("[.,٫]", printed)
        return Fraction(int(whole + part), 10 ** len(part))
    return None


def _after_article(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    word = words.word(start)
    if word in lexicon.few:
        return _few(words, start, lexicon, has_article=True)
    if word in lexicon.sets:
        return _set(words, start, lexicon, has_article=True)
    if word in lexicon.fractions:
        return fraction(words, start, lexicon)
    if word in lexicon.magnitudes:
        return in_words(words, start, lexicon, has_article=True)
    return None


def _few(words: Words, start: int, lexicon: Lexicon, *, has_article: bool) -> Numeral | None:
    end = start + 1
    end += words.word(end) in lexicon.words["of"] and bool(factor(words.word(end + 1), lexicon))
    scale, end = _magnitude_of(words, end, lexicon)
    is_opening = start == 0 and words.word(end) in lexicon.words["of"]  # of a headline: "Handful of families return"
    if scale == 1 and not (has_article or is_opening) and words.word(start) not in lexicon.words["bare_few"]:
        return None
    return Numeral(end, f"{lexicon.few[words.word(start)]}_{scale}", is_scaled=scale > 1)


def _magnitude_of(words: Words, index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the product of magnitudes that "of" may join: tens of thousands, hundreds of thousands."""
    scale, end = magnitude(words, index, lexicon)
    while scale > 1 and (at := _behind_of(words, end, lexicon)) and factor(words.word(at), lexicon):
        more, end = magnitude(words, at, lexicon)
        scale *= more
    return scale, end


def _behind_of(words: Words, index: int, lexicon: Lexicon) -> int:
    """Return the word after "of", or after "-of-" inside a word; 0 where it does not stand there."""
    is_joined = words.word(index) == words.word(index + 2) == "-"
    return index + 1 + 2 * is_joined if words.word(index + is_joined) in lexicon.words["of"] else 0


def _plural(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    scale, end = _magnitude_of(words, start, lexicon)
    if _is_doubled(words, end, lexicon) and lexicon.plurals.get(words.word(end + 1)) == scale:
        end += 2
    return Numeral(end, f"plural_{scale}", is_scaled=True) if scale <= LARGEST else None


def _is_doubled(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a vague word may be said twice from there: thousands and thousands, dozens upon dozens."""
    return words.word(index) in lexicon.words["and upon"]


def _set(words: Words, start: int, lexicon: Lexicon, *, has_article: bool) -> Numeral | None:
    word = words.word(start)
    if word in lexicon.set_rules:
        end = start + 1 + 2 * (_is_doubled(words, start + 1, lexicon) and words.word(start + 2) == word)
        return Numeral(end, lexicon.set_rules[word], is_scaled=True)
    is_only_named = words.word(start + 1) in lexicon.words["of"] or word in lexicon.words["counted_groups"]
    if not has_article and is_only_named:
        return None
    size = lexicon.sets[word]
    return Numeral(start + 1, "dozen" if size == 12 else "exact", size, True)
