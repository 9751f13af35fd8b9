"""Builds to brief on: the default crisis, and small ones of a test's own words."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from components.briefing.audiences import AUDIENCES
from components.briefing.compose import build_briefing
from components.briefing.material import Asked
from components.briefing.model import Briefing
from tests.components.briefing.builds import build_of


@pytest.fixture
def small_build(built_tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """A function that writes a small build into a folder of this test's own and returns its id."""
    folder = tmp_path / "tables"
    shutil.copytree(built_tables, folder)
    monkeypatch.setenv("NUZUH_DATA", str(folder))
    return build_of


@pytest.fixture(scope="session")
def briefings(built_tables: Path) -> dict[str, Briefing]:
    """The briefing of the default crisis for each audience, composed once for every test that only reads it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUZUH_DATA", str(built_tables))
        return {audience: build_briefing(Asked(audience=audience)) for audience in AUDIENCES}
