"""The page of the data, part by part and table by table, as the address asks for it."""

import pytest

from etl import store, tables
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


def test_a_part_or_table_the_address_asks_for_in_vain_is_ignored_with_a_note():
    app = page("tables", part="secrets", table="passwords")
    assert_runs(app)
    assert "The address asks for secrets" in words(app)
    assert "The address asks for passwords" in words(app)


def test_the_problems_are_all_there():
    assert len(page("tables", part="problems").dataframe[0].value) == len(store.read("problems"))
