"""Items: the quantities of a sentence with what they count, before any cue says why.

One fact in two units is one item; a number out of a whole counts what the whole counts; parts are marked.
"""

from dataclasses import field, replace

from etl.frozen import frozen
from etl.reading.bounds import end_of_bound
from etl.reading.cues import Found
from etl.reading.lexicon import Lexicon, Noun
from etl.reading.manner import told_in_manner
from etl.reading.nouns import Counting, counting_at
from etl.reading.parts import is_part_of_total, is_rise, is_whole
from etl.reading.quantities import Counted
from etl.reading.things import is_of_things
from etl.reading.tokens import Words
from etl.reading.told_ages import is_age, is_age_in_brackets
from etl.vocabulary import Quantifier, Unit

LONGEST_KIN = 4  # words of "three of them children of one family"
MOST_IN_HOUSEHOLD = 30  # several times the largest average that censuses find
FEW_FAMILIES = 4
FEW_FORCES = 20
N_WORDS_TO_VERB = 3
LONGEST_HELD = 6  # words of "flats and shops in"
LONGEST_CHANGED = 4  # words of "its official toll to"
LONGEST_CHANGE = 12  # words of "rose to some 3,600 on Monday morning from"
BRACKETS = (("(", ")"), ("[", "]"))
CLOSED = frozenset(")]")


@frozen
class Item:
    """A quantity of a sentence on its way to a mention; what is counted stands from the word `first` to before `end`.

    `is_of_residents`: "the residents of 1,400 homes". `stands`: where it is to be seen as standing, as that of "people fled
    by the thousands" does at "people".
    """

    counted: Counted
    counting: Counting
    is_part: bool = False
    is_whole: bool = False
    twin: Counted | None = None
    reach: int = 0
    has_total: bool = False
    is_of_residents: bool = False
    stands: tuple[int, int] | None = None
    note: str = ""
    first: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        """Work out once where it stands, which every rule asks for."""
        last = self.stands[1] if self.stands else max(self.counting.end, self.counted.end)
        object.__setattr__(self, "first", self.stands[0] if self.stands else self.counted.first)
        object.__setattr__(self, "end", max(last, self.reach))

    @property
    def is_alone(self) -> bool:
        """Whether no noun says what is counted."""
        return self.counting.noun is None


