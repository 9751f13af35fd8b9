"""Totals: which figure a part belongs to, in its sentence or the one before, and the part with the measure of its total."""

from dataclasses import replace
from itertools import pairwise

from etl.reading.cues import CASUALTIES, NAMES_OF_PEOPLE, POPULATION, Link
from etl.reading.fits import HOUSING
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.parts import is_rise
from etl.reading.spans import Span
from etl.reading.tokens import Words
from etl.vocabulary import MEASURES, Modality, Subgroup, Unit

N_WORDS_TO_WHOLE = 5
N_WORDS_TO_GROUP = 12
N_WORDS_TO_ALONE = 8
SURELY_ITS_OWN = 1.5
REFUGEES = "refugees"
UNMEASURED_FATES = frozenset(("detained", "missing", "rescued"))
FATES = frozenset(("returns", "killed", "injured"))
DISPLACED = frozenset(("new_displacement", "idps", "refugees", "refugee_arrivals", "returns"))


def refers_back(words: Words, items: list[Item], told: Mention, lexicon: Lexicon) -> bool:
    """Say whether the sentence goes on about the total of the one before: "Of these, 300 ...", "About 300 of them ...".

    Of the people of a place it does so only at its start, not with "and it rained on three of them".
    """
    if not items:
        return False
    if opens_with_others(words, told, lexicon):
        return False
    first = items[0].counted
    is_of = words.word(first.end) in lexicon.words["of"]
    if first.first > 0 and is_of and words.word(first.end + 1) in lexicon.words["clause_relative"]:
        return False  # its own citizens, 800,000 of whom
    if told.measure == POPULATION and items[0].first > N_WORDS_TO_WHOLE:
        return False
    return any(lexicon.parts["after"].at(words.normal, at) for at in (0, first.end)) or is_rise(words, first, lexicon)


def opens_with_others(words: Words, told: Mention, lexicon: Lexicon) -> bool:
    """Say whether the sentence opens with those who did something else than those told: "Of those who arrived, 300 ..."."""
    if words.word(0) not in lexicon.words["of"] or words.word(2) not in lexicon.words["clause_relative"]:
        return _are_those_asked(words, lexicon)
    clause = words.normal[: words.normal.index(",")] if "," in words.normal else words.normal
    done = {cue.measure for _, _, cues in lexicon.cues.find(clause) for cue in cues if cue.measure}
    is_alike = told.measure in done or (told.measure in DISPLACED and not DISPLACED.isdisjoint(done))
    return told.measure == POPULATION or (bool(done) and not is_alike)


def _are_those_asked(words: Words, lexicon: Lexicon) -> bool:
    """Say whether those told of are only those whom someone asked: "Ninety per cent of those interviewed cited fear"."""
    those, asked = lexicon.words["clause_those"], lexicon.words["clause_asked"]
    return not asked.isdisjoint(words.normal) and any(
        before in those and word in asked for before, word in pairwise(words.normal)
    )


def with_alone(words: Words, items: list[Item], links: list[Link | None], told: Mention, lexicon: Lexicon) -> list[Item]:
    """Return the items, the first having a total where it is told of one place or time only: "In the port alone, 300 fled"."""
    first, total = items[0], told.part_of or told
    near = words.normal[: min(len(words), first.end + N_WORDS_TO_ALONE)]
    value, whole = first.counted.quantity.value, total.counted.quantity.value
    if lexicon.words["clause_alone"].isdisjoint(near) or first.is_part or value is None or whole is None or value >= whole:
        return items
    unit = first.counting.noun.unit if first.counting.noun else total.unit
    is_alike = total.measure in DISPLACED and unit is total.unit and total.modality is Modality.ASSERTED
    if links[0] is not None and links[0].cue.measure == REFUGEES != total.measure:
        return items  # three million have fled; the port alone hosts 300,000 refugees
    return [replace(first, is_part=True, has_total=True), *items[1:]] if is_alike else items


