"""A package is usable without us: it is valid, complete, checkable, and the same for the same inputs."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest

from etl import pipeline, store, tables
from etl.errors import UnknownMeasure, UnknownPlace
from etl.package import NAMES, write_package
from etl.select import Selection, select
from tests.test_formats import HOSTILE

WINTER = Selection(area="SY-NW", measure="new_displacement", first_day=date(2019, 12, 1), last_day=date(2020, 3, 31))
SELECTIONS = [Selection(), WINTER, Selection(known_on=date(2020, 2, 1)), Selection(area="SY07", profile="acled")]


def packed(selection: Selection) -> bytes:
    target = io.BytesIO()
    write_package(target, selection)
    return target.getvalue()


def opened(selection: Selection) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(packed(selection)))


@pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "winter", "known on", "profile"])
def test_frictionless_accepts_the_package(built, tmp_path, selection):
    with opened(selection) as package:
        package.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
    assert report.stats["tasks"] == len(NAMES)


@pytest.mark.parametrize("selection", SELECTIONS, ids=["all", "winter", "known on", "profile"])
@pytest.mark.parametrize("name", ["figures", "claims", "series", "events", "offensives"])
def test_the_package_holds_the_rows_of_select(built, selection, name):
    expected = select(name, selection)
    with opened(selection) as package:
        parquet = pq.read_table(io.BytesIO(package.read(f"data/{name}.parquet")))
        from_csv = list(csv.reader(io.StringIO(package.read(f"data/{name}.csv").decode("utf-8-sig"), newline="")))
    table = tables.TABLES[name]
    assert parquet.select(table.names).replace_schema_metadata(None).equals(table.arrow(expected).replace_schema_metadata(None))
    assert len(from_csv) - 1 == len(expected)
    assert from_csv[0] == parquet.schema.names


def test_the_same_build_gives_the_same_bytes(built):
    assert packed(WINTER) == packed(WINTER)


def test_the_same_inputs_built_again_give_the_same_bytes(built, tmp_path, monkeypatch):
    first = packed(Selection())
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    pipeline.build()
    assert packed(Selection()) == first


def test_every_file_is_in_the_list_of_checksums(built):
    with opened(WINTER) as package:
        lines = package.read("SHA256SUMS").decode().splitlines()
        sums = dict(reversed(line.split("  ", 1)) for line in lines)
        assert set(sums) == set(package.namelist()) - {"SHA256SUMS"}
        assert all(hashlib.sha256(package.read(name)).hexdigest() == digest for name, digest in sums.items())


def test_every_column_is_in_the_dictionary_and_every_publisher_has_its_licence(built):
    with opened(WINTER) as package:
        dictionary = pd.read_csv(io.BytesIO(package.read("dictionary.csv")))
        licences = pd.read_csv(io.BytesIO(package.read("licences.csv")))
        figures = pd.read_csv(io.BytesIO(package.read("data/figures.csv")))
    assert list(dictionary.loc[dictionary["table"] == "figures", "column"]) == list(figures.columns)
    pairs = set(zip(licences["publisher"], licences["licence"], strict=True))
    assert set(zip(figures["publisher"], figures["licence"], strict=True)) <= pairs
    assert licences["licence"].notna().all()


def test_the_package_says_what_was_asked_and_how_to_cite_it(built):
    with opened(WINTER) as package:
        asked = json.loads(package.read("selection.json"))
        readme = package.read("README.md").decode()
    assert asked["selection"]["area"] == "SY-NW"
    assert asked["selection"]["from"] == "2019-12-01"
    assert asked["citation"] in readme
    assert asked["inputs"]


def test_documents_are_those_that_the_rows_name(built):
    with opened(WINTER) as package:
        ids = {
            name: set(pd.read_csv(io.BytesIO(package.read(f"data/{name}.csv")))["document_id"].dropna())
            for name in ("figures", "events", "documents")
        }
    assert ids["documents"] == ids["figures"] | ids["events"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_excerpt_runs_in_a_spreadsheet(built, tmp_path, monkeypatch, text):
    frames = {name: store.read(name) for name in tables.TABLES}
    frames["figures"].loc[:3, "excerpt"] = text
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    with store.new_build("hostile") as build:
        for name, frame in frames.items():
            build.write(tables.TABLES[name], frame)
    with opened(Selection()) as package:
        rows = list(csv.DictReader(io.StringIO(package.read("data/figures.csv").decode("utf-8-sig"), newline="")))
    assert [row["excerpt"] for row in rows[:4]] == [f"'{text}"] * 4


@pytest.mark.parametrize(
    ("selection", "error"), [(Selection(area="Atlantis"), UnknownPlace), (Selection(measure="x"), UnknownMeasure)]
)
def test_a_selection_that_cannot_be_understood_writes_nothing(built, selection, error):
    target = io.BytesIO()
    with pytest.raises(error):
        write_package(target, selection)
    assert target.getvalue() == b""
