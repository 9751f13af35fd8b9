"""Numbers in words: nine hundred and twenty-one, one and a half million, three quarters of a million."""

from fractions import Fraction

from etl.frozen import frozen
from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words

LARGEST = 10**12
MOST_DECIMALS = 3
MOST_PARTED = 1000  # two millions and a half are no two million and a half millions
Amount = int | Fraction  # what is whole stays an int, which is far faster to make and to compare


@frozen
class Numeral:
    """A number up to before word `end`. `amount` is missing for vague words, whose magnitude is in the `rule`."""

    end: int
    rule: str
    amount: Amount | None = None
    is_scaled: bool = False
    is_digits: bool = False
    is_metres_perhaps: bool = False
    is_dotted: bool = False

    @property
    def value(self) -> int | None:
        """The whole number, or None where it is vague or not whole."""
        if self.amount is None or self.amount.denominator != 1 or self.amount > LARGEST:
            return None
        return int(self.amount)


def magnitude(words: Words, index: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the product of the magnitude words from there, and the word after them; 1 where there is none."""
    scale = 1
    index += words.word(index) == "-" and words.word(index + 1) in lexicon.magnitudes
    while step := factor(words.word(index), lexicon):
        scale, index = scale * step, index + 1
    return scale, index


def factor(word: str, lexicon: Lexicon) -> int:
    """Return what a word multiplies a number by; 0 where it does not."""
    return lexicon.magnitudes.get(word) or lexicon.plurals.get(word) or lexicon.sets.get(word) or 0


def with_half(words: Words, end: int, amount: Amount, scale: int, lexicon: Lexicon) -> Numeral:
    """Return the number with the half that may follow: a million and a half."""
    if has_and_written_on(words, end, lexicon) and lexicon.fractions.get(words.word(end)) == [1, 2]:
        return Numeral(end + 1 + (factor(words.word(end + 1), lexicon) == scale), "exact", amount + Fraction(scale, 2), True)
    if words.word(end) in lexicon.words["and"] and words.word(end + 1) in lexicon.words["articles"] | lexicon.fractions.keys():
        at = end + 1 + (words.word(end + 1) in lexicon.words["articles"])
        if lexicon.fractions.get(words.word(at)) == [1, 2] and words.word(at + 1) not in lexicon.words["of"]:
            return Numeral(at + 1, "exact", amount + Fraction(scale, 2), True)
    return Numeral(end, "exact", amount, True)


def fraction(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    """Return half a million, three quarters of a million, half a dozen; a fraction of anything else is no number."""
    parts, index = 1, start
    is_joined = has_and_written_on(words, start + 1, lexicon)
    if words.word(start) in lexicon.numbers and words.word(start + 1) in ("-", *lexicon.fractions) and not is_joined:
        parts, index = lexicon.numbers[words.word(start)], start + 1 + (words.word(start + 1) == "-")
    if words.word(index) not in lexicon.fractions:
        return None
    over, under = lexicon.fractions[words.word(index)]
    at = index + 1
    at += words.word(at) == "-"
    for joining in ("of", "articles"):
        at += words.word(at) in lexicon.words[joining]
        at += words.word(at) == "-"
    scale, end = magnitude(words, at, lexicon)
    return Numeral(end, "exact", Fraction(parts * over * scale, under), True) if scale > 1 else None


def in_words(words: Words, start: int, lexicon: Lexicon, *, has_article: bool = False) -> Numeral | None:
    """Return a number spelled out: nine hundred and twenty-one; behind an article, a hundred and twenty."""
    total: Amount = 0
    current: Amount = 0
    index, is_scaled = start, False
    if two := _dual(words, start, lexicon):
        return two
    while True:
        word = words.word(index)
        if word in lexicon.numbers and _goes_on_in_words(words, index, current, lexicon):
            current += lexicon.numbers[word]
            index += 1
        elif 0 < current < MOST_PARTED and (part := and_a_part(words, index, lexicon)):
            current, index = current + part[0], part[1]
        elif (index > start or has_article or _may_open(words, index, lexicon)) and (step := factor(word, lexicon)):
            current, index, is_scaled = max(current, 1) * step, index + 1, True
            if step >= 1000:
                total, current = total + current, 0
        elif index > start and (
            skipped := _joins(words, index, lexicon, bool(is_scaled), int(current), _last_scale_of(int(total)))
        ):
            index = skipped
        else:
            break
    if index == start or (amount := total + current) > LARGEST:
        return None
    is_scaled = is_scaled or amount >= MOST_PARTED
    return with_half(words, index, amount, _last_scale(amount), lexicon) if is_scaled else Numeral(index, "exact", amount)


def _may_open(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a magnitude opens a number that goes on, as Arabic leaves out the one: thousand and-three-hundred."""
    return words.word(index) in lexicon.magnitudes and has_and_written_on(words, index + 1, lexicon)


def _last_scale(amount: Amount) -> int:
    return next((scale for scale in (10**9, 10**6, 10**3) if amount >= scale), 100)


def _last_scale_of(total: int) -> int:
    return next((scale for scale in (10**9, 10**6, 10**3) if total and total % scale == 0), 0)


def _adds(current: int, number: int) -> bool:
    """Say whether a number word goes on the number so far: twenty + one, two hundred + five; not five + six."""
    if current >= 1000 and current % 1000 == 0 and number < 1000:
        return True  # two-thousand and three-hundred, each one word
    return current == 0 or (current % 100 == 0 and number < 100) or (current % 100 >= 20 and current % 10 == 0 and number < 10)


def _dual(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    """Return two where a noun itself says so, as Arabic counts: "two-persons", "two-persons two-civilians"."""
    end = start
    while words.word(end) in lexicon.words["duals"]:
        end += 1
    return Numeral(end, "exact", lexicon.numbers[words.word(start)]) if end > start else None


def _goes_on_in_words(words: Words, index: int, current: Amount, lexicon: Lexicon) -> bool:
    """Say whether a number word goes on the number so far, or opens one."""
    word, teens = words.word(index), lexicon.words["teen"]
    if word in lexicon.words["duals"] or (word in lexicon.words["before_teen"] and words.word(index + 1) not in teens):
        return False
    if word in teens and 0 < current % 100 < 10:
        return True  # three ten, as Arabic says thirteen
    return _adds(int(current), lexicon.numbers[word]) or _is_ten(words, index, current, lexicon)


def _is_ten(words: Words, index: int, current: Amount, lexicon: Lexicon) -> bool:
    """Say whether a ten follows its ones with an "and" written onto it, as Arabic counts: five-and-twenty."""
    number = lexicon.numbers[words.word(index)]
    return has_and_written_on(words, index, lexicon) and 0 < current % 100 < 10 and 20 <= number < 100 and number % 10 == 0


def has_and_written_on(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether an "and" is written onto a word, as Arabic does."""
    return index < len(words) and words.raw[index].startswith(tuple(lexicon.words.get("written_on", ())))


def and_a_part(words: Words, index: int, lexicon: Lexicon) -> tuple[Fraction, int] | None:
    """Return "and a half", "and three quarters", "point five" before a magnitude and the word after it; else None."""
    if words.word(index) in lexicon.words["point"]:
        return _decimals(words, index + 1, lexicon)
    at = index + (words.word(index) == "-")
    if words.word(at) not in lexicon.words["and"]:
        return None
    at += 1 + (words.word(at + 1) == "-")
    parts = 1 if words.word(at) in lexicon.words["articles"] else lexicon.numbers.get(words.word(at), 0)
    at += parts > 0
    at += words.word(at) == "-"
    over, under = lexicon.fractions.get(words.word(at), (0, 1))
    part = Fraction(max(parts, 1) * over, under)
    return (part, at + 1) if 0 < part < 1 and factor(words.word(at + 1), lexicon) else None


def _decimals(words: Words, start: int, lexicon: Lexicon) -> tuple[Fraction, int] | None:
    """Return the decimals that words name before a magnitude, and the word after them: "(two point) two five (million)"."""
    part, at = Fraction(0), start
    while (number := lexicon.numbers.get(words.word(at), 10)) < 10 and at < start + MOST_DECIMALS:
        at += 1
        part += Fraction(number, 10 ** (at - start))
    return (part, at) if at > start and factor(words.word(at), lexicon) else None


def is_part_alone(words: Words, start: int, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Say whether a number only counts the parts of something: "one third were hurt"; not "three third-year students"."""
    number, at = lexicon.numbers.get(words.word(start), 0), numeral.end + (words.word(numeral.end) == "-")
    if number == 0 or numeral.end != start + 1 or words.word(at) not in lexicon.fractions or words.word(at + 1) == "-":
        return False
    return number == 1 or any(words.word(at) == f"{one}s" for one in lexicon.fractions)


def _joins(words: Words, index: int, lexicon: Lexicon, is_scaled: bool, current: int, below: int) -> int:
    """Return the word after a hyphen, comma or "and" inside a number in words; 0 where the number ends.

    What follows a comma must be `below` the magnitude before it.
    """
    word, following = words.word(index), words.word(index + 1)
    if word == "-" and words.is_glued(index) and words.is_glued(index + 1):
        is_next = following in lexicon.numbers and _adds(current, lexicon.numbers[following])
        return index + 1 if is_next or following in lexicon.magnitudes else 0
    if not is_scaled or following not in lexicon.numbers or lexicon.numbers[following] >= 100:
        return 0
    if word == "," and current == 0:
        return index + 1 if _goes_on(words, index + 1, below, lexicon) else 0
    scale = factor(words.word(index + 2), lexicon)
    is_and = word in lexicon.words["and"] and current % 100 == 0 and (scale == 0 or 0 < current < 1000 <= scale)
    return index + 1 if is_and else 0


def _goes_on(words: Words, start: int, below: int, lexicon: Lexicon) -> bool:
    """Say whether what follows a comma goes on a number: "six thousand, two hundred"; not "six thousand, two hundred of them"."""
    at = next((at for at in range(start + 1, start + 4) if factor(words.word(at), lexicon)), None)
    is_smaller = at is not None and factor(words.word(at), lexicon) < below
    return is_smaller and at is not None and words.word(at + 1) not in lexicon.words["of"]


def bare_magnitude(words: Words, start: int, lexicon: Lexicon) -> Numeral | None:
    """Return "hundred families" as 100, "thousand of people" as thousands and "hundred of thousands" as hundreds of thousands."""
    scale, end = magnitude(words, start, lexicon)
    if scale == 1:
        return None
    if words.word(end) in lexicon.words["of"]:
        more, at = magnitude(words, end + 1, lexicon)
        return Numeral(at if more > 1 else end, f"plural_{scale * more}", is_scaled=True)
    return with_half(words, end, scale, scale, lexicon)
