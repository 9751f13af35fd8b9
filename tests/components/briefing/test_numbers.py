"""Every number of a briefing stands in the export of the same selection, in the very row its note names; and none besides."""

import csv
import io
from collections.abc import Iterable
from datetime import date

import pytest

from components.briefing.files import file_of
from components.briefing.material import Asked
from etl.__main__ import main
from etl.vocabulary import MEASURES
from tests.components.briefing.reader import Page, numbers_in, read_page

pytestmark = pytest.mark.usefixtures("built")

NAMES = ("publisher", "licence", "speaker", "actor", "opponent", "area_as_reported", "parties", "name", "rule_id")
ASKED = [
    Asked(audience="ministerial"),
    Asked(audience="coordination"),
    Asked(audience="media", area="Idleb"),
    Asked(audience="technical"),
    Asked(audience="technical", known_on=date(2020, 1, 28)),
    Asked(audience="coordination", first_day=date(2019, 4, 1), last_day=date(2019, 9, 30)),
    Asked(audience="coordination", first_day=date(2020, 5, 20), last_day=date(2020, 6, 10)),
]


def named(asked: Asked) -> str:
    return "-".join(str(part) for part in (asked.audience, asked.area, asked.first_day, asked.known_on) if part)


@pytest.fixture
def export(capsysbinary):
    def exported(table: str, asked: Asked, *, area: bool = False) -> list[dict[str, str]]:
        options = ["--known-on", str(asked.known_on)] if asked.known_on else []
        options += ["--area", asked.area or "SY-NW"] if area else []
        assert main(["export", table, *options]) == 0
        return list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode())))

    return exported


def numbers_of(rows: Iterable[dict[str, str]]) -> set[float]:
    return {number for row in rows for cell in row.values() for number in numbers_in(cell)}


class Exported:
    """The export of one selection, by the ids that notes carry."""

    def __init__(self, export, asked: Asked) -> None:
        figures, documents = export("figures", asked), export("documents", Asked())
        self.series = export("series", asked, area=True)
        self.rows: dict[str, list[dict[str, str]]] = {}
        described = {row["document_id"]: row for row in documents}
        for row in figures:
            self.rows[row["figure_id"]] = [row, described[row["document_id"]]]
        for row in self.series:
            self.rows[row["figure_id"]].append(row)
        events, offensives = export("events", asked), export("offensives", asked)
        self.rows |= {row["event_id"]: [row, described.get(row["document_id"], {})] for row in events}
        self.rows |= {row["offensive_id"]: [row] for row in offensives}
        everything = [*figures, *documents, *events, *offensives]
        self.names = {number for row in everything for name in NAMES for number in numbers_in(row.get(name, ""))}

    def of(self, page: Page, notes: list[int]) -> set[float]:
        return numbers_of(row for number in notes for row in self.rows[page.notes[number].row_id])

    def strangers(self, page: Page) -> list[tuple[str, set[float]]]:
        """Return the passages with a number that is not in the rows of their notes, notes and drawn words included."""
        passages = [(words, numbers_in(words) - self.of(page, notes)) for words, notes in page.cited]
        passages += [
            (note.words, numbers_in(without_links(note.words)) - numbers_of(self.rows[note.row_id]))
            for note in page.notes.values()
        ]
        passages.append((page.uncited, numbers_in(page.uncited) - self.names))
        passages.append((page.drawn, numbers_in(page.drawn) - self.names - numbers_of(self.series)))
        return [(words, extra) for words, extra in passages if extra]


def without_links(words: str) -> str:
    return " ".join(word for word in words.split() if not word.startswith("http"))


@pytest.mark.parametrize("asked", ASKED, ids=named)
def test_every_number_is_in_the_row_that_its_note_names_and_no_other_number_is_on_the_page(export, asked):
    page = read_page(file_of(asked, "html").content)
    assert numbers_in(page.words)
    assert Exported(export, asked).strangers(page) == []


def test_a_number_that_is_not_in_its_row_is_found(export):
    asked = Asked(audience="ministerial")
    content = file_of(asked, "html").content
    changed = content.replace(b"By 3 Mar 2020, 961,300 people", b"By 3 Mar 2020, 962,300 people")
    assert changed != content
    ((words, extra),) = Exported(export, asked).strangers(read_page(changed))
    assert "962,300" in words
    assert extra == {962_300}


def test_the_technical_briefing_leaves_no_recommended_number_out(export):
    asked = Asked(audience="technical")
    page = read_page(file_of(asked, "html").content)
    told = {number for words, _ in page.cited for number in numbers_in(words)}
    rows = [row for row in export("series", asked, area=True) if "2019-12-01" <= row["as_of"] <= "2020-04-14"]
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
