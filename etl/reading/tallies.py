"""Numbers told by the way: "9,000 people fled in May, bringing the total to 117,000" tells of the 9,000.

Where those before only go on from others ("another 5,000"), or are those of a day, the total is the news.
"""

from etl.reading.items import Item
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.spans import Span
from etl.reading.tokens import Words

N_WORDS_TO_GROUP, N_WORDS_TO_HOSTED = 10, 5
N_WORDS_TO_TOP = 3  # of "on top of the"
LONGEST_TALLY, N_WORDS_TO_TALLY = 16, 4  # words of "bringing the total number of people displaced by the war to"


def is_tally(words: Words, item: Item, last: Mention, sentence: Span, lexicon: Lexicon) -> bool:
    """Say whether words before a number make it what the one before it adds up to, comes on top of, or is the most since."""
    first = item.counted.first
    if not lexicon.words["clause_on_top"].isdisjoint(words.normal[max(0, first - N_WORDS_TO_TOP) : first]):
        return last.sentence == sentence
    if _is_of_a_time_before(words, first, lexicon) or (last.sentence == sentence and _is_all_of(words, item, last, lexicon)):
        return True
    near = range(first - 1, max(-1, first - LONGEST_TALLY), -1)
    opened = next((at for at in near if words.word(at) in lexicon.words["clause_adding"]), None)
    if opened is None or lexicon.words["clause_tally"].isdisjoint(words.normal[opened + 1 : opened + 1 + N_WORDS_TO_TALLY]):
        return False
    if last.is_part or last.counted.is_further or last.is_tally:
        return False
    value, before = item.counted.quantity.value, last.counted.quantity.value
    is_larger = value is None or before is None or value > before
    return is_larger and last.sentence == sentence and lexicon.words["clause_lately"].isdisjoint(words.normal[:opened])


def _is_of_a_time_before(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Say whether a number is only of the time since which the one before it is the most: "the most since war uprooted 4,000"."""
    superlatives = lexicon.words["clause_superlatives"]
    for at in range(first - 1, max(2, first - LONGEST_TALLY), -1):
        if words.word(at) in (",", ";"):
            return False
        if words.word(at) in lexicon.words["clause_since"]:
            return not superlatives.isdisjoint(words.normal[max(0, at - N_WORDS_TO_TALLY) : at])
    return False


def _is_all_of(words: Words, item: Item, last: Mention, lexicon: Lexicon) -> bool:
    """Say whether a number is of all of whom those before it are a group: "600 left, the first batch in the return of 9,000"."""
    first, value, before = item.counted.first, item.counted.quantity.fewest, last.counted.quantity.value
    groups = [at for at in range(max(1, first - N_WORDS_TO_GROUP), first) if words.word(at) in lexicon.words["clause_batches"]]
    opened = groups[-1] if groups else 0
    is_one = words.word(opened - 1) in lexicon.words["clause_ordinals"]
    is_of = not lexicon.words["of"].isdisjoint(words.normal[max(opened, last.counted.end) : first])
    return bool(groups) and is_one and is_of and before is not None and value > before


def hosted_before(words: Words, item: Item, lexicon: Lexicon) -> bool:
    """Say whether words before a number tell of those whom a place hosts already: "Tawila, which already shelters 652,000"."""
    near = words.normal[max(0, item.first - N_WORDS_TO_HOSTED) : item.first]
    return not (lexicon.words["clause_already"].isdisjoint(near) or lexicon.words["clause_hosting"].isdisjoint(near))
