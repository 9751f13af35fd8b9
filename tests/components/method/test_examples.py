"""Each example is what the code does with the live data; where the data has none, none is made up."""

import re

import pytest

from components import captions, directions
from components.method import examples, readme
from components.method.live import Live
from components.wording import speaking
from etl import pipeline, select, store, tables
from tests.components.frames import figure, figures


@pytest.fixture
def live(built):
    return Live(store.live_build())


def empty():
    about = Live("none")
    blank = {name: tables.TABLES[name].frame([]) for name in ("figures", "claims", "series", "documents")}
    vars(about).update(blank | {"key": None})
    return about


def test_every_rule_but_that_of_the_tool_has_an_example():
    assert set(examples.EXAMPLES) == {rule.number for rule in readme.rules()} - {4}


@pytest.mark.parametrize("number", sorted(examples.EXAMPLES))
def test_the_default_crisis_holds_an_example_of_every_rule(live, number):
    assert all(sentence.strip() for sentence in examples.example(number, live))
    assert examples.example(number, live)


@pytest.mark.parametrize("number", [2, 11, 12, 15])
def test_what_the_code_refuses_is_said_in_arabic_and_only_names_held_apart_are_not(live, number):
    with speaking("ar"):
        refused = examples.example(number, live)[-1]
    assert refused.startswith("عند طلب ذلك، ترفض الشيفرة: ")
    assert re.search("[\u0600-\u06ff]", refused.partition(": ")[2])
    assert not re.search("[A-Za-z]", directions.APART.sub("", refused))


@pytest.mark.parametrize("number", [1, 2, 3, 5, 6, 8, 9, 10, 11])
def test_a_build_without_an_example_gets_none(number):
    assert examples.example(number, empty()) == []


def test_the_dip_of_february_stands_beside_the_line_for_the_reason_of_the_build(live):
    rows = store.read("figures")
    reasons = rows.loc[rows["people_value"].eq(875_000) & rows["role"].eq("triangulation"), "role_reason"]
    (told,) = [sentence for sentence in examples.beside(live) if "875,000 people" in sentence]
    assert any(told.endswith(f"{reason}.") for reason in reasons)
    assert "a running total falls only when a speaker lowers its own number" in told


def test_the_change_is_the_interval_of_the_series(live):
    last = store.read("series").set_index("figure_id").loc[live.points[-1]["figure_id"]]
    assert f"{last['change_low']:+,} to {last['change_high']:+,}" in examples.change(live)[0]


def test_households_without_a_factor_are_not_called_people():
    about = empty()
    kept = figure(
        "a", "2020-02-01", 300, unit="households", people_low=None, people_value=None, people_high=None, reported_value=300
    )
    vars(about)["figures"] = figures(kept)
    assert "stays 300 households" in examples.households(about)[0]


def test_a_build_seen_through_live_is_that_build(live):
    assert live.crisis.crisis_id == pipeline.crises.read_crisis().crisis_id


def test_so_many_figures_were_known_on_a_day_as_counting_anew_for_it_takes(live):
    days = [point.day for point in live.crisis.turning_points][: examples.MOST]
    counts = [len(select.select("figures", select.Selection(known_on=day))) for day in days]
    assert counts == sorted(set(counts))
    for n, told in zip(counts, examples.known_then(live), strict=True):
        assert captions.counted(n, "figure") in told
