"""What all tests share: tables of their own, and one build of the default crisis for those that read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # a slow machine is not a bug
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def never_the_readers_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point NUZUH_DATA at a folder of the test run, so that no test touches the tables of this checkout."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUZUH_DATA", str(tmp_path_factory.mktemp("unbuilt") / "tables"))
        yield


@pytest.fixture(scope="session")
def built_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables folder of one build of the default crisis, made once; tests read it and never write to it."""
    from etl import pipeline

    folder = tmp_path_factory.mktemp("built") / "tables"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NUZUH_DATA", str(folder))
        pipeline.build()
    return folder


@pytest.fixture
def built(built_tables: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let this test read the build of the default crisis."""
    monkeypatch.setenv("NUZUH_DATA", str(built_tables))
    return built_tables
