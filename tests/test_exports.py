"""One export, whoever asks: pieces, pages and files hold the rows of `select`, in its order."""

import io
from datetime import date

import pandas as pd
import pytest

from etl import exports, store
from etl.errors import CannotRead, UnknownPlace
from etl.exports import Export, chunks
from etl.formats import FORMATS
from etl.select import Selection, batches, select
from etl.tables import TABLES

IDPS = Selection(area="SY-NW", measure="idps")
SELECTIONS = [Selection(), IDPS, Selection(known_on=date(2020, 2, 1)), Selection(profile="acled")]


@pytest.fixture(autouse=True)
def small_pieces(built, monkeypatch):
    """Pieces of a few rows, so that every table has several."""
    monkeypatch.setattr(store, "ROWS_A_BATCH", 64)


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_pieces_together_are_the_selection(name, selection):
    together = pd.concat(batches(name, selection)).reset_index(drop=True)
    assert together.equals(select(name, selection))


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("most", [1, 63, 64, 65, 5000])
def test_pages_meet_without_a_gap_and_without_a_row_twice(selection, most):
    export, start, found = Export("claims", selection, store.live_build()), 0, []
    while start is not None and len(found) < 8:
        page, following = export.page(start, most)
        found.append(page)
        assert following is None or following > start
        start = following
    together = pd.concat(found).reset_index(drop=True)
    assert together.equals(select("claims", selection).iloc[: len(together)])
    assert start is not None or len(together) == len(select("claims", selection))


@pytest.mark.parametrize("form", ["csv", "json", "parquet"])
def test_an_export_has_the_bytes_of_its_format(form):
    whole = FORMATS[form](select("series", IDPS), TABLES["series"])
    assert b"".join(chunks(Export("series", IDPS, store.live_build()), form)) == whole


def test_a_workbook_says_what_was_asked():
    export = Export("series", IDPS, store.live_build(), for_people=True, hxl=True)
    sheets = pd.read_excel(io.BytesIO(b"".join(chunks(export, "xlsx"))), sheet_name=None)
    assert sheets["data"].iloc[0, 0] == "#indicator+name"
    assert len(sheets["data"]) == len(select("series", IDPS)) + 1
    asked = dict(zip(sheets["selection"]["what"], sheets["selection"]["value"], strict=True))
    assert (asked["measure"], asked["area"]) == ("idps", "SY-NW")


@pytest.mark.parametrize(
    ("name", "form", "message"),
    [("speakers", "csv", "the columns of speakers have no HXL tags"), ("series", "json", "json has no row for HXL tags")],
)
def test_hashtags_that_have_no_place_are_refused(name, form, message):
    with pytest.raises(CannotRead, match=message):
        chunks(Export(name, Selection(), store.live_build(), hxl=True), form)


def test_what_is_wrong_is_said_before_the_first_piece():
    with pytest.raises(UnknownPlace):
        chunks(Export("series", Selection(area="Atlantis"), store.live_build()), "csv")


def test_an_export_names_its_publishers_with_their_terms():
    export = Export("figures", Selection(), store.live_build())
    found = exports.sources(export)
    assert sum(one["n_rows"] for one in found) == len(select("figures", Selection()))
    assert all(one["licence"] for one in found)
    assert [one["n_rows"] for one in found] == sorted((one["n_rows"] for one in found), reverse=True)


@pytest.mark.parametrize("start", [0, 1, 63, 64, 65, 100_000])
def test_reading_can_begin_at_any_row(start):
    frame = store.read("claims")
    found = list(store.batches("claims", start=start))
    assert sum(map(len, found)) == max(len(frame) - start, 0)
    assert [row for piece in found for row in piece.index] == list(range(start, len(frame)))
    if found:
        assert pd.concat(found).equals(frame.iloc[start:])


def test_rows_are_looked_up_by_an_id():
    frame = store.read("figures")
    wanted = frame["figure_id"].iloc[[700, 3]]
    found = store.lookup("figures", ["figure_id", "speaker"], None, "figure_id", [*wanted, "nothing"])
    assert found["figure_id"].tolist() == wanted.tolist()[::-1]
    assert store.lookup("figures", ["speaker"], None, "figure_id", []).empty
