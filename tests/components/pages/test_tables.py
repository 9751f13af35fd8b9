"""The page of the data, part by part and table by table, as the address asks for it."""

import io
from datetime import date
from urllib.parse import parse_qsl

import pyarrow.parquet as pq
import pytest

from components import catalogue
from components.viewpoint import Viewpoint
from etl import store, tables
from etl.exports import Export
from etl.select import select
from tests.components.app import assert_runs, words
from tests.components.pages.trust import page

pytestmark = pytest.mark.usefixtures("built")


@pytest.mark.parametrize("name", tables.TABLES)
def test_each_table_has_its_rows_dictionary_and_downloads(name):
    app = page("tables", table=name)
    assert_runs(app)
    assert f"Dictionary of {name}" in words(app)
    assert [one.proto.label for one in app.get("download_button")] == [f"Download {name} as CSV", f"Download {name} as Parquet"]
    assert list(app.dataframe[0].value.columns) == tables.TABLES[name].names


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("sources", "Coverage: "),
        ("problems", "could not be accepted"),
        ("build", "Made from"),
        ("addresses", "Programs read the same tables"),
    ],
)
def test_each_part_is_a_link(part, says):
    app = page("tables", part=part)
    assert_runs(app)
    assert says in words(app)


@pytest.mark.parametrize("name", sorted(catalogue.FOLLOWING))
@pytest.mark.parametrize("viewpoint", [Viewpoint(date(2020, 1, 20)), Viewpoint(profile="acled")])
def test_a_table_and_its_downloads_are_those_of_the_viewpoint(name, viewpoint):
    app = page("tables", table=name, **dict(parse_qsl(viewpoint.address())))
    assert_runs(app)
    wanted = select(name, viewpoint.selection)
    assert app.dataframe[0].value.astype(str).to_numpy().tolist() == wanted.head(50).astype(str).to_numpy().tolist()
    assert f"{len(wanted):,} row" in words(app).replace("\\", "")
    kept = pq.read_table(io.BytesIO(catalogue.file_bytes(name, store.live_build(), "parquet", viewpoint))).num_rows
    assert kept == sum(map(len, Export(name, viewpoint.selection, store.live_build()).frames()))


def test_the_addresses_carry_the_viewpoint_where_they_take_one():
    app = page("tables", part="addresses", known_on="2020-01-20", profile="acled")
    assert_runs(app)
    shown = app.dataframe[0].value["Address"].tolist()
    assert "/api/v1/figures.csv?known_on=2020-01-20&profile=acled" in shown
    assert "/api/v1/openapi.json" in shown


def test_a_table_of_the_build_says_that_no_viewpoint_changes_it():
    assert "same from every day" in words(page("tables", table="areas", known_on="2020-01-20"))
    assert "same from every day" not in words(page("tables", table="areas"))


def test_a_part_or_table_the_address_asks_for_in_vain_is_ignored_with_a_note():
    app = page("tables", part="secrets", table="passwords")
    assert_runs(app)
    assert "The address asks for secrets" in words(app)
    assert "The address asks for passwords" in words(app)


def test_the_problems_are_all_there():
    assert len(page("tables", part="problems").dataframe[0].value) == len(store.read("problems"))
