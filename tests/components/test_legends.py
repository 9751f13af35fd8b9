"""What stands around a chart says what is seen, how to read it, and where it is from."""

import pytest
from streamlit.string_util import extract_leading_emoji

from components import legends
from components.wording import LANGUAGES, _, speaking
from etl.counting.rates import daily_rates
from tests.components.frames import MONTHLY, RUNNING, STOCK, point, points, told

FIRST, LAST = told(point("2019-12-29", 284_000, quantifier="about"), point("2020-03-03", 961_300, speaker="CCCM Cluster"))


def test_the_title_says_in_words_what_is_seen():
    assert (
        legends.chart_title(RUNNING, FIRST, LAST) == "People newly displaced: about 284,000 on 29 Dec 2019, 961,300 on 3 Mar 2020"
    )
    assert legends.chart_title(MONTHLY, FIRST, LAST) == "People newly displaced in Idleb"


def test_the_subtitle_says_measure_area_first_day_and_kind():
    words = legends.chart_subtitle(RUNNING)
    assert words.startswith("Northwest Syria, people, running total since 1 Dec 2019 (a flow: one person may be counted twice).")
    assert "(a stock)" in legends.chart_subtitle(STOCK)
    assert "by profile acled" in legends.chart_subtitle(RUNNING, LAST | {"rule_id": "acled/exact"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_of_an_event_is_one_that_a_button_takes_for_a_picture_and_sets_apart_from_its_word(language):
    with speaking(language):
        said = [_(words) for words in legends.EVENT_SHAPES]
    assert [words for words in said if extract_leading_emoji(words)[0]] == []


def test_the_accessible_name_says_the_takeaway():
    words = legends.alt(RUNNING, FIRST, LAST, 50, 1_000)
    assert words.startswith(
        "People newly displaced: about 284,000 on 29 Dec 2019, 961,300 on 3 Mar 2020, according to CCCM Cluster."
    )
    assert "50 claims" in words
    assert "1,000 events" in words


def test_the_key_names_only_marks_that_occur():
    words = legends.key(["exact", "more_than"], has_band=False)
    assert "exact" in words
    assert "more than" in words
    assert "nearly" not in words
    assert "speakers differ" not in words
    assert "speakers differ" in legends.key([], has_band=True)
    assert legends.events_key(["airstrike", "town_captured"]).startswith("■ captured · ▼ air strike")
    assert legends.events_key([]) == ""


def test_the_source_line_names_speakers_last_day_and_licences():
    documents = [{"licence": "CC BY 4.0"}, {"licence": "CC BY 4.0"}, {"licence": "Public domain"}]
    assert legends.sources([FIRST, LAST], documents) == (
        "Recommended figures: CCCM Cluster, OCHA; last as of 3 Mar 2020. Licences: CC BY 4.0 · Public domain."
    )


def test_the_change_per_day_names_its_highest_stretch_its_speaker_and_its_last_day():
    series = points(
        point("2019-12-29", 284_000),
        point("2020-01-08", 312_000, days=10, change_low=27_500, change_value=28_000, change_high=28_500),
        point("2020-01-14", 350_000, days=6, change_low=33_000, change_value=38_000, change_high=None),
    )
    assert legends.rates_alt(RUNNING, daily_rates(series)) == (
        "Change per day of people newly displaced: highest from 8 Jan 2020 to 14 Jan 2020, at least 5,500 a day."
    )
    assert "Last report: CCCM Cluster, as of 3 Mar 2020." in legends.rates_note(RUNNING, LAST)


def test_speakers_differ_only_where_two_speak_and_the_band_is_open_or_wide():
    alone = told(point("2020-01-27", 390_000, low=385_000, n_speakers=1))
    agreeing = told(point("2020-01-27", 390_000, n_speakers=2))
    differing = told(point("2020-01-27", 390_000, high=None, n_speakers=2))
    assert [legends.differs(points) for points in (alone, agreeing, differing)] == [False, False, True]
