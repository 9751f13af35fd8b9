"""One axis holds one count: what counts something else is never offered beside it."""

from datetime import date

import pytest

from components import selection
from tests.components.frames import RUNNING, claims_of, day, event, events, figure, figures, offensive, offensives, point, points


def drawn(*records):
    frame = figures(*records)
    return selection.claims(selection.keyed(frame), claims_of(frame), RUNNING)["figure_id"].tolist()


@pytest.mark.parametrize(
    "changes",
    [
        {"measure": "idps", "kind": "stock", "area_role": "present"},
        {"unit": "movements"},
        {"since": day("2019-11-01")},
        {"since": None, "window": "month"},
        {"area_role": "destination"},
        {"area_code": "SY07", "area_name": "Idleb"},
    ],
)
def test_what_counts_something_else_is_another_series(changes):
    series = points(point("2020-01-31", 520_000), point("2020-01-31", 530_000, **changes))
    assert len(selection.keys(series)) == 2
    assert selection.points(series, RUNNING)["value"].tolist() == [520_000]


def test_each_series_of_an_area_and_measure_has_an_address_of_its_own():
    series = points(
        point("2020-01-31", 1),
        point("2020-01-31", 2, since=day("2019-11-01")),
        point("2020-01-31", 3, unit="movements"),
        point("2020-01-31", 4, since=None, window="month"),
        point("2020-01-31", 5, area_role="destination"),
    )
    slugs = [key.slug for key in selection.keys(series)]
    assert len(set(slugs)) == 5
    assert "2019-12-01-persons-origin" in slugs


def test_a_total_without_a_first_day_stands_beside_and_one_with_another_does_not():
    assert drawn(
        figure("same", "2020-01-31", 520_000),
        figure("no-start", "2020-01-30", 700_000, period_start=None, role="triangulation"),
        figure("november", "2020-01-31", 900_000, period_start=day("2019-11-01")),
    ) == ["no-start", "same"]


def test_a_total_from_before_the_first_day_does_not_stand_beside():
    assert drawn(figure("early", "2019-06-30", 700_000, period_start=None, role="triangulation")) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"role": None},
        {"unit": "movements"},
        {"area_role": "destination"},
        {"measure": "returns"},
        {"area_code": "SY07"},
        {"as_of": None},
    ],
)
def test_a_figure_that_counts_something_else_is_not_drawn(changes):
    assert drawn(figure("a", "2020-01-31", 520_000) | changes) == []


def test_households_that_became_people_count_as_people():
    assert drawn(figure("a", "2020-01-31", 520_000, unit="households", reported_value=100_000)) == ["a"]


def test_a_claim_is_one_mark_however_many_documents_repeat_it():
    frame = figures(
        figure("said", "2020-02-23", 948_000, claim_id="c"),
        figure("again", "2020-02-23", 948_000, claim_id="c", role="triangulation"),
        figure("same-document", "2020-02-23", 948_000, claim_id="c", role="triangulation", document_id="d-again"),
    )
    shown = selection.claims(selection.keyed(frame), claims_of(frame), RUNNING)
    assert shown["figure_id"].tolist() == ["said"]
    assert shown["n_documents"].tolist() == [2]


def test_the_exact_words_speak_for_a_claim_not_its_rounder_retelling():
    frame = figures(
        figure("exact", "2020-01-27", 389_000, claim_id="c", role="triangulation", known_from=day("2020-01-29")),
        figure("rounder", "2020-01-27", 390_000, claim_id="c", role="triangulation", known_from=day("2020-01-28")),
    )
    assert selection.claims(selection.keyed(frame), claims_of(frame), RUNNING)["figure_id"].tolist() == ["exact"]


@pytest.mark.parametrize(
    ("since", "expected"), [(day("2019-12-01"), "2019-12-01-persons-origin"), (day("2018-01-01"), "2019-11-01-persons-origin")]
)
def test_a_page_opens_with_the_crisiss_first_day_else_with_the_fullest_total(since, expected):
    series = points(
        *(point(f"2020-01-{k}", k, since=day("2019-11-01")) for k in (10, 20, 30)),
        *(point(f"2020-01-{k}", k) for k in (15, 25)),
        *(point(f"2020-0{k}-29", k, since=None, window="month", unit="movements") for k in (1, 2, 3, 4, 5)),
    )
    assert selection.default_key(selection.keys(series), since=since).slug == expected


