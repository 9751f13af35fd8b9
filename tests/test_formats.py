"""The same rows in every format: exact for machines, harmless for people, tagged for those who read HXL."""

import csv
import io
import json
import zipfile

import hxl
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import formats, store, tables
from etl.citation import cite, cited_table
from etl.workbook import xlsx_bytes

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://a.example")', "＝1+1", "＠A1"]
HARMLESS = ["more than 948,000", "نزوح", "біженці", 'a, "b"; c', "5-6 people", " =1", "'=1", ""]
TAGGED = [name for name, table in tables.TABLES.items() if any(column.hxl for column in table.columns)]


def speakers(note: str) -> pd.DataFrame:
    return tables.SPEAKERS.frame([{"speaker": "OCHA", "speaker_type": "un", "leaning": "un", "note": note}])


def people_csv(frame: pd.DataFrame, table=tables.SPEAKERS, **options) -> bytes:
    return b"".join(formats.csv_chunks([frame], table, for_people=True, **options))


def read_hxl(path):
    return hxl.data(str(path), hxl.InputOptions(allow_local=True))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_a_spreadsheet_would_run_is_shown_to_people_and_exact_for_machines(text):
    assert rows(people_csv(speakers(text)))[0]["note"] == f"'{text}"
    assert rows(formats.csv_bytes(speakers(text), tables.SPEAKERS))[0]["note"] == text


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_left_as_it_is(text):
    assert rows(people_csv(speakers(text)))[0]["note"] == text


def test_people_get_a_byte_order_mark_and_machines_none():
    assert people_csv(speakers("نزوح")).startswith(b"\xef\xbb\xbf")
    assert formats.csv_bytes(speakers("نزوح"), tables.SPEAKERS).startswith(b"speaker,")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_cell_of_a_peoples_csv_begins_as_a_formula(text):
    data = people_csv(speakers(text)).decode("utf-8-sig")
    cells = next(list(csv.reader(io.StringIO(data, newline="")))[k] for k in (1,)) if "\x00" not in text else ["x"]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")) for cell in cells)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_workbook_holds_text_and_no_formula(text):
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(speakers(text), tables.SPEAKERS)))
    cell = book["data"]["E2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_a_workbook_has_data_dictionary_sources_and_selection(built):
    frame = store.read("series")
    content = xlsx_bytes(frame, tables.SERIES, sources=[{"publisher": "OCHA"}], selection=[{"what": "area", "value": "SY-NW"}])
    sheets = pd.read_excel(io.BytesIO(content), sheet_name=None)
    assert list(sheets) == ["data", "dictionary", "sources", "selection"]
    assert list(sheets["dictionary"]["column"]) == tables.SERIES.names
    assert sheets["data"]["value"].sum() == frame["value"].sum()
    assert sheets["data"]["value"].isna().sum() == frame["value"].isna().sum()
    assert sheets["data"]["as_of"].dt.date.tolist() == frame["as_of"].tolist()


@pytest.mark.parametrize("form", sorted(formats.FORMATS))
@pytest.mark.parametrize("name", sorted(tables.TABLES))
def test_the_same_rows_give_the_same_bytes(built, name, form):
    frame, write = store.read(name), formats.FORMATS[form]
    assert write(frame, tables.TABLES[name]) == write(frame.copy(), tables.TABLES[name])


def test_csv_json_and_parquet_hold_the_same_numbers(built):
    frame, table = store.read("series"), tables.SERIES
    from_csv = pd.read_csv(io.BytesIO(formats.csv_bytes(frame, table)))
    from_json = json.loads(formats.json_bytes(frame, table))
    from_parquet = pq.read_table(io.BytesIO(formats.parquet_bytes(frame, table)))
    expected = frame["value"].astype(object).where(frame["value"].notna(), None).tolist()
    assert [row["value"] for row in from_json] == expected == from_parquet["value"].to_pylist()
    assert from_csv["value"].astype(object).where(from_csv["value"].notna(), None).tolist() == expected
    assert from_parquet.schema.field("value").metadata[b"definition"] == table.column("value").definition.encode()


@pytest.mark.parametrize("pieces", [1, 3, 7])
def test_a_table_in_pieces_is_the_table(built, pieces):
    frame, table = store.read("events"), tables.EVENTS
    cut = [frame.iloc[len(frame) * k // pieces : len(frame) * (k + 1) // pieces] for k in range(pieces)]
    assert b"".join(formats.csv_chunks(cut, table)) == formats.csv_bytes(frame, table)
    assert b"".join(formats.json_chunks(cut, table)) == formats.json_bytes(frame, table)
    assert pq.read_table(io.BytesIO(b"".join(formats.parquet_chunks(cut, table)))).equals(table.arrow(frame))


def test_no_rows_are_an_empty_file_of_the_right_kind():
    none = tables.EVENTS.frame([])
    assert json.loads(formats.json_bytes(none, tables.EVENTS)) == []
    assert formats.csv_bytes(none, tables.EVENTS).decode() == ",".join(tables.EVENTS.names) + "\n"
    assert pq.read_table(io.BytesIO(formats.parquet_bytes(none, tables.EVENTS))).num_rows == 0


@pytest.mark.parametrize("for_people", [False, True])
@pytest.mark.parametrize("name", TAGGED)
def test_libhxl_reads_and_validates_the_tagged_csv(built, tmp_path, name, for_people):
    frame, table = store.read(name), tables.TABLES[name]
    if for_people:
        frame, table = cite(name, frame, store.live_build()), cited_table(name)
    path = tmp_path / f"{name}.csv"
    path.write_bytes(b"".join(formats.csv_chunks([frame], table, for_people=for_people, hxl=True)))
    with read_hxl(path) as found:
        assert [column.display_tag for column in found.columns if column.display_tag] == [c.hxl for c in table.columns if c.hxl]
        assert sum(1 for _ in found) == len(frame)
    errors = []
    with read_hxl(path) as found:
        hxl.schema(callback=errors.append).validate(found)
    # An offensive's deadliest day is an outlier among its days, and libhxl only asks whether it is meant.
    broken = [(error.message, str(error.column), error.value) for error in errors if "outlier" not in error.message]
    assert broken == []


def test_a_workbook_can_carry_the_tags_too():
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(no_series(), tables.SERIES, hxl=True)))["data"]
    assert sheet["A2"].value == tables.SERIES.columns[0].hxl


def no_series() -> pd.DataFrame:
    return tables.SERIES.frame([])


def test_a_workbook_names_no_day_of_its_making():
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(no_series(), tables.SERIES))) as book:
        assert {info.date_time[0] for info in book.infolist()} == {1980}
        assert b"1980-01-01" in book.read("docProps/core.xml")


@pytest.mark.parametrize("name", ["figures", "claims", "series", "events", "offensives", "documents"])
def test_every_row_for_people_says_who_published_it_where_and_under_which_terms(built, name):
    frame = store.read(name)
    cited = cite(name, frame, store.live_build())
    assert {"publisher", "url", "licence"} <= set(cited.columns)
    assert cited["publisher"].notna().all()
    assert cited["licence"].notna().all()
    assert cited[tables.TABLES[name].names].equals(frame)
    if name not in ("offensives", "documents"):
        assert cited["speaker"].notna().all()
