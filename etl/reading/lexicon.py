"""The words of a language, as data: `lexicon/<language>.toml`, read once.

The code that uses them knows no language: another language is another file.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

from etl.errors import CannotRead
from etl.reading.gate import has_digit, lower_words
from etl.reading.phrases import NUMBER_HERE, Phrases, expanded, phrases_of
from etl.reading.spans import Span
from etl.vocabulary import Modality, Quantifier, Subgroup, Unit

FOLDER: Final = Path(__file__).parent / "lexicon"
LEVEL: Final = str.maketrans("أإآى", "اااي")
MARKS: Final = re.compile("[\u0640\u064b-\u0652\u0670]")  # Arabic vowel signs and the stretching line

Meaning = TypeVar("Meaning")


class WordLists(dict[str, frozenset[str]]):
    """Words by the name of their list, or by several names with spaces between; a list the language leaves out is empty."""

    def __missing__(self, names: str) -> frozenset[str]:
        found = self[names] = frozenset().union(*(self.get(name, ()) for name in names.split()))
        return found


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun counts. `is_actor`: soldiers, rescuers and the like, who are rarely the ones displaced."""

    unit: Unit
    subgroup: Subgroup
    is_actor: bool
    is_singular: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase says of the number: its measure and term, and on which side of the phrase the number stands."""

    measure: str
    term: str
    side: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words, ready for lookup. `sections` is the file itself, for finders with words of their own."""

    language: str
    prefixes: tuple[str, ...]
    sections: dict[str, Any]
    numbers: dict[str, int]
    magnitudes: dict[str, int]
    suffixes: dict[str, int]
    plurals: dict[str, int]
    sets: dict[str, int]
    set_rules: dict[str, str]
    few: dict[str, str]
    fractions: dict[str, list[int]]
    words: dict[str, frozenset[str]]
    nouns: dict[str, Noun]
    known: frozenset[str]
    levelled: dict[str, str]
    quantifiers_before: Phrases[Quantifier]
    quantifiers_after: Phrases[Quantifier]
    bounds: dict[str, Phrases[Quantifier]]
    further: Phrases[bool]
    raised: Phrases[bool]
    unnumbered: Phrases[bool]
    never_before: Phrases[bool]
    labels_before: Phrases[bool]
    measures_after: Phrases[bool]
    metres_after: Phrases[bool]
    percent: Phrases[bool]
    cues: Phrases[Cue]
    modalities: Phrases[Modality]
    parts: dict[str, Phrases[bool]]
    subgroups: Phrases[Subgroup]
    nobody: Phrases[bool]
    then: Phrases[bool]
    openers: Phrases[bool]
    causes: Phrases[str]
    weak: Phrases[bool]
    nominal: Phrases[bool]
    number_of: Phrases[bool]
    everyday: Phrases[bool]
    rates: Phrases[bool]
    rates_before: Phrases[bool]
    no_moves: Phrases[bool]
    gathered: Phrases[bool]
    flight: Phrases[str]
    combined: dict[str, str]
    nationals: dict[str, frozenset[str]]
    starters: frozenset[str]
    number_openers: frozenset[str]
    hint: re.Pattern[str]

    @classmethod
    def load(cls, language: str) -> "Lexicon":
        """Return the lexicon of a language (ISO 639-1); CannotRead, with the languages there are, where there is none."""
        return _load(language)

    def may_count(self, text: str, sentence: Span) -> bool:
        """Say whether a sentence can hold a number at all: it has a digit, or a word that can start one."""
        if has_digit(text, sentence):
            return True
        if self.prefixes:
            return self.hint.search(text, sentence.start, sentence.end) is not None
        return not self.starters.isdisjoint(lower_words(text, sentence))

    def normal(self, word: str) -> str:
        """Return a word as the lexicon spells it: lower case, straight apostrophes, no vowel signs, no prefix.

        Where words take prefixes, one form of alif and of ya stands for the others: many print them without their signs.
        """
        plain = word.lower() if word.isascii() else MARKS.sub("", word.lower().replace("’", "'")) or word
        if plain in self.known or not self.prefixes:
            return plain
        bare = [plain, *(plain[len(prefix) :] for prefix in self.prefixes if plain.startswith(prefix))]
        if (known := next((one for one in bare if one in self.known), None)) is not None:
            return known
        return next((self.levelled[key] for one in bare if (key := one.translate(LEVEL)) in self.levelled), plain)


