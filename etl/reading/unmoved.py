"""Words of movement that move no one: those who are left behind, who only live there, gather, or are pushed into poverty."""

from etl.reading.cues import CASUALTIES, NAMES_OF_PEOPLE, WHERE_THEY_STAY, Found
from etl.reading.items import Item, unit_of
from etl.reading.lexicon import Cue, Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import Term, Unit

N_WORDS_TO_PURPOSE = 4
HOSTED = ("idps", "registered")
RETURNS = "returns"
TRAVELLED = frozenset((Term.FORCED_TO_FLEE, Term.RETURNED, Term.RELOCATED))


def moves_no_one(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a verb needs a noun, or moves people nowhere: "pushed three million people to the brink of famine"."""
    if words.word(found.end - 1) in lexicon.words["clause_needs_noun"] and (
        item.is_alone or (found.end <= item.first and _are_told_to_stay(words, item, lexicon))
    ):
        return True
    is_name = cue.measure in NAMES_OF_PEOPLE or cue.measure == RETURNS
    if _stay_on(words, item, found, lexicon) or (is_name and _only_befell(words, item, found, lexicon)):
        return True
    if (
        words.word(found.first) in lexicon.words["clause_dwelling"]
        and words.word(found.end - 1) in lexicon.words["clause_grounds"]
    ):
        return True  # those who live on unstable ground only live there
    if item.is_alone and words.word(item.end) in lexicon.words["clause_on_behalf"] and found.first > item.end:
        return True  # raised 3,000 for displaced families
    if item.counting.head in lexicon.words["noun_of_groups"] and cue.term == Term.DISPLACED:
        return not lexicon.words["at_work"].isdisjoint(words.normal)
    needs_out = cue.side == "after" and words.word(found.end - 1) in lexicon.words["clause_forcing"]
    if needs_out and not (item.first >= found.end and words.word(item.end) in lexicon.words["clause_out"]):
        return True  # "forced 400 families out of Rono"; not "forced 400 families to sell"
    are_others = (
        _were_left_at_home(words, item, found, lexicon)
        or _are_troops(words, item, found, lexicon)
        or _are_others(words, item, cue, lexicon)
    )
    if are_others or _travel(words, item, found, cue, lexicon):
        return True
    if cue.measure in HOSTED and (
        _only_live_there(words, item, found, cue, lexicon) or _met_something_there(words, item, found, cue, lexicon)
    ):
        return True
    if found.is_everyday and cue.measure == "new_displacement" and _gather(words, found, lexicon):
        return True
    return cue.side == "after" and item.first >= found.end and lexicon.no_moves.at(words.normal, item.end) is not None


def _only_befell(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a name only says to whom something was done: "300 refugees were arrested", "detained 40 displaced people"."""
    if not item.counted.end <= found.first < item.end:
        return False
    at = item.end + (words.word(item.end) in lexicon.words["clause_have"])
    is_passive = words.word(at) in lexicon.words["clause_be"] and words.word(at + 1) in lexicon.words["clause_seized"]
    return is_passive or words.word(item.first - 1) in lexicon.words["clause_seized"]


def _are_told_to_stay(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether an order behind those it is for is none to leave: "ordered its six million people to stay indoors"."""
    if words.word(item.end) not in lexicon.words["to"]:
        return False
    return words.word(item.end + 1) not in lexicon.words["clause_leaving"]


def _stay_on(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether people are only left, or grew "up" somewhere: "100,000 are left"; not "put 300 people up in hotels"."""
    word = words.word(found.first)
    if word in lexicon.words["clause_up"] and words.word(item.first - 1) not in lexicon.words["clause_put"]:
        return True
    return found.is_passive and found.end - found.first == 1 and word in lexicon.words["clause_staying"]


def _are_others(words: Words, item: Item, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether those before a number moved, and not those counted: "families of the 61 victims walked to the sea"."""
    at = item.first - 1 - (words.word(item.first - 1) in lexicon.words["noun_articles"])
    is_of_kin = words.word(at) in lexicon.words["of"] and words.word(at - 1) in lexicon.words["noun_kin"]
    return is_of_kin and cue.measure not in CASUALTIES and unit_of(item) is Unit.PERSONS


def _are_troops(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a word of force names those who do something else to people: "Tunisian forces intercepted 300"."""
    is_noun = words.word(found.end - 1) in lexicon.words["clause_troops"] and found.end < item.first
    return is_noun and words.word(found.end).endswith(tuple(lexicon.words["clause_past_endings"]))


def _were_left_at_home(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether those "back home" never went: "supporting 300 families back home"; not "3,000 refugees back home"."""
    is_behind = found.first == item.end and words.word(found.first) in lexicon.words["clause_back"]
    return is_behind and words.word(item.first - 1) in lexicon.words["clause_left_home"]


def _only_live_there(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether no one is looked after: "living in urban centres", "the country hosts nine million foreigners"."""
    if words.word(found.end - 2) in lexicon.words["noun_of_towns"]:
        return True
    head = item.counting.head
    is_at_work = head in lexicon.words["noun_learning"] or head in lexicon.words["noun_at_work"]
    if cue.term == Term.SHELTERED and found.end <= item.first and is_at_work:
        return True  # schools have taken in 30,000 pupils
    if head in lexicon.words["noun_of_groups"] and words.word(found.first) in lexicon.words["clause_remaining"]:
        return True  # worshippers remained in the church
    return (
        cue.term in (Term.SHELTERED, "registered")
        and found.end <= item.first
        and item.counting.head in lexicon.words["noun_from_abroad"]
    )


def _met_something_there(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether a camp is only where something befell those counted: "39 people were infected in the camp".

    So it is where they are named by it: "12 pupils in the camp were vaccinated".
    """
    endings = tuple(lexicon.words["clause_past_endings"])
    if cue.term not in WHERE_THEY_STAY or found.first < item.end or not endings:
        return False
    if words.word(item.first - 1) in lexicon.words["clause_befell"]:
        return True  # vaccinated 30,000 children in the camps
    if words.word(item.end) in lexicon.words["clause_seized"]:
        return True  # 200 people arrested in the camp
    between = words.normal[item.end : found.first]
    if lexicon.words["clause_relative"].isdisjoint(between) and not lexicon.words["clause_busy"].isdisjoint(between):
        return True  # 300 children attend classes in tents; not "300 who attend the school live in tents"
    if found.first == item.end and words.word(found.end) in lexicon.words["clause_be"]:
        return words.word(found.end + 1) in lexicon.words["clause_befell"]
    near = range(max(item.end + 1, found.first - 1), found.end)
    befell = (words.word(at) for at in near if words.word(at - 1) in lexicon.words["clause_be"])
    came = lexicon.words["clause_put_there"]
    return any(word in lexicon.words["clause_befell"] or (word.endswith(endings) and word not in came) for word in befell)


def _travel(words: Words, item: Item, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether travellers only leave, return or are moved as such: "the coach, with 38 passengers, left the road".

    The "departure of thousands of workers" is one from their work.
    """
    if item.counting.head in lexicon.words["noun_at_work"] and words.word(found.end - 1) in lexicon.words["of"]:
        return lexicon.words["everyday_sure"].isdisjoint(words.normal[found.first : found.end])
    if item.counting.head not in lexicon.words["noun_travelling"] or cue.term not in TRAVELLED:
        return False
    return lexicon.words["everyday_sure"].isdisjoint(words.normal[found.first : found.end])


def _gather(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether people only came together: "hundreds gathered at the church to mourn"."""
    near = range(found.end, found.end + N_WORDS_TO_PURPOSE)
    return any(words.word(at) in lexicon.words["to"] and lexicon.gathered.at(words.normal, at) for at in near)
