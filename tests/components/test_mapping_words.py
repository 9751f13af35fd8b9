"""What the map says in words."""

import pytest

from components import mapping_told as told
from components import mapping_words as words
from components.mapping_ground import Ground
from components.selection import rows
from tests.components.frames import day
from tests.components.mapped import MONTHLY, SIDES, SINCE, happened, month, shown, took, total, towns

DAY = day("2020-02-29")
MORE_THAN = total("C3916", 110_000, "2020-01-30", quantifier="more_than", area_role="origin")
VAGUE = month("C3916", None, low=2_000, high=9_999, own_low=2_000, own_high=9_999, quantifier="vague")


def test_the_opening_names_the_highest_number_of_each_side_with_its_speaker():
    people = shown(month("C4126", 71_588, speaker="HNAP"), month("C3985", 5), month("C3916", 185_364, area_role="origin"))
    said = words.opening(MONTHLY, people, [], DAY)
    assert said.startswith("In the month to 29 Feb 2020, 185,364 movements left Saraqeb, according to OCHA; in the month")
    assert "71,588 movements came to Al-Dana, according to HNAP: the highest numbers drawn here." in said


def test_one_number_is_not_called_the_highest():
    assert "according to OCHA: the only number drawn here." in words.opening(MONTHLY, shown(month("C4126", 5)), [], DAY)


def test_a_day_without_a_number_is_a_gap_in_words_never_a_zero():
    said = words.opening(MONTHLY, [], [], DAY)
    assert "no number of people newly displaced was reported" in said
    assert " 0 " not in said


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], "No report up to 29 Feb 2020 says that a town drawn here was taken or entered."),
        ([took("a", "2020-02-06")], "1 town had been reported or claimed as captured, entered or attacked."),
        ([took("a", "2020-02-06", status="denied")], "Of these, 1 is disputed."),
    ],
)
def test_the_opening_counts_the_towns_and_the_disputed_ones(acts, expected):
    assert words.taken(towns(*acts), DAY).endswith(expected)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            total("C3916", 110_000, "2020-01-30", quantifier="more_than", area_role="origin"),
            "By 30 Jan 2020, more than 110,000 people left Saraqeb",
        ),
        (
            VAGUE,
            "2,000 to 9,999 movements came to Saraqeb",
        ),
        (month("C3916", 20_000, measure="returns"), "20,000 movements returned to Saraqeb"),
    ],
)
def test_a_number_keeps_how_it_was_meant(record, expected):
    assert expected in words.told(shown(record)[0])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SY07", "somewhere in the governorate"),
        ("SY0703", "somewhere in the district"),
        ("SY070301", "in or near, known to the sub-district"),
        ("C4126", "place known"),
        ("C6389", "no point known under clear terms"),
        ("SY-NW", "somewhere in a wider area"),
        (None, "place not coded"),
    ],
)
def test_every_number_says_how_exactly_its_place_is_known(code, expected):
    assert words.exactness(shown(month(code, 10))[0]) == expected


def test_what_is_known_more_widely_is_listed_under_who_says_so_and_never_added():
    lists = words.wider(shown(month("SY07", 20), month("SY-NW", 90), month("C6389", 7, speaker="HNAP")))
    assert lists == [
        (
            "No point known under clear terms. In the month to 29 Feb 2020, according to HNAP:",
            ["7 movements came to Bab al-Hawa"],
        ),
        ("Somewhere in a wider area. In the month to 29 Feb 2020, according to OCHA:", ["90 movements came to Northwest Syria"]),
        ("Somewhere in the governorate. In the month to 29 Feb 2020, according to OCHA:", ["20 movements came to Idleb"]),
    ]


def test_pointing_at_a_circle_says_speaker_words_day_and_role():
    said = told.point_hover(shown(month("C4126", 71_588))[0])
    assert all(
        part in said for part in ("71,588", "OCHA", "“the words”", "29 Feb 2020", "Recommended: best-ranked", "place known")
    )


