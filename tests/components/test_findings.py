"""What follows from the tables of the default crisis: what came since a day, surges within its days, the meanwhile."""

from datetime import date

import pytest

from components import data, findings, selection
from components.viewpoint import NOW, Viewpoint
from etl.diff import diff

pytestmark = pytest.mark.usefixtures("built")
THEN = Viewpoint(known_on=date(2020, 1, 20))


def key_of(measure="new_displacement", slug="2019-12-01-persons-origin", area="SY-NW"):
    keys = selection.keys(data.table("series"))
    return next(key for key in keys if (key.area_code, key.measure, key.slug) == (area, measure, slug))


def test_what_came_since_a_day_is_every_point_that_today_has_and_that_day_had_not():
    key = key_of()
    came = findings.came_since(key, THEN.known_on, THEN.profile)
    then, today = (data.view(key, date(2019, 11, 1), date(2021, 1, 1), viewpoint).told for viewpoint in (THEN, NOW))
    known = {(point["as_of"], point["figure_id"]) for point in then}
    assert [after["as_of"] for before, after in came.points if before is None] == [
        point["as_of"] for point in today if (point["as_of"], point["figure_id"]) not in known
    ]
    assert came.n_figures == len(diff(THEN.known_on, date.max).of("figure added"))


def test_surges_are_of_the_crisiss_days_and_areas_and_name_figures_with_a_speaker():
    about, found = data.crisis(), findings.surges()
    assert found
    assert all(about.first_day <= one.as_of <= about.last_day and one.area_code in about.areas for one in found)
    assert set(findings.speakers_of(found)) == {figure_id for one in found for figure_id in one.figure_ids}


def test_a_surge_that_was_not_known_yet_is_not_listed():
    assert max(one.as_of for one in findings.surges(THEN)) <= THEN.known_on
    assert len(findings.surges(THEN)) < len(findings.surges())


def test_coverage_ends_with_the_last_report_and_its_age_is_counted_to_the_day_chosen():
    coverage, age, until = findings.coverage(data.view(key_of(), None, None, THEN))
    assert until == THEN.known_on
    assert (coverage.n_reports, age) == (4, 4)


def test_windows_have_no_coverage_by_day():
    monthly = key_of(slug="month-movements-destination", area="SY07")
    assert findings.coverage(data.view(monthly, None, None))[0] is None


@pytest.mark.parametrize(
    ("key", "is_running"),
    [
        ({}, True),
        ({"slug": "2019-11-01-persons-origin"}, True),
        ({"slug": "month-movements-destination", "area": "SY07"}, False),
        ({"measure": "idps", "slug": "any-persons-present"}, False),
    ],
)
def test_the_meanwhile_is_of_running_totals_of_people_who_left(key, is_running):
    assert findings.is_running(key_of(**key)) == is_running


def test_what_else_was_reported_is_of_other_measures_and_of_all_people():
    key = key_of()
    also = findings.also_reported(key)
    assert len({other.measure for other, _ in also} - {key.measure}) == len(also) > 0
    assert all(other.since is None for other, _ in also if other.kind == "stock")
