"""What was read, in the words of the reader's language: no code of a table where an Arabic reader looks for a word."""

import re

import pytest

from components import data
from components.intake import told
from components.wording import speaking
from etl import tables
from etl.reading.document import UNKNOWN_PUBLISHER
from tests.components.frames import event, figure

LATIN = re.compile("[A-Za-z]{2,}")
PLACE = {"area_code": "SY07", "area_name": "Idleb", "speaker": UNKNOWN_PUBLISHER, "confidence": "high"}
FIGURES = tables.FIGURES.frame([figure("f", "2020-02-03", 586_000) | PLACE])
EVENTS = tables.EVENTS.frame([event("e", "2020-02-06") | PLACE])


@pytest.mark.usefixtures("built")
def test_an_arabic_row_says_codes_and_places_in_arabic_and_that_no_speaker_is_given():
    with speaking("ar"):
        figures = told.figure_rows(data.as_spoken(FIGURES)).iloc[0]
        events = told.event_rows(data.as_spoken(EVENTS)).iloc[0]
        titles = told.figure_columns()
        worded = [figures[titles[name]] for name in ("measure", "kind", "modality", "confidence", "speaker", "area")]
        happened = [events[told.event_columns()[name]] for name in ("event", "status", "speaker", "confidence")]
    assert [cell for cell in (*worded, *happened) if LATIN.search(cell)] == []
    assert data.as_spoken(FIGURES) is FIGURES


def test_an_english_row_says_words_too():
    shown = told.figure_rows(FIGURES).iloc[0]
    assert (shown["Kind"], shown["Said as"], shown["Speaker"]) == ("flow", "asserted", "not given")
