"""A build is all or nothing: whatever moment it is killed at, readers see the last whole build."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from etl import store, tables
from etl.errors import CannotRead, NoBuild, TableRejected

SPEAKERS = [{"speaker": "OCHA", "speaker_type": "un", "leaning": "un"}]
WRITER = """
from etl import store, tables
number = 0
while True:
    number += 1
    with store.new_build(f"build-{number:06d}") as build:
        for table in (tables.SPEAKERS, tables.PROBLEMS):
            rows = [{"speaker": f"{number}", "speaker_type": "un", "leaning": "un"}] * (table is tables.SPEAKERS)
            rows += [{"stage": "read", "source": f"{number}", "reason": "r"}] * (50 * (table is tables.PROBLEMS))
            build.write(table, table.frame(rows))
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    return tmp_path


def write(build_id: str) -> None:
    with store.new_build(build_id) as build:
        build.write(tables.SPEAKERS, tables.SPEAKERS.frame(SPEAKERS))


def test_before_the_first_build_there_is_none_and_reading_says_what_to_do() -> None:
    assert store.live_build() is None
    with pytest.raises(NoBuild, match="python -m etl build"):
        store.read("speakers")


def test_what_is_written_is_read_back_typed_with_missing_as_missing() -> None:
    write("one")
    frame = store.read("speakers")
    assert frame.equals(tables.SPEAKERS.frame(SPEAKERS))
    assert frame["aliases"].isna().all()


def test_counts_with_gaps_stay_whole_numbers(folder: Path) -> None:
    with store.new_build("one") as build:
        build.write(
            tables.PROBLEMS, tables.PROBLEMS.frame([{"stage": "read", "source": "s", "reason": "r", "row": r} for r in (3, None)])
        )
    assert store.read("problems")["row"].dtype == pd.ArrowDtype(tables.COUNT)
    metadata = pq.read_schema(folder / "one" / "problems.parquet").field("row").metadata
    assert b"header being row 1" in metadata[b"definition"]


def test_a_build_that_fails_leaves_the_last_one_live_and_nothing_behind(folder: Path) -> None:
    write("one")
    with pytest.raises(TableRejected, match="speaker is missing"), store.new_build("two") as build:
        build.write(tables.SPEAKERS, tables.SPEAKERS.frame([{"speaker_type": "un", "leaning": "un"}]))
    assert store.live_build() == "one"
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["one"]


def test_the_last_builds_stay_for_readers_who_began_on_them(folder: Path) -> None:
    for name in ("1", "2", "3", "4", "5"):
        write(name)
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ["3", "4", "5"]
    assert store.read("speakers", "3").equals(store.read("speakers"))


@pytest.mark.parametrize("content", ["", "{}", "[]", "not json", '"text"'])
def test_a_broken_pointer_is_a_clear_message(folder: Path, content: str) -> None:
    (folder / "current.json").write_text(content, encoding="utf-8")
    with pytest.raises(CannotRead, match="python -m etl build"):
        store.read("speakers")


@pytest.mark.parametrize("content", [b"", b"PAR1", b"not parquet at all"])
def test_a_broken_table_is_a_clear_message(folder: Path, content: bytes) -> None:
    write("one")
    (folder / "one" / "speakers.parquet").write_bytes(content)
    with pytest.raises(CannotRead, match=r"speakers.parquet of build one cannot be read"):
        store.read("speakers")


def test_a_table_of_another_version_is_a_clear_message(folder: Path) -> None:
    write("one")
    (folder / "one" / "areas.parquet").write_bytes((folder / "one" / "speakers.parquet").read_bytes())
    with pytest.raises(CannotRead, match="other columns"):
        store.read("areas")


def test_killed_at_twenty_random_moments_readers_always_see_one_whole_build(folder: Path) -> None:
    moments = random.Random(20)
    root = Path(store.__file__).parents[1]
    for _ in range(20):
        before = store.live_build()
        writer = subprocess.Popen([sys.executable, "-c", WRITER], cwd=root)
        while store.live_build() == before:
            time.sleep(0.01)
        time.sleep(moments.uniform(0, 0.08))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        build = store.live_build()
        number = str(int(str(build).removeprefix("build-")))
        assert list(store.read("speakers", build)["speaker"]) == [number]
        assert list(store.read("problems", build)["source"]) == [number] * 50
        # A new writer starts at 1 again: clear the finished builds, as a fresh folder would be.
        for path in [*folder.glob("build-*"), folder / "current.json"]:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
