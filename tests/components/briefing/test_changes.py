"""What changed since the previous briefing: what its reader was told, what came, and that nothing came."""

from datetime import date

import pytest

from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Bullets, Grid, Paragraph
from etl.errors import CannotRead

HEAD = "speaker | words | period_start | as_of | known"
JANUARY = f"{HEAD}\nOCHA | about 5,000 | 2020-01-01 | 2020-01-10 | 2020-01-12"
FEBRUARY = f"{JANUARY}\nOCHA | 9,000 | 2020-01-01 | 2020-02-01 | 2020-02-03"
QUIET = {"without": ("events", "offensives")}


def changed(asked, build=None):
    briefing = build_briefing(asked, build)
    return next((one for one in briefing.sections if one.name == "changes"), None)


def lead(section):
    return " ".join(sentence.words for block in section.blocks if isinstance(block, Paragraph) for sentence in block.sentences)


def rows(section):
    return [[cell.words for cell in row] for block in section.blocks if isinstance(block, Grid) for row in block.rows]


def test_without_a_previous_briefing_there_is_no_such_section(built):
    assert changed(Asked()) is None


def test_what_cannot_be_compared_is_not_known(built):
    told = {previous: str(build_briefing(Asked(previous=previous)).sections) for previous in (None, date(2020, 2, 15))}
    says = "What changed since an earlier briefing: none was named to compare with."
    assert {previous for previous, words in told.items() if says in words} == {None}


@pytest.mark.parametrize("audience", ["ministerial", "coordination", "media", "technical"])
def test_the_last_number_then_stands_beside_the_last_number_now(built, audience):
    said = lead(changed(Asked(previous=date(2020, 2, 15), audience=audience)))
    assert said.startswith("By 15 Feb 2020 the last number published was more than 830,000 people (UN spokesperson")
    assert said.endswith("Now it is 961,300 people (CCCM Cluster, as of 3 Mar 2020).")


def test_a_point_that_came_is_told_with_what_was_known_then(small_build):
    section = changed(Asked(previous=date(2020, 1, 20)), small_build(FEBRUARY, **QUIET))
    assert rows(section) == [["1 Feb 2020", "nothing", "9,000", "OCHA"]]


def test_a_point_that_another_one_replaced_is_told_with_both(small_build):
    later = f"{JANUARY}\nOCHA | 6,000 | 2020-01-01 | 2020-01-10 | 2020-02-03"
    section = changed(Asked(previous=date(2020, 1, 20)), small_build(later, **QUIET))
    assert rows(section) == [["10 Jan 2020", "about 5,000", "6,000", "OCHA"]]
    assert [len(cell.notes) for cell in section.blocks[1].rows[0]] == [0, 1, 1, 0]


def test_where_nothing_came_it_says_so(small_build):
    section = changed(Asked(previous=date(2020, 1, 20)), small_build(JANUARY, **QUIET))
    assert lead(section).endswith("(OCHA, as of 10 Jan 2020). No later number of this count came since.")
    assert rows(section) == []


def test_where_nothing_was_known_then_it_says_so(small_build):
    section = changed(Asked(previous=date(2020, 1, 5)), small_build(JANUARY, **QUIET))
    assert lead(section).startswith("By 5 Jan 2020 nothing had been published on this count of people newly displaced.")


def test_events_that_had_not_been_published_then_are_named_with_their_notes(built):
    (bullets,) = (block for block in changed(Asked(previous=date(2020, 2, 15))).blocks if isinstance(block, Bullets))
    told = bullets.items[-1]
    assert "6 Mar 2020, Ceasefire" in told.words
    assert "28 Jan 2020" not in told.words
    assert told.notes


def test_other_measures_are_told_with_what_was_known_then(built):
    (bullets,) = (block for block in changed(Asked(previous=date(2020, 3, 1))).blocks if isinstance(block, Bullets))
    (need,) = (item for item in bullets.items if item.words.startswith("People in need"))
    assert "about 2,800,000 people (OCHA, as of 5 Mar 2020); then it was" in need.words
    assert len(need.notes) == 2


@pytest.mark.parametrize("known_on", [date(2020, 2, 15), date(2020, 2, 1)])
def test_a_previous_briefing_that_is_not_earlier_is_refused(built, known_on):
    with pytest.raises(CannotRead, match="is not before"):
        build_briefing(Asked(previous=date(2020, 2, 15), known_on=known_on))
