"""Rule 3. The text is never changed: whatever is read from it can be pointed at, letter by letter, in any language."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading import extract
from etl.reading.document import document_of
from etl.reading.extract import known_places, known_speakers

LETTERS = st.text(max_size=60)
REPORTS = st.sampled_from((
    "More than 948,000 people have been displaced since 1 December.",
    "Hundreds of thousands fled the town on Tuesday.",
    "نزح أكثر من 300 ألف شخص من إدلب.",
    "Government forces captured Saraqib on 5 February.",
    "",
))  # fmt: skip


def said(text: str, language: str) -> list[str]:
    document = document_of(text, language=language, published_on=date(2020, 2, 12))
    reading = extract.read(document, known_places(), known_speakers())
    rows = [row for row in (*reading.figures, *reading.events) if row.get("phrase") is not None]
    assert reading.document.text == text
    assert all(text[row["span_start"] : row["span_end"]] == row["phrase"] for row in rows)
    return [row["phrase"] for row in rows]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Some\u00a0 586,000  people were displaced in northwest Syria.", "586,000"),
        ("en", "“Nearly 390,000” people – most of them children – fled Idlib… 😟", "390,000"),
        ("en", "\ufeffOn Tuesday, tens of thousands fled.\r\n\r\nMore later.", "tens of thousands"),
        ("ar", "نزح نحو ٣٩٠ ألف شخص من إدلب منذ مطلع كانون الأول.", "٣٩٠ ألف"),
    ],
)
def test_the_words_of_a_figure_stand_in_the_text_as_published(language: str, text: str, words: str) -> None:
    assert any(words in phrase for phrase in said(text, language))


@given(before=LETTERS, report=REPORTS, after=LETTERS, language=st.sampled_from(("en", "ar")))
def test_on_any_text_nothing_fails_and_every_span_is_exact(before: str, report: str, after: str, language: str) -> None:
    said(before + report + after, language)
