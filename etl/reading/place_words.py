"""The words around places of one language, compiled from `[places]` of its lexicon."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from etl.reading.gate import Gate, gate_of
from etl.reading.lexicon import Lexicon
from etl.reading.scanning import Scanner, choice, construction
from etl.vocabulary import AreaRole


@dataclass(frozen=True)
class PlaceWords:
    """The words of one language around places, compiled from its lexicon.

    `nouns` lets through what may hold "the town"; it is None where an article is written onto the noun. `introducing` lets
    through what may hold "the town of" a name, which `introduced` finds; `listed` stands between names of "the towns of".
    """

    roles: tuple[tuple[AreaRole, Scanner], ...]
    direction: Scanner
    of: frozenset[str]
    one_of: Scanner
    on_road: Scanner
    along_road: re.Pattern[str]
    level_before: Scanner
    level_after: re.Pattern[str]
    levels: dict[str, int]
    nouns: Gate | None
    introducing: Gate
    introduced: Scanner
    name: re.Pattern[str]
    listed: re.Pattern[str]
    joining: re.Pattern[str]
    described: re.Pattern[str]
    hints: tuple[str, ...]
    inferred: Scanner
    named_before: re.Pattern[str]
    clitics: re.Pattern[str] | None
    as_government: re.Pattern[str] | None
    as_helper: re.Pattern[str]
    as_storm: re.Pattern[str]


@lru_cache
def place_words(language: str) -> PlaceWords:
    """Return the compiled words of a language."""
    lexicon = Lexicon.load(language)
    section: dict[str, Any] = lexicon.sections["places"]
    between = rf"(?:[\s,]+(?:{'|'.join(section['between'])})|-held|-controlled)*\s*"
    one, many = section.get("introducing", ()), section.get("introducing_many", ())
    day = "|".join([*lexicon.sections["months"], *lexicon.sections["weekdays"]])
    name = rf"(?!(?i:{day})\b)[A-Z\u00c0-\u00de][\w-]*(?:[’'](?!s\b)[\w-]+)*"
    by_length = sorted(section["levels"], key=len, reverse=True)
    levels = "|".join(by_length)

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    return PlaceWords(
        roles=tuple(
            (AreaRole(role), choice(cues, before=r"(?<!\w)", after=rf"{between}\Z")) for role, cues in section["roles"].items()
        ),
        direction=construction(rf"(?<!\w)(?:(?:{'|'.join(section['directions'])})[\s-]+(?:of\s+)?)+\Z"),
        of=frozenset(section["of"]),
        one_of=construction(section.get("one_of") or "(?!)"),
        on_road=construction(section.get("on_road") or "(?!)"),
        along_road=pattern(section.get("along_road") or "(?!)"),
        level_before=choice(by_length, before=r"(?<!\w)", after=rf"\s+(?:{'|'.join(section['of'])})\s*\Z", name="level"),
        level_after=pattern(rf"['’]?s?[\s-]+(?:{'|'.join(section['directions'])}\s+)?({levels})(?!\w)"),
        levels=section["levels"],
        nouns=None if lexicon.prefixes else gate_of(section["levels"]),
        introducing=gate_of([*one, *many]),
        introduced=construction(
            rf"(?<!\w)(?:(?P<many>{'|'.join(many) or '(?!)'})|{'|'.join(one) or '(?!)'})\s+(?:{'|'.join(section['of'])})\s+"
        ),
        name=re.compile(rf"{name}(?:\s+(?:(?:{'|'.join(section.get('name_particles', ()))})\s+)?{name}){{0,2}}"),
        listed=re.compile(rf",\s*(?:(?:{'|'.join(section['and'])})\s+)?|\s+(?:{'|'.join(section['and'])})\s+"),
        joining=pattern(
            rf"(?:{'|'.join(section['levels'])}|\s|,|/|&|-|{'|'.join(section['and'])}|{'|'.join(section['between'])})+\Z"
        ),
        described=pattern("|".join(section["described"])),
        hints=tuple(section["described_hints"]),
        inferred=construction(rf"(?<!\w)(?:{section['inferred']})(?!\w)(?!\s+(?:{'|'.join(section['of'])})\s)"),
        named_before=pattern(rf"(?<!\w){section['named_before']}"),
        clitics=re.compile(section["clitics"]) if section.get("clitics") else None,
        as_government=re.compile(section["as_government"]) if section.get("as_government") else None,
        as_helper=re.compile(section.get("as_helper") or "(?!)"),
        as_storm=pattern(section.get("as_storm") or "(?!)"),
    )
