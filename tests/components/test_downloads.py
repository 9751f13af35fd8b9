"""A download opens rightly in a spreadsheet, runs nothing, and says of each row who said it."""

import csv
import io

import pandas as pd
import pytest

from components import downloads
from etl import tables
from tests.components.frames import figure, figures


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://a.example")'])
def test_text_that_a_spreadsheet_would_run_is_shown_instead(text):
    assert read(downloads.csv_bytes(figures(figure("a", "2020-02-23", 1, phrase=text))))[0]["phrase"] == f"'{text}"


@pytest.mark.parametrize("text", ["more than 948,000", "نزوح", "біженці", 'a, "b"; c', "5-6 people"])
def test_other_text_is_left_as_it_is(text):
    data = downloads.csv_bytes(figures(figure("a", "2020-02-23", 1, phrase=text)))
    assert data.startswith(b"\xef\xbb\xbf")
    assert read(data)[0]["phrase"] == text


def test_a_missing_number_is_an_empty_cell_and_a_whole_number_stays_whole():
    row = read(downloads.csv_bytes(figures(figure("a", "2020-02-23", 948_000, people_high=None))))[0]
    assert (row["people_value"], row["people_high"], row["published_on"]) == ("948000", "", "")


def test_a_negative_number_is_a_number():
    frame = pd.DataFrame({"change_low": pd.array([-9000], dtype=pd.ArrowDtype(tables.COUNT))})
    assert read(downloads.csv_bytes(frame))[0]["change_low"] == "-9000"


def test_each_row_carries_speaker_publisher_url_and_licence_in_the_order_on_screen():
    document = {
        "document_id": "d-a",
        "source": "register",
        "publisher": "OCHA",
        "title": "Flash update",
        "url": "https://example.org/a",
        "licence": "CC BY 4.0",
        "is_redistributable": True,
    }
    frame = figures(figure("b", "2020-02-23", 2), figure("a", "2020-01-27", 1))
    rows = read(downloads.csv_bytes(downloads.cited(frame, tables.DOCUMENTS.frame([document]))))
    assert [row["figure_id"] for row in rows] == ["b", "a"]
    assert [rows[1][name] for name in ("speaker", "publisher", "url", "licence")] == [
        "OCHA",
        "OCHA",
        "https://example.org/a",
        "CC BY 4.0",
    ]
    assert rows[0]["url"] == ""
    closed = tables.DOCUMENTS.frame([document | {"is_redistributable": False}])
    assert [row["figure_id"] for row in read(downloads.csv_bytes(downloads.cited(frame, closed)))] == ["b"]


@pytest.mark.parametrize(
    ("filters", "name"),
    [
        (["SY-NW", "new_displacement"], "figures_sy-nw_new-displacement_b1.csv"),
        (["", "UN / OCHA", "../../etc"], "figures_un-ocha_etc_b1.csv"),
        ([], "figures_b1.csv"),
        (["نزوح"], "figures_b1.csv"),
    ],
)
def test_the_name_of_the_file_says_what_was_filtered(filters, name):
    assert downloads.file_name("figures", filters, "b1") == name
