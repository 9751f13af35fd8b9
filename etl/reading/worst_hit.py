"""Those of the place with the most are among all counted right before: "9,000 were evacuated. Rono had the most evacuees, 4,000".

Of fewer people in the place with the highest number no other reading is left. A place that is only hit the hardest can be
another one than was told of before, so it is a part only of a number that names no place of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.stays import names_place
from etl.reading.sums import DISPLACED
from etl.reading.tokens import words_of
from etl.vocabulary import Modality

N_WORDS_TO_NUMBER = 20


def with_worst_hit(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the mentions in their order, those of the places with the most as parts of the total before them."""
    found: list[Mention] = []
    total: Mention | None = None
    for one in mentions:
        if total is not None and _is_part(text, one, total, found, lexicon):
            found.append(replace(one, is_part=True, part_of=total))
            continue
        if _may_be_total(one):
            total = one
        found.append(one)
    return found


def _is_part(text: str, one: Mention, total: Mention, found: Sequence[Mention], lexicon: Lexicon) -> bool:
    if not _is_behind(text, one, total) or not _is_among(one, total, found):
        return False
    return _is_listed(one, total, found) or _is_of_most(text, one, total, lexicon)


def _may_be_total(mention: Mention) -> bool:
    is_told = mention.modality is Modality.ASSERTED and mention.counted.quantity.value is not None
    return mention.measure in DISPLACED and not mention.is_part and is_told


def _is_behind(text: str, one: Mention, total: Mention) -> bool:
    """Say whether a number stands in the sentence of another one or in the next."""
    return one.sentence == total.sentence or not text[total.sentence.end : one.sentence.start].strip()


def _is_among(one: Mention, total: Mention, found: Sequence[Mention]) -> bool:
    """Say whether those counted can be some of a total, next to its other parts: the same unit, and no more than it."""
    value, whole = one.counted.quantity.value, total.counted.quantity.value
    if not _may_be_total(one) or value is None or whole is None or one.unit is not total.unit or one.counted.is_further:
        return False
    return value + sum(part.counted.quantity.value or 0 for part in found if part.part_of is total) <= whole


def _is_listed(one: Mention, total: Mention, found: Sequence[Mention]) -> bool:
    """Say whether a number goes on a list whose first one is a part: "Rono had the most, 4,000, followed by Mabu with 2,000"."""
    return bool(found) and found[-1].part_of is total and found[-1].sentence == one.sentence != total.sentence


def _is_of_most(text: str, one: Mention, total: Mention, lexicon: Lexicon) -> bool:
    """Say whether the words before a number make its place the one with the most."""
    words = words_of(text, one.sentence, lexicon)
    start = total.counted.quantity.end if one.sentence == total.sentence else one.sentence.start
    at_number = next((at for at in range(len(words)) if words.starts[at] >= one.counted.quantity.start), len(words))
    before = [at for at in range(max(0, at_number - N_WORDS_TO_NUMBER), at_number) if words.starts[at] >= start]
    most = next((at for at in before if lexicon.parts["of_most"].at(words.normal, at)), None)
    if most is not None:
        return lexicon.words["clause_most_of_times"].isdisjoint(words.normal[most:at_number])
    is_worst = any(lexicon.parts["of_worst"].at(words.normal, at) for at in before)
    return is_worst and not names_place(words_of(text, total.sentence, lexicon), lexicon)
