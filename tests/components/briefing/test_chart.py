"""The chart on paper: the same bytes each time, words as text, marks that lead to their notes, no number drawn that none gave."""

import re
from dataclasses import replace
from datetime import date

import pytest

from components.briefing import chart, chart_counts, days
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Drawing
from components.wording import speaking


def drawing_of(asked=Asked(), build=None):  # noqa: B008  (frozen)
    briefing = build_briefing(asked, build)
    return next(b for one in briefing.sections for b in one.blocks if isinstance(b, Drawing)), briefing.note_of


def test_a_drawing_is_the_same_each_time_and_holds_no_time_of_day(built):
    drawing, notes = drawing_of()
    first = chart.svg(drawing, chart.WIDE, notes)
    chart._svg.cache_clear()
    assert first == chart.svg(drawing, chart.WIDE, notes)
    assert "<metadata" not in first
    assert first.startswith('<svg role="img" aria-label="People newly displaced: about 284,000')


def words_of(svg):
    return {text.strip("\u202b\u202c") for text in re.findall(r">([^<>]+)</text>", svg)}


def test_a_chart_that_was_drawn_in_one_language_is_drawn_anew_in_another(built):
    drawing, notes = drawing_of(Asked())
    english = chart.svg(drawing, chart.WIDE, notes)
    with speaking("ar"):
        assert {"1 آذار/مارس", "هدنة ودبلوماسية وغير ذلك"} <= words_of(chart.svg(drawing, chart.WIDE, notes))
    assert chart.svg(drawing, chart.WIDE, notes) == english


def test_two_sizes_share_no_id(built):
    drawing, notes = drawing_of()
    ids = [set(re.findall(r'\bid="([^"]+)"', chart.svg(drawing, size, notes))) for size in (chart.WIDE, chart.NARROW)]
    assert all(ids)
    assert not ids[0] & ids[1]


def test_the_last_number_its_day_and_speaker_stand_on_the_chart_as_text(built):
    drawing, notes = drawing_of()
    text = re.findall(r">([^<>]+)</text>", chart.svg(drawing, chart.NARROW, notes))
    assert {"961,300", "3 Mar 2020", "CCCM Cluster", "Ceasefire, 6 Mar"} <= set(text)


def test_a_name_with_signs_of_markup_and_formulas_is_drawn_as_it_is(small_build):
    build = small_build("speaker | words | period_start | as_of\nA & B <i> $x^2$ | 5,000 | 2020-01-01 | 2020-02-01")
    drawing, notes = drawing_of(build=build)
    assert ">A &amp; B &lt;i&gt; $x^2$</text>" in chart.svg(drawing, chart.WIDE, notes)


def test_a_mark_leads_to_its_note(built):
    drawing, notes = drawing_of(Asked(audience="technical"))
    linked = set(re.findall(r'href="#n(\d+)"', chart.svg(drawing, chart.WIDE, notes)))
    wanted = {str(notes[claim["figure_id"]]) for claim in drawing.claims} | {str(notes[e["event_id"]]) for e in drawing.events}
    assert wanted <= linked


@pytest.mark.parametrize(
    ("points", "runs"),
    [
        ([("2020-01-01", 5), ("2020-01-20", 9)], [[5, 9]]),
        ([("2020-01-01", 5), ("2020-03-20", 9)], [[5], [9]]),
        ([("2020-01-01", 5), ("2020-01-10", None), ("2020-01-20", 9)], [[5], [9]]),
    ],
    ids=["reports in turn", "a long silence", "a vague report between"],
)
def test_the_line_breaks_where_nothing_was_said(points, runs):
    told = [{"as_of": date.fromisoformat(day), "value": value} for day, value in points]
    assert [[point["value"] for point in run] for run in chart_counts._runs(told)] == runs


def test_without_a_count_the_chart_says_so_and_draws_no_scale(built):
    drawing, notes = drawing_of()
    svg = chart.svg(replace(drawing, points=(), claims=()), chart.WIDE, notes)
    assert "No report found in this period: a gap, not a zero" in svg
    assert "250,000" not in svg


@pytest.mark.parametrize(
    ("first", "last", "most", "expected"),
    [
        (date(2019, 12, 1), date(2020, 4, 14), 9, ["2019-12-01", "2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"]),
        (date(2019, 12, 1), date(2020, 4, 14), 4, ["2019-12-01", "2020-02-01", "2020-04-01"]),
        (date(2020, 3, 6), date(2020, 3, 7), 4, ["2020-03-06", "2020-03-07"]),
        (date(2020, 1, 3), date(2020, 1, 30), 4, ["2020-01-03", "2020-01-10", "2020-01-17", "2020-01-24"]),
    ],
)
def test_the_axis_names_first_days_of_months_or_a_few_days(first, last, most, expected):
    assert [str(day) for day in days.named(first, last, most)] == expected
