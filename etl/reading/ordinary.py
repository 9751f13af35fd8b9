"""Ordinary life: people also move house, return to work and camp at festivals. Words said of both need a sign of a crisis near.

Short texts are taken at their word: whoever asks about one sentence has chosen it.
"""

from bisect import bisect_right
from collections.abc import Sequence

from etl.reading.lexicon import Lexicon
from etl.reading.mentions import Mention
from etl.reading.spans import Span
from etl.reading.tokens import words_of

N_SENTENCES_TO_JUDGE = 6
N_SENTENCES_NEAR = 2
SHARE_OF_A_CRISIS = 0.3


def of_ordinary_life(text: str, sentences: Sequence[Span], mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the mentions whose words are also said of ordinary life, and which nothing near them shows to be of a crisis."""
    doubtful = [mention for mention in mentions if mention.is_everyday]
    if not doubtful or len(sentences) < N_SENTENCES_TO_JUDGE:
        return []
    signs = [_is_sign(text, sentence, lexicon) for sentence in sentences]
    if sum(signs) >= SHARE_OF_A_CRISIS * len(signs):
        return []
    starts = [sentence.start for sentence in sentences]
    at = [bisect_right(starts, mention.sentence.start) - 1 for mention in doubtful]
    return [one for one, index in zip(doubtful, at, strict=True) if not any(signs[_from(index) : index + N_SENTENCES_NEAR + 1])]


def _from(index: int) -> int:
    return max(0, index - N_SENTENCES_NEAR)


def _is_sign(text: str, sentence: Span, lexicon: Lexicon) -> bool:
    """Say whether a sentence speaks of displacement, or of what displaces people."""
    normal = words_of(text, sentence, lexicon).normal
    return any(True for _ in lexicon.signs.find(normal)) or any(True for _ in lexicon.causes.find(normal))
