"""Surge signals. A running sum beyond its own past is a signal that names its figures; an unknown past gives none."""

from etl.counting.signals import Signal, Thresholds, find_signals
from tests.spec.tables import counted

THRESHOLDS = Thresholds(days=30, past_days=120, past_known=0.75, floor=5_000, factor=1.0, high_factor=2.0)
LENGTHS = {"01": 31, "02": 29, "03": 31, "04": 30, "05": 31, "06": 30, "07": 31}


def months(*people: int | None) -> str:
    rows = [
        f"{number:,} | 2020-{month}-01 | 2020-{month}-{days}"
        for number, (month, days) in zip(people, LENGTHS.items(), strict=False)
        if number is not None
    ]
    return "words | period_start | as_of\n" + "\n".join(rows)


def signals(*people: int | None) -> list[Signal]:
    count = counted(months(*people), accuracy="month", unit="movements", area_role="destination")
    return find_signals(count.series, count.figures, THRESHOLDS)


def test_a_month_beyond_its_past_is_a_signal_that_names_its_figures() -> None:
    found = signals(6_000, 6_000, 6_000, 6_000, 31_000)
    assert [(signal.as_of.month, signal.level) for signal in found] == [(5, "high")]
    assert found[0].low == found[0].high == 30_000
    assert len(found[0].figure_ids) == 1


def test_less_than_twice_the_past_is_a_medium_signal() -> None:
    assert [signal.level for signal in signals(6_000, 6_000, 6_000, 6_000, 9_000)] == ["medium"]


def test_a_month_within_its_past_and_a_small_number_are_no_signal() -> None:
    assert signals(6_000, 6_000, 6_000, 6_000, 6_000) == []
    assert signals(10, 10, 10, 10, 400) == []


def test_a_past_that_is_not_known_gives_no_signal() -> None:
    assert signals(31_000) == []
    assert signals(6_000, None, None, 6_000, 31_000) == []


def test_running_totals_are_not_windows_and_give_no_signal() -> None:
    count = counted("words | period_start | as_of\n900,000 | 2019-12-01 | 2020-02-17")
    assert find_signals(count.series, count.figures, THRESHOLDS) == []
