"""Ordinary life: people also move house, return to work and camp at festivals. Words said of both need a sign of a crisis near.

Short texts are taken at their word, since whoever asks about one sentence has chosen it, unless they speak of tourists, fans,
elephants and the like.
"""

from bisect import bisect_right
from collections.abc import Sequence

from etl.reading.cues import CASUALTIES
from etl.reading.fits import AFFECTED
from etl.reading.gate import every_lower_word
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.tones import N_SENTENCES_NEAR, N_SENTENCES_TO_JUDGE, OF_MOVES, Tones
from etl.vocabulary import Subgroup, Term, Unit

WITH_NOUN = "with a noun"
HURT_AND_DEAD = frozenset(CASUALTIES)  # told in two sentences that follow each other
WITHOUT_HOME = (Term.HOMELESS, Term.SHELTERED)
CASUALTIES_TOLD = frozenset((*CASUALTIES, WITH_NOUN))
FEWEST_OF_ANIMALS, FEWEST_OF_OUTAGE = 3, 3
MANY = 200  # an age, a score or a number in a name is smaller
OF_STOCKS = ("refugees", "idps", "people_in_need")
FEWEST = 4
FEW = 12  # "the other three" without a noun are people the text knows, not a count of those who moved
FAR_IF_ALONE, FAR = 3.0, 5.8  # in a longer text, which tells a thing more than once, a cue so far away is more often wrong
FAR_IF_FEW = 1.5
FAR_OF_CASUALTIES, FAR_IF_BARE, FAR_BESIDE_SIGNS = 2.55, 2.0, 2.65


def of_ordinary_life(mentions: Sequence[Mention], tones: Tones) -> list[Mention]:
    """Return the mentions whose words are also said of ordinary life, and which nothing near them shows to be of a crisis."""
    if not mentions:
        return []
    starts = [sentence.start for sentence in tones.sentences]
    at = [bisect_right(starts, mention.sentence.start) - 1 for mention in mentions]
    measures: dict[int, set[str]] = {}
    for one, index in zip(mentions, at, strict=True):
        measures.setdefault(index, set()).update(
            (one.measure,) if one.is_alone or one.measure not in CASUALTIES else (one.measure, WITH_NOUN)
        )
    told = {index for index, found in measures.items() if len(found & CASUALTIES_TOLD) > 1 or not found.isdisjoint(OF_MOVES)}
    told |= {index for index in measures if measures[index] | measures.get(index + 1, set()) >= HURT_AND_DEAD}
    ordinary = []
    for one, index in zip(mentions, at, strict=True):
        is_supported = not told.isdisjoint(range(index - N_SENTENCES_NEAR, index + N_SENTENCES_NEAR + 1))
        if _is_ordinary(one, index, tones) or _is_doubtful(one, index, tones, is_supported=is_supported):
            ordinary.append(one)
    return ordinary


def _most(mention: Mention) -> int:
    """Return the most people that the words of a number claim; where they leave it open, the number itself."""
    interval = mention.counted.quantity.interval
    return interval.high or interval.value or interval.low or FEW + 1


def _is_doubtful(mention: Mention, index: int, tones: Tones, *, is_supported: bool) -> bool:
    """Say whether in a longer text a number is too small, too bare or too far from a sign of a crisis to be a count of people."""
    if mention.part_of or len(tones.sentences) < N_SENTENCES_TO_JUDGE:
        return False
    own = tones.of(index)
    has_sign = own.has_sign_beside(mention.cue)
    if mention.measure in CASUALTIES:
        is_many = mention.counted.is_digits and _most(mention) >= MANY
        is_sure = has_sign or is_supported or is_many or tones.is_sure(mention) or tones.is_left(mention)
        is_headline = index == 0 and mention.cost == 0  # "Two dead, 60 rescued as boat sinks"
        return mention.is_alone and not (is_sure or is_headline or tones.is_of_crisis)
    is_few = mention.unit is Unit.PERSONS and _most(mention) <= FEW
    if is_few and (mention.measure in OF_STOCKS or (mention.measure in OF_MOVES and mention.is_alone)):
        return True
    if is_few and mention.measure in OF_MOVES and (own.is_ordinary or (_most(mention) <= FEWEST and mention.cost > FAR_IF_FEW)):
        return True  # two suspects who fled
    if mention.measure not in OF_MOVES or not tones.is_everyday(mention):
        return False
    if mention.subgroup is Subgroup.MEN or (is_few and (not has_sign or _most(mention) <= FEWEST)):
        return True  # where only men "left", a history counts soldiers
    if mention.cost > (FAR_IF_BARE if mention.is_alone else FAR_IF_ALONE if not has_sign else FAR_BESIDE_SIGNS):
        return True
    return mention.is_alone and not (has_sign or tones.are_near(index))


