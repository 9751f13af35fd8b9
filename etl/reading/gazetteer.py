"""Every place we can name: data/reference/areas.csv with its aliases, and the countries of the world from Unicode CLDR."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from etl import tables
from etl.reading.language import lexicon_file, readable_languages
from etl.reading.names import Indexed, Names, names_of, words_of
from etl.reading.spelling import arabic, is_arabic, latinised, plain
from etl.reference import listed, read_table

TWO_DIRECTIONS = re.compile(r"\b(north|south)(west|east)", re.IGNORECASE)
WORD_BREAK = re.compile(r"[\s-]")
THE = re.compile(r"^the\s+", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
NOT_COUNTRIES = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
SHORT_KEY = 5
LEVEL_WORD = re.compile(r"\s+(?:governorate|province|district|sub-district|subdistrict|city|town|village)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Area:
    """A place: its code, level (0 country to 4 place; None a named group), what contains it, and every name it goes by."""

    area_code: str
    name: str
    level: int | None
    parent_code: str | None
    place_kind: str
    names: tuple[str, ...]
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Areas by code, and the phrases that name them."""

    areas: Mapping[str, Area]

    @classmethod
    def load(cls, areas_csv: Path) -> "Gazetteer":
        """Return the gazetteer of an areas table and the countries of the world. Raises CannotRead naming the row."""
        return cls.of(read_table(areas_csv, tables.AREAS))

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> "Gazetteer":
        """Return the gazetteer of records of the areas table and the countries of the world."""
        areas = {area.area_code: area for area in map(_area, records)}
        return cls({area.area_code: area for area in _countries()} | areas)

    @cached_property
    def plain_names(self) -> Names[str]:
        """Codes by name as written, but for case, accents and apostrophes. A name that is no place has the code ''."""
        return names_of(((name, area.area_code) for area in self.areas.values() for name in area.names), plain)

    @cached_property
    def masks(self) -> Names[str]:
        """Names that hold a place name and are none: Hayat Tahrir al-Sham."""
        words = (word for language in readable_languages() for word in lexicon_file(language)["places"]["no_places"])
        return names_of(((word, "") for word in words), plain)

    @cached_property
    def spelt_names(self) -> Names[str]:
        """Codes of the areas of our table by the key that levels transcriptions; names of two words also as one."""
        names = [(name, area.area_code) for area in self.areas.values() if not _is_world(area) for name in area.names]
        phrases = names_of(((name, code) for name, code in names if _is_long(name)), latinised)
        for name, code in names:
            keys = [key for word in words_of(name) if (key := latinised(word.text))]
            if len(keys) > 1 and not is_arabic(name) and _is_long(name):
                phrases.add("".join(word.text for word in words_of(name) if latinised(word.text)), code)
        return phrases

    @cached_property
    def arabic_names(self) -> Names[str]:
        """Codes by Arabic name."""
        entries = ((name, area.area_code) for area in self.areas.values() for name in area.names if is_arabic(name))
        return names_of(entries, arabic)

    def ancestors(self, area_code: str) -> Iterator[str]:
        """Yield the code and those of the areas that contain it, the smallest first."""
        seen: set[str] = set()
        code: str | None = area_code
        while code is not None and code in self.areas and code not in seen:
            seen.add(code)
            yield code
            code = self.areas[code].parent_code

    def may_begin(self, words: str) -> bool:
        """Say whether a name may begin with these words, the first of which may be an article."""
        return _may_begin(self, words)

    def codes_at(self, words: Indexed, at: int) -> tuple[int, list[str], bool] | None:
        """Return the word after the longest name that starts at a word, its codes, and whether it is spelt as we spell it.

        The codes are empty for a name that is no place (an organisation with a place in its name).
        """
        mask = self.masks.match(words, at)
        exact = self.plain_names.match(words, at)
        if mask and (exact is None or mask[0] >= exact[0]):
            return mask[0], [], True
        spelt = self.spelt_names.match(words, at)
        if exact and (spelt is None or exact[0] >= spelt[0]):
            return exact[0], exact[1], True
        return (spelt[0], spelt[1], False) if spelt else None


@lru_cache(maxsize=65_536)
def _may_begin(gazetteer: Gazetteer, words: str) -> bool:
    word = WORD_BREAK.split(words, maxsplit=1)[0]
    return any(names.may_begin(word) for names in (gazetteer.plain_names, gazetteer.masks, gazetteer.spelt_names))


def _is_long(name: str) -> bool:
    return sum(len(latinised(word.text)) for word in words_of(name)) >= SHORT_KEY


def _is_world(area: Area) -> bool:
    return area.place_kind == "country"


@cache
def _countries() -> tuple[Area, ...]:
    return tuple(_read_countries())


def _read_countries() -> Iterator[Area]:
    locales = [Locale.parse(language) for language in readable_languages()]
    aliases: dict[str, list[str]] = {}
    for language in readable_languages():
        for code, names in lexicon_file(language)["places"]["countries"].items():
            aliases.setdefault(code, []).extend(names)
    for code, name in sorted(Locale.parse("en").territories.items()):
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES:
            names = [IN_BRACKETS.sub("", locale.territories[code]) for locale in locales if code in locale.territories]
            known_as = aliases[code][0] if " - " in name else IN_BRACKETS.sub("", name)
            yield Area(code, known_as, 0, None, "country", (*names, *aliases.get(code, ())))


def country_code(alpha_3: str) -> str | None:
    """Return the two-letter code of a three-letter ISO 3166 code, or None where CLDR knows none."""
    found = get_global("territory_aliases").get(alpha_3.upper())
    return found[0] if found else None


def _area(record: Mapping[str, Any]) -> Area:
    names = [record["name"], record["name_ar"], *listed(record["aliases"])]
    return Area(
        area_code=record["area_code"],
        name=record["name"],
        level=record["level"],
        parent_code=record["parent_code"],
        place_kind=record.get("place_kind") or "",
        names=tuple(_bare(name for name in names if name)),
        latitude=record.get("latitude"),
        longitude=record.get("longitude"),
    )


def _bare(names: Iterable[str]) -> list[str]:
    """Return the names without what stands in brackets, and without the word for their level, each once."""
    stripped = [THE.sub("", IN_BRACKETS.sub("", name).strip()) for name in names]
    stripped += [TWO_DIRECTIONS.sub(r"\1 \2", name) for name in stripped]  # north-western is two words, northwestern one
    return list(dict.fromkeys(bare for name in stripped if name for bare in (LEVEL_WORD.sub("", name), name) if bare))
