"""Every module keeps the rules of the house, and every rule finds a module that does not."""

import re
import subprocess
from pathlib import Path
from statistics import median

import pytest

from tests.house_rules import (
    AIM_OF_A_MODULE,
    LINES_OF_A_MODULE,
    LONG,
    MEDIAN_OF_A_BODY,
    RULES,
    Module,
    Rule,
    body_lengths,
    not_for_others,
)

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(path for folder in ("etl", "components") for path in (ROOT / folder).rglob("*.py")) + sorted(ROOT.glob("app.py"))
NOT_SHARED = re.compile(r"^data/tables/|(^|/)(\.git|\.?venv|__pycache__|\.hypothesis|\.\w+_cache)/")
TEXT = {".csv", ".in", ".md", ".py", ".toml", ".txt", ".html", ".css", ".json", ".svg", ".yml", ".yaml", ""}


def load(path: Path) -> Module:
    return Module(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


MODULES = [load(path) for path in CODE]

OFFENDERS = [
    ("etl_never_imports_the_dashboard", "etl/a.py", "from components import captions"),
    ("etl_never_imports_the_dashboard", "etl/a.py", "def f():\n    import plotly.graph_objects as go"),
    ("pure_modules_never_import_streamlit", "components/charts/a.py", "import streamlit as st"),
    ("pure_modules_never_import_streamlit", "components/palette.py", "from streamlit import theme"),
    ("only_the_pipeline_imports_sources", "etl/store.py", "from etl import sources"),
    ("only_the_pipeline_imports_sources", "components/data.py", "import importlib\nimportlib.import_module('etl.sources.hnap')"),
    ("pages_read_through_components_data", "components/pages/a.py", "from etl import store"),
    ("pages_read_through_components_data", "components/shell.py", "import pandas as pd"),
    ("no_network_at_import", "etl/a.py", "import requests"),
    ("no_network_at_import", "etl/a.py", "if True:\n    from urllib.request import urlopen"),
    ("modules_stay_short", "etl/a.py", "a = 1\n" * 301),
    ("modules_stay_short", "components/pages/a.py", "a = 1\n" * 61),
    ("functions_stay_short", "etl/a.py", "def f():\n" + "    a = 1\n" * 61),
    ("no_broad_except", "etl/a.py", "try:\n    a = 1\nexcept:\n    a = 2"),
    ("no_broad_except", "etl/a.py", "try:\n    a = 1\nexcept (KeyError, Exception):\n    a = 2"),
    ("no_broad_except", "etl/a.py", "with contextlib.suppress(Exception):\n    a = 2"),
    ("absence_is_not_zero", "etl/a.py", "frame['low'].fillna(0)"),
    ("absence_is_not_zero", "etl/a.py", "frame.fillna(value=0.0)"),
    ("absence_is_not_zero", "etl/a.py", "frame.reindex(days, fill_value=0)"),
    ("absence_is_not_zero", "etl/a.py", "np.nan_to_num(values)"),
    ("no_unsafe_html", "components/a.py", "st.markdown(text, unsafe_allow_html=True)"),
    ("no_shape_by_shape_drawing", "components/charts/a.py", "chart.add_vrect(x0=1, x1=2)"),
    ("public_names_have_docstrings", "etl/a.py", "a = 1"),
    ("public_names_have_docstrings", "etl/a.py", '"""A."""\nclass A:\n    """A."""\n    def f(self):\n        return 1'),
    ("nothing_is_left_to_do", "etl/a.py", "a = 1  # TODO: finish"),
    ("nothing_is_left_to_do", "etl/a.py", 'def f():\n    """Return it."""'),
    ("nothing_is_left_to_do", "etl/a.py", "def f():\n    raise NotImplementedError"),
    ("no_drawer_for_the_rest", "etl/utils.py", "a = 1"),
]

INNOCENT = [
    ("etl_never_imports_the_dashboard", "components/a.py", "import streamlit"),
    ("only_the_pipeline_imports_sources", "etl/pipeline.py", "from etl import sources"),
    ("pages_read_through_components_data", "components/pages/a.py", "from components import data"),
    ("no_network_at_import", "etl/a.py", "def fetch():\n    import requests"),
    ("no_network_at_import", "etl/a.py", "from urllib.parse import urlsplit"),
    ("modules_stay_short", "etl/a.py", "a = 1\n" * 300),
    ("functions_stay_short", "etl/a.py", 'def f():\n    """Return."""\n' + "    a = 1\n" * 60),
    ("no_broad_except", "etl/a.py", "try:\n    a = 1\nexcept KeyError:\n    a = 2"),
    ("absence_is_not_zero", "etl/a.py", "frame['aliases'].fillna('')"),
    ("absence_is_not_zero", "etl/a.py", "frame['is_part'].fillna(False)"),
    ("public_names_have_docstrings", "etl/a.py", '"""A."""\ndef _f():\n    return 1'),
    ("nothing_is_left_to_do", "etl/a.py", 'def quiet():\n    """Report nothing."""'),
    ("nothing_is_left_to_do", "etl/a.py", 'class A(Protocol):\n    def f(self) -> int:\n        """Return it."""'),
]


def rule_named(name: str) -> Rule:
    return {rule.__name__: rule for rule in RULES}[name]


def shared_files() -> list[Path]:
    """The files of the repository: what git tracks or would, and in a copy without git all but what a build or a tool makes."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    everything = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*")]
    names = listed.stdout.split("\0") if listed.returncode == 0 else everything
    files = (ROOT / name for name in names if name and not NOT_SHARED.search(name))
    return sorted(path for path in files if path.suffix in TEXT and path.is_file())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.path)
def test_a_module_keeps_the_rules_of_the_house(module, rule):
    assert list(rule(module)) == [], rule.__doc__


@pytest.mark.parametrize(("name", "path", "text"), OFFENDERS)
def test_a_rule_finds_a_module_that_breaks_it(name, path, text):
    assert list(rule_named(name)(Module(path, text)))


@pytest.mark.parametrize(("name", "path", "text"), INNOCENT)
def test_a_rule_lets_an_innocent_module_pass(name, path, text):
    assert not list(rule_named(name)(Module(path, text)))


def test_every_rule_is_held_to_an_offender():
    assert {name for name, _, _ in OFFENDERS} == {rule.__name__ for rule in RULES}


def test_every_folder_of_code_is_looked_at():
    assert {"etl", "components"} <= {module.path.partition("/")[0] for module in MODULES}


@pytest.mark.parametrize("path", LONG)
def test_a_module_that_may_be_long_still_is(path):
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) > LINES_OF_A_MODULE


def test_nine_modules_of_ten_keep_to_the_aim():
    n_long = sum(len(module.text.splitlines()) > AIM_OF_A_MODULE for module in MODULES)
    assert n_long <= len(MODULES) / 10


def test_half_of_the_functions_are_a_few_lines():
    assert median(n_lines for module in MODULES for _, n_lines in body_lengths(module)) <= MEDIAN_OF_A_BODY


def test_no_file_names_a_folder_of_one_machine_or_a_package_index():
    found = {path.relative_to(ROOT).as_posix(): not_for_others(path.read_text(encoding="utf-8")) for path in shared_files()}
    assert {path: addresses for path, addresses in found.items() if addresses} == {}


@pytest.mark.parametrize(
    ("text", "n_found"),
    [
        ("see /" + "home/someone/data.csv", 1),
        ("path = '/" + "tmp/x'", 1),
        ("pip install --index" + "-url=x", 1),
        ("https://example.org/" + "home/page", 0),
        ("data/raw/register/figures.csv", 0),
    ],
)
def test_an_address_of_one_machine_is_found_and_a_web_page_is_not(text, n_found):
    assert len(not_for_others(text)) == n_found
