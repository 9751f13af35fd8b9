"""Ordinary life: people also move house, return to work and camp at festivals. Words said of both need a sign of a crisis near.

Short texts are taken at their word, since whoever asks about one sentence has chosen it, unless they speak of tourists, fans,
elephants and the like.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from math import ceil

from etl.frozen import frozen
from etl.reading.cues import CASUALTIES
from etl.reading.fits import AFFECTED
from etl.reading.gate import Gate, every_lower_word, gate_of
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.phrases import Phrases, expanded, phrases_of
from etl.reading.spans import Span
from etl.reading.tokens import words_of
from etl.vocabulary import Subgroup, Term, Unit

N_SENTENCES_TO_JUDGE = 6
N_SENTENCES_NEAR = 2
SHARE_OF_A_CRISIS = 0.3
N_SENTENCES_OF_LEAD, FEWEST_IN_LEAD, SHARE_BEHIND_LEAD = 3, 2, 0.15  # where headline and lead tell of one, fewer will do
SIGNS, FICTION = "signs", "fiction"
TONES = ("ordinary", "illness", FICTION, "homelessness")
WITH_NOUN = "with a noun"
HURT_AND_DEAD = frozenset(CASUALTIES)  # told in two sentences that follow each other
WITHOUT_HOME = (Term.HOMELESS, Term.SHELTERED)
CASUALTIES_TOLD = frozenset((*CASUALTIES, WITH_NOUN))
OF_MOVES = ("new_displacement", "idps", "returns", "refugee_arrivals")
FEWEST_OF_ANIMALS, FEWEST_OF_OUTAGE = 3, 3
MANY = 200  # an age, a score or a number in a name is smaller
OF_STOCKS = ("refugees", "idps", "people_in_need")
FEWEST = 4
FEW = 12  # "the other three" without a noun are people the text knows, not a count of those who moved
FAR_IF_ALONE, FAR = 3.0, 5.8  # in a longer text, which tells a thing more than once, a cue so far away is more often wrong
FAR_IF_FEW = 1.5
FAR_OF_CASUALTIES, FAR_IF_BARE, FAR_BESIDE_SIGNS = 2.55, 2.0, 2.65


@frozen
class Tone:
    """What a sentence speaks of: where the signs of displacement or its causes stand, and whether of other things."""

    signs: tuple[Span, ...]
    is_ordinary: bool
    is_of_illness: bool
    is_fiction: bool
    is_of_homelessness: bool

    def has_sign_beside(self, cue: Span) -> bool:
        """Say whether a sign stands in the sentence that is not the cue itself."""
        return any(sign.end <= cue.start or cue.end <= sign.start for sign in self.signs)


TONELESS = Tone((), is_ordinary=False, is_of_illness=False, is_fiction=False, is_of_homelessness=False)


def of_ordinary_life(mentions: Sequence[Mention], tones: "Tones") -> list[Mention]:
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


@dataclass(frozen=True)
class Tones:
    """The tones of the sentences of a text, each found when it is first asked for."""

    text: str
    sentences: Sequence[Span]
    language: str

    @cached_property
    def _found(self) -> dict[int, Tone]:
        return {}

    def of(self, index: int) -> Tone:
        """Return the tone of a sentence."""
        if index not in self._found:
            self._found[index] = _tone(self.text, self.sentences[index], self.language)
        return self._found[index]

    def around(self, index: int, n_before: int, n_after: int) -> list[Tone]:
        """Return the tones of a sentence and of so many before and after it."""
        return [self.of(at) for at in range(max(0, index - n_before), min(index + n_after + 1, len(self.sentences)))]

    @cached_property
    def is_of_crisis(self) -> bool:
        """Whether so many sentences have signs of displacement or its causes that the text is about a crisis."""
        n_sentences = len(self.sentences)
        enough = ceil(SHARE_OF_A_CRISIS * n_sentences)
        if sum(map(self._has_strong_sign, range(min(N_SENTENCES_OF_LEAD, n_sentences)))) >= FEWEST_IN_LEAD:
            enough = ceil(SHARE_BEHIND_LEAD * n_sentences)
        with_signs = (at for at in range(n_sentences) if self.of(at).signs)
        return sum(1 for _ in islice(with_signs, enough)) == enough

    def _has_strong_sign(self, index: int) -> bool:
        """Say whether a sentence has a sign that stands in hardly any text about anything else."""
        weak = Lexicon.load(self.language).words["everyday_weak_signs"]
        return any(self.text[sign.start : sign.end].lower() not in weak for sign in self.of(index).signs)

    @cached_property
    def n_of_animals(self) -> int:
        """How many words of the text name wild animals or flocks."""
        wildlife = frozenset(Lexicon.load(self.language).sections["everyday"]["wildlife"])
        return sum(map(wildlife.__contains__, every_lower_word(self.text)))

    def n_of_fiction(self) -> int:
        """Return how many sentences speak of games, of fantasy or of scripture; only what holds a word of them is read."""
        gate = _gate(self.language, (FICTION,))
        held = (at for at, one in enumerate(self.sentences) if gate is None or gate.opens(self.text, one))
        return sum(self.of(at).is_fiction for at in held)

    def are_near(self, index: int) -> bool:
        """Say whether a sign stands in a sentence or beside it, or the text is about a crisis."""
        return any(tone.signs for tone in self.around(index, 1, 1)) or self.is_of_crisis

    def are_of_homelessness(self, index: int) -> bool:
        """Say whether the sentences near speak of homelessness as a lot, and of no event that made people homeless."""
        near = self.around(index, N_SENTENCES_NEAR, N_SENTENCES_NEAR)
        if not any(tone.is_of_homelessness for tone in near):
            return False
        signs = {self.text[sign.start : sign.end].lower() for tone in near for sign in tone.signs}
        return signs <= Lexicon.load(self.language).words["everyday_lots"]

    def is_everyday(self, mention: Mention) -> bool:
        """Say whether a cue is said of ordinary life too: in a longer text any movement whose words name no flight is."""
        if mention.is_everyday or mention.measure not in OF_MOVES or len(self.sentences) < N_SENTENCES_TO_JUDGE:
            return mention.is_everyday
        return not self.is_sure(mention)

    def is_sure(self, mention: Mention) -> bool:
        """Say whether the words of a cue are said of nothing but flight or loss of life; a language may not list them."""
        lexicon = Lexicon.load(self.language)
        sure = lexicon.words["everyday_sure"]
        if not sure:
            return True
        cue, sentence = mention.cue, mention.sentence
        is_inside = sentence.start <= cue.start and cue.end <= sentence.end  # a part has the cue of its total
        words = words_of(self.text, sentence if is_inside else cue, lexicon)
        first, end = (bisect_left(words.starts, at) for at in (cue.start, cue.end))
        return not sure.isdisjoint(words.normal[first:end])

    def is_left(self, mention: Mention) -> bool:
        """Say whether the word right before a number says what left so many dead: "killing 24"."""
        before = self.text[mention.sentence.start : mention.counted.quantity.start].split()
        return bool(before) and before[-1].lower() in Lexicon.load(self.language).words["everyday_left"]


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
    outages: frozenset[str] = frozenset(Lexicon.load(tones.language).sections.get("everyday", {}).get("outages", ()))
    near = tones.sentences[max(0, index - N_SENTENCES_NEAR) : index + N_SENTENCES_NEAR + 1]
    told = every_lower_word(tones.text[near[0].start : near[-1].end])
    return sum(map(outages.__contains__, told)) >= FEWEST_OF_OUTAGE


def _is_of_animals(mention: Mention, index: int, tones: Tones) -> bool:
    """Say whether a bare number of dead, or bodies, are those of animals that the text and the sentences beside it speak of."""
    lexicon = Lexicon.load(tones.language)
    wildlife: frozenset[str] = frozenset(lexicon.sections.get("everyday", {}).get("wildlife", ()))
    is_bare = mention.is_alone or not lexicon.words["noun_of_bodies"].isdisjoint(mention.cue.words(tones.text).lower().split())
    if not is_bare or mention.measure not in CASUALTIES or not wildlife:
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
    deadly: frozenset[str] = frozenset(lexicon.sections.get("everyday", {}).get("deadly", ()))
    told = every_lower_word(mention.cue.words(tones.text))
    if mention.measure not in CASUALTIES or lexicon.words["clause_tolls"].isdisjoint(told) or not deadly.isdisjoint(told):
        return False
    if any(tone.signs for tone in tones.around(index, N_SENTENCES_NEAR, N_SENTENCES_NEAR)):
        return False
    near = tones.sentences[max(0, index - N_SENTENCES_NEAR) : index + N_SENTENCES_NEAR + 1]
    return len(near) > 1 and bool(deadly) and deadly.isdisjoint(every_lower_word(tones.text[near[0].start : near[-1].end]))


def _tone(text: str, sentence: Span, language: str) -> Tone:
    gate = _gate(language, (SIGNS, *TONES))
    if gate is not None and not gate.opens(text, sentence):
        return TONELESS
    lexicon = Lexicon.load(language)
    words = words_of(text, sentence, lexicon)
    of_crisis = (_phrases(language, SIGNS), lexicon.causes)
    signs = [words.span(first, end) for phrases in of_crisis for first, end, _ in phrases.find(words.normal)]
    return Tone(tuple(signs), *(any(_phrases(language, name).find(words.normal)) for name in TONES))


@cache
def _gate(language: str, names: tuple[str, ...]) -> Gate | None:
    """Return the gate of the sentences that have a tone; None where letters are written onto words, which it cannot see."""
    lexicon = Lexicon.load(language)
    causes = lexicon.sections["causes"].values() if SIGNS in names else ()
    lists = [*causes, *(_patterns(language, name) for name in names)]
    phrases = (" ".join(words) for patterns in lists for pattern in patterns for words in expanded(pattern))
    common = lexicon.words["speech_verbs"].union(lexicon.sections["detection"]["common"])
    return None if lexicon.prefixes else gate_of(phrases, common)


@cache
def _phrases(language: str, name: str) -> Phrases[bool]:
    return phrases_of((pattern, True) for pattern in _patterns(language, name))


def _patterns(language: str, name: str) -> list[str]:
    """Return a list of `[everyday]`; a language may leave it out."""
    patterns: list[str] = Lexicon.load(language).sections.get("everyday", {}).get(name, [])
    return patterns
