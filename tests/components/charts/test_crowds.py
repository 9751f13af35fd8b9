"""Of many marks as few are drawn as can be told apart, and each says for how many it stands."""

from datetime import timedelta

import pandas as pd
import pytest

from components.charts import crowds, timeline
from components.charts.crowds import MOST_CLAIMS, MOST_EVENTS, MOST_POINTS
from tests.components.frames import day, event, events, figure, figures, offensives, point, points

FIRST, LAST = day("2019-12-01"), day("2020-03-10")


def claims(n: int, **changes: object) -> pd.DataFrame:
    told = [figure(f"f{k:05d}", str(FIRST + timedelta(days=k % 90)), 1000 + 7 * k, **changes) for k in range(n)]
    return figures(*told).assign(n_documents=1)


def drawn_claims(frame: pd.DataFrame) -> pd.DataFrame:
    return crowds.claims(frame, first=FIRST, last=LAST, top=float(frame["people_value"].max()))


def drawn_events(frame: pd.DataFrame) -> pd.DataFrame:
    return crowds.events(frame, first=FIRST, last=LAST, lane=lambda event: event["actor"])


def test_a_few_hundred_claims_are_drawn_whole_and_each_for_itself():
    frame = claims(MOST_CLAIMS)
    pd.testing.assert_frame_equal(drawn_claims(frame), frame.assign(n_here=1))


@pytest.mark.parametrize("n", [MOST_CLAIMS + 1, 5_000])
def test_of_many_claims_few_are_drawn_and_none_is_forgotten(n):
    drawn = drawn_claims(claims(n))
    assert len(drawn) <= MOST_CLAIMS
    assert drawn["n_here"].sum() == n


def test_the_claim_published_last_is_drawn_for_those_it_hides():
    near = [figure(f"f{k:05d}", "2020-01-27", 390_000, known_from=day("2020-02-01")) for k in range(MOST_CLAIMS + 1)]
    last = figure("latest", "2020-01-27", 390_001, known_from=day("2020-02-09"))
    drawn = drawn_claims(figures(last, *near))
    assert list(zip(drawn["figure_id"], drawn["n_here"], strict=True)) == [("latest", MOST_CLAIMS + 2)]


@pytest.mark.parametrize(("column", "words"), [("role", ("recommended", "triangulation")), ("quantifier", ("exact", "about"))])
def test_marks_that_look_different_keep_marks_of_their_own(column, words):
    same = [figure(f"f{k:05d}", "2020-01-27", 390_000, **{column: words[k % 2]}) for k in range(2 * MOST_CLAIMS)]
    drawn = drawn_claims(figures(*same))
    assert dict(zip(drawn[column], drawn["n_here"], strict=True)) == dict.fromkeys(words, MOST_CLAIMS)


def test_a_claim_without_a_printed_number_has_a_place_too():
    vague = [figure(f"f{k}", "2020-01-27", None, people_low=100 * k + 1, people_high=None) for k in range(MOST_CLAIMS + 1)]
    drawn = crowds.claims(figures(*vague), first=FIRST, last=LAST, top=30_000.0)
    assert drawn["n_here"].sum() == MOST_CLAIMS + 1


def test_of_many_events_few_are_drawn_and_types_lanes_and_certainty_stay_apart():
    kinds = [
        ("airstrike", "A", "confirmed"),
        ("shelling", "A", "confirmed"),
        ("airstrike", "B", "confirmed"),
        ("airstrike", "A", "denied"),
    ]
    many = [
        event(
            f"e{k:05d}",
            str(FIRST + timedelta(days=k % 97)),
            event_type=kinds[k % 4][0],
            actor=kinds[k % 4][1],
            status=kinds[k % 4][2],
        )
        for k in range(4_000)
    ]
    drawn = drawn_events(events(*many))
    assert len(drawn) <= MOST_EVENTS
    counted = drawn.groupby(["event_type", "actor", "status"])["n_here"].sum()
    assert counted.to_dict() == dict.fromkeys(kinds, 1_000)


def test_a_mark_that_stands_for_others_says_so():
    frame = claims(MOST_CLAIMS + 1, role="triangulation")
    chart = timeline(points(), frame, events(), offensives(), first=FIRST, last=LAST)
    hovers = [text for trace in chart.data for text in (trace.text or ())]
    assert any("so near that this mark stands for" in text for text in hovers)


def test_a_long_line_keeps_its_ends_its_peaks_and_its_vague_points():
    days = [FIRST + timedelta(days=k) for k in range(5 * MOST_POINTS)]
    told = [point(str(one), 1_000_000 if k == 1234 else 10 if k == 2345 else 500 + k % 3) for k, one in enumerate(days)]
    told[3000] = told[3000] | {"value": None}
    frame = points(*told)
    kept = crowds.points(frame, first=days[0], last=days[-1])
    assert len(kept) < len(frame)
    assert kept["value"].max() == 1_000_000
    assert kept["value"].min() == 10
    assert days[3000] in set(kept["as_of"])
    assert (kept["as_of"].iloc[0], kept["as_of"].iloc[-1]) == (days[0], days[-1])
