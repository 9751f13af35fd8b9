"""The words of events of one language, compiled from `[events]` of its lexicon."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from etl.frozen import frozen
from etl.reading.gate import Gate, gate_of
from etl.reading.lexicon import Lexicon
from etl.reading.scanning import Scanner, Scanners, choice, construction, together
from etl.reading.spans import Span
from etl.vocabulary import EventType

NOTHING = "(?!)"
VERB, FALL, NOUN, PATTERN = "verb", "fall", "noun", "pattern"


@frozen
class Trigger(Span):
    """Words that name an event, and how they are built: a verb, a verb of falling (victor after it), a noun, a pattern."""

    event_type: EventType
    built: str


@dataclass(frozen=True)
class EventWords:
    """Compiled patterns: of each scanner, how its words are built and the type they name, or that of each.

    `cues` are by name; so is `before`, those that are looked for in all that stands before a trigger.
    """

    gate: Gate
    scanners: Scanners
    meanings: Sequence[tuple[str, EventType | Mapping[str, EventType]]]
    cues: Mapping[str, re.Pattern[str]]
    before: Mapping[str, Scanner]
    object: re.Pattern[str]
    actor: re.Pattern[str]

    def triggers(self, text: str, sentence: Span) -> list[Trigger]:
        """Return the triggers of a sentence in order, none overlapping another; whole constructions win over words in them."""
        if not self.gate.opens(text, sentence):
            return []
        found = list(self._triggers(text, sentence))
        if len(found) < 2:
            return found
        found.sort(key=lambda trigger: (trigger.built != PATTERN, trigger.start, -trigger.end))
        kept: list[Trigger] = []
        for trigger in found:
            if all(trigger.end <= other.start or other.end <= trigger.start for other in kept):
                kept.append(trigger)
        return sorted(kept, key=lambda trigger: trigger.start)

    def _triggers(self, text: str, sentence: Span) -> Iterator[Trigger]:
        for position, found in self.scanners.finditer(text, sentence):
            built, meant = self.meanings[position]
            event_type = meant if isinstance(meant, EventType) else meant[" ".join(found.group().lower().split())]
            yield Trigger(found.start(), found.end(), event_type, built)


@lru_cache
def event_words(language: str) -> EventWords:
    """Return the compiled words of a language."""
    lexicon = Lexicon.load(language).sections
    section: Mapping[str, Any] = lexicon["events"]
    words = section["words"]
    not_modifiers = "|".join([*words["not_modifiers"], *lexicon["months"], *lexicon["weekdays"]])
    patterns = [(EventType(name), pattern) for name, patterns in section["patterns"].items() for pattern in patterns]
    phrases = [(built, _types(section[name])) for built, name in ((VERB, "verbs"), (FALL, "fall"), (NOUN, "nouns"))]
    capital = rf"(?!(?:{not_modifiers})\b)(?-i:[A-Z][\w’'-]*\w)"
    modifier = rf"(?:(?:{capital}|{words['actor_modifiers']})(?:\s+|-)(?!-)|-backed\s+|-led\s+)"
    named = [phrase for name in ("verbs", "fall", "nouns") for phrases in section[name].values() for phrase in phrases]
    return EventWords(
        gate=gate_of((*named, *words["secure"], *words["hints"]), lexicon["detection"]["common"]),
        scanners=together(
            [
                *(construction(pattern) for _, pattern in patterns),
                *(_choice(list(types)) for _, types in phrases),
                _choice(words["secure"]),
            ]
        ),
        meanings=[*((PATTERN, event_type) for event_type, _ in patterns), *phrases, (VERB, EventType.ROAD_SECURED)],
        cues={name: re.compile(words.get(name, NOTHING), re.IGNORECASE) for name in CUES},
        before={name: construction(words.get(name, NOTHING)) for name in CUES_BEFORE},
        object=re.compile(rf"(?:(?:{words['object']})(?!\w)|[\s,'’\"“”-]|[’']s\b)*", re.IGNORECASE),
        actor=re.compile(rf"\b(?=[\w-])(?:{words['actor_names']}|{modifier}{{0,5}}(?:{words['actor_heads']}))\b", re.IGNORECASE),
    )


CUES = frozenset(
    "roads count relative unreal_after opens progressive subject noun_forms by against not_acting not_object near parties and "
    "settlement inside party landmark part own_part goes_on there owned also_noun victor civil not_when lost won_by wide "
    "called_town bare owner".split()
)
CUES_BEFORE = frozenset("be unreal_before unreal_clause noun_before negated denied claimed struck over_days infinitive".split())


def _choice(phrases: list[str]) -> Scanner:
    choices = [re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True)]
    return choice(choices, before=r"(?<![\w-])", after=r"(?![\w-])")


def _types(section: Mapping[str, list[str]]) -> Mapping[str, EventType]:
    return {phrase: EventType(name) for name, phrases in section.items() for phrase in phrases}
