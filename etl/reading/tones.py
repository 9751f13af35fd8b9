"""Tones: what the sentences of a text speak of, a crisis, ordinary life, illness or fiction, by words that are their signs."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from math import ceil

from etl.frozen import frozen
from etl.reading.gate import Gate, every_lower_word, gate_of
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.phrases import Phrases, expanded, phrases_of
from etl.reading.spans import Span
from etl.reading.tokens import words_of

N_SENTENCES_TO_JUDGE = 6
N_SENTENCES_NEAR = 2
SHARE_OF_A_CRISIS = 0.3
N_SENTENCES_OF_LEAD, FEWEST_IN_LEAD, SHARE_BEHIND_LEAD = 3, 2, 0.15  # where headline and lead tell of one, fewer will do
SIGNS, FICTION = "signs", "fiction"
TONES = ("ordinary", "illness", FICTION, "homelessness")
OF_MOVES = ("new_displacement", "idps", "returns", "refugee_arrivals")


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
    def words(self) -> list[str]:
        """Every word of the text in lower case."""
        return every_lower_word(self.text)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the text in lower case, each once."""
        return frozenset(self.words)

    @cached_property
    def n_of_animals(self) -> int:
        """How many words of the text name wild animals or flocks."""
        return sum(map(Lexicon.load(self.language).words["everyday_wildlife"].__contains__, self.words))

    def n_of_fiction(self) -> int:
        """Return how many sentences speak of games, of fantasy or of scripture; only what holds a word of them is read."""
        gate = _gate(self.language, (FICTION,))
        if gate is not None and gate.words.isdisjoint(self.vocabulary):
            return 0
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
