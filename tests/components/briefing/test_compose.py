"""What a briefing says: composed from the rows, honest where there are none."""

import re
from datetime import UTC, date, datetime

import pytest

from components.briefing import material
from components.briefing.audiences import AUDIENCES
from components.briefing.compose import SECTIONS, build_briefing
from components.briefing.files import file_of
from components.briefing.material import Asked
from components.briefing.model import Bullets, Cards, Drawing, Grid
from etl.errors import CannotRead, UnknownCrisis, UnknownPlace, UnknownWord
from tests.components.briefing.reader import read_page

HEAD = "speaker | words | period_start | as_of | known"
VAGUE = f"{HEAD}\nOCHA | hundreds of thousands | 2020-01-01 | 2020-02-01 |"
EARLY = date(2019, 4, 2)


def section(briefing, name):
    return next(one for one in briefing.sections if one.name == name)


def blocks(briefing, kind):
    return [block for one in briefing.sections for block in one.blocks if isinstance(block, kind)]


def sentences(briefing, name):
    return [item.words for block in section(briefing, name).blocks if isinstance(block, Bullets) for item in block.items]


@pytest.mark.parametrize("audience", AUDIENCES.values(), ids=list(AUDIENCES))
def test_an_audience_reads_its_sections_in_their_order(built, audience):
    names = [one.name for one in build_briefing(Asked(audience=audience.name)).sections]
    assert names == [name for name in audience.sections if name in names]
    assert set(audience.sections) <= set(SECTIONS)
    assert {"chart", "not_known"} <= set(names)


def test_the_default_briefing_opens_with_the_last_recommended_number(built):
    briefing = build_briefing(Asked())
    assert briefing.opening.words == (
        "By 3 Mar 2020, 961,300 people had been newly displaced in Northwest Syria since 1 Dec 2019, according to CCCM Cluster."
    )
    assert briefing.opening.notes == (1,)
    assert briefing.citations[0].words == "961,300"
    assert briefing.citations[0].url.startswith("https://")


def test_the_selection_stands_in_words(built):
    said = dict(build_briefing(Asked(known_on=date(2020, 2, 15))).selection)
    assert said["Known on"] == "what was published by 15 Feb 2020"
    assert said["Period"] == "1 Dec 2019 to 15 Feb 2020"
    assert "running total since 1 Dec 2019 (a flow)" in said["Counted"]
    assert said["Rule profile"].startswith("interval")


def test_nothing_known_later_is_told(built):
    briefing = build_briefing(Asked(known_on=date(2020, 1, 29), audience="technical"))
    (drawing,) = blocks(briefing, Drawing)
    assert {row["known_from"] <= date(2020, 1, 29) for row in (*drawing.claims, *drawing.events)} == {True}
    assert all(row["ended_on"] is None or row["ended_on"] <= date(2020, 1, 29) for row in drawing.offensives)


def test_another_speaker_is_told_beside_and_never_averaged_in(built):
    (table,) = (block for block in section(build_briefing(Asked()), "disagreements").blocks if isinstance(block, Grid))
    told = {row[1].words: (row[2].words, row[3].words) for row in table.rows}
    assert told["James Jeffrey"] == ("about 700,000 people", "nearly 390,000 (27 Jan 2020)")


def test_totals_with_another_first_day_stand_apart(built):
    (table,) = (block for block in section(build_briefing(Asked()), "other_counts").blocks if isinstance(block, Grid))
    other = {row[0].words: row[1].words for row in table.rows}
    assert other["Running total since 1 Nov 2019"] == "more than 1,041,000 people"
    assert not any("since 1 Dec 2019" in one for one in other)


def test_no_row_of_cards_mixes_kinds(built):
    for cards in blocks(build_briefing(Asked(audience="technical")), Cards):
        assert all(("stock on a day" in card.lines[0]) == (cards.kind == "stock") for card in cards.cards)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_period_without_a_report_says_so_and_shows_no_number(built, audience):
    asked = Asked(first_day=EARLY, last_day=date(2019, 4, 3), area="Idleb area", audience=audience)
    briefing = build_briefing(asked)
    assert "That is a gap, not a zero." in briefing.opening.words
    assert "That is a gap, not a zero." in " ".join(sentences(briefing, "not_known"))
    assert not blocks(briefing, Cards)
    assert "No report found in this period" in read_page(file_of(asked, "html").content).drawn


def test_another_measure_never_steps_in_silently(built):
    briefing = build_briefing(Asked(first_day=date(2020, 5, 20), last_day=date(2020, 6, 10)))
    assert "had returned" in briefing.opening.words
    assert sentences(briefing, "not_known")[0].startswith("No report on people newly displaced in Northwest Syria was found")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_single_vague_figure_is_given_as_it_was_said(small_build, audience):
    briefing = build_briefing(Asked(audience=audience), small_build(VAGUE, without=("events", "offensives")))
    assert "200,000 to 999,999 people" in briefing.opening.words
    assert "The words were “hundreds of thousands”" in briefing.opening.words
    (card,) = blocks(briefing, Cards)[0].cards
    assert card.quote == "hundreds of thousands"
    assert len(briefing.citations) == 1
    assert "publication day not known" in briefing.citations[0].published


def test_an_open_side_stays_open_and_is_named_as_a_gap(small_build):
    build = small_build(f"{HEAD}\nOCHA | more than 5,000 | 2020-01-01 | 2020-02-01 | 2020-02-02")
    briefing = build_briefing(Asked(), build)
    assert "more than 5,000 people" in briefing.opening.words
    assert "The upper end of the last number, more than 5,000: none was given." in sentences(briefing, "not_known")


