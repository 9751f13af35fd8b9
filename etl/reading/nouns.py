"""What a number counts: the noun behind it, "300 mostly Muslim families", or none where the number stands alone."""

from etl.frozen import frozen
from etl.reading.lexicon import Lexicon, Noun
from etl.reading.tokens import Words
from etl.vocabulary import Subgroup, Unit

LONGEST_NOUN_PHRASE = 9
LONGEST_THING, LONGEST_LISTED = 4, 6
PASSED = frozenset("-–'\"’‘“”")
APOSTROPHES = frozenset("'’")


@frozen
class Counting:
    """The words behind a number up to before `end`: its noun, if one is known.

    `is_foreign`: they name something that is neither people nor homes, such as villages. `is_name`: they are names only
    ("300 Yazidis"), which may be people. A number with neither stands alone.
    """

    end: int
    noun: Noun | None = None
    head: str = ""
    is_foreign: bool = False
    is_name: bool = False


def counting_at(words: Words, start: int, cue_starts: dict[int, int], verbs: dict[int, int], lexicon: Lexicon) -> Counting:
    """Return what the words from `start` say is counted; "1,200 lost homes" counts no homes.

    `cue_starts` maps where cues start to where they end, `verbs` those that follow their number.
    """
    unknown: list[int] = []
    alone_at = 0
    for index in range(start, min(len(words), start + LONGEST_NOUN_PHRASE)):
        word = words.word(index)
        if _is_no_one(words, index, lexicon) or _is_of_thing_before(words, index, unknown, lexicon):
            return Counting(index + 1, is_foreign=True)
        if alone_at and (word in lexicon.words["noun_owners"] or (index < verbs.get(alone_at, 0) and _is_home(word, lexicon))):
            return Counting(start)
        if found := _noun_at(words, index, cue_starts, lexicon):
            return found
        if _is_bare(words, index, start, lexicon):
            return Counting(start)
        if _ends(words, index, start, unknown, lexicon) or (alone_at and index - alone_at > 4):
            break
        if index in cue_starts and word not in lexicon.nouns:
            if _names_a_thing(words, index, cue_starts[index], lexicon) or _describes_a_thing(words, index, start, lexicon):
                return Counting(index + 2, is_foreign=True)
            alone_at = alone_at or index
        elif word not in lexicon.words["noun_through"] and word not in PASSED and word not in lexicon.nouns:
            unknown.append(index)
    return _without_noun(words, start, unknown, alone_at, lexicon)


