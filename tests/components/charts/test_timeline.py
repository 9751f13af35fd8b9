"""The chart this product is about: one time axis, zero, whole numbers, words that hide nothing."""

import json
from datetime import date

import pytest

from components.charts import timeline, windows
from components.charts.canvas import LEFT, LETTER, NARROW, RIGHT, Canvas, turning_labels
from components.directions import bare
from components.palette import DARK, LIGHT
from components.wording import speaking
from etl.crises import TurningPoint
from tests.components.frames import event, events, figure, marks_of, offensive, offensives, point, points

TURNS = (
    TurningPoint(date(2020, 1, 28), "Maaret al-Numan entered", None),
    TurningPoint(date(2020, 2, 6), "Saraqeb captured", None),
    TurningPoint(date(2020, 3, 6), "Ceasefire", None),
)


def chart(**changes):
    given = {
        "points": points(point("2020-01-27", 390_000), point("2020-03-03", 961_300, speaker="CCCM Cluster")),
        "claims": marks_of(figure("a", "2020-01-27", 390_000), figure("b", "2020-03-03", 961_300)),
        "events": events(event("e", "2020-02-06")),
        "offensives": offensives(offensive("o", "2019-12-19", "2020-03-06")),
    } | changes
    return timeline(given.pop("points"), given.pop("claims"), given.pop("events"), given.pop("offensives"), **given)


def texts(shown):
    return [annotation.text for annotation in shown.layout.annotations]


def trace(shown, name):
    return next(one for one in shown.data if one.name == name)


def test_zero_is_on_the_axis_and_numbers_are_whole_with_separators():
    layout = chart().layout
    assert layout.yaxis.range[0] == 0
    assert layout.yaxis.tickformat == ",d"


def test_displacement_and_offensives_share_the_days_and_no_axis_of_numbers():
    shown = chart()
    assert {one.xaxis for one in shown.data} <= {None, "x"}
    assert trace(shown, "recommended").yaxis is None
    assert trace(shown, "offensives").yaxis == trace(shown, "events").yaxis == "y2"
    assert shown.layout.yaxis2.visible is False


def test_the_last_recommended_point_says_number_day_and_speaker():
    assert "<b>961,300</b><br>3 Mar 2020<br>CCCM Cluster" in texts(chart())


def test_a_turning_point_runs_through_both_plots_with_a_word_and_a_day():
    shown = chart(turning_points=TURNS, last=date(2020, 3, 31))
    assert texts(shown)[:3] == ["Maaret al-Numan entered, 28 Jan", "Saraqeb captured, 6 Feb", "Ceasefire, 6 Mar"]
    dotted = [shape for shape in shown.layout.shapes if shape.line.dash == "dot"]
    assert [(shape.yref, shape.y0, shape.y1 > 1) for shape in dotted] == [("paper", 0, True)] * 3


def test_a_turning_point_outside_the_period_is_not_drawn():
    assert "Ceasefire, 6 Mar" not in texts(chart(turning_points=TURNS, last=date(2020, 2, 20)))


def test_no_two_labels_of_turning_points_share_a_row():
    labels = [one for one in chart(turning_points=TURNS).layout.annotations if "," in one.text and one.yref == "paper"]
    assert len({label.yshift for label in labels}) == len(TURNS)


@pytest.mark.parametrize("day", [date(2019, 12, 2), date(2020, 1, 8), date(2020, 1, 28), date(2020, 3, 30)])
@pytest.mark.parametrize("n_letters", [10, 26, 36])
def test_the_label_of_a_turning_point_lies_whole_on_the_narrowest_page(day, n_letters):
    canvas = Canvas(date(2019, 12, 1), date(2020, 4, 1), 1_000_000.0, 0, 1, LIGHT)
    (shown,) = turning_labels(canvas, [TurningPoint(day, "e" * n_letters, None)])
    edge, width = canvas.share(day) * NARROW + shown["xshift"], len(shown["text"]) * LETTER
    left = edge - width if shown["xanchor"] == "right" else edge
    assert left >= -LEFT - 3
    assert left + width <= NARROW + RIGHT + 3