@cache
def _load(language: str) -> Lexicon:
    path = FOLDER / f"{language}.toml"
    if not path.is_file():
        there_are = ", ".join(sorted(file.stem for file in FOLDER.glob("*.toml")))
        raise CannotRead(f"there is no lexicon for {language!r}; there are {there_are}")
    return _compiled(tomllib.loads(path.read_text(encoding="utf-8")))


# The lists of other sections that are asked for as words, by the name they are asked by.
LISTS = {"speech_verbs": "speech verbs", "years": "years words", "past_years": "years past", "year_nouns": "years nouns"}
LISTS |= {"year_names": "years names"}
EVERYDAY: Final = ("sure", "left", "lots", "weak_signs", "wildlife", "outages", "deadly", "persons")
LISTS |= {f"everyday_{name}": f"everyday {name}" for name in EVERYDAY}
PARTS: Final = ("before", "after", "told", "rises", "of_most", "of_worst")
LISTS |= {
    "rate_times": "rates times",
    "rate_per": "rates per",
    "rate_bases": "rates bases",
    "at_work": "no_moves at_work",
    "list_marks": "not_counts list_marks",
    "unnumbered_signs": "unnumbered signs",
}


def _compiled(file: dict[str, Any]) -> Lexicon:
    words = WordLists({name: frozenset(found) for name, found in file["words"].items()})
    words |= {f"noun_{name}": frozenset(found) for name, found in file["noun_phrases"].items()}
    words |= {f"clause_{name}": frozenset(found) for name, found in file["clauses"].items()}
    words |= {name: frozenset(_listed(file, *where.split())) for name, where in LISTS.items()}
    words["months"] = frozenset(file.get("months", {}))
    silent = [(name, Cue("", "", "either")) for name in _listed(file, "names", "words")]
    return Lexicon(
        language=file["language"],
        prefixes=tuple(file["prefixes"]),
        sections=file,
        numbers=file["numbers"],
        magnitudes=file["magnitudes"],
        suffixes=file["suffixes"],
        plurals=file["plurals"],
        sets=file["sets"],
        set_rules=file["set_rules"],
        few=file["few"],
        fractions=file["fractions"],
        words=words,
        nouns=_nouns(file["nouns"]),
        known=frozenset(_strings(file)),
        levelled=_levelled(_strings(file)) if file["prefixes"] else {},
        quantifiers_before=phrases_of(_keyed(file["quantifiers"]["before"], Quantifier)),
        quantifiers_after=phrases_of(_keyed(file["quantifiers"]["after"], Quantifier)),
        bounds={name: phrases_of(_keyed(file["quantifiers"].get(name, {}), Quantifier)) for name in ("behind_noun", "reached")},
        further=_plain(_listed(file, "further", "words")),
        raised=_plain(_listed(file, "raised", "words")),
        unnumbered=_plain(_listed(file, "unnumbered", "words")),
        never_before=_plain(_listed(file, "not_counts", "before")),
        labels_before=_plain(_listed(file, "not_counts", "labels")),
        measures_after=_plain(_listed(file, "not_counts", "after")),
        metres_after=_plain(_listed(file, "not_counts", "metres")),
        percent=_plain(_listed(file, "words", "percent")),
        cues=phrases_of([*_cues(file["cues"]), *silent], _classes(file.get("classes", {}))),
        modalities=phrases_of(_keyed(file["modality"], Modality)),
        parts={name: _plain(_listed(file, "parts", name)) for name in PARTS},
        subgroups=phrases_of(_keyed(file.get("subgroups", {}), Subgroup)),
        nobody=_plain(_listed(file, "nobody", "words")),
        then=_plain(_listed(file, "clauses", "then")),
        openers=_plain(_listed(file, "clauses", "openers")),
        causes=phrases_of(_keyed(file["causes"], str)),
        weak=_plain(_listed(file, "weak", "words")),
        nominal=_plain(_listed(file, "nominal", "words")),
        number_of=_plain(_listed(file, "number_of", "words")),
        everyday=_plain(_listed(file, "everyday", "words")),
        rates=_plain(_listed(file, "rates", "words")),
        rates_before=_plain(_listed(file, "rates", "before")),
        no_moves=_plain(_listed(file, "no_moves", "words")),
        gathered=_plain(_listed(file, "no_moves", "gathered")),
        flight=phrases_of((pattern, name) for name, found in file.get("flight", {}).items() for pattern in found),
        combined=file.get("combined", {}),
        nationals=_nationals(file.get("nationals", {})),
        starters=_starters(file),
        number_openers=_starters(file) | words["articles"] | words["most"] | words["all"],
        hint=_hint(_starters(file), file["prefixes"]),
    )


