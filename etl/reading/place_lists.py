"""Which of several places a number is of: a list that only adds areas near by to its first place speaks of the first."""

import re
from collections.abc import Sequence
from typing import Final

from etl.reading.context import around, inside
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.spans import PlaceMention

WORDS: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
MARKS: Final = frozenset(", ")


def first_of_several(
    text: str, mention: Mention, place: PlaceMention, places: Sequence[PlaceMention], lexicon: Lexicon
) -> PlaceMention:
    """Return the first place of the list that a place before a number ends, where the list adds areas near by to it.

    "Idlib and nearby areas of Aleppo are home to three million"; else the place itself.
    """
    if place.is_inferred or place.end > around(mention).start:
        return place
    first, is_annexed = place, False
    for before in reversed([one for one in inside(places, mention.sentence) if one.end <= place.start and one.area_code]):
        between = text[before.end : first.start].lower()
        words = frozenset(WORDS.findall(between))
        annexed, rest = words & lexicon.words["clause_annexed"], words - lexicon.words["clause_annexed"]
        if not rest <= lexicon.words["clause_annexing"] or not frozenset(WORDS.sub("", between)) <= MARKS:
            break
        first, is_annexed = before, is_annexed or bool(annexed)
    return first if is_annexed else place
