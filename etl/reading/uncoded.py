"""Towns that no gazetteer of ours knows, where a noun introduces them: "the town of Lashio". They are kept without a code."""

from collections.abc import Iterator, Sequence

from etl.reading.place_words import PlaceWords
from etl.reading.sentences import split
from etl.reading.spans import PlaceMention, Span

TOWN_LEVEL = 4


def uncoded_towns(text: str, known: Sequence[Span], words: PlaceWords) -> Iterator[PlaceMention]:
    """Yield the towns of a text that a noun introduces and that are none of the known places, in order."""
    starts = {place.start for place in known}
    for sentence in split(text):
        if words.introducing.opens(text, sentence):
            for found in words.introduced.finditer(text, sentence):
                for name in _names(text, found.end(), sentence.end, words, goes_on=found["many"] is not None):
                    if name.start not in starts:
                        yield PlaceMention(name.start, name.end, name.words(text), None, TOWN_LEVEL)


def _names(text: str, start: int, end: int, words: PlaceWords, *, goes_on: bool) -> Iterator[Span]:
    """Yield the name at `start`, and those listed behind it where the noun before them is plural."""
    while found := words.name.match(text, start, end):
        yield Span(*found.span())
        joined = words.listed.match(text, found.end(), end) if goes_on else None
        if joined is None:
            return
        start = joined.end()
