"""Numbers that count nothing: dates, years, times, ages, money, lengths, ordinals, names of roads and weapons, ratios."""

from etl.reading.ages import DASHES, is_age
from etl.reading.lexicon import Lexicon
from etl.reading.number_words import Numeral
from etl.reading.numbers import read_numeral
from etl.reading.ratios import is_in_ratio
from etl.reading.tokens import Words
from etl.vocabulary import Quantifier

QUOTES, MINUS = frozenset("\"'"), frozenset("-−")
INCHES = {'"': '"', "”": "“", "″": "„"}  # the mark behind a length, and what opens a quotation that it would close
LOST = frozenset("?\ufffd")  # what a sign of money turns into where a page is read in the wrong encoding
EARLIEST_YEAR, LATEST_YEAR = 1000, 2099
MOST_ARGUMENTS, N_WORDS_OPEN = 20, 12
ROUND, ROUND_FOR_NAMES, LONGEST_NAME = 10, 50, 4  # "around 1620 Puritans fled" is a year
MOST_OF_LAW = 3
BLOCKING = frozenset("/=_@\\&+*^'’.,:")


def chain_end(words: Words, start: int, numeral: Numeral) -> int:
    """Return the word after a chain such as 5/5/2019, 2019-05-05, 10:30 or 24/7; 0 where the number stands alone."""
    end, links = numeral.end, 0
    while end + 1 < len(words) and words.is_glued(end) and words.is_glued(end + 1) and words.word(end + 1)[0].isdecimal():
        is_range = words.word(end) in DASHES and links == 0 and not _is_dash_digit(words, end + 2)
        is_range = is_range and not _is_score(words.word(end - 1), words.word(end + 1))
        if is_range or words.word(end) not in DASHES | BLOCKING | {"x", "×"}:
            break
        end, links = end + 2, links + 1
    return end if links else 0


def _is_score(first: str, second: str) -> bool:
    """Say whether two numbers that a dash joins are no range but a score, which goes down: 6-0, 54-12."""
    is_short = (first + second).isdecimal() and max(len(first), len(second)) <= 3
    return is_short and int(second) <= int(first)


def _is_dash_digit(words: Words, index: int) -> bool:
    return (
        words.word(index) in DASHES | {"/"}
        and words.is_glued(index)
        and words.is_glued(index + 1)
        and words.word(index + 1)[:1].isdecimal()
    )