def test_words_of_others_never_become_markup():
    assert "<img" not in told.point_hover(shown(month("C4126", 1), phrase="<img src=x>")[0])


def test_pointing_at_a_town_says_status_and_speaker_of_the_last_act_and_those_before():
    (town,) = towns(
        took("a", "2020-02-27", "Turkish-backed factions", status="confirmed"), took("b", "2020-03-02", status="claimed")
    )
    said = told.town_hover(town)
    assert "disputed" in said
    assert "claimed, according to SANA" in said.replace("<br>", " ")
    assert "before: captured by Turkish-backed factions" in said.replace("<br>", " ")


@pytest.mark.parametrize(
    ("actor", "status", "shape"),
    [
        ("Syrian government forces", "claimed", "square"),
        ("Turkish-backed factions", "claimed", "square-open-dot"),
        ("not stated", "claimed", "square"),
        ("Syrian government forces", "denied", "bowtie"),
    ],
)
def test_the_shape_of_a_town_says_what_was_done_and_by_which_side(actor, status, shape):
    assert words.symbol(towns(took("a", "2020-02-06", actor, status=status))[0], SIDES) == shape


def test_villages_of_a_sub_district_go_by_the_name_in_the_report_not_by_the_sub_district():
    (row,) = rows(happened(took("a", "2020-02-06", code="SY070301", area_as_reported="Surman and Abu Makki")))
    assert "Surman and Abu Makki" in told.events_hover([row])
    assert "sub-district:" not in told.events_hover([row])


def test_the_table_holds_the_circles_first_then_what_has_none_then_events_and_towns():
    people = shown(month("SY07", 999), month("C4126", 10), month("C3985", 20))
    table = told.table(people, towns(took("t", "2020-02-06")), [])
    assert list(table["id"]) == ["f-C3985-2020-02-29", "f-C4126-2020-02-29", "f-SY07-2020-02-29", "t"]
    assert list(table["On the map"])[2] == "somewhere in the governorate"
    assert list(table["Said by"])[3] == "reported, SANA"


def test_along_a_road_a_town_that_was_only_attacked_is_not_said_to_have_changed_hands():
    road = Ground({}, (), (), (), (), {"M5": ("C3985", "C3916"), "M4": ("C4126",)}, 0)
    turks = "Turkish-backed factions"
    attacked = took("b", "2020-02-27", turks, event_type="counter_offensive")
    acts = [took("a", "2020-02-06"), took("c", "2020-02-26", turks, event_type="town_entered"), attacked]
    ((head, (line,)),) = told.along_roads(road, towns(*acts))
    assert head == "M5, in its order: of 2 places, 1 had been reported or claimed as captured, entered or attacked"
    assert line == (
        "Saraqeb: attacked in a counter-offensive by Turkish-backed factions, 27 Feb 2020, reported, according to SANA; "
        "before that captured by Syrian government forces, 6 Feb 2020, reported, according to SANA"
    )


@pytest.mark.parametrize(("theme", "word"), [("light", "black"), (None, "black"), ("dark", "white")])
def test_the_key_names_the_colours_of_the_readers_theme_and_what_paler_means(theme, word):
    key = words.key_sides(SIDES, theme)
    assert f"**{word}, and a dot in the town's mark: Opposition**" in key
    assert key.endswith("paler: claimed by one side only, or denied")
    assert words.key_sides([], theme) == "paler: claimed by one side only, or denied"


def test_a_range_is_drawn_for_its_known_side():
    assert words.size(shown(VAGUE)[0]) == 2_000


def test_the_choice_says_what_the_circles_count():
    assert words.count_name(SINCE) == "People newly displaced, people, running total since 1 Dec 2019 (0 marks)"


def test_the_source_line_names_speakers_day_and_licences():
    people = shown(month("C4126", 10, speaker="HNAP"), month("C3985", 20))
    assert words.sources(people, ["CC BY 4.0"]).startswith("Figures: HNAP, OCHA; last as of 29 Feb 2020. Licences: CC BY 4.0.")
    assert words.sources([], []) == "No figure is shown."
