"""Numbers, days and sentences: formatted once, a gap in words, an open side open."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from components import captions
from components.directions import RLM, bare, isolated
from components.wording import speaking
from tests.components.frames import MONTHLY, RUNNING, STOCK, point, told


@pytest.mark.parametrize(
    ("low", "value", "high", "quantifier", "words"),
    [
        (948_000, 948_000, 948_000, "exact", "948,000"),
        (948_000, 948_000, None, "more_than", "more than 948,000"),
        (948_000, 948_000, None, "at_least", "at least 948,000"),
        (None, 400, 400, "at_most", "at most 400"),
        (None, 400, 400, "less_than", "fewer than 400"),
        (385_000, 390_000, 390_000, "nearly", "nearly 390,000"),
        (585_500, 586_000, 586_500, "about", "about 586,000"),
        (200_000, None, 999_999, "vague", "200,000 to 999,999"),
        (300_000, None, 400_000, "between", "300,000 to 400,000"),
        (200_000, None, None, "vague", "at least 200,000"),
        (None, None, 90, "vague", "at most 90"),
        (None, None, None, "vague", "not reported"),
        (0, 0, 0, "exact", "0"),
    ],
)
def test_words_say_what_the_number_claims(low, value, high, quantifier, words):
    assert captions.amount(low, value, high, quantifier) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2020, 1, 28), None, "28 Jan 2020"),
        (date(2020, 1, 28), date(2020, 1, 28), "28 Jan 2020"),
        (date(2019, 12, 1), date(2020, 3, 3), "1 Dec 2019 to 3 Mar 2020"),
        (None, None, "day not given"),
    ],
)
def test_days_are_written_one_way(first, last, words):
    assert captions.period(first, last) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12_800, 13_800, "+12,800 to +13,800"),
        (5, 5, "+5"),
        (0, 13_800, "0 to +13,800"),
        (-9_000, -7_000, "−9,000 to −7,000"),
        (22_471, None, "at least +22,471"),
        (None, 100, "at most +100"),
        (None, None, "not known"),
    ],
)
def test_a_change_is_an_interval_with_open_sides(low, high, words):
    assert captions.change(low, high) == words


@pytest.mark.parametrize(
    ("key", "last", "sentence"),
    [
        (
            RUNNING,
            {"own_low": 961_300, "own_high": 961_300, "value": 961_300, "speaker": "CCCM Cluster", "quantifier": "exact"},
            "By 3 Mar 2020, 961,300 people had been newly displaced in Northwest Syria since 1 Dec 2019, "
            "according to CCCM Cluster.",
        ),
        (
            STOCK,
            {"own_low": 845_500, "own_high": 846_500, "value": 846_000, "speaker": "OCHA", "quantifier": "about"},
            "On 3 Mar 2020, about 846,000 people were living in displacement in Northwest Syria, according to OCHA.",
        ),
        (
            MONTHLY,
            {"own_low": 28, "own_high": 28, "value": 28, "speaker": "HNAP", "quantifier": "exact"},
            "In the month to 3 Mar 2020, 28 movements of people newly displaced to Idleb were counted by HNAP.",
        ),
        (
            replace(RUNNING, area_role="destination", area_name="Idleb"),
            {"own_low": 555_000, "own_high": None, "value": 555_000, "speaker": "UNHCR", "quantifier": "more_than"},
            "By 3 Mar 2020, more than 555,000 people had been newly displaced and arrived in Idleb since 1 Dec 2019, "
            "according to UNHCR.",
        ),
        (
            replace(RUNNING, measure="returns", area_role="destination", since=date(2020, 3, 6)),
            {"own_low": 255_000, "own_high": 255_000, "value": 255_000, "speaker": "SOHR", "quantifier": "nearly"},
            "By 3 Mar 2020, nearly 255,000 people had returned to Northwest Syria since 6 Mar 2020, according to SOHR.",
        ),
    ],
)
def test_the_opening_sentence_can_be_read_aloud(key, last, sentence):
    assert captions.opening(key, last | {"as_of": date(2020, 3, 3)}) == sentence


@pytest.mark.parametrize(("rule_id", "words"), [("interval/about", ""), ("acled/plural_1000", "by profile acled"), (None, "")])
def test_a_number_names_the_profile_that_read_its_words_unless_it_is_the_default(rule_id, words):
    last = told(point("2020-03-03", 961_300))[0] | {"rule_id": rule_id}
    assert captions.convention(last) == words
    assert words in captions.opening(RUNNING, last)
    assert words in captions.also(RUNNING, last)[2][-1]
    assert words in captions.headlines(RUNNING, [last], n_claims=1, n_speakers=1)[0][2][-1]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2_750.4, 2_850.2, "2,750 to 2,851 a day"),
        (2_800.0, 2_800.0, "2,800 a day"),
        (2_800.5, None, "at least 2,800 a day"),
        (None, 99.1, "at most 100 a day"),
        (0.0, 5_000.0, "0 to 5,000 a day"),
        (None, None, "not reported a day"),
    ],
)
def test_people_per_day_are_rounded_outwards_and_an_open_side_stays_open(low, high, words):
    assert captions.daily(low, high) == words


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"window": None, "since": date(2019, 12, 1), "kind": "flow"}, "Since 1 Dec 2019"),
        ({"window": "month", "since": None, "kind": "flow"}, "In that month"),
        ({"window": None, "since": None, "kind": "flow"}, "First day not given"),
        ({"window": None, "since": None, "kind": "stock"}, "On that day"),
    ],
)
def test_a_claim_says_from_when_it_counts(claim, words):
    assert captions.first_day(claim) == words


def test_a_speaker_is_never_given_the_band_that_others_opened():
    vague = told(point("2020-01-31", None, low=100_000, high=999_999, own_low=200_000, own_high=999_999, quantifier="vague"))[0]
    assert captions.printed(vague) == "200,000 to 999,999"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (RUNNING, "Running total since 1 Dec 2019, from here"),
        (MONTHLY, "Month by month, movements, to here"),
        (STOCK, "Stock on a day, here"),
        (replace(STOCK, since=date(2019, 12, 1)), "Stock on a day, displaced since 1 Dec 2019, here"),
        (replace(RUNNING, since=None, area_role=None), "Total, first day not given"),
    ],
)
def test_the_choice_of_a_series_says_what_it_counts(key, words):
    assert captions.choice(key) == words


def test_the_headlines_carry_number_speaker_and_day():
    before, last = told(point("2020-02-26", 948_000), point("2020-03-03", 961_300, change_low=12_800, change_high=13_800, days=6))
    first, change, who = captions.headlines(RUNNING, [before, last], n_claims=50, n_speakers=1)
    assert first == ("People newly displaced", "961,300", ["people, running total since 1 Dec 2019", "OCHA, as of 3 Mar 2020"])
    assert change == ("Change since 26 Feb 2020", "+12,800 to +13,800", ["people in 6 days", "OCHA"])
    assert who == ("Who reported", "50 claims", ["by 1 speaker in the days shown"])


def test_a_single_report_has_no_change():
    assert [
        label for label, _, _ in captions.headlines(RUNNING, told(point("2020-03-03", 961_300)), n_claims=1, n_speakers=1)
    ] == [
        "People newly displaced",
        "Who reported",
    ]


@pytest.mark.parametrize(
    "text", ["![x](http://a.example/b.png)", "[click](javascript:alert(1))", "# big", "`code`", ":red[x]", "$x$"]
)
def test_other_peoples_words_are_never_markdown(text):
    shown = captions.plain(text)
    assert all(shown[k - 1] == "\\" for k, letter in enumerate(shown) if letter in "![]()#`:$" and k)
    assert shown.replace("\\", "") == text


def test_a_label_of_a_chart_is_short_and_harmless():
    assert captions.label("<a href='x'>one</a> " + "word " * 30, 30).startswith("&lt;a href='x'&gt;one&lt;/a&gt;")
    assert captions.label('The "Dawn"') == 'The "Dawn"'


def test_the_build_line_counts_what_was_built():
    build = {
        "finished_at": datetime(2020, 4, 1, 9, 5, tzinfo=UTC),
        "rules": "1",
        "rows": {"documents": 170, "figures": 1267, "events": 129, "problems": 5},
    }
    assert captions.built(build) == (
        "Built 1 Apr 2020, 09:05 UTC, from 170 documents: 1,267 figures, 129 events, 5 problems. Counting rules version 1."
    )


def test_an_empty_period_is_a_gap_in_words():
    assert captions.nothing_shown(RUNNING).endswith("That is a gap, not a zero.")
    assert captions.publication_note(0) == ""
    assert captions.publication_note(22).startswith("Publication day not known for 22")


@pytest.mark.parametrize(
    ("key", "last", "sentence"),
    [
        (
            RUNNING,
            {"own_low": 948_000, "own_high": None, "value": 948_000, "speaker": "OCHA", "quantifier": "more_than"},
            "حتى 3 آذار/مارس 2020، كان قد نزح حديثًا أكثر من 948,000 شخص في Northwest Syria منذ 1 كانون الأول/ديسمبر 2019، "
            "وفقًا لـ OCHA.",
        ),
        (
            replace(STOCK, area_name="إدلب"),
            {"own_low": 845_500, "own_high": 846_500, "value": 846_000, "speaker": "OCHA", "quantifier": "about"},
            "في 3 آذار/مارس 2020، كان نحو 846,000 شخص يعيشون في حالة نزوح في إدلب، وفقًا لـ OCHA.",
        ),
    ],
)
def test_the_opening_sentence_can_be_read_aloud_in_arabic_with_the_same_digits(key, last, sentence):
    with speaking("ar"):
        assert bare(captions.opening(key, last | {"as_of": date(2020, 3, 3)})) == sentence


@pytest.mark.parametrize(("month", "english", "arabic"), [(1, "Jan", "يناير"), (12, "Dec", "ديسمبر")])
def test_an_axis_takes_the_last_of_two_names_of_a_month(month, english, arabic):
    assert captions.month_of_axis(month) == english
    with speaking("ar"):
        assert captions.month_of_axis(month) == arabic


def test_a_label_of_a_chart_has_its_own_direction_where_the_page_runs_from_right_to_left():
    assert captions.label("نزوح <b>") == "نزوح &lt;b&gt;"
    with speaking("ar"):
        assert captions.label("نزوح <b>") == isolated(f"{RLM}نزوح &lt;b&gt;")
        assert captions.label("OCHA <b>") == isolated("OCHA &lt;b&gt;")


@pytest.mark.parametrize(
    ("n_rows", "n_speakers", "last", "words"),
    [
        (195, 25, date(2020, 3, 31), "195 of 1,326 figures by 25 speakers, as of 1 Dec 2019 to 31 Mar 2020."),
        (1, 1, date(2019, 12, 1), "1 of 1,326 figures by 1 speaker, as of 1 Dec 2019."),
        (1_326, 2, date(2019, 12, 1), "1,326 figures by 2 speakers, as of 1 Dec 2019."),
    ],
)
def test_a_table_of_figures_opens_with_how_many_fit_by_whom_about_which_days(n_rows, n_speakers, last, words):
    assert captions.fitting(n_rows, 1_326, n_speakers, date(2019, 12, 1), last) == words


@pytest.mark.parametrize(("count", "words"), [(1, "people in 1 day"), (6, "people in 6 days")])
def test_one_is_one(count, words):
    points = [told(point("2020-02-26", 948_000))[0], told(point("2020-03-03", 961_300))[0] | {"days": count}]
    assert captions.headlines(RUNNING, points, n_claims=1, n_speakers=1)[1][2][0] == words
