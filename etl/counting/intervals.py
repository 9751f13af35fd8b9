"""Words become intervals by a named rule (counting rule 4).

`interval` is the default profile; the others are published conventions over the same mention. A rule is named by
what the words say, with the magnitude where there is one: `exact`, `about`, `nearly`, `at_least`, `more_than`,
`at_most`, `less_than`, `between`, `couple_1`, `few_1000` (a few or several thousand), `plural_1000` (thousands),
`plural_10000` (tens of thousands), `dozen`, `dozens`, `scores`, and `at_least_few_100` where a vague word is bounded. A
rule never changes `reported_*`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.errors import UnknownWord
from etl.frozen import frozen
from etl.vocabulary import Quantifier

DEFAULT_PROFILE = "interval"


@frozen
class Interval:
    """What the words claim. `value` is the printed number; an open side is None, never a guess."""

    low: int | None
    value: int | None
    high: int | None


def last_digit_power(number: int) -> int:
    """Return the power of ten of the last non-zero digit: 948,000 → 1,000; 0 → 1."""
    power = 1
    while number and number % (power * 10) == 0:
        power *= 10
    return power


def significant_digits(number: int) -> int:
    """Return how many digits were printed with meaning: 961,300 → 4; 900,000 → 1; 0 → 1."""
    return len(str(abs(number) // last_digit_power(abs(number))))


End = tuple[float, int] | None
"""One end of a number's interval: steps of s (the power of ten of its last non-zero digit), and a count to add. None: open."""

AS_PRINTED: End = (0, 0)
NUMBERS: dict[str, tuple[End, End]] = {
    "exact": (AS_PRINTED, AS_PRINTED),
    "about": ((-0.5, 0), (0.5, 0)),
    "nearly": ((-0.5, 0), AS_PRINTED),
    "at_least": (AS_PRINTED, None),
    "more_than": (AS_PRINTED, None),
    "at_most": (None, AS_PRINTED),
    "less_than": (None, AS_PRINTED),
}
BOUNDS = tuple(name for name, ends in NUMBERS.items() if None in ends)  # they leave one side open
POINTS: dict[str, tuple[End, End]] = dict.fromkeys(NUMBERS, (AS_PRINTED, AS_PRINTED))


@dataclass(frozen=True, slots=True)
class Profile:
    """One convention, with where it is published.

    `plural`, `few` and `couple` are multiples of the magnitude (low, high), `dozens` and `scores` are counts; `less_one`
    takes one off the upper end of a plural (9,999, not 10,000). `numbers` are the ends for numbers with a quantifier.
    `least` is what no low goes below; `has_midpoint` turns "between A and B" into their mean.
    """

    name: str
    citation: str
    plural: tuple[float, float | None]
    few: tuple[float, float | None]
    couple: tuple[float, float | None] = (2, 3)
    dozens: tuple[int, int | None] = (24, 99)
    scores: tuple[int, int | None] = (40, 99)
    less_one: bool = False
    numbers: Mapping[str, tuple[End, End]] = field(default_factory=lambda: NUMBERS)
    least: int = 0
    has_midpoint: bool = False


PROFILES: dict[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("interval", "Nuzuh's default: every number the words can mean.", (2, 10), (3, 9), less_one=True),
        Profile(
            "acled",
            "ACLED, FAQ on fatalities: the lower bound, 1 x M, upper side open; it says nothing of quantifiers (ours stand).",
            (1, None),
            (3, None),
            couple=(2, None),
            dozens=(12, None),
            scores=(40, None),
        ),
        Profile(
            "emdat",
            "EM-DAT, documentation of the impact variables: 2 x M, upper side open; numbers as printed, the mean of a range.",
            (2, None),
            (3, None),
            couple=(2, None),
            dozens=(24, None),
            scores=(40, None),
            numbers=POINTS,
            has_midpoint=True,
        ),
        Profile(
            "wikimpacts",
            "Wikimpacts, annotation guideline, item 14: 2 x M to 9 x M; numbers up to one step s above, below or both.",
            (2, 9),
            (2, 6),
            dozens=(24, 108),
            numbers=NUMBERS
            | {
                "about": ((-1, 0), (1, 0)),
                "nearly": ((-1, 0), (1, 0)),
                "at_least": (AS_PRINTED, (1, 0)),
                "more_than": ((0, 1), (1, 1)),
                "at_most": ((-1, 0), AS_PRINTED),
                "less_than": ((-1, -1), (0, -1)),
            },
            least=1,
        ),
        Profile(
            "d4d",
            "Data4Democracy, internal-displacement: the midpoint, 5.5 x M; numbers as printed, quantifiers passed over.",
            (5.5, 5.5),
            (5.5, 5.5),
            couple=(2, 2),
            dozens=(55, 55),
            scores=(55, 55),
            numbers=POINTS,
        ),
    )
}