def with_total_told(words: Words, items: list[Item], told: Mention, lexicon: Lexicon) -> list[Item]:
    """Return the items, a share of those whom the sentence before counted having a total: "Of the displaced, 60 per cent ..."."""
    first = items[0]
    is_of_told = any(lexicon.parts["told"].at(words.normal, at) for at in (0, first.counted.end))
    if not first.counted.quantity.is_share or not is_of_told or told.measure not in DISPLACED:
        return items
    return [replace(first, has_total=True), *items[1:]]


def is_fate_of_its_own(words: Words, item: Item, link: Link | None, total: Mention, lexicon: Lexicon) -> bool:
    """Say whether a part of those counted is told to have met with something else: "of whom 300 have returned"."""
    shown = lexicon.parts["before"].before(words.normal, item.counted.first)
    if shown is not None and words.word(shown[0]) in lexicon.words["clause_inserted"]:
        return False
    if link is None or link.cost > SURELY_ITS_OWN or item.counted.quantity.is_share:
        return False
    of_them = lexicon.parts["after"].at(words.normal, item.counted.end)
    if of_them and of_them[0] == link.found.first and link.cue.measure in NAMES_OF_PEOPLE and total.measure in CASUALTIES:
        return False  # 35 people died, 33 of them refugees
    if item.is_alone and link.cue.measure in UNMEASURED_FATES and link.found.first == item.end:
        return True  # 39 were killed and 32 taken hostage
    is_other = link.cue.measure in MEASURES and total.measure != link.cue.measure
    return is_other and (link.cue.measure in FATES or total.measure not in DISPLACED)


def is_of_unread(words: Words, items: list[Item], position: int, found: dict[int, Mention], lexicon: Lexicon) -> bool:
    """Say whether a part is of a number right before it that is no figure: "251 were taken hostage, of whom 105 were freed"."""
    while position > 0 and not _is_relative(words, items[position], lexicon) and items[position - 1].is_part:
        position -= 1
    nearest = next((at for at in range(position - 1, -1, -1) if not items[at].is_part), -1)
    return _is_relative(words, items[position], lexicon) and nearest >= 0 and nearest not in found