def _is_ordinary(mention: Mention, index: int, tones: Tones) -> bool:
    """Say whether the sentence speaks of ordinary life or fiction, or the sentences around it know no crisis."""
    own, n_sentences = tones.of(index), len(tones.sentences)
    if mention.term in WITHOUT_HOME and tones.are_of_homelessness(index):
        return True
    if _is_outage(mention, index, tones) or _is_toll_of_things(mention, index, tones) or _is_of_animals(mention, index, tones):
        return True
    is_everyday = tones.is_everyday(mention)
    farthest = FAR_IF_ALONE if is_everyday and not own.has_sign_beside(mention.cue) else FAR
    is_far = mention.cost > (FAR_OF_CASUALTIES if mention.measure in CASUALTIES else farthest)
    if own.is_fiction or (is_far and n_sentences >= N_SENTENCES_TO_JUDGE):
        return True
    if own.has_sign_beside(mention.cue):
        return False
    if mention.measure in CASUALTIES and any(tone.is_of_illness for tone in tones.around(index, 1, 0)):
        return True
    if not is_everyday:
        return False
    if own.is_ordinary:
        return True
    near = tones.around(index, N_SENTENCES_NEAR, N_SENTENCES_NEAR)
    is_foreign = n_sentences >= N_SENTENCES_TO_JUDGE or any(tone.is_ordinary for tone in near)
    if not is_foreign or any(tone.signs for tone in near):
        return False
    return not tones.is_of_crisis


def _is_outage(mention: Mention, index: int, tones: Tones) -> bool:
    """Say whether homes are only said to be affected where the sentences around them speak of power cuts."""
    if mention.unit is not Unit.BUILDINGS or mention.cue.words(tones.text).lower() != AFFECTED:
        return False
    outages = Lexicon.load(tones.language).words["everyday_outages"]
    near = tones.sentences[max(0, index - N_SENTENCES_NEAR) : index + N_SENTENCES_NEAR + 1]
    told = every_lower_word(tones.text[near[0].start : near[-1].end])
    return sum(map(outages.__contains__, told)) >= FEWEST_OF_OUTAGE


def _is_of_animals(mention: Mention, index: int, tones: Tones) -> bool:
    """Say whether a bare number of dead, or bodies, are those of animals that the text and the sentences beside it speak of."""
    lexicon = Lexicon.load(tones.language)
    wildlife = lexicon.words["everyday_wildlife"]
    is_bare = mention.is_alone or not lexicon.words["noun_of_bodies"].isdisjoint(mention.cue.words(tones.text).lower().split())
    if not is_bare or mention.measure not in CASUALTIES or not tones.n_of_animals:
        return False
    is_told_behind = mention.is_alone and mention.counted.quantity.end <= mention.cue.start
    before = tones.text[mention.sentence.start : mention.counted.quantity.start]
    if is_told_behind and not wildlife.isdisjoint(every_lower_word(before)):
        return True  # he moved 1,800 sheep; 60 drowned
    if tones.n_of_animals < FEWEST_OF_ANIMALS:
        return False
    near = tones.sentences[max(0, index - N_SENTENCES_NEAR) : index + N_SENTENCES_NEAR + 1]
    return not wildlife.isdisjoint(every_lower_word(tones.text[near[0].start : near[-1].end]))


def _is_toll_of_things(mention: Mention, index: int, tones: Tones) -> bool:
    """Say whether a toll is of things: no word around it tells of the dead or of what kills, as where banks failed."""
    lexicon = Lexicon.load(tones.language)
    deadly = lexicon.words["everyday_deadly"]
    told = every_lower_word(mention.cue.words(tones.text))
    if mention.measure not in CASUALTIES or lexicon.words["clause_tolls"].isdisjoint(told) or not deadly.isdisjoint(told):
        return False
    if any(tone.signs for tone in tones.around(index, N_SENTENCES_NEAR, N_SENTENCES_NEAR)):
        return False
    near = tones.sentences[max(0, index - N_SENTENCES_NEAR) : index + N_SENTENCES_NEAR + 1]
    return len(near) > 1 and bool(deadly) and deadly.isdisjoint(every_lower_word(tones.text[near[0].start : near[-1].end]))
