"""What the page of offensives says: days with their source and status; around them meanwhile, never because."""

from datetime import date

import pandas as pd
import pytest

from components import campaigns, selection
from components.viewpoint import NOW, Viewpoint
from etl.around import COLUMNS
from etl.counting.meanwhile import Association
from tests.components.frames import RUNNING, STOCK, event, events, offensive, offensives

WHOLE, PHASE = selection.rows(
    offensives(
        offensive("whole", "2019-12-19", "2020-03-05"),
        offensive("phase", "2019-12-19", "2020-01-11", part_of="whole", accuracy="week", url="https://a.example/x_(2019)"),
    )
)


def row(side, days, low, high, **changes):
    return {
        "table": "events", "id": "fall", "side": side, "window_days": days, "from_day": date(2020, 1, 8),
        "to_day": date(2020, 1, 14), "low": low, "value": low, "high": high, "n_claims": 2,
    } | changes  # fmt: skip


AROUND = pd.DataFrame(
    [row("after", 7, 0, 43_000), row("before", 30, 27_500, None), row("before", 7, 500, 500, id="another")], columns=COLUMNS
)
TOLD = campaigns.rows_around(AROUND, "fall")


def test_the_page_opens_with_days_and_how_its_events_are_known():
    assert campaigns.opening(WHOLE, 1, {"claimed": 2, "confirmed": 1}) == (
        "Offensive whole: 19 Dec 2019 to 5 Mar 2020, with 1 phase in this register and 3 events: "
        "1 confirmed by both sides or a third, 2 claimed by a party to it."
    )
    assert campaigns.opening(WHOLE | {"ended_on": None}, 0, {}).endswith(
        "end not known, with 0 phases in this register and 0 events: none known."
    )


def test_every_date_of_a_phase_stands_with_its_source_and_how_exactly_it_is_known():
    assert campaigns.phase_rows([PHASE]) == [
        {
            "Campaign and phases": "Offensive phase",
            "Days": "19 Dec 2019 to 11 Jan 2020 (day known to the week)",
            "Days according to": "[OCHA](https://a.example/x_%282019%29)",
        }
    ]


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "file:///x"])
def test_only_an_address_of_the_web_becomes_a_link(url):
    assert campaigns.outside(url, "OCHA [x]") == r"OCHA \[x\]"


def test_every_event_stands_with_status_speaker_and_publisher():
    shown = campaigns.event_rows(events(event("fall", "2020-02-06", status="denied", accuracy="week")))
    assert list(shown.columns) == list(campaigns.EVENT_COLUMNS)
    assert shown[["days", "what", "status", "speaker"]].iloc[0].tolist() == [
        "6 Feb 2020 (day known to the week)", "Town captured: Saraqeb", "denied", "SANA"
    ]  # fmt: skip


def test_the_meanwhile_of_one_event_is_its_own_rows_before_then_after():
    assert [(told["side"], told["window_days"]) for told in TOLD] == [("before", 30), ("after", 7)]
    assert [campaigns.changed(told) for told in TOLD] == ["at least 27,500", "0 to 43,000"]


def test_each_change_stands_with_its_days_and_the_number_of_claims():
    assert campaigns.change_rows(TOLD, RUNNING)[1] == {
        "Window": "7 days after",
        "From report to report": "8 Jan 2020 to 14 Jan 2020",
        "People newly displaced": "0 to 43,000",
        "Claims": "2",
    }
    drawn = campaigns.changes(TOLD, RUNNING)
    assert drawn[0].words == "30 days before: at least 27,500 people, 2 claims"
    assert (drawn[0].low, drawn[0].high, drawn[0].heading) == (27_500, None, "Before")


def test_a_window_without_reports_is_said_to_be_a_gap_and_the_caution_always_stands():
    count, gap, caution = campaigns.meanwhile_notes(TOLD, RUNNING, ["OCHA", "UN"], NOW)
    assert "according to OCHA, UN." in count
    assert gap.startswith("No row for 7 days before, 14 days before, 14 days after, 30 days after:")
    assert "not a zero" in gap
    assert "not what caused it" in caution
    assert len(campaigns.meanwhile_notes([], RUNNING, ["OCHA"], NOW)) == 2
    assert "by profile acled" in campaigns.meanwhile_notes(TOLD, RUNNING, ["OCHA"], Viewpoint(profile="acled"))[0]


def test_no_word_on_the_page_says_because():
    said = [
        campaigns.opening(WHOLE, 1, {"claimed": 1}), campaigns.meanwhile_alt(TOLD, "Saraqeb", RUNNING), campaigns.MEANWHILE,
        *campaigns.meanwhile_notes(TOLD, RUNNING, ["OCHA"], NOW),
        *campaigns.association_rows([Association("airstrike", 8, 10, 323.4, 0.91)])[0],
    ]  # fmt: skip
    assert not any(word in line.casefold() for line in said for word in ("because", "due to", "led to", "as a result"))


@pytest.mark.parametrize(
    ("found", "cells"),
    [
        (
            Association("town_entered", 3, 1, 17_538.6, 0.0005),
            ["Town entered", "3 of 4", "17,539 more people a day", "p < 0.01"],
        ),
        (
            Association("road_secured", 3, 0, -3_867.0, 0.61),
            ["Road secured", "3 of 3", "3,867 fewer people a day", "p = 0.61"],
        ),
    ],
)
def test_an_association_is_a_row_with_how_many_events_had_enough_reports(found, cells):
    (row,) = campaigns.association_rows([found])
    assert list(row.values()) == cells
    assert campaigns.not_compared([found]) == ""


def test_a_type_with_too_few_reports_is_named_and_has_no_row():
    few = Association("withdrawal", 0, 1, None, None)
    assert campaigns.association_rows([few]) == []
    assert campaigns.not_compared([few]) == "Too few reports to compare: withdrawal."


def test_where_many_types_are_compared_chance_is_named():
    one, few = Association("airstrike", 8, 10, 323.4, 0.91), Association("withdrawal", 0, 1, None, None)
    assert "by chance" not in campaigns.caution([one, few])
    assert "Among 2 types compared, some differ by chance alone." in campaigns.caution([one, one, few])


def test_beside_a_stock_there_is_no_meanwhile_and_it_is_said_why():
    assert campaigns.not_running(STOCK).startswith("The meanwhile needs a running total of people who left the area;")
