"""The page of the data shows the build as it is: its rows page by page, its declarations, its sources."""

import csv
import io
import re

import pandas as pd
import pyarrow.parquet as pq
import pytest

from components import catalogue
from components.wording import speaking
from etl import pipeline, store
from etl.tables import TABLES

pytestmark = pytest.mark.usefixtures("built")


@pytest.mark.parametrize("name", TABLES)
def test_the_pages_of_a_table_are_all_of_it_in_order(name):
    build = store.live_build()
    n_rows = catalogue.n_rows(name, build)
    pages = [catalogue.rows_of(name, build, page) for page in range(1, catalogue.n_pages(n_rows) + 1)]
    assert max(map(len, pages)) <= catalogue.ROWS_A_PAGE
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), store.read(name))


@pytest.mark.parametrize("name", TABLES)
def test_a_download_holds_every_row(name):
    build = store.live_build()
    text = catalogue.file_bytes(name, build, "csv")
    assert text.startswith(b"\xef\xbb\xbf")
    assert len(list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))) == len(store.read(name)) + 1
    assert pq.read_table(io.BytesIO(catalogue.file_bytes(name, build, "parquet"))).num_rows == len(store.read(name))


@pytest.mark.parametrize("name", TABLES)
def test_the_dictionary_says_what_is_declared(name):
    shown = catalogue.dictionary(name)
    assert shown["Column"].tolist() == TABLES[name].names
    for column, meaning in zip(TABLES[name].columns, shown["Meaning"], strict=True):
        assert meaning.startswith(column.definition)
        assert all(word in meaning for word in column.allowed)


@pytest.mark.parametrize("name", TABLES)
def test_an_arabic_reader_is_told_in_arabic_what_each_column_means(name):
    with speaking("ar"):
        shown = catalogue.dictionary(name)
    assert shown["العمود"].tolist() == TABLES[name].names
    assert [meaning for meaning in shown["المعنى"] if not re.search("[\u0600-\u06ff]", meaning)] == []


def test_every_source_is_there_with_terms_coverage_and_freshness():
    shown = catalogue.sources(store.live_build())
    sources = [module.SOURCE for module in pipeline.source_modules().values()]
    assert [title for title, _ in shown] == [source.title for source in sources]
    for (_, lines), source in zip(shown, sources, strict=True):
        told = dict(lines)
        assert (told["Licence"], told["Coverage"]) == (source.licence, source.coverage)
        assert told["Published"]


def test_days_that_nobody_gave_are_said_to_be_so():
    days = pd.Series([None, pd.Timestamp("2020-01-28").date()], dtype="date32[pyarrow]")
    assert catalogue._days(days) == "28 Jan 2020; not given for 1"
    assert catalogue._days(days.iloc[:1]) == catalogue._last(days.iloc[:1]) == "not given"


def test_the_addresses_are_those_of_the_api():
    from components.api import openapi

    assert [path for path, _ in catalogue.addresses()] == list(openapi.description()["paths"])


@pytest.mark.parametrize(("rows", "pages"), [(0, 1), (1, 1), (50, 1), (51, 2)])
def test_a_page_is_full_before_the_next_begins(rows, pages):
    assert catalogue.n_pages(rows) == pages
