"""What was known on a day ends with that day: on a page, in a chart of the API, in a briefing, on the page for slow links."""

from datetime import date, timedelta

import pytest

from components import data, horizon
from components.api.view import read_view
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Drawing
from components.viewpoint import Viewpoint
from etl import crises, store
from tests.components.frames import MONTHLY, RUNNING, day, event, events, point, points

THEN = date(2020, 1, 29)


def drawing_of(briefing):
    return next(block for section in briefing.sections for block in section.blocks if isinstance(block, Drawing))


def labels(drawing):
    return [turn.label for turn in drawing.turning_points]


@pytest.mark.parametrize(
    ("key", "asked", "expected"),
    [
        (RUNNING, {}, ("2019-11-29", "2020-03-09")),
        (RUNNING, {"known_on": day("2020-02-01")}, ("2019-11-29", "2020-02-01")),
        (RUNNING, {"first": day("2020-01-01")}, ("2020-01-01", "2020-03-09")),
        (RUNNING, {"last": day("2020-02-10")}, ("2019-11-29", "2020-02-10")),
        (RUNNING, {"last": day("2020-02-10"), "known_on": day("2020-02-01")}, ("2019-11-29", "2020-02-01")),
        (MONTHLY, {}, ("2020-01-01", "2020-01-27")),
    ],
)
def test_days_not_asked_for_follow_from_the_reports_and_never_pass_the_day_known_on(key, asked, expected):
    reports = points(point("2020-01-14", 350_000), point("2020-01-27", 390_000))
    wish = {"first": None, "last": None, "known_on": None} | asked
    assert horizon.days_shown(reports, key, crises.read_crisis(), **wish) == tuple(map(day, expected))


def test_a_turning_point_is_known_with_its_event():
    about = crises.read_crisis()
    bound = [turn for turn in about.turning_points if turn.event_id]
    assert bound
    first = events(event(bound[0].event_id, str(bound[0].day)))
    known = horizon.as_known(about, first, bound[0].day).turning_points
    assert bound[0] in known
    assert not set(bound[1:]) & set(known)


@pytest.mark.parametrize("known_on", [THEN, THEN + timedelta(days=14)])
def test_every_picture_of_a_day_ends_with_it_and_names_the_same_turning_points(built, known_on):
    page = data.view(RUNNING, None, None, Viewpoint(known_on))
    chart = read_view({"known_on": known_on}, store.live_build()).drawing
    paper = drawing_of(build_briefing(Asked(known_on=known_on, last_day=date(2020, 4, 1))))
    assert page.last == chart.last == known_on
    assert labels(chart) == labels(paper)
    assert all(turn.day <= known_on for drawing in (chart, paper) for turn in drawing.turning_points)
