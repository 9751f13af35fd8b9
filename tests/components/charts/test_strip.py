"""The conflict strip: one interval a claim, the recommended one marked, other first days under headings of their own."""

from components import selection
from components.charts import strip
from components.palette import LIGHT
from tests.components.frames import claims_of, day, figure, figures


def drawn(*records):
    frame = figures(*records)
    return strip(selection.conflict(selection.keyed(frame), claims_of(frame), records[0]["figure_id"]))


def trace(chart, name):
    return next(each for each in chart.data if each.name == name)


CHART = drawn(
    figure("un", "2020-01-30", 520_000, quantifier="about", people_low=515_000, people_high=525_000),
    figure("envoy", "2020-01-30", 700_000, speaker="James Jeffrey", role="triangulation"),
    figure("over", "2020-01-30", 586_000, speaker="UNICEF", quantifier="more_than", people_high=None, role="triangulation"),
    figure("rcg", "2020-01-30", 800_000, speaker="Response Coordination Group", period_start=day("2019-11-01")),
)


def test_every_claim_of_the_day_is_one_mark_the_recommended_one_first():
    marks = trace(CHART, "numbers")
    assert list(marks.customdata) == ["un", "envoy", "over", "rcg"]
    assert list(marks.x) == [520_000, 700_000, 586_000, 800_000]
    assert list(marks.marker.color) == [LIGHT.displacement, LIGHT.claim, LIGHT.claim, LIGHT.displacement]
    assert list(marks.marker.symbol) == ["circle-open", "circle", "triangle-right-open", "circle"]


def test_each_mark_says_speaker_words_documents_and_why():
    told = trace(CHART, "numbers").text[0]
    assert "OCHA: about 520,000 people" in told
    assert "in one document" in told
    assert "Recommended: best-ranked group" in told


def test_claims_with_another_first_day_stand_under_a_heading_of_their_own():
    headings = [note.text for note in CHART.layout.annotations if note.text.startswith("<b>")]
    assert headings == ["<b>Since 1 Dec 2019</b>", "<b>Since 1 Nov 2019</b>"]


def test_more_than_is_open_to_the_right():
    assert list(trace(CHART, "open side").marker.symbol) == ["triangle-right"]
