"""Harm that befell others than those counted: a named victim, or someone of whom they speak or whose death they are held for."""

from etl.reading.cues import Found
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.nouns import APOSTROPHES
from etl.reading.tokens import Words

JOINTS = frozenset(",:;(")
FEWEST_OF_VICTIM = 3  # "the union leader"; "the killing of all those" counts them


def befell_another(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether words of harm are of others than those an item counts."""
    if _is_of_one_named(words, found, lexicon) or _has_another_victim(words, item, found, lexicon):
        return True
    if found.first < item.first and _has_harm_of_its_own(words, item, found, lexicon):
        return True
    if found.end == item.first and item.is_alone and _is_due_to_theirs(words, found, lexicon):
        return True
    return found.first >= item.end and (
        _are_other_bodies(words, item, found, lexicon)
        or _are_held_for_it(words, item, found, lexicon)
        or _speak_of_it(words, item, found, lexicon)
        or _is_of_another_clause(words, item, found, lexicon)
    )


def _are_other_bodies(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether bodies are named behind people who are others: "got 120 people out and saw beheaded bodies"."""
    bodies = lexicon.words["noun_of_bodies"]
    is_named = words.word(found.end - 1) in bodies or (not found.is_passive and words.word(found.end) in bodies)
    owner = words.word(found.first - 1)
    endings = tuple(lexicon.words["clause_possessive_endings"])
    is_theirs = owner in lexicon.words["noun_owners clause_relative"] or owner.endswith(endings)
    return is_named and not item.is_alone and not is_theirs


def _has_another_victim(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether "the murder of" names its victim before a number: "of the union leader. The crowd of 600"."""
    if words.word(found.end - 1) not in lexicon.words["of"] or found.first + 1 >= found.end:
        return False
    between = words.normal[found.end : item.first]
    if between[-1:] and between[-1] in lexicon.words["noun_owners noun_articles"]:
        between.pop()
    is_joined = between[-1:] != [] and (between[-1] in lexicon.words["and"] or between[-1] in JOINTS)
    return len(between) >= FEWEST_OF_VICTIM and not is_joined


def _has_harm_of_its_own(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a number behind "toll" has another harm right behind it: "toll rises to 17 injured, 1 dead"."""
    if lexicon.words["clause_tolls"].isdisjoint(words.normal[found.first : found.end]):
        return False
    own = lexicon.cues.at(words.normal, item.end + (words.word(item.end) in lexicon.words["clause_be"]))
    return own is not None and all(cue.measure not in {one.measure for one in found.cues} for cue in own[1])


def _is_due_to_theirs(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a bare number is what goes to others: "those of the injured 50,000", after 100,000 for kin of the dead."""
    article, of, kin = (words.word(found.first - back) for back in (1, 2, 3))
    is_of = of in lexicon.words["of"] and article in lexicon.words["noun_articles"]
    return is_of and kin in lexicon.words["clause_those noun_kin"]


def _is_of_one_named(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a death is that of one person: "her death", "the mayor's murder", "Varga death"; not "the killing of 12"."""
    if words.word(found.end - 1) not in lexicon.words["clause_one_death"]:
        return False
    before = found.first - 1
    owner = words.word(before)
    while words.word(before - 1) == "-" and words.is_glued(before - 1) and words.is_glued(before):
        before -= 2  # Said Xyz-ho
    is_owned = owner in lexicon.words["noun_owners"] | APOSTROPHES or owner.endswith(
        tuple(lexicon.words["clause_possessive_endings"])
    )
    first = before - 2 * (before > 1 and words.word(before - 1) == "-" and words.is_glued(before))  # Said Xyz-ho death
    is_named = before >= 0 and words.raw[first][:1].isupper() and words.raw[first][1:2].islower()
    is_after_name = is_named and words.word(found.end - 1) not in lexicon.words["clause_killing"]
    return is_owned or (is_after_name and words.raw[found.first][:1].islower() and owner not in lexicon.words["noun_articles"])


def _are_held_for_it(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether those counted are charged with it: "two men held over the murder"; not "accused of spying, were shot"."""
    return not found.is_passive and not lexicon.words["clause_accused"].isdisjoint(words.normal[item.end : found.first])


def _speak_of_it(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether those counted only tell of it: "two officials said he was killed"; not "300 are said to have died"."""
    verb = next((at for at in range(item.end, min(item.end + 2, found.first)) if words.word(at).isalpha()), None)
    if verb is None or words.word(verb) not in lexicon.words["clause_telling"]:
        return False
    return words.word(verb + 1) not in lexicon.words["to"] and words.word(verb - 1) not in lexicon.words["clause_be"]


def _is_of_another_clause(words: Words, item: Item, found: Found, lexicon: Lexicon) -> bool:
    """Say whether another did it or it befell others: "on the day he shot dead a man", "they want justice for those killed"."""
    before = words.word(found.first - 1)
    if before in lexicon.words["clause_doer"] and not found.is_passive:
        return True
    among = lexicon.words["clause_among of"]
    if before in lexicon.words["noun_articles"] and words.word(found.first - 2) not in among and found.end - found.first == 1:
        return True  # volunteers who buried the dead
    if before in lexicon.words["clause_those"] and words.word(found.first - 2) in lexicon.words["clause_on_behalf"]:
        return True
    between = words.normal[item.end : found.first]
    owned = next((between[at + 1 :] for at, word in enumerate(between) if word in lexicon.words["clause_whose"]), None)
    return bool(owned) and lexicon.words["noun_of_life noun_of_harm"].isdisjoint(owned or ())
