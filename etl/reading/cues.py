"""Cue phrases of a sentence and how near a number stands to each: what the words say is counted, never a default."""

from collections.abc import Sequence

from etl.frozen import frozen
from etl.reading.lexicon import Cue, Lexicon
from etl.reading.overrun import held_back
from etl.reading.tokens import Words
from etl.vocabulary import Term, Unit

FAR = 9.0
CASUALTIES = ("killed", "injured")
POPULATION = "population"
NAMES_OF_PEOPLE = frozenset(("refugees", "idps"))  # measures that also name those counted
WHERE_THEY_STAY = frozenset((Term.SHELTERED, Term.IN_RELIEF_CAMP))
WORD_COST, ASIDE_COST, AND_COST, OPENER_COST, WEAK_COST = 0.28, 0.04, 1.2, 2.6, 0.8
RELATIVE_COST, LISTED_COST, ANNOUNCED_COST = 2.0, 1.0, 0.15
OTHER_VERB_COST, ADJECTIVE_COST = 5.0, 3.0
OBJECT_COST, PASSIVE_COST, NOUN_COST, AGENT_COST, PREPOSITION_COST = 5.0, 4.0, 6.0, 5.0, 1.8
THEM_COST = 1.2
N_WORDS_TO_SUBJECT = 4
N_WORDS_ANNOUNCED = 12  # "the number of those in Rono, Mabu and Sele who were evacuated"
LONGEST_PLACE, LONGEST_CAUSE, LONGEST_PHRASE = 7, 10, 18
PUNCTUATION_COST = {",": 1.6, ";": 8.0, ":": 2.5, "—": 3.0, "–": 3.0, "-": 0.0, "(": 2.0, ")": 1.0, ".": 0.1}


@frozen
class Found:
    """A cue where it stands: words `first` to before `end`, and every meaning of the phrase.

    `is_noun`: it names those who moved and not the moving. `is_number`: the words before it announce their number ("the
    number of people staying in camps"), which then stands behind.
    """

    first: int
    end: int
    cues: tuple[Cue, ...]
    is_passive: bool
    is_noun: bool
    is_weak: bool
    is_number: bool
    is_everyday: bool


@frozen
class Link:
    """A number's cue with the cost of connecting them: the lower, the surer; `is_past`: what they had done before."""

    cue: Cue
    found: Found
    cost: float
    is_attributive: bool = False
    is_past: bool = False


def find_cues(words: Words, lexicon: Lexicon) -> list[Found]:
    """Return the cues of a sentence in order, the longest at each place, none overlapping another."""
    return [
        _found(words, *held_back(words, first, end, cues, lexicon), lexicon)
        for first, end, cues in lexicon.cues.find(words.normal)
        if cues[0].measure
        and not _is_partitive(words, first, end, lexicon)
        and not _is_of_rate(words, first, lexicon)
        and not _is_noun_alike(words, first, end, cues, lexicon)
    ]