def profile_named(name: str) -> Profile:
    """Return the profile, or raise UnknownWord with the names there are."""
    if name not in PROFILES:
        raise UnknownWord(f"there is no rule profile {name!r}; there are {', '.join(PROFILES)}")
    return PROFILES[name]


def interval_of(
    rule: str, *, low: int | None = None, value: int | None = None, high: int | None = None, profile: str = DEFAULT_PROFILE
) -> Interval:
    """Return the interval a rule makes of the printed numbers. Raises UnknownWord for a rule or profile it does not know."""
    convention = profile_named(profile)
    if rule in convention.numbers:
        return _numeric_interval(rule, value, convention)
    bound = next((one for one in BOUNDS if rule.startswith(f"{one}_")), None)
    if bound:
        vague = interval_of(rule.removeprefix(f"{bound}_"), profile=profile)
        return Interval(vague.low, None, None) if NUMBERS[bound][1] is None else Interval(None, None, vague.high)
    word, _, magnitude = rule.rpartition("_")
    if magnitude.isdigit():
        return _vague_interval(word, int(magnitude), convention)
    if rule in ("dozens", "scores"):
        ends: tuple[int, int | None] = getattr(convention, rule)
        return Interval(ends[0], None, ends[1])
    if rule == "dozen":
        return Interval(12, 12, 12)
    if rule == "between":
        return _range_interval(low, high, convention)
    return _numeric_interval(rule, value, convention)


def quantifier_of(low: int | None, value: int | None, high: int | None) -> Quantifier:
    """Return what an interval itself claims, where its words are not kept: the people of a household figure."""
    if value is None:
        return Quantifier.BETWEEN
    if high is None:
        return Quantifier.AT_LEAST
    if low is None:
        return Quantifier.AT_MOST
    if low == high:
        return Quantifier.EXACT
    return Quantifier.NEARLY if value == high else Quantifier.ABOUT


def _vague_interval(word: str, magnitude: int, profile: Profile) -> Interval:
    """Return the interval of a vague word; it has no value, even where a convention makes it a point: none was printed."""
    if word not in ("plural", "few", "couple"):
        raise UnknownWord(f"there is no interval rule {word}_{magnitude}")
    multiples: tuple[float, float | None] = getattr(profile, word)
    low = int(multiples[0] * magnitude)
    if multiples[1] is None:
        return Interval(low, None, None)
    high = int(multiples[1] * magnitude)
    return Interval(low, None, high - 1 if profile.less_one and word == "plural" else high)


def _range_interval(low: int | None, high: int | None, profile: Profile) -> Interval:
    if low is None or high is None:
        raise UnknownWord("the rule between needs two printed numbers")
    if profile.has_midpoint:
        return Interval((low + high) // 2, None, (low + high) // 2)
    return Interval(low, None, high)


def _numeric_interval(rule: str, value: int | None, profile: Profile) -> Interval:
    if rule not in profile.numbers:
        raise UnknownWord(f"there is no interval rule {rule!r}")
    if value is None:
        raise UnknownWord(f"the rule {rule} needs a printed number")
    low, high = profile.numbers[rule]
    step = last_digit_power(value)
    return Interval(
        low=None if low is None else max(min(profile.least, value), math.ceil(value + low[0] * step) + low[1]),
        value=value,
        high=None if high is None else math.floor(value + high[0] * step) + high[1],
    )
