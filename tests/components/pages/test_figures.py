"""The table behind the charts: filtered by the address or by hand, with its evidence and its download."""

import pytest

from components import data
from etl import store
from tests.components.app import assert_runs, figures_page, words

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


def test_every_figure_is_there_when_nothing_is_filtered():
    app = figures_page(area="any", measure="any")
    assert len(shown(app)) == len(store.read("figures"))


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
    assert f"“{figure['phrase']}”" in [element.value for element in app.text]
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
    assert data.evidence(figures.iloc[0].to_dict())["document"]["licence"]