def _is_partitive(words: Words, first: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the words of a cue only take a number out of another: "out of the 50 arrests"."""
    is_before_number = words.word(end)[:1].isdecimal() or words.word(end) in lexicon.numbers
    return is_before_number and lexicon.words["clause_whole clause_whole_through"] >= set(words.normal[first:end])


def _is_noun_alike(words: Words, first: int, end: int, cues: Sequence[Cue], lexicon: Lexicon) -> bool:
    """Say whether an article before what could be a verb makes it a noun: "in the flood of May", not "to flood 30 homes"."""
    is_behind_article = words.word(first - 1) in lexicon.words["articles noun_articles"]
    is_of_harm_to_homes = all(cue.side == "after" and cue.measure == "buildings_destroyed" for cue in cues)
    return end - first == 1 and is_behind_article and is_of_harm_to_homes


def _is_of_rate(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Say whether a cue only says of how many a rate is: "subscriptions per 100 inhabitants: 96"."""
    return words.word(first - 1)[:1].isdecimal() and words.word(first - 2) in lexicon.words["rate_per"]


def _found(words: Words, first: int, end: int, cues: Sequence[Cue], lexicon: Lexicon) -> Found:
    nominal, weak = lexicon.nominal.at(words.normal, first), lexicon.weak.at(words.normal, first)
    is_passive = _is_passive(words, first, lexicon)
    is_noun = bool(nominal and nominal[0] == end) and not is_passive
    is_number = lexicon.number_of.may_stand_in(words.normal) and any(
        lexicon.number_of.at(words.normal, index) for index in range(max(0, first - N_WORDS_ANNOUNCED), first + 1)
    )
    everyday = lexicon.everyday.at(words.normal, first)
    is_harm = cues[0].measure in CASUALTIES
    is_everyday = everyday is not None and (not is_harm or everyday[0] == end)  # "lost" is, "lost their lives" is not
    is_weak = bool(weak and weak[0] == end)
    return Found(first, end, tuple(cues), is_passive, is_noun, is_weak, is_number, is_everyday)


def _is_passive(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a form of "be" stands right before, an adverb allowed: what moved or fell stands before the verb."""
    be = lexicon.words["clause_be"]
    if words.word(index) in be or (words.word(index - 2) in be and words.word(index - 1).isalpha()):
        return True
    is_name = index > 0 and words.raw[index - 1].isupper() and words.raw[index].islower()  # IS murdered 30 cadets
    return words.word(index - 1) in be and not is_name


def gap_cost(words: Words, first: int, end: int, lexicon: Lexicon, asides: frozenset[int] = frozenset()) -> float:
    """Return what the words between a number and a cue cost: distance, punctuation, and the openers of another clause."""
    joining, relative = lexicon.words["and"], lexicon.words["clause_relative"]
    cost, index = 0.0, first
    while index < end:
        word = words.word(index)
        if index in asides or ((word == "," or word in joining) and _joins_names(words, index)):
            cost += ASIDE_COST
        else:
            cost += PUNCTUATION_COST.get(word, WORD_COST)
            if word in joining:
                cost += AND_COST
            elif word in relative and index > first:
                cost += RELATIVE_COST
            elif (opener := lexicon.openers.at(words.normal, index)) and not _is_adverb(words, index, lexicon):
                cost += OPENER_COST
                index = max(index, opener[0] - 1)
        index += 1
    return cost


def _is_adverb(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a word that may open a clause stands inside a verb and opens none: "have since gone", "been so far"."""
    before = words.word(index - 1)
    return before in lexicon.words["clause_have clause_be clause_listed_as"]


def _joins_names(words: Words, index: int) -> bool:
    """Say whether a comma or "and" only goes on a list of names: "in Rizal, Mabini and Tubod"."""
    return all(0 <= at < len(words) and words.raw[at][:1].isupper() for at in (index - 1, index + 1))


def link_before(
    words: Words, end: int, found: Found, cue: Cue, lexicon: Lexicon, asides: frozenset[int], *, has_object: bool
) -> float:
    """Return the cost of a number that ends at `end` and stands before its cue ("3,000 people were displaced")."""
    if found.is_number and _is_number_told(words, end, lexicon):
        return ANNOUNCED_COST * (found.first - end)
    if cue.side == "after":
        return FAR * 2
    if not lexicon.words["clause_them"].isdisjoint(words.normal[found.first : found.end]):
        return THEM_COST
    cost = gap_cost(words, end, found.first, lexicon, asides) + WEAK_COST * found.is_weak
    cost += ADJECTIVE_COST * _is_adjective(words, end, found, lexicon) + NOUN_COST * _is_of_others(
        words, end, found, cue, lexicon
    )
    cost += OTHER_VERB_COST * (
        _is_of_those_included(words, end, found, lexicon) or _is_what_others_did(words, end, found, lexicon)
    )
    return cost + OBJECT_COST * has_object


def _is_of_others(words: Words, end: int, found: Found, cue: Cue, lexicon: Lexicon) -> bool:
    """Say whether refugees are others than those counted: "2,000 people out of work, with no place for refugees"."""
    is_named = cue.measure == "refugees" or (cue.measure == "idps" and words.word(found.first) in lexicon.words["noun_articles"])
    return is_named and found.first > end and words.word(found.first - 1) in lexicon.words["clause_governing"]


def _is_what_others_did(words: Words, end: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a clause opens before the verb with people who did it: "took out 150 families before the rebels came back"."""
    at = found.first - 1
    noun = lexicon.nouns.get(words.word(at))
    if found.is_passive or found.is_noun or at <= end or noun is None or noun.unit is not Unit.PERSONS or noun.is_singular:
        return False
    return any(lexicon.openers.at(words.normal, index) for index in range(max(end, at - N_WORDS_TO_SUBJECT), at))


def _is_number_told(words: Words, end: int, lexicon: Lexicon) -> bool:
    """Say whether a number that ends there stands before the words that announce it: "put at 56,000 the number of people who"."""
    at = end + (words.word(end) == ",")
    at += words.word(at) in lexicon.words["noun_articles"]
    return words.word(end - 2) in lexicon.words["clause_told_at"] and lexicon.number_of.at(words.normal, at) is not None


def _is_of_those_included(words: Words, end: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a cue tells of some among those counted: "1.5 million displaced people, including those who fled in May"."""
    is_relative = words.word(found.first - 1) in lexicon.words["clause_relative"]
    return is_relative and found.first - 3 >= end and words.word(found.first - 3) in lexicon.words["clause_including"]


def _is_adjective(words: Words, end: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a cue behind an article describes something else than those counted: "84 shelters in the flooded city"."""
    at = found.first - 1
    at -= words.word(at) in lexicon.words["noun_degrees"]  # the worst affected villages
    is_behind_article = words.word(at) in lexicon.words["articles"] or words.word(at) in lexicon.words["noun_articles"]
    return is_behind_article and at > end and not found.is_noun and words.word(found.end).isalpha()


def link_after(words: Words, first: int, found: Found, cue: Cue, lexicon: Lexicon, asides: frozenset[int]) -> float:
    """Return the cost of a number that starts at `first` and stands after its cue ("displacing 3,000 people")."""
    between = words.normal[found.end : first]
    is_announced = found.is_number and bool(between) and _reaches(between[-1:], lexicon)
    if between[-1:] == [":"] and len(between) <= 5 and cue.side != "before":
        return LISTED_COST + WORD_COST * (len(between) - 1)
    if cue.side == "before" and not is_announced:
        return FAR * 2
    at_toll = next((at for at in (found.first, found.first + 1) if words.word(at) in lexicon.words["clause_toll"]), first)
    told = words.normal[at_toll + 1 : first]
    if len(told) >= len(between) > 2 and _reaches(told, lexicon):
        return ANNOUNCED_COST * len(told)  # the death toll from a slide at the port near the capital climbed to
    if is_announced or (found.is_noun and "," in between and _reaches(between, lexicon)):
        return ANNOUNCED_COST * len(between)
    is_parted = len(between) > 2 and between[0] == between[-1] == "," and between.count(",") == 2  # displaced, he said, 600
    gap = ASIDE_COST * len(between) if is_parted else gap_cost(words, found.end, first, lexicon, asides)
    between = [] if is_parted else between
    cost = gap + WEAK_COST * found.is_weak
    is_parted_weakly = found.is_weak and cue.side == "after" and between == [","]  # the Rapid Support Forces, 300 people
    cost += OTHER_VERB_COST * (is_parted_weakly or _is_of_another_verb(words, found.end, first, lexicon))
    if cue.side == "after":
        is_past = words.word(found.end - 1).endswith(tuple(lexicon.words["clause_past_endings"]))  # "were emptied and 300 fled"
        cost += PASSIVE_COST * (found.is_passive and is_past and not lexicon.words["and"].isdisjoint(between))
        return cost + AGENT_COST * (between[-1:] != [] and between[-1] in lexicon.words["clause_agent"])
    if found.is_passive and ":" not in between:
        cost += PASSIVE_COST
    if found.is_noun and not _reaches(between, lexicon):
        cost += NOUN_COST
    if any(word in lexicon.words["clause_agent"] for word in between):
        cost += AGENT_COST
    if any(word in lexicon.words["noun_ends"] and word not in lexicon.words["clause_reach"] for word in between):
        cost += PREPOSITION_COST
    return cost


def _is_of_another_verb(words: Words, first: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether "and" joins another verb whose object the number is: "drove them out and captured four men"."""
    before, endings = words.word(end - 1), tuple(lexicon.words["clause_past_endings"])
    if first >= end or lexicon.words["and"].isdisjoint(words.normal[first : end - 1]):
        return False
    is_verb = before in lexicon.words["clause_acting"] or (bool(endings) and before.endswith(endings))
    return is_verb and not words.raw[end - 1][:1].isupper() and before not in lexicon.words["clause_not_acting"]


def _reaches(between: list[str], lexicon: Lexicon) -> bool:
    """Say whether a noun reaches its number: "has risen to", "stands at", with a place in between ("in Burundi hit")."""
    reaching = lexicon.words["clause_reach change clause_be"]
    inside = [word for word in between if not (word in reaching or word[0].isdecimal() or word in lexicon.words["from"])]
    if not inside:
        return True
    between = _without_insertion(between)
    first, last = between[0], between[-1]
    is_raised = last in lexicon.words["to clause_reach"] and between[-2:-1] != [] and between[-2] in lexicon.words["change"]
    longest = LONGEST_PHRASE if is_raised else LONGEST_PLACE  # the toll of a slide at a dump near the capital climbed to
    is_of_place = first in lexicon.words["noun_ends of"] and len(between) <= longest
    is_of_cause = first in lexicon.words["clause_caused"] and len(between) <= LONGEST_CAUSE
    return (is_of_place or is_of_cause) and last in lexicon.words["change clause_reach"] and "," not in between


def _without_insertion(words: list[str]) -> list[str]:
    """Return the words without what two commas set apart: "of Belo, the port, has now reached"."""
    if words.count(",") != 2:
        return words
    opened = words.index(",")
    closed = words.index(",", opened + 1)
    return words[:opened] + words[closed + 1 :] if opened and closed + 1 < len(words) else words
