"""Arabic: the corpus of figures, dates, places and speakers as a situation report writes them."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading import figures
from etl.reading.document import document_of
from etl.reading.extract import known_places, known_speakers, read
from etl.vocabulary import Modality

CORPUS = tomllib.loads((Path(__file__).parents[1] / "corpus" / "ar.toml").read_text(encoding="utf-8"))
TUESDAY = date(2020, 1, 28)


def found(text):
    return figures.read(document_of(text, language="ar", published_on=TUESDAY), known_places(), known_speakers())[0]


def line_of(figure):
    """Return a figure as a line of the corpus."""
    value = figure["reported_value"]
    number = value if value is not None else f"{figure['reported_low']}-{figure['reported_high']}"
    extra = [
        "part" if figure["is_part_of"] else "",
        figure["modality"] if figure["modality"] != Modality.ASSERTED else "",
        figure["subgroup"] if figure["subgroup"] != "all" else "",
        f"people={figure['people_value']}" if figure["household_size_source"] == "text" else "",
    ]
    parts = [figure["phrase"], f"{figure['measure']}/{figure['term']}", figure["unit"], f"{figure['quantifier']} {number}"]
    return " | ".join([*parts, " ".join(word for word in extra if word)]).removesuffix(" | ")


@pytest.mark.parametrize("line", CORPUS["reports"], ids=lambda line: line["text"][:40])
def test_a_sentence_reports_exactly_these_figures(line):
    assert [line_of(figure) for figure in found(line["text"])] == line["figures"]


@pytest.mark.parametrize("text", CORPUS["nothing"], ids=lambda text: text[:40])
def test_a_sentence_without_a_number_of_people_gives_no_figure(text):
    assert found(text) == []


def test_the_corpus_has_eighty_sentences_a_third_of_which_report_nothing():
    n_reports, n_nothing = len(CORPUS["reports"]), len(CORPUS["nothing"])
    assert n_reports + n_nothing >= 80
    assert n_nothing * 3 >= n_reports + n_nothing


@pytest.mark.parametrize(
    ("text", "period_start", "as_of", "area_code", "area_role", "speaker"),
    [
        ("نزح 350 ألفا من ريف إدلب الجنوبي منذ 1 كانون الأول/ديسمبر.", "2019-12-01", "2020-01-28", "SY07-S", "origin", "P"),
        ("نزوح ٢٣٥ ألف مدني من إدلب بين 12 و25 كانون الأول.", "2019-12-12", "2019-12-25", "SY07", "origin", "P"),
        ("عاد ألفا شخص إلى إدلب الأسبوع الماضي.", "2020-01-20", "2020-01-26", "SY07", "destination", "P"),
        ("نزح أمس 300 شخص من معرّة النعمان، وفقا للأمم المتحدة.", "2020-01-27", "2020-01-27", "C3985", "origin", "UN"),
        ("حتى التاسع من كانون الثاني نزح 40 ألفا من سراقب.", "None", "2020-01-09", "C3916", "origin", "P"),
        ("نزح 40 ألفا من سراقب بين 18 كانون الأول و12 كانون الثاني الجاري.", "2019-12-18", "2020-01-12", "C3916", "origin", "P"),
        ("نزح 40 ألفا من سراقب منذ انطلاق الحملة في تشرين الثاني.", "2019-11-01", "2020-01-28", "C3916", "origin", "P"),
        ("نزح 40 ألفا من سراقب خلال نحو أسبوعين.", "2020-01-14", "2020-01-28", "C3916", "origin", "P"),
        ("نزح 40 ألفا من سراقب منذ مطلع الشهر الجاري.", "2020-01-01", "2020-01-28", "C3916", "origin", "P"),
        ("قال متحدث باسم أوتشا لـ”رويترز”: “نزح 40 ألفا من سراقب”.", "None", "2020-01-28", "C3916", "origin", "OCHA"),
        ("قالت أوتشا في بيان \"نزح 40 ألفا من سراقب\".", "None", "2020-01-28", "C3916", "origin", "OCHA"),
        ("قال المرصد أمس: إن 40 ألفا نزحوا من سراقب بين 6 و9 يناير.", "2020-01-06", "2020-01-09", "C3916", "origin", "SOHR"),
        ("نزح 40 ألفا من سراقب خلال الربع الأخير من العام الماضي.", "2019-10-01", "2019-12-31", "C3916", "origin", "P"),
        ("كشفت الأمم المتحدة عن نزوح 40 ألف شخص من سراقب.", "None", "2020-01-28", "C3916", "origin", "UN"),
        ("قال المرصد السوري إن 40 ألفا نزحوا من سراقب خلال 48 ساعة.", "2020-01-26", "2020-01-28", "C3916", "origin", "SOHR"),
    ],
)  # fmt: skip
def test_a_figure_has_its_days_its_place_and_its_speaker(text, period_start, as_of, area_code, area_role, speaker):
    document = document_of(text, publisher="P", published_on=TUESDAY)
    (figure,) = read(document, known_places(), known_speakers()).figures
    days = (str(figure["period_start"]), str(figure["as_of"]))
    assert (*days, figure["area_code"], figure["area_role"], figure["speaker"]) == (
        period_start,
        as_of,
        area_code,
        area_role,
        speaker,
    )


def test_each_of_two_numbers_keeps_the_days_of_its_own_clause():
    text = "منذ أيار وحتى نهاية شهر أيلول الماضي نزح 966 ألف شخص، في حين نزح 216 ألف شخص منذ بداية تشرين الثاني."
    days = {figure["phrase"]: (str(figure["period_start"]), str(figure["as_of"])) for figure in found(text)}
    assert days == {"966 ألف": ("2019-05-01", "2019-09-30"), "216 ألف": ("2019-11-01", "2020-01-28")}


WORDS = st.sampled_from("نزح 350 ألف شخص من إدلب إلى وقال و منذ كانون الأول مئات الآلاف ، . بينهم ٢٣٥ مليون ونصف".split(" "))


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=200))
def test_no_text_is_too_strange_and_every_span_is_exact(text):
    reading = read(document_of(text, language="ar", published_on=TUESDAY), known_places(), known_speakers())
    for row in (*reading.figures, *reading.events):
        assert text[row["span_start"] : row["span_end"]] == row["phrase"]