def test_one_claim_in_several_documents_is_one_note_that_names_them(small_build):
    rows = [f"OCHA | 5,000 | 2020-01-01 | 2020-02-01 | 2020-02-0{day} | {name}" for day, name in ((1, "One"), (2, "Two"))]
    build = small_build("\n".join([f"{HEAD} | publisher", *rows]), without=("events", "offensives"))
    (note,) = build_briefing(Asked(), build).citations
    assert {note.publisher, *note.also_in} == {"One", "Two"}


def test_words_of_cause_are_never_ours(built):
    briefing = build_briefing(Asked(audience="technical"))
    text = " ".join(words for name in SECTIONS for words in _own_words(briefing, name)).casefold()
    assert "meanwhile" in text
    assert [word for word in ("because", "due to", "as a result", "caused by", "led to") if word in text] == []


def _own_words(briefing, name):
    found = [one for one in briefing.sections if one.name == name]
    return [
        words for one in found for block in one.blocks if isinstance(block, Bullets) for words in (i.words for i in block.items)
    ]


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        (Asked(crisis_id="nowhere"), UnknownCrisis, "there is no crisis 'nowhere'"),
        (Asked(area="Atlantis"), UnknownPlace, "'Atlantis' is no area we know"),
        (Asked(audience="everyone"), UnknownWord, "there is no audience 'everyone'"),
        (Asked(first_day=date(2020, 3, 1), last_day=date(2020, 2, 1)), CannotRead, "is after the last"),
    ],
)
def test_what_cannot_be_read_is_named(built, asked, error, says):
    with pytest.raises(error, match=says):
        build_briefing(asked)


def test_four_hundred_figures_stay_a_briefing_of_a_few_pages_and_none_is_lost(small_build):
    rows = [f"Speaker {k} | {5000 + k:,} | 2019-12-31 | 2020-{1 + k % 3:02d}-{1 + k % 28:02d} |" for k in range(400)]
    build = small_build("\n".join([HEAD, *rows]), without=("events", "offensives"))
    days = {"first_day": date(2020, 1, 1), "last_day": date(2020, 4, 30)}
    short, whole = (build_briefing(Asked(audience=audience, **days), build) for audience in ("coordination", "technical"))
    (claims,) = (block for block in section(whole, "series").blocks[1:] if isinstance(block, Grid))
    assert len(claims.rows) == 400
    assert len(short.citations) < 60
    assert len(whole.citations) == 400
    assert "the latest claims" in section(short, "disagreements").blocks[0].caption


def test_arabic_is_whole_and_keeps_other_people_s_words(built):
    briefing = build_briefing(Asked(language="ar", audience="technical"))
    assert (briefing.language, briefing.direction) == ("ar", "rtl")
    assert briefing.standing == "مسودة لم تُراجَع"
    assert "961,300" in briefing.opening.words
    assert "CCCM Cluster" in briefing.opening.words
    ours = [briefing.for_whom, *(one.title for one in briefing.sections), *(name for name, _words in briefing.selection)]
    assert [words for words in ours if re.search("[A-Za-z]", words)] == []
    assert briefing.title == "شمال غرب سوريا، 2019-2020"


def test_what_the_crisis_file_says_in_arabic_is_said_in_arabic(built):
    briefing = build_briefing(Asked(language="ar"))
    ((drawing),) = blocks(briefing, Drawing)
    assert [turn.label for turn in drawing.turning_points][-1] == "وقف إطلاق النار"
    assert [side.name for side in drawing.sides] == ["تقدّم القوات الحكومية وحلفائها", "قوات المعارضة والقوات التركية"]
    assert "إحصاء الأمم المتحدة الإنساني" in " ".join(sentences(briefing, "method"))


def test_arabic_has_the_notes_of_english(built):
    english, arabic = (build_briefing(Asked(language=language)) for language in ("en", "ar"))
    assert english.note_of == arabic.note_of
    assert english.imprint.selection_hash == arabic.imprint.selection_hash


def test_a_signature_stands_with_its_time(built):
    signed = build_briefing(Asked(reviewed_by="The reviewer", reviewed_at=datetime(2020, 3, 5, 9, 30, tzinfo=UTC)))
    assert signed.standing == "Reviewed by The reviewer, 5 Mar 2020, 09:30 UTC"
    assert not signed.is_draft


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "more than the 120 a briefing can cite. Choose a shorter period"), ("ar", "أكثر من 120 يمكن أن تستند إليها إحاطة")],
)
def test_more_than_a_briefing_can_cite_is_refused_and_a_shorter_period_is_not(built, monkeypatch, language, says):
    monkeypatch.setattr(material, "MOST_CITED", 120)
    with pytest.raises(CannotRead, match=says):
        build_briefing(Asked(language=language))
    assert build_briefing(Asked(language=language, first_day=date(2020, 1, 20), last_day=date(2020, 1, 31))).citations


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [
        ("ar", "عملية درع الربيع", "Operation Spring Shield"),
        ("en", "Operation Spring Shield", "عملية درع الربيع"),
    ],
)
def test_a_campaign_is_called_by_its_name_in_the_language_of_the_briefing(built, language, said, unsaid):
    drawing = blocks(build_briefing(Asked(language=language)), Drawing)[0]
    names = [offensive["name"] for offensive in drawing.offensives]
    assert said in names
    assert unsaid not in names
