"""Rows whose licence forbids passing on stay here; what leaves says which and why."""

import io
import json
import zipfile

import pyarrow.parquet as pq
import pytest

from etl import store
from etl.exports import Export
from etl.package import write_package
from etl.redistribution import left_out, permitted, terms_of
from etl.select import Selection, select
from etl.tables import TABLES, surely

EVERYTHING = Selection()
AREA = Selection(area="SY-NW", measure="new_displacement")


@pytest.fixture(scope="session")
def closed_tables(built_tables, tmp_path_factory):
    """A build like the default one, in which the document behind the last point of the line may not be passed on."""
    folder = tmp_path_factory.mktemp("closed") / "tables"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUZUH_DATA", str(built_tables))
        frames = {name: store.read(name) for name in TABLES}
        last = frames["series"].loc[surely(frames["series"]["value"] == 961_300), "figure_id"].iloc[0]
        figures, documents = frames["figures"], frames["documents"]
        document = figures.loc[surely(figures["figure_id"] == last), "document_id"].iloc[0]
        is_closed = surely(documents["document_id"] == document)
        documents.loc[is_closed, "is_redistributable"] = False
        documents.loc[is_closed, "licence"] = "All rights reserved"
        patch.setenv("NUZUH_DATA", str(folder))
        with store.new_build("closed") as build:
            for name, frame in frames.items():
                build.write(TABLES[name], frame)
    return folder, document


@pytest.fixture
def closed(closed_tables, monkeypatch):
    """The document that may not be passed on; this test reads its build."""
    folder, document = closed_tables
    monkeypatch.setenv("NUZUH_DATA", str(folder))
    return document


def test_where_every_licence_allows_it_nothing_is_left_out(built):
    assert terms_of(store.live_build(), EVERYTHING).documents == {}
    assert all(left_out(name, EVERYTHING, store.live_build()) == [] for name in TABLES)


@pytest.mark.parametrize("name", ["documents", "figures"])
def test_rows_of_a_closed_document_are_left_out_and_counted(closed, name):
    frame = select(name, EVERYTHING)
    kept = permitted(name, frame, terms_of("closed", EVERYTHING))
    n_closed = int((frame["document_id"] == closed).sum())
    assert n_closed == len(frame) - len(kept) > 0
    assert closed not in set(kept["document_id"])
    found = left_out(name, EVERYTHING, "closed")
    assert sum(one.n_rows for one in found) == n_closed
    assert all("All rights reserved" in one.reason and str(one.n_rows) in one.reason for one in found)


def test_a_claim_that_an_open_document_makes_too_may_leave(closed):
    figures, claims = select("figures", EVERYTHING), select("claims", EVERYTHING)
    kept = set(permitted("claims", claims, terms_of("closed", EVERYTHING))["claim_id"])
    is_closed = surely(figures["document_id"] == closed)
    only_closed = set(figures.loc[is_closed, "claim_id"].dropna()) - set(figures.loc[~is_closed, "claim_id"].dropna())
    assert only_closed
    assert kept == set(claims["claim_id"]) - only_closed


def test_a_point_that_rests_on_a_closed_claim_is_left_out_with_the_change_that_tells_it(closed):
    terms = terms_of("closed", EVERYTHING)
    series = select("series", EVERYTHING)
    kept = permitted("series", series, terms)
    assert not surely(kept["value"] == 961_300).any()
    after = kept[kept["figure_id"].isin(terms.after)]
    assert after["change_value"].isna().all()
    same = kept[~kept["figure_id"].isin(terms.after)]
    assert same.equals(series.loc[same.index])


@pytest.mark.parametrize("known_on", [None, "2020-03-10"])
def test_what_was_known_on_a_day_is_held_back_as_well(closed, known_on):
    from datetime import date

    asked = Selection(known_on=date.fromisoformat(known_on) if known_on else None)
    export = Export("figures", asked, "closed")
    assert all(closed not in set(frame["document_id"].dropna()) for frame in export.frames())


def test_on_this_machine_everything_can_be_read(closed):
    export = Export("figures", EVERYTHING, "closed", is_shared=False)
    assert any(closed in set(frame["document_id"].dropna()) for frame in export.frames())


def test_a_package_says_what_was_left_out_and_holds_none_of_it(closed):
    target = io.BytesIO()
    write_package(target, EVERYTHING)
    with zipfile.ZipFile(target) as package:
        assert all(closed.encode() not in package.read(name) for name in package.namelist() if name.endswith(".csv"))
        assert closed not in set(pq.read_table(io.BytesIO(package.read("data/figures.parquet")))["document_id"].to_pylist())
        reasons = json.loads(package.read("selection.json"))["left_out"]
        assert any("All rights reserved" in reason for reason in reasons)
        assert all(reason in package.read("README.md").decode() for reason in reasons)
