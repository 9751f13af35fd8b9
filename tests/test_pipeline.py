"""The default dataset says what was reported: OCHA's total as the line, other speakers beside it, months on their own."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from etl import check, pipeline, store, tables
from etl.errors import SourceChanged, UnknownCrisis, UnknownSource
from etl.select import Selection, select


@pytest.fixture(scope="module", autouse=True)
def build(tmp_path_factory: pytest.TempPathFactory) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUZUH_DATA", str(tmp_path_factory.mktemp("tables")))
        yield pipeline.build()


def line(**known: date) -> pd.DataFrame:
    series = select("series", Selection(area="northwest Syria", measure="new_displacement", **known))
    own = (series["since"] == date(2019, 12, 1)) & (series["unit"] == "persons") & (series["area_role"] == "origin")
    return series[tables.surely(own)].set_index("as_of")


@pytest.mark.parametrize(
    ("as_of", "value", "quantifier"),
    [
        (date(2019, 12, 29), 284_000, "about"),
        (date(2020, 1, 8), 312_000, "more_than"),
        (date(2020, 1, 27), 390_000, "nearly"),
        (date(2020, 2, 2), 586_000, "about"),
        (date(2020, 2, 12), 800_000, "more_than"),
        (date(2020, 2, 17), 900_000, "about"),
        (date(2020, 2, 20), 900_000, "about"),
        (date(2020, 2, 23), 948_000, "more_than"),
        (date(2020, 3, 3), 961_300, "exact"),
    ],
)
def test_the_line_is_the_running_total_of_the_un_since_1_december(as_of: date, value: int, quantifier: str) -> None:
    point = line().loc[as_of]
    assert (point["value"], point["quantifier"]) == (value, quantifier)


def test_the_line_never_falls_and_no_point_of_it_is_a_revision() -> None:
    values = line()["value"].dropna()
    assert values.is_monotonic_increasing
    assert not line()["is_revision"].any()


def test_every_point_of_a_series_is_a_printed_number_of_its_figure() -> None:
    points = store.read("series").merge(store.read("figures"), on="figure_id", suffixes=("", "_figure"))
    assert len(points) == len(store.read("series"))
    assert (points["value"].dropna() == points["people_value"].dropna()).all()


def test_the_us_envoys_total_stands_beside_the_line_with_its_reason() -> None:
    figures = store.read("figures")
    envoy = figures[(figures["speaker"] == "James Jeffrey").to_numpy(dtype=bool)].iloc[0]
    assert (envoy["people_value"], envoy["as_of"], envoy["area_code"]) == (700_000, date(2020, 1, 30), "SY-NW")
    assert envoy["role"] == "triangulation"
    assert "no first day" in envoy["role_reason"]
    assert 700_000 not in set(line()["value"])


def test_the_response_coordination_groups_totals_since_1_november_are_a_series_of_their_own() -> None:
    series = select("series", Selection(area="SY-NW", measure="new_displacement"))
    own = series[tables.surely((series["since"] == date(2019, 11, 1)) & (series["area_role"] == "origin"))]
    assert set(own["speaker"]) == {"Response Coordination Group"}
    assert {109_408, 1_018_529, 1_041_000} <= set(own["value"])


@pytest.mark.parametrize(
    ("first", "last", "movements"),
    [
        (date(2019, 12, 1), date(2019, 12, 31), 308_214),
        (date(2020, 2, 1), date(2020, 2, 29), 752_131),
        (date(2020, 1, 1), date(2020, 12, 31), 1_821_973),
    ],
)
def test_the_monthly_movements_of_the_governorates_add_up_to_the_task_forces_totals(
    first: date, last: date, movements: int
) -> None:
    figures = store.read("figures")
    own = (figures["source"] == "hnap") & (figures["period_start"] >= first) & (figures["as_of"] <= last)
    assert figures.loc[tables.surely(own & (figures["area_level"] == 1)), "people_value"].sum() == movements


@pytest.mark.parametrize(
    ("known_on", "value"),
    [(date(2020, 1, 20), 350_000), (date(2020, 2, 15), 830_000), (date(2020, 2, 5), 390_000), (date(2020, 2, 7), 586_000)],
)
def test_the_line_can_be_asked_as_it_was_known_on_a_day(known_on: date, value: int) -> None:
    assert line(known_on=known_on)["value"].iloc[-1] == value


def test_on_20_january_nobody_knew_of_saraqebs_fall() -> None:
    events = select("events", Selection(known_on=date(2020, 1, 20)))
    assert len(events)
    assert events["started_on"].max() <= date(2020, 1, 20)


def test_the_build_keeps_every_rule() -> None:
    assert check.broken_rules() == []


def test_the_same_files_give_the_same_tables() -> None:
    first = store.live_build()
    second = pipeline.build()
    for name in set(tables.TABLES) - {"builds"}:
        assert store.read(name, first).equals(store.read(name, second)), name


def test_what_a_build_was_made_from_is_on_record() -> None:
    record = store.read("builds").iloc[0]
    assert record["crisis"] == "nw-syria-2019-20"
    assert '"path": "data/raw/register/figures.csv"' in record["inputs"]


def test_a_source_that_suddenly_gives_less_stops_the_build_and_the_last_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = store.live_build()
    monkeypatch.setattr(pipeline, "RAW", tmp_path / "data" / "raw")
    with pytest.raises(SourceChanged, match="the source register gave 0 figures"):
        pipeline.build()
    assert store.live_build() == live


def test_a_crisis_or_source_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(UnknownCrisis, match="atlantis"):
        pipeline.build("atlantis")
    with pytest.raises(UnknownSource, match="rumours"):
        pipeline.source_module("rumours")
