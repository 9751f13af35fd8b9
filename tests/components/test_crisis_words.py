"""What a crisis file says in the reader's language, and English where it says nothing else."""

from components.crisis_words import in_language
from components.wording import speaking
from etl import crises


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
