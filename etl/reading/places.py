"""Places in a text: what is named, what the words only describe, and what the place is to the people counted.

A name is coded by the gazetteer or not at all. Of areas inside one another that share a name (the governorate, the city) the
words around it settle which; else the governorate, else the smallest. Of two areas apart, the one whose governorate the text
names; else the mention keeps no code and both candidates.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, pairwise, takewhile, zip_longest

from etl.reading.document import Document
from etl.reading.gazetteer import Area, Gazetteer
from etl.reading.lexicon import Lexicon
from etl.reading.place_names import Found, named_places
from etl.reading.place_words import PlaceWords, place_words
from etl.reading.sentences import split
from etl.reading.spans import PlaceMention
from etl.reading.spelling import is_arabic
from etl.reading.uncoded import TOWN_LEVEL, uncoded_towns

N_CHARS_BEFORE = 90
N_CHARS_OF_STORM = 12
N_CHARS_NEAR = 300
LONGEST_HEADLINE = 140
SETTLEMENTS = frozenset(("city", "village", "camp"))
ROAD = "road"
PROVINCE_LEVEL = 1
SHORT_NAME = 4
SHORT_SPELT_NAME = 6
MARKS = '.,;:!?()"'
MARK = re.compile(rf"[{MARKS}]")
CLAUSE_END = re.compile(r"[.;:!?\n؛؟](?=\s|$)|\s[-–—]\s")


def find_places(text: str, gazetteer: Gazetteer, lexicon: Lexicon, title: str | None = None) -> list[PlaceMention]:
    """Return the places of a text in order; `title` helps to settle names and "the town"."""
    return list(_places(text, gazetteer, lexicon.language, title))


@lru_cache(maxsize=4)
def _places(text: str, gazetteer: Gazetteer, language: str, title: str | None) -> tuple[PlaceMention, ...]:
    """Find the places of a text; the last ones are kept, for figures and events both ask for them."""
    words = place_words(language)
    described = described_spans(text, words)
    named = [found for found in named_places(text, gazetteer, words.clitics) if not _inside(found, described)]
    context = _context(named, gazetteer) | (
        _context(named_places(title, gazetteer, words.clitics), gazetteer) if title else frozenset()
    )
    mentions: list[PlaceMention] = []
    for found, following in zip_longest(named, named[1:]):
        if words.as_storm.search(text[max(0, found[0] - N_CHARS_OF_STORM) : found[0]]):
            continue  # hurricane Maria
        mention = _mention(text, found, gazetteer, words, context)
        mention = _with_role(text, mention, words, mentions[-1] if mentions else None)
        mention = _as_landmark(text, mention, words, mentions[-1] if mentions else None)
        if _is_credible(text, mention, found, words, gazetteer) or _is_listed(text, found, following, mentions, words):
            mentions.append(mention)
    mentions += [_with_role(text, _described(text, *span), words, None) for span in described]
    mentions += [_with_role(text, town, words, None) for town in uncoded_towns(text, mentions, words)]
    mentions.sort(key=lambda mention: mention.start)
    inferred = [*_inferred(text, title, mentions, gazetteer, words)]
    return tuple(sorted([*mentions, *inferred], key=lambda mention: mention.start))


def described_spans(text: str, words: PlaceWords) -> list[tuple[int, int]]:
    """Return where places are described: only in sentences around a hint and where no mark parts the words from it."""
    hints = sorted(at for hint in words.hints for at in _occurrences(text, hint))
    sentences = split(text) if hints else []
    starts = [sentence.start for sentence in sentences]
    found: list[tuple[int, int]] = []
    for hint in hints:
        at = max(0, bisect_right(starts, hint) - 1)
        first = max(sentences[max(0, at - 1)].start, found[-1][1] if found else 0)
        first = max(first, *(text.rfind(mark, first, hint) + 1 for mark in MARKS))
        end = sentences[min(at + 1, len(sentences) - 1)].end
        mark = MARK.search(text, hint, end)
        found += [match.span() for match in words.described.finditer(text, first, mark.start() if mark else end)]
    return found


def _occurrences(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in a text, inside of others too."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _inside(found: Found, spans: Sequence[tuple[int, int]]) -> bool:
    after = bisect_right(spans, (found[0], found[1]))
    return any(start <= found[0] < end for start, end in spans[max(0, after - 1) : after + 1])


def _context(named: Sequence[Found], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the codes that the unambiguous names stand for, with what contains them below the country."""
    settled = (_settled([gazetteer.areas[code] for code in codes], None, gazetteer, frozenset()) for _, _, codes, _ in named)
    around = {code for area in settled if area for code in gazetteer.ancestors(area.area_code)}
    return frozenset(code for code in around if gazetteer.areas[code].level != 0)


