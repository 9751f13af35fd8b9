"""A campaign without counts: its phases as bars, its events in the same lanes as under the timeline."""

from datetime import date

from components.charts import campaign
from components.charts.lanes import Side
from tests.components.frames import event, events, offensive, offensives

CHART = campaign(
    offensives(offensive("whole", "2019-12-19", None), offensive("phase", "2020-01-24", "2020-02-11", part_of="whole")),
    events(event("fall", "2020-02-06"), event("talks", "2020-01-12", event_type="ceasefire", status="claimed")),
    first=date(2019, 12, 17),
    last=date(2020, 3, 1),
    sides=(Side("Government", ("government",)),),
)


def trace(name):
    return next(each for each in CHART.data if each.name == name)


def test_bars_and_marks_carry_the_ids_behind_them():
    assert list(trace("offensives").customdata) == ["whole", "phase"]
    assert set(trace("events").customdata) == {"fall", "talks"}


def test_there_is_no_axis_of_numbers():
    assert CHART.layout.yaxis.visible is False
    assert CHART.layout.yaxis2.domain == (0, 1)


def test_its_height_holds_what_it_shows():
    drawn = CHART.layout.height - CHART.layout.margin.t - CHART.layout.margin.b
    assert drawn == CHART.layout.yaxis2.range[0] > 0


def test_lanes_are_named():
    words = [note.text for note in CHART.layout.annotations]
    assert "<b>Government</b>" in words
    assert "<b>Truce, diplomacy, other</b>" in words
