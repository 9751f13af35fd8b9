"""The one filter of commands, pages and downloads, as known on a day."""

from datetime import date

import pytest

from etl.select import Selection, select

pytestmark = pytest.mark.usefixtures("built")


def test_of_an_offensive_that_had_not_ended_only_its_beginning_is_told() -> None:
    then = select("offensives", Selection(known_on=date(2020, 1, 20))).set_index("offensive_id")
    assert then.loc["nw-winter", "name"] == "Offensive begun on 19 Dec 2019"
    assert then.loc["nw-winter", "parties"] == "named afterwards"
    assert then["ended_on"].isna()["nw-winter"]
    assert "Saraqeb" not in then.loc["nw-winter", "summary"]


def test_of_an_offensive_that_was_over_all_is_told() -> None:
    then = select("offensives", Selection(known_on=date(2020, 1, 20))).set_index("offensive_id")
    now = select("offensives", Selection()).set_index("offensive_id")
    assert then.loc["nw-2019"].equals(now.loc["nw-2019"])
    assert "nw-winter-m5" not in then.index
