"""Prose kept in data/raw/reports/: the digests and the events read from them."""

import pytest

from etl import raw, tables
from etl.figures import complete
from etl.pipeline import RAW
from etl.reading.recall import found_again
from etl.reference import read_reference
from etl.sources import Received, folder, register

REPORTS = sorted((RAW / folder.SOURCE.raw_folder).glob("*.txt"))


@pytest.fixture(scope="module")
def received():
    known, received = read_reference(), Received()
    for path in REPORTS:
        received.extend(folder.read(path, known))
    received.extend(register.read(RAW / "register" / "figures.csv", known))
    return received


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_digest_says_on_its_first_line_and_in_its_sidecar_that_it_is_one(path):
    sidecar = raw.read_sidecar(path)
    assert folder.sniff(path)
    assert path.read_text(encoding="utf-8").startswith("Digest of ")
    assert (sidecar.extra or {})["is_digest"] is True
    assert sidecar.licence == "own words"


def test_there_are_fifteen_digests_or_more():
    assert len(REPORTS) >= 15


def test_what_is_read_from_digests_passes_the_checks_of_the_tables(received):
    known = read_reference()
    figures = [complete(figure, known.areas) for figure in received.figures]
    for table, records in ((tables.FIGURES, figures), (tables.EVENTS, received.events), (tables.PROBLEMS, received.problems)):
        table.check(table.frame(records))


def test_every_figure_of_a_digest_stands_at_its_span(received):
    texts = {path: path.read_text(encoding="utf-8") for path in REPORTS}
    for figure in (row for row in (*received.figures, *received.events) if row["source"] == "folder"):
        assert any(text[figure["span_start"] : figure["span_end"]] == figure["phrase"] for text in texts.values())


def test_no_figure_of_a_digest_lacks_its_day_or_its_place(received):
    figures = [row for row in received.figures if row["source"] == "folder"]
    assert [row["phrase"] for row in figures if row["as_of"] is None or row.get("area_code") is None] == []


def test_seven_in_ten_of_the_figures_of_those_reports_are_found_again_with_their_area_and_day(received):
    known = read_reference()
    figures = tables.FIGURES.frame([complete(figure, known.areas) for figure in received.figures])
    found = found_again(figures, tables.DOCUMENTS.frame(received.documents))
    assert found.n_complete * 10 >= found.n_figures * 7
    assert found.n_documents >= 15
