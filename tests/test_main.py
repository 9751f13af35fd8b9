"""The commands as others script against them: results on standard output, messages on standard error, exit codes 0, 1 and 2."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from etl import pipeline, store, tables
from etl.__main__ import main
from etl.tables import TABLES

pytestmark = pytest.mark.usefixtures("built")


def output(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> bytes:
    assert main(arguments) == 0
    return capfdbinary.readouterr().out


def test_a_build_says_on_standard_error_what_came_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    assert main(["build", "--crisis", "nw-syria-2019-20"]) == 0
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "figures" in captured.err
    assert store.live_build() is not None


def test_a_check_of_a_good_build_passes(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    said = capfd.readouterr().err
    assert "keeps all" in said
    assert "found again in our digests" in said


def test_a_check_of_a_build_that_breaks_a_rule_says_which_and_exits_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    frames = {name: store.read(name) for name in TABLES}
    lost = frames["figures"].iloc[[0]].assign(document_id="gone")
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    with store.new_build("broken") as build:
        for name, frame in (frames | {"figures": lost, "series": frames["series"].iloc[:0]}).items():
            build.write(TABLES[name], frame)
    assert main(["check"]) == 1
    assert "the document of" in capfd.readouterr().out


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_is_exported_with_its_declared_columns(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = csv.reader(io.StringIO(output(capfdbinary, "export", name).decode()))
    assert next(lines) == TABLES[name].names
    assert sum(1 for _ in lines) == len(store.read(name))


def test_an_area_is_asked_for_by_code_name_or_alias(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = [output(capfdbinary, "export", "series", "--area", area) for area in ("SY-NW", "northwest syria", "North-West Syria")]
    assert asked[0] == asked[1] == asked[2] != output(capfdbinary, "export", "series")


def test_json_has_null_for_missing_and_parquet_the_definitions(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    rows = json.loads(output(capfdbinary, "export", "series", "--format", "json", "--measure", "new_displacement"))
    assert {row["measure"] for row in rows} == {"new_displacement"}
    assert any(row["high"] is None for row in rows)
    path = tmp_path / "series.parquet"
    assert main(["export", "series", "--format", "parquet", "-o", str(path)]) == 0
    assert pq.read_schema(path).field("as_of").metadata[b"definition"] == tables.SERIES.column("as_of").definition.encode()


def test_days_limit_what_is_exported(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    days = ("--from", "2020-02-01", "--to", "2020-02-29")
    rows = list(csv.DictReader(io.StringIO(output(capfdbinary, "export", "series", *days).decode())))
    assert rows
    assert all("2020-02-01" <= row["as_of"] <= "2020-02-29" for row in rows)


@pytest.mark.parametrize("name", ["figures", "claims", "series", "events", "offensives", "documents", "areas"])
def test_every_table_can_be_asked_as_known_on_a_day(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    then, now = (output(capfdbinary, "export", name, *asked).count(b"\n") for asked in (["--known-on", "2019-12-31"], []))
    assert (1 < then < now) or name == "areas"


def test_the_sources_are_listed_with_licence_and_coverage(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["sources"]) == 0
    listed = capfd.readouterr().out
    assert all(name in listed for name in pipeline.source_modules())
    assert listed.count("licence:") == listed.count("coverage:") == len(pipeline.source_modules())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "--crisis", "atlantis"], "there is no crisis 'atlantis'"),
        (["export", "series", "--area", "Atlantis"], "'Atlantis' is no area we know"),
        (["export", "series", "--measure", "casualties"], "'casualties' is not a measure"),
        (["export", "series", "-o", "/no/such/folder/file.csv"], "file.csv cannot be written"),
    ],
)
def test_a_call_that_cannot_be_understood_is_one_sentence_and_exits_2(
    arguments: list[str], message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capfd.readouterr()
    assert message in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["rumours"], ["export", "rumours"], ["export", "series", "--from", "28.1.2020"], ["export", "series", "--format", "x"]],
)
def test_a_call_with_wrong_words_exits_2(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "Traceback" not in capfd.readouterr().err


def test_without_a_build_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    assert main(["export", "series"]) == 2
    assert main(["check"]) == 2
    assert capfd.readouterr().err.count("run `python -m etl build`") == 2


def test_a_check_finds_words_that_do_not_stand_in_their_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    frames = {name: store.read(name) for name in TABLES}
    figures = frames["figures"]
    moved = figures.assign(span_start=figures["span_start"] + 1, span_end=figures["span_end"] + 1)
    monkeypatch.setenv("NUZUH_DATA", str(tmp_path))
    with store.new_build("broken") as build:
        for name, frame in (frames | {"figures": moved}).items():
            build.write(TABLES[name], frame)
    assert main(["check"]) == 1
    assert "does not stand in document" in capfd.readouterr().out
