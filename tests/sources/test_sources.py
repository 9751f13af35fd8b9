"""Every source exports the same names, and reads its sample to the table expected from it.

A sample is rows of our own in the source's real layout. `expected.csv` holds the figures (columns of the figures table),
`problems.csv` what could not be accepted: file row, column and reason.
"""

import csv
from pathlib import Path
from types import ModuleType

import pytest

from etl import pipeline
from etl.errors import SourceChanged
from etl.reference import Reference
from etl.sources import Source
from etl.sources import hnap as hnap_source

HERE = Path(__file__).parent
MODULES = pipeline.source_modules()


def area(name: str, aliases: str | None = None, level: int | None = 1) -> dict[str, object]:
    return {"name": name, "name_ar": None, "aliases": aliases, "level": level, "parent_code": None}


REFERENCE = Reference(
    areas={"NW": area("northwest", level=None), "SY07": area("Idlib", "Idleb"), "SY02": area("Aleppo")},
    speakers={},
    offensives=[],
    events=[],
    household_sizes={},
)


def text(value: object) -> str:
    return "" if value is None else str(value)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def sample(name: str) -> Path:
    return next(path for path in sorted((HERE / name).iterdir()) if path.stem == "sample")


@pytest.fixture(params=sorted(MODULES))
def module(request: pytest.FixtureRequest) -> ModuleType:
    return MODULES[request.param]


def test_a_source_says_who_it_is_under_which_terms_and_since_when(module: ModuleType) -> None:
    source = module.SOURCE
    assert isinstance(source, Source)
    assert module.__name__ == f"etl.sources.{source.name}"
    assert all((source.title, source.publisher, source.licence, source.coverage))


def test_a_source_recognises_its_own_sample_and_no_other(module: ModuleType) -> None:
    assert {name for name in MODULES if module.sniff(sample(name))} == {module.SOURCE.name}


def test_a_sample_is_read_to_the_figures_expected_of_it(module: ModuleType) -> None:
    expected = rows(HERE / module.SOURCE.name / "expected.csv")
    figures = module.read(sample(module.SOURCE.name), REFERENCE).figures
    assert [{name: text(figure.get(name)) for name in expected[0]} for figure in figures] == expected


def test_what_a_sample_says_wrongly_becomes_a_problem_with_its_row_and_column(module: ModuleType) -> None:
    expected = rows(HERE / module.SOURCE.name / "problems.csv")
    problems = module.read(sample(module.SOURCE.name), REFERENCE).problems
    assert [{name: text(problem.get(name)) for name in ("row", "column", "reason")} for problem in problems] == expected


def test_every_figure_stands_in_a_document_that_was_read(module: ModuleType) -> None:
    received = module.read(sample(module.SOURCE.name), REFERENCE)
    documents = [document["document_id"] for document in received.documents]
    assert len(documents) == len(set(documents))
    assert {figure["document_id"] for figure in received.figures} <= set(documents)


def test_hnap_parts_that_do_not_add_up_to_the_printed_total_stop_the_build(tmp_path: Path) -> None:
    source = sample("hnap")
    changed = tmp_path / "sample.csv"
    changed.write_text(source.read_text(encoding="utf-8").replace("93714", "93715"), encoding="utf-8")
    sidecar = source.with_name("sample.csv.toml").read_text(encoding="utf-8")
    before, after = (hnap_source.raw.sha256_of(path) for path in (source, changed))
    changed.with_name("sample.csv.toml").write_text(sidecar.replace(before, after), encoding="utf-8")
    with pytest.raises(SourceChanged, match=r"IDP parts of 2019-12 add up to 308,215, not to the printed 308,214"):
        hnap_source.read(changed, REFERENCE)


def test_a_raw_file_that_is_not_the_one_its_sidecar_describes_stops_the_build(tmp_path: Path) -> None:
    for path in (sample("hnap"), sample("hnap").with_name("sample.csv.toml")):
        (tmp_path / path.name).write_bytes(path.read_bytes() + b"\n" * (path.suffix == ".csv"))
    with pytest.raises(SourceChanged, match="sha256 differs"):
        hnap_source.read(tmp_path / "sample.csv", REFERENCE)
