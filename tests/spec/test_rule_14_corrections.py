"""Rule 14. A correction is a row with a reason and the value it expects; when the source no longer says that, the build stops."""

from pathlib import Path
from typing import Any

import pytest

from etl.corrections import Correction, correct, read_corrections
from etl.errors import CannotRead, CorrectionExpired

FIGURES: list[dict[str, Any]] = [
    {"figure_id": "a", "reported_value": 120_000, "note": None},
    {"figure_id": "b", "reported_value": 5, "note": "doubtful"},
]


def correction(**fields: Any) -> Correction:
    return Correction(
        **{"figure_id": "a", "action": "drop", "reason": "repeats October", "expect": {"reported_value": 120_000}, "set": {}}
        | fields
    )


def test_a_dropped_figure_is_gone_and_the_others_stay() -> None:
    assert [figure["figure_id"] for figure in correct(FIGURES, [correction()])] == ["b"]


def test_a_set_figure_carries_the_new_value_and_the_reason() -> None:
    changed = correct(
        FIGURES, [correction(figure_id="b", action="set", expect={"reported_value": 5}, set={"reported_value": 50})]
    )[1]
    assert (changed["reported_value"], changed["note"]) == (50, "doubtful; Corrected: repeats October")


@pytest.mark.parametrize("fields", [{"expect": {"reported_value": 1}}, {"figure_id": "gone"}])
def test_a_correction_whose_figure_no_longer_says_that_stops_the_build(fields: dict[str, Any]) -> None:
    with pytest.raises(CorrectionExpired):
        correct(FIGURES, [correction(**fields)])


@pytest.mark.parametrize(
    "entry",
    [
        'action = "drop"\nreason = "r"\nexpect = {reported_value = 1}',
        'figure_id = "a"\naction = "drop"\nreason = "r"',
        'figure_id = "a"\naction = "forget"\nreason = "r"\nexpect = {reported_value = 1}',
        'figure_id = "a"\naction = "drop"\nexpect = {reported_value = 1}',
        'figure_id = "a"\naction = "drop"\nreason = "r"\nexpect = {people = 1}',
    ],
)
def test_a_correction_that_does_not_say_all_it_must_is_refused_by_number(entry: str, tmp_path: Path) -> None:
    path = tmp_path / "corrections.toml"
    path.write_text(f"[[correction]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(CannotRead, match=r"corrections.toml, correction 1"):
        read_corrections(path)
