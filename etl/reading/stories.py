"""Stories: novels, games and scripture tell of people who were killed and fled too, and report none of them.

A story shows by its words: it speaks of him, of her and of me all the time, and hardly ever says in which year, month or
week. A text that is about a crisis is none, whoever tells it.
"""

import re
from collections.abc import Sequence
from typing import Final

from etl.reading.gate import LETTERS
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.tones import SHARE_OF_A_CRISIS, Tones

N_SENTENCES_OF_STORY: Final = 8
N_WORDS_OF_STORY: Final = 300  # fewer words may speak of one person by chance: the widow of a man shot dead
SHARE_OF_PERSONS: Final = 0.055  # of the words of a report 3 in 100 are pronouns, of those of a novel 8
SHARE_OF_DATES: Final = 0.002
FEWEST_FICTIONAL, SHARE_OF_FICTION = 2, 0.1
MANY_COUNTED: Final = 1000  # so large a number in digits is no storyteller's
YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def told_in_story(mentions: Sequence[Mention], tones: Tones) -> list[Mention]:
    """Return the mentions of a story; one known by its pronouns alone may still report large numbers in digits."""
    if not mentions or len(tones.sentences) < N_SENTENCES_OF_STORY:
        return []
    if _is_fictional(tones):
        return list(mentions)
    if not _is_told(tones) or tones.is_of_crisis:
        return []
    return [one for one in mentions if not (one.counted.is_digits and one.counted.quantity.fewest >= MANY_COUNTED)]


def _is_fictional(tones: Tones) -> bool:
    """Say whether so many sentences have words of games, of fantasy or of scripture; more of them where it tells of a crisis."""
    n_fictional = tones.n_of_fiction()
    if n_fictional < FEWEST_FICTIONAL:
        return False
    share = SHARE_OF_A_CRISIS if tones.is_of_crisis else SHARE_OF_FICTION
    return n_fictional >= share * len(tones.sentences)


def _is_told(tones: Tones) -> bool:
    """Say whether a text speaks of persons as much as a story does, and of days and years as little."""
    text, words, lexicon = tones.text, tones.words, Lexicon.load(tones.language)
    n_persons = sum(map(lexicon.words["everyday_persons"].__contains__, words))
    if len(words) < N_WORDS_OF_STORY or not n_persons or n_persons < SHARE_OF_PERSONS * len(words):
        return False
    days = lexicon.sections.get("weekdays", {}).keys() | lexicon.words["months"]
    n_days = sum(word[:1].isupper() and word.lower() in days for word in LETTERS.findall(text))
    n_dates = n_days + sum(1 for _ in YEAR.finditer(text))
    return bool(n_dates < SHARE_OF_DATES * len(words))
