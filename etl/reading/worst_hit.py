"""Those of the place with the most are among all counted right before: "9,000 were evacuated. Rono had the most evacuees, 4,000".

Only where the number before is of no place of its own, since the place with the most may be another one, and where no
other day or time is told of.
"""

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.spans import Span
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
    """Say whether a bare number goes on a list whose first one is a part: "Rono had the most, 4,000, and Mabu 2,000"."""
    is_next = bool(found) and found[-1].part_of is total and found[-1].sentence == one.sentence != total.sentence
    return is_next and one.is_alone


def _is_of_most(text: str, one: Mention, total: Mention, lexicon: Lexicon) -> bool:
    """Say whether the words before a number make its place the one with the most, and a total without a place its whole."""
    words = words_of(text, one.sentence, lexicon)
    start = total.counted.quantity.end if one.sentence == total.sentence else one.sentence.start
    at_number = next((at for at in range(len(words)) if words.starts[at] >= one.counted.quantity.start), len(words))
    before = [at for at in range(max(0, at_number - N_WORDS_TO_NUMBER), at_number) if words.starts[at] >= start]
    phrases = (lexicon.parts["of_most"], lexicon.parts["of_worst"])
    if not any(phrase.at(words.normal, at) for at in before for phrase in phrases):
        return False
    times = lexicon.words["clause_most_of_times months"] | lexicon.sections.get("weekdays", {}).keys()
    if any(words.word(at) in times for at in before):
        return False
    before_total = Span(total.sentence.start, max(total.sentence.start, min(total.sentence.end, start or total.sentence.end)))
    told = total.sentence if one.sentence != total.sentence else before_total
    return not names_place(words_of(text, told, lexicon), lexicon)
