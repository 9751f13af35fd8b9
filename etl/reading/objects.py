"""Verbs and their objects: in "two agents killed a settler" no agent was killed."""

from etl.reading.cues import CASUALTIES, Found
from etl.reading.lexicon import Lexicon
from etl.reading.tokens import Words
from etl.vocabulary import Unit


def may_have_object(found: Found) -> bool:
    """Say whether a verb can have an object behind it, so that those before it are not its number: "displaced", not "fled"."""
    sides = {cue.side for cue in found.cues}
    return not found.is_passive and (found.is_weak or "either" in sides or {"before", "after"} <= sides)


def _is_named(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a name stands right behind a verb: "two agents killed Naji Xyz"; not "killed Monday" or a headline."""
    if found.end >= len(words) or not words.raw[found.first].islower():
        return False
    name, word = words.raw[found.end], words.word(found.end)
    is_time = word in lexicon.words["months"] or word in lexicon.sections.get("weekdays", {})
    return name[:1].isupper() and name[1:].islower() and not is_time and word not in lexicon.words["noun_ends"]


def has_own_object(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a verb of harm has an object of its own, no number, so that those before it did it: "killed a settler"."""
    is_harm = any(cue.measure in CASUALTIES for cue in found.cues)
    if not is_harm or found.is_passive:
        return False
    noun = lexicon.nouns.get(words.word(found.end))
    if noun is not None and noun.unit is Unit.PERSONS and not noun.is_singular:
        return True  # killed civilians
    return _is_named(words, found, lexicon) or (
        words.word(found.end) in lexicon.words["clause_object"]
        and words.word(found.end + 1) not in lexicon.words["clause_not_object"]
    )
