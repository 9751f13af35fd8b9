"""Words become intervals by a named rule (counting rule 4).

`interval` is the default profile; the others are published conventions over the same mention. A rule is named by
what the words say, with the magnitude where there is one: `exact`, `about`, `nearly`, `at_least`, `more_than`,
`at_most`, `less_than`, `between`, `couple_1`, `few_1000` (a few or several thousand), `plural_1000` (thousands),
`plural_10000` (tens of thousands), `dozen`, `dozens`, `scores`. A rule never changes `reported_*`.
"""

from dataclasses import dataclass

from etl.errors import UnknownWord

DEFAULT_PROFILE = "interval"


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Profile:
    """One convention for vague words: the multiples of M for each, with where it is published.

    A pair is (low, high) multiples of the magnitude; `less_one` takes one off the upper end (9,999, not 10,000).
    """

    name: str
    citation: str
    plural: tuple[float, float | None]
    few: tuple[float, float | None]
    couple: tuple[float, float | None] = (2, 3)
    dozens: tuple[int, int | None] = (24, 99)
    scores: tuple[int, int | None] = (40, 99)
    less_one: bool = False


PROFILES: dict[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("interval", "Nuzuh's default: every number the word can mean.", (2, 10), (3, 9), less_one=True),
        Profile(
            "acled",
            "ACLED FAQ on fatalities: the lower bound, 1 x M, upper side open.",
            (1, None),
            (3, None),
            couple=(2, None),
            dozens=(12, None),
            scores=(40, None),
        ),
        Profile(
            "emdat",
            "EM-DAT guidelines on impact variables: 2 x M, upper side open.",
            (2, None),
            (3, None),
            couple=(2, None),
            dozens=(24, None),
            scores=(40, None),
        ),
        Profile("wikimpacts", "Wikimpacts annotation guideline, item 14: 2 x M to 9 x M.", (2, 9), (2, 6), dozens=(24, 108)),
        Profile(
            "d4d",
            "Data4Democracy internal-displacement: the midpoint, 5.5 x M.",
            (5.5, 5.5),
            (5.5, 5.5),
            couple=(2, 2),
            dozens=(55, 55),
            scores=(55, 55),
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
    word, _, magnitude = rule.partition("_") if rule.rpartition("_")[2].isdigit() else (rule, "", "")
    if magnitude:
        return _vague_interval(word, int(magnitude), profile_named(profile))
    if rule in ("dozens", "scores"):
        return Interval(*_pair(getattr(profile_named(profile), rule)))
    if rule == "dozen":
        return Interval(12, 12, 12)
    return _numeric_interval(rule, low, value, high)


def _pair(pair: tuple[int, int | None]) -> tuple[int, int | None, int | None]:
    low, high = pair
    return low, (low if low == high else None), high


def _vague_interval(word: str, magnitude: int, profile: Profile) -> Interval:
    if word not in ("plural", "few", "couple"):
        raise UnknownWord(f"there is no interval rule {word}_{magnitude}")
    multiples: tuple[float, float | None] = getattr(profile, word)
    low = int(multiples[0] * magnitude)
    if multiples[1] is None:
        return Interval(low, None, None)
    high = int(multiples[1] * magnitude)
    if profile.less_one and word == "plural":
        high -= 1
    return Interval(low, low if low == high else None, high)


def _numeric_interval(rule: str, low: int | None, value: int | None, high: int | None) -> Interval:
    if rule == "between":
        return Interval(low, None, high)
    if value is None:
        raise UnknownWord(f"the rule {rule} needs a printed number")
    half = last_digit_power(value) / 2
    below, above = max(0, int(-(-(value - half) // 1))), int(value + half)
    intervals = {
        "exact": Interval(value, value, value),
        "about": Interval(below, value, above),
        "nearly": Interval(below, value, value),
        "at_least": Interval(value, value, None),
        "more_than": Interval(value, value, None),
        "at_most": Interval(None, value, value),
        "less_than": Interval(None, value, value),
    }
    if rule not in intervals:
        raise UnknownWord(f"there is no interval rule {rule!r}")
    return intervals[rule]
