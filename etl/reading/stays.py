"""Those who stay somewhere are among those who left, told right before: "13,000 were evacuated; 1,100 are in centres".

Where another place or another time is told of them they may be others, and keep a number of their own.
"""

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.cues import WHERE_THEY_STAY
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.sums import DISPLACED
from etl.reading.tokens import Words, words_of
from etl.vocabulary import Modality, Quantifier, Term

LEFT = frozenset(term.value for term in (Term.DISPLACED, Term.EVACUATED, Term.FORCED_TO_FLEE, Term.RELOCATED, Term.HOMELESS))


def with_stays(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the mentions in their order, those who stay in shelters as parts of those who left, right before them."""
    if lexicon.prefixes:
        return list(mentions)  # a script without capitals shows no names
    found: list[Mention] = []
    total: Mention | None = None
    last = 0
    for one in mentions:
        if total is not None and text[last : one.sentence.start].strip():
            total = None  # another sentence stands between
        if total is not None and _is_among(one, total) and not _is_elsewhere(text, one, total, lexicon):
            found.append(replace(one, is_part=True, part_of=total))
            last = one.sentence.end
            continue
        if one.measure in DISPLACED and not one.is_part:
            total = one if one.term in LEFT and one.modality is Modality.ASSERTED and one.counted.quantity.value else None
            last = one.sentence.end
        found.append(one)
    return found


def _is_among(one: Mention, total: Mention) -> bool:
    """Say whether those who stay can be some of those who left: fewer of the same unit, and told as still there."""
    quantity, whole = one.counted.quantity, total.counted.quantity.value or 0
    most = quantity.interval.high if quantity.quantifier is Quantifier.VAGUE else quantity.value
    is_staying = one.measure == "idps" and one.term in WHERE_THEY_STAY and one.modality is Modality.ASSERTED
    is_staying = is_staying and not one.counted.is_further
    return is_staying and not one.is_part and one.unit is total.unit and most is not None and most < whole


def _is_elsewhere(text: str, one: Mention, total: Mention, lexicon: Lexicon) -> bool:
    """Say whether those who stay are told of as of another place or another time than those who left."""
    words, start = words_of(text, one.sentence, lexicon), total.counted.quantity.end
    told = total.sentence.words(text) if total.sentence != one.sentence else text[total.sentence.start : start]
    behind = [at for at in range(len(words)) if words.starts[at] > start]
    if any(
        words.word(at) in lexicon.words["clause_then_again"] for at in behind if words.starts[at] < one.counted.quantity.start
    ):
        return True
    return any(words.raw[at] not in told for at in behind if _is_place(words, at, lexicon))


def names_place(words: Words, lexicon: Lexicon) -> bool:
    """Say whether words name a place where something is: "in Rono"."""
    return any(_is_place(words, at, lexicon) for at in range(1, len(words)))


def _is_place(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Say whether a name stands behind a preposition of place."""
    before = at - 1 - (words.word(at - 1) in lexicon.words["noun_articles"])
    is_named = words.raw[at][:1].isupper() and words.word(at) not in lexicon.words["months"]
    return is_named and words.word(before) in lexicon.words["clause_within clause_living_in"]
