"""What a document says around its numbers, found once for all of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.reading import context
from etl.reading.dates import find_dates_of
from etl.reading.directory import Directory
from etl.reading.document import Document
from etl.reading.gazetteer import Gazetteer
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention
from etl.reading.places import find_places
from etl.reading.spans import DateMention, PlaceMention, Span, SpeakerMention
from etl.reading.speakers import find_speakers, sentences_near
from etl.vocabulary import Cause


@dataclass(frozen=True, slots=True)
class Around:
    """What the document says around its numbers."""

    document: Document
    lexicon: Lexicon
    gazetteer: Gazetteer | None
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    title_places: Sequence[PlaceMention]
    speakers: Sequence[SpeakerMention]
    numbers: Sequence[Span]
    cause: Cause | None
    first_end: int
    lead_end: int


def around_numbers(
    document: Document,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer | None,
    directory: Directory | None,
    lexicon: Lexicon,
) -> Around:
    """Return the dates, places, speakers and cause that the numbers of a document can be tied to."""
    text, title = document.text, document.title or ""
    told = [mention.counted.quantity for mention in mentions]
    return Around(
        document=document,
        lexicon=lexicon,
        gazetteer=gazetteer,
        dates=_dates(document, mentions, lexicon),
        places=_where_people_are(find_places(text, gazetteer, lexicon, document.title), gazetteer) if gazetteer else (),
        title_places=[place for place in find_places(title, gazetteer, lexicon) if place.area_code]
        if gazetteer and title
        else (),
        speakers=find_speakers(text, sentences_near(text, sentences, told), lexicon, directory) if directory else (),
        numbers=[Span(one.counted.quantity.start, one.counted.quantity.end) for one in mentions if not one.is_part],
        cause=context.only_cause(mentions),
        first_end=sentences[0].end,
        lead_end=sentences[min(1, len(sentences) - 1)].end,
    )


def _where_people_are(places: Sequence[PlaceMention], gazetteer: Gazetteer) -> list[PlaceMention]:
    """Return the places without the roads, which people only pass."""
    return [place for place in places if not (place.area_code and gazetteer.areas[place.area_code].place_kind == "road")]


def _dates(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> list[DateMention]:
    """Return the dates of the sentences that hold a number; those of other sentences date no figure."""
    holding = dict.fromkeys(mention.sentence for mention in mentions)
    return [
        _since_then(document, sentence, date, lexicon)
        for sentence in holding
        for date in find_dates_of(document.text, sentence, lexicon, document.published_on)
    ]


def _since_then(document: Document, sentence: Span, told: DateMention, lexicon: Lexicon) -> DateMention:
    """Return the date of something since which people are counted ("since it began in 2011") as the start of a period."""
    clause = lexicon.sections["dates"].get("since_clause")
    if clause is None or told.relation not in ("on", "during"):
        return told
    before = document.text[sentence.start : told.start]
    is_since = re.search(rf"(?<!\w){clause}\Z", before, re.IGNORECASE) is not None
    return replace(told, relation="since", last=document.published_on) if is_since else told