def is_glued_name(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Say whether the number is part of a name: M5, F-16, COVID-19, [12], people.12, 10th; not behind letters written onto it."""
    if not words.is_glued(start) or not words.word(start)[0].isdecimal():
        return False
    before = words.word(start - 1)
    if before == "[":
        return words.word(start + 1) not in lexicon.nouns  # [12] is a footnote, [12 families] are families
    if before in LOST and not words.is_glued(start - 1):
        return True
    if before == "^" or (before in QUOTES and words.word(start - 2) == "="):
        return True
    if before in DASHES:
        is_negative = before in MINUS and not words.is_glued(start - 1) and words.word(start - 2).isalnum()
        return is_negative or (before == "-" and words.is_glued(start - 1) and words.word(start - 2).isalpha())
    if before == "/" and _goes_on_list(words, start, lexicon):
        return False
    is_of_name = before.isalnum() and before not in lexicon.words["onto_digits"]
    return is_of_name or (before in BLOCKING and words.is_glued(start - 1))


def _goes_on_list(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Say whether a number behind a stroke is the next of a list: "12 killed/30 wounded"; not "11 deaths/1,000 population"."""
    is_behind_count = words.word(start - 2).isalpha() and words.word(start - 3)[:1].isdecimal() and not words.is_glued(start - 2)
    return is_behind_count and words.word(start) not in lexicon.words["rate_bases"]


def is_number_of_something(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the words around a number make it money, an age, a length, a date, a list mark and the like."""
    if lexicon.never_before.before(words.normal, start, at_most=5) or measures(words, end, lexicon):
        return True
    if _is_in_inches(words, start, end, lexicon) or _opens_range_of_measures(words, start, end, lexicon):
        return True
    if is_age(words, start, end, lexicon) or _is_number_of_law(words, start, end, lexicon):
        return True
    if _is_date(words, start, end, lexicon) or _is_compound(words, end, lexicon):
        return True
    if _ends_compound(words, start) or _ends_range_of_sums(words, start, end, lexicon) or is_in_ratio(words, start, end, lexicon):
        return True
    if start == 0 and words.word(end) in (".", ")") and words.word(start)[0].isdecimal():
        return True
    if _is_list_mark(words, start, end, lexicon):
        return True
    following = words.word(end)
    if following == "/" and words.is_glued(end) and not words.word(end + 1)[:1].isdecimal():
        return True
    return words.is_glued(end) and following.isalpha() and following not in lexicon.nouns and words.word(end - 1)[:1].isdecimal()


def _is_list_mark(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number in brackets only counts arguments: "held that (1) the court erred, (2) the appeal was late"."""
    printed = words.word(start)
    is_closed = words.word(end) == ")" and end - start == 1 and words.is_glued(end)
    if (
        is_closed
        and printed.isdecimal()
        and int(printed) <= MOST_ARGUMENTS
        and "(" not in words.normal[max(0, start - N_WORDS_OPEN) : start]
    ):
        return True
    is_bracketed = words.word(start - 1) == "(" and words.word(end) == ")" and end - start == 1 and words.is_glued(end)
    if not is_bracketed or not printed.isdecimal() or int(printed) > MOST_ARGUMENTS:
        return False
    return start == 1 or words.word(start - 2) in lexicon.words["list_marks"]


def _is_in_inches(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the mark right behind digits is that of inches and closes no quotation: a 17" screen."""
    mark, following = words.word(end), words.word(end + 1)
    if mark not in INCHES or not words.is_glued(end) or not words.word(end - 1)[:1].isdecimal():
        return False
    opening, before = INCHES[mark], words.normal[:start]
    n_open = before.count(opening) % 2 if opening == mark else before.count(opening) - before.count(mark)
    is_described = following.isalpha() and following not in lexicon.words["noun_ends speech_verbs"]
    return n_open <= 0 and is_described


def _is_number_of_law(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a small number is open, as rules and laws define things: "causing the death of two or more persons"."""
    if end - start != 1 or lexicon.numbers.get(words.word(start), MOST_OF_LAW + 1) > MOST_OF_LAW:
        return False
    is_open = words.word(end) in lexicon.words["and to"] and words.word(end + 1) in lexicon.words["more"]
    return is_open and words.word(end + 2) in lexicon.nouns


def _opens_range_of_measures(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number goes on to one that is no count: "18- to 39-year-olds", "between 30 and 40 million euros"."""
    at = end + (words.word(end) in DASHES and words.is_glued(end) and not words.is_glued(end + 1))
    is_joined = at == end and words.word(at) in DASHES and words.is_glued(at) and words.is_glued(at + 1)
    is_between = words.word(start - 1) in lexicon.words["between"] and words.word(at) in lexicon.words["and"]
    if not (is_joined or is_between or words.word(at) in lexicon.words["to"]):
        return False
    other = read_numeral(words, at + 1, lexicon)
    return other is not None and (measures(words, other.end, lexicon) or _is_compound(words, other.end, lexicon))


def _is_compound(words: Words, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number only describes what follows: a three-tiered system, a four-alarm fire; not 150-odd families."""
    following = words.word(end + 1)
    is_word = following.replace("'", "").isalpha()
    is_joined = words.word(end) == "-" and words.is_glued(end) and words.is_glued(end + 1) and is_word
    if not is_joined or following in lexicon.nouns or following in lexicon.words["noun_compound_counts"]:
        return False
    is_number = following in lexicon.starters or lexicon.quantifiers_after.at(words.normal, end + 1) is not None
    return bool(lexicon.words["noun_compound_counts"]) and not is_number


def _ends_compound(words: Words, start: int) -> bool:
    """Say whether a number in words is the end of a compound of three: a four-for-three split, an eight-to-one defeat."""
    is_joined = all(words.is_glued(at) for at in range(start - 3, start + 1))
    return is_joined and words.word(start - 1) == words.word(start - 3) == "-" and words.word(start).isalpha()


def _ends_range_of_sums(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number ends a range whose first number has its unit: "between 30,000 pesos and 50,000"."""
    joints = lexicon.words["and to"]
    if words.word(start - 1) not in joints or words.word(end) in lexicon.nouns:
        return False
    unit = lexicon.measures_after.before(words.normal, start - 1, at_most=2)
    if unit is None or not words.word(unit[0] - 1)[:1].isdecimal():
        return False
    return not lexicon.words["between from"].isdisjoint(words.normal[max(0, unit[0] - 3) : unit[0]])


def measures(words: Words, end: int, lexicon: Lexicon) -> bool:
    """Say whether the words behind a number make it a length, a time, a sum of money and the like."""
    if words.word(end) in lexicon.words["sums"] and words.word(end - 1) in lexicon.magnitudes.keys() | lexicon.suffixes.keys():
        return True
    is_of = words.word(end) in lexicon.words["of"] and words.word(end - 1) in lexicon.plurals
    if lexicon.measures_after.at(words.normal, end + is_of):
        return True  # 300 years, hundreds of years
    return (
        words.word(end - 1) == "m"
        and lexicon.metres_after.at(words.normal, end) is not None
        and not _of_people(words, end, lexicon)
    )


def _of_people(words: Words, end: int, lexicon: Lexicon) -> bool:
    return words.word(end) in lexicon.words["of"] and any(words.word(i) in lexicon.nouns for i in range(end + 1, end + 4))


def _is_date(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    months, printed = lexicon.words["months"], words.word(start)
    if _goes_on_years(words, start, end, lexicon):
        return True
    if end - start != 1 or not printed.isdecimal() or len(printed) > 4 or len(printed) == 3:
        return False
    before, after = words.word(start - 1), words.word(end)
    day_at = start - 2 - (words.word(start - 2) in lexicon.words["ordinal_ends"])
    month_at = day_at - 1 - (words.word(day_at - 1) == ".")
    if before == "," and len(printed) == 4 and words.word(day_at).isdecimal() and words.word(month_at) in months:
        return True
    before = words.word(start - 2) if before in (".", ",") else before
    is_joined = before in DASHES | lexicon.words["and to"]  # December 29 and 30
    if is_joined and words.word(start - 2).isdecimal() and words.word(start - 3) in months:
        return int(printed) <= 31 and after not in lexicon.nouns
    if after in months or (after in DASHES and words.word(end + 2) in months and words.word(end + 1).isdecimal()):
        return not (len(printed) > 2 and after == "may")
    has_day = words.word(start - 1) in (".", ",") and words.word(start - 3).isdecimal()  # "as of 24 May, 12 people"
    is_day_or_year = (int(printed) <= 31 and not has_day) or len(printed) == 4
    return before in months and is_day_or_year and not _counts_in_month(words, start, end, lexicon)


def _goes_on_years(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number ends a range of years: "1775–1779", "from 1819 to 1820", "the war of 1861 to 1865"."""
    first, last, joint = words.raw[start - 2] if start > 1 else "", words.raw[start], words.word(start - 1)
    if not (_may_be_year(first) and _may_be_year(last) and end - start == 1 and int(first) <= int(last)):
        return False
    openers = lexicon.words["from between of"]
    is_span = joint in lexicon.words["to and"] and words.word(start - 3) in openers
    is_glued = joint in DASHES and words.is_glued(start)
    return (is_glued or is_span) and words.word(end) not in lexicon.nouns


def _may_be_year(printed: str) -> bool:
    return len(printed) == 4 and printed.isdecimal() and EARLIEST_YEAR <= int(printed) <= LATEST_YEAR


def _counts_in_month(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether "in May 20 people" counts people: the month has its own preposition and a noun follows the number."""
    return words.word(start - 2) in lexicon.words["years"] and words.word(end) in lexicon.nouns


def _is_told_of(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a bounded number, or a name behind it, has a verb as no year has: "around 1500 Hema fled"."""
    if lexicon.quantifiers_before.before(words.normal, start) is None:
        return False
    verbs = lexicon.words["clause_be clause_have"]
    if words.word(end) in verbs or lexicon.cues.at(words.normal, end) is not None:
        return True
    is_round = words.word(start).isdecimal() and int(words.word(start)) % ROUND_FOR_NAMES == 0
    if is_round and 0 <= end < len(words) and words.raw[end][:1].isupper() and words.word(end) not in lexicon.words["months"]:
        end += 1 + (words.word(end + 1) in verbs)
        return lexicon.cues.at(words.normal, end) is not None
    return False


def is_year(words: Words, start: int, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Say whether four digits are a year: after "in" or "since", or where nothing that can be counted follows."""
    printed = words.raw[start]
    if numeral.end - start != 1 or not _may_be_year(printed):
        return False
    if int(printed) < 1900:
        before = words.word(start - 1 - (words.word(start - 1) in lexicon.words["noun_articles"]))
        is_dated = before in lexicon.words["past_years months"]
        return is_dated and words.word(numeral.end) not in lexicon.nouns and not _is_told_of(words, start, numeral.end, lexicon)
    if words.word(numeral.end) in lexicon.words["noun_articles"]:
        return True  # "by 2030 the number of people"
    if words.word(start - 1) in lexicon.words["of"]:
        return words.word(numeral.end) not in lexicon.nouns
    if words.word(numeral.end) in lexicon.words["year_nouns"] or _is_of_name(words, numeral.end, lexicon):
        return True
    if words.word(start - 1) in lexicon.words["years"] or words.word(start - 1) in lexicon.words["months"]:
        return True
    bound = lexicon.quantifiers_before.before(words.normal, start)
    is_bounded = bound is not None and not (bound[1][0] is Quantifier.ABOUT and int(printed) % ROUND)  # none is about 2006
    near = [lexicon.nouns.get(words.word(index)) for index in _up_to_number(words, numeral.end, numeral.end + 4)]
    return not (is_bounded or any(noun and not noun.is_singular for noun in near) or lexicon.cues.at(words.normal, numeral.end))


def _is_of_name(words: Words, end: int, lexicon: Lexicon) -> bool:
    """Say whether names behind a number end in what has a year to its name: "the 1949 Harbour Act", "the 2014 World Cup"."""
    for index in range(end, end + LONGEST_NAME):
        if not (0 <= index < len(words) and words.raw[index][:1].isupper()):
            return False
        if words.word(index) in lexicon.words["year_names"]:
            return True
    return False


def _up_to_number(words: Words, first: int, end: int) -> range:
    """Return the indices from `first` up to `end`, or to the next number, which has a noun of its own."""
    return range(first, next((index for index in range(first, end) if words.word(index)[:1].isdecimal()), end))
