"""A report handed in is read whatever its kind; what cannot be read is said in a sentence, and nothing is left behind."""

import tempfile
from datetime import date
from pathlib import Path

import pytest

from components.intake import limits, reading
from components.intake.reading import HandedIn, read
from etl.errors import CannotRead
from tests.components.intake.files import HOSTILE, WORDS, docx_of, html_of, pdf_of, zipped


@pytest.mark.parametrize(
    ("suffix", "content"),
    [(".txt", WORDS.encode()), (".html", html_of(WORDS)), (".pdf", pdf_of(WORDS)), (".docx", docx_of(WORDS))],
)
def test_every_kind_of_file_gives_the_same_figure_tied_to_its_words(suffix, content):
    found = read(HandedIn(content, suffix))
    figure = found.figures.iloc[0]
    assert (figure["people_low"], figure["speaker"]) == (800_000, "OCHA")
    assert found.text[figure["span_start"] : figure["span_end"]] == figure["phrase"]


def test_day_and_publisher_come_from_the_reader():
    found = read(HandedIn(b"Yesterday 5,000 people fled Idleb.", ".txt", date(2020, 2, 13), "The paper"))
    assert found.figures["as_of"].tolist() == [date(2020, 2, 12)]
    assert found.document["publisher"] == "The paper"


def test_without_a_day_what_needs_it_stays_empty():
    assert read(HandedIn(b"Yesterday 5,000 people fled Idleb.", ".txt")).figures["as_of"].isna().all()


def test_a_language_without_a_lexicon_is_a_problem_in_words():
    found = read(
        HandedIn("Die Menschen sind aus der Stadt geflohen und wurden nicht für das mit von zu gezählt.".encode(), ".txt")
    )
    assert found.figures.empty
    assert "no lexicon for the language de" in found.problems["reason"].iloc[0]


@pytest.mark.parametrize(
    ("suffix", "content", "sentence"),
    [
        (".txt", b" \n", "empty"),
        (".txt", b"a" * (limits.MEGABYTES * limits.MEGABYTE + 1), "larger than 2 MB"),
        (".txt", b"word " * 50_000, "250,000 characters"),
        (".txt", b"\xc3\x28", "not UTF-8"),
        (".exe", b"MZ", "kind of file"),
        (".pdf", b"%PDF-1.4 no", "not a PDF"),
        (".docx", b"PK no", "not a .docx"),
        (".docx", zipped(a="x"), "not a .docx"),
        (".docx", zipped(a=b"0" * (limits.UNFOLDED + 1)), "unfolds"),
        (".docx", zipped(**{f"p{number}": "" for number in range(limits.PARTS + 1)}), "unfolds"),
        (".html", b"<html></html>", "no main text"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(suffix, content, sentence):
    with pytest.raises(CannotRead, match=sentence):
        read(HandedIn(content, suffix))


def test_a_worker_that_dies_is_a_sentence(monkeypatch):
    monkeypatch.setattr(reading.sys, "executable", "/bin/false")
    with pytest.raises(CannotRead, match="may be damaged"):
        read(HandedIn(WORDS.encode(), ".txt"))


def test_a_text_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    with pytest.raises(CannotRead, match="was stopped"):
        read(HandedIn(WORDS.encode(), ".txt"))


def test_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    read(HandedIn(docx_of(WORDS), ".docx"))
    assert list(Path(tmp_path).iterdir()) == []


def test_hostile_words_are_text_of_the_document():
    assert read(HandedIn(HOSTILE.encode(), ".txt")).text == HOSTILE
