"""Residents: whether a number near "city of", "home to" or "trapped in" counts those who live somewhere."""

from etl.reading.cues import Found
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words

FEWEST_RESIDENTS, FEWEST_NAMED, FEWEST_TRAPPED = 50, 2000, 1000
N_WORDS_TO_TOWN = 4  # "in the besieged old town"
MOST_IN_A_TOWN = 100_000_000  # what a capital has more of is money


def can_be_residents(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether an item can be those who live somewhere: not a handful, not lives lost, not inhabitants whom a verb acts on."""
    if words.word(found.first - 1) in lexicon.words["clause_have"] and words.word(found.first - 2) in lexicon.words["to"]:
        return False  # believed to have lived in Rono
    if _most(item) < FEWEST_RESIDENTS or item.counting.head in lexicon.words["noun_of_life"]:
        return False
    last = words.word(found.end - 1)
    if words.word(found.first) in lexicon.words["clause_trapped"] and _are_passing(words, item, found, lexicon):
        return False
    if words.word(found.first) in lexicon.words["clause_towns"] and item.counted.quantity.fewest > MOST_IN_A_TOWN:
        return False
    is_group = item.counting.head in lexicon.words["noun_of_groups"]
    if last in lexicon.words["to"] and (is_group or found.first >= item.end):
        return False  # home to 3,000 students, took 600 people home to Rono
    if item.counting.is_name and (item.counted.quantity.value or 0) < FEWEST_NAMED and last in lexicon.words["of"]:
        return False  # the city of 100 Spires
    if last in lexicon.words["of"] and words.word(found.first) not in lexicon.nouns and found.end != item.first:
        return False  # the city of 30,000; not "the state of Alaska employs 16,000"
    if (item.is_alone and last in lexicon.words["clause_holding"]) or _is_share_of_them(words, item, found, lexicon):
        return False
    if words.word(found.first - 1) in lexicon.words["articles"] and words.word(found.first - 2) in lexicon.words["clause_like"]:
        return False  # the power used by a city of 30,000
    is_own_noun = item.counted.end <= found.first < item.counting.end
    return not (is_own_noun and (_is_acted_on(words, item, lexicon) or _is_of_a_kind(words, item, lexicon)))


def _is_share_of_them(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether only a share of the inhabitants is told: "half the population, about 5 million people"."""
    if words.word(found.end - 1) in lexicon.words["of"]:
        return False  # half of the city of 300,000 fled
    at, through = found.first - 1, lexicon.words["of noun_articles noun_owners"]
    while at > 0 and words.word(at) in through:
        at -= 1
    is_before = not item.first <= at < item.end
    return is_before and (words.word(at) in lexicon.fractions or words.word(at) in lexicon.words["most"])


def _are_passing(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether those trapped somewhere do not live there: 220 passengers, 40 people in a cave; not 300 villagers."""
    who = item.counting.head
    if who in lexicon.words["noun_of_groups"]:
        return True
    behind = range(found.end, min(len(words), found.end + N_WORDS_TO_TOWN))
    is_in_town = any(words.word(at) in lexicon.words["clause_towns"] or words.raw[at][:1].isupper() for at in behind)
    return _most(item) < FEWEST_TRAPPED and who in lexicon.words["noun_of_anyone"] and not is_in_town


def _is_of_a_kind(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether inhabitants only say what kind of town is meant: "in cities of over 100,000 inhabitants", "one for 5,000"."""
    before = words.word(item.first - 1)
    through = lexicon.words["of clause_beside"]
    return words.word(item.first - 1 - (before in through)) in lexicon.words["clause_holders"]


def _most(item: Item) -> int:
    """Return the most that a number claims; what leaves it open claims enough."""
    interval = item.counted.quantity.interval
    return interval.high or interval.value or FEWEST_RESIDENTS


def _is_acted_on(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether a verb stands right before a number: "enslaved some 9,000 inhabitants"."""
    before, endings = words.word(item.first - 1), tuple(lexicon.words["clause_past_endings"])
    return before in lexicon.words["clause_acting"] or (
        bool(endings) and before.endswith(endings) and before not in lexicon.known
    )
