"""Builds to brief on: the default crisis, and small ones of a test's own words."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.components.briefing.builds import build_of


@pytest.fixture
def small_build(built_tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """A function that writes a small build into a folder of this test's own and returns its id."""
    folder = tmp_path / "tables"
    shutil.copytree(built_tables, folder)
    monkeypatch.setenv("NUZUH_DATA", str(folder))
    return build_of
