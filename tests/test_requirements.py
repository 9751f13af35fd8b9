"""The pins are what pyproject.toml asks for, and pyproject.toml asks for what the code imports."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import orjson
import plotly.graph_objects as go
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from streamlit.web import bootstrap

from tests.house_rules import Module, imported

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DIRECT = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEV = [Requirement(text) for text in PROJECT["dependency-groups"]["dev"]]
OURS = {"app", "components", "etl", "tests"}
TAKEN_UP = {"uvloop"}
"""What the code does not import itself: another library takes it up where it is there."""


def pins(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def imported_from_others(*folders: str) -> set[str]:
    """The distributions that the modules of the folders import, by canonical name."""
    files = [path for folder in folders for path in [*(ROOT / folder).rglob("*.py"), *ROOT.glob(f"{folder}.py")]]
    modules = [Module(path.name, path.read_text(encoding="utf-8")) for path in files]
    names = {name for module in modules for name in imported(ast.walk(module.tree)) if "." not in name}
    known = packages_distributions()
    others = names - OURS - set(sys.stdlib_module_names) - {"__future__"}
    return {canonicalize_name(known.get(name, [name])[0]) for name in others}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_is_an_exact_pin(name):
    assert all(re.fullmatch(r"==[\w.!+]+", str(pin.specifier)) for pin in pins(name))


@pytest.mark.parametrize(
    ("name", "asked"), [("requirements.txt", DIRECT), ("requirements-dev.txt", [*DIRECT, *DEV])], ids=["requirements", "dev"]
)
def test_every_direct_dependency_is_pinned_within_its_range(name, asked):
    pinned = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins(name)}
    assert [str(one) for one in asked if not one.specifier.contains(pinned.get(canonicalize_name(one.name), "0"))] == []


def test_the_pins_of_the_tests_include_those_of_the_app():
    assert {str(pin) for pin in pins("requirements.txt")} <= {str(pin) for pin in pins("requirements-dev.txt")}


def test_the_first_lines_say_how_the_pins_are_made():
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert f"pyproject.toml -o {name}" in (ROOT / name).read_text(encoding="utf-8").partition("\n\n")[0]


def test_what_the_app_imports_is_a_direct_dependency():
    assert imported_from_others("app", "etl", "components") <= {canonicalize_name(one.name) for one in DIRECT}


def test_a_direct_dependency_is_imported_somewhere_or_taken_up_by_another():
    unused = {canonicalize_name(one.name) for one in DIRECT} - imported_from_others("app", "etl", "components")
    assert unused == TAKEN_UP


def test_charts_are_written_with_the_encoder_that_is_there(monkeypatch):
    written = []
    dumps = orjson.dumps
    monkeypatch.setattr(orjson, "dumps", lambda *given, **options: written.append(given) or dumps(*given, **options))
    go.Figure().to_json()
    assert written


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop is not made for Windows")
def test_the_server_runs_on_the_loop_that_is_there():
    assert bootstrap._get_uvloop_loop_factory() is not None
