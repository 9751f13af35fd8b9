"""Places in prose: names with their many spellings, what is only described, and what a place is to the people counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading.extract import known_places
from etl.reading.lexicon import Lexicon
from etl.reading.places import find_places
from etl.vocabulary import AreaRole

ENGLISH = Lexicon.load("en")
MAARET, SARAQEB, KAFR_NABL, KAFR_RUMA = "C3985", "C3916", "C4068", "C3984"
FROM, TO, IN = AreaRole.ORIGIN, AreaRole.DESTINATION, AreaRole.PRESENT


def found(text, title=None):
    return find_places(text, known_places(), ENGLISH, title)


def codes(text, title=None):
    return [place.area_code for place in found(text, title)]


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        *(
            (name, MAARET)
            for name in ("Maaret al-Numan", "Maarat al-Nu'man", "Ma'arrat An Nu'man", "Maarrat al-Nu’man", "MAARET AL-NUMAN")
        ),
        *((name, SARAQEB) for name in ("Saraqeb", "Saraqib", "Saraqab", "Saraqeeb")),
        *((name, KAFR_NABL) for name in ("Kafr Nabl", "Kafranbel", "Kafr Nobol", "Kafranbil", "Kfar Nabl")),
        *((name, KAFR_RUMA) for name in ("Kfar Roummah", "Kafr Ruma", "Kafr Rumah", "Kafr-Ruma")),
        *((name, "C3987") for name in ("Khan Sheikhoun", "Khan Shaykhun", "Khan Shaykun", "Khan Sheikhun")),
        *((name, "SY07") for name in ("Idlib", "Idleb", "Idlib province", "Idlib governorate", "Idlib's countryside")),
    ],
)
def test_a_place_is_known_by_every_spelling_of_its_name(spelling, code):
    assert codes(f"They fled {spelling} on Monday.") == [code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled Idlib city.", ["C3871"]),
        ("They fled the city of Idlib.", ["C3871"]),
        ("They fled southern Idlib.", ["SY07-S"]),
        ("Three million live in northwest Syria.", ["SY-NW"]),
        ("Three million live in north-western Syria.", ["SY-NW"]),
        ("They fled from northern Hama, southern Idlib and western Aleppo.", ["SY-NW-2019"]),
        ("They reached Turkey and Lebanon.", ["TR", "LB"]),
        ("Fighting in the Democratic Republic of the Congo, South Sudan and Ivory Coast", ["CD", "SS", "CI"]),
        ("Hayat Tahrir al-Sham said nothing.", []),
        ("Some 300 fled the CAR.", ["CF"]),
        ("Car crashes killed 300 people.", []),
        ("Hurricane Maria and Typhoon Haiyan hit, the storm of Maria.", ["C1643"]),
        ("They fled Mação, Macao, Türkiye and Côte d'Ivoire.", ["MO", "TR", "CI"]),
        ("The Damascus-backed forces and the Turkey-based agency", []),
        (
            "The army stormed Maaret al-Numan after the fall of the village of Kafr Ruma, then held the city.",
            ["C3985", "C3984", "C3985"],
        ),
        ("The army stormed Maaret al-Numan in Idlib province, then held the city.", ["C3985", "SY07", "C3985"]),
        ("Dana smiled.", []),
        ("They moved to Dana.", ["C4126"]),
        ("has hass habit on the road", []),
        ("Aid stopped as Turkey closed its crossings.", ["TR"]),
        ("People arrived at Aleppo from an Idlib hospital.", ["SY02", "SY07"]),
    ],
)
def test_what_stands_around_a_name_settles_what_it_names(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("They fled Idlib.", [FROM]),
        ("They fled from Saraqeb and Ariha to Idlib.", [FROM, FROM, TO]),
        ("People left their homes in Saraqeb.", [FROM]),
        ("Some went to camps in Dana.", [TO]),
        ("Some moved to villages in Afrin.", [TO]),
        ("They returned to their homes in Saraqeb.", [TO]),
        ("They are living in camps in Dana.", [IN]),
        ("They left camps in Dana.", [FROM]),
        ("People of 12 villages in Afrin left.", [FROM]),
        ("They moved towards the Turkish border.", [TO]),
        ("They arrived in Dana.", [TO]),
        ("They sought shelter in Salqin and Harem.", [TO, TO]),
        ("They are living in Idlib.", [IN]),
        ("They remain displaced in Idlib.", [IN]),
        ("They were displaced from Idlib.", [FROM]),
        ("Idlib is home to three million.", [None]),
    ],
)
def test_the_words_before_a_place_say_what_it_is_to_the_people(text, roles):
    assert [place.role for place in found(text)] == roles


@pytest.mark.parametrize(
    "text",
    [
        "They went to areas close to the border with Turkey.",
        "They moved to camps near the Turkish border.",
        "They fled to the Turkish border.",
    ],
)
def test_a_border_is_described_and_has_no_code(text):
    (place,) = found(text)
    assert (place.area_code, place.role, "border" in place.name) == (None, TO, True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They fled the town of Qwerty.", ["Qwerty"]),
        ("They fled the villages of Qwerty, Abu Zxcv and El Asdf on Monday.", ["Qwerty", "Abu Zxcv", "El Asdf"]),
        ("Qwerty's mayor left the city of Asdf Monday.", ["Asdf"]),
        ("They left Asdf's town of Qwerty and Zxcv followed.", ["Qwerty"]),
        ("They fled the town of tents.", []),
        ("They fled the town of Saraqeb.", []),
    ],
)
def test_a_town_that_a_noun_introduces_is_kept_without_a_code(text, names):
    assert [place.name for place in found(text) if place.area_code is None] == names


def test_the_town_is_not_one_named_before_a_town_without_a_code():
    assert codes("Troops took Saraqeb. They left the town of Qwerty, and shelled the town.") == [SARAQEB, None]


def test_of_two_areas_with_one_name_the_one_whose_governorate_the_text_names_is_meant():
    assert codes("In Hama province they fled Suran.") == ["SY05", "C3026"]
    assert codes("Near Azaz they fled Suran.")[1] == "C1664"


def test_a_name_with_two_candidates_and_nothing_to_settle_it_keeps_no_code():
    (place,) = found("They fled Suran.")
    assert place.area_code is None
    assert {"C3026", "C1664"} <= set(place.candidates)


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("Troops entered Maaret al-Numan. They left the town.", None, MAARET),
        ("They left the town.", "Troops enter Maaret al-Numan", MAARET),
        ("Troops entered Maaret al-Numan. They left the province.", None, "SY07"),
        ("A doctor in Idlib city spoke. They left the town.", "Troops enter Maaret al-Numan", MAARET),
        ("Troops entered the town of Maaret al-Numan. They neared Saraqeb. They left the town.", None, MAARET),
        ("It would open the road to Aleppo, west of the city.", None, "C1007"),
    ],
)
def test_the_town_is_the_one_named_before_it_or_in_the_headline(text, title, code):
    last = found(text, title)[-1]
    assert (last.area_code, last.is_inferred) == (code, True)


def test_a_capital_that_acts_is_its_government_and_no_place():
    assert found("Damascus aims to take the road.") == []
    assert codes("Shells hit Damascus on Monday.") == ["SY01"]


def test_the_town_of_a_text_that_names_none_is_no_place():
    assert found("They left the town.") == []


PIECES = st.sampled_from(
    "Idlib Maaret al-Numan the town fled to in Turkey , . border with Turkish near city Syria's Kafr Nabl and Dana \n".split(" ")
)


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=300))
def test_no_text_is_too_strange_and_every_place_stands_in_it(text):
    for place in found(text):
        assert text[place.start : place.end] == place.name