def _mention(text: str, found: Found, gazetteer: Gazetteer, words: PlaceWords, context: frozenset[str]) -> PlaceMention:
    start, end, codes, _ = found
    before = text[max(0, start - N_CHARS_BEFORE) : start]
    after = words.level_after.match(text, end)
    level_word = after or words.level_before.search(before)
    level = words.levels[level_word[1].lower()] if level_word else None
    is_one_of_several = words.one_of.search(before) is not None and _is_town_of_province(text[start:end], gazetteer, words)
    areas = [] if is_one_of_several else [gazetteer.areas[code] for code in codes]
    area = _settled(areas, level, gazetteer, context) if areas else None
    direction = words.direction.search(before)
    start, end = start - len(direction[0]) if direction else start, after.end() if after else end
    return PlaceMention(
        start=start,
        end=end,
        name=text[start:end],
        area_code=area.area_code if area else None,
        level=area.level if area else TOWN_LEVEL if is_one_of_several else None,
        candidates=() if area or not areas else tuple(sorted(codes)),
        is_inferred=is_one_of_several,
        is_landmark=direction is not None and direction[0].split()[-1].lower() in words.of,
    )


def _is_town_of_province(name: str, gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Say whether a name is that of a province with "town" behind it, which need not be the city of that name."""
    province, _, noun = name.rpartition(" ")
    if not province or words.levels.get(noun.lower()) != TOWN_LEVEL:
        return False
    named = named_places(province, gazetteer, words.clitics)
    return any(gazetteer.areas[code].level == PROVINCE_LEVEL for _, _, codes, _ in named for code in codes)


def _settled(areas: list[Area], level: int | None, gazetteer: Gazetteer, context: frozenset[str]) -> Area | None:
    """Return the area meant, or None where two areas apart remain."""
    if level is not None and (of_level := [area for area in areas if area.level == level]):
        areas = of_level
    if len(areas) > 1 and not _nested(tuple(areas), gazetteer):
        near = [area for area in areas if context.intersection(gazetteer.ancestors(area.area_code))]
        areas = near or areas
    if len(areas) == 1:
        return areas[0]
    if not _nested(tuple(areas), gazetteer):
        return None
    return next((area for area in areas if area.level == 1), max(areas, key=lambda area: area.level or 0))


@lru_cache(maxsize=4096)
def _nested(areas: tuple[Area, ...], gazetteer: Gazetteer) -> bool:
    """Say whether each area lies in the next larger one."""
    ordered = sorted(areas, key=lambda area: area.level if area.level is not None else -1)
    return all(
        larger.area_code in set(gazetteer.ancestors(smaller.area_code)) and larger.level != smaller.level
        for larger, smaller in pairwise(ordered)
    )


def _with_role(text: str, mention: PlaceMention, words: PlaceWords, before: PlaceMention | None) -> PlaceMention:
    left = text[max(0, mention.start - N_CHARS_BEFORE) : mention.start]
    if before and before.role and before.end <= mention.start and words.joining.fullmatch(text, before.end, mention.start):
        return replace(mention, role=before.role)
    clause_start = max((found.end() for found in CLAUSE_END.finditer(left)), default=0)
    for role, cue in words.roles:
        if cue.search(left, clause_start):
            return replace(mention, role=role)
    return mention


def _as_landmark(text: str, mention: PlaceMention, words: PlaceWords, before: PlaceMention | None) -> PlaceMention:
    """Return a place, as a landmark where it only says between which towns a road runs: "linking Damascus with Aleppo".

    So is a country that sends help to where people are: "India sent a ship".
    """
    goes_on = before is not None and before.is_of_road and words.along_road.fullmatch(text, before.end, mention.start)
    if goes_on or words.on_road.search(text[max(0, mention.start - N_CHARS_BEFORE) : mention.start]):
        return replace(mention, is_landmark=True, is_of_road=True)
    is_helper = mention.level == 0 and mention.role is None and words.as_helper.match(text, mention.end) is not None
    return replace(mention, is_landmark=True) if is_helper else mention


def _is_credible(text: str, mention: PlaceMention, found: Found, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Say whether a name is used as a place: a capital may act for its government, and short names are also words."""
    start, end, codes, is_exact = found
    if words.as_government and mention.role is None and words.as_government.match(text, start):
        return False
    levels = {gazetteer.areas[code].level for code in codes}
    is_short = end - start <= (SHORT_NAME if is_exact else SHORT_SPELT_NAME) and " " not in text[start:end]
    if not is_short or is_arabic(text[start]) or levels & {0, 1, None}:
        return True
    before = text[max(0, start - N_CHARS_BEFORE) : start]
    has_cue = words.level_before.search(before) or words.level_after.match(text, end) or words.named_before.search(before)
    return mention.role is not None or has_cue is not None


def _is_listed(text: str, found: Found, following: Found | None, mentions: list[PlaceMention], words: PlaceWords) -> bool:
    """Say whether a name stands in a list with another place."""
    if mentions and words.joining.fullmatch(text, mentions[-1].end, found[0]):
        return True
    return following is not None and words.joining.fullmatch(text, found[1], following[0]) is not None


def _described(text: str, start: int, end: int) -> PlaceMention:
    return PlaceMention(start=start, end=end, name=text[start:end], area_code=None, level=None)


def _inferred(
    text: str, title: str | None, mentions: list[PlaceMention], gazetteer: Gazetteer, words: PlaceWords
) -> Iterator[PlaceMention]:
    """Yield "the town" as the last town named before, "the province" as the one around it; else as in the title."""
    starts = [mention.start for mention in mentions]
    holding = [sentence for sentence in split(text) if words.nouns is None or words.nouns.opens(text, sentence)]
    nouns: list[str] | None = None
    in_title: list[PlaceMention] | None = None
    for found in (found for one in holding for found in words.inferred.finditer(text, one)):
        nouns = nouns if nouns is not None else [_noun_of(text, mention, words) for mention in mentions]
        in_title = in_title if in_title is not None else _in_headline(title or _first_line(text), gazetteer, words)
        start, end = found.span()
        n_before = bisect_left(starts, end)
        if n_before and mentions[n_before - 1].end > start:
            continue
        noun = next(word for word in found.groups() if word).lower()
        level = words.levels[noun]
        near, all_before = (_backwards(mentions, n_before, first) for first in (start - N_CHARS_NEAR, 0))
        called = (mentions[at] for at in range(n_before - 1, -1, -1) if nouns[at] == noun)
        others = {mentions[at].start for at in range(n_before) if nouns[at] in SETTLEMENTS - {noun}}
        heard = takewhile(partial(_is_known, level=level), chain(called, near, in_title, all_before))
        candidates = (place for place in heard if place.start not in others)
        areas = (_meant(place, noun, level, gazetteer, words) for place in candidates if _may_be(place, noun, gazetteer))
        if area := next((area for area in areas if area), None):
            place = PlaceMention(start, end, text[start:end], area.area_code, level, is_inferred=True)
            yield _with_role(text, place, words, None)


def _in_headline(headline: str, gazetteer: Gazetteer, words: PlaceWords) -> list[PlaceMention]:
    """Return the places that a headline names."""
    named = named_places(headline, gazetteer, words.clitics)
    return [_mention(headline, name, gazetteer, words, frozenset()) for name in named]


def headline_of(document: Document) -> str:
    """Return the title of a document, else its first line where it stands apart like a headline, else ''."""
    return document.title or _first_line(document.text)


def _first_line(text: str) -> str:
    """Return the first line where it stands apart like a headline, else ''."""
    line, _, rest = text.partition("\n")
    return line if rest and len(line) <= LONGEST_HEADLINE and not line.rstrip().endswith(".") else ""


def _backwards(mentions: list[PlaceMention], end: int, first: int) -> Iterator[PlaceMention]:
    """Yield mentions from the last but `end` on back to those that end before character `first`."""
    for position in range(end - 1, -1, -1):
        if mentions[position].end < first:
            return
        yield mentions[position]


def _may_be(place: PlaceMention, noun: str, gazetteer: Gazetteer) -> bool:
    """Say whether a noun can mean a place: one called a city, or known as a village, is not "the town", nor is a road."""
    level_word = place.name.lower().split()[-1]
    kind = gazetteer.areas[place.area_code].place_kind if place.area_code else ""
    if place.is_of_road or kind == ROAD:
        return False
    return noun == level_word or not ({level_word, kind} & SETTLEMENTS - {noun})


def _is_known(place: PlaceMention, level: int) -> bool:
    """Say whether a place is no town without a code, of which "the town" speaks and not of one before it."""
    return place.area_code is not None or level != TOWN_LEVEL or place.level != TOWN_LEVEL


def _noun_of(text: str, place: PlaceMention, words: PlaceWords) -> str:
    """Return the noun that introduces a place ("the town of" it), or ''."""
    before = words.level_before.search(text[max(0, place.start - N_CHARS_BEFORE) : place.start])
    return before["level"].lower() if before else ""


def _meant(place: PlaceMention, noun: str, level: int, gazetteer: Gazetteer, words: PlaceWords) -> Area | None:
    """Return the area of that level which the place is, or lies in, or which is the city of its name."""
    called = f"{place.name} {noun}"
    named = named_places(called, gazetteer, words.clitics) if place.level == 1 and noun in SETTLEMENTS else []
    if named and named[0][1] == len(called):
        return _settled([gazetteer.areas[code] for code in named[0][2]], level, gazetteer, frozenset())
    return _at_level(place, level, gazetteer)


def _at_level(place: PlaceMention, level: int, gazetteer: Gazetteer) -> Area | None:
    """Return the area of that level which the place is, or lies in."""
    codes = gazetteer.ancestors(place.area_code) if place.area_code else iter(())
    return next((gazetteer.areas[code] for code in codes if gazetteer.areas[code].level == level), None)