@pytest.mark.parametrize("word", ["دخول معرة النعمان", "السيطرة على M5"])
def test_a_label_in_arabic_writes_the_month_as_the_axis_does_and_so_ends_at_its_line(word):
    canvas = Canvas(date(2019, 12, 1), date(2020, 4, 1), 1_000_000.0, 0, 1, LIGHT)
    with speaking("ar"):
        (shown,) = turning_labels(canvas, [TurningPoint(date(2020, 1, 28), word, None)])
    assert bare(shown["text"]) == f"{word}، 28 يناير"
    assert (shown["xanchor"], shown["xshift"]) == ("right", -3)


def test_a_revision_is_marked():
    lowered = points(point("2020-02-17", 900_000), point("2020-02-19", 875_000, is_revision=True))
    assert "lowered" in texts(chart(points=lowered))
    assert "lowered" not in texts(chart())


def test_shapes_are_set_at_once_and_ids_are_all_a_mark_carries():
    shown = json.loads(chart(turning_points=TURNS).to_json())
    carried = {value for one in shown["data"] for value in one.get("customdata", ())}
    assert carried == {"a", "b", "e", "o"}


def test_a_chart_without_events_is_only_its_counts():
    shown = chart(events=events(), offensives=offensives())
    assert {one.name for one in shown.data}.isdisjoint({"events", "offensives"})
    assert shown.layout.height < chart().layout.height


def test_a_chart_without_a_claim_in_the_period_is_an_empty_axis_not_a_zero():
    nothing = {"points": points(), "claims": marks_of(), "first": date(2020, 1, 1), "last": date(2020, 2, 1)}
    assert all(not one.y for one in chart(**nothing).data if one.name in ("recommended", "recommended line"))


def test_windows_are_bars_above_the_offensives():
    monthly = {"window": "month", "since": None, "unit": "movements"}
    shown = chart(points=points(point("2020-01-31", 320_000, **monthly), point("2020-02-29", 454_000, **monthly)))
    assert list(trace(shown, "recommended").y) == [320_000, 454_000]
    assert "recommended line" not in {one.name for one in shown.data}


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_colours_follow_the_theme(palette):
    shown = chart(palette=palette)
    assert shown.layout.paper_bgcolor == palette.background
    assert trace(shown, "recommended line").line.color == palette.displacement


@pytest.mark.parametrize(
    ("first", "last"),
    [("2019-12-02", "2019-12-09"), ("2020-02-20", "2020-02-25"), ("2020-03-25", "2020-03-31"), ("2019-12-02", "2020-03-31")],
)
@pytest.mark.parametrize("name", ["Spring Shield", "Opposition counter-offensive at Nairab and Saraqeb"])
def test_the_name_of_a_bar_fits_on_the_narrowest_page(name, first, last):
    canvas = Canvas(date(2019, 12, 1), date(2020, 3, 31), 1.0, 100, 0, LIGHT)
    day, anchor = canvas.label_place(name, date.fromisoformat(first), date.fromisoformat(last))
    at, width = canvas.share(day) * NARROW, len(name) * LETTER
    left = at if anchor == "left" else at - width
    assert left >= -LEFT - 3  # a day more or less is three pixels
    assert left + width <= NARROW + RIGHT + 3


def test_the_last_label_hides_no_mark_and_no_step():
    rising = points(*(point(f"2020-02-{k:02}", k * 40_000) for k in range(1, 25)))
    shown = chart(points=rising, claims=marks_of(*(figure(f"f{k}", f"2020-02-{k:02}", k * 40_000) for k in range(1, 25))))
    label = next(one for one in shown.layout.annotations if "960,000" in one.text)
    assert label.text.startswith("Last: ") or label.ay > 0


def test_small_bar_charts_share_a_scale_and_leave_gaps():
    monthly = {"window": "month", "since": None, "unit": "movements"}
    shown = windows(
        points(
            point("2020-01-31", 320_000, area_name="Idleb", **monthly),
            point("2020-03-31", 30_000, area_name="Idleb", **monthly),
            point("2020-01-31", 130_000, area_name="Aleppo", **monthly),
        )
    )
    assert [one.name for one in shown.data] == ["Idleb", "Aleppo"]
    assert list(shown.data[0].y) == [320_000, 30_000]
    assert shown.layout.yaxis.range == shown.layout.yaxis2.range
    assert shown.layout.yaxis.range[0] == 0
