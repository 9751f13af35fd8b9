"""What can be counted by what: people flee and die, homes burn, schools close; soldiers are rarely the ones displaced."""

from etl.reading.cues import CASUALTIES, POPULATION, Found
from etl.reading.items import Item, unit_of
from etl.reading.lexicon import Cue, Lexicon
from etl.reading.next_numbers import is_of_next
from etl.reading.nouns import APOSTROPHES
from etl.reading.others import befell_another
from etl.reading.parts import are_among_them
from etl.reading.residents import can_be_residents
from etl.reading.tokens import Words
from etl.reading.unmoved import moves_no_one
from etl.vocabulary import Quantifier, Unit

MOST_BEFALLEN = 500_000_000  # no event has displaced, hurt or killed so many: what is counted in billions is money
N_WORDS_OF_OWNER, N_WORDS_TO_LOSS, N_WORDS_OF_MAKING = 3, 8, 5
ACTOR_MEASURES = frozenset(("killed", "injured", "detained", "deployed", "missing"))
ACTOR_TERMS = frozenset(("in_relief_camp", "evacuated"))
HARM = frozenset(("killed", "injured", "same"))
HOUSING = "buildings_destroyed"
CLOSED = "facilities_closed"
AFFECTED = "affected"


def fits(words: Words, items: list[Item], position: int, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a thing of that unit can be counted by that measure."""
    item = items[position]
    if found.first < item.counted.end and found.end > item.counted.first:
        return False
    if len(items) > 1 and any(_names(other, found) for other in items if other is not item):
        return False
    if item.counted.is_nobody:
        return cue.measure in CASUALTIES and _befalls_nobody(words, item, found, lexicon)
    if _is_told_of_others(words, items, position, found, cue, lexicon) or moves_no_one(words, item, found, cue, lexicon):
        return False
    if _opens_clause(words, item, found, lexicon):
        return False
    if cue.measure != "population" and (item.counted.quantity.fewest >= MOST_BEFALLEN or _is_of_place(words, item, lexicon)):
        return False
    if cue.measure == POPULATION and not can_be_residents(words, item, found, lexicon):
        return False
    if cue.measure == HOUSING:
        return _can_be_housing(words, items, position, found, lexicon)
    return _can_be_people(words, item, found, cue, lexicon)


def _is_told_of_others(words: Words, items: list[Item], position: int, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a cue tells of others than those counted, or only where they were."""
    item = items[position]
    if (found.end <= item.first and _opens_sentence(words, item)) or _says_only_where(words, item, found, cue, lexicon):
        return True
    if found.first > item.end and (
        are_among_them(words, item.end, lexicon)
        or is_of_next(words, items, position, found, lexicon)
        or _describes_others(words, found, lexicon)
    ):
        return True
    if (cue.side == "before" and _are_provided_for(words, item, lexicon)) or _have_room(words, item, lexicon):
        return True
    if item.is_alone and cue.side == "before" and _are_those_stationed(words, items, position, found, lexicon):
        return True
    if _names_no_dead(words, item, found, lexicon):
        return True
    return cue.measure in HARM and befell_another(words, item, found, lexicon)


def _describes_others(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a participle describes others right behind it, "with a group of fleeing women", or in passing: "included"."""
    if words.word(found.end) in lexicon.words["clause_included"]:
        return True  # 400,000 residents, displaced people included
    noun = lexicon.nouns.get(words.word(found.end))
    is_participle = words.word(found.first).endswith(tuple(lexicon.words["clause_present_endings"]))
    is_one = found.end - found.first == 1 and is_participle and not found.is_passive
    return is_one and noun is not None and noun.unit is Unit.PERSONS and not noun.is_singular


def _opens_sentence(words: Words, item: Item) -> bool:
    """Say whether a number opens a sentence that no stop parts from a caption: "displaced Iraqis As many as 600 people are"."""
    first, head = item.counted.first, item.counting.end - 1
    if item.is_alone or first == 0 or not words.raw[first][:1].isupper() or not words.raw[head].islower():
        return False
    behind = words.raw[item.counted.end : head]
    return words.raw[first - 1].isalpha() and all(word[:1].islower() for word in behind)


def _are_those_stationed(words: Words, items: list[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a number goes on a list of soldiers who only stay somewhere: "40,000 troops, and hundreds scattered in"."""
    named = next((one.counting.noun for one in reversed(items[:position]) if one.counting.noun), None)
    if named is None or not named.is_actor:
        return False
    return lexicon.words["everyday_sure"].isdisjoint(words.normal[found.first : found.end])


def _are_provided_for(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether goods are for so many, so that what follows tells of the goods: "trucks with food for 4,000 have crossed"."""
    goods = words.word(item.first - 2)
    if words.word(item.first - 1) in lexicon.words["to"]:
        return goods in lexicon.words["clause_doses"]  # measles jabs to 4,000 children in the camps
    return words.word(item.first - 1) in lexicon.words["clause_on_behalf"] and goods in lexicon.words["clause_goods"]


def _have_room(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether a number only tells for how many something was made: "built in 1991 for 90,000 refugees"."""
    if words.word(item.first - 1) not in lexicon.words["clause_on_behalf"]:
        return False
    if item.counted.quantity.quantifier is Quantifier.AT_MOST and words.word(item.first - 2) in lexicon.words["clause_roomy"]:
        return True  # a camp for up to 80,000 people
    near = words.normal[max(0, item.first - N_WORDS_OF_MAKING) : item.first - 1]
    return not lexicon.words["clause_made"].isdisjoint(near) or words.word(item.first - 2) in lexicon.words["clause_made_for"]


def _says_only_where(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a place only tells where harm befell those counted: "two people in the camp were injured"."""
    if cue.measure != "idps" or found.first != item.end or words.word(found.end) not in lexicon.words["clause_be"]:
        return False
    harm = lexicon.cues.at(words.normal, found.end + 1)
    return harm is not None and any(one.measure in HARM for one in harm[1])


def _is_of_place(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether a bare number can only be the people of a place: "the worst rate of deaths in a country of 10 million"."""
    is_of = item.is_alone and words.word(item.first - 1) in lexicon.words["of"]
    return is_of and words.word(item.first - 2) in lexicon.words["noun_of_places"]


def _opens_clause(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a bare number behind a colon has a verb of its own: "halls for the displaced: 89 were opened"."""
    is_listed = item.is_alone and found.end <= item.first and words.word(item.first - 1) == ":"
    return is_listed and words.word(item.end) in lexicon.words["clause_be clause_have"]


def _names_no_dead(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether the cue is "lives" or "bodies" and the item does not count those of the dead."""
    word, is_own_noun = words.word(found.first), item.counted.end <= found.first < item.counting.end
    if is_own_noun and words.word(item.first - 1) in lexicon.words["and"]:
        return words.word(item.first - 2) in lexicon.words["noun_of_life_told"]  # 96,400 births and 108,700 deaths
    if word in lexicon.words["noun_of_life"]:
        return not (is_own_noun and _are_lost(words, item, lexicon))
    return word in lexicon.words["noun_of_bodies"] and is_own_noun and not _are_dead(words, item, lexicon)


def _befalls_nobody(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a harm is that of no one: "no one was hurt"; not "nobody wanted her to be hurt"."""
    if found.first < item.end:
        return found.end == item.first
    between = words.normal[item.end : found.first]
    is_of_another = any(lexicon.nobody.at(between, at) for at in range(len(between)))
    return lexicon.words["to"].isdisjoint(between) and not is_of_another


def _are_dead(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether bodies are those of the dead: "40 bodies were found"; not "society is split into two bodies"."""
    return _stand_near(words, item, lexicon.words["noun_lying"])


def _are_lost(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether lives are counted that were lost: "claimed 300 lives"; not "saved 3,000 lives", "9 lives depend on it"."""
    if any(words.word(at) in lexicon.words["noun_kept"] for at in range(item.first - N_WORDS_OF_OWNER, item.first)):
        return False
    return _stand_near(words, item, lexicon.words["noun_losing"])


def _stand_near(words: Words, item: Item, those: frozenset[str]) -> bool:
    """Say whether one of those words stands near an item; a language that lists none asks for none."""
    near = words.normal[max(0, item.first - N_WORDS_TO_LOSS) : item.end + N_WORDS_TO_LOSS]
    return not those or not those.isdisjoint(near)


def _can_be_people(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether what an item counts can flee, return or die; homes can only be evacuated, facilities closed."""
    noun = item.counting.noun
    if noun is None:
        is_one = item.counted.quantity.value == 1
        if is_one and words.word(item.first - 1) in lexicon.words["noun_loved"]:
            return False  # my youngest one died
        return cue.measure != CLOSED and (not is_one or cue.measure in HARM)
    if item.counted.quantity.value == 1 and not item.counted.is_digits and noun.unit is Unit.PERSONS and cue.measure not in HARM:
        return False
    if item.counting.head in lexicon.words["noun_of_harm noun_of_life"]:
        return cue.measure in HARM
    if noun.is_actor or _are_helpers(words, item, lexicon):
        is_moved = cue.term in ACTOR_TERMS and (found.is_passive or cue.term != "evacuated")
        is_own = item.counted.end <= found.first < item.counting.end  # "3,500 inmates of relief camps"
        return cue.measure in ACTOR_MEASURES or (is_moved and (is_own or _stand_together(item, found)))
    if noun.unit is Unit.BUILDINGS:
        return item.is_of_residents or (cue.term == "evacuated" and _is_of_homes_alone(words, item, found, lexicon))
    if cue.measure == CLOSED and item.counting.head in lexicon.words["noun_of_any_use"]:
        return not lexicon.words["noun_of_care"].isdisjoint(words.normal)  # three facilities may be meat plants
    return (cue.measure == CLOSED) is (noun.unit is Unit.FACILITIES)


def _are_helpers(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether the noun counts those who help: rescue workers, emergency service workers."""
    last = item.counting.end - 1
    return words.word(last) in lexicon.words["noun_serving"] and words.word(last - 1) in lexicon.words["noun_services"]


def _can_be_housing(words: Words, items: list[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether an item counts homes, or people whose homes the words speak of."""
    item = items[position]
    noun = item.counting.noun
    if found.end <= item.first and _are_spared(words, item, lexicon):
        return False  # in the floods 14,000 homes were protected
    if noun is None:
        return not item.counting.is_name and (
            _is_listed_with_homes(words, items, position, found, lexicon) or _is_of_homes(words, item, found, lexicon)
        )
    if noun.unit is Unit.BUILDINGS:
        is_built = found.first >= item.end and words.word(item.first - 1) in lexicon.words["clause_building"]
        return not is_built and not _are_under_order(words, found, lexicon)
    if _is_house_itself(words, item, found, lexicon):
        return True
    return not noun.is_actor and noun.unit is not Unit.FACILITIES and _speaks_of_homes(words, item, found, lexicon)


def _are_under_order(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether homes are only affected by an order or a power cut: "expanded the evacuation order, affecting 480 homes"."""
    told = words.normal[found.first : found.end]
    is_bare = len(told) == 1 and told[0] in lexicon.words["clause_affecting"]
    return is_bare and not lexicon.words["clause_orders"].isdisjoint(words.normal)


def _are_spared(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether what is counted came to no harm: "14,000 homes were protected"."""
    word = words.word(item.end)
    if word not in lexicon.words["clause_be"] and word not in lexicon.words["clause_have"]:
        return False
    return not lexicon.words["clause_spared"].isdisjoint(words.normal[item.end : item.end + N_WORDS_OF_OWNER])


def _is_listed_with_homes(words: Words, items: list[Item], position: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether homes are counted right before a number or behind it: "260 damaged and 170 houses destroyed"."""
    named = [unit_of(item) for item in items[:position] if not item.is_alone]
    if named and named[-1] is Unit.BUILDINGS:
        return True
    following = items[position + 1] if position + 1 < len(items) else None
    is_next = following is not None and words.word(following.first - 1) in lexicon.words["and"]
    if any(cue.measure == AFFECTED for cue in found.cues):
        return False  # 1,700 affected and 34 houses damaged
    return is_next and following is not None and unit_of(following) is Unit.BUILDINGS


def _is_of_homes(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether homes stand by the cue itself: "houses damaged: 430"; not "a toll of 79, with crews in burned houses"."""
    if found.first > item.end and "," in words.normal[item.end : found.first]:
        return False
    near = words.normal[max(0, found.first - 1) : found.end + 1]
    homes = (lexicon.nouns[word] for word in near if word in lexicon.nouns)
    return any(noun.unit is Unit.BUILDINGS and not noun.is_singular for noun in homes)


def _names(item: Item, found: Found) -> bool:
    """Say whether the cue belongs to the noun of another number: the "shelters" of "412 shelters" shelter no one.

    In "five centres accommodate 3,000" the verb goes beyond the noun.
    """
    return item.counting.noun is not None and item.counted.end <= found.first and found.end <= item.counting.end


def _stand_together(item: Item, found: Found) -> bool:
    gap = found.first - item.end if item.end <= found.first else item.first - found.end
    return 0 <= gap <= 3


def _is_of_homes_alone(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether homes stand by a cue and nobody between them: "evacuated 100 homes", not "evacuated people and 100 homes"."""
    between = words.normal[found.end : item.first] if found.end <= item.first else words.normal[item.end : found.first]
    return _stand_together(item, found) and not any(word in lexicon.nouns or word in lexicon.words["and"] for word in between)


def _speaks_of_homes(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether homes stand between people and what befell them: "300 families whose homes were destroyed".

    Behind the cue the homes must be theirs: "destroyed the homes of 300 families", not "homes and the lives of 300". So
    they may stand before them as well: "the homes of 300 families were destroyed".
    """
    is_behind = found.end <= item.first
    is_owned = words.word(item.end - 1)[-1:] in APOSTROPHES
    are_homes = _is_home(words, item.end, lexicon) and (is_owned or not lexicon.nouns[words.word(item.end)].is_singular)
    if item.counting.head in lexicon.words["noun_owning"] and are_homes:
        return True  # 300 families' homes; not "took 300 families home"
    if not is_behind and _is_home(words, item.first - 2, lexicon) and words.word(item.first - 1) in lexicon.words["of"]:
        return True
    between = range(found.end, item.first) if is_behind else range(item.end, found.first)
    homes = [at for at in between if _is_home(words, at, lexicon)]
    return bool(homes) and (not is_behind or item.first - homes[-1] <= N_WORDS_OF_OWNER)


def _is_house_itself(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether households are the houses that a cue right beside them destroys: "40 households were burnt"."""
    if item.counting.head not in lexicon.words["noun_of_dwelling"] or not _stand_together(item, found):
        return False
    return not lexicon.words["clause_hit_dwelling"].isdisjoint(words.normal[found.first : found.end])


def _is_home(words: Words, index: int, lexicon: Lexicon) -> bool:
    noun = lexicon.nouns.get(words.word(index))
    return noun is not None and noun.unit is Unit.BUILDINGS