def _is_relative(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether a number has "of whom" right before it or right behind it."""
    first, end = item.counted.first, item.counted.end
    relative, of = lexicon.words["clause_relative"], lexicon.words["of"]
    is_behind = words.word(end) in of and words.word(end + 1) in relative
    return is_behind or (words.word(first - 1) in relative and words.word(first - 2) in of)


def total_of(items: list[Item], position: int, found: dict[int, Mention], before: Mention | None) -> Mention | None:
    """Return the total of a part: the whole right behind it ("two-thirds of the 900,000"), else the nearest total."""
    item = items[position]
    if not item.is_part:
        return None
    if (whole := _whole_behind(items, position, found)) is not None:
        return whole
    if item.counted.quantity.is_share and not item.has_total:
        return None
    unmeasured = next((at for at in range(position - 1, -1, -1) if _is_unmeasured(items, at, item, found)), -1)
    is_told_first = before is not None or any(not other.is_part for other in items[:position])
    in_order = (*range(position - 1, unmeasured, -1), *(() if is_told_first else range(position + 1, len(items))))
    is_share = item.counted.quantity.is_share  # of the 500 uprooted 300 returned, half of them in May
    totals = (at for at in in_order if at in found and not found[at].is_part and (is_share or not items[at].is_part))
    totals = (at for at in totals if at < position or found[at].measure != POPULATION)  # not of a town that is named later
    told = before if before is None or _can_hold(before, item) else None
    return next((found[at] for at in totals if _can_hold(found[at], item)), told)


def _can_hold(total: Mention, part: Item) -> bool:
    """Say whether a number is not smaller than what would be a part of it; no school is a part of people, nor of houses."""
    if _unit(part, total) is not total.unit and {_unit(part, total), total.unit} & {Unit.BUILDINGS, Unit.FACILITIES}:
        return False
    whole, value = total.counted.quantity.value, part.counted.quantity.value
    is_counted = whole is not None and value is not None and not part.counted.quantity.is_share
    return not is_counted or (value or 0) <= (whole or 0) or total.unit is not _unit(part, total)


def _unit(part: Item, total: Mention) -> Unit:
    return part.counting.noun.unit if part.counting.noun else total.unit


def _is_unmeasured(items: list[Item], at: int, part: Item, found: dict[int, Mention]) -> bool:
    """Say whether a number could be the total and counts what has no measure: "22,000 people affected, including 690 ..."."""
    noun, counted = part.counting.noun, items[at].counting.noun
    return at not in found and not items[at].is_part and noun is not None and counted is not None and noun.unit is counted.unit


def _whole_behind(items: list[Item], position: int, found: dict[int, Mention]) -> Mention | None:
    if position + 1 >= len(items) or not items[position + 1].is_whole:
        return None
    is_near = items[position + 1].first - items[position].counted.end <= N_WORDS_TO_WHOLE
    return found.get(position + 1) if is_near else None


def out_of(items: list[Item], found: dict[int, Mention]) -> set[int]:
    """Return which numbers others with a fate of their own are out of: the 5,000 in "300 of the 5,000 displaced returned"."""
    return {
        position + 1
        for position, mention in found.items()
        if (whole := _whole_behind(items, position, found)) is not None
        and whole.measure != mention.measure
        and not mention.counted.quantity.is_share
    }


def some_of_them(words: Words, items: list[Item], found: dict[int, Mention], lexicon: Lexicon) -> dict[int, Mention]:
    """Return the wholes of numbers told only to be somewhere: "1.6 million of the 2.2 million displaced are in the north"."""
    wholes = {at: _whole_behind(items, at, found) for at in range(len(items) - 1) if at not in found and not items[at].is_part}
    return {
        at: whole
        for at, whole in wholes.items()
        if whole is not None
        and whole.measure in NAMES_OF_PEOPLE
        and words.word(items[at + 1].end) in lexicon.words["clause_be"]
        and words.word(items[at + 1].end + 1) in lexicon.words["clause_within"]
    }


def with_total(items: list[Item], position: int, found: dict[int, Mention]) -> Mention:
    """Return the mention as a part of the whole right behind it, where both count the same: "3,000 of the 5,000 displaced"."""
    mention, whole = found[position], _whole_behind(items, position, found)
    if mention.is_part or whole is None or whole.measure != mention.measure:
        return mention
    return replace(mention, is_part=True, part_of=whole)


def part_of(words: Words, item: Item, link: Link | None, total: Mention, sentence: Span, lexicon: Lexicon) -> Mention:
    """Return the part with the measure of its total; of homes hit some may be told to be worse: "900 of them destroyed"."""
    is_of_homes = link is not None and link.cue.measure == total.measure == HOUSING and link.cost < SURELY_ITS_OWN
    noun = item.counting.noun
    unit = Unit.PERCENT if item.counted.quantity.is_share else noun.unit if noun else total.unit
    return replace(
        total,
        term=link.cue.term if link is not None and is_of_homes and link.found.first >= item.counted.end else total.term,
        counted=item.counted,
        unit=unit,
        subgroup=noun.subgroup if noun and noun.subgroup is not Subgroup.ALL else _subgroup_behind(words, item, lexicon),
        is_part=True,
        is_total=False,
        part_of=total,
        twin=None,
        note="",
        is_alone=noun is None,
        sentence=sentence,
    )


def _subgroup_behind(words: Words, item: Item, lexicon: Lexicon) -> Subgroup:
    for index in range(item.end, min(len(words), item.end + N_WORDS_TO_GROUP)):
        if words.word(index)[0].isdecimal() and words.word(index - 1) not in lexicon.words["clause_whole_through"]:
            break
        if found := lexicon.subgroups.at(words.normal, index):
            return found[1][0]
    return Subgroup.OTHER
