"""The words of speech of one language, compiled from `[speech]` of its lexicon."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from etl.reading.gate import Gate
from etl.reading.lexicon import Lexicon
from etl.reading.scanning import Scanner, Scanners, choice, gate_of_patterns, together

INVERTED, VERBS, PARTICIPLES = range(3)  # in the order in which they take what stands before or after them
CUES = (("inverted",), ("verbs", "nouns_too"), ("participles",))


@dataclass(frozen=True)
class SpeechWords:
    """The words of speech of one language, compiled from its lexicon. `cues` are those of CUES, each by its place there."""

    gate: Gate
    cues: Scanners
    sure_verbs: re.Pattern[str]
    known_only: re.Pattern[str]
    pronouns: re.Pattern[str]
    heads: Scanner
    spokes: re.Pattern[str]
    appositive: re.Pattern[str]
    openers: re.Pattern[str]
    clause: re.Pattern[str]
    passive: re.Pattern[str]
    by: re.Pattern[str]
    that: re.Pattern[str]
    someone: re.Pattern[str]
    name_prefixes: tuple[tuple[str, str], ...]
    kinds: Mapping[str, str]
    end: re.Pattern[str]


@lru_cache
def speech_words(language: str) -> SpeechWords:
    """Return the compiled words of a language."""
    lexicon = Lexicon.load(language).sections
    section: dict[str, Any] = lexicon["speech"]

    def words_of(*names: str) -> Scanner:
        words = sorted((word for name in names for word in section[name]), key=len, reverse=True)
        return choice([word.replace(" ", r"\s+") for word in words], before=r"(?<![\w'’-])", after=r"(?![\w-])")

    every = (word for names in CUES for name in names for word in section[name])
    return SpeechWords(
        gate=gate_of_patterns(every, lexicon["detection"]["common"]),
        cues=together([words_of(*names) for names in CUES]),
        sure_verbs=words_of("verbs").whole,
        known_only=words_of("known_only").whole,
        pronouns=re.compile(words_of("pronouns").whole.pattern + r"\Z", re.IGNORECASE),
        heads=words_of("heads"),
        spokes=re.compile(section["spokes"], re.IGNORECASE),
        appositive=re.compile(section["appositive"]),
        openers=re.compile(section["openers"], re.IGNORECASE),
        clause=re.compile(section["clause"], re.IGNORECASE),
        name_prefixes=tuple((prefix, article) for prefix, article in section.get("name_prefixes", ())),
        kinds=section.get("kinds", {}),
        someone=re.compile(section["someone"], re.IGNORECASE),
        passive=re.compile(section["passive"], re.IGNORECASE),
        by=re.compile(section["by"], re.IGNORECASE),
        that=re.compile(section["that"], re.IGNORECASE),
        end=re.compile(section["end"]),
    )
