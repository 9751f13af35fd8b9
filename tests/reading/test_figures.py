"""From a document to rows: what each row says, how rows hang together, and what becomes a problem."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import tables
from etl.errors import CannotRead
from etl.reading import figures
from etl.reading.document import document_of
from etl.reading.extract import known_places, known_speakers
from etl.reading.lexicon import Lexicon

WORDS = "more than|3,000|people|families|were displaced|fled|the|of whom|(|)|,|.|and|to|half|a million|hundreds of thousands|12"
FRAGMENTS = (
    f"{WORDS}|homes|destroyed|80 per cent|if|since 1 December|-|\n|\u064e|١٢|²|“|no one|of the|including|total|home to".split("|")
)


def read(text, **fields):
    document = document_of(text, **{"language": "en", "published_on": date(2020, 1, 28), "publisher": "Daily Post"} | fields)
    return figures.read(document)


def first(text, **fields):
    return read(text, **fields)[0][0]


def test_a_row_carries_the_exact_words_and_where_they_stand():
    text = "Officials said more than 3,000 people fled."
    figure = first(text)
    assert text[figure["span_start"] : figure["span_end"]] == figure["phrase"] == "more than 3,000"


def test_every_row_fits_the_tables():
    found, problems = read(
        "Some 430 families, or about 2,600 people, fled. Of 900 people nothing is known. Hundreds were killed."
    )
    assert tables.FIGURES.problems(tables.FIGURES.frame(found)) == []
    assert tables.PROBLEMS.problems(tables.PROBLEMS.frame(problems)) == []


def test_the_interval_follows_the_words_and_leaves_the_printed_number_alone():
    figure = first("Nearly 235,000 people fled.")
    assert (figure["reported_value"], figure["people_low"], figure["people_value"], figure["people_high"]) == (
        235_000,
        234_500,
        235_000,
        235_000,
    )
    assert figure["rule_id"] == "interval/nearly"


def test_an_open_side_stays_open():
    assert first("More than 3,000 people fled.")["people_high"] is None


def test_households_are_not_made_people_without_a_factor():
    figure = first("About 300 families fled.")
    assert (figure["unit"], figure["reported_value"], figure["people_low"], figure["household_size"]) == (
        "households",
        300,
        None,
        None,
    )


def test_one_fact_in_two_units_is_one_figure_with_its_people_from_the_text():
    (figure,), _ = read("Some 430 families, or about 2,600 people, fled.")
    assert (figure["reported_value"], figure["people_value"], figure["household_size_source"]) == (430, 2_600, "text")
    assert figure["household_size"] == pytest.approx(6.05)


def test_one_fact_in_two_units_that_begins_with_the_people_is_in_people_and_keeps_how_many_a_household_has():
    (figure,), _ = read("Some 2,600 people (430 families) fled.")
    assert (figure["unit"], figure["phrase"], figure["people_value"]) == ("persons", "Some 2,600", 2_600)
    assert (figure["household_size"], figure["household_size_source"]) == (pytest.approx(6.05), "text")


def test_a_number_that_a_share_of_a_whole_makes_says_so_and_is_not_surely_known():
    (figure,), _ = read("Half of the village's 900 residents fled.")
    assert figure["people_value"] == 450
    assert figure["note"].startswith("worked out from a share of 900")
    assert figure["confidence"] == "medium"


def test_a_part_names_its_total():
    found, _ = read("About 900 people, including 300 children, were displaced.")
    total, part = found
    assert part["is_part_of"] == total["figure_id"]
    assert part["subgroup"] == "children"


@pytest.mark.parametrize(
    ("text", "has_parts"),
    [
        ("Some 500 people fled. About 300 people fled from the port and 200 people fled from the hills.", True),
        ("About 300 people fled from the port and 200 people fled from the hills. In all, 500 people fled.", True),
        ("Some 500 people fled. About 300 people fled from the port and 190 people fled from the hills.", False),
        ("Some 500 people fled. About 300 families fled from the port and 200 families fled from the hills.", False),
        ("Some 500 people fled. About 300 people were killed and 200 people were killed.", False),
    ],
)
def test_numbers_that_add_up_exactly_to_a_total_told_with_them_are_its_parts(text, has_parts):
    found, _ = read(text)
    total = next(figure for figure in found if figure["reported_value"] == 500)
    assert [figure["is_part_of"] == total["figure_id"] for figure in found if figure is not total] == [has_parts, has_parts]


def test_a_part_names_its_total_also_where_both_went_to_another_country():
    document = document_of("Some 9,000 people, including 4,000 children, fled to Uganda.", language="en")
    total, part = figures.read(document, known_places())[0]
    assert (total["measure"], part["is_part_of"]) == ("refugee_arrivals", total["figure_id"])


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Some 900 people fled to neighbouring Chad.", "refugee_arrivals"),
        ("Some 900 people fled from the plain to villages in neighbouring Chad.", "refugee_arrivals"),
        ("Some 900 people fled to hamlets in neighbouring Chad.", "refugee_arrivals"),
        ("Some 900 people fled the long war at home for neighbouring Chad.", "refugee_arrivals"),
        ("Some 900 people fled to neighbouring Roland.", "new_displacement"),
        ("Some 900 people fled to nearby Roland.", "new_displacement"),
        ("Some 900 people crossed into Roland.", "new_displacement"),
        ("Some 900 people crossed into Rwanda.", "refugee_arrivals"),
        ("Some 900 people fled the long war at home for the neighbouring hills.", "new_displacement"),
    ],
)
def test_a_neighbour_that_is_a_country_makes_refugees_and_a_province_does_not(text, measure):
    document = document_of(text, language="en")
    assert figures.read(document, known_places(), known_speakers())[0][0]["measure"] == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Chad shelters more than 40,000 Sudanese.", "refugees"),
        ("Nearly 130,000 people fled to other parts of Georgia.", "new_displacement"),
        ("Some 379,000 people have fled the troubled northern state for Bangladesh.", "refugee_arrivals"),
        ("An estimated 409,000 Rohingyas have arrived in Bangladesh, fleeing the crackdown.", "refugee_arrivals"),
        ("Some 12,400 Nicaraguans have sought protection in Costa Rica.", "refugee_arrivals"),
        ("The policy has displaced 3 million people, from Sudan to Iraq.", "new_displacement"),
        ("About 2,600 villagers have streamed into Guinea since the shelling began.", "refugee_arrivals"),
        ("Sudan was caught off guard when the fighting began. It now hosts some 36,000 Ethiopians.", "refugees"),
        ("Some 3,900 Mexicans entered Guatemala to escape the fighting.", "refugee_arrivals"),
        ("Some 60,000 people have crossed from Karabakh into Armenia.", "refugee_arrivals"),
        ("A year after Russia invaded, 5 million Ukrainians are displaced within the country.", "idps"),
        ("Turkey, which hosts 40,000 Syrians, closed the crossing.", "refugees"),
        ("Some 40,000 South Sudanese are sheltering in Uganda.", "refugees"),
        ("Some 40,000 Syrian families are living in camps in Jordan.", "refugees"),
        ("Some 40,000 South Sudanese are sheltering in Sudan.", "idps"),  # or Sudanese, at home
        ("Some 40,000 Syrians are sheltering in schools.", "idps"),
        ("Some 40,000 Syrians are sheltering in Turkey's strip of Syria.", "idps"),
        ("Chad shelters more than 40,000 people.", "idps"),
    ],
)
def test_those_who_stay_in_another_country_than_the_one_whose_people_they_are_are_refugees(text, measure):
    document = document_of(text, language="en")
    assert figures.read(document, known_places(), known_speakers())[0][0]["measure"] == measure


def test_a_number_of_people_without_a_measure_is_a_problem_and_no_figure():
    found, problems = read("About 900 people waited in line.")
    assert found == []
    assert [problem["reason"] for problem in problems] == ["number of people without a measure"]


def test_a_word_without_a_measure_of_ours_is_named_in_the_problem():
    _, problems = read("Floods affected 900 people.")
    assert [problem["reason"] for problem in problems] == ["number of people affected: there is no measure for it"]


def test_a_displacement_total_comes_before_deaths_and_before_larger_populations():
    text = "The province is home to 3 million people. Clashes killed 200 people and displaced 45,000."
    assert [figure["phrase"] for figure in read(text)[0]] == ["45,000", "200", "3 million"]


def test_what_happened_comes_before_what_may_happen():
    text = "Another 800,000 people could flee. So far 90,000 people have fled."
    assert [figure["phrase"] for figure in read(text)[0]] == ["90,000", "800,000"]


def test_a_total_refers_to_what_was_counted_before_it():
    found, _ = read("Another 5,000 people fled on Sunday, bringing the total to 60,000.")
    assert [(figure["phrase"], figure["measure"]) for figure in found] == [
        ("60,000", "new_displacement"),
        ("5,000", "new_displacement"),
    ]


def test_a_running_total_keeps_the_day_it_starts():
    figure = first("Since 1 December 390,000 people have fled.")
    assert (figure["period_start"], figure["as_of"]) == (date(2019, 12, 1), date(2020, 1, 28))


@pytest.mark.parametrize(
    ("text", "since", "as_of"),
    [
        ("The UN said on Monday that 390,000 people had fled since 1 December.", date(2019, 12, 1), date(2020, 1, 27)),
        ("The UN said on Monday that 32,000 people had fled in the past two days.", date(2020, 1, 25), date(2020, 1, 27)),
        ("The war has displaced 6 million people since it began in March 2011.", date(2011, 3, 1), date(2020, 1, 28)),
        ("Some 1,800 people fled since the two sides agreed on a truce in September 2018.", date(2018, 9, 1), date(2020, 1, 28)),
        ("Clashes broke out and 900 people fled earlier in the day.", date(2020, 1, 28), date(2020, 1, 28)),
        ("Some 460 people who fled attacks in 2018 returned home in the past week.", date(2020, 1, 21), date(2020, 1, 28)),
        ("Some 460 people displaced in 2018 have gone home on Monday.", date(2020, 1, 27), date(2020, 1, 27)),
        ("Some 460 people are staying in a school built in 1960.", None, date(2020, 1, 28)),
        ("Some 460 displaced people on Monday fled the camp.", date(2020, 1, 27), date(2020, 1, 27)),
        ("Some 460 people who on Monday returned to Rono were well.", date(2020, 1, 27), date(2020, 1, 27)),
    ],
)
def test_a_period_runs_up_to_the_day_on_which_it_was_told(text, since, as_of):
    document = document_of(text, language="en", published_on=date(2020, 1, 28))
    (figure,) = figures.read(document, known_places(), known_speakers())[0]
    assert (figure["period_start"], figure["as_of"]) == (since, as_of)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Troops took Kfar Roummah in Idlib province. Another 300 families fled.", "SY07"),
        ("Shells fell in Idlib province. Troops took Kfar Roummah. Another 300 families fled.", "C3984"),
        ("Shells fell in Idlib province. Troops took Kfar Roummah. Hundreds of thousands have fled.", "SY07"),
        ("Troops took Kfar Roummah. Hundreds of thousands have fled.", None),
        ("The push into Saraqeb, which the army shells, follows raids that displaced hundreds of thousands of people.", None),
        ("Fighting west of Aleppo city killed at least 15 people.", None),
        ("Fighting in western Aleppo killed at least 15 people.", "SY02-W"),
        ("In Aleppo city, hundreds of thousands of people have been displaced.", "C1007"),
        ("Idlib province is full of people from other parts of the country. Another 300 families fled.", "SY07"),
        ("Shells fell in Idlib province. A battle raged west of Aleppo. Another 300 families fled.", "SY07"),
        ("In Idlib province the army took the road linking Damascus with the city of Aleppo, and 300 families fled.", "SY07"),
        ("The army took a road that runs from Hama to Saraqeb as 900 people fled.", None),
        ("In Idlib province 900 people have fled since Turkey and Russia agreed on a truce.", "SY07"),
    ],
)
def test_a_great_number_is_not_put_down_to_a_village_named_before_it_nor_any_to_a_country_that_acts(text, area):
    document = document_of(text, language="en", published_on=date(2020, 1, 28))
    assert figures.read(document, known_places(), known_speakers())[0][0].get("area_code") == area


@pytest.mark.parametrize(
    ("text", "area", "confidence"),
    [
        ("Thousands fled Idlib on Monday. Russia's defence ministry said 1,500 people had left.", None, "high"),
        ("Thousands fled Idlib on Monday. Russia's defence ministry said 1,500 people had left Aleppo.", "SY02", "high"),
        ("The quake killed 300 people in Turkey. Georgia said 40 people had been killed.", "GE", "medium"),
        ("Turkey's disaster agency said 1,500 people had left.", "TR", "medium"),
        ("Thousands fled Idlib on Monday. Turkey said it hosted 3.6 million refugees.", "TR", "high"),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else value,
)
def test_the_country_that_speaks_is_no_place_where_one_inside_another_is_told_of(text, area, confidence):
    document = document_of(text, language="en", published_on=date(2020, 1, 28))
    rows, _ = figures.read(document, known_places(), known_speakers())
    figure = max(rows, key=lambda row: row["span_start"])
    assert (figure.get("area_code"), figure["confidence"]) == (area, confidence)


def test_without_a_day_of_publication_the_figure_has_no_day_and_a_problem_says_so():
    found, problems = read("More than 3,000 people fled.", published_on=None)
    assert found[0]["as_of"] is None
    assert [problem["reason"] for problem in problems] == ["no day is given, and no day of publication"]


def test_whoever_is_named_behind_a_quote_speaks_in_all_of_its_sentences():
    text = "“About 3,000 people fled. We walked all night,” an aid worker said."
    assert figures.read(document_of(text), known_places(), known_speakers())[0][0]["speaker"] == "aid worker"


def test_the_publisher_speaks_where_the_text_credits_no_one():
    assert first("More than 3,000 people fled.")["speaker"] == "Daily Post"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Floods displaced 900 people.", "disaster"),
        ("Fighting displaced 900 people.", "conflict"),
        ("Police evictions displaced 900 people.", "development"),
        ("Some 900 people were displaced.", None),
        ("Floods and fighting displaced 900 people.", None),
    ],
)
def test_the_cause_is_what_the_words_say_and_else_missing(text, cause):
    assert first(text)["cause"] == cause


def test_what_the_next_sentence_tells_of_a_number_is_noted_and_not_surely_known():
    document = document_of("Flood victims rose to 900 people. They are housed in two schools.", language="en")
    (figure,) = figures.read(document)[0]
    assert (figure["term"], figure["confidence"]) == ("sheltered", "medium")
    assert "next sentence" in figure["note"]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("Some 900 people were displaced.", "high"), ("In the camps beyond the river, 900 more had fled.", "medium")],
)
def test_confidence_says_how_much_was_explicit(text, confidence):
    assert first(text)["confidence"] == confidence


def test_ordinary_life_in_a_longer_text_without_any_crisis_reports_nothing():
    text = "The fair opened. " * 6 + "More than 200 people returned on Monday."
    found, problems = read(text)
    assert found == []
    assert [problem["reason"] for problem in problems] == ["no other sign of displacement near it"]


def test_the_excerpt_is_kept_only_where_it_may_be_passed_on():
    text = "More than 3,000 people fled."
    assert first(text)["excerpt"] is None
    assert first(text, is_redistributable=True)["excerpt"] == text


def test_an_unknown_language_is_told_with_the_ones_there_are():
    with pytest.raises(CannotRead, match=r"there are .*en"):
        read("Some 900 people were displaced.", language="xx")


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(" ".join))
def test_spans_are_exact_and_intervals_in_order_whatever_the_words(text):
    for figure in read(text)[0]:
        assert text[figure["span_start"] : figure["span_end"]] == figure["phrase"]
        low, value, high = figure["people_low"], figure["people_value"], figure["people_high"]
        ends = [end for end in (low, value, high) if end is not None]
        assert ends == sorted(ends)


@given(st.text(max_size=300))
def test_no_text_raises(text):
    read(text)


@given(st.lists(st.sampled_from(sorted(Lexicon.load("en").known)), max_size=30).map(" ".join))
def test_no_sequence_of_known_words_raises(text):
    read(text)


TOTAL = "More than 41,000 people were displaced from Saraqeb between 1 and 19 December."


@pytest.mark.parametrize(
    ("part", "days", "area"),
    [
        ("Of the displaced people 58 per cent are children.", (date(2019, 12, 1), date(2019, 12, 19)), "Saraqeb"),
        ("Of these, 9,000 fled on 15 December.", (date(2019, 12, 15), date(2019, 12, 15)), "Saraqeb"),
        ("Of them, 2,000 are in Al-Dana.", (date(2019, 12, 1), date(2019, 12, 19)), "Al-Dana"),
    ],
)
def test_a_part_told_in_the_next_sentence_has_the_days_and_the_place_of_its_total_unless_it_tells_its_own(part, days, area):
    found, _ = figures.read(
        document_of(f"{TOTAL} {part}", language="en", published_on=date(2020, 1, 28), publisher="Daily Post"), known_places()
    )
    total, of_total = found
    assert of_total["is_part_of"] == total["figure_id"]
    assert (of_total["period_start"], of_total["as_of"], of_total["area_name"]) == (*days, area)


@pytest.mark.parametrize(
    ("text", "area", "confidence"),
    [
        ("Idlib and nearby areas of Aleppo are home to some 3 million people.", "Idleb", "medium"),
        ("Idlib and parts of neighbouring Hama, Aleppo and Latakia are home to 3 million people.", "Idleb", "medium"),
        ("Some 3 million people live in Idlib and parts of Aleppo.", "Idleb", "high"),
    ],
)
def test_a_number_behind_a_list_that_adds_areas_near_by_is_of_its_first_place_and_not_surely(text, area, confidence):
    document = document_of(text, language="en", published_on=date(2020, 1, 28), publisher="Daily Post")
    (found,), _ = figures.read(document, known_places())
    assert (found["area_name"], found["confidence"]) == (area, confidence)


def test_each_of_two_numbers_keeps_the_days_of_its_own_clause():
    text = (
        "From May to the end of September, fighting displaced 96,000 people, while 21,000 have fled since the start of November."
    )
    days = {figure["phrase"]: (figure["period_start"], figure["as_of"]) for figure in read(text)[0]}
    assert days == {
        "96,000": (date(2019, 5, 1), date(2019, 9, 30)),
        "21,000": (date(2019, 11, 1), date(2020, 1, 28)),
    }


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The number of displaced people fell from its peak of 95,000 in October, and now stands at 61,000.", "61,000"),
        ("The number of displaced people now stands at 61,000, down from 95,000 in October.", "61,000"),
        ("There are now 61,000 displaced people in the valley, a third fewer than in October.", "61,000"),
        ("In October the valley hosted few; it is now home to 61,000 displaced people.", "61,000"),
    ],
)
def test_the_day_of_what_a_number_was_once_is_not_its_own(text, phrase):
    (figure,) = read(text)[0]
    assert (figure["phrase"], figure["as_of"]) == (phrase, date(2020, 1, 28))


def test_the_day_on_which_a_report_was_published_is_not_that_of_what_it_counts():
    figure = first("The UN said in a report published on Monday that 370 people had fled their homes between 6 and 12 January.")
    assert (figure["period_start"], figure["as_of"]) == (date(2020, 1, 6), date(2020, 1, 12))


def test_a_total_that_runs_up_to_now_keeps_its_first_day():
    figure = first("Since 1 December, the number of people displaced has now reached 61,000.")
    assert (figure["period_start"], figure["as_of"]) == (date(2019, 12, 1), date(2020, 1, 28))


def test_where_those_of_another_number_went_is_not_where_this_one_is():
    text = "Shells fell on Saraqeb. Some 40 people were killed, and 900 fled to Azaz."
    found, _ = figures.read(document_of(text, language="en", published_on=date(2020, 1, 28)), known_places())
    assert {figure["phrase"]: figure["area_name"] for figure in found} == {"Some 40": "Saraqeb", "900": "Azaz"}


def test_a_part_told_beside_its_total_is_of_the_same_place():
    text = "The army took Kafr Ruma in Idlib province. Some 358,000 people have fled since December, 80 per cent of them women."
    total, part = figures.read(document_of(text, language="en"), known_places(), known_speakers())[0]
    assert total["area_code"] == part["area_code"] == "SY07"


def test_a_place_taken_from_the_text_before_lowers_the_confidence():
    text = "Shells fell on Saraqeb. Some 900 people were displaced from their homes."
    (figure,), _ = figures.read(document_of(text, language="en", published_on=date(2020, 1, 28)), known_places())
    assert (figure["area_name"], figure["confidence"]) == ("Saraqeb", "medium")
    assert "inferred" in figure["note"]
