"""What befell people may stand in the next sentence: "The victims now number 40,136. They are housed in 262 relief centres".

Only where a pronoun opens it and it has no number of people of its own; the figure says so and is not surely known.
"""

from collections.abc import Sequence

from etl.reading.cues import Found, find_cues
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention, Unread
from etl.reading.modality import find_marks, modality_of
from etl.reading.spans import Span
from etl.reading.tokens import Words, words_of
from etl.vocabulary import Modality

IDPS = "idps"
TOLD_NEXT = "what befell them is told in the next sentence"
N_WORDS_TO_VERB = 6
COST = 1.0


def told_next(text: str, lacking: Sequence[Unread], sentence: Span, lexicon: Lexicon) -> tuple[Unread, Mention] | None:
    """Return the number of the sentence before that lacks a measure, with the one that this sentence gives it, or None."""
    if len(lacking) != 1 or not lacking[0].is_unmeasured or text[lacking[0].sentence.end : sentence.start].strip():
        return None
    number, words = lacking[0], words_of(text, sentence, lexicon)
    found = _staying(words, lexicon) if _goes_on(words, lexicon) and not _are_others(text, number, lexicon) else None
    if found is None or number.unit is None:
        return None
    cue = next(cue for cue in found.cues if cue.measure == IDPS)
    mention = Mention(
        number.counted,
        cue.measure,
        cue.term,
        number.unit,
        number.subgroup,
        Modality.ASSERTED,
        COST,
        number.sentence,
        Span(number.counted.quantity.start, number.counted.quantity.end),
        note=TOLD_NEXT,
        is_everyday=found.is_everyday,
    )
    return number, mention


def _goes_on(words: Words, lexicon: Lexicon) -> bool:
    """Say whether a sentence opens with those of the one before: "they", "all of them"; not "all schools", "those in camps"."""
    if words.word(0) in lexicon.words["clause_they"]:
        return True
    verbs = lexicon.words["clause_be clause_have of"]
    return words.word(0) in lexicon.words["clause_these"] and words.word(1) in verbs


def _are_others(text: str, number: Unread, lexicon: Lexicon) -> bool:
    """Say whether a number counts soldiers, guests and the like, or for how many there is room."""
    start, end = number.counted.quantity.start, number.counted.quantity.end
    before, behind = text[:start].lower().split()[-1:], text[end : number.sentence.end].lower().split()[:1]
    others = lexicon.words["noun_from_abroad noun_at_work noun_of_groups"]
    told = text[number.sentence.start : start].lower().split()
    has_actor = any(word in lexicon.nouns and lexicon.nouns[word].is_actor for word in told)
    is_for = not lexicon.words["clause_on_behalf"].isdisjoint(before)
    return is_for or has_actor or not (others.isdisjoint(behind) and lexicon.words["clause_troops"].isdisjoint(told))


def _staying(words: Words, lexicon: Lexicon) -> Found | None:
    """Return the words that tell where those of the sentence before stay, right behind its first words, where it is so."""
    found = next((one for one in find_cues(words, lexicon) if one.first <= N_WORDS_TO_VERB), None)
    if found is None or all(cue.measure != IDPS or cue.side == "after" for cue in found.cues):
        return None
    between = set(words.normal[1 : found.first])
    through = lexicon.words["clause_be clause_have clause_adverbs of"]
    if between - through - lexicon.words["clause_them"] - lexicon.words["clause_these"] - lexicon.words["clause_still"]:
        return None
    behind = words.word(found.end)
    if behind[:1].isdecimal() or behind in lexicon.nouns.keys() | lexicon.starters | lexicon.words["noun_articles"]:
        return None  # they are sheltering thousands
    marks = find_marks(words, lexicon)
    told = modality_of(words, marks, first=0, end=1, cue_first=found.first, cue_end=found.end, lexicon=lexicon)
    return found if told is Modality.ASSERTED else None
