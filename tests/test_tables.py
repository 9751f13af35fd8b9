"""The tables, declared once: what is missing stays missing, what is strange is refused, and every column explains itself."""

from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl import tables
from etl.errors import TableRejected, UnknownTable
from etl.tables import TABLES, Column, Table

COLUMNS = [(table, column) for table in TABLES.values() for column in table.columns]
CAMPS = Table(
    "camps",
    "A table of this test.",
    ("camp_id",),
    (
        Column("camp_id", pa.string(), "The camp.", True),
        Column("kind", pa.string(), "Its kind.", allowed=frozenset({"tents", "houses"})),
        Column("people_value", pa.int64(), "People in it.", unit="persons", hxl="#affected"),
        Column("as_of", pa.date32(), "The day."),
    ),
)


def camps(*records):
    return CAMPS.frame(records)


def columns_named(pattern):
    return [pytest.param(column, id=f"{table.name}.{column.name}") for table, column in COLUMNS if pattern(column.name)]


def test_a_missing_value_survives_parquet_as_missing(tmp_path):
    frame = camps({"camp_id": "a", "people_value": 12, "as_of": date(2020, 1, 1)}, {"camp_id": "b"})
    pq.write_table(pa.Table.from_pandas(frame, schema=CAMPS.schema(), preserve_index=False), tmp_path / "camps.parquet")
    back = pq.read_table(tmp_path / "camps.parquet")
    assert back["people_value"].to_pylist() == [12, None]
    assert back["as_of"].to_pylist() == [date(2020, 1, 1), None]


def test_a_count_with_a_gap_stays_a_whole_number():
    assert camps({"camp_id": "a", "people_value": 2**53 + 1}, {"camp_id": "b"})["people_value"].tolist()[0] == 2**53 + 1


def test_no_records_make_an_empty_frame_with_every_column():
    assert list(camps().columns) == CAMPS.names
    assert CAMPS.problems(camps()) == []


def test_the_definition_the_unit_and_the_tag_travel_with_the_column():
    assert CAMPS.schema().field("people_value").metadata == {
        b"definition": b"People in it.",
        b"unit": b"persons",
        b"hxl": b"#affected",
    }


def test_a_field_that_no_column_declares_is_refused_by_name():
    with pytest.raises(TableRejected, match="there is no column colour"):
        camps({"camp_id": "a", "colour": "red"})


@pytest.mark.parametrize(
    ("records", "problem"),
    [
        ([{"camp_id": "a"}, {"camp_id": "a"}], "1 rows repeat the key camp_id"),
        ([{"camp_id": None}], "camp_id is missing in 1 rows"),
        ([{"camp_id": "a", "kind": "caves"}], "kind does not know 'caves'"),
        ([{"camp_id": "a", "kind": None}], None),
        ([{"camp_id": "a", "kind": "tents"}, {"camp_id": "b", "kind": "tents"}], None),
    ],
)
def test_a_frame_that_breaks_its_declaration_is_told_how(records, problem):
    assert CAMPS.problems(camps(*records)) == ([problem] if problem else [])


def test_every_problem_is_told_at_once():
    frame = camps({"camp_id": "a", "kind": "caves"}, {"camp_id": "a"}, {"camp_id": None})
    with pytest.raises(TableRejected) as raised:
        CAMPS.check(frame)
    assert len(raised.value.problems) == 3


def test_columns_in_another_order_or_number_are_refused():
    assert "missing ['kind']" in CAMPS.problems(camps().drop(columns="kind"))[0]
    assert CAMPS.problems(camps()[CAMPS.names[::-1]])


def test_a_table_is_found_by_name_and_a_strange_name_is_told_the_names_there_are():
    assert tables.table_named("figures") is tables.FIGURES
    with pytest.raises(UnknownTable, match="figures"):
        tables.table_named("articles")


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_table_has_a_definition_a_known_key_and_each_column_once(table):
    assert table.definition.endswith(".")
    assert set(table.key) <= set(table.names)
    assert len(table.names) == len(set(table.names))


@pytest.mark.parametrize("column", columns_named(lambda name: True))
def test_a_column_explains_itself(column):
    assert column.definition.endswith(".")
    assert not column.hxl or column.hxl.startswith("#")


@pytest.mark.parametrize("column", columns_named(lambda name: name.endswith("_on")))
def test_a_column_that_ends_in_on_is_a_day(column):
    assert column.type == pa.date32()


@pytest.mark.parametrize("column", columns_named(lambda name: name.endswith("_at")))
def test_a_column_that_ends_in_at_is_a_moment_in_utc(column):
    assert column.type == pa.timestamp("us", tz="UTC")


@pytest.mark.parametrize("column", columns_named(lambda name: name.startswith("is_") and name != "is_part_of"))
def test_a_column_that_starts_with_is_answers_yes_or_no(column):
    assert column.type == pa.bool_()


@pytest.mark.parametrize(
    "column", columns_named(lambda name: name.endswith(("_low", "_value", "_high")) or name in {"low", "value", "high"})
)
def test_a_number_that_may_be_unknown_is_a_whole_number_that_may_be_missing(column):
    assert column.type == pa.int64()
    assert not column.required
