"""A crisis is one file; what it must say and does not is named."""

from datetime import date
from pathlib import Path

import pytest

from etl.crises import FOLDER, crisis_ids, read_crisis
from etl.errors import CannotRead, UnknownCrisis
from etl.figures import figure_id_of

WHOLE = """
title = "A crisis"
summary = "What happened."
area = "SY"
areas = ["SY"]
default_measure = "new_displacement"
sources = ["register"]
[window]
from = 2020-01-01
to = 2020-02-01
[[speaker_group]]
name = "UN count"
speakers = ["OCHA"]
reason = "one count"
"""


def written(folder: Path, text: str) -> Path:
    (folder / "one.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("crisis_id", crisis_ids())
def test_every_crisis_on_file_can_be_read_and_ranks_no_speaker_twice(crisis_id: str) -> None:
    crisis = read_crisis(crisis_id, FOLDER)
    speakers = [speaker for group in crisis.speaker_groups for speaker in group.speakers]
    assert len(speakers) == len(set(speakers))
    assert crisis.first_day < crisis.last_day
    assert crisis.area in crisis.areas


def test_a_persons_choice_names_a_row_of_the_register_or_a_figure_and_who_when_and_why(tmp_path: Path) -> None:
    choice = '[[choice]]\n{}\nwho = "the analyst on duty"\nwhen = 2020-03-01\nwhy = "it names villages"\n'
    folder = written(tmp_path, WHOLE + choice.format('register_id = "a"') + choice.format('figure_id = "f"'))
    choices = read_crisis("one", folder).choices
    assert [choice.figure_id for choice in choices] == [figure_id_of("register", "a"), "f"]
    assert {(choice.who, choice.when, choice.why) for choice in choices} == {
        ("the analyst on duty", date(2020, 3, 1), "it names villages")
    }


@pytest.mark.parametrize(
    ("missing", "name"),
    [
        ('title = "A crisis"', "title"),
        ("from = 2020-01-01", "from"),
        ('reason = "one count"', "reason"),
        ('sources = ["register"]', "sources"),
    ],
)
def test_what_a_file_does_not_say_is_named(missing: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=rf"one.toml does not say {name}"):
        read_crisis("one", written(tmp_path, WHOLE.replace(missing, "")))


def test_a_file_that_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"one.toml cannot be read: .*line 2"):
        read_crisis("one", written(tmp_path, "\ntitle = \n"))


def test_a_crisis_without_a_file_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownCrisis, match="there are one"):
        read_crisis("atlantis", written(tmp_path, WHOLE))