def _is_no_one(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a word names animals, or opens the name of matter or of places of care: cattle, chemical compounds.

    It does not before a noun of people: "cattle farmers", "care workers".
    """
    is_before_noun = words.word(index + 1) in lexicon.nouns
    if words.word(index) in lexicon.words["noun_of_care_homes"]:
        return _is_home(words.word(index + 1), lexicon) and words.word(index + 2) not in lexicon.nouns  # nursing home residents
    return words.word(index) in lexicon.words["noun_of_matter" if is_before_noun else "noun_creatures"]


def _noun_at(words: Words, index: int, cue_starts: dict[int, int], lexicon: Lexicon) -> Counting | None:
    """Return what a word names as counted, or None where it is no noun or only describes the next one."""
    if owner := _owner_of_homes(words, index, lexicon):
        return Counting(index + 1 + (words.word(index + 1) in APOSTROPHES), lexicon.nouns[owner], owner)
    if words.word(index) not in lexicon.nouns or _modifies(words, index, cue_starts, lexicon):
        return None
    if lexicon.nouns[words.word(index)].unit is Unit.MOVEMENTS and words.word(index - 1) in lexicon.words["noun_massed"]:
        return Counting(index + 1, is_foreign=True)  # nine mass displacements are nine events
    return _with_coordinates(words, index, lexicon)


def _is_home(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.nouns and lexicon.nouns[word].unit is Unit.BUILDINGS


def _owner_of_homes(words: Words, index: int, lexicon: Lexicon) -> str:
    """Return whose homes the next word names, where these are counted: "400 people's homes", not "400 traders' houses"."""
    is_parted = words.word(index + 1) in APOSTROPHES
    endings = ("",) if is_parted else tuple(lexicon.words["clause_possessive_endings"])
    if not _is_home(words.word(index + 1 + is_parted), lexicon):
        return ""
    bare = (words.word(index).removesuffix(ending) for ending in endings if words.word(index).endswith(ending))
    return next((owner for owner in bare if owner in lexicon.words["noun_owning"]), "")


def _names_a_thing(words: Words, index: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a cue names camps, or only describes an unknown thing that is counted: 54 relief camps, 96 evacuation sites."""
    if end - index <= 2 and words.word(end - 1) in lexicon.words["noun_camps"]:
        return True
    if lexicon.nominal.at(words.normal, index) != (index + 1, [True]) or words.word(index + 1) in lexicon.nouns:
        return False
    function_words = lexicon.words["noun_ends noun_through"]
    at, endings = index + 1, tuple(lexicon.words["noun_plural_endings"])
    at += words.word(at) in lexicon.words["noun_kinds"]  # 1,000 evacuation warning calls
    following = words.word(at)
    return bool(endings) and following.isalpha() and following.endswith(endings) and following not in function_words


def _describes_a_thing(words: Words, index: int, start: int, lexicon: Lexicon) -> bool:
    """Say whether a word right behind a number only describes what no person is called: "three dead batteries".

    In the highest degree any does: "the three most affected departments".
    """
    is_highest = index == start + 1 and words.word(start) in lexicon.words["noun_degrees"]
    if not is_highest and (index != start or words.word(index) not in lexicon.words["noun_describing"]):
        return False
    function_words = lexicon.words["noun_ends noun_through"]
    for at in range(index + 1, index + LONGEST_THING):
        word = words.word(at)
        if not word.isalpha() or word in function_words or word in lexicon.nouns or words.raw[at][:1].isupper():
            return False
        if word.endswith(tuple(lexicon.words["noun_plural_endings"])):
            return not word.endswith(tuple(lexicon.words["noun_agents"]))
    return False


def _is_of_thing_before(words: Words, index: int, unknown: list[int], lexicon: Lexicon) -> bool:
    """Say whether a word is what the things before it do: "two camps housing refugees"; not "reception centres"."""
    endings, doing = tuple(lexicon.words["noun_plural_endings"]), tuple(lexicon.words["clause_present_endings"])
    is_doing = bool(doing) and words.word(index).endswith(doing)
    is_thing = unknown[-1:] == [index - 1] and words.raw[index - 1].islower()  # not "300 Tuaregs fleeing"
    return is_doing and is_thing and words.word(index - 1).endswith(endings)


def _is_bare(words: Words, index: int, start: int, lexicon: Lexicon) -> bool:
    """Say whether nothing is named: "12 and 3 injured", "50 of the village's 80 houses"."""
    if index == start:
        return words.word(index) in lexicon.words["and"]
    return words.word(index)[0].isdecimal() and words.word(start) in lexicon.words["of"]


def _without_noun(words: Words, start: int, unknown: list[int], alone_at: int, lexicon: Lexicon) -> Counting:
    named = [at for at in unknown if not alone_at or at < alone_at]
    first = start + (words.word(start) in lexicon.words["of"])
    while named[:1] == [first] and not _may_be_noun(words, named[-1], lexicon):
        named.pop()  # 133 locations set up, 250 relief camps run by, hundreds of shops run by
    if not named or not _may_be_noun(words, named[-1], lexicon):
        return Counting(start)
    is_name = all(words.raw[at][:1].isupper() for at in named) and named[0] > 0
    return Counting(named[-1] + 1, is_foreign=not is_name, is_name=is_name)


def _may_be_noun(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether an unknown word can be a noun behind a number; "went" cannot."""
    word, endings = words.word(index), tuple(lexicon.words["noun_plural_endings"])
    is_name = words.raw[index][:1].isupper()
    return is_name or not endings or word.endswith(endings) or word in lexicon.words["noun_things"]


def _ends(words: Words, index: int, start: int, unknown: list[int], lexicon: Lexicon) -> bool:
    word = words.word(index)
    if words.raw[index].isupper() and word in lexicon.words["noun_abbreviated"]:
        return False
    if word in lexicon.words["noun_ends"] or word[0].isdecimal() or word in lexicon.starters:
        return True
    if word in lexicon.words["of"]:
        return index > start and bool(unknown)
    if word in lexicon.words["and"]:
        is_named = bool(unknown) and not words.raw[unknown[-1]][:1].isupper() and _may_be_noun(words, unknown[-1], lexicon)
        is_listed = bool(lexicon.words["noun_plural_endings"]) and is_named  # "burnt several villages and forced residents out"
        last = index + 4 + 2 * (words.word(index + 2) == "-")  # straw and mud-thatched houses
        return is_listed or not any(words.word(at) in lexicon.nouns for at in range(index + 1, last))
    if word == "," and unknown and _goes_on_describing(words, index, lexicon):
        return False
    is_of_initials = word == "." and words.is_glued(index) and len(words.raw[index - 1]) == 1 and words.raw[index - 1].isupper()
    return not word.isalnum() and word not in PASSED and "'" not in word and not is_of_initials  # "20 U.S. soldiers"


def _goes_on_describing(words: Words, comma: int, lexicon: Lexicon) -> bool:
    """Say whether a comma only parts two words that describe the noun behind it: "desperate, hungry families"."""
    if not words.raw[comma - 1].islower() or _may_be_noun(words, comma - 1, lexicon):
        return False
    for at in range(comma + 1, comma + LONGEST_LISTED):
        word = words.word(at)
        if word in lexicon.nouns:
            return at > comma + 1
        is_joint = word in lexicon.words["and"] and at > comma + 1
        is_other = word in lexicon.words["noun_ends"] or word in lexicon.words["noun_through"] or word in lexicon.starters
        if not is_joint and (is_other or not word.isalpha() or words.raw[at] != word):
            return False
    return False


def _modifies(words: Words, index: int, cue_starts: dict[int, int], lexicon: Lexicon) -> bool:
    """Say whether a noun only describes the next one: refugee families, house fires, family members, settlers' houses."""
    following = words.word(index + 1)
    if following in lexicon.words["noun_filed"] and not words.word(index).endswith(tuple(lexicon.words["noun_plural_endings"])):
        return True  # 90,000 asylum claims; not "300 residents claim"
    if _is_verb(words, index + 1, cue_starts, lexicon) and not lexicon.nouns[words.word(index)].is_singular:
        return False  # 250 people shelter in schools
    if following in lexicon.nouns or (following in APOSTROPHES and words.word(index + 2) in lexicon.nouns):
        return not (_is_home(following, lexicon) and _are_taken_home(words, index, lexicon))
    if following in lexicon.words["and"] and words.word(index + 2) in lexicon.nouns and _is_home(words.word(index + 3), lexicon):
        return True  # 300 refugee and IDP homes
    is_people = words.word(index) in lexicon.nationals or words.raw[index][:1].isupper()
    if is_people and _is_adjective(words, index, cue_starts, lexicon):
        return True
    if (
        not lexicon.nouns[words.word(index)].is_singular
        or index + 1 in cue_starts
        or lexicon.numbers.get(words.word(index - 1)) == 1
    ):
        return False
    function_words = lexicon.words["noun_ends noun_through"]
    return following.isalpha() and following not in function_words


def _are_taken_home(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether people go to the home behind them and do not describe it: "took 600 people home"."""
    who, where = lexicon.nouns[words.word(index)], lexicon.nouns[words.word(index + 1)]
    return where.is_singular and not who.is_singular and who.unit in (Unit.PERSONS, Unit.HOUSEHOLDS)


def _is_adjective(words: Words, index: int, cue_starts: dict[int, int], lexicon: Lexicon) -> bool:
    """Say whether the name of a people describes things: "25 Lebanese villages"; not "25 Lebanese fled", "25 Syrians"."""
    endings, following = tuple(lexicon.words["noun_plural_endings"]), words.word(index + 1)
    if not endings or words.word(index).endswith(endings) or index + 1 in cue_starts or not following.endswith(endings):
        return False
    return following.isalpha() and following not in lexicon.words["noun_ends noun_through"]


def _is_verb(words: Words, index: int, cue_starts: dict[int, int], lexicon: Lexicon) -> bool:
    """Say whether a word that could be a noun opens the words of what people do: "shelter in"."""
    return cue_starts.get(index, 0) > index + 1 and words.word(index + 1) in lexicon.words["noun_ends"]


def _with_coordinates(words: Words, index: int, lexicon: Lexicon) -> Counting:
    """Return the noun with those joined to it: "women and children" is one group, "men, women and children" is everyone."""
    noun, head = lexicon.nouns[words.word(index)], words.word(index)
    groups, end = {noun.subgroup}, index + 1
    while (at := _next_coordinate(words, end, lexicon)) and lexicon.nouns[words.word(at)].unit is noun.unit:
        groups.add(lexicon.nouns[words.word(at)].subgroup)
        end = at + 1
    if len(groups) > 1:
        together = groups == {Subgroup.WOMEN, Subgroup.CHILDREN}
        noun = Noun(noun.unit, Subgroup.WOMEN_AND_CHILDREN if together else Subgroup.ALL, noun.is_actor, False)
    return Counting(end + (words.word(end) in lexicon.words["noun_behind"]), noun, head)


def _next_coordinate(words: Words, end: int, lexicon: Lexicon) -> int:
    """Return where the next noun of an enumeration stands, or 0."""
    at = end + (words.word(end) == ",")
    joined_at = at
    at += words.word(at) in lexicon.words["and"]
    if at == joined_at and words.word(at + 1) in lexicon.words["clause_telling"]:
        return 0  # "40 people, officials said"
    is_noun = words.word(at) in lexicon.nouns and all(lexicon.cues.at(words.normal, it) is None for it in (joined_at, at))
    return at if at > end and is_noun else 0
