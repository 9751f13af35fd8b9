"""The table behind the charts: filtered by the address or by hand, with its evidence and its download."""

import io
from datetime import date

import pandas as pd
import pytest

from components import cards, records
from components.explorer import ROWS_A_PAGE
from etl import store
from tests.components.app import assert_runs, blocks, figures_page, words

pytestmark = pytest.mark.usefixtures("built")


def shown(app):
    return app.dataframe[0].value


def test_it_opens_with_the_figures_behind_the_chart():
    app = figures_page()
    assert_runs(app)
    assert set(shown(app)["area_name"]) == {"Northwest Syria"}
    assert set(shown(app)["measure"]) == {"people newly displaced"}
    assert shown(app)["as_of"].dropna().is_monotonic_decreasing


@pytest.mark.parametrize(
    ("address", "column", "values"),
    [
        ({"speaker": "HNAP"}, "speaker", {"HNAP"}),
        ({"role": "recommended"}, "role", {"Recommended"}),
        ({"measure": "idps"}, "measure", {"people living in displacement"}),
    ],
)
def test_the_address_filters(address, column, values):
    app = figures_page(**address)
    assert_runs(app)
    assert set(shown(app)[column]) == values


def test_every_figure_is_there_page_by_page_when_nothing_is_filtered():
    pages = [figures_page(area="any", measure="any", page=str(number)) for number in (1, 2, 3)]
    assert [len(shown(app)) for app in pages[:2]] == [ROWS_A_PAGE, ROWS_A_PAGE]
    assert sum(len(shown(app)) for app in pages) == len(store.read("figures"))


@pytest.mark.parametrize("page", ["99", "0", "-1", "one"])
def test_a_page_there_is_not_is_the_first_page(page):
    app = figures_page(area="any", measure="any", page=page)
    assert_runs(app)
    assert len(shown(app)) == ROWS_A_PAGE
    assert f"The address asks for {page}, which is not here; the first page is shown." in words(app).replace("\\", "")


def test_filters_that_leave_fewer_pages_lead_back_to_the_first():
    app = figures_page(area="any", measure="any", page="3")
    app.selectbox(key="speaker").set_value("OCHA").run()
    assert_runs(app)
    assert len(shown(app)) > 0


def test_words_are_searched_as_text_not_as_a_pattern():
    app = figures_page()
    app.text_input(key="words").set_value("almost (").run()
    assert_runs(app)
    assert "No figure fits these filters" in words(app)
    app.text_input(key="words").set_value("MORE THAN 948").run()
    assert len(shown(app)) >= 1


def test_a_link_to_a_figure_shows_its_evidence():
    figure = store.read("figures").iloc[0]
    app = figures_page(figure=figure["figure_id"])
    assert_runs(app)
    assert f"“{figure['phrase']}”" in blocks(app)
    assert f"Speaker: {figure['speaker']}" in words(app)


def test_a_link_to_no_figure_says_so():
    app = figures_page(figure="nothing")
    assert_runs(app)
    assert "There is nothing with that id in this build." in words(app)


def test_the_gap_of_publication_days_is_stated():
    assert "the as-of day stands in" in words(figures_page())


def test_the_download_is_offered_beside_the_table():
    app = figures_page()
    assert app.get("download_button")[0].proto.label == "Download these figures as CSV"


def test_every_figure_can_be_cited():
    figures, documents = store.read("figures"), store.read("documents")
    assert set(figures["document_id"]) <= set(documents["document_id"])
    assert records.evidence(figures.iloc[0].to_dict())["document"]["licence"]


def test_known_on_a_day_the_table_and_the_download_hold_what_was_published_by_then(monkeypatch):
    offered = {}
    monkeypatch.setattr(cards.st, "download_button", lambda label, data, **given: offered.update(given, data=data()))
    app = figures_page(known_on="2020-01-20", profile="acled")
    assert_runs(app)
    known = store.read("figures").set_index("figure_id")["known_from"]
    assert "As known on 20 Jan 2020" in words(app)
    rows = pd.read_csv(io.BytesIO(offered["data"]))
    assert max(known[rows["figure_id"]]) <= date(2020, 1, 20)
    assert len(rows) == len(shown(app))
    assert "known-on-2020-01-20_profile-acled" in offered["file_name"]
    assert set(rows["rule_id"].str.partition("/")[0]) == {"acled"}


def test_a_figure_published_later_is_said_to_be_later():
    app = figures_page(figure="749811100cdfd07a", known_on="2020-01-20")
    assert_runs(app)
    assert "What the address asks for was published after 20 Jan 2020." in words(app)


def test_all_claims_about_a_day_stand_side_by_side_with_speaker_words_documents_and_reason():
    app = figures_page(figure="749811100cdfd07a")
    assert_runs(app)
    strip = app.get("plotly_chart")[0].proto
    assert "claims by" in strip.alt
    assert "recommended: UN Secretary-General" in strip.alt
    assert "“over 586,000”, in one document: UNICEF" in words(app)
    assert "the line follows UN humanitarian count" in words(app)


def test_a_figure_that_takes_no_part_in_series_has_no_strip():
    figures = store.read("figures")
    alone = figures[figures["role"].isna()]["figure_id"].iloc[0]
    assert not figures_page(figure=alone).get("plotly_chart")