def _listed(file: dict[str, Any], section: str, name: str) -> list[str]:
    """Return a list of the file; a language may leave out what it does not need."""
    found: list[str] = file.get(section, {}).get(name, [])
    return found


def _plain(patterns: list[str]) -> Phrases[bool]:
    return phrases_of((pattern, True) for pattern in patterns)


def _keyed(section: dict[str, list[str]], meaning: type[Meaning]) -> list[tuple[str, Meaning]]:
    return [(pattern, meaning(name)) for name, patterns in section.items() for pattern in patterns]  # type: ignore[call-arg]


def _cues(section: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, Cue]]:
    for measure, terms in section.items():
        for term, patterns in terms.items():
            for pattern in patterns:
                yield pattern, Cue(measure, term, _side(pattern))


def _classes(section: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return the classes of each word, by word."""
    every = {word for found in section.values() for word in found}
    return {word: tuple(f"@{name}" for name, found in section.items() if word in found) for word in every}


def _side(pattern: str) -> str:
    if pattern.startswith(NUMBER_HERE + " "):
        return "before"
    return "after" if pattern.endswith(" " + NUMBER_HERE) else "either"


def _nouns(section: dict[str, dict[str, list[str]]]) -> dict[str, Noun]:
    every = {word for groups in section.values() for found in groups.values() for word in found}
    nouns = {}
    for unit, groups in section.items():
        for group, found in groups.items():
            subgroup = Subgroup.ALL if group in ("all", "actors") else Subgroup(group)
            for word in found:
                nouns[word] = Noun(Unit(unit), subgroup, group == "actors", f"{word}s" in every)
    return nouns


def _starters(file: dict[str, Any]) -> frozenset[str]:
    """Return the words at least one of which stands in every sentence that reports a number without digits."""
    sections = ("numbers", "magnitudes", "plurals", "sets", "few", "fractions")
    nobody = {words[0] for pattern in _listed(file, "nobody", "words") for words in expanded(pattern)}
    return frozenset(word for name in sections for word in file[name]) | nobody


def _nationals(section: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Return the words for the people of countries, each with the codes of the countries it may be of."""
    words = {word for found in section.values() for word in found}
    return {word: frozenset(code for code, found in section.items() if word in found) for word in words}


def _levelled(words: Iterable[str]) -> dict[str, str]:
    """Return the words as the lexicon spells them by how they are written without signs on alif and ya; the first of several."""
    return {word.translate(LEVEL): word for word in reversed(list(words)) if word}


def _hint(starters: frozenset[str], prefixes: list[str]) -> re.Pattern[str]:
    """Return what a word that can start a number matches with the letters written onto it."""
    prefix = "|".join(map(re.escape, prefixes))
    return re.compile(rf"\b(?:{prefix})?(?:{'|'.join(map(re.escape, sorted(starters)))})\b", re.IGNORECASE)


def _strings(value: Any) -> Iterator[str]:
    """Yield every word of the file, keys included."""
    if isinstance(value, str):
        yield from re.split(r"[ |?]+", value)
    elif isinstance(value, dict):
        yield from value
        yield from _strings(list(value.values()))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
