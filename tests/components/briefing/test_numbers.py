"""Every number of a briefing stands in the export of the same selection, in the very row its note names; and none besides."""

from datetime import date
from pathlib import Path

import pytest

from components.briefing.compose import build_briefing
from components.briefing.files import file_of
from components.briefing.material import Asked
from etl.vocabulary import MEASURES
from tests.components.briefing.export import Export, numbers_in, numbers_of, read_export, untold, without_links
from tests.components.briefing.reader import Page, read_page

pytestmark = pytest.mark.usefixtures("built")

ASKED = [
    Asked(audience="ministerial"),
    Asked(audience="coordination"),
    Asked(audience="coordination", language="ar"),
    Asked(audience="coordination", previous=date(2020, 2, 15)),
    Asked(audience="media", area="Idleb"),
    Asked(audience="technical"),
    Asked(audience="technical", profile="acled"),
    Asked(audience="technical", known_on=date(2020, 1, 28), previous=date(2020, 1, 10), language="ar"),
    Asked(audience="coordination", first_day=date(2019, 4, 1), last_day=date(2019, 9, 30)),
    Asked(audience="coordination", first_day=date(2020, 5, 20), last_day=date(2020, 6, 10)),
]


def named(asked: Asked) -> str:
    profile = asked.profile if asked.profile != "interval" else None
    parts = (asked.audience, asked.area, asked.first_day, asked.known_on, asked.previous, profile, asked.language)
    return "-".join(str(part) for part in parts if part)


def strangers(export: Export, page: Page) -> list[tuple[str, set[float]]]:
    """Return the passages with a number that is not in the rows of their notes, notes and drawn words included."""
    passages = [(words, numbers_in(words) - _of(export, page, notes) - export.settings) for words, notes in page.cited]
    passages += [
        (note.words, numbers_in(without_links(note.words)) - numbers_of(export.rows[note.row_id])) for note in page.notes.values()
    ]
    passages.append((page.uncited, numbers_in(page.uncited) - export.names - export.settings))
    # A drawing shows the series of the area, and places whose rows have notes.
    drawn = export.names | numbers_of(export.series) | _of(export, page, list(page.notes))
    passages.append((page.drawn, numbers_in(page.drawn) - drawn))
    return [(words, extra) for words, extra in passages if extra]


def _of(export: Export, page: Page, notes: list[int]) -> set[float]:
    return numbers_of(row for number in notes for row in export.rows[page.notes[number].row_id])


@pytest.mark.parametrize("asked", ASKED, ids=named)
def test_every_number_is_in_the_row_that_its_note_names_and_no_other_number_is_on_the_page(tmp_path: Path, asked: Asked):
    page = read_page(file_of(asked, "html").content)
    assert numbers_in(page.words)
    assert strangers(read_export(asked, tmp_path), page) == []


@pytest.mark.parametrize("asked", ASKED, ids=named)
def test_the_file_says_every_number_of_the_briefing(asked: Asked):
    page = read_page(file_of(asked, "html").content)
    words = " ".join([page.uncited, *(words for words, _notes in page.cited)])
    assert untold(words, build_briefing(asked)) == set()


def test_a_number_that_is_not_in_its_row_is_found(tmp_path: Path):
    asked = Asked(audience="ministerial")
    content = file_of(asked, "html").content
    changed = content.replace(b"By 3 Mar 2020, 961,300 people", b"By 3 Mar 2020, 962,300 people")
    assert changed != content
    export, page = read_export(asked, tmp_path), read_page(changed)
    ((words, extra),) = strangers(export, page)
    assert "962,300" in words
    assert extra == export.strangers(words) == {962_300}


def test_a_number_that_a_file_lost_is_found():
    assert untold("By 3 Mar 2020", build_briefing(Asked(audience="ministerial"))) >= {961_300}


def test_the_technical_briefing_leaves_no_recommended_number_out(tmp_path: Path):
    asked = Asked(audience="technical")
    page = read_page(file_of(asked, "html").content)
    told = {number for words, _ in page.cited for number in numbers_in(words)}
    rows = [row for row in read_export(asked, tmp_path).series if "2019-12-01" <= row["as_of"] <= "2020-04-14"]
    assert len(rows) > 30
    assert {float(row["value"]) for row in rows if row["value"]} <= told


def test_stocks_and_flows_never_share_a_row_of_cards_or_a_table():
    page = file_of(Asked(audience="technical"), "html").content.decode()
    for cards in page.split('<div class="cards" data-kind="')[1:]:
        kind, _, rest = cards.partition('"')
        labels = [part.partition("<")[0] for part in rest.partition("<h")[0].split('<p class="label">')[1:]]
        kinds = {str(MEASURES[name].kind) for label in labels for name in MEASURES if MEASURES[name].label == label.lower()}
        assert kinds <= {kind}
    for table in page.split("<table>")[1:]:
        caption = table.partition("<caption>")[2].partition("</caption>")[0]
        assert not ("(a flow)" in caption and "(a stock)" in caption)