def test_a_single_report_is_not_what_a_page_opens_with():
    series = points(point("2020-03-31", 555_000), *(point(f"2020-0{k}-28", k, since=None, window="month") for k in (1, 2)))
    assert selection.default_key(selection.keys(series), since=day("2019-12-01")).window == "month"


def test_events_of_the_period_are_those_that_touch_it():
    frame = events(
        event("before", "2020-01-01"),
        event("into", "2020-01-05", ended_on=day("2020-01-12")),
        event("in", "2020-01-15"),
        event("after", "2020-02-01"),
        event("no-day", "2020-01-15") | {"started_on": None},
    )
    shown = selection.between(frame, date(2020, 1, 10), date(2020, 1, 20), start="started_on", end="ended_on")
    assert shown["event_id"].tolist() == ["into", "in"]


def test_an_offensive_without_an_end_goes_on_and_campaigns_stand_before_phases():
    frame = offensives(
        offensive("phase", "2020-01-02", "2020-01-12", part_of="campaign"),
        offensive("campaign", "2020-01-05", None),
        offensive("over", "2019-04-30", "2019-08-31"),
    )
    assert selection.ongoing(frame, date(2020, 1, 10), date(2020, 1, 20))["offensive_id"].tolist() == ["campaign", "phase"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(345_000, 390_000, (345_000, 390_000)), (None, 390_000, (340_000, 390_000)), (345_000, None, (345_000, 400_000))],
)
def test_an_open_end_of_the_band_is_drawn_at_the_last_claim_of_its_day(low, high, expected):
    """A claim beside the line (340,000, 400,000) ends an open side, and never widens one that is known."""
    beside = [figure("a", "2020-01-27", 340_000), figure("b", "2020-01-27", 400_000), figure("c", "2020-01-28", 1_000_000)]
    assert selection.known_sides(point("2020-01-27", 350_000, low=low, high=high), beside) == expected


def test_a_missing_value_is_none_in_a_record():
    record = selection.rows(points(point("2020-01-31", None, low=None, high=None)))[0]
    assert (record["value"], record["low"], record["window"]) == (None, None, None)


def test_claims_in_conflict_are_those_about_the_same_measure_area_unit_and_day():
    frame = figures(
        figure("november", "2020-03-05", 1_200_000, speaker="RCG", period_start=day("2019-11-01")),
        figure("beside", "2020-03-05", 961_000, speaker="UNICEF", role="triangulation"),
        figure("asked", "2020-03-05", 1_000_000),
        figure("next-day", "2020-03-06", 980_000),
        figure("killed", "2020-03-05", 5, measure="killed"),
        figure("elsewhere", "2020-03-05", 5, area_code="SY07"),
        figure("arrived", "2020-03-05", 5, area_role="destination"),
        figure("movements", "2020-03-05", 5, unit="movements"),
        figure("repeat", "2020-03-05", 1_000_000, claim_id="c-asked"),
    )
    found = selection.conflict(selection.keyed(frame), claims_of(frame), "asked")
    assert found["figure_id"].tolist() == ["asked", "beside", "november"]
    assert found["since"].tolist() == [day("2019-12-01"), day("2019-12-01"), day("2019-11-01")]


@pytest.mark.parametrize("changes", [{"role": None}, {"figure_id": "another"}])
def test_a_figure_that_takes_no_part_in_series_is_in_no_conflict(changes):
    frame = figures(figure("asked", "2020-03-05", 1_000_000) | changes)
    assert selection.conflict(selection.keyed(frame), claims_of(frame), "asked").empty


def test_other_documents_of_a_claim_are_its_repeats():
    frame = figures(
        figure("a", "2020-03-05", 1_000_000),
        figure("d", "2020-03-05", 5, measure="killed"),
        figure("e", "2020-03-05", 1_000_000, claim_id="c-a"),
    )
    assert selection.repeats(frame, selection.rows(frame)[0])["figure_id"].tolist() == ["e"]
    assert selection.identified(frame, "figure_id", "d")["measure"] == "killed"
    assert selection.identified(frame, "figure_id", "nobody") is None


def test_small_charts_show_the_areas_with_the_highest_windows():
    series = points(
        *(
            point("2020-01-31", value, since=None, window="month", unit="movements", area_code=area, area_name=area)
            for area, value in (("SY07", 300), ("SY02", 200), ("SY05", 1))
        )
    )
    key = selection.keys(series)[0]
    assert selection.like(series, key, most=2)["area_name"].tolist() == ["SY07", "SY02"]
