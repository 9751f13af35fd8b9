"""Words that say many and give no number: "multiple families were evacuated". They are no figure, and a problem says so."""

from etl.reading.cues import find_cues
from etl.reading.gate import lower_words
from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.links import links_of
from etl.reading.mention import Unread
from etl.reading.nouns import counting_at
from etl.reading.quantities import Counted
from etl.reading.spans import Quantity, Span
from etl.reading.tokens import words_of
from etl.vocabulary import MEASURES, Quantifier, Unit

NO_NUMBER = "many are told of, and no number is given"
FARTHEST_NOUN = 60  # letters
MARKS = ".,;:!?()\"'’”"
COUNTED = (Unit.PERSONS, Unit.HOUSEHOLDS, Unit.BUILDINGS)


def _may_tell(text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Say whether a noun stands near one of the words that say many: a glance that spares most sentences being read."""
    held = lexicon.words["unnumbered_signs"] & lower_words(text, sentence)
    if not held:
        return False
    plain = sentence.words(text).lower()
    signs = (plain.find(word) for word in held)
    near = (plain[at : at + FARTHEST_NOUN].split() for at in signs if at >= 0)
    return any(word.strip(MARKS) in lexicon.nouns for words in near for word in words)


def told_without_number(text: str, sentence: Span, lexicon: Lexicon) -> list[Unread]:
    """Return those who fled, died or the like in a sentence without figures, where words such as "numerous" count them."""
    if not _may_tell(text, sentence, lexicon):
        return []
    words = words_of(text, sentence, lexicon)
    found = list(lexicon.unnumbered.find(words.normal))
    cues = find_cues(words, lexicon) if found else []
    starts = {cue.first: cue.end for cue in cues}
    told = []
    for first, end, _ in found if cues else ():
        counting = counting_at(words, end, starts, {}, lexicon)
        if counting.noun is None or counting.noun.is_singular or counting.noun.unit not in COUNTED:
            continue
        span = words.span(first, end)
        item = Item(Counted(first, end, Quantity(span.start, span.end, "plural_1", Quantifier.VAGUE)), counting)
        link = links_of(words, [item], cues, lexicon)[0]
        if link is not None and link.cue.measure in MEASURES and not link.found.is_everyday and link.cue.measure != "population":
            told.append(Unread(item.counted, sentence, NO_NUMBER, counting.noun.unit))
    return told
