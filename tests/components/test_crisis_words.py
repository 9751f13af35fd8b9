"""What a crisis file says in the reader's language, and English where it says nothing else."""

import re
from datetime import date

import pytest

from components import data, selection
from components.charts import lanes
from components.crisis_words import in_language
from components.viewpoint import NOW, Viewpoint
from components.wording import speaking
from etl import crises

LATIN = re.compile("[A-Za-z]{3,}")
DAY_OF_A_FRONT = Viewpoint(date(2020, 1, 20), "interval")


def test_in_english_it_is_the_file_as_it_is():
    about = crises.read_crisis()
    assert in_language(about) == about


def test_in_arabic_title_lanes_and_turning_points_are_arabic_and_all_else_the_same():
    about = crises.read_crisis()
    with speaking("ar"):
        spoken = in_language(about)
    assert spoken.title == about.fields["title_ar"]
    assert [side["name"] for side in spoken.fields["side"]] == [side["name_ar"] for side in about.fields["side"]]
    assert [point.label for point in spoken.turning_points] == [point["label_ar"] for point in about.fields["turning_points"]]
    assert [point.day for point in spoken.turning_points] == [point.day for point in about.turning_points]
    assert [group.speakers for group in spoken.speaker_groups] == [group.speakers for group in about.speaker_groups]
    assert spoken.areas == about.areas


def _ours(table, viewpoint):
    """The rows that we keep by hand: those read from a document say it in the document's words."""
    rows = data.table(table, viewpoint)
    return rows[rows["document_id"].isna()] if "document_id" in rows else rows


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("viewpoint", [NOW, DAY_OF_A_FRONT])
@pytest.mark.parametrize(
    ("table", "column"), [("offensives", "name"), ("offensives", "parties"), ("events", "actor"), ("events", "opponent")]
)
def test_every_campaign_and_everyone_who_fights_has_an_arabic_name(table, column, viewpoint):
    english, own = _ours(table, viewpoint)[column], _ours(table, viewpoint).index
    with speaking("ar"):
        arabic = data.table(table, viewpoint)[column][own]
    assert [name for name in arabic.dropna() if LATIN.search(name)] == []
    assert arabic.isna().tolist() == english.isna().tolist()
    assert arabic.nunique() == english.nunique()


@pytest.mark.usefixtures("built")
def test_a_group_of_areas_is_called_by_its_arabic_name_and_by_the_stored_one_in_a_file():
    figures = data.table("figures")
    groups = figures.loc[figures["area_level"].isna() & figures["area_code"].notna(), "figure_id"]
    with speaking("ar"):
        arabic = data.table("figures")
        stored = data.as_stored(arabic)
    assert not groups.empty
    assert [name for name in arabic["area_name"][groups.index].unique() if LATIN.search(name)] == []
    assert stored["area_name"].tolist() == figures["area_name"].tolist()


@pytest.mark.usefixtures("built")
def test_an_event_stands_in_the_same_lane_in_every_language():
    def standing():
        sides = lanes.sides_of(data.crisis().fields)
        names = [side.name for side in sides]
        told = [lanes.lane_of(event, sides) for event in selection.rows(data.table("events"))]
        return [names.index(lane) if lane in names else lane for lane in told]

    english = standing()
    with speaking("ar"):
        assert standing() == english
    assert {0, 1} <= set(english)
