"""Figures: what a document reports in numbers, as rows, the one a reader would quote first.

Each is tied to its exact words. What cannot be accepted, or lacks its day or place, is a problem beside it; nothing is
filled in that the words do not say.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from etl.counting.intervals import DEFAULT_PROFILE, Interval
from etl.reading import context
from etl.reading.abroad import told_where
from etl.reading.directory import Directory
from etl.reading.document import Document
from etl.reading.gazetteer import Gazetteer
from etl.reading.lexicon import Lexicon
from etl.reading.mention import Mention, Unread
from etl.reading.mentions import read_sentence
from etl.reading.ordinary import of_ordinary_life
from etl.reading.place_lists import first_of_several
from etl.reading.salience import confidence_of, salience
from etl.reading.sentences import split
from etl.reading.spans import PlaceMention, Quantity, Span
from etl.reading.speakers import speaker_at
from etl.reading.stays import with_stays
from etl.reading.stories import told_in_story
from etl.reading.sums import DISPLACED, with_sums
from etl.reading.surroundings import Around, around_numbers
from etl.reading.told_next import told_next
from etl.reading.tones import Tones
from etl.reading.unnumbered import told_without_number
from etl.reading.worst_hit import with_worst_hit
from etl.vocabulary import MEASURES, Confidence, DateAccuracy, Modality, Quantifier, Stage, Unit

NO_SIGN, IN_STORY = "no other sign of displacement near it", "told in a story, a game or scripture, which counts no one"
BACKGROUND = timedelta(days=400)
N_SENTENCES_OF_EXCERPT = 5  # so short a text was cut out for its number, which what follows may explain
Record = dict[str, Any]


def read(
    document: Document, gazetteer: Gazetteer | None = None, directory: Directory | None = None
) -> tuple[list[Record], list[Record]]:
    """Return the figures of a document, most salient first, and its problems, as rows of those tables.

    Without a gazetteer figures have no place, without a directory the publisher speaks. A language without a lexicon
    raises CannotRead.
    """
    lexicon = Lexicon.load(document.language or "en")
    sentences = split(document.text)
    mentions, unread = _mentions(document.text, sentences, lexicon)
    problems = [_problem(document, one.counted.quantity, one.sentence, one.reason) for one in unread]
    if not mentions:
        return [], problems
    around = around_numbers(document, sentences, mentions, gazetteer, directory, lexicon)
    are_counted = any(_counts_displaced(mention) for mention in mentions)
    ranked = sorted((_ranked(mention, around, are_counted) for mention in mentions), key=lambda pair: pair[0], reverse=True)
    figures = [figure for _, figure in ranked]
    gaps = [_gaps(document, figure, gazetteer) for figure in figures]
    return figures, problems + [problem for found in gaps for problem in found]


def _mentions(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> tuple[list[Mention], list[Unread]]:
    mentions: list[Mention] = []
    unread: list[Unread] = []
    n_behind = 1 if len(sentences) <= N_SENTENCES_OF_EXCERPT else 0
    lacking: list[Unread] = []
    for at, sentence in enumerate(sentences):
        if lacking and (told := told_next(text, lacking, sentence, lexicon)):
            unread.remove(told[0])
            mentions.append(told[1])
        lacking = []
        if lexicon.may_count(text, sentence):
            beside = [*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 1 + n_behind]]
            found, lacking = read_sentence(text, sentence, lexicon, mentions[-1] if mentions else None, beside)
            mentions += found
            unread += lacking
            if found or lacking:
                continue
        unread += told_without_number(text, sentence, lexicon)
    tones = Tones(text, sentences, lexicon.language)
    for find, reason in ((of_ordinary_life, NO_SIGN), (told_in_story, IN_STORY)):
        others = find(mentions, tones)
        unread += [Unread(one.counted, one.sentence, reason) for one in others]
        mentions = [mention for mention in mentions if mention not in others and mention.part_of not in others]
    return with_stays(text, with_worst_hit(text, with_sums(mentions), lexicon), lexicon), unread


def _ranked(mention: Mention, around: Around, are_counted: bool) -> tuple[tuple[bool, bool, int, float, int], Record]:
    """Return one figure with its salience; of two equally salient the earlier one comes first."""
    mention = _abroad(mention, around)
    published_on = around.document.published_on
    day, (place, place_note) = _day(mention, around), _place(mention, around)
    total = mention.part_of  # whose place a part shares, and whose day where they stand apart, unless it tells its own
    if total:
        day = day if day.is_told or total.sentence == mention.sentence else _day(total, around)
        place, place_note = (place, place_note) if place and not place_note else _place(total, around)
    notes = [note for note in (mention.note, day.note, place_note) if note]
    quantity = mention.counted.quantity
    interval = quantity.interval
    confidence = confidence_of(mention, n_inferred=bool(place_note))
    key = salience(
        mention,
        _people(mention, interval) or interval,
        confidence,
        is_first=quantity.end <= around.first_end,
        is_lead=quantity.end <= around.lead_end,
        is_in_title=_is_in_title(around.document, quantity),
        is_background=_is_background(day, published_on),
        are_counted=are_counted,
    )
    if (place_note or mention.counted.is_worked_out) and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM  # to the reader of the row; what a number counts, and so its rank, is as sure as before
    figure = _identity(mention, around) | _counts(mention, interval) | context.place_columns(place, around.gazetteer)
    figure |= {"period_start": day.period_start, "as_of": day.as_of, "accuracy": day.accuracy.value if day.accuracy else None}
    return (*key, -quantity.start), figure | {"confidence": confidence.value, "note": "; ".join(notes) or None}


def _counts_displaced(mention: Mention) -> bool:
    """Say whether a number of people who left their homes is printed."""
    is_exact = mention.counted.quantity.quantifier is not Quantifier.VAGUE and mention.modality is Modality.ASSERTED
    return is_exact and mention.measure in DISPLACED and not mention.is_part


def _is_background(day: context.Day, published_on: date | None) -> bool:
    """Say whether a number is of an earlier time than the one told of: of the year before, or of more than a year ago."""
    if day.as_of is None or published_on is None:
        return False
    is_of_year = day.accuracy is DateAccuracy.YEAR and day.as_of.year < published_on.year
    return is_of_year or published_on - day.as_of > BACKGROUND


def _day(mention: Mention, around: Around) -> context.Day:
    document = around.document
    return context.day_of(document.text, mention, around.dates, around.speakers, document.published_on, lexicon=around.lexicon)


def _place(mention: Mention, around: Around) -> tuple[PlaceMention | None, str]:
    place, note = context.place_of(
        around.document.text, mention, around.places, around.title_places, around.numbers, around.speakers
    )
    if place is None or (first := first_of_several(around.document.text, mention, place, around.places, around.lexicon)) is place:
        return place, note
    return first, note or "the first of several places"


def _abroad(mention: Mention, around: Around) -> Mention:
    """Return the mention, as one of refugees where they fled to another country; its total as well."""
    if mention.part_of:
        mention = replace(mention, part_of=_abroad(mention.part_of, around))
    return told_where(around.document.text, mention, around.places, around.lexicon) if around.gazetteer else mention


def _is_in_title(document: Document, quantity: Quantity) -> bool:
    return bool(document.title) and document.text[quantity.start : quantity.end].casefold() in (document.title or "").casefold()


def _identity(mention: Mention, around: Around) -> Record:
    """Return the columns that say what is counted, who says so and where it stands."""
    document, quantity = around.document, mention.counted.quantity
    cause = context.only_cause([mention]) or around.cause
    return {
        "figure_id": figure_id_of(document, mention),
        "document_id": document.document_id,
        "source": document.source,
        "publisher": document.publisher,
        "speaker": speaker_at(around.speakers, quantity) or document.publisher,
        "published_on": document.published_on,
        "known_from": document.published_on,
        "measure": mention.measure,
        "kind": MEASURES[mention.measure].kind.value,
        "term": mention.term,
        "cause": cause.value if cause else None,
        "subgroup": mention.subgroup.value,
        "is_part_of": figure_id_of(document, mention.part_of) if mention.part_of else None,
        "modality": mention.modality.value,
        "phrase": document.text[quantity.start : quantity.end],
        "excerpt": mention.sentence.words(document.text) if document.is_redistributable else None,
        "span_start": quantity.start,
        "span_end": quantity.end,
    }


def _counts(mention: Mention, interval: Interval) -> Record:
    """Return the columns that count. Words without a printed number keep their range in `reported_low` and `reported_high`."""
    quantity = mention.counted.quantity
    is_vague = quantity.quantifier is Quantifier.VAGUE
    people = _people(mention, interval)
    return {
        "unit": mention.unit.value,
        "quantifier": quantity.quantifier.value,
        "reported_low": interval.low if is_vague else quantity.low,
        "reported_value": quantity.value,
        "reported_high": interval.high if is_vague else quantity.high,
        "rule_id": f"{DEFAULT_PROFILE}/{quantity.rule}",
        "household_size": _household_size(mention),
        "household_size_source": "text" if mention.twin else None,
        "people_low": people.low if people else None,
        "people_value": people.value if people else None,
        "people_high": people.high if people else None,
    }


def _people(mention: Mention, interval: Interval) -> Interval | None:
    """Return the interval in people, or in buildings and facilities where these are counted; None where it takes converting."""
    if mention.people:
        return mention.people.quantity.interval
    return None if mention.unit in (Unit.HOUSEHOLDS, Unit.PERCENT) else interval


def _household_size(mention: Mention) -> float | None:
    told = (mention.counted.quantity.value, mention.twin.quantity.value if mention.twin else None)
    households, people = told if mention.people else reversed(told)
    return round(people / households, 2) if people and households else None


def figure_id_of(document: Document, mention: Mention) -> str:
    """Return a stable hash of where a figure stands and what it counts."""
    quantity = mention.counted.quantity
    return hashlib.sha256(f"{document.document_id}/{quantity.start}/{quantity.end}/{mention.measure}".encode()).hexdigest()[:16]


def _gaps(document: Document, figure: Record, gazetteer: Gazetteer | None) -> list[Record]:
    """Return a problem for each of day and place that the text does not give a figure."""
    span = Span(figure["span_start"], figure["span_end"])
    reasons = ["no day is given, and no day of publication"] if figure["as_of"] is None else []
    if gazetteer is not None and figure.get("area_code") is None:
        reasons.append(
            "no place is given" if not figure.get("area_as_reported") else f"place not coded: {figure['area_as_reported']}"
        )
    return [_problem(document, span, span, reason) for reason in reasons]


def _problem(document: Document, span: Span, sentence: Span, reason: str) -> Record:
    shown = sentence if document.is_redistributable else span
    return {
        "stage": Stage.MENTIONS.value,
        "source": document.source,
        "document_id": document.document_id,
        "reason": reason,
        "excerpt": shown.words(document.text),
        "span_start": span.start,
        "span_end": span.end,
    }
