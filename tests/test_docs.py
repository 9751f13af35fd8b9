"""The README says what there is, and nothing that is not there."""

import argparse
import re
from pathlib import Path

import pytest

from etl import __main__ as commands
from etl.pipeline import source_modules
from etl.tables import TABLES
from etl.vocabulary import MEASURES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = [path for folder in ("etl", "components") for path in (ROOT / folder).rglob("*.py")] + list(ROOT.glob("app.py"))
PAGES = sorted(path.stem for path in (ROOT / "components" / "pages").glob("[!_]*.py"))
RULES = sorted(path.stem for path in (ROOT / "etl" / "counting").glob("[!_]*.py"))
SETTINGS = sorted({name for path in CODE for name in re.findall(r"NUZUH_[A-Z_]+", path.read_text(encoding="utf-8"))})
LINKS = re.findall(r"\]\(([^):]+)\)", README)
NAMED = re.findall(r"`((?:\.?\w+/)+[\w.-]*|\.ci/run|\w+\.(?:py|toml|txt))`", README)
BUILT = {"data/tables"}


def subcommands() -> dict[str, argparse.ArgumentParser]:
    choices = (action.choices for action in commands.build_parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(next(choices))


def section(title: str) -> str:
    """The text of a section, up to the next title."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> list[str]:
    """The first cell of each row of the table in a section, in code quotes as it stands."""
    return re.findall(r"^\| `([^`]+)` \|", section(title), flags=re.MULTILINE)


def options() -> list[tuple[str, str]]:
    return [
        (name, option)
        for name, parser in subcommands().items()
        for action in parser._actions
        for option in action.option_strings
        if option not in ("-h", "--help")
    ]


@pytest.mark.parametrize(
    "command", ["pip install -r requirements.txt && streamlit run app.py", "pip install -r requirements-dev.txt && pytest"]
)
def test_the_two_commands_stand_in_the_readme_to_be_copied(command):
    assert f"\n{command}\n" in README


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Tables", list(TABLES)),
        ("Measures", list(MEASURES)),
        ("Pages", PAGES),
        ("Settings", SETTINGS),
        ("Sources and licences", list(source_modules())),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_section_lists_all_there_is_and_nothing_else(title, names):
    assert sorted(rows(title)) == sorted(names)


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_is_listed_with_its_kind(name):
    assert f"| `{name}` | {MEASURES[name].kind} |" in section("Measures")


def test_every_command_is_listed_and_no_other():
    assert set(re.findall(r"^\| `python -m etl (\w+)", section("Commands"), flags=re.MULTILINE)) == set(subcommands())


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_stands_in_the_line_of_its_command(command, option):
    line = re.search(rf"^\| `python -m etl {command}\b.*$", section("Commands"), flags=re.MULTILINE)
    assert line is not None
    assert re.search(rf"(?<![\w-]){option}(?![\w-])", line[0])


def test_every_format_of_an_export_is_listed():
    formats = next(action.choices for action in subcommands()["export"]._actions if action.dest == "format")
    line = re.search(r"`--format ([^;]+);", section("Commands"))
    assert sorted(re.findall(r"\w+", line[1].replace(" or ", ","))) == sorted(formats)


def test_every_option_of_a_briefing_is_listed():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "components" / "briefing").glob("*.py"))
    line = re.search(r"^\| `python -m components\.briefing\b.*$", section("Commands"), flags=re.MULTILINE)
    assert set(re.findall(r"""["'](--[a-z][a-z-]+)["']""", code)) <= set(re.findall(r"--[a-z-]+", line[0]))


@pytest.mark.parametrize("name", RULES)
def test_a_reader_finds_where_a_counting_rule_lives(name):
    assert f"`etl/counting/{name}.py`" in section("How it counts")


@pytest.mark.parametrize("path", sorted({*LINKS, *NAMED} - BUILT))
def test_every_file_the_readme_names_is_there(path):
    assert (ROOT / path).exists()


def test_the_counting_rules_are_numbered_as_code_and_tests_cite_them():
    numbers = [int(number) for number in re.findall(r"^\| (\d+) \|", section("How it counts"), flags=re.MULTILINE)]
    assert numbers == list(range(1, 16))


def test_every_setting_of_the_code_was_found():
    assert "NUZUH_DATA" in SETTINGS
