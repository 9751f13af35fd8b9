"""What came between two days of the default crisis, and around its events."""

from datetime import date

import pytest

from etl.__main__ import main
from etl.around import around
from etl.counting.count import Count
from etl.diff import _figure_changes, _point_changes, diff
from etl.errors import CannotMixSince
from etl.select import Selection
from tests.spec.tables import counted

pytestmark = pytest.mark.usefixtures("built")
REPORTS = """
    speaker | words   | as_of      | known
    Monitor | 300,000 | 2020-01-31 | 2020-02-01
    OCHA    | 586,000 | 2020-02-02 | 2020-02-03
    OCHA    | 612,000 | 2020-02-02 | 2020-02-06
    OCHA    | 520,000 | 2020-01-31 | 2020-02-21
"""


def known(day: str) -> Count:
    return counted(REPORTS, known_on=day, period_start="2019-12-01")


def test_a_figure_that_came_replaced_another_or_took_its_place_is_listed() -> None:
    changes = _figure_changes(known("2020-02-04"), known("2020-02-21"))
    assert sorted((row["change"], row["speaker"], row["before"]) for row in changes) == [
        ("figure added", "OCHA", None),
        ("figure added", "OCHA", None),
        ("figure superseded", "OCHA", "586,000"),
    ]
    assert [row["change"] for row in _figure_changes(known("2020-02-02"), known("2020-02-04"))] == [
        "figure added",
        "figure withdrawn",
    ]


def test_a_point_that_came_changed_or_went_is_listed_with_both_numbers() -> None:
    changes = _point_changes(known("2020-02-02"), known("2020-02-21"))
    assert [(row["change"], str(row["as_of"]), row["before"], row["after"]) for row in changes] == [
        ("point added", "2020-02-02", None, "612,000 (612,000 to 612,000)"),
        ("point changed", "2020-01-31", "300,000 (300,000 to 300,000)", "520,000 (300,000 to 520,000)"),
    ]


def test_between_20_january_and_15_february_the_total_passed_800_000() -> None:
    added = diff(date(2020, 1, 20), date(2020, 2, 15)).of("point added")
    is_line = (added["since"] == date(2019, 12, 1)) & (added["area_name"] == "Northwest Syria")
    line = added[is_line.to_numpy(dtype=bool)]
    assert any(text.startswith("830,000") for text in line["after"])
    assert (line["as_of"] <= date(2020, 2, 15)).all()


def test_the_order_of_the_two_days_does_not_matter() -> None:
    one, other = diff(date(2020, 2, 15), date(2020, 1, 20)), diff(date(2020, 1, 20), date(2020, 2, 15))
    assert one.rows.equals(other.rows)


def test_around_the_fall_of_maaret_al_numan_the_total_rose_and_the_words_do_not_say_why() -> None:
    found = around(Selection())
    own = found.rows[found.rows["id"] == "20200128-town-ent-maaret-al-numan"]
    assert set(own["side"]) == {"before", "after"}
    assert (own["n_claims"] > 0).all()
    assert all("because" not in association.sentence for association in found.associations)


def test_around_a_total_that_does_not_exist_is_refused_in_words() -> None:
    with pytest.raises(CannotMixSince, match="no running total"):
        around(Selection(), since=date(1999, 1, 1))


def test_both_commands_print_csv_and_one_day_alone_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--known-on", "2020-01-20", "--known-on", "2020-02-15"]) == 0
    assert capfd.readouterr().out.startswith("change,measure,")
    assert main(["meanwhile"]) == 0
    captured = capfd.readouterr()
    assert captured.out.startswith("table,id,side,")
    assert "not what caused it" in captured.err
    assert main(["diff", "--known-on", "2020-01-20"]) == 2
    assert "twice" in capfd.readouterr().err