def items_of(words: Words, counted: list[Counted], cues: list[Found], lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence in order; numbers of what is neither people nor homes are left out."""
    starts = {found.first: found.end for found in cues if any(cue.side != "after" for cue in found.cues)}
    verbs = {found.first: found.end for found in cues if any(cue.side == "before" for cue in found.cues)}
    items: list[Item] = []
    compared = _compared_with(words, counted, lexicon)
    told_ends = {found.end for found in cues}
    were_things = False
    for one in counted:
        counting = _counting(words, one, starts, verbs, lexicon)
        is_of_them = lexicon.parts["after"].at(words.normal, one.end) is not None
        if (
            were_things
            and counting.noun is None
            and (is_of_them or (one.is_further and one.first not in told_ends) or _is_of_same(words, one, lexicon))
        ):
            continue  # 176 villages are empty and 34 more are abandoned, ten of these in Rono
        if _only_holds_them(words, one, counting, counted, lexicon) or _are_places(words, one, lexicon):
            continue
        were_things = counting.is_foreign
        if _counts_none_of_ours(words, one, counting, compared, lexicon):
            continue
        if counting.noun is None and items and is_of_them:
            counting = replace(counting, noun=_of_whom(items, one).counting.noun, end=one.end)
        if counting.noun is None and is_of_things(words, one, lexicon):
            continue
        if counting.noun is None and (noun := _noun_before(words, one, lexicon)):
            counting = Counting(one.end, noun)
        stands = None
        if counting.noun is None and (told := told_in_manner(words, one, items[-1].end if items else 0, lexicon)):
            counting, stands = Counting(one.end, told.noun), told.stands
        names_total = is_part_of_total(words, one, counting, items, lexicon)
        if names_total and counting.noun is None and is_age_in_brackets(words, one):
            continue
        is_part = one.quantity.is_share or names_total
        is_of = not is_part and is_whole(words, one, items, lexicon)
        of_residents = _is_of_residents(words, one, lexicon)
        reach = end_of_bound(words, counting.end, lexicon) if counting.noun else 0
        items.append(Item(one, counting, is_part, is_of, None, reach, names_total, of_residents, stands))
    return _with_wholes(words, _twins_joined(words, items, lexicon))


def _are_places(words: Words, one: Counted, lexicon: Lexicon) -> bool:
    """Say whether the verb behind "of them" is of places: "27 of these have closed"; not "500 of them closed their shops"."""
    of_them = lexicon.parts["after"].at(words.normal, one.end)
    behind = words.normal[of_them[0] : of_them[0] + N_WORDS_TO_VERB] if of_them else []
    return not lexicon.words["clause_of_things"].isdisjoint(behind) and lexicon.words["noun_owners"].isdisjoint(behind)


def _is_of_same(words: Words, one: Counted, lexicon: Lexicon) -> bool:
    """Say whether "and" goes on to more of what was counted before: "2,840 cases of diarrhoea and 1,115 of skin disease"."""
    return words.word(one.first - 1) in lexicon.words["and"] and words.word(one.end) in lexicon.words["of"]


def _only_holds_them(words: Words, one: Counted, counting: Counting, counted: list[Counted], lexicon: Lexicon) -> bool:
    """Say whether buildings only tell where those counted right before them are: "1,042 flats in 258 buildings"."""
    is_place = counting.noun is not None and counting.noun.unit is Unit.BUILDINGS
    is_inside = is_place and words.word(one.first - 1) in lexicon.words["clause_within"]
    return is_inside and any(0 < one.first - other.end <= LONGEST_HELD for other in counted)


def _of_whom(items: list[Item], one: Counted) -> Item:
    """Return those of whom so many are told, "five of them": the last ones named that are as many, and else the last."""
    value = one.quantity.value or 0
    return next((item for item in reversed(items) if (item.counted.quantity.value or value) >= value), items[-1])


def _counts_none_of_ours(words: Words, one: Counted, counting: Counting, compared: frozenset[int], lexicon: Lexicon) -> bool:
    """Say whether a number is an age, a rate, what others are compared with, or of neither people nor homes."""
    is_alone, value = counting.noun is None, one.quantity.value
    if is_alone and (is_age(words, one, lexicon) or (value == 0 and not one.is_nobody)):
        return True
    is_rate = one.quantity.is_share and is_rise(words, one, lexicon)  # an increase of 75 per cent
    if is_rate or one.first in compared or _is_one_of_many(words, one, lexicon):
        return True
    if counting.head in lexicon.words["noun_collective"] and 0 < (value or 0) <= FEW_FORCES:
        return True  # officers from two forces
    return counting.is_foreign or (is_alone and (one.is_former or (one.is_label and (value or 0) < 1000)))


def _counting(words: Words, counted: Counted, starts: dict[int, int], verbs: dict[int, int], lexicon: Lexicon) -> Counting:
    """Return what a number counts: nothing of its own where it is a share, itself where the number is a noun ("two-persons")."""
    last = words.word(counted.end - 1)
    if last in lexicon.words["duals"]:
        return Counting(counted.end, lexicon.nouns[last], last)
    if counted.quantity.is_share:
        return Counting(counted.end)
    return counting_at(words, counted.end, starts, verbs, lexicon)


def _noun_before(words: Words, counted: Counted, lexicon: Lexicon) -> Noun | None:
    """Return the noun that a number follows: "survivors numbering 3,000", "survivors, who number 300", "survivors (350)".

    A family of seven are seven people.
    """
    before, noun = words.word(counted.first - 1), lexicon.nouns.get(words.word(counted.first - 2))
    if noun and noun.unit is Unit.HOUSEHOLDS and before in lexicon.words["of"]:
        is_one = not words.word(counted.first - 2).endswith(tuple(lexicon.words["noun_plural_endings"]))
        return replace(noun, unit=Unit.PERSONS) if is_one else None
    if before == "(" and words.word(counted.end) == ")" and noun and noun.unit in (Unit.PERSONS, Unit.HOUSEHOLDS):
        return None if noun.is_actor or noun.is_singular else noun
    if before not in lexicon.words["clause_numbering"]:
        return None
    if words.word(counted.first - 2) not in lexicon.words["clause_relative"]:
        return noun
    return lexicon.nouns.get(words.word(counted.first - 3 - (words.word(counted.first - 3) == ",")))


def _is_of_residents(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether the words before a number name those who live in what it counts: "the residents of 1,400 homes"."""
    who = lexicon.nouns.get(words.word(counted.first - 2))
    return who is not None and who.unit is Unit.PERSONS and words.word(counted.first - 1) in lexicon.words["clause_living_in"]


def _with_wholes(words: Words, items: list[Item]) -> list[Item]:
    """Return the items, a number out of a whole counting what the whole counts: "2,000 of its 18,000 inhabitants"."""
    seen = list(items)
    for position, item in enumerate(items[:-1]):
        whole = items[position + 1]
        if whole.is_whole and item.is_alone and not item.counted.quantity.is_share and whole.first - item.end <= 4:
            seen[position] = replace(item, counting=replace(whole.counting, end=item.counted.end), reach=whole.end)
    return seen


def _twins_joined(words: Words, items: list[Item], lexicon: Lexicon) -> list[Item]:
    """Return the items with one fact in two units as one item, in the unit told first: "some 430 families, or 2,600 people"."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        if before is not None and _names_their_families(words, before, item, lexicon):
            joined[-1] = replace(before, reach=item.end)
            continue
        if before is None or before.twin or item.is_part or not _are_twins(words, before, item, lexicon):
            joined.append(item)
            continue
        joined[-1] = replace(before, twin=item.counted, reach=item.end + (words.word(item.end) in CLOSED))
    return joined


def _names_their_families(words: Words, before: Item, item: Item, lexicon: Lexicon) -> bool:
    """Say whether a few households only say of which ones people are: "seven members of one family", "12, from two families"."""
    if unit_of(before) is not Unit.PERSONS or unit_of(item) is not Unit.HOUSEHOLDS:
        return False
    between = [word for word in words.normal[before.end : item.first] if word not in lexicon.words["noun_all"] | {","}]
    is_few = 0 < (item.counted.quantity.value or 0) <= FEW_FAMILIES
    return is_few and 0 < len(between) <= LONGEST_KIN and between[-1] in lexicon.words["clause_living_in"]


def unit_of(item: Item) -> Unit | None:
    """Return what an item counts; None where no noun says."""
    return item.counting.noun.unit if item.counting.noun else None


def _are_twins(words: Words, before: Item, item: Item, lexicon: Lexicon) -> bool:
    is_bracketed = (words.word(item.first - 1), words.word(item.end)) in BRACKETS
    if before.is_alone and is_bracketed and unit_of(item) is Unit.HOUSEHOLDS and item.first - before.end == 1:
        return True
    if {unit_of(before), unit_of(item)} != {Unit.HOUSEHOLDS, Unit.PERSONS}:
        return False
    between = words.normal[before.end : item.first]
    if between == [","] and _are_too_many(before, item):
        return False
    if is_bracketed and len(between) <= 6:
        return True
    if between[:1] == [")"]:
        return False  # from last week's (90 families) to 500 people
    is_of = between == ["of"] and unit_of(before) is Unit.HOUSEHOLDS and not _is_more(item, before)  # families of 5 persons
    return 0 < len(between) <= 5 and all(word in lexicon.words["clause_two_units"] for word in between) and not is_of


def _are_too_many(before: Item, item: Item) -> bool:
    """Say whether so many people are not those households: "with the last 25 families, 2,318 people have returned"."""
    people, households = (before, item) if unit_of(item) is Unit.HOUSEHOLDS else (item, before)
    return (people.counted.quantity.value or 0) > MOST_IN_HOUSEHOLD * (households.counted.quantity.value or 0) > 0


def _is_more(people: Item, households: Item) -> bool:
    """Say whether the people are more than the households: "430 households of 2,060 people"."""
    return (people.counted.quantity.value or 0) > (households.counted.quantity.value or 0)


def _compared_with(words: Words, counted: list[Counted], lexicon: Lexicon) -> frozenset[int]:
    """Return where numbers stand that only tell what others were before, the same fact in another unit with them."""
    found: set[int] = set()
    for position, one in enumerate(counted):
        before = counted[position - 1] if position else None
        between = words.normal[before.end : one.first] if before and before.first in found else []
        is_same = bool(between) and all(word in lexicon.nouns or word in lexicon.words["clause_two_units"] for word in between)
        if is_same or _is_compared_with(words, one, lexicon):
            found.add(one.first)
    return frozenset(found)


def _is_compared_with(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number only tells what it was before: "is 14,000, down from 21,000 (4,600 families)"."""
    if lexicon.then.before(words.normal, counted.first, at_most=7):
        return True
    if _was_before(words, counted, lexicon):
        return True
    at = counted.first - 1
    while at > 1 and (words.word(at) == "(" or words.word(at)[0].isdecimal() or words.word(at) in lexicon.nouns):
        at -= 1
    is_from = words.word(at) in lexicon.words["from"] and words.word(at - 1) in lexicon.words["clause_compared"]
    return is_from and (not words.word(at - 2).isalnum() or words.word(at - 2) in lexicon.words["clause_be"])


def _was_before(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether a number is what one before it has risen or fallen from: "rose to 3,600 this morning from 2,950".

    Families are where people come from: "rose to 3,600 from 800 families".
    """
    noun = lexicon.nouns.get(words.word(counted.end))
    if words.word(counted.first - 1) not in lexicon.words["from"] or (noun and noun.unit is not Unit.PERSONS):
        return False
    near = range(max(0, counted.first - LONGEST_CHANGE), counted.first - 2)
    return any(words.word(at) in lexicon.words["change"] and _goes_to_number(words, at + 1, lexicon) for at in near)


def _goes_to_number(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether "to" and a number stand there, words that bound it and what is changed allowed: "raised the toll to 310"."""
    to = next((at for at in range(index, index + LONGEST_CHANGED) if words.word(at) in lexicon.words["to"]), -1)
    near = range(to + 1, to + 5) if to >= 0 else ()
    return any(words.word(at)[:1].isdecimal() or words.word(at) in lexicon.numbers for at in near)


def _is_one_of_many(words: Words, counted: Counted, lexicon: Lexicon) -> bool:
    """Say whether "one of the displaced", "one official", "a loved one" names a person and counts nobody."""
    if counted.quantity.value != 1 or counted.is_digits:
        return False
    following = words.word(counted.end)
    is_pronoun = words.word(counted.end - 2) in lexicon.words["noun_before_one"] and following not in lexicon.nouns
    is_of = following in lexicon.words["of"] and counted.quantity.quantifier is not Quantifier.AT_LEAST
    return is_pronoun or is_of or following in lexicon.words["noun_speaking"]
